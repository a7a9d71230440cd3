import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Ports handed out by this program: one is never given twice, also before its user listens on it. */
const given = new Set<number>()

/**
 * A free TCP port of this machine. Taken below the range that the system gives to outgoing connections, so that none
 * of those takes it between now and its use.
 * @throws when none is found
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = randomInt(20_000, 32_000)
    if (given.has(port)) continue
    if (await isFree(port)) {
      given.add(port)
      return port
    }
  }
  throw new Error('No free port between 20000 and 32000 was found.')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => {
      resolve(false)
    })
    server.listen(port, () => {
      server.close(() => {
        resolve(true)
      })
    })
  })
}
