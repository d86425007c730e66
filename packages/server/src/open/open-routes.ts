/**
 * The routes of the open world: a model, and conversations with it. The studio's own.
 * @module
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { addRoute, readInput } from '../route.ts';
import { modelAnswer, modelChoice, modelTest } from './model-choice.ts';
import { ModelSetting } from './model-setting.ts';
import { OpenDesk, type OpenDeskOptions } from './open-desk.ts';
import type { OpenOptions } from './open-options.ts';
import { LONGEST_MESSAGE, openChange, openRequest, openState, openTurn, sayRequest } from './open-schema.ts';
import { patience } from './patience.ts';
import { turnStream } from './turn-stream.ts';

/** A turn may take this long, in milliseconds; then it is broken off. */
const LONGEST_TURN = 10 * 60_000;

const ROOT = '/api/open/conversations';
const UNKNOWN = { 404: 'There is no such conversation (any more)' };
const BUSY = { ...UNKNOWN, 409: 'A turn is under way, or no model is set' };
const LIMIT = 6 * LONGEST_MESSAGE;

/** Adds `/api/open/…`; gives the desk that answers them. */
export function openRoutes(app: OpenAPIHono, options: OpenOptions, limits: Omit<OpenDeskOptions, 'setting'>): OpenDesk {
  const setting = new ModelSetting(options.openModel);
  if (options.model !== undefined) setting.set(options.model);
  const desk = new OpenDesk({ setting, ...limits });
  modelRoutes(app, setting);

  addRoute(app, {
    method: 'post',
    path: ROOT,
    summary: 'Opens a conversation with the model, bare and with initiative',
    input: openRequest,
    limit: LIMIT,
    output: openState,
    refusals: { 409: 'No model is set' },
    handle: (request) => desk.open(request),
  });
  addRoute(app, {
    method: 'get',
    path: `${ROOT}/:id`,
    summary: 'A conversation as it stands',
    output: openState,
    refusals: UNKNOWN,
    handle: (_, context) => desk.show(context.req.param('id')!),
  });
  addRoute(app, {
    method: 'patch',
    path: `${ROOT}/:id`,
    summary: 'Changes settings, ledger and agenda of a conversation',
    input: openChange,
    limit: LIMIT,
    output: openState,
    refusals: BUSY,
    handle: (change, context) => desk.change(context.req.param('id')!, change),
  });
  addRoute(app, {
    method: 'post',
    path: `${ROOT}/:id/say`,
    summary: 'One message to both sides',
    input: sayRequest,
    limit: LIMIT,
    output: openTurn,
    refusals: { ...BUSY, 502: 'Neither side could be answered by the model' },
    handle: ({ message }, context) =>
      desk.say(context.req.param('id')!, message, patience([context.req.raw.signal], LONGEST_TURN)),
  });
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: `${ROOT}/{id}/stream`,
    summary: 'The same as server-sent events: words, reply, then turn or refusal',
    request: { body: { required: true, content: { 'application/json': { schema: sayRequest } } } },
    responses: { 200: { description: 'Events', content: { 'text/event-stream': { schema: openTurn } } } },
  });
  app.post(`${ROOT}/:id/stream`, async (context) => {
    const { message } = await readInput(context, sayRequest, LIMIT);
    const id = context.req.param('id');
    desk.show(id); // an unknown one is refused as everywhere
    return turnStream((listener, left) =>
      desk.say(id, message, patience([context.req.raw.signal, left], LONGEST_TURN), listener),
    );
  });
  return desk;
}

function modelRoutes(app: OpenAPIHono, setting: ModelSetting): void {
  const path = '/api/open/model';
  addRoute(app, {
    method: 'get',
    path,
    summary: 'Which model is set; never its key',
    output: modelAnswer,
    handle: () => ({ model: setting.shown }),
  });
  addRoute(app, {
    method: 'post',
    path,
    summary: 'Sets the model; no connection is made yet',
    input: modelChoice,
    output: modelAnswer,
    refusals: { 422: 'The ID names no model, or its key cannot be used' },
    handle: (choice) => ({ model: setting.set(choice) }),
  });
  addRoute(app, {
    method: 'delete',
    path,
    summary: 'Forgets the model and its key',
    output: modelAnswer,
    handle: () => {
      setting.unset();
      return { model: null };
    },
  });
  addRoute(app, {
    method: 'post',
    path: `${path}/test`,
    summary: 'One tiny call to the model, and to the planner if there is one',
    output: modelTest,
    refusals: { 409: 'No model is set', 502: 'The model could not be asked' },
    handle: (_, context) => setting.test(patience([context.req.raw.signal], LONGEST_TURN)),
  });
}
