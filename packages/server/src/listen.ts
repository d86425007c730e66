/**
 * Puts a server on a socket, with limits on connections and on how slowly a request may come.
 * @module
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createServer } from './app.ts';
import { CannotListenError, PortInUseError } from './errors.ts';
import type { ServerOptions } from './options.ts';

/** A server that listens. */
export interface RunningServer {
  /** `http://127.0.0.1:4747`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and closes every connection. */
  close(): Promise<void>;
}

/**
 * Starts a server on `port`; 0 takes any free one.
 *
 * Throws PortInUseError, CannotListenError, and what `createServer` throws.
 */
export async function startServer(options: ServerOptions & { readonly port: number }): Promise<RunningServer> {
  const { fetch, limits, host, close: letGo } = createServer(options);
  const server = createAdaptorServer({
    fetch: (request, env) => fetch(request, env),
    overrideGlobalObjects: false,
    serverOptions: {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: 5000,
      connectionsCheckingInterval: Math.min(2000, limits.headers),
      maxHeaderSize: 16 * 1024,
    },
  }) as Server;
  // Beyond this the system's answer is a closed connection: cheap, and those that are open are served on.
  server.maxConnections = limits.connections;
  try {
    await listen(server, host.replace(/^\[|\]$/g, ''), options.port);
  } catch (error) {
    await letGo();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host.replace(/^\[|\]$/g, '')}]` : host;
  const end = async (): Promise<void> => {
    await close(server);
    await letGo();
  };
  return { url: `http://${name}:${port}`, port, close: end };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new PortInUseError(host, port));
      else if (error.code === 'EACCES') reject(new CannotListenError(host, port, 'ports below 1024 are reserved.'));
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
        reject(new CannotListenError(host, port, 'this machine has no such address.'));
      } else reject(error);
    });
    server.listen({ host, port, exclusive: true }, () => {
      server.removeAllListeners('error');
      server.on('error', () => {}); // accepting may fail (no file handles left); the next attempt may not
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
