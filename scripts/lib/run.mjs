import { spawn } from 'node:child_process'

/**
 * Runs a command with this terminal's output and resolves with its exit status (1 when it could not be started).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    // npm is a command file on Windows, which only a shell starts.
    const shell = process.platform === 'win32' && command === 'npm'
    const child = spawn(command, args, { stdio: 'inherit', shell, ...options })
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
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
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
