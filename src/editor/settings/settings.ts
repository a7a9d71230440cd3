import * as vscode from 'vscode'
import type { PollIntervals } from '../../clusters/cluster'
import { SettingId } from '../../ids'
import type { Deadlines } from '../../model/cluster-client'
import type { Disposable } from '../../model/ports'
import type { ClusterSettings } from '../../model/settings'
import type { ClusterList } from './cluster-list'
import { readClusterList } from './cluster-list'
import type { LintSettings } from './lint-settings'
import { readLintSettings } from './lint-settings'

const SECOND = 1000

/** The only place where settings are read and written. */
export const settings = {
  clusters(): ClusterList {
    return readClusterList(globalValue(SettingId.clusters))
  },

  /** Changes the list as it stands now, also entries that could not be understood: they stay. */
  async updateClusters(change: (entries: readonly unknown[]) => readonly unknown[]): Promise<void> {
    const value = globalValue(SettingId.clusters)
    const entries: readonly unknown[] = Array.isArray(value) ? value : []
    await vscode.workspace
      .getConfiguration()
      .update(SettingId.clusters, change(entries), vscode.ConfigurationTarget.Global)
  },

  poll(): PollIntervals {
    return {
      treeMs: seconds(SettingId.treePollSeconds, 10, 1, 3600),
      chartMs: seconds(SettingId.pollSeconds, 2, 1, 300),
    }
  },

  deadlines(): Deadlines {
    return {
      connect: seconds(SettingId.connectTimeout, 10, 1, 120),
      request: seconds(SettingId.requestTimeout, 15, 1, 300),
    }
  },

  /** Whether a group id in a file shows how its group does. */
  codeLens(scope: vscode.ConfigurationScope): boolean {
    return (
      vscode.workspace.getConfiguration(undefined, scope).get<unknown>(SettingId.codeLensEnabled) !== false
    )
  },

  lint(scope: vscode.ConfigurationScope): LintSettings {
    const read = (id: SettingId): unknown => vscode.workspace.getConfiguration(undefined, scope).get(id)
    return readLintSettings({
      enabled: read(SettingId.lintEnabled),
      severity: read(SettingId.lintSeverity),
      kafkaVersion: read(SettingId.lintKafkaVersion),
      run: read(SettingId.lintRun),
      preset: read(SettingId.lintPreset),
      exclude: read(SettingId.lintExclude),
      cluster: read(SettingId.lintCluster),
    })
  },

  /** Calls back after any of these settings changed, anywhere. */
  onDidChange(ids: readonly SettingId[], listener: () => void): Disposable {
    return vscode.workspace.onDidChangeConfiguration((event) => {
      if (ids.some((id) => event.affectsConfiguration(id))) listener()
    })
  },
}

/** The person's own value: a folder's is never read, whatever the editor would make of it. */
function globalValue(id: SettingId): unknown {
  return vscode.workspace.getConfiguration().inspect(id)?.globalValue
}

/** A setting in seconds, as ms, kept in its bounds whatever was written. */
function seconds(id: SettingId, usual: number, min: number, max: number): number {
  const value = vscode.workspace.getConfiguration().get<unknown>(id)
  const number = typeof value === 'number' && Number.isFinite(value) ? value : usual
  return Math.min(max, Math.max(min, number)) * SECOND
}

/** The entry of a cluster as it is written into the setting. What is off is not written. */
export function entryOf(cluster: ClusterSettings): Record<string, unknown> {
  const { id, name, bootstrapServers, readOnly, production } = cluster
  return {
    id,
    name,
    bootstrapServers: [...bootstrapServers],
    ...(readOnly ? { readOnly } : {}),
    ...(production ? { production } : {}),
  }
}
