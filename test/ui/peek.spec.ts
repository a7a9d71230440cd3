import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeAuthority } from '../support/certificates'
import { expect, test } from '../support/editor/fixture'
import {
  answerModal,
  choose,
  enter,
  modal,
  openContainer,
  openRow,
  openWorkbench,
  quickPickRow,
  runCommand,
  toast,
  treeRow,
} from '../support/editor/page'
import { ownedFolder } from '../support/owned'
import { startRegistry, withSchemaId } from '../support/registry'
import {
  act,
  actByLens,
  documentLines,
  filterTo,
  frontTab,
  lens,
  openGroup,
  question,
  row,
  step,
  unique,
  VIEW,
} from './lagline'

test('looks at the next record a group will read, goes on from there, and resets to another', async ({
  page,
  editor,
  oracle,
}) => {
  const topic = unique('parcels')
  const group = unique('shipping')
  await oracle.createTopic(topic, { partitions: 1 })
  const records = Array.from({ length: 150 }, (_, number) => ({
    key: `parcel-${number}`,
    value: JSON.stringify({ number, to: 'Jeju' }),
    headers: [{ key: 'trace', value: `t${number}` }],
  }))
  await oracle.sendRecords(topic, 0, records, { properties: { 'compression.type': 'zstd' } })
  await oracle.commit(group, [{ topic, partition: 0, offset: 40 }])
  await openWorkbench(page, editor)

  const inGroup = treeRow(page, VIEW, new RegExp(`^${topic}, topic of the group`))
  const partition = treeRow(page, VIEW, new RegExp(`^partition 0 of ${topic}`))
  await openRow(await openGroup(page, 'test', group), inGroup)
  await openRow(inGroup, partition)
  const tab = frontTab(page, `Records of ${topic}-0 for ${group}`)
  await act(partition, /^Peek Records/, tab)
  await expect
    .poll(() => documentLines(page))
    .toEqual(
      expect.arrayContaining([
        `Offset 40 · partition 0 · ${group} reads this next`,
        '  key (text): parcel-40',
        '  header trace (text): t40',
        '  value (JSON):',
        '      "number": 40,',
      ]),
    )

  await page.keyboard.press('Control+Home')
  await expect
    .poll(() => documentLines(page))
    .toEqual(
      expect.arrayContaining([
        'Offsets 30 to 79. The log holds 0 to 149.',
        `The group ${group} reads offset 40 next.`,
      ]),
    )
  await lens(page, 'Newer').click()
  await expect.poll(() => documentLines(page)).toContain('Offsets 80 to 129. The log holds 0 to 149.')

  await actByLens(page, 'Decode As…', quickPickRow(page, /^Values/))
  await choose(page, /^Values/)
  await choose(page, /^Hex/)
  await expect
    .poll(() => documentLines(page))
    .toContain('  value (hex): 7b 22 6e 75 6d 62 65 72 22 3a 38 30 2c 22 74 6f 22 3a 22 4a 65 6a 75 22 7d')

  await actByLens(page, 'At Offset or Time…', quickPickRow(page, /^At an offset/))
  await choose(page, /^At an offset/)
  await enter(page, '20')
  await expect.poll(() => documentLines(page)).toContain('Offset 20 · partition 0')
  await page.keyboard.press('Control+Home')
  await expect.poll(() => documentLines(page)).toContain('Offset 10 · partition 0')
  const confirmation = modal(page, `Move ${group} on ${topic}-0 to offset 10?`)
  await expect(async () => {
    // While the page is new the editor runs the line that stood there before, which is refused.
    await lens(page, 'Reset to Here').first().click()
    await expect(confirmation).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await answerModal(page, `Move ${group} on ${topic}-0`, 'Move Offset')
  await expect(toast(page, `${group}: 1 partition moved, read back and equal.`)).toBeVisible()
  expect(await oracle.committed(group)).toMatchObject([{ topic, partition: 0, offset: '10' }])
})

test('reads what a topic holds by the schemas of a registry with TLS and a login, also at a time', async ({
  page,
  broker,
  oracle,
  startOwnEditor,
}) => {
  const topic = unique('people')
  const schema =
    '{"type":"record","name":"Person","namespace":"shop","fields":[{"name":"name","type":"string"}]}'
  const authority = makeAuthority('Test Authority')
  const folder = ownedFolder('certificates')
  const ca = join(folder.path, 'ca.pem')
  await writeFile(ca, authority.certificate)
  const registry = await startRegistry({ 7: { schema } }, {}, 'me:open sesame', authority.issue('registry'))
  try {
    await oracle.createTopic(topic, { partitions: 1 })
    const person = withSchemaId(7, new Uint8Array([6, 0x4b, 0x69, 0x6d]))
    await oracle.sendRecords(topic, 0, [{ key: 'a', value: person }], { transaction: 'commit' })
    const cluster = {
      id: 'own',
      name: 'own',
      bootstrapServers: [broker.bootstrap],
      readOnly: true,
      schemaRegistry: registry.url,
      schemaRegistryTls: { ca },
    }
    const editor = await startOwnEditor({ settings: { 'lagline.clusters': [cluster] } })
    await openWorkbench(page, editor)

    await openContainer(page, 'Lagline')
    const topics = treeRow(page, VIEW, /^Topics/)
    const partition = treeRow(page, VIEW, new RegExp(`^partition 0 of ${topic}`))
    await openRow(row(page, 'own'), topics)
    await filterTo(page, topic)
    await openRow(topics, row(page, topic))
    await openRow(row(page, topic), partition)
    await act(partition, /^Peek Records/, question(page, `Peek at ${topic}-0`))
    await choose(page, /^The oldest records/)
    await expect(frontTab(page, `Records of ${topic}-0`)).toBeVisible()
    await expect
      .poll(() => documentLines(page))
      .toEqual(
        expect.arrayContaining([
          expect.stringContaining('wants a login, or refuses the one it was given (401)'),
          'Offset 1: transaction marker, commit',
        ]),
      )

    await runCommand(page, 'Lagline: Set Schema Registry Login…')
    await step(page, /1\/2/, 'me')
    await step(page, /2\/2/, 'open sesame')
    await runCommand(page, 'Lagline: Records at Offset or Time…')
    await choose(page, /^At a time/)
    await enter(page, '1 hour ago')
    await expect
      .poll(() => documentLines(page))
      .toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^The first record of .* or later has offset 0\.$/),
          '  key (text): a',
          '  value (Avro shop.Person, schema 7):',
          '      "name": "Kim"',
          'Offset 1: transaction marker, commit',
        ]),
      )
    await expect(lens(page, 'Older')).toBeVisible()
    await expect(lens(page, 'Reset to Here')).toHaveCount(0)
  } finally {
    await registry.stop()
    await folder.remove()
  }
})
