import { cases } from '../../cases'

cases('weak-tls-protocol', {
  file: 'consumer.properties',
  head: 'bootstrap.servers=kafka-1:9092,kafka-2:9092\nsecurity.protocol=SSL',
  fires: [
    ['ssl.enabled.protocols=TLSv1.2,TLSv1.1', 'ssl.enabled.protocols'],
    [
      'ssl.enabled.protocols=TLSv1\nssl.protocol=SSLv3',
      ['ssl.enabled.protocols', 'ssl.protocol'],
      { kafkaVersion: '2.0' },
    ],
  ],
  silent: [
    'ssl.enabled.protocols=TLSv1.2,TLSv1.3',
    'ssl.protocol=TLS',
    'ssl.protocol=${P}',
    'ssl.enabled.protocols=',
  ],
  says: [
    [
      'ssl.enabled.protocols=TLSv1.2,TLSv1.1',
      'ssl.enabled.protocols allows TLSv1.1, which is broken; use TLSv1.2 and TLSv1.3.',
      'warning',
    ],
  ],
  fixes: [
    ['ssl.enabled.protocols=TLSv1.2,TLSv1.1', ['Set ssl.enabled.protocols to TLSv1.2']],
    ['ssl.enabled.protocols=TLSv1', ['Set ssl.enabled.protocols to TLSv1.2,TLSv1.3']],
    ['ssl.protocol=TLSv1', ['Set ssl.protocol to TLSv1.3']],
  ],
})
