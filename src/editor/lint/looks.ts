/** Files above this many UTF-16 units are not looked at: no configuration is as long. */
export const MAX_LENGTH = 1024 * 1024

/**
 * What stands in every file that the linter takes for Kafka's: words of its keys, or of the file's name. Wider than
 * the linter's own look, so nothing is missed; it only spares loading the linter for everybody else's files.
 */
const IN_TEXT =
  /kafka|bootstrap\.servers|process\.roles|broker\.id|log\.dirs|application\.id|offset\.storage\.topic|connector\.class|mp\.messaging|ksql|group\.id|clusters/i
const IN_NAME = /kafka|consumer|producer|server|broker|controller|connect|admin|client|streams|mirror|ksql/i

/** True where it is worth loading the linter. Costs one pass over the text. */
export function mayConcernKafka(fileName: string, text: string): boolean {
  if (text.length > MAX_LENGTH) return false
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  return IN_NAME.test(base) || IN_TEXT.test(text)
}
