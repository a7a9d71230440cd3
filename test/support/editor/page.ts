import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import type { Editor } from './editor'

/** How the workbench is opened. */
export interface OpenOptions {
  /** Language of the workbench; `ko` needs no language pack. English when left out. */
  readonly locale?: 'ko'
}

/** Opens the editor's workbench and waits until it is restored. */
export async function openWorkbench(page: Page, editor: Editor, options: OpenOptions = {}): Promise<void> {
  if (options.locale !== undefined)
    await page.addInitScript((language) => {
      Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language })
    }, options.locale)
  await page.goto(editor.url)
  await workbenchReady(page)
}

/** Waits until the workbench has restored, shows the folder's files and knows the extension. */
export async function workbenchReady(page: Page): Promise<void> {
  await expect(page.locator('.monaco-workbench')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('tab', { name: 'Lagline' })).toBeVisible({ timeout: 60_000 })
}

/** Loads the workbench's page again, as a person would with the browser's reload. */
export async function reloadWorkbench(page: Page): Promise<void> {
  await page.reload()
  await workbenchReady(page)
}

/** The visible quick input's text field; its role differs between versions. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget:visible input.input')
}

/** The rows of the visible quick pick that match. */
export function quickPickRow(page: Page, name: string | RegExp): Locator {
  return page.locator('.quick-input-widget:visible').getByRole('option', { name })
}

/** Chooses a row of the quick pick that is open or about to open. */
export async function choose(page: Page, name: string | RegExp): Promise<void> {
  await quickPickRow(page, name).first().click()
}

/** Types into the input box or filter that is open or about to open, and presses Enter. */
export async function enter(page: Page, text: string): Promise<void> {
  await quickInput(page).fill(text)
  await quickInput(page).press('Enter')
}

/**
 * Runs a command by the palette. The palette is closed again by a focus change while the workbench restores, so it is
 * tried until the row could be clicked.
 * @param title the command's title with its category, as the palette shows it
 */
export async function runCommand(page: Page, title: string): Promise<void> {
  const input = quickInput(page)
  const widget = page.locator('.quick-input-widget:visible')
  const row = widget.getByRole('option').filter({ hasText: title }).first()
  await expect(async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await expect(input).toBeVisible({ timeout: 2_000 })
    await input.fill(`>${title}`)
    await row.click({ timeout: 2_000 })
  }).toPass({ timeout: 40_000, intervals: [100] })
}

/** Opens a view container by its item in the activity bar, where it is not open yet. */
export async function openContainer(page: Page, title: string): Promise<void> {
  const tab = page.getByRole('tab', { name: title })
  await expect(async () => {
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click({ timeout: 2_000 })
    await expect(tab).toHaveAttribute('aria-selected', 'true', { timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
}

/** The tree of a view by the view's name. */
export function tree(page: Page, view: string | RegExp): Locator {
  return page.getByRole('tree', { name: view })
}

/** A row of a view's tree by its accessibility label. */
export function treeRow(page: Page, view: string | RegExp, name: string | RegExp): Locator {
  return tree(page, view).getByRole('treeitem', { name })
}

/** Expands a tree row where it is collapsed. A click toggles, so a slow answer is waited for before the next one. */
export async function expandRow(row: Locator): Promise<void> {
  await expect(async () => {
    if ((await row.getAttribute('aria-expanded')) === 'true') return
    await row.locator('.monaco-tl-twistie').click({ timeout: 2_000 })
    await expect(row).toHaveAttribute('aria-expanded', 'true', { timeout: 6_000 })
  }).toPass({ timeout: 14_000 })
}

/** The row that each row was found in, by how they are found. */
const rowsAbove = new WeakMap<Page, Map<string, Locator>>()

/**
 * Opens a tree row until a row inside it is there. What is drawn anew while a row opens may close it again, or one above
 * it: then it is opened once more, as a person would.
 */
export async function openRow(row: Locator, inside: Locator): Promise<void> {
  const page = row.page()
  const above = rowsAbove.get(page) ?? new Map<string, Locator>()
  rowsAbove.set(page, above.set(inside.toString(), row))
  const reach = async (wanted: Locator): Promise<void> => {
    const parent = above.get(wanted.toString())
    if (parent === undefined || (await wanted.isVisible())) return
    await reach(parent)
    await expandRow(parent)
    await expect(wanted).toBeVisible({ timeout: 5_000 })
  }
  await expect(async () => {
    await reach(row)
    await expandRow(row)
    await expect(inside).toBeVisible({ timeout: 5_000 })
  }).toPass({ timeout: 60_000 })
}

/** Clicks an icon that a tree row shows while the pointer is over it. */
export async function inlineAction(row: Locator, name: string | RegExp): Promise<void> {
  await row.hover()
  await row.getByRole('button', { name }).click()
}

/** A modal dialog by a part of its text. */
export function modal(page: Page, text: string | RegExp): Locator {
  return page.locator('.monaco-dialog-box').filter({ hasText: text })
}

/** Presses a button of a modal dialog and waits until the dialog is gone. */
export async function answerModal(page: Page, text: string | RegExp, button: string | RegExp): Promise<void> {
  const dialog = modal(page, text)
  await dialog.getByRole('button', { name: button }).click()
  await expect(dialog).toHaveCount(0)
}

/** A notification by a part of its text. */
export function toast(page: Page, text: string | RegExp): Locator {
  return page.locator('.notification-toast').filter({ hasText: text })
}

/** An item of the status bar by its accessibility label. */
export function statusItem(page: Page, label: string | RegExp): Locator {
  return page.locator('.statusbar').getByRole('button', { name: label })
}

/** Opens a file of the workspace folder by the Explorer, and waits for its tab. */
export async function openFile(page: Page, name: string): Promise<void> {
  const exact = new RegExp(`^${escaped(name)}`)
  await openContainer(page, 'Explorer')
  await page.locator('.explorer-folders-view').getByRole('treeitem', { name: exact }).dblclick()
  await expect(page.getByRole('tab', { name: exact, selected: true })).toBeVisible()
}

/** The document of the newest webview panel. */
export function webview(page: Page): FrameLocator {
  return page.locator('iframe.webview.ready').last().contentFrame().locator('#active-frame').contentFrame()
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
