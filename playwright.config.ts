// Browser journeys over the built site. test/run.ts says which browser; without it, Playwright's own is used.
import { defineConfig } from '@playwright/test';

const executablePath = process.env.HINDSIGHT_BROWSER;

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './test/e2e/global-setup.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  // Generous, as in the unit tests: a busy machine fails nothing.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'line',
  use: {
    browserName: 'chromium',
    // A page that is still scrolling answers differently every time it is asked.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      // Chromium refuses its sandbox to root, and looks up its maker's hosts unless told not to.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
