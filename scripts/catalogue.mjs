/**
 * Makes src/lint/catalogue/{table,constants}.generated.ts from the facts in scripts/catalogue/*.json. `--check` only
 * compares.
 *
 * Kafka rows: `key|type+importance|roles|since|removed|defaults|valid`, where a version is one base-36 digit (its place
 * in `versions`), defaults are `<version><value>` joined by `~` (`!` null, `?` required, `*` depends on the JVM), and
 * valid is `<version><place in validForms, base 36>`. Roles with the same facts share a row.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = new URL('../', import.meta.url)
const target = new URL('src/lint/catalogue/table.generated.ts', root)
const constantsTarget = new URL('src/lint/catalogue/constants.generated.ts', root)

const typeLetters = {
  BOOLEAN: 'B',
  INT: 'I',
  SHORT: 'H',
  LONG: 'L',
  DOUBLE: 'D',
  STRING: 'S',
  LIST: 'T',
  CLASS: 'C',
  PASSWORD: 'P',
}
const roleLetters = {
  consumer: 'c',
  producer: 'p',
  admin: 'a',
  streams: 's',
  connect: 'w',
  source: 'o',
  sink: 'i',
  topic: 't',
  broker: 'b',
}

function letter(table, name) {
  const found = table[name]
  if (found === undefined) throw new Error(`catalogue: no letter for ${name}`)
  return found
}

function digitOf(versions, version) {
  const place = versions.indexOf(version.replace('<=', ''))
  if (place < 0 || place > 35) throw new Error(`catalogue: unknown version ${version}`)
  return place.toString(36)
}

function encodeDefault(value) {
  if (value === null) return '!'
  if (value === '<required>') return '?'
  if (value === 'JDK-dependent') return '*'
  if (/[|~!?*\n`\\]/.test(value)) throw new Error(`catalogue: the default ${value} needs another separator`)
  return value
}

/** What is said in prose says nothing that a rule can hold a value against. */
function kept(form) {
  return /^(\(case insensitive\) )?\[|^Positive number/.test(form) ? form : ''
}

function validFormsOf(catalogue) {
  const uses = new Map()
  for (const keys of Object.values(catalogue.roles))
    for (const facts of Object.values(keys))
      for (const [, form] of facts.valid) uses.set(kept(form), (uses.get(kept(form)) ?? 0) + 1)
  return [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([form]) => form)
}

/** The generated file's text. */
export function tableSource(catalogue, librdkafka) {
  const versions = catalogue.meta.versions
  const forms = validFormsOf(catalogue)
  const rows = new Map()
  for (const [role, keys] of Object.entries(catalogue.roles)) {
    for (const [key, facts] of Object.entries(keys)) {
      const head = `${key}|${letter(typeLetters, facts.type)}${facts.importance[0]}`
      const tail = [
        digitOf(versions, facts.since),
        facts.removedIn === null ? '' : digitOf(versions, facts.removedIn),
        facts.defaults.map(([version, value]) => digitOf(versions, version) + encodeDefault(value)).join('~'),
        facts.valid
          .map(([version, form]) => digitOf(versions, version) + forms.indexOf(kept(form)).toString(36))
          .join('~'),
      ].join('|')
      const id = `${head}#${tail}`
      const row = rows.get(id) ?? { head, tail, roles: '' }
      row.roles += letter(roleLetters, role)
      rows.set(id, row)
    }
  }
  const lines = [...rows.values()].map((row) => `${row.head}|${row.roles}|${row.tail}`).sort()
  const native = librdkafka.properties.map((row) => `${row.key}|${row.default}`).sort()
  return [
    '/** Made by scripts/catalogue.mjs; do not edit. */',
    `export const versions = '${versions.join(' ')}'`,
    `export const validForms: readonly string[] = ${JSON.stringify(forms)}`,
    `export const kafkaRows = \`${lines.join('\n')}\``,
    `export const librdkafkaRows = \`${native.join('\n')}\``,
    '',
  ].join('\n')
}

/**
 * The constants of Kafka's configuration classes, a line for each class: its name, then `NAME=text`, where `text` alone
 * stands for the name that is the text in capitals with `_CONFIG` behind it.
 */
export function constantsSource({ classes }) {
  const lines = Object.entries(classes).map(([name, constants]) => {
    const cells = Object.entries(constants).map(([constant, text]) => {
      if (/[|=`\\$]/.test(text))
        throw new Error(`catalogue: the constant ${constant} needs another separator`)
      return constant === `${text.toUpperCase().replaceAll('.', '_')}_CONFIG` ? text : `${constant}=${text}`
    })
    return [name, ...cells.sort()].join('|')
  })
  return [
    '/** Made by scripts/catalogue.mjs; do not edit. */',
    `export const constantRows = \`${lines.sort().join('\n')}\``,
    '',
  ].join('\n')
}

async function json(name) {
  return JSON.parse(await readFile(new URL(`scripts/catalogue/${name}`, root), 'utf8'))
}

/** What the generated file should hold now. */
export async function expectedTable() {
  return tableSource(await json('kafka-config-catalogue.json'), await json('librdkafka-properties.json'))
}

/** What the generated file of constants should hold now. */
export async function expectedConstants() {
  return constantsSource(await json('kafka-constants.json'))
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const made = [
    [target, await expectedTable()],
    [constantsTarget, await expectedConstants()],
  ]
  for (const [file, source] of made) {
    if (!process.argv.includes('--check')) {
      await writeFile(file, source)
      process.stdout.write(`${fileURLToPath(file)}: ${source.length} characters\n`)
    } else if ((await readFile(file, 'utf8').catch(() => '')) !== source) {
      process.stderr.write(`${fileURLToPath(file)} is stale: run node scripts/catalogue.mjs.\n`)
      process.exitCode = 1
    }
  }
}
