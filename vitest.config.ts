// Two sets of tests: quick ones, which `npm run check` runs, and those that build whole sites or start processes. `npm test` runs both.
import { defineConfig } from 'vitest/config';

const SLOW = [
  'test/cli/**',
  'test/**/every-*.test.ts',
  'test/io/swap.test.ts',
  'test/io/lock.test.ts',
  'test/hostile/**',
  'test/publish/real/**',
  'test/site/**',
  'test/import/run/**',
  'test/**/hostile.test.ts',
];
const EVERY = ['test/**/*.test.ts', 'test/**/*.test.tsx'];
// The modules under test keep no state between tests that could leak, so files share their thread.
// Generous: a test that hangs is caught all the same, and a busy machine fails none.
const shared = { pool: 'threads', isolate: false, exclude: ['test/e2e/**'], testTimeout: 180_000, hookTimeout: 240_000 } as const;

// As a build makes them: the JSX of pages has no elements for development.
const oxc = { jsx: { runtime: 'automatic', importSource: '#jsx', development: false } } as const;

export default defineConfig({
  test: {
    projects: [
      { oxc, test: { ...shared, name: 'quick', include: EVERY, exclude: [...shared.exclude, ...SLOW] } },
      { oxc, test: { ...shared, name: 'slow', include: SLOW.map((glob) => glob.replace(/\*\*$/, '**/*.test.{ts,tsx}')) } },
    ],
  },
});
