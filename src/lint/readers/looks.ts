import type { Look, SourceFile } from './reader'
import { baseNameOf, extensionOf } from './reader'

/**
 * What tells a format apart without its parser. It stands in the linter itself; the readers are a file of their own
 * that is loaded with the first text that passes here.
 */

function look(
  id: string,
  languages: readonly string[],
  extensions: readonly string[],
  mayBeKafka: (file: SourceFile) => boolean,
): Look {
  const known = new Set(extensions)
  return {
    id,
    languages,
    accepts: (fileName, languageId) =>
      languageId === null ? known.has(extensionOf(fileName)) : languages.includes(languageId),
    mayBeKafka,
  }
}

const inYaml =
  /kafka|bootstrap\.servers|process\.roles|connector\.class|CONNECT_[A-Z]|KSQL_|mp\.messaging|messaging:/i

/** Spring, Quarkus and Micronaut, Compose, Kubernetes and Strimzi. */
export const yamlLook = look(
  'yaml',
  ['yaml', 'dockercompose', 'spring-boot-properties-yaml'],
  ['yaml', 'yml'],
  ({ text }) => inYaml.test(text),
)

/**
 * `spring.kafka`, `spring.cloud.stream.kafka`, `kafka.bootstrap.servers` and the like, `kafka-streams.`. All have one word
 * in common, so that a text is searched for that one.
 */
const inFrameworks =
  /kafka(?:(?<=spring\.(?:cloud\.stream\.)?kafka)|\.(?:bootstrap\.servers|consumers\.|producers\.|streams\.)|-streams\.)/

/** `application.properties` of Spring, Quarkus and Micronaut. */
export const frameworkPropertiesLook = look(
  'framework-properties',
  ['properties', 'java-properties', 'spring-boot-properties', 'quarkus-properties'],
  ['properties'],
  ({ text }) => inFrameworks.test(text) || text.includes('mp.messaging'),
)

/** A connector as it is sent to Kafka Connect. */
export const connectJsonLook = look('connect-json', ['json', 'jsonc'], ['json'], ({ text }) =>
  text.includes('"connector.class"'),
)

const inSettings = /bootstrap\.?servers|"\w*kafka\w*(?:"\s*:\s*\{|:\w)/i
const settingsName = /^appsettings(?:\.[\w-]+)*\.json$/i

/** The settings of a .NET application. */
export const appSettingsLook: Look = {
  id: 'appsettings',
  languages: ['json', 'jsonc'],
  accepts: (fileName, languageId) =>
    settingsName.test(baseNameOf(fileName)) && (languageId === null || /^jsonc?$/.test(languageId)),
  mayBeKafka: ({ text }) => inSettings.test(text),
}

const envName = /^\.env(?:\.|$)|\.env$/i
const inEnv = /^[ \t]*(?:export[ \t]+)?(?:KAFKA_|CONNECT_|KSQL_KSQL_|SPRING_KAFKA_)/m

/** `.env`, `kafka.env`: variables that a container is started with. */
export const dotenvLook: Look = {
  id: 'dotenv',
  languages: ['dotenv'],
  accepts(fileName, languageId) {
    if (languageId === 'dotenv') return true
    return (languageId === null || languageId === 'properties') && envName.test(baseNameOf(fileName))
  },
  mayBeKafka: ({ text }) => inEnv.test(text),
}

/** In the order in which they are asked. */
export const structuredLooks: readonly Look[] = [
  yamlLook,
  dotenvLook,
  frameworkPropertiesLook,
  connectJsonLook,
  appSettingsLook,
]
