/** What the rules on fetches, timeouts and sockets say. */
export const lintFetchTexts = {
  'lint.fetch-wait-exceeds-request-timeout.title': 'A fetch waits longer than a request may take',
  'lint.fetch-wait-exceeds-request-timeout':
    '{0} is not below {1}: a fetch that waits its full time has timed out by then.',
  'lint.fetch-wait-exceeds-request-timeout.native':
    '{0} is not {1} ms below {2}: what is asked of the broker behind a fetch that waits its full time may time out.',

  'lint.fetch-max-below-partition-fetch.title': "A fetch smaller than one partition's share",
  'lint.fetch-max-below-partition-fetch': '{0} is below {1}: no partition ever gets its full share.',

  'lint.fetch-min-exceeds-max.title': 'A fetch that is never full enough',
  'lint.fetch-min-exceeds-max':
    '{0} is above {1}: every fetch waits its full time for bytes it may not have.',

  'lint.partition-fetch-below-topic-max-message.title':
    "A partition's share smaller than a message of the topic",
  'lint.partition-fetch-below-topic-max-message':
    '{0} {1} is below max.message.bytes {3} of topic {2}: large batches come one at a time.',

  'lint.legacy-request-timeout.title': 'The request timeout of Kafka 1',
  'lint.legacy-request-timeout':
    'request.timeout.ms {0} was the default before Kafka 2.0; today it is 30,000, and a broker that is gone is noticed that much later.',

  'lint.request-timeout-too-low.title': 'A short request timeout',
  'lint.request-timeout-too-low':
    '{0} {1} is below {2}: a broker that is busy for a moment already gets the request again.',

  'lint.default-api-timeout-below-request-timeout.title': 'A call shorter than one of its requests',
  'lint.default-api-timeout-below-request-timeout': '{0} is below {1}: a call ends before one request may.',
  'lint.default-api-timeout-below-request-timeout.admin':
    '{0} is below {1}: the admin client refuses to start.',

  'lint.reconnect-backoff-not-exponential.title': 'Reconnects without growing pauses',
  'lint.reconnect-backoff-not-exponential':
    'reconnect.backoff.ms is set without reconnect.backoff.max.ms: the client then pauses {0} ms each time, however long the broker is gone.',

  'lint.retry-backoff-exceeds-max.title': 'A pause between retries above its maximum',
  'lint.retry-backoff-exceeds-max': '{0} is above {1}: the pause does not grow from one retry to the next.',

  'lint.connection-setup-timeout-exceeds-max.title': 'A connection timeout above its maximum',
  'lint.connection-setup-timeout-exceeds-max':
    '{0} is above {1}: the timeout does not grow from one try to the next.',

  'lint.metadata-max-age-too-low.title': 'Metadata that is asked for all the time',
  'lint.metadata-max-age-too-low':
    '{0} {1} is below {2}: every client asks the brokers for metadata that often.',

  'lint.socket-buffer-too-small.title': 'A small socket buffer',
  'lint.socket-buffer-too-small':
    '{0} {1} is below {2}: over a slow line little is under way at a time. -1 leaves it to the system.',
  'lint.socket-buffer-too-small.native':
    '{0} {1} is below {2}: over a slow line little is under way at a time. 0 leaves it to the system.',

  'lint.connections-max-idle-above-broker.title': 'The broker closes idle connections first',
  'lint.connections-max-idle-above-broker':
    '{0} {1} is not below connections.max.idle.ms {2} of the cluster: the broker closes idle connections first, and the next request fails once.',

  'lint.rack-aware-not-effective.title': 'A rack that changes nothing',
  'lint.rack-aware-not-effective':
    'client.rack is {0}, but the brokers have no replica.selector.class: the consumer still fetches from leaders.',
  'lint.rack-aware-not-effective.rack':
    'client.rack is {0}, but no broker of the cluster is in that rack: the consumer still fetches from leaders.',

  'lint.replica-selector-without-rack.title': 'A replica selector on a broker without a rack',
  'lint.replica-selector-without-rack':
    'replica.selector.class is set, but the broker has no broker.rack: nobody is sent to it for being near.',
} as const
