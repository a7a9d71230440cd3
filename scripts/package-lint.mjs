/**
 * `npm run package:lint`: the linter alone as an npm package, build/lagline-lint-VERSION.tgz, with the command
 * `lagline-lint`.
 *
 *   node scripts/package-lint.mjs [--built]    --built: pack dist/ as it is
 */
import './lib/root.mjs'
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { installDependencies } from './lib/dependencies.mjs'
import { capture } from './lib/run.mjs'

const folder = 'build/lagline-lint'
const built = ['lint', 'lint-yaml', 'lint-code']

/** Runs a command that must succeed. */
async function must(command, args) {
  const { status, output } = await capture(command, args)
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with status ${status}\n${output}`)
}

try {
  await installDependencies()
  if (!process.argv.includes('--built')) await must(process.execPath, ['scripts/build.mjs'])
  const { version, license } = JSON.parse(await readFile('package.json', 'utf8'))
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'dist'), { recursive: true })
  for (const name of built) await copyFile(`dist/${name}.js`, join(folder, 'dist', `${name}.js`))
  await cp('docs/rules', join(folder, 'docs', 'rules'), { recursive: true })
  await copyFile('LICENSE', join(folder, 'LICENSE'))
  await copyFile('docs/command-line.md', join(folder, 'README.md'))
  await must(process.execPath, [
    'scripts/notices.mjs',
    '--out',
    join(folder, 'THIRD-PARTY-NOTICES'),
    ...built,
  ])
  const manifest = {
    name: 'lagline-lint',
    version,
    description: 'Checks configuration files of Apache Kafka',
    keywords: ['kafka', 'apache kafka', 'lint', 'linter', 'configuration', 'properties', 'sarif'],
    license,
    type: 'commonjs',
    main: 'dist/lint.js',
    bin: { 'lagline-lint': 'dist/lint.js' },
    files: ['dist', 'docs', 'THIRD-PARTY-NOTICES'],
    engines: { node: '>=20' },
  }
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  // Started by npm, it is npm's own script; a command file on Windows would need a shell.
  const npm = process.env.npm_execpath === undefined ? ['npm'] : [process.execPath, process.env.npm_execpath]
  const [command, ...before] = npm
  const flags = ['--silent', '--ignore-scripts', '--pack-destination', 'build']
  await must(command, [...before, 'pack', ...flags, `./${folder}`])
  console.log(`build/lagline-lint-${version}.tgz`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
