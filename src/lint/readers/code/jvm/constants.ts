import { constantRows } from '../../../catalogue/constants.generated'

let table: ReadonlyMap<string, ReadonlyMap<string, string>> | null = null
let reverse: Map<string, ReadonlyMap<string, string>> | null = null

function read(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const classes = new Map<string, ReadonlyMap<string, string>>()
  for (const row of constantRows.split('\n')) {
    const [name = '', ...cells] = row.split('|')
    const constants = new Map<string, string>()
    for (const cell of cells) {
      const equals = cell.indexOf('=')
      if (equals < 0) constants.set(`${cell.toUpperCase().replaceAll('.', '_')}_CONFIG`, cell)
      else constants.set(cell.slice(0, equals), cell.slice(equals + 1))
    }
    classes.set(name, constants)
  }
  return classes
}

/** Constants of a configuration class of Kafka's, null where it is none. */
export function constantsOf(className: string): ReadonlyMap<string, string> | null {
  return (table ??= read()).get(className) ?? null
}

/** The constant of a class that stands for a key. */
export function constantFor(className: string, key: string): string | null {
  reverse ??= new Map()
  let names = reverse.get(className)
  if (names === undefined) {
    const constants = [...(constantsOf(className) ?? [])]
    names = new Map(constants.map(([constant, text]) => [text, constant]))
    reverse.set(className, names)
  }
  return names.get(key) ?? null
}
