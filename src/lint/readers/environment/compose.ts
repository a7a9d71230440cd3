import { isScalar, isSeq } from 'yaml'
import type { YamlLeaf, YamlLeaves } from '../yaml/leaf'
import type { Field, Tree } from '../yaml/tree'
import type { Environment } from './drafts'
import { imageOf } from './images'

/** The services of a compose file; null where the document is none. */
export function composeEnvironments(tree: Tree, leaves: YamlLeaves): Environment[] | null {
  const services = tree.get(tree.top(), 'services')
  if (services === undefined) return null
  return tree.under(services).flatMap((service) => environmentOf(tree, leaves, service) ?? [])
}

function environmentOf(tree: Tree, leaves: YamlLeaves, service: Field): Environment | null {
  const fields = tree.under(service)
  const environment = tree.get(fields, 'environment')
  if (environment === undefined) return null
  const found = isSeq(environment.value)
    ? tree.under(environment).flatMap((element) => leaves.assignment(element, environment.path) ?? [])
    : tree.under(environment).map((field): YamlLeaf => leaves.pair(field))
  if (found.length === 0) return null
  const image = textOf(tree.get(fields, 'image'))
  const replicas = textOf(tree.find(fields, 'deploy', 'replicas'))
  return {
    id: service.name,
    image: image === null ? null : imageOf(image),
    holder: environment.path,
    leaves: found,
    ...(replicas !== null && /^\d{1,4}$/.test(replicas) ? { replicas: Number(replicas) } : {}),
  }
}

export function textOf(field: Field | undefined): string | null {
  const value = field?.value
  return isScalar(value) && typeof value.value === 'string' ? value.value : null
}
