/** Readers whose parsers are big: built as `dist/lint-yaml.js`, loaded with the first file that needs one of them. */
import { dotenvReader } from './environment/dotenv'
import { frameworkPropertiesReader } from './frameworks/properties-reader'
import { appSettingsReader } from './json/appsettings'
import { connectJsonReader } from './json/reader'
import type { Reader } from './reader'
import { yamlReader } from './yaml/reader'

/** In the order in which they are asked. */
export const structuredReaders: readonly Reader[] = [
  yamlReader,
  dotenvReader,
  frameworkPropertiesReader,
  connectJsonReader,
  appSettingsReader,
]
