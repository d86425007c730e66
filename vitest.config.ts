import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

/** One root configuration: workspace packages resolve to their sources, tests stand beside the code. */
export default defineConfig({
  resolve: { conditions: ['@sente/source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['@sente/source', ...defaultServerConditions] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.ts', 'examples/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts'],
    testTimeout: 30_000,
  },
});
