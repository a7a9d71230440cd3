import { parseTree, type Node, type ParseError } from 'jsonc-parser'
import type { KnownKeys } from '../../catalogue/known-keys'
import { kafkaNameOf } from '../../catalogue/librdkafka-names'
import type { Role, TextEdit } from '../../document'
import { enumMember, enumWord, isEnumeration, propertyName } from '../code/dotnet/names'
import { appSettingsLook } from '../looks'
import { assemble, type Draft } from '../placed/assemble'
import { DraftSet } from '../placed/draft-set'
import { PlacedEntry, placedSyntax, type Leaf } from '../placed/leaf'
import { isReadable } from '../placed/limits'
import { baseNameOf, type Reader } from '../reader'
import { JsonContainer, jsonLeaf, type JsonLeaf } from './container'

/** A setting of Confluent.Kafka's in a section. */
interface SettingLeaf extends JsonLeaf {
  /** Names of the sections around it, from the root. */
  readonly sections: readonly string[]
  /** librdkafka's name of it. */
  readonly key: string
}

/** Kafka's sections in the settings of a .NET application, as they are bound to Confluent.Kafka's configuration classes. */
export const appSettingsReader: Reader = {
  ...appSettingsLook,

  read(file, _role, known) {
    const { text } = file
    if (!this.mayBeKafka(file, null) || !isReadable(text)) return null
    const errors: ParseError[] = []
    const root = parseTree(text, errors, { allowTrailingComma: true })
    if (root === undefined || errors.length > 0) return null
    const leaves = settingsIn(root, text, namesOf(known))
    const overlay = !/^appsettings\.json$/i.test(baseNameOf(file.fileName))
    const blocks = assemble([{ profile: null, drafts: draftsOf(leaves, overlay) }], known)
    if (blocks.length === 0) return null
    return {
      format: 'appsettings',
      text,
      blocks,
      comments: [],
      syntax: placedSyntax(new AppSettingsContainer(text), null),
    }
  },
}

/** librdkafka's names by how a property is written, in small letters; words that an application uses for its own are left out. */
function namesOf(known: KnownKeys): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const key of known.librdkafka.keys())
    if (/[._]/.test(key) || key === 'acks') names.set(propertyName(key).toLowerCase(), key)
  return names
}

function settingsIn(root: Node, text: string, names: ReadonlyMap<string, string>): SettingLeaf[] {
  const found: SettingLeaf[] = []
  const walk = (node: Node, sections: readonly string[]): void => {
    for (const child of node.children ?? []) {
      const [key, value] = child.type === 'property' ? (child.children ?? []) : []
      if (key === undefined || value === undefined) {
        if (child.type === 'object' || child.type === 'array') walk(child, sections)
        continue
      }
      // `Kafka:Consumer:GroupId` is a path in one name.
      const path = String(key.value).split(':')
      const around = [...sections, ...path.slice(0, -1)]
      const name = path.at(-1) ?? ''
      if (value.type === 'object' || value.type === 'array') {
        walk(value, [...around, name])
        continue
      }
      const native = name.includes('.') ? name : names.get(name.toLowerCase())
      if (native === undefined) continue
      const leaf = jsonLeaf(name, key, value, text)
      found.push({
        path: leaf.path,
        value: leaf.value === null ? null : (enumWord(native, leaf.value) ?? leaf.value),
        keyRange: leaf.keyRange,
        valueRange: leaf.valueRange,
        isText: leaf.isText,
        get range() {
          return leaf.range
        },
        sections: around,
        key: native,
      })
    }
  }
  walk(root, [])
  return found
}

const SEPARATOR = ':'
const isServers = ({ key }: SettingLeaf): boolean => kafkaNameOf(key) === 'bootstrap.servers'

/** One draft for each section that names the brokers, is below such a one, or says by its name that it is Kafka's. */
function draftsOf(leaves: readonly SettingLeaf[], overlay: boolean): Draft[] {
  const roots = leaves.filter(isServers).map(({ sections }) => sections.join(SEPARATOR))
  const set = new DraftSet()
  for (const leaf of leaves) {
    const { sections, key } = leaf
    const id = sections.join(SEPARATOR)
    const rooted = roots.some((root) => id === root || id.startsWith(root === '' ? '' : root + SEPARATOR))
    if (!rooted && !sections.some((section) => /kafka/i.test(section))) continue
    const role = roleOf(sections)
    const draft: Omit<Draft, 'entries'> = {
      id,
      role,
      dialect: 'librdkafka',
      prefix: '',
      parents: sections.map((_, at) => sections.slice(0, sections.length - 1 - at).join(SEPARATOR)),
      joinsGroup: role === 'consumer' || role === 'client',
      // Another file or the program may say the rest.
      open: overlay || !rooted,
      pathOf: nameIn,
    }
    set.add(draft, new PlacedEntry(kafkaNameOf(key), leaf, leaf.value, leaf.path))
  }
  return set.all()
}

/** By the innermost section that tells. */
function roleOf(sections: readonly string[]): Role {
  for (const section of [...sections].reverse()) {
    const roles = (['consumer', 'producer', 'admin'] as const).filter((role) =>
      section.toLowerCase().includes(role),
    )
    const [role] = roles
    if (role !== undefined) return roles.length > 1 ? 'client' : role
  }
  return 'client'
}

/** A name in the hand of the one beside it: `SessionTimeoutMs`, `sessionTimeoutMs`, `session.timeout.ms`. */
function nameIn(key: string, { path }: Leaf): string {
  if (path.includes('.')) return key
  const name = propertyName(key)
  return /^[a-z]/.test(path) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** Values of enumerations are the names of their members. */
class AppSettingsContainer extends JsonContainer {
  override setValue(leaf: Leaf, value: string): TextEdit {
    const { key } = leaf as SettingLeaf
    const kafkaKey = kafkaNameOf(key)
    if (key.includes('.') && leaf.path.includes('.')) return super.setValue(leaf, value)
    const member = enumMember(kafkaKey, value)?.split('.').at(-1)
    if (member !== undefined) return { ...leaf.valueRange, text: JSON.stringify(member) }
    const { start } = leaf.valueRange
    return isEnumeration(kafkaKey) ? { start, end: start, text: '' } : super.setValue(leaf, value)
  }
}
