/**
 * The owner's view of experiments: which were run, what came out, the report.
 * @module
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { Problem } from '../problem.ts';
import { addRoute } from '../route.ts';
import { experimentList, experimentResults, type ListedExperiment } from './experiment-schema.ts';
import type { ExperimentShelf, ShelvedExperiment } from './experiment-shelf.ts';

const UNKNOWN = { 404: 'There is no such experiment', 422: 'Its results cannot be read' };

/** The report holds no script and asks for nothing; the studio may frame it. */
const REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'";

/** Addresses that the studio's own pages may frame. */
export function isExperimentReport(path: string): boolean {
  return /^\/api\/experiments\/[^/]+\/report$/.test(path);
}

/** Adds `/api/experiments…`. */
export function experimentRoutes(app: OpenAPIHono, shelf: ExperimentShelf): void {
  addRoute(app, {
    method: 'get',
    path: '/api/experiments',
    summary: 'Experiments on passivity that have come to their end, the newest first',
    output: experimentList,
    handle: async () => ({
      experiments: (await Promise.all((await shelf.list()).map((one) => listed(shelf, one)))).flat(),
    }),
  });
  addRoute(app, {
    method: 'get',
    path: '/api/experiments/:id',
    summary: 'The results of one, as sente train passivity --json prints them; `last` is the newest',
    output: experimentResults,
    refusals: UNKNOWN,
    handle: (_, context) => shelf.read(context.req.param('id') ?? ''),
  });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/experiments/{id}/report',
    summary: 'The report as one self-contained page',
    responses: {
      200: { description: 'HTML', content: { 'text/html': {} } },
      404: { description: UNKNOWN[404] },
      422: { description: UNKNOWN[422] },
    },
  });
  app.get('/api/experiments/:id/report', async (context) => {
    const results = await shelf.read(context.req.param('id'));
    // Loaded only here: charts are drawn with libraries that nothing else needs.
    const { passivityReport } = await import('@sente/training/report');
    return context.html(passivityReport(results), 200, { 'content-security-policy': REPORT_POLICY });
  });
}

/** What cannot be read is left out of the list; asked for by name, it says why. */
async function listed(shelf: ExperimentShelf, { id, finished }: ShelvedExperiment): Promise<ListedExperiment[]> {
  try {
    const { preset, seeds, arms, seconds } = await shelf.read(id);
    return [{ id, finished, preset, seeds: seeds.length, models: arms.length, seconds }];
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}
