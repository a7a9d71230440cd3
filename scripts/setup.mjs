/**
 * Makes everything ready that a purpose needs: looks at the machine (and names all that is missing at once, or
 * installs it as root on Debian), runs `npm ci` where needed, fetches Kafka's jars, builds the editors.
 *
 *   node scripts/setup.mjs [check|test|bench|demo]     test when left out
 *
 * Works before `npm ci`: nothing here but what Node brings.
 */
import './lib/root.mjs'
import { fileURLToPath } from 'node:url'
import { installDependencies } from './lib/dependencies.mjs'
import { loadTs } from './lib/load-ts.mjs'
import { advice, installable, missing } from './lib/machine.mjs'
import { run } from './lib/run.mjs'

/**
 * @typedef {object} Purpose
 * @property {import('./lib/machine.mjs').Need[]} needs on the machine
 * @property {string[]} kafka names of what to fetch: 'all' versions or the 'current' one
 * @property {string[]} editors 'floor', 'recent'
 */

/** @type {Record<string, Purpose>} */
export const purposes = {
  check: { needs: ['node'], kafka: [], editors: [] },
  test: {
    needs: ['node', 'jdk', 'maven', 'browser', 'compiler', 'kerberos'],
    kafka: ['all'],
    editors: ['floor', 'recent'],
  },
  bench: {
    needs: ['node', 'jdk', 'maven', 'browser', 'compiler', 'kerberos'],
    kafka: ['current'],
    editors: ['recent'],
  },
  demo: { needs: ['node', 'jdk', 'maven', 'compiler', 'kerberos'], kafka: ['current'], editors: ['recent'] },
}

/** An end that the person can do something about: its message is all that is printed. */
export class SetupError extends Error {}

/**
 * @param {Purpose} purpose
 * @throws {SetupError} when something is missing that cannot be installed here
 */
export async function setup({ needs, kafka, editors }) {
  if (editors.length > 0 && process.platform !== 'linux')
    throw new SetupError(
      'The bundled editor and npm test are for Linux only.\nHere, use your own VS Code: npm run demo -- --code',
    )
  let absent = missing(needs)
  const packages = installable(absent)
  if (absent.length > 0 && packages) {
    console.log(`Installing with apt-get: ${packages.join(' ')} …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0']
    await run('apt-get', ['update', ...quiet], { env })
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...quiet, ...packages], { env })
    absent = missing(needs)
  }
  if (absent.length > 0) throw new SetupError(advice(absent).join('\n'))
  await installDependencies()
  if (kafka.length === 0 && editors.length === 0) return
  const support = await loadTs(
    'setup',
    `export { fetchKafka } from './test/support/kafka/jars'
     export { installEditor } from './test/support/editor/install'
     export { editorVersions } from './test/support/editor/versions'`,
  )
  for (const which of kafka) await support.fetchKafka(which)
  for (const name of editors) await support.installEditor(support.editorVersions[name])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = process.argv[2] ?? 'test'
  const purpose = purposes[name]
  try {
    if (!purpose)
      throw new SetupError(`Not a purpose: ${name}. There are ${Object.keys(purposes).join(', ')}.`)
    await setup(purpose)
    console.log(`Ready for ${name}.`)
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error)
    process.exitCode = 1
  }
}
