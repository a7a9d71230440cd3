/**
 * Writes l10n/bundle.l10n.json: every English text a person may read. They come from the tables in folders named `texts`
 * (id → English) and from the literals given to `vscode.l10n.t`.
 *
 *   node scripts/l10n.mjs            write the bundle
 *   node scripts/l10n.mjs --check    change nothing; fail where the bundle is old or a translation is not whole
 */
import { getL10nJson } from '@vscode/l10n-dev'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadTs } from './lib/load-ts.mjs'

const bundleFile = 'l10n/bundle.l10n.json'
const translations = ['ko']

/** Every text in English, sorted: the key and the value of a bundle are the same. */
async function englishTexts() {
  const files = (await readdir('src', { recursive: true })).map((name) => join('src', name)).sort()
  const literals = files.filter((name) => /^src\/(editor\/.*|extension)\.ts$/.test(name))
  const contents = await Promise.all(literals.map((name) => readFile(name, 'utf8')))
  const found = await getL10nJson(contents.map((text) => ({ extension: '.ts', contents: text })))
  const texts = new Set(Object.keys(found))
  for (const table of await tables(files.filter((name) => /\/texts\/[^/]+\.ts$/.test(name))))
    for (const english of Object.values(table)) texts.add(english)
  return [...texts].sort()
}

/** The tables of these modules: exported objects whose values are all texts. */
async function tables(files) {
  const modules = await loadTs(
    'texts',
    files.map((name, at) => `export * as m${at} from './${name}'`).join('\n'),
  )
  return Object.values(modules)
    .flatMap((module) => Object.values(module))
    .filter(
      (value) =>
        typeof value === 'object' &&
        value !== null &&
        Object.values(value).every((v) => typeof v === 'string'),
    )
}

function places(text) {
  return [...new Set(text.match(/\{\d+\}/g) ?? [])].sort().join(' ')
}

/** What is wrong with a translation, one line each. */
async function problemsOf(language, texts) {
  const file = `l10n/bundle.l10n.${language}.json`
  const translated = JSON.parse(await readFile(file, 'utf8'))
  const missing = texts.filter((text) => !translated[text]).map((text) => `${file} lacks: ${text}`)
  const known = new Set(texts)
  const old = Object.keys(translated)
    .filter((text) => !known.has(text))
    .map((text) => `${file} has an old text: ${text}`)
  const different = texts
    .filter((text) => translated[text] && places(text) !== places(translated[text]))
    .map((text) => `${file} has other places than the English: ${text}`)
  return [...missing, ...old, ...different]
}

const texts = await englishTexts()
const bundle = `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), null, 2)}\n`
if (process.argv.includes('--check')) {
  const current = await readFile(bundleFile, 'utf8').catch(() => '')
  const problems = current === bundle ? [] : [`${bundleFile} is old: run node scripts/l10n.mjs`]
  for (const language of translations) problems.push(...(await problemsOf(language, texts)))
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length === 0 ? 0 : 1
} else await writeFile(bundleFile, bundle)
