import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

/** Tests that drive a real browser against a real server. One file at a time: each has both to itself. */
export default defineConfig({
  ssr: { resolve: { conditions: ['@sente/source', ...defaultServerConditions] } },
  test: {
    include: ['tests/browser/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
