import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Bundles a TypeScript module with all it imports of ours and loads it. Not before `npm ci`: it needs esbuild.
 * @param {string} name of the bundle in build/run
 * @param {string} contents of an entry module, its imports relative to the repository's folder
 * @returns {Promise<any>} the module
 */
export async function loadTs(name, contents) {
  const { build } = await import('esbuild')
  const outfile = resolve(join('build', 'run', `${name}-${process.pid}.mjs`))
  await mkdir('build/run', { recursive: true })
  await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts', sourcefile: `${name}.ts` },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    outfile,
    logLevel: 'warning',
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    await rm(outfile, { force: true })
  }
}
