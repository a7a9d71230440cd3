import type { KnownKeys } from '../../catalogue/known-keys'
import { kafkaNameOf } from '../../catalogue/librdkafka-names'
import type { Block, Comment, LintDocument, NamedRole, Syntax } from '../../document'
import { baseNameOf, extensionOf, type Reader, type SourceFile } from '../reader'
import { blocksOf } from './blocks'
import { PropertyEntry } from './entry'
import { dialectOf, FileKeys, roleOfFile, roleOfName, tellingWords } from './role'
import { escapePropertyKey, escapePropertyValue, tokenizeProperties, type PropertyComment } from './tokenize'

const extensions: ReadonlySet<string> = new Set(['properties', 'config', 'conf', 'cfg'])
const languages = ['properties', 'java-properties', 'ini']

/** A block opened or closed on a line: HOCON or nginx, never Java properties. */
const braces = /^[^#!\r\n]*(?<!\\)\{[ \t]*$|^[ \t]*\}/m
const sections = /^[ \t]*\[[^\]\r\n]*\][ \t]*$/m

/** Kafka's own `.properties`: clients, brokers, Streams, Connect workers and connectors, MirrorMaker 2, ksqlDB. */
export const propertiesReader: Reader = {
  id: 'properties',
  languages,

  accepts(fileName, languageId) {
    return languageId === null ? extensions.has(extensionOf(fileName)) : languages.includes(languageId)
  },

  mayBeKafka(file, role) {
    if (role !== null || tellingWords.some((word) => file.text.includes(word))) return true
    const baseName = baseNameOf(file.fileName)
    return (
      roleOfName(baseName) !== null || /mirror|clusters/i.test(baseName) || file.text.includes('clusters')
    )
  },

  read(file, role, known) {
    if (!this.mayBeKafka(file, role) || file.text.includes('\0') || isOtherFormat(file)) return null
    return readProperties(file, role, known)
  },
}

function isOtherFormat(file: SourceFile): boolean {
  return extensionOf(file.fileName) !== 'properties' && (braces.test(file.text) || sections.test(file.text))
}

function readProperties(file: SourceFile, role: NamedRole | null, known: KnownKeys): LintDocument | null {
  const { text } = file
  const tokens = tokenizeProperties(text, known.names)
  const keys = new FileKeys()
  const entries: PropertyEntry[] = []
  for (const property of tokens.properties) {
    keys.add(property.key)
    entries.push(new PropertyEntry(property.key, property))
  }
  const fileRole = roleOfFile(baseNameOf(file.fileName), keys, role, known)
  if (fileRole === null) return null
  const dialect = dialectOf(keys)
  const named = dialect === 'librdkafka' ? entries.map(asKafkas) : entries
  return new PropertiesDocument(text, blocksOf(named, fileRole, dialect, known), tokens.comments)
}

/** Most files switch nothing off and are not mended: nobody asks for their comments or how they are written. */
class PropertiesDocument implements LintDocument {
  readonly text: string
  readonly blocks: readonly Block[]
  private readonly places: readonly PropertyComment[]

  constructor(text: string, blocks: readonly Block[], comments: readonly PropertyComment[]) {
    this.text = text
    this.blocks = blocks
    this.places = comments
  }

  get comments(): readonly Comment[] {
    return this.places.map(({ start, end }) => ({ start, end, text: this.text.slice(start + 1, end) }))
  }

  get syntax(): Syntax {
    return syntaxOf(this.text)
  }
}

/** Under Kafka's name, where librdkafka has one of its own. */
function asKafkas(entry: PropertyEntry): PropertyEntry {
  return entry.as(kafkaNameOf(entry.key))
}

function syntaxOf(text: string): Syntax {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const key = (block: Block, name: string): string => escapePropertyKey(block.prefix + name)
  return {
    key,
    value: escapePropertyValue,
    lineComment: '#',
    insertAfter(block, entry, name, value) {
      const line = `${key(block, name)}=${escapePropertyValue(value)}`
      const at = entry.range.end
      const closed = at > 0 && /[\r\n]/.test(text.charAt(at - 1))
      return { start: at, end: at, text: closed ? line + lineEnd : lineEnd + line }
    },
  }
}
