import { isScalar } from 'yaml'
import type { Block, Comment, LintDocument } from '../../document'
import { textOf } from '../environment/compose'
import type { Field, Tree } from '../yaml/tree'
import { BlockScalar } from './block-scalar'
import { blocksIn, commentsIn } from './document'

/** Reads a text as the file of that name; null = not about Kafka. */
export type ReadFile = (fileName: string, text: string) => LintDocument | null

/** Kinds of objects that hold files, and where. */
const places: Readonly<Record<string, string>> = { ConfigMap: 'data', Secret: 'stringData' }
const fileName = /\.(?:properties|ya?ml|json|config|conf|cfg|env)$/i

/** What the files in a ConfigMap of Kubernetes, or in the plain texts of a Secret, hold of Kafka. */
export interface Files {
  readonly blocks: readonly Block[]
  readonly comments: readonly Comment[]
}

/**
 * @param object the fields of the object
 * @param file the text that it stands in
 */
export function filesIn(
  tree: Tree,
  object: readonly Field[],
  file: string,
  profile: string | null,
  read: ReadFile,
): Files {
  const kind = textOf(tree.get(object, 'kind')) ?? ''
  const data = Object.hasOwn(places, kind) ? tree.get(object, places[kind] ?? '') : undefined
  const blocks: Block[] = []
  const comments: Comment[] = []
  for (const { name, value } of data === undefined ? [] : tree.under(data)) {
    const scalar = fileName.test(name) && isScalar(value) ? BlockScalar.of(value, file) : null
    const document = scalar === null ? null : read(name, scalar.text)
    if (scalar === null || document === null) continue
    blocks.push(...blocksIn({ document, scalar }, profile))
    comments.push(...commentsIn({ document, scalar }))
  }
  return { blocks, comments }
}
