import { KnownKeys } from './catalogue/known-keys'
import { askOf, type ClusterAsk } from './cluster-ask'
import { completeAt, type Completion } from './complete/complete'
import type { LintDocument, NamedRole, TextEdit } from './document'
import { safeEdits } from './edits'
import { describeAt, type DescribeFacts, type KeyDescription } from './describe/describe'
import type { Finding, SeveritySetting } from './finding'
import { groupsNamed, type NamedGroup } from './groups-named'
import { allRules, findingsOf, judge, ordered, type Run } from './judge'
import { readers as builtIn } from './readers/registry'
import type { Reader, SourceFile } from './readers/reader'
import type { Preset, RuleMeta } from './rule'
import { Schedule } from './schedule'
import type { ClusterSnapshot } from './snapshot'

export interface LintInput {
  /** Path or name; only its last part counts. */
  readonly fileName: string
  /** The editor's language id; without it the name decides. */
  readonly languageId?: string | null
  readonly text: string
  /** `4.0`, `3.9.2`; without it, or where it is no version, the newest released Kafka. */
  readonly kafkaVersion?: string | null
  /** What the file configures, where its name and keys do not tell. */
  readonly role?: NamedRole | null
  /** By rule id; what is not named keeps its default. */
  readonly severities?: Readonly<Record<string, SeveritySetting>>
  /** Rules beyond the recommended ones; without it those alone. */
  readonly preset?: Preset | null
  /** The cluster that the file is for: it switches the rules of the cluster preset on. */
  readonly snapshot?: ClusterSnapshot | null
  /** What people call that cluster. */
  readonly clusterName?: string | null
}

export interface Linter {
  /** Findings in the order of the file; none where the file is not about Kafka or cannot be read as its format. */
  lint(input: LintInput): Finding[]
  /** As `lint` for each file, and what several of them say together; the findings of each in the order of the files. */
  lintAll(inputs: readonly LintInput[]): Finding[][]
  /**
   * Where a file says which consumer groups its clients are in: `group.id`, and of Kafka Streams `application.id`.
   * Only what holds is told, each place once, in the order of the file; not what is put in elsewhere (`${…}`).
   */
  groups(input: Pick<LintInput, 'fileName' | 'languageId' | 'text'>): readonly NamedGroup[]
  /** What the file wants to know of the cluster that it is for; null where it is not about Kafka. */
  asks(input: Pick<LintInput, 'fileName' | 'languageId' | 'text'>): ClusterAsk | null
  /** What is to be told of the key at an offset of the text; null where there is none. */
  describe(input: LintInput, at: number): KeyDescription | null
  /** What may be written at an offset of the text, which may be unfinished there. */
  complete(input: LintInput, at: number): Completion[]
  /** A cheap look, before anything is parsed: false = `lint` would find nothing. */
  mayBeKafka(fileName: string, languageId: string | null, text: string): boolean
  /** Whether some reader takes a file of that name and language id, whatever is in it. */
  accepts(fileName: string, languageId: string | null): boolean
  /** What mends, unseen, all that can be mended so in one round (see `edits.ts`). */
  safeEdits(findings: readonly Finding[]): readonly TextEdit[]
  readonly rules: readonly RuleMeta[]
  /** Language ids that some reader takes. */
  readonly languages: readonly string[]
}

/**
 * The linter. It keeps the catalogue and a small memory of names; one is enough for a process.
 * @param more readers that stand in files of their own; they are asked before the built-in ones.
 */
export function createLinter(more: readonly Reader[] = []): Linter {
  const known = new KnownKeys()
  const schedule = new Schedule(ordered, known)
  const readers = [...more, ...builtIn]
  const documentOf = (file: SourceFile, role: NamedRole | null): LintDocument | null => {
    for (const reader of readers) {
      const document = reader.accepts(file.fileName, file.languageId) ? reader.read(file, role, known) : null
      if (document !== null) return document
    }
    return null
  }
  const run = (input: LintInput): Run | null => {
    const { fileName, text, languageId = null, role = null } = input
    const document = documentOf({ fileName, languageId, text }, role)
    return document === null ? null : judge(document, input, schedule)
  }
  const read = ({ fileName, languageId = null, role = null }: LintInput, text: string) =>
    documentOf({ fileName, languageId, text }, role)
  return {
    rules: allRules,
    languages: [...new Set([...builtIn, ...more].flatMap((reader) => reader.languages))],

    mayBeKafka(fileName, languageId, text) {
      const file: SourceFile = { fileName, languageId, text }
      return readers.some((reader) => reader.accepts(fileName, languageId) && reader.mayBeKafka(file, null))
    },

    describe(input, at) {
      const document = read(input, input.text)
      return document === null ? null : describeAt(document, at, known, factsOf(input))
    },

    complete(input, at) {
      const { fileName, text, languageId = null } = input
      const own = readers
        .filter((reader) => reader.accepts(fileName, languageId))
        .flatMap((reader) => reader.probes?.({ fileName, languageId, text }, at) ?? [])
      return completeAt(text, at, languageId, (probed) => read(input, probed), own, known, factsOf(input))
    },
    accepts: (fileName, languageId) => readers.some((reader) => reader.accepts(fileName, languageId)),

    lintAll: (inputs) => findingsOf(inputs.map(run)),

    lint(input) {
      const judged = run(input)
      return judged === null ? [] : (findingsOf([judged])[0] ?? [])
    },

    safeEdits,

    groups({ fileName, languageId = null, text }) {
      const document = documentOf({ fileName, languageId, text }, null)
      return document === null ? [] : groupsNamed(document)
    },

    asks({ fileName, languageId = null, text }) {
      const document = documentOf({ fileName, languageId, text }, null)
      return document === null ? null : askOf(document, known)
    },
  }
}

function factsOf({ kafkaVersion = null, snapshot = null, clusterName = null }: LintInput): DescribeFacts {
  return { kafkaVersion, snapshot, clusterName }
}

/** Findings of documents that are read already, as `Linter.lintAll` gives them. */
export function lintDocuments(
  files: readonly { readonly document: LintDocument; readonly input: LintInput }[],
): Finding[][] {
  const schedule = new Schedule(ordered, new KnownKeys())
  return findingsOf(files.map(({ document, input }) => judge(document, input, schedule)))
}
