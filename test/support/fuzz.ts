import fc from 'fast-check'

/**
 * Generated inputs. The checks take the same ones each time, so that a failure is the fault of the change at hand; with
 * `npm run fuzz` they are others each time, and this many times more of them.
 */
const factor = Number(process.env.LAGLINE_FUZZ ?? '1')
const SEED = 20_261_121

fc.configureGlobal({ numRuns: runs(100), ...(factor === 1 ? { seed: SEED } : {}) })

/** How many inputs a property is tried with. */
export function runs(count: number): number {
  return count * factor
}
