import type { ClusterSettings } from '../../../src/model/settings'
import { englishFormat, sayWith, type Text } from '../../../src/model/text'
import { clustersTexts } from '../../../src/model/texts/clusters'
import { errorTexts } from '../../../src/model/texts/errors'
import { lagTexts } from '../../../src/model/texts/lag'
import { offsetsTexts } from '../../../src/model/texts/offsets'
import { Bookmarks } from '../../../src/clusters/bookmarks'
import { Changes } from '../../../src/clusters/changes'
import { Cluster } from '../../../src/clusters/cluster'
import type { ClusterEvent } from '../../../src/clusters/types'
import { FakeClock } from '../../support/fakes/clock'
import { FakeCluster } from '../../support/fakes/cluster'
import { MemoryFiles } from '../../support/fakes/files'
import { FakeKafka } from '../../support/fakes/kafka'
import { MemoryLog } from '../../support/fakes/log'

export const say: (text: Text) => string = sayWith(
  { ...errorTexts, ...offsetsTexts, ...lagTexts, ...clustersTexts },
  englishFormat('UTC'),
)

export const settings: ClusterSettings = {
  id: 'c1',
  name: 'demo',
  bootstrapServers: ['localhost:9092'],
  readOnly: false,
  production: false,
}

/** A signal nobody aborts. */
export const never = new AbortController().signal

/** A cluster over a fake Kafka, and everything round it to look at. */
export class Bench {
  readonly kafka: FakeKafka
  readonly clock: FakeClock
  readonly files: MemoryFiles
  readonly log = new MemoryLog()
  readonly changes: Changes
  readonly bookmarkFiles = new MemoryFiles()
  readonly bookmarks: Bookmarks
  readonly cluster: Cluster
  readonly events: ClusterEvent[] = []
  readonly clients: FakeCluster[] = []
  readonly poll = { treeMs: 10_000, chartMs: 2_000 }

  constructor(
    about: {
      readonly kafka?: FakeKafka
      readonly files?: MemoryFiles
      readonly clock?: FakeClock
      readonly settings?: Partial<ClusterSettings>
    } = {},
  ) {
    this.kafka = about.kafka ?? new FakeKafka()
    this.files = about.files ?? new MemoryFiles()
    this.clock = about.clock ?? new FakeClock()
    this.changes = new Changes({ files: this.files, log: this.log, tool: 'lagline test' })
    this.bookmarks = new Bookmarks({ files: this.bookmarkFiles, log: this.log, tool: 'lagline test' })
    let ids = 0
    this.cluster = new Cluster(
      { ...settings, ...about.settings },
      {
        createClient: async () => {
          const client = new FakeCluster(this.kafka)
          this.clients.push(client)
          return client
        },
        clock: this.clock,
        log: this.log,
        changes: this.changes,
        bookmarks: this.bookmarks,
        newId: () => `id${(ids += 1)}`,
        poll: () => this.poll,
      },
    )
    this.cluster.onDidChange((event) => this.events.push(event))
  }

  /** Requests made while `work` ran. */
  async requestsOf(work: () => Promise<unknown>): Promise<string[]> {
    const before = this.kafka.requests.length
    await work()
    return this.kafka.requests.slice(before)
  }

  /** States that the record's file went through. */
  statesWritten(id: string): string[] {
    return this.files.written
      .filter(({ name }) => name === `${id}.json`)
      .map(({ text }) => (JSON.parse(text) as { state: string }).state)
  }
}

/** What `work` rejects with: its code and its English. */
export async function failureOf(work: Promise<unknown>): Promise<{ code: string; words: string }> {
  try {
    await work
  } catch (error) {
    const { code, text } = error as { code: string; text: Text }
    return { code, words: say(text) }
  }
  throw new Error('it did not reject')
}
