/** Runs at the first call; later calls get the same result. What failed is tried again. */
export function once<T>(run: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | null = null
  return () => {
    result ??= run().catch((error: unknown) => {
      result = null
      throw error
    })
    return result
  }
}
