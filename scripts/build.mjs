/**
 * Builds what ships: dist/extension.js (host entry), dist/webview/, and what is loaded when first used: dist/clusters.js (first
 * cluster), dist/kafka.js (first connect), dist/offsets.js (first change), dist/decoders.js (first look into a log),
 * dist/lint.js (engine and command line), dist/lint-yaml.js and dist/lint-code.js (its readers of structured
 * files and of source code). Metafiles go to build/, where the
 * size test and the notices script read them.
 * dist/rules.json are the pages of the rules, by file name.
 * `--dev` keeps names and adds source maps.
 */
import { build } from 'esbuild'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'

const dev = process.argv.includes('--dev')

/**
 * esbuild splits only ESM output and the host entry must be CommonJS, so the parts loaded later are built as
 * entries of their own and the host's `import('./kafka')` becomes a require of the file beside it.
 */
const laterFiles = {
  name: 'later-files',
  setup(b) {
    b.onResolve({ filter: /^\.\/(clusters|decoders|kafka|lint|editor\/offsets)$/ }, (args) =>
      args.kind === 'dynamic-import' ? { path: `./${basename(args.path)}.js`, external: true } : undefined,
    )
  },
}

const host = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  minify: !dev,
  sourcemap: dev ? 'linked' : false,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
}

const entries = [
  {
    name: 'extension',
    options: {
      ...host,
      entryPoints: ['src/extension.ts'],
      outfile: 'dist/extension.js',
      plugins: [laterFiles],
    },
  },
  {
    name: 'clusters',
    options: { ...host, entryPoints: ['src/clusters/index.ts'], outfile: 'dist/clusters.js' },
  },
  {
    name: 'offsets',
    options: { ...host, entryPoints: ['src/editor/offsets/index.ts'], outfile: 'dist/offsets.js' },
  },
  {
    name: 'decoders',
    options: { ...host, entryPoints: ['src/decoders/index.ts'], outfile: 'dist/decoders.js' },
  },
  { name: 'kafka', options: { ...host, entryPoints: ['src/kafka/index.ts'], outfile: 'dist/kafka.js' } },
  {
    name: 'lint',
    // The npm package starts it as a command.
    options: {
      ...host,
      entryPoints: ['src/cli/main.ts'],
      outfile: 'dist/lint.js',
      banner: { js: '#!/usr/bin/env node' },
    },
  },
  {
    name: 'lint-code',
    options: { ...host, entryPoints: ['src/lint/readers/code/index.ts'], outfile: 'dist/lint-code.js' },
  },
  {
    name: 'lint-yaml',
    options: {
      ...host,
      entryPoints: ['src/lint/readers/structured.ts'],
      outfile: 'dist/lint-yaml.js',
      // Its modules for browsers leave out what nobody imports; those for Node are one piece.
      alias: { yaml: './node_modules/yaml/browser/index.js' },
      mainFields: ['module', 'main'],
    },
  },
  {
    name: 'webview',
    options: {
      bundle: true,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      minify: !dev,
      sourcemap: dev ? 'inline' : false,
      legalComments: 'none',
      metafile: true,
      logLevel: 'warning',
      entryPoints: { chart: 'webview/main.ts' },
      outdir: 'dist/webview',
    },
  },
]

await rm('dist', { recursive: true, force: true })
await mkdir('build', { recursive: true })
for (const { name, options } of entries) {
  const entry = Array.isArray(options.entryPoints)
    ? options.entryPoints[0]
    : Object.values(options.entryPoints)[0]
  if (!existsSync(entry)) throw new Error(`build: ${entry} is missing`)
  const result = await build(options)
  await writeFile(`build/meta-${name}.json`, JSON.stringify(result.metafile))
}

const pages = {}
for (const name of (await readdir('docs/rules')).sort())
  pages[name] = await readFile(`docs/rules/${name}`, 'utf8')
await writeFile('dist/rules.json', JSON.stringify(pages))
