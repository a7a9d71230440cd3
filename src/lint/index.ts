/** The linter: `createLinter` and what its results are made of. Pure; the editor loads it as `dist/lint.js`. */
export { createLinter, type Linter, type LintInput } from './engine'
export { laterCodeReader, laterReaders } from './readers/later'
export type { Reader } from './readers/reader'
export { applyEdits } from './edits'
export { createLineIndex, type LineIndex } from './lines'
export { severitySettings } from './finding'
export type { Finding, Fix, RelatedPlace, Severity, SeveritySetting } from './finding'
export { namedRoles } from './document'
export type { NamedRole, TextEdit, TextRange } from './document'
/** English of everything that findings and fixes say. */
export { lintTexts as texts } from '../model/texts/lint'
export { parseKafkaVersion } from './catalogue/versions'
export type { Preset, RuleMeta } from './rule'
