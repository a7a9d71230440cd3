import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { ownedFolder, spawnOwned } from '../owned'
import { jvmOptions, kafkaClassPath } from './jars'
import type { KafkaVersion } from './versions'

/** The main classes of Kafka's own commands, by the names of their scripts without `kafka-` and `.sh`. */
const tools = {
  'consumer-groups': 'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand',
  /** Kafka 4 only. */
  'share-groups': 'org.apache.kafka.tools.consumer.group.ShareGroupCommand',
  /** Kafka 4 only. */
  groups: 'org.apache.kafka.tools.GroupsCommand',
  topics: 'org.apache.kafka.tools.TopicCommand',
  'delete-records': 'org.apache.kafka.tools.DeleteRecordsCommand',
  'get-offsets': 'org.apache.kafka.tools.GetOffsetShell',
  acls: 'org.apache.kafka.tools.AclCommand',
} as const

/** What a command has printed and how it ended. */
export interface ToolResult {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** A topic and its layout: a number of partitions, or the replicas of each by node id. */
export type TopicLayout = { readonly configs?: Readonly<Record<string, string>> } & (
  { readonly partitions: number } | { readonly assignment: readonly (readonly number[])[] }
)

/** How to produce records. */
export interface ProduceOptions {
  /** Of the first record, in ms since the epoch; the producer's clock when left out. */
  readonly timestamp?: number
  /** Added to the timestamp with each record, in ms. */
  readonly stepMs?: number
  /** Prefix of the keys (`a` gives a0, a1, …); no keys when left out. */
  readonly key?: string
  /** Size of a value in bytes, 16 when left out. */
  readonly bytes?: number
  /** In one transaction, which is then committed, aborted, or left open (until `transaction.timeout.ms`). */
  readonly transaction?: 'commit' | 'abort' | 'open'
  /** Further settings of the producer. */
  readonly properties?: Readonly<Record<string, string>>
}

/** A record with all that it can have. */
export interface RecordToSend {
  readonly key?: Uint8Array | string | null
  /** Null = a tombstone. */
  readonly value: Uint8Array | string | null
  /** Epoch ms. */
  readonly timestamp?: number
  readonly headers?: readonly { readonly key: string; readonly value: Uint8Array | string | null }[]
}

/** Settings of the producer (`compression.type` …), and what becomes of the transaction it writes in. */
export type SendOptions = Pick<ProduceOptions, 'transaction' | 'properties'>

/** A record as Kafka's own consumer read it; bytes in base64. */
export interface ReadRecord {
  readonly offset: string
  readonly timestamp: number
  readonly timestampType: string
  readonly key: string | null
  readonly value: string | null
  readonly headers: readonly { readonly key: string; readonly value: string | null }[]
}

/** A batch as Kafka itself lays it out. */
export interface BatchToLayOut {
  readonly magic: 0 | 1 | 2
  readonly codec: 'none' | 'gzip' | 'snappy' | 'lz4' | 'zstd'
  /** Of the first record. */
  readonly offset: number
  readonly records: readonly RecordToSend[]
}

/** A commit to write. */
export interface CommitRow {
  readonly topic: string
  readonly partition: number
  readonly offset: string | number | bigint
  readonly metadata?: string
  readonly leaderEpoch?: number
}

/** A commit as Kafka's admin client reads it. */
export interface CommittedRow {
  readonly topic: string
  readonly partition: number
  readonly offset: string
  readonly metadata: string
  readonly leaderEpoch: number | null
}

/** A member to start. */
export interface MemberOptions {
  readonly group: string
  readonly topics: readonly string[]
  /** `classic` when left out; `share` and `streams` need Kafka 4. */
  readonly protocol?: 'classic' | 'consumer' | 'share' | 'streams'
  readonly clientId?: string
  /** Further settings of the consumer (`group.instance.id`, `enable.auto.commit`, …). */
  readonly properties?: Readonly<Record<string, string>>
}

/** What a live member holds and how many records it has seen. */
export interface Progress {
  readonly records: number
  readonly assignment: readonly { readonly topic: string; readonly partition: number }[]
}

/** A real Java consumer that is a member of a group. */
export interface LiveMember {
  progress(): Promise<Progress>
  /** Commits, leaves the group and ends. */
  stop(): Promise<Progress>
  /** Ends without a word: the group keeps the member until its session times out. */
  vanish(): Promise<Progress>
}

/** Kafka's own clients and commands, for tests to compare with. */
export interface Oracle {
  /** Runs one of Kafka's own commands against this cluster (`--bootstrap-server` is added). */
  tool(name: keyof typeof tools, args: readonly string[]): Promise<ToolResult>
  createTopic(topic: string, layout: TopicLayout): Promise<void>
  deleteTopic(topic: string): Promise<void>
  addPartitions(topic: string, to: number): Promise<void>
  /** Moves a partition's log start offset up to `before`. */
  deleteRecords(topic: string, partition: number, before: number): Promise<void>
  /** Produces `count` records to one partition, or over all of them by key when `partition` is null. */
  produce(topic: string, partition: number | null, count: number, options?: ProduceOptions): Promise<void>
  /** Produces these records, in as few batches as the producer makes of them; gives their offsets. */
  sendRecords(
    topic: string,
    partition: number,
    records: readonly RecordToSend[],
    options?: SendOptions,
  ): Promise<string[]>
  /** What Kafka's own consumer reads from an offset to the end, without a group. */
  readRecords(
    topic: string,
    partition: number,
    offset: number,
    isolation: 'read_committed' | 'read_uncommitted',
  ): Promise<ReadRecord[]>
  /** The bytes of a batch, also in the formats that brokers no longer write. */
  layOut(batch: BatchToLayOut): Promise<Uint8Array>
  /** Log start offset and high watermark of every partition. */
  ends(topic: string): Promise<{ readonly partition: number; readonly start: string; readonly end: string }[]>
  /** Commits offsets for a group without members, or the same ones for many groups; makes a group that is not there. */
  commit(group: string | readonly string[], offsets: readonly CommitRow[]): Promise<void>
  committed(group: string): Promise<CommittedRow[]>
  deleteGroup(group: string): Promise<void>
  /** Starts a live member and waits for its first assignment (up to 30 s). */
  consumer(options: MemberOptions): Promise<LiveMember>
  stop(): Promise<void>
}

/**
 * Starts the JVM in which Kafka's own clients and commands run.
 * @param at a cluster and the version of Kafka whose clients are to talk to it
 */
export async function startOracle(at: { bootstrap: string; version: KafkaVersion }): Promise<Oracle> {
  const classPath = await kafkaClassPath(at.version)
  const folder = ownedFolder('oracle')
  const log = join(folder.path, 'log')
  const jvm = spawnOwned('java', ['-cp', classPath, ...jvmOptions(512, 'error'), 'Oracle', at.bootstrap], {
    log,
    pipes: true,
  })
  const { stdin, stdout } = jvm.child
  if (!stdin || !stdout) throw new Error('The oracle has no pipes.')
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  createInterface({ input: stdout }).on('line', (line) => {
    const { id, ok, error } = JSON.parse(line) as { id: number; ok?: unknown; error?: string }
    const caller = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) caller?.resolve(ok)
    else caller?.reject(new Error(error))
  })
  stdin.on('error', () => undefined)
  jvm.child.once('exit', () => {
    const tail = readLog(log)
    for (const { reject } of waiting.values()) reject(new Error(`The oracle has ended.\n${tail}`))
    waiting.clear()
  })
  let lastId = 0
  const ask = <T>(op: string, rest: object): Promise<T> => {
    if (jvm.hasEnded()) return Promise.reject(new Error('The oracle has ended.'))
    const id = ++lastId
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: (value) => resolve(value as T), reject })
      stdin.write(`${JSON.stringify({ id, op, ...rest })}\n`)
    })
  }
  const tell = async (op: string, rest: object): Promise<void> => {
    await ask(op, rest)
  }
  return {
    tool: (name, args) => ask('tool', { main: mainOf(name, at.version), args }),
    createTopic: (topic, layout) => tell('createTopic', { topic, ...layout }),
    deleteTopic: (topic) => tell('deleteTopic', { topic }),
    addPartitions: (topic, to) => tell('addPartitions', { topic, to }),
    deleteRecords: (topic, partition, before) => tell('deleteRecords', { topic, partition, before }),
    produce: (topic, partition, count, options = {}) =>
      tell('produce', { topic, ...(partition === null ? {} : { partition }), count, ...options }),
    sendRecords: (topic, partition, records, options = {}) =>
      ask('sendRecords', { topic, partition, records: records.map(inBase64), ...options }),
    readRecords: (topic, partition, offset, isolation) =>
      ask('readRecords', { topic, partition, offset, isolation }),
    layOut: async (batch) => {
      const { bytes } = await ask<{ bytes: string }>('layOut', {
        ...batch,
        records: batch.records.map(inBase64),
      })
      return new Uint8Array(Buffer.from(bytes, 'base64'))
    },
    ends: (topic) => ask('ends', { topic }),
    commit: (group, offsets) =>
      tell('commit', {
        groups: typeof group === 'string' ? [group] : group,
        offsets: offsets.map((row) => ({ ...row, offset: String(row.offset) })),
      }),
    committed: (group) => ask('committed', { group }),
    deleteGroup: (group) => tell('deleteGroup', { group }),
    consumer: async (options) => {
      const { clientId = `${options.group}-client`, protocol = 'classic' } = options
      const { member } = await ask<{ member: string }>('consumer', { ...options, clientId, protocol })
      return {
        progress: () => ask('progress', { member }),
        stop: () => ask('stop', { member, leave: true }),
        vanish: () => ask('stop', { member, leave: false }),
      }
    },
    stop: async () => {
      await jvm.kill()
      await folder.remove()
    },
  }
}

function inBase64({ key = null, value, headers = [], ...rest }: RecordToSend): object {
  const base64 = (bytes: Uint8Array | string | null): string | null =>
    bytes === null ? null : Buffer.from(bytes).toString('base64')
  return {
    ...rest,
    key: base64(key),
    value: base64(value),
    headers: headers.map((header) => ({ key: header.key, value: base64(header.value) })),
  }
}

/** Kafka 3 has one of its commands elsewhere. */
function mainOf(name: keyof typeof tools, version: KafkaVersion): string {
  return name === 'acls' && version.startsWith('3.') ? 'kafka.admin.AclCommand' : tools[name]
}

function readLog(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20).join('\n')
  } catch {
    return ''
  }
}
