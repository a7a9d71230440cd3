import { propertiesReader } from './properties/reader'
import type { Reader } from './reader'

/** The first reader that accepts a file and finds Kafka in it has it. */
export const readers: readonly Reader[] = [propertiesReader]
