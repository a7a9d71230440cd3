import { cases } from '../../cases'

cases('fetch-wait-exceeds-request-timeout', {
  file: 'consumer.properties',
  fires: [
    ['fetch.max.wait.ms=30000', 'fetch.max.wait.ms'],
    ['request.timeout.ms=60000\nfetch.max.wait.ms=60001', 'fetch.max.wait.ms', { kafkaVersion: '2.0' }],
    ['request.timeout.ms=500', 'request.timeout.ms'],
    ['sasl.mechanisms=PLAIN\nfetch.wait.max.ms=59001', 'fetch.wait.max.ms'],
    ['sasl.mechanisms=PLAIN\nsocket.timeout.ms=1499', 'socket.timeout.ms'],
  ],
  silent: [
    'fetch.max.wait.ms=29999',
    'request.timeout.ms=60000\nfetch.max.wait.ms=59999',
    'request.timeout.ms=${T}\nfetch.max.wait.ms=60000',
    'sasl.mechanisms=PLAIN\nrequest.timeout.ms=400',
    'sasl.mechanisms=PLAIN\nfetch.wait.max.ms=59000',
    'sasl.mechanisms=PLAIN\nsocket.timeout.ms=1500',
    'fetch.wait.max.ms=60000',
  ],
  says: [
    [
      'fetch.max.wait.ms=40000',
      'fetch.max.wait.ms 40,000 is not below request.timeout.ms 30,000 (default in Kafka 4.3): a fetch that waits its full time has timed out by then.',
      'warning',
    ],
    [
      'sasl.mechanisms=PLAIN\nfetch.wait.max.ms=60000',
      'fetch.wait.max.ms 60,000 is not 1,000 ms below socket.timeout.ms 60,000 (default in librdkafka): what is asked of the broker behind a fetch that waits its full time may time out.',
      'warning',
    ],
  ],
  fixes: [
    ['fetch.max.wait.ms=40000', ['Set fetch.max.wait.ms to 500']],
    ['sasl.mechanisms=PLAIN\nfetch.wait.max.ms=60000', ['Set fetch.wait.max.ms to 500']],
  ],
})
