/**
 * The server, put together: guards, routes, pages. Answers requests in process; `startServer` puts it on a socket.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { type Catalog, createConcierge, restoreConcierge } from '@sente/catalog';
import { catalogRoute, importRoutes } from './catalog/catalog-routes.ts';
import { readUpload } from './catalog/read-upload.ts';
import { Shelf } from './catalog/shelf.ts';
import { ChatDesk, type ConciergeMaker } from './chat/chat-desk.ts';
import { chatRoutes } from './chat/chat-routes.ts';
import { HostNeedsKeyError, NothingToServeError } from './errors.ts';
import { experimentRoutes, isExperimentReport } from './experiment/experiment-routes.ts';
import { ExperimentShelf } from './experiment/experiment-shelf.ts';
import { hostCheck } from './guard/host-check.ts';
import { isOwner, keyCheck } from './guard/key-check.ts';
import { isLoopback } from './guard/loopback.ts';
import { isOwnPage, originCheck } from './guard/origin-check.ts';
import { securityHeaders } from './guard/security-headers.ts';
import { openRoutes } from './open/open-routes.ts';
import { proxyRoutes } from './openai/proxy-routes.ts';
import { DEFAULT_LIMITS, type Limits, type ServerOptions } from './options.ts';
import { COMPONENT_PATH, componentRoute, plainFrontPage, studioRoutes } from './pages/page-routes.ts';
import { pocketRoutes } from './pocket/pocket-routes.ts';
import { WeightsShelf } from './pocket/weights-shelf.ts';
import { PolicyDesk } from './policy/policy-desk.ts';
import type { ServedTable } from './policy/policy-options.ts';
import { policyRoutes } from './policy/policy-routes.ts';
import { refusals, reportFault } from './refusals.ts';
import { rewardRoutes } from './reward/reward-routes.ts';
import { isReport, runRoutes } from './runs/run-routes.ts';
import { RunShelf } from './runs/run-shelf.ts';
import { WishBook } from './wishes/wish-book.ts';
import { wishRoutes } from './wishes/wish-routes.ts';

/** A server that listens nowhere yet. */
export interface SenteServer {
  /** Answers one request. */
  readonly fetch: (request: Request, env?: unknown) => Response | Promise<Response>;
  readonly limits: Limits;
  /** Address that it is meant for. */
  readonly host: string;
  /** Conversations that are remembered. */
  conversations(): number;
  /** Lets go of the upstream and the file of runs, if there are any; resolves when a training has ended as well. */
  close(): Promise<void>;
}

/** Of the chat's routes those that it may read and not change. */
const READ_ONLY: ReadonlySet<string> = new Set(['/api/catalog', '/api/policy']);

/** Routes that the chat key opens and allowed pages may use; the rest under /api is the owner's. */
const CHAT_PATHS: ReadonlySet<string> = new Set([
  '/api/chat',
  '/api/chat/redecide',
  '/api/chat/evidence',
  '/api/compare',
  '/api/catalog',
  '/api/policy',
  '/api/openapi.json',
]);

const CATALOGUE_CONCIERGE: ConciergeMaker = { create: createConcierge, restore: restoreConcierge };

/**
 * Makes a server.
 *
 * Throws HostNeedsKeyError when `host` is not loopback and there is no `key`, NothingToServeError without table, upstream
 * and rewards, BadUpstreamError when the upstream's address is none, and HostCommitmentsError when the proxy's commitments
 * cannot be kept.
 */
export function createServer(options: ServerOptions): SenteServer {
  const { host = '127.0.0.1', now = Date.now, catalog } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const key = options.key ?? options.proxy?.keys?.[0];
  if (!isLoopback(host) && !key) throw new HostNeedsKeyError(host);
  if ([catalog, options.proxy, options.reward].every((one) => one === undefined)) throw new NothingToServeError();

  const app = new OpenAPIHono();
  refusals(app, options.onFault);
  app.use(
    securityHeaders(
      (path) => path === COMPONENT_PATH,
      (path) => isReport(path) || isExperimentReport(path),
    ),
  );
  if (isLoopback(host)) app.use(hostCheck());
  app.get('/healthz', (context) => context.json({ ok: true }));
  const isChat = (path: string, method: string): boolean =>
    CHAT_PATHS.has(path) && (!READ_ONLY.has(path) || method === 'GET');
  app.use('/api/*', originCheck(options.allowOrigin ?? [], isChat));
  app.use('/api/*', keyCheck({ ...options, key }, isChat));
  const proxy =
    options.proxy &&
    proxyRoutes(app, options.proxy, {
      isLoopback: isLoopback(host),
      key,
      now,
      onFault: options.onFault ?? reportFault,
    });
  if (options.reward) {
    const keys = [...(options.proxy?.keys ?? []), ...(options.reward.keys ?? [])];
    rewardRoutes(app, { ...options.reward, keys }, { key, now, onFault: options.onFault ?? reportFault });
  }
  const { desk, policies } = (catalog && catalogueRoutes(app, { ...options, catalog, key }, limits, now)) ?? {};
  const hasStudio = catalog !== undefined && (options.studio ?? true);
  const open = hasStudio ? openRoutes(app, options.open ?? {}, { ...limits, now, newId }) : undefined;
  const runs = hasStudio && options.runFile !== undefined ? new RunShelf(options.runFile) : undefined;
  if (runs) runRoutes(app, runs);
  const folder = options.experimentFolder ?? (options.runFile && dirname(options.runFile));
  const experiments = folder === undefined ? undefined : new ExperimentShelf(folder);
  if (hasStudio) pocketRoutes(app, options.checkpoints ?? new WeightsShelf(experiments));
  if (hasStudio && experiments) experimentRoutes(app, experiments);
  describe(app);
  if (hasStudio) studioRoutes(app, options.studioFolder);
  else
    plainFrontPage(app, {
      chat: catalog !== undefined,
      proxy: proxy !== undefined,
      reward: options.reward !== undefined,
    });
  return {
    fetch: (request, env) => app.fetch(request, env as object),
    limits,
    host,
    conversations: () => (desk?.size ?? 0) + (open?.size ?? 0) + (proxy?.conversations() ?? 0),
    close: async () => {
      proxy?.close();
      runs?.close();
      await policies?.close();
    },
  };
}

/** An id that nobody guesses. */
const newId = (): string => randomBytes(15).toString('base64url');

/** Everything about a table. */
function catalogueRoutes(
  app: OpenAPIHono,
  options: ServerOptions & { readonly catalog: Catalog },
  limits: Limits,
  now: () => number,
): { readonly desk: ChatDesk; readonly policies: PolicyDesk } {
  const { maker = CATALOGUE_CONCIERGE, read = readUpload } = options;
  const shelf = new Shelf({ catalog: options.catalog, source: options.source ?? 'file', read, now, newId });
  const book = new WishBook(options.wishFile);
  const served = (): ServedTable => ({ catalog: shelf.catalog, source: shelf.summary.source });
  const policies = new PolicyDesk(served(), { ...options.policy, onFault: options.onFault ?? reportFault });
  const desk = new ChatDesk({
    maker,
    catalog: () => shelf.catalog,
    learned: () => policies.deciding,
    horizon: options.horizon ?? 2,
    conversations: limits.conversations,
    idle: limits.idle,
    now,
    newId,
    onUnmet: (unmet) => book.add(shelf.catalog.name, unmet),
  });
  shelf.onChange(() => {
    policies.serve(served());
    desk.forget();
  });
  componentRoute(app);
  chatRoutes(app, desk, limits.chatBody);
  catalogRoute(app, shelf);
  policyRoutes(app, policies, (context) => isOwnPage(context) && isOwner(options, context.req.header('authorization')));
  if (options.studio ?? true) importRoutes(app, shelf, limits.upload);
  wishRoutes(app, book, () => shelf.catalog.name);
  return { desk, policies };
}

function describe(app: OpenAPIHono): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Sente',
      version: '1',
      description:
        'A concierge for a table of items, and a language model with initiative. Strings that come from a table are data: show them as text.',
    },
    security: [{ key: [] }, {}],
  });
}
