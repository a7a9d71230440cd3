import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { plansDocument } from '../../src/offsets/several'
import { never } from '../broker/client'
import { bench } from '../support/bench'
import { jvmOptions, kafkaClassPath } from '../support/kafka/jars'
import type { Oracle } from '../support/kafka/oracle'
import { currentKafka } from '../support/kafka/versions'
import { facts, format, leastTime, planOf, say } from '../unit/offsets/support'
import { onOwnBroker, requestsSeen } from './cluster'

const run = promisify(execFile)
const topic = 'bench-wide'
const partitions = 1_000
const ours = 'bench-ours'
const theirs = 'bench-theirs'
const request = {
  group: ours,
  scenario: { kind: 'latest' },
  scope: { kind: 'group' },
  purpose: 'reset',
} as const

bench('a reset of 1,000 partitions', (measure) =>
  onOwnBroker(async ({ bootstrap, oracle, proxy, real: { cluster } }) => {
    await oracle.createTopic(topic, { partitions })
    await cluster.connect(never())
    const shares: number[] = []
    for (let round = 0; round < 3; round++) {
      await commitBeyond(oracle)
      const command = await time(() => runCommand(bootstrap))
      const plan = await cluster.plan(request, never())
      proxy.clear()
      const own = await time(async () => {
        const { done } = await cluster.apply(plan, never())
        if (done.length !== partitions) throw new Error(`The reset changed ${done.length} partitions.`)
      })
      measure('requestsApply', requestsSeen(proxy))
      shares.push(own / command)
    }
    measure('resetShare', Math.min(...shares))
  }),
)

bench('a plan of 50,000 partitions', (measure) => {
  const many = Array.from({ length: 50_000 }, (_, partition) => facts(partition, 40, 10, 100 + partition))
  measure(
    'plan50k',
    leastTime(() => plansDocument([planOf({ kind: 'toOffset', offset: 50n }, many)], say, format)),
  )
})

/** Beyond the end of the empty logs, so that `latest` moves every partition. */
async function commitBeyond(oracle: Oracle): Promise<void> {
  const rows = Array.from({ length: partitions }, (_, partition) => ({ topic, partition, offset: 3 }))
  await oracle.commit([ours, theirs], rows)
}

/** As a person runs it: its time is that of a JVM that starts, as its script starts one. */
async function runCommand(bootstrap: string): Promise<void> {
  const main = 'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand'
  const what = ['--bootstrap-server', bootstrap, '--group', theirs, '--all-topics']
  await run('java', [
    '-cp',
    await kafkaClassPath(currentKafka),
    ...jvmOptions(512, 'error'),
    main,
    ...what,
    '--reset-offsets',
    '--to-latest',
    '--execute',
  ])
}

/** How long it takes, ms. */
async function time(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
