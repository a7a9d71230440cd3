/**
 * What the editor loads when somebody first looks into a log (`dist/decoders.js`): how logs are laid out, compression,
 * what keys and values mean, and the texts these speak.
 */
import { recordsTexts } from '../model/texts/records'

export { Peek } from './peek'
export { recordTimes } from './record-times'
export { SchemaRegistry } from './registry'
export { decodings } from './values'

/** English of everything that a look into a log says. */
export const texts = recordsTexts
