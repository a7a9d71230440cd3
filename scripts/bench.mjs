/** `npm run bench`: every budget beside what was measured. Not 0 when one is exceeded or a bench fails. */
import './lib/root.mjs'
import { readdirSync } from 'node:fs'
import { loadTs } from './lib/load-ts.mjs'
import { capture } from './lib/run.mjs'
import { purposes, setup, SetupError } from './setup.mjs'

try {
  await setup(purposes.bench)
  const packaged = await capture(process.execPath, ['scripts/package.mjs'])
  if (packaged.status !== 0) throw new SetupError(`The extension cannot be packaged.\n${packaged.output}`)
  const files = readdirSync('test/bench').filter((name) => name.endsWith('.bench.ts'))
  const imports = files.map((name) => `import './test/bench/${name.slice(0, -3)}'`)
  const { runBenches } = await loadTs(
    'bench',
    [...imports, `export { runBenches } from './test/support/bench'`].join('\n'),
  )
  process.exitCode = (await runBenches((line) => console.log(line))) ? 0 : 1
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error)
  process.exitCode = 1
}
process.exit()
