import { spawn } from 'node:child_process'

/** What runs now. */
const running = new Set()
let endedBy = null

/**
 * Passes an asked-for end (SIGTERM; Ctrl+C and a closed terminal reach all of them anyway) on to what runs.
 * @returns {() => string | null} tells the signal, once there was one
 */
export function passSignalsOn() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      endedBy = signal
      for (const child of running) child.kill('SIGTERM')
    })
  return () => endedBy
}

/**
 * Runs a command with this terminal's output and resolves with its exit status (1 when it could not be started).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    if (endedBy !== null) return resolve(1)
    // npm is a command file on Windows, which only a shell starts.
    const shell = process.platform === 'win32' && command === 'npm'
    const child = spawn(command, args, { stdio: 'inherit', shell, ...options })
    running.add(child)
    child.once('close', () => running.delete(child))
    child.once('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`)
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * Runs a command to its end and resolves with what it printed and its exit status; prints nothing itself.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ status: number, output: string, seconds: number }>}
 */
export function capture(command, args) {
  return new Promise((resolve) => {
    const started = Date.now()
    let output = ''
    if (endedBy !== null) return resolve({ status: 1, output: `ended by ${endedBy}`, seconds: 0 })
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    child.once('close', () => running.delete(child))
    const done = (status) => resolve({ status, output, seconds: (Date.now() - started) / 1000 })
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (output += text))
    child.once('error', (error) => {
      output += error.message
      done(1)
    })
    child.once('close', (code) => done(code ?? 1))
  })
}
