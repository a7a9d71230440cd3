import { propertiesReader } from './properties/reader'
import type { Reader } from './reader'

/** The first reader that accepts a file reads it. */
export const readers: readonly Reader[] = [propertiesReader]
