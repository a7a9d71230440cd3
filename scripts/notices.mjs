/**
 * Writes THIRD-PARTY-NOTICES: the licence of every package that is bundled, read from the metafiles of the build
 * (build/meta-*.json), so that what ships and what is named are the same.
 *
 *   node scripts/notices.mjs            write the file
 *   node scripts/notices.mjs --check    change nothing; fail where the file is old
 *   node scripts/notices.mjs --out FILE ENTRY…    write those of some built files alone, as of lint and lint-yaml
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values, positionals: entries } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' }, out: { type: 'string' } },
})
const noticesFile = values.out ?? 'THIRD-PARTY-NOTICES'
const allowed = ['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD']

/** Terms of packages that name their licence and ship no text of it. */
const standard = {
  MIT: (holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
}

/** Folders of the packages whose files went into a bundle. */
async function bundledPackages() {
  const folders = new Set()
  for (const name of await readdir('build')) {
    const entry = /^meta-(.*)\.json$/.exec(name)?.[1]
    if (entry === undefined || (entries.length > 0 && !entries.includes(entry))) continue
    const { outputs } = JSON.parse(await readFile(join('build', name), 'utf8'))
    for (const { inputs } of Object.values(outputs))
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder)
      }
  }
  return [...folders].sort()
}

async function notice(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  if (!allowed.includes(license))
    throw new Error(`${name} has the licence ${license}, which is not to be shipped`)
  const holder = (typeof author === 'string' ? author : author?.name)?.replace(/\s*<.*$/, '') ?? name
  const files = (await readdir(folder)).filter((file) => /^(licen[sc]e|copying|notice)/i.test(file)).sort()
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  if (texts.length === 0) {
    if (standard[license] === undefined) throw new Error(`${name} ships no text of its licence ${license}`)
    texts.push(standard[license](holder))
  }
  const head = `${name} ${version} (${license})`
  const body = texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n')
  return `${head}\n${'-'.repeat(head.length)}\n\n${body}\n`
}

const packages = await bundledPackages()
if (packages.length === 0) throw new Error('There are no metafiles in build/: run npm run build first.')
const intro = 'Lagline contains the following packages, under the licences given here.\n'
const text = [intro, ...(await Promise.all(packages.map(notice)))].join('\n\n')
if (values.check) {
  const current = await readFile(noticesFile, 'utf8').catch(() => '')
  if (current !== text) {
    console.error(`${noticesFile} is old: run npm run build, then node scripts/notices.mjs`)
    process.exitCode = 1
  }
} else await writeFile(noticesFile, text)
