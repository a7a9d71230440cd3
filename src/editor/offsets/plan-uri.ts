import { PLAN_SCHEME } from '../../ids'

/** What a plan's address tells when the plan itself is gone: enough to make a new one. */
export interface PlanAddress {
  /** Random; the plan is kept under it while the editor runs. */
  readonly id: string
  /** Lagline's id of the cluster. */
  readonly cluster: string
  readonly group: string
}

/** The parts of a document's address. The last segment of the path is what the tab shows. */
export function planUriParts(
  address: PlanAddress,
  title: string,
): { readonly scheme: string; readonly path: string; readonly query: string } {
  return {
    scheme: PLAN_SCHEME,
    // A slash in a group's name would cut the title off.
    path: `/${address.id}/${title.replaceAll('/', '∕')}`,
    query: JSON.stringify([address.cluster, address.group]),
  }
}

/** Null for an address that is not of a plan; anybody can open any address. */
export function readPlanUri(uri: {
  readonly scheme: string
  readonly path: string
  readonly query: string
}): PlanAddress | null {
  const id = /^\/([^/]+)\//.exec(uri.path)?.[1]
  if (uri.scheme !== PLAN_SCHEME || id === undefined) return null
  try {
    const parts: unknown = JSON.parse(uri.query)
    if (!Array.isArray(parts)) return null
    const [cluster, group] = parts as unknown[]
    return typeof cluster === 'string' && typeof group === 'string' ? { id, cluster, group } : null
  } catch {
    return null
  }
}
