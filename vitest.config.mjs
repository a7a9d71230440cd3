import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          // Nothing here keeps state in a module, and a process of its own for each file costs five times the tests.
          isolate: false,
          setupFiles: ['test/support/fuzz.ts'],
          testTimeout: process.env.LAGLINE_FUZZ === undefined ? 10_000 : 900_000,
        },
      },
      {
        test: {
          name: 'broker',
          include: ['test/broker/**/*.test.ts'],
          globalSetup: ['test/support/kafka/shared.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        // After `npm run package`: what is in the built files and in the VSIX.
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
