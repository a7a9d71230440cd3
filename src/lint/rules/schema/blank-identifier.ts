import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'

/** `KafkaConsumer` and `KafkaProducer` refuse an empty group.id, group.instance.id or transactional.id. */
export const blankIdentifier = rule({
  id: 'blank-identifier',
  severity: 'error',
  stage: 'domain',
  roles: ['consumer', 'producer', 'client'],
  keys: ['group.id', 'group.instance.id', 'transactional.id'],
  checkKey: (context, key, entry) =>
    entry.value === '' && report(entry, text('lint.blank-identifier', key), [toDelete(context, entry)]),
})
