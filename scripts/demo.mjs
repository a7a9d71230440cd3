/** `npm run demo`: see `npm run demo -- --help`. Works from a clean clone. */
import './lib/root.mjs'
import { capture } from './lib/run.mjs'
import { loadTs } from './lib/load-ts.mjs'
import { vsixName } from './lib/vsix.mjs'
import { purposes, setup, SetupError } from './setup.mjs'

const args = process.argv.slice(2)
const own = { code: args.includes('--code'), cluster: args.some((arg) => /^--bootstrap(=|$)/.test(arg)) }
const { needs, kafka, editors } = purposes.demo
/** What the demo does not start itself it does not need either. */
const purpose = {
  needs: needs.filter((need) =>
    need === 'jdk' || need === 'maven'
      ? !own.cluster
      : need === 'compiler' || need === 'kerberos'
        ? !own.code
        : true,
  ),
  kafka: own.cluster ? [] : kafka,
  editors: own.code ? [] : args.some((arg) => /floor$/.test(arg)) ? ['floor'] : editors,
}
if (own.code) purpose.needs.push('code')

try {
  await setup({ needs: ['node'], kafka: [], editors: [] })
  const { readDemoOptions, demoUsage, runDemo } = await loadTs(
    'demo',
    `export { readDemoOptions, demoUsage } from './test/support/demo/options'
     export { runDemo } from './test/support/demo/main'`,
  )
  let options
  try {
    options = readDemoOptions(args)
  } catch (error) {
    throw new SetupError(`${error.message}\n\n${demoUsage}`)
  }
  if (options.help) console.log(demoUsage)
  else {
    await setup(purpose)
    console.log('Building and packaging the extension …')
    const packaged = await capture('npm', ['run', '--silent', 'package'])
    if (packaged.status !== 0) throw new SetupError(`The extension cannot be packaged.\n${packaged.output}`)
    await runDemo(options, vsixName)
  }
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error)
  process.exitCode = 1
}
// Nothing is to keep the terminal once all is cleaned up.
process.exit()
