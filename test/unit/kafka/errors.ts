import { isLaglineError, type LaglineError } from '../../../src/model/errors'

/** What is thrown, which has to be an error of the catalogue. */
export function laglineErrorThrownBy(work: () => unknown): LaglineError {
  try {
    work()
  } catch (error) {
    if (isLaglineError(error)) return error
    throw error
  }
  throw new Error('it was expected to throw')
}
