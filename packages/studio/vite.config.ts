import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the server listens while the studio is developed with `npm run dev -w @sente/studio`. */
const server = process.env.SENTE_SERVER ?? 'http://127.0.0.1:4747';

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2022', cssTarget: ['chrome125', 'firefox128', 'safari18'], assetsInlineLimit: 0 },
  // The host stays the browser's: the server takes requests from its own origin only.
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
});
