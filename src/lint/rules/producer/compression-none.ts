import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { producers, report, rule } from '../kit/rule'
import { written } from '../kit/settings'

const TYPE = 'compression.type'

/** Batches are compressed once, by the producer, and stay so on disk and to the consumer. */
export const compressionNone = rule({
  id: 'compression-none',
  severity: 'hint',
  preset: 'strict',
  roles: producers,
  keys: [TYPE],
  check(context) {
    const type = written(context, TYPE)
    if (type?.text !== 'none') return null
    return report(type.entry, text('lint.compression-none'), [toSet(context, type.entry, 'lz4')])
  },
})
