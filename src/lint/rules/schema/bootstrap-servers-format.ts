import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { clients, report, rule } from '../kit/rule'
import { elementsOf, written } from '../kit/settings'

const SERVERS = 'bootstrap.servers'
const MAX_PORT = 65_535
const DEFAULT_PORT = 9092
const form = /^(?:[a-z][\w+.-]*:\/\/)?(?:\[[\da-f:.]+(?:%\w+)?\]|[\w.%-]+):(\d+)$/i
/** What nearly everybody writes, known at one look. */
const plainForm = /^[\w.-]+:\d{1,4}(?:,[\w.-]+:\d{1,4})*$/
const bareHost = /^[\w.-]+$/

/** `ClientUtils.parseAndValidateAddresses`: every address is a host and a port, divided by commas. */
export const bootstrapServersFormat = rule({
  id: 'bootstrap-servers-format',
  severity: 'error',
  stage: 'domain',
  javaOnly: true,
  roles: clients,
  keys: [SERVERS],
  check(context) {
    const servers = written(context, SERVERS)
    if (servers === null || plainForm.test(servers.text)) return null
    for (const address of elementsOf(servers.text)) {
      const port = form.exec(address)?.[1]
      if (port !== undefined && Number(port) <= MAX_PORT) continue
      const id = port === undefined ? 'lint.bootstrap-servers-format' : 'lint.bootstrap-servers-format.port'
      const mended = mend(servers.text)
      const fixes = mended === servers.text ? [] : [toSet(context, servers.entry, mended)]
      return report(servers.entry, text(id, SERVERS, address), fixes)
    }
    return null
  },
})

/** Commas between the addresses, and Kafka's usual port where there is none. */
function mend(value: string): string {
  const addresses = value.split(/[,;\s]+/).filter((address) => address !== '')
  return addresses
    .map((address) => (bareHost.test(address) ? `${address}:${DEFAULT_PORT}` : address))
    .join(',')
}
