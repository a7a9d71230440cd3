import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/editor/lint/looks'
import { editorTexts } from '../../src/editor/texts/own'
import { CommandId, ContextKey, FIX_ALL, PanelId, SettingId, ViewId } from '../../src/ids'
import { texts as clustersTexts } from '../../src/clusters/index'
import { texts as decodersTexts } from '../../src/decoders/index'
import { moreTexts } from '../../src/editor/texts/more'
import { texts as lintTexts } from '../../src/lint/index'
import { repositoryRoot } from '../support/root'

interface Menu {
  readonly command: string
  readonly when?: string
}
interface Manifest {
  readonly activationEvents: string[]
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: string[] }
    readonly virtualWorkspaces: boolean
  }
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; icon?: string; enablement?: string }[]
    readonly menus: Readonly<Record<string, readonly Menu[]>>
    readonly views: Readonly<Record<string, readonly { id: string; icon?: string }[]>>
    readonly viewsContainers: { readonly activitybar: readonly { id: string }[] }
    readonly viewsWelcome: readonly { contents: string; when: string }[]
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { scope: string; order: number; default: unknown }>>
    }[]
  }
}

const text = (name: string): string => readFileSync(join(repositoryRoot(), name), 'utf8')
const json = <T>(name: string): T => JSON.parse(text(name)) as T
const manifest = json<Manifest>('package.json')
const { contributes } = manifest
const sorted = (values: Iterable<string>): string[] => [...values].sort()
const properties = Object.assign({}, ...contributes.configuration.map((part) => part.properties)) as Record<
  string,
  { scope: string }
>
const whens = [
  ...Object.values(contributes.menus).flatMap((items) => items.map((item) => item.when ?? '')),
  ...contributes.viewsWelcome.map((welcome) => welcome.when),
  ...contributes.commands.map((command) => command.enablement ?? ''),
]

describe('the manifest and ids.ts', () => {
  it('name the same commands', () => {
    expect(sorted(contributes.commands.map(({ command }) => command))).toEqual(
      sorted(Object.values(CommandId)),
    )
  })

  it('name the same views', () => {
    const views = Object.values(contributes.views).flat()
    expect(views.map(({ id }) => id)).toEqual([ViewId.clusters, ViewId.changes])
    expect(views.every(({ icon }) => icon !== undefined)).toBe(true)
    expect(contributes.viewsContainers.activitybar.map(({ id }) => id)).toEqual([ViewId.container])
  })

  it('name the same settings', () => {
    expect(sorted(Object.keys(properties))).toEqual(sorted(Object.values(SettingId)))
  })

  it('name the same context keys', () => {
    const used = whens.flatMap((when) => when.match(/\blagline\.[A-Za-z]+\b(?!\.)/g) ?? [])
    const own = used.filter((key) => !Object.values<string>(ViewId).includes(key))
    expect(sorted(new Set(own))).toEqual(sorted(Object.values(ContextKey)))
  })

  it('offer only commands that exist', () => {
    for (const item of Object.values(contributes.menus).flat())
      expect(Object.values<string>(CommandId), item.command).toContain(item.command)
  })
})

describe('the manifest', () => {
  it('wakes the extension for nothing else', () => {
    expect(manifest.activationEvents).toEqual([
      ...[...LANGUAGES].map((language) => `onLanguage:${language}`),
      'onLanguage:csv',
      `onWebviewPanel:${PanelId.chart}`,
    ])
    expect(FIX_ALL).toBe('source.fixAll.lagline')
  })

  it('lets no folder define clusters, nor change how they are read before it is trusted', () => {
    expect(properties[SettingId.clusters]?.scope).toBe('application')
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces
    const free = [
      SettingId.clusters,
      SettingId.lintEnabled,
      SettingId.lintSeverity,
      SettingId.lintKafkaVersion,
      SettingId.codeLensEnabled,
      SettingId.lintRun,
      SettingId.lintPreset,
      SettingId.lintExclude,
    ]
    expect(sorted([...restrictedConfigurations, ...free])).toEqual(sorted(Object.values(SettingId)))
    expect(manifest.capabilities.virtualWorkspaces).toBe(true)
  })

  it('hides from the palette what only makes sense on a row, and shows the rest', () => {
    const hidden = (contributes.menus['commandPalette'] ?? [])
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command)
    expect(sorted(hidden)).toEqual(
      sorted([
        CommandId.clusterRetry,
        CommandId.clusterCancel,
        CommandId.clusterWhy,
        CommandId.viewMore,
        CommandId.selectionDelete,
        CommandId.changesRefresh,
        CommandId.changesUndo,
      ]),
    )
  })

  it('gives every command that stands on a row or in a title an icon', () => {
    const inline = Object.values(contributes.menus)
      .flat()
      .filter((item) => /^(inline|navigation)/.test((item as { group?: string }).group ?? ''))
    for (const { command } of inline)
      expect(contributes.commands.find((known) => known.command === command)?.icon, command).toMatch(/^\$\(/)
  })
})

describe('the texts', () => {
  const english = json<Record<string, string>>('package.nls.json')
  const korean = json<Record<string, string>>('package.nls.ko.json')

  it('of the manifest are there in both languages, and none is left over', () => {
    const used = new Set([...text('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''))
    expect(sorted(Object.keys(english))).toEqual(sorted(used))
    expect(sorted(Object.keys(korean))).toEqual(sorted(used))
  })

  it('of the manifest keep links, code and settings in translation', () => {
    const marks = (value: string): string[] => sorted(value.match(/\]\([^)]*\)|`[^`]*`|\{\d+\}/g) ?? [])
    for (const [key, value] of Object.entries(english))
      expect(marks(korean[key] ?? ''), key).toEqual(marks(value))
  })

  it('of the tables have ids of their own', () => {
    const tables = [editorTexts, moreTexts, clustersTexts, decodersTexts, lintTexts]
    const ids = tables.flatMap((table) => Object.keys(table))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('of the code are in the bundle, and whole in Korean', async () => {
    const run = promisify(execFile)
    const check = run(process.execPath, ['scripts/l10n.mjs', '--check'], { cwd: repositoryRoot() })
    await expect(check).resolves.toMatchObject({ stderr: '' })
  }, 30_000)

  it('are all in a table that is loaded', async () => {
    const { readdirSync } = await import('node:fs')
    const tables = [editorTexts, moreTexts, clustersTexts, decodersTexts, lintTexts]
    const loaded = new Set(tables.flatMap((table) => Object.keys(table)))
    for (const folder of ['src/model/texts', 'src/editor/texts']) {
      for (const name of readdirSync(join(repositoryRoot(), folder))) {
        const table = (await import(join(repositoryRoot(), folder, name))) as Record<string, unknown>
        for (const value of Object.values(table))
          for (const id of Object.keys(value as object)) expect(loaded, `${name}: ${id}`).toContain(id)
      }
    }
  })
})
