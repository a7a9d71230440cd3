import type { Block, Dialect, Entry, LintDocument, Role, RoleSource } from '../../../src/lint/document'
import { lintDocuments, type LintInput } from '../../../src/lint/engine'
import type { Finding } from '../../../src/lint/index'

/** A block as some reader would make it, from lines `key=value`; `key` alone has no literal value. */
export interface HandmadeBlock {
  readonly role: Role
  readonly lines: readonly string[]
  readonly dialect?: Dialect
  readonly roleFrom?: RoleSource
  readonly prefix?: string
  readonly profile?: string
  readonly complete?: boolean
  readonly joinsGroup?: boolean
  readonly replicas?: number
  /** Place of the parent among the blocks before it. */
  readonly parent?: number
}

/** A document of blocks, for what no `.properties` file can say. */
export function handmade(blocks: readonly HandmadeBlock[], code = false): LintDocument {
  let text = ''
  const built: Block[] = []
  for (const block of blocks) {
    const { prefix = '', dialect = 'java', roleFrom = 'prefix' } = block
    const entries = block.lines.map((line): Entry => {
      const start = text.length
      const written = prefix + line
      text += `${written}\n`
      const equals = written.indexOf('=')
      const keyEnd = equals < 0 ? written.length : equals
      return {
        key: written.slice(prefix.length, keyEnd),
        keyRange: { start, end: start + keyEnd },
        value: equals < 0 ? null : written.slice(equals + 1),
        valueRange: { start: start + Math.min(keyEnd + 1, written.length), end: start + written.length },
        range: { start, end: text.length },
      }
    })
    built.push({
      role: block.role,
      roleFrom,
      dialect,
      prefix,
      profile: block.profile ?? null,
      entries,
      parent: block.parent === undefined ? null : (built[block.parent] ?? null),
      joinsGroup: block.joinsGroup ?? block.role === 'consumer',
      complete: block.complete ?? false,
      ...(block.replicas === undefined ? {} : { replicas: block.replicas }),
    })
  }
  return {
    text,
    blocks: built,
    comments: [],
    syntax: {
      key: (block, key) => block.prefix + key,
      value: (value) => value,
      insertAfter: (block, entry, key, value) => ({
        start: entry.range.end,
        end: entry.range.end,
        text: `${block.prefix}${key}=${value}\n`,
      }),
    },
    code,
  }
}

export type RunOptions = Omit<LintInput, 'fileName' | 'text'>

/** Findings of one document that no reader made. */
export function handmadeFindings(document: LintDocument, options: RunOptions = {}): Finding[] {
  const input = { fileName: 'handmade', text: document.text, ...options }
  return lintDocuments([{ document, input }])[0] ?? []
}

/** `rule key` of every finding. */
export function handmadeFound(
  blocks: readonly HandmadeBlock[],
  options: RunOptions = {},
  code = false,
): string[] {
  return handmadeFindings(handmade(blocks, code), options).map(({ rule, key }) => `${rule} ${key}`)
}
