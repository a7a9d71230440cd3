import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from './root'
import type { BudgetId } from './budgets'

/** Full path of the packaged extension. */
export function vsixPath(): string {
  return join(repositoryRoot(), 'lagline-0.1.0.vsix')
}

/** Sizes of what is built and packaged, in KB (1,024 bytes), by their budgets. */
export function builtSizes(): Readonly<Record<BudgetId & `size${string}`, number>> {
  const dist = join(repositoryRoot(), 'dist')
  const page = readdirSync(join(dist, 'webview')).filter((name) => /\.(js|css)$/.test(name))
  return {
    sizeHost: kilobytes(join(dist, 'extension.js')),
    sizeKafka: kilobytes(join(dist, 'kafka.js')),
    sizeDecoders: kilobytes(join(dist, 'decoders.js')),
    sizeLint: kilobytes(join(dist, 'lint.js')),
    sizeLintCode: kilobytes(join(dist, 'lint-code.js')),
    sizeLintYaml: kilobytes(join(dist, 'lint-yaml.js')),
    sizeWebview: page.reduce((sum, name) => sum + kilobytes(join(dist, 'webview', name)), 0),
    sizeVsix: kilobytes(vsixPath()),
  }
}

function kilobytes(file: string): number {
  return statSync(file).size / 1024
}
