/**
 * The routes that take and give what OpenAI's do, and the event stream, in the server's own description.
 * @module
 */
import { type OpenAPIHono, z } from '@hono/zod-openapi';

const chat = z
  .looseObject({
    model: z.string(),
    messages: z.array(z.looseObject({ role: z.string() })),
    stream: z.boolean().optional(),
    metadata: z.record(z.string(), z.string()).optional(),
  })
  .openapi('ChatCompletionRequest');

const events = { 'text/event-stream': { schema: z.string() } };
const json = { 'application/json': { schema: z.looseObject({}) } };

/** Adds them to `/api/openapi.json`. */
export function describeProxyRoutes({ openAPIRegistry: registry }: OpenAPIHono): void {
  registry.registerPath({
    method: 'post',
    path: '/v1/chat/completions',
    summary: 'A completion with initiative, as OpenAI describes it; the decision is in x-sente-… headers',
    request: { body: { required: true, content: { 'application/json': { schema: chat } } } },
    responses: {
      200: { description: 'A completion, or its chunks', content: { ...json, ...events } },
      401: { description: 'No key of this proxy' },
      413: { description: 'The body is too large' },
      502: { description: 'The upstream cannot be reached; its own refusals come as they are' },
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/v1/models',
    summary: 'The upstream’s models, as it lists them',
    responses: { 200: { description: 'Done', content: json } },
  });
  registry.registerPath({
    method: 'get',
    path: '/v1/sente/conversations/{id}/initiative',
    summary: 'What is said unasked, as server-sent events; Last-Event-ID brings what was missed',
    request: { params: z.object({ id: z.string() }), headers: z.object({ 'last-event-id': z.string().optional() }) },
    responses: {
      200: { description: 'Events named initiative, and handover when a person may take over', content: events },
    },
  });
}
