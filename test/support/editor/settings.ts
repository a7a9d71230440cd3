/**
 * User settings with one cluster.
 * @param name the cluster's name, and its id
 * @param bootstrap `host:port`, comma between
 */
export function clusterSetting(name: string, bootstrap: string): Readonly<Record<string, unknown>> {
  return { 'lagline.clusters': [{ id: name, name, bootstrapServers: bootstrap.split(',') }] }
}
