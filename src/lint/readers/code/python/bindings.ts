import type { SyntaxNode } from '@lezer/common'
import type { Bindings } from '../constants'

/** Around a name that is only read. */
const reading: ReadonlySet<string> = new Set([
  'DictionaryExpression',
  'BinaryExpression',
  'UnaryExpression',
  'ParenthesizedExpression',
  'ConditionalExpression',
  'CallExpression',
  'ExpressionStatement',
  'ReturnStatement',
  'FormatReplacement',
])
/** Where a statement runs each time that what is around it does. */
const bodies: ReadonlySet<string> = new Set(['FunctionDefinition', 'ClassDefinition'])

function isBehindSign(node: SyntaxNode): boolean {
  for (let next = node.nextSibling; next !== null; next = next.nextSibling)
    if (next.name === 'AssignOp') return false
  return true
}

/** Anything but what is surely a look at the name counts as a change of it. */
function binds(name: SyntaxNode): boolean {
  let node = name
  if (node.parent?.name === 'MemberExpression') {
    const isObject = node.parent.firstChild?.from === node.from
    if (isObject) return false
    node = node.parent
  }
  const around = node.parent
  if (around === null) return true
  if (around.name === 'AssignStatement') return !isBehindSign(node)
  if (around.name === 'ArgList') return node.nextSibling?.name === 'AssignOp'
  if (around.name === 'ArrayExpression' || around.name === 'TupleExpression')
    return around.parent?.name !== 'ArgList' && around.parent?.name !== 'DictionaryExpression'
  return !reading.has(around.name)
}

/** `NAME = 'orders'`, once in a file and neither in a branch nor in a loop. */
export const bindings: Bindings = {
  declarations: new Set(['AssignStatement']),
  declared(node) {
    const name = node.firstChild
    const value = node.lastChild
    const sign = value?.prevSibling ?? null
    if (name?.name !== 'VariableName' || value === null || sign?.name !== 'AssignOp') return []
    const before = sign.prevSibling?.name === 'TypeDef' ? sign.prevSibling.prevSibling : sign.prevSibling
    const around = node.parent?.name === 'Body' ? node.parent.parent : node.parent
    const always = around !== null && (around.name === 'Script' || bodies.has(around.name))
    return before?.from === name.from && always ? [[name, value.from, value.to]] : []
  },
  names: new Set(['VariableName', 'PropertyName']),
  binds,
}
