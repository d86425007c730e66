/**
 * Running a server until it is told to stop.
 * @module
 */
import { join } from 'node:path';
import { type RunningServer, type ServerOptions, startServer } from '@sente/server';
import { userPath } from '../settings/user-path.ts';

/** Starts a server whose unmet wishes are kept in `.sente/` of the user's folder; Ctrl-C stops it. */
export async function listen(options: ServerOptions & { readonly port: number }): Promise<RunningServer> {
  const server = await startServer({ wishFile: join(userPath('.sente'), 'wishes.jsonl'), ...options });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
  }
  return server;
}
