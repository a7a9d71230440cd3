import type { KnownKeys } from '../../catalogue/known-keys'
import type { Block, Comment, Format, LintDocument } from '../../document'
import { composeEnvironments, textOf } from '../environment/compose'
import { filesIn, type ReadFile } from '../embedded/config-map'
import { syntaxWith } from '../embedded/document'
import { dotenvReader } from '../environment/dotenv'
import { draftsOf } from '../environment/drafts'
import { variableProbes } from '../environment/probes'
import { kubernetesEnvironments } from '../environment/kubernetes'
import { frameworkPropertiesReader } from '../frameworks/properties-reader'
import { frameworkBlocks } from '../frameworks/read'
import { appSettingsReader } from '../json/appsettings'
import { connectJsonReader } from '../json/reader'
import { yamlLook } from '../looks'
import { assemble, type Draft } from '../placed/assemble'
import { placedSyntax } from '../placed/leaf'
import { propertiesReader } from '../properties/reader'
import type { Reader, SourceFile } from '../reader'
import { replicasOfPools, strimziDrafts } from '../strimzi/drafts'
import { YamlContainer } from './container'
import { YamlLeaves } from './leaf'
import { commentsOf, parseYaml } from './parse'
import { TooLarge, Tree, type Field } from './tree'

/** Spring, Quarkus and Micronaut; Compose, Kubernetes and Strimzi. What a document holds tells which. */
export const yamlReader: Reader = {
  ...yamlLook,

  read(file, _role, known) {
    if (!this.mayBeKafka(file, null)) return null
    try {
      return readYaml(file, known, (fileName, text) => readInner(fileName, text, known))
    } catch (error) {
      // Aliases without end, or nesting that overflows the stack: not lintable.
      if (error instanceof TooLarge || error instanceof RangeError) return null
      throw error
    }
  },
  probes: ({ text }, at) => variableProbes(text, at),
}

interface Found {
  readonly format: Format
  readonly blocks: readonly Block[]
  /** Of the files that stand in it. */
  readonly comments?: readonly Comment[]
}

/** Readers of the files that an object of Kubernetes may hold; YAML in them holds no further ones. */
const inner: readonly Reader[] = [
  dotenvReader,
  frameworkPropertiesReader,
  connectJsonReader,
  appSettingsReader,
  propertiesReader,
]

function readInner(fileName: string, text: string, known: KnownKeys): LintDocument | null {
  const file: SourceFile = { fileName, languageId: null, text }
  if (yamlLook.accepts(fileName, null))
    return yamlLook.mayBeKafka(file, null) ? readYaml(file, known, null) : null
  for (const reader of inner) {
    const document = reader.accepts(fileName, null) ? reader.read(file, null, known) : null
    if (document !== null) return document
  }
  return null
}

/** @param read for the files in its objects; null = they are left alone. */
function readYaml({ text }: SourceFile, known: KnownKeys, read: ReadFile | null): LintDocument | null {
  const documents = parseYaml(text)
  if (documents === null) return null
  const anchored = text.includes('&')
  const trees = documents.map((document) => new Tree(document, anchored))
  const found = containersOf(trees, text, known, read) ?? frameworksOf(trees, text, known)
  if (found === null || found.blocks.length === 0) return null
  const { format, blocks, comments = null } = found
  const syntax = placedSyntax(new YamlContainer(text), '#')
  if (comments === null) return { format, text, blocks, comments: commentsOf(text), syntax }
  const all = [...commentsOf(text), ...comments].sort((a, b) => a.start - b.start)
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  return { format, text, blocks, comments: all, syntax: syntaxWith(syntax, lineEnd) }
}

/** A resource of Kubernetes, or the services of a compose file. */
interface Resource {
  readonly tree: Tree
  readonly fields: readonly Field[]
  readonly leaves: YamlLeaves
}

function containersOf(
  trees: readonly Tree[],
  text: string,
  known: KnownKeys,
  read: ReadFile | null,
): Found | null {
  const leaves = new YamlLeaves(text, 'kubernetes')
  const resources = trees.flatMap((tree) => resourcesOf(tree, leaves))
  if (resources.length === 0) return composeOf(trees, text, known)
  const pools = replicasOfPools(resources)
  let format: Format = 'environment'
  let inside: readonly Comment[] | null = null
  const blocks = resources.flatMap((resource, index): readonly Block[] => {
    let drafts: Draft[]
    if (isStrimzi(resource)) {
      format = 'strimzi'
      drafts = strimziDrafts(resource, pools)
    } else drafts = draftsOf(kubernetesEnvironments(resource.tree, leaves, resource.fields))
    const profile = resources.length > 1 ? String(index + 1) : null
    const own = assemble([{ profile, drafts }], known)
    const files = read === null ? null : filesIn(resource.tree, resource.fields, text, profile, read)
    if (files === null || files.blocks.length === 0) return own
    inside = [...(inside ?? []), ...files.comments]
    return [...own, ...files.blocks]
  })
  return { format, blocks, ...(inside === null ? {} : { comments: inside }) }
}

/** The objects of a document: it itself, or the items of a list. */
function resourcesOf(tree: Tree, leaves: YamlLeaves): Resource[] {
  const fields = tree.top()
  const kind = textOf(tree.get(fields, 'kind'))
  if (kind === null || tree.get(fields, 'apiVersion') === undefined) return []
  const items = tree.get(fields, 'items')
  if (kind !== 'List' || items === undefined) return [{ tree, fields, leaves }]
  return tree.under(items).map((item) => ({ tree, fields: tree.under(item), leaves }))
}

function isStrimzi({ tree, fields }: Resource): boolean {
  return textOf(tree.get(fields, 'apiVersion'))?.startsWith('kafka.strimzi.io/') === true
}

function composeOf(trees: readonly Tree[], text: string, known: KnownKeys): Found | null {
  const [tree] = trees
  if (tree === undefined || trees.length > 1) return null
  const environments = composeEnvironments(tree, new YamlLeaves(text, 'compose'))
  if (environments === null) return null
  return {
    format: 'environment',
    blocks: assemble([{ profile: null, drafts: draftsOf(environments) }], known),
  }
}

/** Roots under which frameworks keep Kafka's settings, and what gives a document its profile. */
const roots = /^(?:spring|mp|kafka|quarkus|kafka-streams|%[^.]+)(?:$|\.)/i

function frameworksOf(trees: readonly Tree[], text: string, known: KnownKeys): Found | null {
  const leaves = new YamlLeaves(text, 'java')
  return frameworkBlocks(
    trees.map((tree) =>
      leaves.all(
        tree,
        tree.top().filter(({ name }) => roots.test(name)),
      ),
    ),
    known,
  )
}
