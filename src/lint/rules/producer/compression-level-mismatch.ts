import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { producers, report, rule } from '../kit/rule'
import { wordOf } from '../kit/settings'

const codecs = ['gzip', 'lz4', 'zstd']
const keyOf = (codec: string): string => `compression.${codec}.level`

/** Each level is read for its own codec alone (KIP-390). */
export const compressionLevelMismatch = rule({
  id: 'compression-level-mismatch',
  severity: 'info',
  tag: 'unnecessary',
  roles: producers,
  keys: codecs.map(keyOf),
  check(context) {
    const type = wordOf(context, 'compression.type')
    if (type === null) return null
    return codecs.flatMap((codec) => {
      const entry = codec === type ? null : context.explicit(keyOf(codec))
      if (entry === null) return []
      return [
        report(entry, text('lint.compression-level-mismatch', entry.key, type), [toDelete(context, entry)]),
      ]
    })
  },
})
