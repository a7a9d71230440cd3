import { RealCluster } from '../broker/cluster'
import { never, systemClock } from '../broker/client'
import { Peek, texts } from '../../src/decoders'
import { englishFormat, sayWith } from '../../src/model/text'
import { bench } from '../support/bench'
import { startBroker } from '../support/kafka/broker'
import { startOracle } from '../support/kafka/oracle'
import { startProxy } from '../support/kafka/proxy'
import { currentKafka } from '../support/kafka/versions'
import { ownedFolder } from '../support/owned'

const at = { topic: 'bench-peek', partition: 0 }
const group = 'bench-peek-group'

bench('a look at 50 records', async (measure) => {
  const broker = await startBroker({ version: currentKafka })
  const oracle = await startOracle(broker)
  const folder = ownedFolder('bench')
  const [node] = broker.nodes
  if (!node) throw new Error('The broker has no node.')
  const proxy = await startProxy(node)
  const real = new RealCluster(proxy.bootstrap, folder.path)
  try {
    await oracle.createTopic(at.topic, { partitions: 1 })
    const properties = { 'compression.type': 'zstd', 'batch.size': '1000' }
    await oracle.produce(at.topic, at.partition, 2_000, { bytes: 500, key: 'k', properties })
    await oracle.commit(group, [{ ...at, offset: 1_000 }])
    await real.cluster.connect(never())
    const say = sayWith(texts, englishFormat('UTC'))
    // The first one opens the connection for records; each is a look of its own.
    for (let looks = 0; looks < 5; looks++) {
      proxy.clear()
      const began = performance.now()
      const peek = new Peek(
        { cluster: 'bench', ...at, group, patience: () => 15_000 },
        real.cluster.log,
        systemClock,
      )
      await peek.look({ kind: 'committed' }, never())
      const { records } = await peek.document(say, null, never())
      measure('peek50', performance.now() - began)
      const { ApiVersions: _opening, ...requests } = proxy.counts()
      measure(
        'requestsPeek',
        Object.values(requests).reduce((sum, count) => sum + count, 0),
      )
      if (records.length !== 50) throw new Error(`The look found ${records.length} records, not 50.`)
    }
  } finally {
    await real.end()
    await proxy.stop()
    await oracle.stop()
    await broker.stop()
    await folder.remove()
  }
})
