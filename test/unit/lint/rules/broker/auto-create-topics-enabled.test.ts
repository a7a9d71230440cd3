import { cases } from '../../cases'

cases('auto-create-topics-enabled', {
  file: 'server.properties',
  fires: [
    ['auto.create.topics.enable=true', 'auto.create.topics.enable'],
    ['auto.create.topics.enable=TRUE', 'auto.create.topics.enable', { kafkaVersion: '2.0' }],
  ],
  silent: ['auto.create.topics.enable=false', 'auto.create.topics.enable=${A}', 'log.dirs=/data'],
  says: [
    [
      'auto.create.topics.enable=true',
      'auto.create.topics.enable is true: a misspelt name becomes a new topic with default settings.',
      'hint',
    ],
  ],
  fixes: [['auto.create.topics.enable=true', ['Set auto.create.topics.enable to false']]],
})
