/** Under which fields of a cluster what is secret about its schema registry is kept. */
export const SecretField = {
  user: 'schemaRegistryUser',
  password: 'schemaRegistryPassword',
  passphrase: 'schemaRegistryPassphrase',
} as const
