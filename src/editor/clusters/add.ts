import * as vscode from 'vscode'
import type { ClusterSettings } from '../../model/settings'
import { BACK, askText } from '../ask/quick-input'
import { parseAddress, serversProblem, splitServers } from '../settings/cluster-list'
import type { Words } from '../words'

/** Asks for a cluster in two steps. Rejects with `cancelled`. `taken`: names that are in use. */
export async function askCluster(
  id: string,
  taken: readonly string[],
  words: Words,
): Promise<ClusterSettings> {
  const title = vscode.l10n.t('Add Cluster')
  let typed = ''
  for (;;) {
    const servers = await askText({
      title,
      step: { number: 1, of: 2 },
      prompt: vscode.l10n.t('Bootstrap servers: the address of one broker, or of several between commas.'),
      placeholder: 'localhost:9092',
      value: typed,
      problem: (value) => {
        const problem = serversProblem(value)
        return problem === null ? null : words.say(problem)
      },
    })
    if (servers === BACK) continue
    typed = servers
    const name = await askName(title, { number: 2, of: 2 }, suggestName(splitServers(typed), taken), taken)
    if (name === BACK) continue
    return { id, name, bootstrapServers: splitServers(typed), readOnly: false, production: false }
  }
}

/** Asks what the view calls a cluster. */
export function askName(
  title: string,
  step: { readonly number: number; readonly of: number } | undefined,
  value: string,
  taken: readonly string[],
): Promise<string | typeof BACK> {
  return askText({
    title,
    ...(step === undefined ? {} : { step }),
    prompt: vscode.l10n.t('A name for the view.'),
    value,
    problem: (typed) => {
      const name = typed.trim()
      if (name === '') return vscode.l10n.t('Type a name.')
      return taken.includes(name) ? vscode.l10n.t('“{0}” is the name of another cluster.', name) : null
    },
  })
}

/** The first server's host, with a number where that name is taken. */
function suggestName(servers: readonly string[], taken: readonly string[]): string {
  const host = parseAddress(servers[0] ?? '')?.host ?? ''
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? host : `${host} ${number}`
    if (!taken.includes(name)) return name
  }
}
