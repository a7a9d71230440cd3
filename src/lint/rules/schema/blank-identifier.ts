import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'

const identifiers = ['group.id', 'group.instance.id', 'transactional.id']

/** `KafkaConsumer` and `KafkaProducer` refuse an empty group.id, group.instance.id or transactional.id. */
export const blankIdentifier = rule({
  id: 'blank-identifier',
  severity: 'error',
  stage: 'domain',
  roles: ['consumer', 'producer', 'client'],
  keys: identifiers,
  check: (context) =>
    identifiers.flatMap((key) => {
      const entry = context.explicit(key)
      return entry?.value === ''
        ? [report(entry, text('lint.blank-identifier', key), [toDelete(context, entry)])]
        : []
    }),
})
