/**
 * Builds what ships: dist/extension.js (host entry), dist/clusters.js (first cluster), dist/kafka.js (first connect), dist/lint.js (engine and
 * command line), dist/lint-yaml.js (its readers of YAML and JSON, first such file) and dist/webview/. Metafiles go to build/, where the size test and the notices script read them.
 * `--dev` keeps names and adds source maps.
 */
import { build } from 'esbuild'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'

const dev = process.argv.includes('--dev')

/**
 * esbuild splits only ESM output and the host entry must be CommonJS, so the parts loaded later are built as
 * entries of their own and the host's `import('./kafka')` becomes a require of the file beside it.
 */
const laterFiles = {
  name: 'later-files',
  setup(b) {
    b.onResolve({ filter: /^\.\/(clusters|kafka|lint)$/ }, (args) =>
      args.kind === 'dynamic-import' ? { path: `./${args.path.slice(2)}.js`, external: true } : undefined,
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
  { name: 'kafka', options: { ...host, entryPoints: ['src/kafka/index.ts'], outfile: 'dist/kafka.js' } },
  { name: 'lint', options: { ...host, entryPoints: ['src/cli/main.ts'], outfile: 'dist/lint.js' } },
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
