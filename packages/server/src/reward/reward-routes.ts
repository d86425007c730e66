/**
 * The reward endpoint: `POST /v1/reward` scores a batch, `GET /v1/reward` tells how.
 *
 * A trainer must see a score that failed. So the status is 200 only when every item has a score; 502 when a model failed
 * some (422 when only the items themselves were at fault), with all results in the body all the same. A client that looks
 * at every result may ask for 200 with `?partial=allow`.
 * @module
 */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { createGate } from '@sente/lab';
import { createRewardModel, RewardError, type RewardModel } from '@sente/training/reward-model';
import type { Context } from 'hono';
import { originCheck } from '../guard/origin-check.ts';
import { clientKeyCheck, tenantOf } from '../openai/client-keys.ts';
import { openAiErrorResponse } from '../openai/error-form.ts';
import { Problem } from '../problem.ts';
import { addRoute, describeRefusals, readInput } from '../route.ts';
import { DEFAULT_REWARD_LIMITS, type RewardOptions } from './reward-options.ts';
import {
  type FailedItem,
  type RewardRequest,
  type RewardResponse,
  rewardRequest,
  rewardResponse,
} from './reward-schema.ts';
import { type ItemOutcome, ScoreDesk } from './score-desk.ts';
import { shownRewardSettings, showSettings } from './show-settings.ts';

const PATH = '/v1/reward';

const NO_PAGES = 'Rewards are not for pages of other sites: let the trainer ask.';

/** Seconds after which a full line may be worth another try. */
const FULL_FOR = '2';

/** Adds the routes. Throws RangeError for settings that make no sense. */
export function rewardRoutes(
  app: OpenAPIHono,
  options: RewardOptions,
  around: { readonly key?: string; now(): number; onFault(error: unknown): void },
): void {
  const { keys = [], limits: given, ...own } = options;
  const limits = { ...DEFAULT_REWARD_LIMITS, ...given };
  const settings = { ...own, gate: own.gate ?? createGate({ atOnce: limits.atOnce }) };
  const common = createRewardModel(settings);
  const desk = new ScoreDesk(limits, around.now);
  const schema = rewardRequest(limits);

  app.use(
    PATH,
    originCheck([], () => false, NO_PAGES),
  );
  app.use(PATH, clientKeyCheck([around.key, ...keys].filter((key) => key !== undefined)));
  addRoute(app, {
    method: 'get',
    path: PATH,
    summary: 'How rewards are computed here, and how many items are in line',
    output: shownRewardSettings,
    handle: () => showSettings(common.settings, limits, desk.lengths),
  });
  describeScoring(app, schema);
  app.post(PATH, async (context) => {
    const { items, ...changes } = await readInput(context, schema, limits.body);
    const model: RewardModel =
      Object.keys(changes).length === 0 ? common : createRewardModel({ ...settings, ...changes });
    try {
      const { outcomes, fresh } = await desk.score({
        items,
        model,
        settings: [model.settings.horizon, model.settings.samples, model.settings.seed],
        key: idempotencyKey(context),
        signal: context.req.raw.signal,
      });
      return respond(context, items, outcomes, fresh, around.onFault);
    } catch (error) {
      if (error instanceof Problem && error.code === 'too-many') {
        return openAiErrorResponse(error, { 'retry-after': FULL_FOR });
      }
      throw error;
    }
  });
}

/** The key under which a repeated request finds what it had: each client's own. */
function idempotencyKey(context: Context): string | undefined {
  const key = context.req.header('idempotency-key');
  if (key === undefined) return undefined;
  if (key.length > 0 && key.length <= 200) return `${tenantOf(context)} ${key}`;
  throw new Problem('bad-request', 'Idempotency-Key: it has 1 to 200 characters.');
}

function respond(
  context: Context,
  items: RewardRequest['items'],
  outcomes: readonly ItemOutcome[],
  fresh: number,
  onFault: (error: unknown) => void,
): Response {
  const results = outcomes.map((outcome, place): RewardResponse['results'][number] => {
    const { id } = items[place];
    const named = id === undefined ? {} : { id };
    if ('error' in outcome) return { ...named, error: tellError(outcome.error, onFault) };
    const { id: _, ...scored } = outcome.scored; // the id of the first of equal items
    return { ...named, ...scored };
  });
  const failed = results.flatMap((result) => ('error' in result ? [result] : []));
  const body: RewardResponse = { results, failed: failed.length, fresh };
  const isAllowed = context.req.query('partial') === 'allow';
  return context.json(body, failed.length === 0 || isAllowed ? 200 : failed.some(isOurs) ? 502 : 422);
}

/** Not the item's own fault. */
function isOurs({ error }: FailedItem): boolean {
  return !['bad-item', 'no-judge', 'truncated'].includes(error.code);
}

function tellError(error: unknown, onFault: (error: unknown) => void): FailedItem['error'] {
  if (error instanceof RewardError) {
    const { code, message, retryable, role } = error;
    return { code, message, retryable, ...(role === undefined ? {} : { role }) };
  }
  onFault(error);
  return { code: 'our-fault', message: 'Something went wrong here; the server log says more.', retryable: false };
}

function describeScoring(app: OpenAPIHono, schema: z.ZodType<RewardRequest>): void {
  const json = { 'application/json': { schema: rewardResponse } };
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: PATH,
    summary: 'Multi-turn-aware rewards of completions: one result for each item, in their order',
    request: {
      headers: z.object({ 'idempotency-key': z.string().optional() }),
      query: z.object({ partial: z.enum(['allow']).optional() }),
      body: { required: true, content: { 'application/json': { schema } } },
    },
    responses: {
      200: { description: 'Every item has a score (or `partial=allow`)', content: json },
      422: {
        description: 'Some items cannot be scored as they are; or the Idempotency-Key stood for another request',
        content: json,
      },
      502: { description: 'A model failed some items; the other scores stand beside', content: json },
      ...describeRefusals({
        400: 'Not JSON, or not as described',
        401: 'No key of this server',
        413: 'The body is too large, or has more items than may wait',
        415: 'The body is not announced as JSON',
        503: 'Too many items wait; Retry-After says when to try again',
      }),
    },
  });
}
