import { defineConfig } from 'vitest/config'

/** Tests that need the engine or a server; the other tests outside `journeys` need neither. */
const api = 'test/{functions,infra,demo}/**/*.test.ts'

/** Tests that drive whole instances, in the browser and over HTTP, and that attack them. */
const journeys = 'test/{journeys,attacks}/**/*.test.ts'

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: 'test/support/auditFolders.ts',
    // Hides the warning of the SDK about Node 20 and deprecations of libraries of the emulators.
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
          // A journey mostly waits for a page to come to rest; each has an instance and a folder of its own.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
