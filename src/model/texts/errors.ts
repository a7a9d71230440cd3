/** Sentences for what goes wrong: what happened, why, what to do next. */
export const errorTexts = {
  'error.unexpected': 'Something unexpected happened: {0}. See the log for details.',
  'error.cancelled': 'Cancelled.',
  'error.timedOut':
    '{0} did not answer within {1} s. Check the network, or raise the time-out in the settings.',
  'error.unreachable.refused':
    '{0} refused the connection: nothing listens there. Check the host and the port, and that the broker runs.',
  'error.unreachable.name':
    'The name {0} does not resolve. Check the spelling, and that this machine can reach its name server or VPN.',
  'error.unreachable.other': '{0} could not be reached ({1}). Check the address, the network and any VPN.',
  'error.badAddress': '“{0}” is not a broker address. Write it as host:port, for example localhost:9092.',
  'error.notKafka':
    '{0} answers, but not as a Kafka broker does. Check the port: this may be an HTTP, TLS or other listener.',
  'error.silent':
    '{0} accepts connections but does not answer. Check the port: it may expect TLS, or may not be a Kafka listener.',
  'error.advertisedUnreachable':
    'The cluster answers, but broker {0} advertises {1}, which cannot be reached from here ({2}). Check advertised.listeners on the broker, or use a network where this address resolves.',
  'error.connectionLost': 'The connection to {0} was lost. Try again.',
  'error.notConnected': 'Not connected to {0}. Connect first.',
  'error.unsupported': 'This broker does not offer {0}; it needs Kafka {1} or newer.',
  'error.unsupported.removed':
    'This broker no longer offers a version of {0} that this release of Lagline speaks. Look for an update of Lagline.',
  'error.readOnly': '{0} is marked read-only, so nothing was sent. Change its settings to allow changes.',
  'error.groupNotFound': 'The group {0} does not exist (any more). Refresh the list.',
  'error.noLeader':
    '{0} has no leader now, so its offsets cannot be read. Try again when its broker is back.',
  'error.unknownPartition': '{0} does not exist (any more). Refresh the list.',
  'error.coordinator': 'The coordinator of the group {0} is not available: {1}. Try again in a moment.',
  'error.kafka': 'The broker answered: {0}',
  'error.storage':
    'The change record could not be written ({0}), so nothing was sent. Check the disk and try again.',
  'kafka.unknown': 'error code {0}, which this release of Lagline has no words for.',
} as const
