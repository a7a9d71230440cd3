import type { YamlLeaves } from '../yaml/leaf'
import type { Field, Tree } from '../yaml/tree'
import { textOf } from './compose'
import type { Environment } from './drafts'
import { imageOf } from './images'

/** Where a kind of object keeps its pods. */
const podPaths: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  DeploymentConfig: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
}

/** The containers of a Kubernetes object, a ConfigMap of variables as one of them; none where it has no pods. */
export function kubernetesEnvironments(
  tree: Tree,
  leaves: YamlLeaves,
  object: readonly Field[],
): Environment[] {
  const kind = textOf(tree.get(object, 'kind')) ?? ''
  if (kind === 'ConfigMap') return configMap(tree, leaves, object)
  const path = Object.hasOwn(podPaths, kind) ? podPaths[kind] : undefined
  const pod = path === undefined ? undefined : tree.find(object, ...path)
  if (pod === undefined) return []
  const fields = tree.under(pod)
  const replicas = textOf(tree.find(object, 'spec', 'replicas'))
  const count = replicas !== null && /^\d{1,4}$/.test(replicas) ? { replicas: Number(replicas) } : {}
  return ['containers', 'initContainers']
    .flatMap((name) => {
      const list = tree.get(fields, name)
      return list === undefined ? [] : tree.under(list)
    })
    .flatMap((container) => {
      const own = tree.under(container)
      const env = tree.get(own, 'env')
      if (env === undefined) return []
      const image = textOf(tree.get(own, 'image'))
      return {
        id: container.path,
        image: image === null ? null : imageOf(image),
        holder: env.path,
        leaves: tree.under(env).flatMap((element) => leaves.named(tree, element, env.path) ?? []),
        ...count,
      }
    })
}

function configMap(tree: Tree, leaves: YamlLeaves, object: readonly Field[]): Environment[] {
  const data = tree.get(object, 'data')
  if (data === undefined) return []
  const found = tree.under(data).map((field) => leaves.pair(field))
  return [{ id: data.path, image: null, holder: data.path, leaves: found }]
}
