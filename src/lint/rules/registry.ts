import type { Rule } from '../rule'
import { duplicateKey } from './duplicate-key'
import { heartbeatAboveThirdOfSession } from './heartbeat-above-third-of-session'
import { heartbeatNotBelowSession } from './heartbeat-not-below-session'
import { invalidEnumValue } from './invalid-enum-value'
import { invalidValueType } from './invalid-value-type'
import { misspelledKey } from './misspelled-key'
import { valueOutOfRange } from './value-out-of-range'

/** All rules. Of two in the same stage the one that stands first is asked first. */
export const rules: readonly Rule[] = [
  misspelledKey,
  invalidValueType,
  valueOutOfRange,
  invalidEnumValue,
  heartbeatNotBelowSession,
  heartbeatAboveThirdOfSession,
  duplicateKey,
]
