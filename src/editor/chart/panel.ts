import * as vscode from 'vscode'
import { randomBytes } from 'node:crypto'
import type { Cluster } from '../../clusters/cluster'
import type { ClusterEvent } from '../../clusters/types'
import { assertNever } from '../../model/assert'
import { Disposables } from '../../model/disposables'
import { Emitter } from '../../model/emitter'
import { isCancelled, toLaglineError } from '../../model/errors'
import type { Disposable } from '../../model/ports'
import type { TopicPartition } from '../../model/topics'
import { pageMessage } from '../../shared/chart-guard'
import { chartPage } from '../../shared/chart-page'
import type { HostMessage, PageRequest, PanelTarget } from '../../shared/chart-protocol'
import type { Parts } from '../parts'
import { chartTexts } from '../texts/chart'
import { tellerOf } from '../words'
import { sampleMessage, seriesKey, windowMessage } from './messages'
import { statusOf } from './status'
import { pageStrings } from './strings'

/** What a panel needs beside the parts. */
export interface PanelPorts {
  readonly parts: Parts
  /** Folder of the extension. */
  readonly extension: vscode.Uri
  readonly reveal: (target: PanelTarget, partition: TopicPartition) => Promise<void>
}

/** What the page has: a sample is sent only where it fits. */
interface Sent {
  readonly series: string
  readonly time: number
}

/** One chart panel: its page, and what is watched for it while it is visible and not paused. */
export class ChartPanel implements Disposable {
  readonly target: PanelTarget
  private readonly owned = new Disposables()
  private readonly panel: vscode.WebviewPanel
  private readonly ports: PanelPorts
  private readonly ended = this.owned.add(new Emitter<void>())
  private watching: { readonly cluster: Cluster; readonly handle: Disposable } | null = null
  private ready = false
  private paused = false
  private sent: Sent | null = null
  private said = ''
  readonly onDidEnd = this.ended.event

  constructor(panel: vscode.WebviewPanel, target: PanelTarget, ports: PanelPorts) {
    this.panel = panel
    this.target = target
    this.ports = ports
    const { registry } = ports.parts
    this.owned.add(panel.onDidDispose(() => this.dispose()))
    this.owned.add(panel.onDidChangeViewState(() => this.viewChanged()))
    this.owned.add(panel.webview.onDidReceiveMessage((message: unknown) => this.received(message)))
    this.owned.add(registry.onDidChangeList(() => this.update()))
    this.owned.add(
      registry.onDidChange(({ cluster, event }) => {
        if (cluster === target.cluster && this.concerns(event)) this.update()
      }),
    )
    this.load()
    this.watch()
  }

  reveal(): void {
    this.panel.reveal()
  }

  dispose(): void {
    if (this.owned.disposed) return
    this.watching?.handle.dispose()
    this.watching = null
    this.ended.fire()
    this.owned.dispose()
    this.panel.dispose()
  }

  /** Options are not kept over a restart, so they are set here for new and for restored panels alike. */
  private load(): void {
    const { webview } = this.panel
    const folder = vscode.Uri.joinPath(this.ports.extension, 'dist', 'webview')
    webview.options = { enableScripts: true, localResourceRoots: [folder] }
    const title = tellerOf(this.ports.parts.words, chartTexts)('chart.title', this.target.group)
    this.panel.title = title
    webview.html = chartPage({
      cspSource: webview.cspSource,
      nonce: randomBytes(16).toString('hex'),
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'chart.js')).toString(),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'chart.css')).toString(),
      lang: this.ports.parts.words.locale,
      title,
    })
  }

  private get cluster(): Cluster | null {
    return this.ports.parts.registry.get(this.target.cluster)
  }

  private concerns(event: ClusterEvent): boolean {
    if (event.kind === 'live') return false
    return !('group' in event) || event.group === this.target.group
  }

  /** A hidden page is thrown away by the editor; when it is shown again it says that it is ready anew. */
  private viewChanged(): void {
    if (!this.panel.visible) this.ready = false
    this.watch()
  }

  private watch(): void {
    const cluster = this.panel.visible && !this.paused ? this.cluster : null
    if (this.watching?.cluster === cluster) return
    this.watching?.handle.dispose()
    this.watching =
      cluster === null
        ? null
        : { cluster, handle: cluster.watch({ kind: 'group', group: this.target.group }, 'chart') }
  }

  private received(raw: unknown): void {
    const message = pageMessage(raw)
    if (message === null) {
      this.ports.parts.log.warn('the chart page sent something that is no message; it is dropped')
      return
    }
    if (message.type === 'request') {
      void this.answer(message.request, message.body)
      return
    }
    this.ready = true
    this.sent = null
    this.said = ''
    const { locale } = this.ports.parts.words
    const strings = pageStrings((english) => vscode.l10n.t(english))
    this.post({ type: 'init', target: this.target, locale, strings })
    this.update()
  }

  private async answer(request: number, body: PageRequest): Promise<void> {
    let error: string | null = null
    try {
      await this.carryOut(body)
    } catch (reason) {
      if (!isCancelled(reason)) {
        this.ports.parts.log.error(`the chart of ${this.target.group} asked for ${body.kind}`, reason)
        error = this.ports.parts.words.say(toLaglineError(reason).text)
      }
    }
    this.post({ type: 'reply', request, error })
  }

  private async carryOut(body: PageRequest): Promise<void> {
    switch (body.kind) {
      case 'pause':
        this.paused = body.paused
        this.watch()
        this.update()
        return
      case 'retry': {
        const cluster = this.cluster
        if (cluster === null) return
        if (cluster.state.kind !== 'connected') await this.ports.parts.registry.connect(this.target.cluster)
        else await cluster.refresh({ kind: 'group', group: this.target.group }, new AbortController().signal)
        return
      }
      case 'reveal':
        await this.ports.reveal(this.target, body)
        return
      default:
        assertNever(body)
    }
  }

  /** Sends what the page does not have yet. */
  private update(): void {
    this.watch()
    if (!this.ready) return
    const { registry, words } = this.ports.parts
    const { cluster, paused } = this
    const { pending } = registry
    const { status, text } = statusOf(cluster, this.target, { paused, pending }, words)
    const said = `${status}\n${text}`
    if (said !== this.said) {
      this.said = said
      this.post({ type: 'status', status, text })
    }
    if (cluster !== null && !paused) this.sendNumbers(cluster)
  }

  private sendNumbers(cluster: Cluster): void {
    const { words } = this.ports.parts
    const { name } = cluster.settings
    const group = cluster.snapshot.groups?.get(this.target.group)
    const history = cluster.history(this.target.group)
    if (group === undefined || group.partitions === null || history === null) return
    const series = seriesKey(history)
    const time = history.times.at(-1) ?? 0
    const { sent } = this
    if (sent?.series === series && sent.time === time) return
    const oneMore = sent?.series === series && history.times.at(-2) === sent.time
    const message = oneMore ? sampleMessage(group, name, history, words) : null
    this.post(message ?? windowMessage(group, name, history, words))
    this.sent = { series, time }
  }

  private post(message: HostMessage): void {
    // A page that went away meanwhile needs no message; the next one asks for a window.
    void this.panel.webview.postMessage(message)
  }
}
