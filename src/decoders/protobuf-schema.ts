import { common, parse, Root, Type, type Namespace } from 'protobufjs'
import { unreadable } from './unreadable'

/** A `.proto` file as the registry has it, with those it imports. */
export interface ProtoFile {
  readonly text: string
  /** Those that the registry knows; Google's own are there anyway. */
  readonly imports: readonly string[]
}

/** Files that every compiler brings along. */
const wellKnown = ['any', 'duration', 'empty', 'field_mask', 'struct', 'timestamp', 'wrappers'].map(
  (name) => `google/protobuf/${name}.proto`,
)

/** The messages of a file, by their place in it. */
export class ProtoMessages {
  private readonly root = new Root()
  private readonly own: Namespace

  /** @throws LaglineError with code `unreadable` where it is no `.proto` file */
  constructor(file: ProtoFile) {
    try {
      for (const name of wellKnown) {
        const definition = common.get(name)
        if (definition?.nested) this.root.addJSON(definition.nested)
      }
      for (const text of file.imports) parse(text, this.root, { keepCase: true })
      parse(file.text, this.root, { keepCase: true })
      // By itself once more: only so is the order of its own messages known.
      this.own = alone(file.text)
    } catch (error) {
      throw unreadable(
        'error.unreadable.schema',
        'Protobuf',
        error instanceof Error ? error.message : String(error),
      )
    }
  }

  /**
   * The message at a path: `[1, 0]` is the first one inside the second one of the file.
   * @throws LaglineError with code `unreadable` where there is none
   */
  at(path: readonly number[]): Type {
    let space: Namespace = this.own
    for (const index of path) {
      const found = messagesIn(space)[index]
      if (found === undefined) throw unreadable('error.unreadable.noMatch')
      space = found
    }
    const found = this.root.lookup(space.fullName)
    if (!(found instanceof Type)) throw unreadable('error.unreadable.noMatch')
    return found
  }
}

function alone(text: string): Namespace {
  const root = new Root()
  const parsed = parse(text, root, { keepCase: true })
  const space = parsed.package === undefined ? root : root.lookup(parsed.package)
  return space !== null && 'nestedArray' in space ? space : root
}

function messagesIn(space: Namespace): Type[] {
  return space.nestedArray.filter((nested) => nested instanceof Type)
}
