/** `npm run package`: the VSIX at the repository's root. vsce runs `vscode:prepublish`, the build, first. */
import './lib/root.mjs'
import { rm } from 'node:fs/promises'
import { installDependencies } from './lib/dependencies.mjs'
import { run } from './lib/run.mjs'
import { vsixName } from './lib/vsix.mjs'

await installDependencies()
await rm(vsixName, { force: true })
// Everything is bundled; until the repository has a public address, links stay relative and lead into the package.
const flags = [
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--no-update-package-json',
]
process.exitCode = await run(process.execPath, [
  'node_modules/@vscode/vsce/vsce',
  'package',
  ...flags,
  '--out',
  vsixName,
])
