import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/lib/machine.mjs'

export default defineConfig({
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  outputDir: 'test-results',
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['LAGLINE_REPORT'] ?? 'build/report-playwright.json' }],
  ],
  use: {
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: {
      // The machine's own; Playwright downloads none.
      executablePath: findBrowser() ?? 'chromium',
      // Chromium refuses its sandbox to root.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'webview', testDir: 'test/webview', testMatch: '**/*.spec.ts', timeout: 30_000 },
    ...['floor', 'recent'].map((editorName) => ({
      name: `ui-${editorName}`,
      testDir: 'test/ui',
      testMatch: '**/*.spec.ts',
      // What no version of the editor has a part in is seen once: the demo, which takes its time to tell its groups
      // apart, looks, language and share groups in the newer one, what a broker does wrong in the older one.
      testIgnore:
        editorName === 'floor'
          ? ['**/demo.spec.ts', '**/looks.spec.ts', '**/korean.spec.ts', '**/share.spec.ts']
          : ['**/bad-input.spec.ts'],
      timeout: 120_000,
      expect: { timeout: 15_000 },
      use: { editorName },
    })),
  ],
  globalSetup: './test/support/kafka/shared.ts',
})
