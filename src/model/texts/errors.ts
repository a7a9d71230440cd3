import { kafkaCodeTexts } from './kafka-codes'

/** Sentences for what goes wrong: what happened, why, what to do next. */
export const errorTexts = {
  'error.unexpected': 'Something unexpected happened: {0}. See the log for details.',
  'error.cancelled': 'Cancelled.',
  'error.timedOut':
    '{0} did not answer within {1} s. Check the network, or raise the time-out in the settings.',
  'error.timedOut.records':
    'Nothing could be read within {0} s. Try again, or raise lagline.timeout.requestSeconds.',
  'error.unreachable.refused':
    '{0} refused the connection: nothing listens there. Check the host and the port, and that the broker runs.',
  'error.unreachable.name':
    'The name {0} does not resolve. Check the spelling, and that this machine can reach its name server or VPN.',
  'error.unreachable.timeout':
    '{0} does not react: no connection within {1} s. Check the address, and that no firewall or VPN is in the way.',
  'error.unreachable.other': '{0} could not be reached ({1}). Check the address, the network and any VPN.',
  'error.badAddress': '“{0}” is not a broker address. Write it as host:port, for example localhost:9092.',
  'error.badAddress.port':
    '“{0}” names no valid port. Write the address as host:port with a port from 1 to 65535, for example localhost:9092.',
  'error.badAddress.none':
    'No bootstrap server is given. Write at least one host:port in the cluster’s settings.',
  'error.notKafka':
    '{0} answers, but not as a Kafka broker does. Check the port: this may be an HTTP, TLS or other listener.',
  'error.notKafka.http':
    '{0} answers as an HTTP server, not as a Kafka broker. Check the port; brokers often listen on 9092.',
  'error.notKafka.tls':
    '{0} expects an encrypted connection (TLS), and Lagline spoke plain text. Use the broker’s plain-text port.',
  'error.notKafka.closed':
    '{0} closed the connection without an answer. It may expect TLS or a login, or may not be a Kafka listener: check the port.',
  'error.silent':
    '{0} accepts connections but does not answer. Check the port: it may expect TLS, or may not be a Kafka listener.',
  'error.advertisedUnreachable':
    'The cluster answers, but broker {0} advertises {1}, which cannot be reached from here ({2}). Check advertised.listeners on the broker, or use a network where this address resolves.',
  'error.connectionLost': 'The connection to {0} was lost. Try again.',
  'error.notConnected': 'Not connected to {0}. Connect first.',
  'error.unknownBroker':
    'Broker {0} is no longer part of the cluster. Refresh the list, and check that the broker runs.',
  'error.badAnswer': '{0} sent an answer to {1} that makes no sense ({2}). See the log for details.',
  'error.unsupported': 'This broker does not offer {0}; it needs Kafka {1} or newer.',
  'error.unsupported.removed':
    'This broker no longer offers a version of {0} that this release of Lagline speaks. Look for an update of Lagline.',
  'error.unsupported.share':
    'This broker can neither tell nor move the start offsets of share groups; that needs Kafka {0} or newer.',
  'error.readOnly': '{0} is marked read-only, so nothing was sent. Change its settings to allow changes.',
  'error.notAuthorized.group':
    'You may not access the group {0} ({1}). Ask for the right on it: DESCRIBE to see it, READ to move its offsets, DELETE to delete.',
  'error.notAuthorized.topic':
    'You may not access the topic {0} ({1}). Ask for the right on it: DESCRIBE to see it, READ to move offsets.',
  'error.notAuthorized.topicsOf':
    'You may not see the topics that the group {0} reads ({1}). Ask for the right DESCRIBE on them.',
  'error.notAuthorized.cluster':
    'You may not do this on the cluster ({0}). Ask for the right on the cluster.',
  'error.groupNotFound': 'The group {0} does not exist (any more). Refresh the list.',
  'error.groupActive':
    'The group {0} has members, so its offsets cannot be changed. Stop its consumers, wait until it is Empty, and try again.',
  'error.groupActive.delete':
    'The group {0} has members, so it cannot be deleted. Stop its consumers, wait until it is Empty, and try again.',
  'error.groupActive.subscribed':
    'The group {0} is subscribed to {1} now, so its offsets there cannot be deleted. Stop its consumers, or unsubscribe them, first.',
  'error.noLeader':
    '{0} has no leader now, so its offsets cannot be read. Try again when its broker is back.',
  'error.unknownPartition': '{0} does not exist (any more). Refresh the list.',
  'error.outOfRange': 'The log of {0} has no offset {1} (any more).',
  'error.coordinator': 'The coordinator of the group {0} is not available: {1} Try again in a moment.',
  'error.listing': 'Broker {0} cannot list its groups now: {1}',
  'error.kafka': 'The broker answered {0} ({1}): {2}',
  'error.storage':
    'The change record could not be written ({0}), so nothing was sent. Check the disk and try again.',
  'error.unreadable.cutOff': 'The bytes end too early.',
  'error.unreadable.varint': 'The bytes hold a number that is too long.',
  'error.unreadable.batch': 'This is not a batch of records.',
  'error.unreadable.magic': 'The records have the format {0}, which this release of Lagline does not know.',
  'error.unreadable.checksum': 'The checksum does not fit: the bytes have changed since they were written.',
  'error.unreadable.codec':
    'The records are compressed with codec {0}, which this release of Lagline does not know.',
  'error.unreadable.compressed': 'What is compressed with {0} cannot be read: {1}.',
  'error.unreadable.tooLarge': 'Uncompressed, this is more than {0} bytes.',
  'error.unreadable.noSchemaId': 'It does not begin with the id of a schema.',
  'error.unreadable.left': 'The bytes do not fit the schema: {0} are left at the end.',
  'error.unreadable.noMatch': 'The bytes do not fit the schema.',
  'error.unreadable.tooMany':
    'The bytes do not fit the schema: they would hold more than {0} values or levels.',
  'error.unreadable.schema': 'This {0} schema cannot be understood ({1}).',
  'error.registry.unreachable':
    'The schema registry {0} could not be reached ({1}). Check schemaRegistry in the cluster’s entry of the settings, the network and any VPN.',
  'error.registry.silent':
    'The schema registry {0} did not answer within {1} s. Check the network, or raise the time-out in the settings.',
  'error.registry.noTime':
    'No time was left to ask the schema registry. Read the records again, or raise lagline.timeout.requestSeconds.',
  'error.registry.login':
    'The schema registry {0} wants a login, or refuses the one it was given ({1}). Set it with the command Set Schema Registry Login.',
  'error.registry.untrusted':
    'Nobody here knows who signed the certificate of the schema registry {0} ({1}). Set ca under schemaRegistryTls in the cluster’s entry of the settings to the file of that authority’s certificate.',
  'error.registry.otherName':
    'The certificate of the schema registry {0} is for another host name. Check schemaRegistry in the cluster’s entry of the settings.',
  'error.registry.expired':
    'The certificate of the schema registry {0} is out of date, or this machine’s clock is wrong ({1}).',
  'error.registry.certificate':
    'The schema registry {0} ended the connection ({1}). It may want a certificate: set certificate and key under schemaRegistryTls in the cluster’s entry of the settings, or check those that are set.',
  'error.registry.file':
    '{0}, which schemaRegistryTls in the cluster’s entry of the settings names, could not be read ({1}). Check the path.',
  'error.registry.badPem':
    'What schemaRegistryTls in the cluster’s entry of the settings names under {0} cannot be used: {1}. The files have to be in PEM form, and certificate and key have to belong together.',
  'error.registry.passphrase':
    'The private key that schemaRegistryTls names wants a passphrase, or another one. Set it with the command Set Schema Registry Login.',
  'error.registry.noSchema': 'The schema registry {0} has no schema {1}.',
  'error.registry.answer':
    'The schema registry {0} answered {1}. Check schemaRegistry in the cluster’s entry of the settings.',
  'error.registry.notRegistry':
    '{0} answers, but not as a schema registry does. Check schemaRegistry in the cluster’s entry of the settings.',
  'error.registry.references': 'Schema {0} refers to too many others.',
  'reason.refused': 'nothing listens there',
  'reason.name': 'the name does not resolve',
  'reason.timeout': 'no connection within {0} s',
  ...kafkaCodeTexts,
} as const
