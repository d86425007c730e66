/**
 * The proxy's routes, put together: `/v1/chat/completions`, `/v1/models`, `/v1/sente/…`.
 * @module
 */

import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { isModelIdError } from '@sente/lab/model';
import { createLayer, decideEvent, type Layer, type ModelName, openModel, shareRefusals } from '@sente/language';
import { isPocketId } from '@sente/pocket/node';
import type { Context } from 'hono';
import { ForgetfulMap } from '../chat/forgetful-map.ts';
import { BadUpstreamError } from '../errors.ts';
import { readBytes } from '../guard/body.ts';
import { originCheck } from '../guard/origin-check.ts';
import { Problem } from '../problem.ts';
import { readChatRequest } from './chat-request.ts';
import { bearer, clientKeyCheck, tenantOf } from './client-keys.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { Conversations } from './conversations.ts';
import { describeProxyRoutes } from './describe-routes.ts';
import { withoutKeys } from './forward-headers.ts';
import { passOn } from './passing.ts';
import { openPocketUpstream, type PocketUpstream } from './pocket-upstream.ts';
import { DEFAULT_PROXY_LIMITS, type ProxyOptions } from './proxy-options.ts';
import { requestOptions } from './request-options.ts';
import { type ChatService, serveChat } from './serve-chat.ts';
import { openUpstream, type Upstream } from './upstream.ts';
import { Webhook } from './webhook.ts';

/** What the server around the proxy brings. */
interface ProxySurroundings {
  /** Only this machine can reach it. */
  readonly isLoopback: boolean;
  /** The server's own key, which opens the proxy too. */
  readonly key?: string;
  now(): number;
  onFault(error: unknown): void;
}

/** A proxy whose routes were added. */
interface Proxy {
  conversations(): number;
  close(): void;
}

const NO_PAGES = 'A model is not for pages of other sites: let the program behind the page ask.';

/** Layers that conversations with limits of their own may have at once; beyond that one is made anew. */
const OWN_LAYERS = 200;

/** Names of models that are known at once. */
const KNOWN_MODELS = 200;

/** Adds the routes. Throws BadUpstreamError. */
export function proxyRoutes(app: OpenAPIHono, options: ProxyOptions, around: ProxySurroundings): Proxy {
  const { initiative = {}, makeLayer = createLayer } = options;
  const { now, onFault } = around;
  const limits = { ...DEFAULT_PROXY_LIMITS, ...options.limits };
  const upstream = reach(options.upstream, now);
  const models = options.models ?? ('models' in upstream ? upstream.models : []);
  const keys = [...new Set([around.key, ...(options.keys ?? [])].filter((key) => key !== undefined))];
  const conversations = new Conversations(limits, initiative, now);
  const webhook = options.webhook === undefined ? undefined : new Webhook(options.webhook, onFault);
  const layers = layerFinder(makeLayer, { now, ...initiative });

  /** A client's own key goes on only where it cannot be the proxy's, and where nobody else could have sent it. */
  const passesKey = options.upstreamKey === undefined && keys.length === 0 && around.isLoopback;
  const keyOf = (context: Context): string | undefined => (passesKey ? bearer(context) : options.upstreamKey);
  const authorizationOf = (context: Context): string | undefined => {
    if (passesKey) return context.req.header('authorization');
    return options.upstreamKey === undefined ? undefined : `Bearer ${options.upstreamKey}`;
  };
  const headersOf = ({ req }: Context): Headers => (passesKey ? req.raw.headers : withoutKeys(req.raw.headers));
  const model = modelFinder(upstream);
  const service: ChatService = {
    upstream,
    conversations,
    layer: layers,
    model,
    mode: initiative.mode ?? 'act',
    deadline: initiative.deadline,
    now,
    onHandOver(tenant, id, turn) {
      const message = conversations.open(tenant, id).channel.handOver(turn);
      webhook?.post({ ...message, tenant });
    },
    onFault,
  };

  app.use(
    '/v1/*',
    originCheck([], () => false, NO_PAGES),
  );
  app.use('/v1/*', clientKeyCheck(keys));
  app.post('/v1/chat/completions', async (context) => {
    const body = await readBytes(context, limits.body);
    const chat = readChatRequest(body);
    const { raw } = context.req;
    demandModel(chat?.model ?? '', models);
    return serveChat(service, {
      method: 'POST',
      path: '/chat/completions',
      headers: headersOf(context),
      body,
      authorization: authorizationOf(context),
      signal: raw.signal,
      tenant: tenantOf(context),
      key: keyOf(context),
      options: requestOptions(raw.headers, chat?.body),
      chat,
    });
  });
  const passModels = async (context: Context): Promise<Response> => {
    const { signal } = context.req.raw;
    const headers = headersOf(context);
    const path = context.req.path.slice('/v1'.length);
    if (/%|\.\./.test(path)) return context.notFound(); // a name may have slashes, but leads nowhere else
    return passOn(upstream, { method: 'GET', path, headers, authorization: authorizationOf(context), signal }, {});
  };
  app.get('/v1/models', passModels);
  app.get('/v1/models/*', passModels);
  conversationRoutes(
    app,
    {
      conversations,
      decideEvent: options.decideEvent ?? decideEvent,
      initiative: { now, ...initiative },
      now,
      model: (name, context) => {
        demandModel(name, models);
        return model(name, keyOf(context));
      },
      onUnasked: (message, tenant) => webhook?.post({ ...message, tenant }),
      heartbeat: limits.heartbeat,
    },
    limits.body,
  );
  describeProxyRoutes(app);
  return {
    conversations: () => conversations.size,
    close() {
      webhook?.close();
      upstream.close();
    },
  };
}

function reach(address: string, now: () => number): Upstream | PocketUpstream {
  try {
    return isPocketId(address) ? openPocketUpstream(address, now) : openUpstream(address);
  } catch (error) {
    if (isPocketId(address) && isModelIdError(error)) throw new BadUpstreamError(error.message, true);
    throw new BadUpstreamError((error as Error).message); // never the address: it may hold a key
  }
}

/**
 * Opens models for the layer's own calls: anew for every request, since clients' keys are not kept; what a model has
 * refused once is known all the same, and not asked of it again in every turn.
 */
function modelFinder(upstream: Upstream | PocketUpstream): ChatService['model'] {
  if ('models' in upstream) return (name): LanguageModelV4 => upstream.model(name);
  const { url, query } = upstream;
  const names = new ForgetfulMap<ModelName>({ most: KNOWN_MODELS, idle: Number.POSITIVE_INFINITY }, () => 0);
  return (name, key) => {
    const known = names.get(name) ?? { name };
    names.set(name, known);
    return shareRefusals(openModel(`${url}${query}#${name}`, { key, env: {} }), known);
  };
}

/** One layer for all, and one for each set of limits that conversations have of their own. */
function layerFinder(
  makeLayer: NonNullable<ProxyOptions['makeLayer']>,
  initiative: NonNullable<ProxyOptions['initiative']>,
): ChatService['layer'] {
  const common = makeLayer(initiative);
  const own = new ForgetfulMap<Layer>({ most: OWN_LAYERS, idle: Number.POSITIVE_INFINITY }, () => 0);
  return (restraint) => {
    if (restraint === undefined) return common;
    const name = JSON.stringify(restraint);
    const found = own.get(name) ?? makeLayer({ ...initiative, restraint });
    own.set(name, found);
    return found;
  };
}

function demandModel(name: string, models: readonly string[]): void {
  if (models.length === 0 || models.includes(name)) return;
  const asked =
    name === '' ? 'The request names no model.' : `There is no model ${JSON.stringify(name.slice(0, 100))} here.`;
  throw new Problem('unknown-model', asked, `This proxy serves ${models.join(', ')}.`);
}
