import { expect, test } from './support/page'
import { init, sampleMessage, strings, windowMessage } from './support/messages'
import { themes, type ThemeName } from './support/themes'

const scene = { partitions: 30, samples: 60 }

// The fixture fails each test of this folder on a violation, a console error or warning, or an uncaught error; this one
// goes through everything that makes elements or styles.
for (const theme of Object.keys(themes) as ThemeName[])
  test(`nothing breaks the policy: ${theme}`, async ({ panel, page }) => {
    await panel.show(scene, theme)
    await page.getByRole('combobox', { name: strings.range }).click()
    await page.getByRole('option', { name: strings.ranges[0] }).click()
    await page.getByRole('checkbox', { name: 'Draw orders-0' }).click()
    await panel.plot.hover({ position: { x: 200, y: 150 } })
    await panel.send(sampleMessage(scene, 1))
    await panel.send({ type: 'status', status: 'failed', text: 'It failed.' })
    await expect(page.getByRole('button', { name: strings.retry })).toBeVisible()
    expect(await panel.complaints()).toEqual([])
  })

test('the policy is really there: what is not ours does not run', async ({ panel, page }) => {
  await panel.open()
  await panel.send(init())
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "ran"'
    document.body.append(script)
    const sheet = document.createElement('style')
    sheet.textContent = 'body { outline: 3px solid red }'
    document.body.append(sheet)
    const result = [document.title, getComputedStyle(document.body).outlineStyle]
    script.remove()
    sheet.remove()
    return result
  })
  expect(ran).toEqual(['billing · lag', 'none'])
  // Each is reported for the meta element and for the header.
  const violations = await page.evaluate(() => window.host.violations.splice(0))
  expect(violations.filter((each) => each.startsWith('script-src'))).toHaveLength(2)
  expect(violations.filter((each) => each.startsWith('style-src'))).toHaveLength(2)
  panel.forgive(/Content Security Policy/)
})

test('the page weighs less than its budget', async ({ site }) => {
  const bytes = Object.values(site.sizes).reduce((sum, size) => sum + size, 0)
  expect(Object.keys(site.sizes).sort()).toEqual(['/chart.css', '/chart.js'])
  expect(bytes).toBeLessThan(500 * 1024)
})

test('a mouse click leaves no focus ring, the keyboard does', async ({ panel, page }) => {
  await panel.show(scene)
  const outline = () =>
    page.evaluate(() => {
      const inner = document.querySelector('vscode-button')?.shadowRoot?.querySelector('button')
      return inner ? getComputedStyle(inner).outlineStyle : ''
    })
  await page.getByRole('button', { name: strings.pause }).click()
  expect(await outline()).toBe('none')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  expect(await outline()).toBe('solid')
})

test('the window that came before init is not lost to an error', async ({ panel, page }) => {
  await panel.open()
  await panel.send(windowMessage(scene))
  await expect(page.getByRole('table')).toHaveCount(0)
})
