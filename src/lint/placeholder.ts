/**
 * Something that another program fills in before Kafka reads it: `${…}`, `$VAR`, `$(…)`, `{{…}}`, `%VAR%`, `<…>`,
 * `@var@`, or a value that was blotted out with `***`.
 */
const placeholder = /\$[{(A-Za-z_]|\{\{|%[A-Za-z_][\w.-]*%|<[^<>]*>|@[A-Za-z_][\w.-]*@|\*\*\*/

export function hasPlaceholder(value: string): boolean {
  return placeholder.test(value)
}
