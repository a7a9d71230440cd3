import type { Dialect, Role } from '../../../document'

type Library = 'confluent' | 'kafkaPython' | 'aiokafka'

/** Whose names each package takes. */
export const dialectsOfLibraries: Readonly<Record<Library, Dialect>> = {
  confluent: 'librdkafka',
  kafkaPython: 'kafka-python',
  aiokafka: 'aiokafka',
}
/** What a Python client's package calls its clients. */
const classes: Readonly<Record<Library, Readonly<Record<string, Role>>>> = {
  confluent: {
    Consumer: 'consumer',
    DeserializingConsumer: 'consumer',
    AvroConsumer: 'consumer',
    AIOConsumer: 'consumer',
    Producer: 'producer',
    SerializingProducer: 'producer',
    AvroProducer: 'producer',
    AIOProducer: 'producer',
    AdminClient: 'admin',
  },
  kafkaPython: {
    KafkaConsumer: 'consumer',
    KafkaProducer: 'producer',
    KafkaAdminClient: 'admin',
  },
  aiokafka: {
    AIOKafkaConsumer: 'consumer',
    AIOKafkaProducer: 'producer',
    AIOKafkaAdminClient: 'admin',
  },
}

export interface PythonClient {
  readonly library: Library
  readonly role: Role
}

/** Which Kafka clients a file imports, and under which names. */
export class PythonImports {
  readonly libraries = new Set<Library>()
  /** Names that stand for a module of a client. */
  private readonly modules = new Map<string, Library>()
  private readonly names = new Map<string, PythonClient>()

  /** @param statement the whole import, as written */
  add(statement: string): void {
    const text = statement.replace(/#[^\n]*|\\\r?\n/g, ' ')
    const from = /^\s*from\s+([\w.]+)\s+import\s+([\s\S]*)$/.exec(text)
    if (from === null) {
      for (const part of text.replace(/^\s*import\s+/, '').split(',')) this.module(part.trim())
      return
    }
    const library = libraryOf(from[1] ?? '')
    if (library === null) return
    this.libraries.add(library)
    for (const part of (from[2] ?? '').replace(/[()]/g, '').split(',')) {
      const [name = '', alias] = part.trim().split(/\s+as\s+/)
      const role = Object.hasOwn(classes[library], name) ? classes[library][name] : undefined
      if (role !== undefined) this.names.set(alias ?? name, { library, role })
      else if (name === '*')
        for (const [own, of] of Object.entries(classes[library])) this.names.set(own, { library, role: of })
    }
  }

  private module(part: string): void {
    const [name = '', alias] = part.split(/\s+as\s+/)
    const library = libraryOf(name)
    if (library === null) return
    this.libraries.add(library)
    this.modules.set(alias ?? name, library)
  }

  /** The client that a callee makes. */
  client(callee: string): PythonClient | null {
    const named = this.names.get(callee)
    if (named !== undefined) return named
    const dot = callee.lastIndexOf('.')
    const path = callee.slice(0, Math.max(dot, 0))
    const library = this.modules.get(path) ?? this.modules.get(path.split('.')[0] ?? '')
    const name = callee.slice(dot + 1)
    if (dot < 0 || library === undefined || !Object.hasOwn(classes[library], name)) return null
    const role = classes[library][name]
    return role === undefined ? null : { library, role }
  }
}

function libraryOf(module: string): Library | null {
  if (/^confluent_kafka(?:\.|$)/.test(module)) return 'confluent'
  if (/^aiokafka(?:\.|$)/.test(module)) return 'aiokafka'
  return /^kafka(?:\.|$)/.test(module) ? 'kafkaPython' : null
}
