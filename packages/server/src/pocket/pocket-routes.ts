/**
 * Talking to checkpoints of the pocket model, side by side. The conversation is the client's: every request brings all of it.
 * @module
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { addRoute } from '../route.ts';
import type { CheckpointSource } from './checkpoint.ts';
import { checkpointList, pocketReplies, pocketRequest, requestList } from './pocket-schema.ts';
import { speak } from './speak.ts';

/** Adds `/api/pocket/…`. */
export function pocketRoutes(app: OpenAPIHono, source: CheckpointSource): void {
  addRoute(app, {
    method: 'get',
    path: '/api/pocket/checkpoints',
    summary: 'Checkpoints of the pocket model: the shipped ones, and those of experiments that were run here',
    output: checkpointList,
    handle: async () => ({ checkpoints: await source.list() }),
  });
  addRoute(app, {
    method: 'get',
    path: '/api/pocket/requests',
    summary: 'A request for each situation of the crossover, and the best first act',
    output: requestList,
    // Loaded only here: the lab is half of everything.
    handle: async () => ({ requests: (await import('./example-requests.ts')).exampleRequests() }),
  });
  addRoute(app, {
    method: 'post',
    path: '/api/pocket/replies',
    summary: 'What one or two checkpoints reply to the conversation that each of them has had so far',
    input: pocketRequest,
    limit: 64 * 1024,
    output: pocketReplies,
    refusals: { 404: 'There is no such checkpoint', 422: 'Its weights cannot be read' },
    handle: async ({ sides, draw }) => {
      const speakers = await Promise.all(sides.map(({ checkpoint }) => source.open(checkpoint)));
      return { replies: sides.map((side, at) => speak(speakers[at], side, draw)) };
    },
  });
}
