import type { Role } from '../../../document'
import type { Client } from '../draft'
import { evaluate, type Language, type Literal } from '../expression'
import { stringValue, type StringRules } from '../strings'
import { constantsOf } from './constants'

/** What a file of a JVM language imports. */
export class Imports {
  /** Simple name → full name. */
  private readonly names = new Map<string, string>()
  private readonly wildcards: string[] = []

  /** @param path as written: `a.b.C`, `a.b.*`; @param alias the name it gets here, null = its own */
  add(path: string, alias: string | null = null): void {
    if (/[.*_]$/.test(path) && /\.[*_]$/.test(path)) this.wildcards.push(path.slice(0, -2))
    else this.names.set(alias ?? path.slice(path.lastIndexOf('.') + 1), path)
  }

  /** The full name of a class, null where the imports do not tell. */
  fullName(name: string): string | null {
    if (name.includes('.')) return /^[a-z]/.test(name) ? name : null
    const known = this.names.get(name)
    if (known !== undefined) return known
    // Kafka's own package, taken whole: its classes have names of their own.
    const serialization = 'org.apache.kafka.common.serialization'
    const ofKafka =
      /^(?:String|Bytes?|ByteArray|ByteBuffer|Integer|Long|Short|Double|Float|UUID|Void|Boolean)(?:Des|S)erializer$/
    return this.wildcards.includes(serialization) && ofKafka.test(name) ? `${serialization}.${name}` : null
  }

  /** Kafka's configuration class of that name, unless another one is imported under it. */
  configClass(name: string): string | null {
    const simple = name.slice(name.lastIndexOf('.') + 1)
    const full = name.includes('.') ? name : (this.names.get(simple) ?? null)
    if (full !== null && !full.startsWith('org.apache.kafka.')) return null
    const own = full === null ? simple : full.slice(full.lastIndexOf('.') + 1)
    return constantsOf(own) === null ? null : own
  }

  /** A constant that is imported by itself or with all of its class. */
  bareConstant(name: string): Constant | null {
    const full = this.names.get(name)
    const owners = full === undefined ? this.wildcards : [full.slice(0, full.lastIndexOf('.'))]
    for (const owner of owners) {
      if (!owner.startsWith('org.apache.kafka.')) continue
      const className = owner.slice(owner.lastIndexOf('.') + 1)
      const text = constantsOf(className)?.get(
        full === undefined ? name : full.slice(full.lastIndexOf('.') + 1),
      )
      if (text !== undefined) return { className, text, bare: true }
    }
    return null
  }
}

export interface Constant {
  readonly className: string
  readonly text: string
  readonly bare: boolean
}

/** `ConsumerConfig.GROUP_ID_CONFIG`, or a constant imported by itself. */
export function constantAt(path: string, imports: Imports): Constant | null {
  const dot = path.lastIndexOf('.')
  if (dot < 0) return imports.bareConstant(path)
  const className = imports.configClass(path.slice(0, dot))
  const text = className === null ? undefined : constantsOf(className)?.get(path.slice(dot + 1))
  return className === null || text === undefined ? null : { className, text, bare: false }
}

/** Methods of `StreamsConfig` that put a prefix before a key. */
const prefixes: Readonly<Record<string, string>> = {
  consumerPrefix: 'consumer.',
  mainConsumerPrefix: 'main.consumer.',
  restoreConsumerPrefix: 'restore.consumer.',
  globalConsumerPrefix: 'global.consumer.',
  producerPrefix: 'producer.',
  adminClientPrefix: 'admin.',
  topicPrefix: 'topic.',
}
const numbers: Readonly<Record<string, string>> = {
  'Integer.MAX_VALUE': '2147483647',
  'Int.MAX_VALUE': '2147483647',
  'Int.MaxValue': '2147483647',
  'Long.MAX_VALUE': '9223372036854775807',
  'Long.MaxValue': '9223372036854775807',
}
const conversions: ReadonlySet<string> = new Set([
  'String.valueOf',
  'Integer.toString',
  'Long.toString',
  'Boolean.toString',
  'Integer.valueOf',
  'Long.valueOf',
  'Boolean.valueOf',
  'Int.box',
  'Long.box',
  'Boolean.box',
])
const milliseconds: Readonly<Record<string, number>> = {
  MILLISECONDS: 1,
  ofMillis: 1,
  SECONDS: 1000,
  ofSeconds: 1000,
  MINUTES: 60_000,
  ofMinutes: 60_000,
  HOURS: 3_600_000,
  ofHours: 3_600_000,
  DAYS: 86_400_000,
  ofDays: 86_400_000,
}

function nameOf(path: string, argument: Literal | null, imports: Imports): Literal | null {
  if (argument === null) {
    const known = numbers[path]
    if (known !== undefined) return { kind: 'number', value: known }
    const constant = constantAt(path, imports)
    if (constant !== null) return { kind: 'text', value: constant.text }
    const written = /^(.+)\.toString\(\)$/.exec(path)?.[1]
    if (written === 'true' || written === 'false') return { kind: 'text', value: written }
    return null
  }
  const last = path.slice(path.lastIndexOf('.') + 1)
  const prefix = prefixes[last]
  if (prefix !== undefined) return { kind: 'text', value: prefix + argument.value }
  if (conversions.has(path)) return { ...argument, kind: path.startsWith('String') ? 'text' : argument.kind }
  const time =
    /^(?:(?:TimeUnit\.)?([A-Z]+)\.toMillis|(?:java\.time\.)?Duration\.(of[A-Z][a-z]+)\.toMillis)$/.exec(path)
  const factor = milliseconds[time?.[1] ?? time?.[2] ?? '']
  return factor !== undefined && argument.kind === 'number'
    ? { kind: 'number', value: String(Number(argument.value) * factor) }
    : null
}

/** A language of the JVM as the evaluator sees it. */
export function jvmLanguage(imports: Imports, strings: StringRules): Language {
  return {
    booleans: { true: 'true', false: 'false' },
    string: (literal) => stringValue(literal, strings),
    name: (path, argument) => nameOf(path, argument, imports),
  }
}

const classLiteral =
  /^([A-Za-z_][\w.]*)(?:\.class|::class\.java)(?:\.(?:getName\(\)|getCanonicalName\(\)|name|canonicalName|qualifiedName))?(?:!!)?$/
const kotlinName = /^([A-Za-z_][\w.]*)::class\.qualifiedName(?:!!)?$/
const scalaClass = /^classOf\[([A-Za-z_][\w.]*)(?:\[.*\])?\](?:\.(?:getName|getCanonicalName)(?:\(\))?)?$/

/** What an expression gives Kafka: a literal, or a class whose name the imports tell. */
export function jvmValue(text: string, language: Language, imports: Imports): Literal | null {
  const bare = text.trim().replace(/\.asInstanceOf\[[\w.]+\]$|(?<=[\w"'])\s*:\s*[\w.]+$/, '')
  const written = /^(-?\d[\d_]*|true|false)[lL]?\.toString(?:\(\))?$/.exec(bare)?.[1]
  if (written !== undefined) return { kind: 'text', value: written.replaceAll('_', '') }
  const match = classLiteral.exec(bare) ?? kotlinName.exec(bare) ?? scalaClass.exec(bare)
  if (match === null) return evaluate(bare, language)
  const full = imports.fullName(match[1] ?? '')
  return full === null ? null : { kind: 'text', value: full }
}

/** A key: a constant of Kafka's or a string. */
export interface WrittenKey {
  readonly key: string
  readonly constant: Constant | null
  /** Whether a constant of the file is part of it. */
  readonly shared?: boolean | undefined
}

export function jvmKey(text: string, language: Language, imports: Imports): WrittenKey | null {
  const bare = text.trim()
  const constant = /^[\w.]+$/.test(bare) ? constantAt(bare, imports) : null
  if (constant !== null) return { key: constant.text, constant }
  const literal = evaluate(bare, language)
  if (literal?.kind !== 'text') return null
  const inside = /[\w.]+\.[A-Z][A-Z_]+_CONFIG|^[A-Z_]+_CONFIG/.exec(bare)?.[0]
  return {
    key: literal.value,
    shared: literal.shared,
    constant: inside === undefined ? null : constantAt(inside, imports),
  }
}

/** Classes whose constants tell whose settings they are. */
export const rolesOfClasses: Readonly<Record<string, Role>> = {
  ConsumerConfig: 'consumer',
  ProducerConfig: 'producer',
  AdminClientConfig: 'admin',
  StreamsConfig: 'streams',
  TopicConfig: 'topic',
}

/** Clients, and the framework's makers of them, by the name of their class. */
const rolesOfClients: Readonly<Record<string, Role>> = {
  KafkaConsumer: 'consumer',
  KafkaShareConsumer: 'consumer',
  DefaultKafkaConsumerFactory: 'consumer',
  KafkaProducer: 'producer',
  DefaultKafkaProducerFactory: 'producer',
  KafkaStreams: 'streams',
  StreamsConfig: 'streams',
  KafkaStreamsConfiguration: 'streams',
  KafkaAdmin: 'admin',
  AdminClient: 'admin',
  Admin: 'admin',
  KafkaAdminClient: 'admin',
}
/** Of these, the ones that get all their settings here; a framework adds its own. */
const plainClients: ReadonlySet<string> = new Set(['KafkaConsumer', 'KafkaShareConsumer', 'KafkaProducer'])
/** What Spring's listener containers give the consumers of a factory where nothing is written (Spring Kafka 2.3 and later). */
const containerDefaults = new Map([['enable.auto.commit', 'false']])

/** What a class makes of the settings that it gets; null where it is no client of Kafka's. */
export function clientOf(className: string): Client | null {
  const role = Object.hasOwn(rolesOfClients, className) ? rolesOfClients[className] : undefined
  if (role === undefined) return null
  const plain = plainClients.has(className)
  return className === 'DefaultKafkaConsumerFactory'
    ? { role, plain, defaults: containerDefaults }
    : { role, plain }
}
