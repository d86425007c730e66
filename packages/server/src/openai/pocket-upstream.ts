/**
 * The pocket model as an upstream: `--upstream pocket` needs no server, no network and no key.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { openAnyModel } from '@sente/lab/model';
import { DEFAULT_SHIPPED, readPocketId, SHIPPED } from '@sente/pocket/node';
import { Problem } from '../problem.ts';
import { type ChatRequest, readChatRequest } from './chat-request.ts';
import { openAiErrorResponse } from './error-form.ts';
import { type CompletionHead, completionDocument, completionEvents } from './model-completion.ts';
import { modelCall } from './model-request.ts';
import type { Upstream } from './upstream.ts';

/** An upstream in this process. */
export interface PocketUpstream extends Upstream {
  /** Names that may be asked for. */
  readonly models: readonly string[];
  /** The model of one of these names. */
  model(name: string): LanguageModelV4;
}

/**
 * Opens it: `pocket` serves all shipped checkpoints, `pocket:NAME` or `pocket:PATH` the one, under the ID's own name or
 * `pocket:NAME-ON-THE-CARD`. Throws errors that `isModelIdError` of the lab knows.
 */
export function openPocketUpstream(id: string, now: () => number): PocketUpstream {
  const models = namedModels(id);
  let counted = 0;
  const head = (name: string): CompletionHead => ({
    id: `chatcmpl-pocket-${++counted}`,
    created: Math.floor(now() / 1000),
    model: name,
  });

  async function complete(chat: ChatRequest | undefined, signal: AbortSignal): Promise<Response> {
    if (chat === undefined)
      return refusal('bad-request', 'The body is no chat request.', 'Send "model" and "messages".');
    const model = models.get(chat.model);
    if (model === undefined) {
      const names = [...models.keys()].join(', ');
      return refusal(
        'unknown-model',
        `There is no model ${JSON.stringify(chat.model.slice(0, 100))} here.`,
        `There are ${names}.`,
      );
    }
    const call = modelCall(chat.body, signal);
    if (!chat.isStream) return completionDocument(head(chat.model), await model.doGenerate(call));
    return completionEvents(head(chat.model), (await model.doStream(call)).stream, chat.wantsUsage);
  }

  return {
    url: 'pocket',
    query: '',
    models: [...models.keys()],
    model: (name) => models.get(name) as LanguageModelV4,
    async send({ method, path, body, signal }) {
      if (method === 'POST' && path === '/chat/completions') return complete(readChatRequest(body ?? NOTHING), signal);
      if (method === 'GET' && path === '/models')
        return Response.json({ object: 'list', data: [...models.keys()].map(listed) });
      const named = path.startsWith('/models/') ? path.slice('/models/'.length) : '';
      if (method === 'GET' && models.has(named)) return Response.json(listed(named));
      return refusal('not-found', 'There is nothing here.', 'There are /chat/completions and /models.');
    },
    close() {},
  };
}

const NOTHING = new Uint8Array();

function namedModels(id: string): Map<string, LanguageModelV4> {
  const named = readPocketId(id);
  if ('path' in named) {
    const model = openAnyModel(id);
    return new Map([[`pocket:${model.modelId.replace(/@.*$/, '')}`, model]]);
  }
  if (id !== 'pocket') return new Map([[id, openAnyModel(id)]]);
  const shipped = new Map(SHIPPED.map((name) => [`pocket:${name}`, openAnyModel(`pocket:${name}`)]));
  return new Map([['pocket', shipped.get(`pocket:${DEFAULT_SHIPPED}`) as LanguageModelV4], ...shipped]);
}

function listed(id: string): object {
  return { id, object: 'model', created: 0, owned_by: 'sente' };
}

function refusal(...problem: ConstructorParameters<typeof Problem>): Response {
  return openAiErrorResponse(new Problem(...problem));
}
