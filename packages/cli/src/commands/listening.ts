/**
 * Running a server until it is told to stop.
 * @module
 */
import { join } from 'node:path';
import type { PolicyNews, RunningServer, ServerOptions } from '@sente/server';
import { UsageError } from '../failure.ts';
import { storeFile } from '../settings/run-store.ts';
import { userPath } from '../settings/user-path.ts';

/** Starts a server whose unmet wishes are kept in `.sente/` of the user's folder; Ctrl-C stops it. */
export async function listen(options: ServerOptions & { readonly port: number }): Promise<RunningServer> {
  // Loaded only here: commands that do not listen start in half the time without it.
  const { BadUpstreamError, CannotListenError, HostNeedsKeyError, PortInUseError, startServer } = await import(
    '@sente/server'
  );
  const files = { wishFile: join(userPath('.sente'), 'wishes.jsonl'), runFile: storeFile() };
  const { policy, letOut } = heldBack(options.policy);
  const server = await startServer({ ...files, ...options, ...(policy && { policy }) }).catch((error) => {
    const isInput = [BadUpstreamError, CannotListenError, HostNeedsKeyError, PortInUseError].some(
      (kind) => error instanceof kind,
    );
    throw isInput ? new UsageError(error.message, { cause: error }) : error;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
  }
  // The command says first where it listens.
  setImmediate(letOut);
  return server;
}

/** News of a training that begins with the server are kept until it is known that there is a server. */
function heldBack(policy: ServerOptions['policy']): {
  readonly policy: ServerOptions['policy'];
  letOut(): void;
} {
  const held: PolicyNews[] = [];
  let tell = (news: PolicyNews): void => void held.push(news);
  return {
    policy: policy && { ...policy, onNews: (news) => tell(news) },
    letOut() {
      tell = (news) => policy?.onNews?.(news);
      held.forEach(tell);
    },
  };
}
