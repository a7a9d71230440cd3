import type { SyntaxNode } from '@lezer/common'
import { isChanged, type Bindings } from '../constants'

const changes: ReadonlySet<string> = new Set([
  'AssignmentExpression',
  'UpdateExpression',
  'PostfixExpression',
])

function hasChild(node: SyntaxNode, name: string): boolean {
  return node.getChild(name) !== null
}

/** `const NAME = 'orders'`, and `static readonly NAME = 'orders'` of a class. */
export const bindings: Bindings = {
  declarations: new Set(['VariableDeclaration', 'PropertyDeclaration']),
  declared(node) {
    const constant =
      node.name === 'VariableDeclaration'
        ? hasChild(node, 'const')
        : hasChild(node, 'static') && hasChild(node, 'readonly')
    if (!constant) return []
    const found: [SyntaxNode, number, number][] = []
    let name: SyntaxNode | null = null
    for (let at = node.firstChild; at !== null; at = at.nextSibling) {
      if (at.name === 'VariableDefinition' || at.name === 'PropertyDefinition') name = at
      const value = at.name === 'Equals' ? bare(at.nextSibling) : null
      if (name !== null && value !== null) found.push([name, value.from, value.to])
      if (at.name === 'Equals') name = null
    }
    return found
  },
  names: new Set(['VariableDefinition', 'PropertyDefinition', 'VariableName', 'PropertyName']),
  binds(name) {
    if (name.name === 'VariableDefinition') return true
    // The name of a property of an object is nobody's but the object's.
    if (name.name === 'PropertyDefinition') return name.parent?.name === 'PropertyDeclaration'
    return isChanged(name, changes)
  },
}

/** Without `as const` or a type behind it. */
function bare(value: SyntaxNode | null): SyntaxNode | null {
  const sign = value?.name === 'BinaryExpression' ? (value.firstChild?.nextSibling?.name ?? '') : ''
  return /^(?:as|satisfies)$/.test(sign) ? (value?.firstChild ?? null) : value
}
