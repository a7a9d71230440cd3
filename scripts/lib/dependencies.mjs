import { readFileSync } from 'node:fs'
import { run } from './run.mjs'

/** The packages of a lockfile by their folder; null where there is no such file. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

/** True when what npm has noted of its last install is what the lockfile asks for. */
function upToDate() {
  const wanted = packagesOf('package-lock.json')
  const there = packagesOf('node_modules/.package-lock.json')
  if (!wanted || !there) return false
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    if (folder === '') return true
    const found = there[folder]
    // What is for another platform is not installed.
    return found ? found.version === version : optional === true
  })
}

/**
 * Runs `npm ci` where node_modules is missing or is not what the lockfile asks for.
 * @throws when npm fails
 */
export async function installDependencies() {
  if (upToDate()) return
  console.log('Installing the packages of the lockfile (npm ci) …')
  if ((await run('npm', ['ci'])) !== 0) throw new Error('npm ci has failed; its output above says why.')
}
