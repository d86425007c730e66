/**
 * The studio's first line.
 * @module
 */
import './style/tokens.css';
import './style/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { CrashGuard } from './shell/crash-guard.tsx';
import { ignoreStrayDrops } from './shell/stray-drops.ts';

/** A refusal is shown at once, with what to do; asking again by itself would only delay it. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

ignoreStrayDrops();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root: restore it');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <CrashGuard>
        <App />
      </CrashGuard>
    </QueryClientProvider>
  </StrictMode>,
);
