import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Editor } from '../support/editor/editor'
import { expect } from '../support/editor/fixture'
import { openContainer, openRow, toast, treeRow } from '../support/editor/page'

/** The view's name in every language of the tests. */
export const VIEW = /Clusters|클러스터/

/**
 * Writes the settings of the editor's folder. A running workbench takes them up by itself, which it does not with those
 * of the user.
 */
export async function writeFolderSettings(
  { folder }: Editor,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await mkdir(join(folder, '.vscode'), { recursive: true })
  await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings))
}

/** A name that no other test uses on the shared broker. */
export function unique(name: string): string {
  return `${name}-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 5)}`
}

/** A row of the view by the name that its label begins with. */
export function row(page: Page, name: string): Locator {
  return treeRow(page, VIEW, new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w.-])`))
}

/**
 * Clicks an icon of a row until what it leads to is there. While a row is drawn anew under the pointer the editor
 * loses the click, or hands it on without its row, upon which the command asks.
 */
export async function act(row: Locator, name: string | RegExp, leadsTo: Locator): Promise<void> {
  await expect(async () => {
    await row.page().keyboard.press('Escape')
    await row.hover({ timeout: 2_000 })
    await row.getByRole('button', { name }).click({ timeout: 2_000 })
    await expect(leadsTo).toBeVisible({ timeout: 8_000 })
  }).toPass({ timeout: 60_000 })
}

/**
 * Takes an entry of a row's context menu until what it leads to is there. By the keyboard: the editor's menus take no
 * click in the first 100 ms after they have opened.
 */
export async function actByMenu(row: Locator, name: string, leadsTo: Locator): Promise<void> {
  await expect(async () => {
    await row.page().keyboard.press('Escape')
    await takeFromMenu(row, name)
    await expect(leadsTo).toBeVisible({ timeout: 4_000 })
  }).toPass({ timeout: 60_000 })
}

/** Selects these rows of the view and does something with them, until what it leads to is there. */
export async function actOnSelected(
  rows: readonly Locator[],
  does: () => Promise<void>,
  leadsTo: Locator,
): Promise<void> {
  await expect(async () => {
    for (const row of rows) {
      if ((await row.getAttribute('aria-selected')) === 'true') continue
      await row.click({ modifiers: ['ControlOrMeta'], timeout: 2_000 })
    }
    for (const row of rows) await expect(row).toHaveAttribute('aria-selected', 'true', { timeout: 1_000 })
    await does()
    await expect(leadsTo).toBeVisible({ timeout: 4_000 })
  }).toPass({ timeout: 60_000 })
}

/** Takes an entry of a row's context menu, once. */
export async function takeFromMenu(row: Locator, name: string): Promise<void> {
  await row.click({ button: 'right', timeout: 2_000 })
  const entry = row.page().getByRole('menuitem', { name })
  await entry.hover({ timeout: 2_000 })
  await expect(entry).toBeFocused({ timeout: 2_000 })
  await entry.press('Enter')
}

/** Presses what stands above a line of a document until what it leads to is there: it is drawn anew while it loads. */
export async function actByLens(page: Page, title: string | RegExp, leadsTo: Locator): Promise<void> {
  await expect(async () => {
    await lens(page, title).click({ timeout: 2_000 })
    await expect(leadsTo).toBeVisible({ timeout: 8_000 })
  }).toPass({ timeout: 60_000 })
}

/** The question with this title in the quick input. */
export function question(page: Page, title: string | RegExp): Locator {
  return page.locator('.quick-input-widget:visible .quick-input-title', { hasText: title })
}

/** The tab of a document or panel that is open in front. */
export function frontTab(page: Page, name: string | RegExp): Locator {
  return page.getByRole('tab', { name, selected: true })
}

/** Opens the view with a cluster connected and its groups listed; gives the row of a group. */
export async function openGroup(page: Page, cluster: string, group: string): Promise<Locator> {
  await openContainer(page, 'Lagline')
  const groups = treeRow(page, VIEW, /^(Groups|그룹)/)
  const found = row(page, group)
  await openRow(row(page, cluster), groups)
  await filterTo(page, group)
  await openRow(groups, found)
  return found
}

/** The icons of a view stand in its title while the pointer is over it. */
export async function hoverTitle(page: Page): Promise<void> {
  await page.locator('.pane-header').filter({ hasText: VIEW }).hover()
}

/** Shows only what is called so: the shared broker has the groups and topics of every test. */
export async function filterTo(page: Page, name: string): Promise<void> {
  await hoverTitle(page)
  const clear = page.getByRole('button', { name: /^(Clear Filter|필터 지우기)/ })
  const filter = page.getByRole('button', { name: /^(Filter Groups and Topics|그룹과 토픽 필터)/ })
  await expect(clear.or(filter).first()).toBeVisible()
  if (await clear.isVisible()) await clear.click()
  await filter.click()
  await step(page, /Filter|필터/, name)
}

/** Answers the step of a quick input that has this title. */
export async function step(page: Page, title: string | RegExp, text: string): Promise<void> {
  const widget = page.locator('.quick-input-widget:visible').filter({
    has: page.locator('.quick-input-title', { hasText: title }),
  })
  const input = widget.locator('input.input')
  await input.fill(text)
  await input.press('Enter')
}

/** What a quick input says is wrong with what is typed, or would happen with it. */
export function validation(page: Page): Locator {
  return page.locator('.quick-input-widget:visible .quick-input-message')
}

/** What can be done on the first line of the document that is open. */
export function lens(page: Page, title: string | RegExp): Locator {
  return page.locator('.codelens-decoration').getByText(title, { exact: typeof title === 'string' })
}

/** Lines of the document that is open, as far as they are on the screen, from the top. */
export async function documentLines(page: Page): Promise<string[]> {
  const lines = await page.locator('.editor-group-container.active .view-line').evaluateAll((elements) =>
    elements
      .map((element) => ({
        top: (element as HTMLElement).offsetTop,
        text: (element.textContent ?? '').replaceAll('\u00a0', ' '),
      }))
      .sort((a, b) => a.top - b.top),
  )
  return lines.map(({ text }) => text)
}

/** Waits for a message, presses its button, and waits until it is gone. */
export async function answerToast(page: Page, text: string | RegExp, button: string): Promise<void> {
  const message = toast(page, text)
  await message.getByRole('button', { name: button, exact: true }).click()
  await expect(message).toHaveCount(0)
}

/** Clears a message that has been read, so that the next one of the same words can be told from it. */
export async function clearToast(page: Page, text: string | RegExp): Promise<void> {
  const message = toast(page, text)
  await message.hover()
  await message.getByRole('button', { name: /^Clear Notification/ }).click()
  await expect(message).toHaveCount(0)
}

/**
 * True once the workbench has written down what is open: it does so some seconds late, and a page that is loaded again
 * before has forgotten. Web workbenches keep their state in IndexedDB.
 */
export function hasWritten(page: Page, words: readonly string[]): Promise<boolean> {
  return page.evaluate(async (wanted) => {
    const ask = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error(request.error?.message))
      })
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined || !name.startsWith('vscode-web-state-db-')) continue
      const db = await ask(indexedDB.open(name))
      const values = await ask(db.transaction('ItemTable').objectStore('ItemTable').getAll())
      db.close()
      if (values.some((value) => wanted.every((word) => String(value).includes(word)))) return true
    }
    return false
  }, words)
}
