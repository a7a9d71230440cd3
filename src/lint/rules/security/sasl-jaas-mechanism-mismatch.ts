import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { clients, report, rule } from '../kit/rule'
import { written } from '../kit/settings'
import { moduleOf } from './jaas'

const JAAS = 'sasl.jaas.config'
const MECHANISM = 'sasl.mechanism'

/** Kafka's two modules for passwords are each for mechanisms of their own; other modules are left alone. */
export const saslJaasMechanismMismatch = rule({
  id: 'sasl-jaas-mechanism-mismatch',
  severity: 'error',
  stage: 'conflict',
  javaOnly: true,
  roles: clients,
  keys: [JAAS],
  check(context) {
    const jaas = context.explicit(JAAS)
    const mechanism = written(context, MECHANISM)
    if (jaas === null || jaas.value === null || mechanism === null) return null
    const module = moduleOf(jaas.value)
    const plain = mechanism.text === 'PLAIN'
    const scram = mechanism.text.startsWith('SCRAM-')
    const wrong = (plain && module === 'ScramLoginModule') || (scram && module === 'PlainLoginModule')
    if (!wrong || module === null) return null
    return report(jaas, text('lint.sasl-jaas-mechanism-mismatch', JAAS, module, mechanism.text), [
      toHave(context, MECHANISM, mechanism.entry, jaas, plain ? 'SCRAM-SHA-512' : 'PLAIN'),
    ])
  },
})
