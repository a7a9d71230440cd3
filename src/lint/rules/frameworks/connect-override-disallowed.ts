import { baseNameOf } from '../../readers/reader'
import { docsOf, type RuleContext, type WorkspaceRule } from '../../rule'
import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report } from '../kit/rule'

const POLICY = 'connector.client.config.override.policy'
/** What `PrincipalConnectorClientConfigOverridePolicy` lets through. */
const principal: ReadonlySet<string> = new Set(['security.protocol', 'sasl.jaas.config', 'sasl.mechanism'])

/** KIP-458: the worker checks the overrides of a connector by its policy, which was None before 3.0. */
export const connectOverrideDisallowed: WorkspaceRule = {
  id: 'connect-override-disallowed',
  severity: 'warning',
  preset: 'recommended',
  title: text('lint.connect-override-disallowed.title'),
  docs: docsOf('connect-override-disallowed'),

  concerns: isOverride,

  checkAll(contexts) {
    const policies = contexts.map((context) => ({ context, policy: policyOf(context) }))
    const strict = policies.find(({ policy }) => policy === 'None' || policy === 'Principal')
    // Another worker may be the one that the connector runs on.
    if (strict === undefined || policies.some(({ policy }) => policy === 'All' || policy === '')) return []
    const { policy } = strict
    return contexts.flatMap((context) =>
      isOverride(context)
        ? context.block.entries
            .filter(({ key }) => policy === 'None' || !principal.has(key))
            .map((entry) => ({
              context,
              report: report(
                entry,
                text(
                  'lint.connect-override-disallowed',
                  context.block.prefix + entry.key,
                  baseNameOf(strict.context.fileName),
                  policy ?? '',
                ),
                [toDelete(context, entry)],
              ),
            }))
        : [],
    )
  },
}

/** Null = no worker; empty = a worker whose policy cannot be told. */
function isOverride({ block }: RuleContext): boolean {
  return block.prefix.endsWith('.override.')
}

function policyOf(context: RuleContext): string | null {
  if (context.block.role !== 'connect') return null
  return context.effective(POLICY)?.text ?? ''
}
