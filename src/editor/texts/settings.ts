/** What is said about settings and addresses that cannot be used. */
export const settingsTexts = {
  'settings.clusters.notList':
    'The setting lagline.clusters is not a list, so no cluster is shown. Write it as [ … ].',
  'settings.cluster.notObject': 'Entry {0} of lagline.clusters is not an object, so it is left out.',
  'settings.cluster.noText':
    'Entry {0} of lagline.clusters has no text under “{1}”, so it is left out. Add it to the entry.',
  'settings.cluster.noServers':
    'Entry {0} of lagline.clusters has no list under “bootstrapServers”, so it is left out. Write it as ["host:port"].',
  'settings.cluster.badServer':
    'Entry {0} of lagline.clusters has the address “{1}”, which is not host:port, so it is left out.',
  'settings.cluster.notFlag': 'Entry {0} of lagline.clusters is left out: “{1}” has to be true or false.',
  'settings.cluster.badRegistry':
    'Entry {0} of lagline.clusters is left out: “schemaRegistry” has to be an address such as https://registry:8081, without a user or password.',
  'settings.cluster.badRegistryTls':
    'Entry {0} of lagline.clusters is left out: “schemaRegistryTls” may have “ca”, and “certificate” together with “key”, each the whole path of a file.',
  'settings.cluster.sameId':
    'Entry {0} of lagline.clusters has the id {1} of another entry, so it is left out. Ids are never used twice.',
  'settings.servers.none': 'Type the address of at least one broker, for example localhost:9092.',
  'settings.servers.url': '“{0}” is a URL. A broker’s address is only host:port.',
  'settings.servers.noPort': '“{0}” has no port. Kafka’s usual one is 9092: {0}:9092',
  'settings.servers.bad': '“{0}” is not host:port.',
} as const
