/**
 * What the editor's host does for a reset, in a process of its own that can be killed at any moment.
 * Arguments: bootstrap, folder of the change records, group.
 */
import { RealCluster } from './cluster'

const [bootstrap = '', folder = '', group = ''] = process.argv.slice(2)

async function run(): Promise<void> {
  const real = new RealCluster(bootstrap, folder)
  await real.cluster.connect(new AbortController().signal)
  const outcome = await real.reset(group, { kind: 'earliest' }, { kind: 'topic', topic: group })
  console.log(outcome.record.state)
  await real.end()
}

run().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
