import * as vscode from 'vscode'
import { CommandId, PanelId } from '../../ids'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import { targetOfState } from '../../shared/chart-guard'
import type { PanelTarget } from '../../shared/chart-protocol'
import type { Targets } from '../ask/targets'
import { ChartPanel, type PanelPorts } from './panel'

/** The chart panels: one for each group, opened by command or brought back by the editor. */
export class Charts implements Disposable, vscode.WebviewPanelSerializer {
  private readonly owned = new Disposables()
  private readonly panels = new Set<ChartPanel>()
  private readonly ports: PanelPorts

  constructor(ports: PanelPorts, targets: Targets) {
    this.ports = ports
    this.owned.add(
      ports.parts.commands.register(CommandId.groupChart, async (node) => {
        const { cluster, group } = await targets.group(node, vscode.l10n.t('Open Lag Chart'))
        this.open({ cluster: cluster.settings.id, group })
      }),
    )
    this.owned.add(vscode.window.registerWebviewPanelSerializer(PanelId.chart, this))
  }

  /** The page's own saved state tells which group it was. A panel that lost it cannot come back. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const target = targetOfState(state)
    if (target === null) panel.dispose()
    else this.take(panel, target)
  }

  dispose(): void {
    for (const panel of [...this.panels]) panel.dispose()
    this.owned.dispose()
  }

  private open(target: PanelTarget): void {
    for (const panel of this.panels)
      if (panel.target.cluster === target.cluster && panel.target.group === target.group) {
        panel.reveal()
        return
      }
    const panel = vscode.window.createWebviewPanel(PanelId.chart, target.group, vscode.ViewColumn.Active)
    this.take(panel, target)
  }

  private take(panel: vscode.WebviewPanel, target: PanelTarget): void {
    const chart = new ChartPanel(panel, target, this.ports)
    this.panels.add(chart)
    this.owned.add(chart.onDidEnd(() => this.panels.delete(chart)))
  }
}
