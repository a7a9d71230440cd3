import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { handmadeFound } from '../../handmade'

cases('unclean-leader-election', {
  file: 'server.properties',
  fires: [
    ['unclean.leader.election.enable=true', 'unclean.leader.election.enable'],
    ['unclean.leader.election.enable=TRUE', 'unclean.leader.election.enable', { kafkaVersion: '2.0' }],
  ],
  silent: ['unclean.leader.election.enable=false', 'unclean.leader.election.enable=${U}', 'log.dirs=/data'],
  says: [
    [
      'unclean.leader.election.enable=true',
      'unclean.leader.election.enable is true: a replica that is behind may become leader, and committed records are lost.',
      'warning',
    ],
  ],
  fixes: [['unclean.leader.election.enable=true', ['Set unclean.leader.election.enable to false']]],
})

it('reads topics too', () => {
  expect(handmadeFound([{ role: 'topic', lines: ['unclean.leader.election.enable=true'] }])).toEqual([
    'unclean-leader-election unclean.leader.election.enable',
  ])
})
