/** Numbers of tests. */
export interface Sum {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}
export function readSum(file: string): Sum | null
export function readFailures(file: string): string[]
export function add(a: Sum, b: Sum): Sum
export function closingLine(sum: Sum): string
