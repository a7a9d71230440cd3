import { describe, expect, it } from 'vitest'
import { handmadeFindings, handmade } from '../../handmade'
import { linter, say } from '../../linting'

const id = 'static-membership-duplicate-id'

function foundIn(...texts: readonly string[]): string[][] {
  const inputs = texts.map((text, at) => ({
    fileName: `consumer-${at}.properties`,
    text: `${text}\nsession.timeout.ms=180000`,
  }))
  return linter.lintAll(inputs).map((found) => found.map(({ rule, message }) => `${rule}: ${say(message)}`))
}
const member = 'bootstrap.servers=kafka-1:9092,kafka-2:9092\ngroup.id=orders\ngroup.instance.id=a'

describe(id, () => {
  it('reports the second of two members of one name', () => {
    expect(foundIn(member, member)).toEqual([
      [],
      [
        `${id}: group.instance.id a of group orders is also in consumer-0.properties: of two members of one name the group lets only one in.`,
      ],
    ])
  })

  it('leaves other names, other groups, other clusters and names that cannot be told alone', () => {
    const [first = []] = [foundIn(member, member.replace('=a', '=b'), member.replace('=orders', '=bills'))]
    expect(first).toEqual([[], [], []])
    expect(foundIn(member, member.replaceAll('kafka-', 'test-'))).toEqual([[], []])
    const placeholder = member.replace('=a', '=${POD_NAME}')
    expect(foundIn(placeholder, placeholder)).toEqual([[], []])
    expect(
      foundIn(`group.protocol=consumer\n${member}`, `group.protocol=consumer\n${member}`)
        .flat()
        .filter((found) => found.startsWith(id)),
    ).toEqual([])
  })

  it('counts one file alone as one member', () => {
    expect(foundIn(member)).toEqual([[]])
  })

  it('reports one name for several instances', () => {
    const lines = ['group.id=orders', 'group.instance.id=a', 'session.timeout.ms=180000']
    const of = (replicas: number) =>
      handmadeFindings(handmade([{ role: 'consumer', lines, replicas }])).map(({ message }) => say(message))
    expect(of(1)).toEqual([])
    expect(of(3)).toEqual([
      '3 instances would share group.instance.id a of group orders: the group lets only one of them in.',
    ])
  })

  it('leaves profiles of one file alone and reports two blocks of one profile', () => {
    const lines = ['group.id=orders', 'group.instance.id=a', 'session.timeout.ms=180000']
    const of = (profile: string) =>
      handmadeFindings(
        handmade([
          { role: 'consumer', lines, profile: 'dev' },
          { role: 'consumer', lines, profile },
        ]),
      ).map(({ rule }) => rule)
    expect(of('prod')).toEqual([])
    expect(of('dev')).toEqual([id])
  })

  it('can be switched off', () => {
    const inputs = [member, member].map((text) => ({
      fileName: 'consumer.properties',
      text: `${text}\nsession.timeout.ms=180000`,
      severities: { [id]: 'off' as const },
    }))
    expect(linter.lintAll(inputs)).toEqual([[], []])
  })
})
