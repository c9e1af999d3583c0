import { defineConfig } from 'vitest/config'

/** Tests that need the embedded engine or a server; everything else under `test/` needs nothing. */
const api = 'test/{functions,infra,demo}/**/*.test.ts'

/** Tests that drive whole instances, in the browser and over HTTP. */
const journeys = 'test/journeys/**/*.test.ts'

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // The SDK announces that it will leave Node 20, and libraries of the emulators their deprecations.
    execArgv: ['--disable-warning=Warning', '--disable-warning=DeprecationWarning'],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: [api, journeys], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: { name: 'api', include: [api], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: [journeys],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
