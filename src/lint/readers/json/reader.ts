import { parseTree, type Node, type ParseError } from 'jsonc-parser'
import type { KnownKeys } from '../../catalogue/known-keys'
import type { LintDocument } from '../../document'
import { connectJsonLook } from '../looks'
import { assemble, type DraftLayer } from '../placed/assemble'
import { PlacedEntry, placedSyntax } from '../placed/leaf'
import { isReadable } from '../placed/limits'
import type { Reader, SourceFile } from '../reader'
import { JsonContainer, jsonLeaf, type JsonLeaf } from './container'
import { jsonProbes } from './probes'

/** Connectors as they are sent to Kafka Connect: the configuration itself, `{name, config}`, or several of them. */
export const connectJsonReader: Reader = {
  ...connectJsonLook,

  read(file, _role, known) {
    if (!this.mayBeKafka(file, null) || !isReadable(file.text)) return null
    return readConnectors(file, known)
  },
  probes: ({ text }, at) => jsonProbes(text, at),
}

function readConnectors({ text }: SourceFile, known: KnownKeys): LintDocument | null {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  if (root === undefined || errors.length > 0) return null
  const connectors = connectorsIn(root)
  if (connectors.length === 0) return null
  const layers = connectors.map((config, index): DraftLayer => ({
    profile: connectors.length > 1 ? String(index + 1) : null,
    drafts: [
      {
        id: String(index),
        role: 'connector',
        roleFrom: 'keys',
        prefix: '',
        parents: [],
        joinsGroup: false,
        entries: leavesOf(config, text).map((leaf) => new PlacedEntry(leaf.path, leaf)),
        pathOf: (key) => key,
      },
    ],
  }))
  return {
    format: 'connect-json',
    text,
    blocks: layers.flatMap((layer) => assemble([layer], known)),
    // JSON has none.
    comments: [],
    syntax: placedSyntax(new JsonContainer(text), null),
  }
}

/** The objects that hold a `connector.class`. */
function connectorsIn(root: Node): Node[] {
  const found: Node[] = []
  const walk = (node: Node, depth: number): void => {
    if (
      node.type === 'object' &&
      node.children?.some((property) => keyOf(property) === 'connector.class') === true
    )
      found.push(node)
    // `{name, config}`, a list of those, or the answer of Connect's REST API, by name: no deeper.
    else if (depth < 4)
      for (const child of node.children ?? []) {
        const value = child.type === 'property' ? child.children?.[1] : child
        if (value !== undefined) walk(value, depth + 1)
      }
  }
  walk(root, 0)
  return found
}

function keyOf(property: Node): string {
  const value: unknown = property.children?.[0]?.value
  return typeof value === 'string' ? value : ''
}

function leavesOf(config: Node, text: string): JsonLeaf[] {
  return (config.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? []
    return key === undefined || value === undefined ? [] : [jsonLeaf(keyOf(property), key, value, text)]
  })
}
