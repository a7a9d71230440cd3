import { never, systemClock } from '../broker/client'
import { Peek, texts } from '../../src/decoders'
import { englishFormat, sayWith } from '../../src/model/text'
import { bench } from '../support/bench'
import { onOwnBroker, requestsSeen } from './cluster'

const at = { topic: 'bench-peek', partition: 0 }
const group = 'bench-peek-group'
const options = { cluster: 'bench', ...at, group, patience: () => 15_000 }

bench('a look at 50 records', (measure) =>
  onOwnBroker(async ({ oracle, proxy, real }) => {
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
      const peek = new Peek(options, real.cluster.log, systemClock)
      await peek.look({ kind: 'committed' }, never())
      const { records } = await peek.document(say, null, never())
      measure('peek50', performance.now() - began)
      measure('requestsPeek', requestsSeen(proxy))
      if (records.length !== 50) throw new Error(`The look found ${records.length} records, not 50.`)
    }
  }),
)
