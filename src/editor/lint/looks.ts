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
const SETTINGS =
  /put|set|Map|->|\bto\b|\[|Config|Dictionary|brokers|bootstrap|(?:[Cc]onsumer|[Pp]roducer|[Aa]dmin(?:Client)?)\s*\(|metadata\.broker\.list|Kafka(?:Consumer|Producer|AdminClient)|Producer|kgo\.|Reader|Writer|entry|\b(?:Consumer|Producer|Net)\./

/** True where it is worth loading the linter for source code. Costs two passes over the text. */
export function mayConcernKafkaCode(text: string): boolean {
  return text.length <= MAX_LENGTH && CLIENT.test(text) && SETTINGS.test(text)
}

/** True where it is worth loading the linter. Costs one pass over the text. */
export function mayConcernKafka(fileName: string, text: string): boolean {
  if (text.length > MAX_LENGTH) return false
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  return IN_NAME.test(base) || IN_TEXT.test(text)
}
