import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { isSet, writtenWord } from '../kit/settings'

const ZOOKEEPER = 'zookeeper.connect'

/** From 4.0 on the key is gone, and the rule on removed keys speaks. */
export const mixedZookeeperKraft = rule({
  id: 'mixed-zookeeper-kraft',
  severity: 'warning',
  stage: 'conflict',
  roles: ['broker'],
  keys: [ZOOKEEPER],
  check(context) {
    const entry = context.explicit(ZOOKEEPER)
    if (entry === null || !context.versionKnown || context.version >= 4000) return null
    if (!isSet(context, ZOOKEEPER) || !isSet(context, 'process.roles')) return null
    const migration = 'zookeeper.metadata.migration.enable'
    // A placeholder may well say that it migrates.
    if (context.explicit(migration) !== null && writtenWord(context, migration) !== 'false') return null
    return report(entry, text('lint.mixed-zookeeper-kraft'), [toDelete(context, entry)])
  },
})
