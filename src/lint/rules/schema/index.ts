import type { Rule } from '../../rule'
import { blankIdentifier } from './blank-identifier'
import { bootstrapServersFormat } from './bootstrap-servers-format'
import { classNameNotResolvable } from './class-name-not-resolvable'
import { deprecatedKey } from './deprecated-key'
import { dialectMismatch } from './dialect-mismatch'
import { duplicateKey } from './duplicate-key'
import { invalidEnumValue } from './invalid-enum-value'
import { invalidValueType } from './invalid-value-type'
import { legacyClientKey } from './legacy-client-key'
import { misspelledKey } from './misspelled-key'
import { quotedValue } from './quoted-value'
import { removedKey } from './removed-key'
import { serializerDeserializerMixup } from './serializer-deserializer-mixup'
import { suspiciousDurationUnit } from './suspicious-duration-unit'
import { suspiciousSizeUnit } from './suspicious-size-unit'
import { trailingCommentInValue } from './trailing-comment-in-value'
import { unknownKey } from './unknown-key'
import { valueOutOfRange } from './value-out-of-range'
import { wrongClientKey } from './wrong-client-key'

/** Syntax and schema: what one key and its value say by themselves. */
export const schemaRules: readonly Rule[] = [
  dialectMismatch,
  legacyClientKey,
  misspelledKey,
  removedKey,
  trailingCommentInValue,
  quotedValue,
  invalidValueType,
  valueOutOfRange,
  invalidEnumValue,
  bootstrapServersFormat,
  classNameNotResolvable,
  blankIdentifier,
  serializerDeserializerMixup,
  suspiciousDurationUnit,
  suspiciousSizeUnit,
  deprecatedKey,
  wrongClientKey,
  duplicateKey,
  unknownKey,
]
