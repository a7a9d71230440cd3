import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

/** What every process of a test run carries in its environment. */
export const runMark = 'LAGLINE_RUN'

/** Running processes of the run, as `id command`, this one left out. */
function processesOf(run) {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) return []
    try {
      if (!readFileSync(`/proc/${entry}/environ`, 'utf8').split('\0').includes(`${runMark}=${run}`)) return []
      return [
        `${entry} ${readFileSync(`/proc/${entry}/cmdline`, 'utf8').replaceAll('\0', ' ').slice(0, 150)}`,
      ]
    } catch {
      return []
    }
  })
}

/** The run's folders in the system's temporary folder. */
function foldersOf(run) {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('lagline-') && name.includes(`-${run}-`))
}

/**
 * What a run has left behind after it has had 15 s to end.
 * @param {string} run the value of {@link runMark}
 * @returns {Promise<string[]>}
 */
export async function leftBehind(run) {
  for (let attempt = 0; ; attempt++) {
    const left = [...processesOf(run), ...foldersOf(run)]
    if (left.length === 0 || attempt === 60) return left
    await sleep(250)
  }
}
