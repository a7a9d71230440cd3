/** Files above this many UTF-16 units are not looked at: no configuration is as long. */
export const MAX_LENGTH = 1024 * 1024

/**
 * What stands in every file that the linter takes for Kafka's: words of its keys, or of the file's name. Wider than
 * the linter's own look, so nothing is missed; it only spares loading the linter for everybody else's files.
 */
const IN_TEXT =
  /kafka|bootstrap\.servers|process\.roles|broker\.id|log\.dirs|application\.id|offset\.storage\.topic|connector\.class|mp\.messaging|ksql|group\.id|clusters/i
const IN_NAME = /kafka|consumer|producer|server|broker|controller|connect|admin|client|streams|mirror|ksql/i

/** Programming languages of the editor whose Kafka settings are read, and how a comment begins in them. */
export const CODE_LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['java', '//'],
  ['kotlin', '//'],
  ['kotlinscript', '//'],
  ['scala', '//'],
  ['python', '#'],
  ['javascript', '//'],
  ['javascriptreact', '//'],
  ['typescript', '//'],
  ['typescriptreact', '//'],
  ['go', '//'],
  ['csharp', '//'],
  ['rust', '//'],
])
/** A client's class or package; and something that gives it settings. */
const CLIENT =
  /kafka|sarama|kgo\b|bootstrap\.servers|\b(?:Consumer|Producer|AdminClient|Streams|Topic|Ssl|Sasl)Config\b|CommonClientConfigs/
const GIVES_SETTINGS =
  /put|set|Map|->|\bto\b|\[|Config|Dictionary|brokers|bootstrap|(?:[Cc]onsumer|[Pp]roducer|[Aa]dmin(?:Client)?)\s*\(|metadata\.broker\.list|Kafka(?:Consumer|Producer|AdminClient)|Producer|kgo\.|Reader|Writer|entry|\b(?:Consumer|Producer|Net)\./

/** YAML of Spring, Quarkus, Micronaut, Compose, Kubernetes and Strimzi. */
const IN_YAML = /kafka|bootstrap\.servers|process\.roles|connector\.class|CONNECT_[A-Z]|KSQL_|messaging/i
/** Connectors of Kafka Connect, settings of .NET applications. */
const IN_JSON = /"connector\.class"|bootstrap\.?servers|"\w*kafka\w*(?:"\s*:\s*\{|:\w)/i

/** Variables that a container is started with. */
const IN_DOTENV = /^[ \t]*(?:export[ \t]+)?(?:KAFKA_|CONNECT_|KSQL_KSQL_|SPRING_KAFKA_)/m

/** What stands in the text of a language's files; for the others, names count too. */
const IN_TEXT_OF: ReadonlyMap<string, RegExp> = new Map([
  ['yaml', IN_YAML],
  ['dockercompose', IN_YAML],
  ['spring-boot-properties-yaml', IN_YAML],
  ['dotenv', IN_DOTENV],
  ['json', IN_JSON],
  ['jsonc', IN_JSON],
])

/** Languages of the editor and of well-known extensions that the linter reads. */
export const LANGUAGES: ReadonlySet<string> = new Set([
  'properties',
  'java-properties',
  'ini',
  'spring-boot-properties',
  'quarkus-properties',
  ...IN_TEXT_OF.keys(),
  ...CODE_LANGUAGES.keys(),
])

/** Languages without comments: nothing can be switched off in their files. */
export const WITHOUT_COMMENTS: ReadonlySet<string> = new Set(['json', 'jsonc'])

/** True where it is worth loading the linter. Costs one pass over the text. */
export function mayConcernKafka(fileName: string, text: string, languageId: string): boolean {
  if (text.length > MAX_LENGTH) return false
  if (CODE_LANGUAGES.has(languageId)) return CLIENT.test(text) && GIVES_SETTINGS.test(text)
  const own = IN_TEXT_OF.get(languageId)
  if (own !== undefined) return own.test(text)
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  return IN_NAME.test(base) || IN_TEXT.test(text)
}
