import { CHANGE_SCHEME } from '../../ids'

/** A row of the view: the change's id, always the same object for the same change. */
export interface ChangeNode {
  readonly kind: 'change'
  readonly id: string
}

/** True for what the view hands to commands; anybody can call a command with anything. */
export function isChangeNode(value: unknown): value is ChangeNode {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'change' && 'id' in value
  )
}

/** The parts of the address of a change's text. The last segment of the path is what the tab shows. */
export function changeUriParts(
  id: string,
  title: string,
): { readonly scheme: string; readonly path: string } {
  // A slash in a group's name would cut the title off.
  return { scheme: CHANGE_SCHEME, path: `/${id}/${title.replaceAll('/', '∕')}` }
}

/** The record's id; null for an address that is not of a change. Anybody can open any address. */
export function changeOfUri(uri: { readonly scheme: string; readonly path: string }): string | null {
  if (uri.scheme !== CHANGE_SCHEME) return null
  return /^\/([^/]+)\//.exec(uri.path)?.[1] ?? null
}
