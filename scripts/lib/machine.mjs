import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @typedef {'node' | 'jdk' | 'maven' | 'browser' | 'compiler' | 'kerberos' | 'code'} Need */

/**
 * The full path of a command, null where it is not on the path.
 * @param {string} name
 * @returns {string | null}
 */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : ['']
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const ending of endings) {
      const file = join(folder, name + ending)
      try {
        accessSync(file, constants.X_OK)
        return file
      } catch {
        // Not in this folder.
      }
    }
  return null
}

/**
 * The browser of the tests: LAGLINE_CHROMIUM, else Debian's Chromium under the names it goes by, else Chrome.
 * @returns {string | null}
 */
export function findBrowser() {
  const own = process.env.LAGLINE_CHROMIUM
  if (own) return existsSync(own) ? own : null
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const found = onPath(name)
    if (found) return found
  }
  return null
}

/** The major version that `javac -version` (or a like command) tells, 0 where there is none. */
function major(command, argument) {
  try {
    const said = execFileSync(command, [argument], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    return Number(/(\d+)/.exec(said)?.[1] ?? 0)
  } catch {
    return 0
  }
}

/**
 * What each need is called, how it is looked for, and the packages that bring it.
 * @type {Record<Need, { what: string, found: () => boolean, packages: Partial<Record<System, string[]>>, other?: string }>}
 */
const needs = {
  node: {
    what: 'Node 20 or newer',
    found: () => Number(process.versions.node.split('.')[0]) >= 20,
    packages: { mac: ['node'], arch: ['nodejs', 'npm'] },
    other: 'from https://nodejs.org',
  },
  jdk: {
    what: 'a JDK, 17 or newer',
    found: () => major('javac', '-version') >= 17 && onPath('java') !== null,
    packages: {
      debian: [debianJdk()],
      fedora: ['java-21-openjdk-devel'],
      arch: ['jdk21-openjdk'],
      mac: ['openjdk'],
    },
  },
  maven: {
    what: 'Maven',
    found: () => onPath('mvn') !== null,
    packages: { debian: ['maven'], fedora: ['maven'], arch: ['maven'], mac: ['maven'] },
  },
  browser: {
    what: 'Chromium',
    found: () => findBrowser() !== null,
    packages: { debian: ['chromium'], fedora: ['chromium'], arch: ['chromium'] },
  },
  compiler: {
    what: 'a C++ compiler, make and Python 3 (for the native parts of the editor)',
    found: () => ['g++', 'make', 'python3'].every((name) => onPath(name) !== null),
    packages: {
      debian: ['g++', 'make', 'python3'],
      fedora: ['gcc-c++', 'make', 'python3'],
      arch: ['gcc', 'make', 'python'],
    },
  },
  kerberos: {
    what: 'the headers of Kerberos (for the native parts of the editor)',
    found: () => ['/usr/include/gssapi/gssapi.h', '/usr/local/include/gssapi/gssapi.h'].some(existsSync),
    packages: { debian: ['libkrb5-dev'], fedora: ['krb5-devel'], arch: ['krb5'] },
  },
  code: {
    what: 'the command `code` of your VS Code',
    found: () => onPath('code') !== null,
    packages: {},
    other: 'in VS Code run “Shell Command: Install code command in PATH”',
  },
}

/** @typedef {'debian' | 'fedora' | 'arch' | 'mac'} System */

function osRelease() {
  try {
    return Object.fromEntries(
      [...readFileSync('/etc/os-release', 'utf8').matchAll(/^(\w+)="?([^"\n]*)"?$/gm)].map(
        ([, key, value]) => [key, value],
      ),
    )
  } catch {
    return {}
  }
}

/** Debian 13 has dropped 17 and its default is newer; elsewhere the default may still be 11. */
function debianJdk() {
  const { ID, VERSION_ID } = osRelease()
  return ID === 'debian' && Number(VERSION_ID) >= 13 ? 'default-jdk-headless' : 'openjdk-17-jdk-headless'
}

/** @returns {System | null} */
function system() {
  if (process.platform === 'darwin') return 'mac'
  const { ID = '', ID_LIKE = '' } = osRelease()
  const names = [ID, ...ID_LIKE.split(' ')]
  return ['debian', 'fedora', 'arch'].find((name) => names.includes(name)) ?? null
}

const installers = {
  debian: ['apt-get', 'install', '-y', '--no-install-recommends'],
  fedora: ['dnf', 'install', '-y'],
  arch: ['pacman', '-S', '--needed'],
  mac: ['brew', 'install'],
}

/**
 * Looks for everything at once.
 * @param {readonly Need[]} wanted
 * @returns {Need[]} what is missing
 */
export function missing(wanted) {
  return wanted.filter((need) => !needs[need].found())
}

/**
 * What a person does about what is missing, as lines to print.
 * @param {readonly Need[]} absent
 */
export function advice(absent) {
  const here = system()
  const lines = ['Missing on this machine:', ...absent.map((need) => `  - ${needs[need].what}`)]
  const packages = here ? absent.flatMap((need) => needs[need].packages[here] ?? []) : []
  if (here && packages.length > 0) {
    const sudo = here === 'mac' || process.getuid?.() === 0 ? [] : ['sudo']
    lines.push('Install with:', `  ${[...sudo, ...installers[here], ...packages].join(' ')}`)
  }
  for (const need of absent) {
    if (here && needs[need].packages[here]) continue
    lines.push(`  ${needs[need].what}: ${needs[need].other ?? 'with the package manager of your system'}`)
  }
  return lines
}

/**
 * The Debian packages that bring what is missing, where this program may install them itself: as root on Debian or
 * one of its kin. Null where it may not, or where a package does not bring it all.
 * @param {readonly Need[]} absent
 * @returns {string[] | null}
 */
export function installable(absent) {
  if (system() !== 'debian' || process.getuid?.() !== 0 || onPath('apt-get') === null) return null
  const packages = absent.map((need) => needs[need].packages.debian)
  return packages.every((each) => each !== undefined) ? packages.flat() : null
}
