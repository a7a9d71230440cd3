import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/java'
import type { TextRange } from '../../../document'
import { isChanged, type Bindings } from '../constants'
import type { Draft } from '../draft'
import type { Language } from '../expression'
import type { Scoping } from '../scopes'
import type { StringRules } from '../strings'
import { childNamed, childrenOf, type Piece } from '../tree'
import { TreeFile } from '../tree-file'
import type { Joint } from '../units'
import { jvmForm } from './form'
import { Imports, jvmKey, jvmLanguage, jvmValue, rolesOfClasses } from './names'

const strings: StringRules = { interpolation: () => null, raw: () => false }

const scoping: Scoping = {
  scopes: new Set([
    'MethodDeclaration',
    'ConstructorDeclaration',
    'LambdaExpression',
    'ClassBody',
    'StaticInitializer',
    'Program',
  ]),
  always: new Set(['ConstructorDeclaration', 'StaticInitializer', 'ClassBody', 'Program']),
  branches: new Set([
    'IfStatement',
    'SwitchStatement',
    'SwitchExpression',
    'WhileStatement',
    'DoStatement',
    'ForStatement',
    'EnhancedForStatement',
    'CatchClause',
    'TernaryExpression',
  ]),
}

const visited: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'MethodInvocation',
  'ObjectCreationExpression',
  'VariableDeclarator',
  'AssignmentExpression',
  'ReturnStatement',
])
const changes: ReadonlySet<string> = new Set(['AssignmentExpression', 'UpdateExpression'])
/** A field says itself that it stays as it is; a variable of a method is looked after by the number of its changes. */
const bindings: Bindings = {
  declarations: new Set(['VariableDeclarator']),
  declared(node) {
    const name = childNamed(node, 'Definition')
    const value = node.lastChild
    const around = node.parent
    if (name === null || value === null || around === null || value.prevSibling?.name !== 'AssignOp')
      return []
    const modifiers = childNamed(around, 'Modifiers')
    const isFinal = modifiers !== null && childNamed(modifiers, 'final') !== null
    return isFinal || around.name === 'LocalVariableDeclaration' ? [[name, value.from, value.to]] : []
  },
  names: new Set(['Definition', 'Identifier']),
  binds: (name) => name.name === 'Definition' || isChanged(name, changes),
}
const maps = /^(?:Properties|HashMap|LinkedHashMap|TreeMap|ConcurrentHashMap|Hashtable)$/

/** What is known of a Java file's settings while it is read. */
export abstract class JavaSettings extends TreeFile {
  protected readonly imports = new Imports()
  private readonly language: Language
  /** Settings that an expression or class body holds, by where it starts and ends. */
  private readonly byPlace = new Map<string, Draft>()

  constructor(text: string) {
    super(text, { parser, scoping, visited, bindings })
    this.language = { ...jvmLanguage(this.imports, strings), constants: this.constants }
  }

  protected settings(open = false): Draft {
    return this.make('java', open)
  }

  protected at(node: SyntaxNode): Draft | null {
    return this.byPlace.get(`${node.from}:${node.to}`) ?? null
  }

  protected hold(node: SyntaxNode, draft: Draft): void {
    this.byPlace.set(`${node.from}:${node.to}`, draft)
  }

  /** The settings that an expression stands for. */
  protected draftOf(node: SyntaxNode | null): Draft | null {
    if (node === null) return null
    const name = this.nameOf(node)
    return name === null ? this.at(node) : (this.scopes.find(name, node)?.draft ?? null)
  }

  protected nameOf(node: SyntaxNode): string | null {
    if (node.name === 'Identifier') return this.slice(node)
    return node.name === 'FieldAccess'
      ? this.slice(node)
          .replace(/\s/g, '')
          .replace(/^this\./, '')
      : null
  }

  /** Whether a type is a map that settings are put into. */
  protected isMap(type: string): boolean {
    return maps.test(type)
  }

  protected typeName(node: SyntaxNode | undefined): string | null {
    if (node === undefined) return null
    const bare = this.slice(node)
      .replace(/<[\s\S]*$/, '')
      .trim()
    return bare.slice(bare.lastIndexOf('.') + 1)
  }

  protected target(node: SyntaxNode, receiver: SyntaxNode | null): { draft: Draft; maybe: boolean } | null {
    if (receiver === null) return this.implicit(node)
    const name = this.nameOf(receiver)
    if (name === null) return null
    const found = this.scopes.find(name, node)
    if (found !== null) return found
    const draft = this.settings(true)
    this.scopes.assume(name, node, draft)
    return this.scopes.find(name, node)
  }

  /** `new Properties() {{ put(…); }}` */
  private implicit(node: SyntaxNode): { draft: Draft; maybe: boolean } | null {
    for (let above = node.parent; above !== null; above = above.parent) {
      if (above.name === 'MethodDeclaration' || above.name === 'LambdaExpression') return null
      if (above.name !== 'ClassBody') continue
      const type = above.parent?.name === 'ObjectCreationExpression' ? childrenOf(above.parent)[1] : undefined
      if (!maps.test(this.typeName(type) ?? '')) return null
      const known = this.at(above)
      if (known !== null) return { draft: known, maybe: false }
      const draft = this.settings()
      this.hold(above, draft)
      return { draft, maybe: false }
    }
    return null
  }

  protected add(
    draft: Draft,
    keyPiece: Piece,
    valuePiece: Piece,
    unit: TextRange,
    joint: Joint,
    how: { pair: (key: string, value: string) => string; asText?: boolean; maybe?: boolean },
  ): void {
    const keyText = this.text.slice(keyPiece.start, keyPiece.end)
    const written = jvmKey(keyText, this.language, this.imports)
    if (written === null) return
    const value = jvmValue(this.text.slice(valuePiece.start, valuePiece.end), this.language, this.imports)
    const { className } = written.constant ?? { className: '' }
    if (written.constant !== null || written.key === 'bootstrap.servers') draft.certain = true
    const hint = rolesOfClasses[className]
    if (hint !== undefined) draft.hints.add(hint)
    draft.add({
      key: written.key,
      sharedKey: written.shared,
      keyRange: { start: keyPiece.start, end: keyPiece.end },
      value: value === null ? null : value.value.trim(),
      sharedValue: value?.shared,
      valueRange: { start: valuePiece.start, end: valuePiece.end },
      unit,
      form: jvmForm(written, value, how.asText === true, joint, how.pair, keyText),
      maybe: how.maybe === true,
    })
  }
}
