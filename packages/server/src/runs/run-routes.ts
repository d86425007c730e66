/**
 * The owner's view of measurements: which runs there are, how one stands, its report, its conversations.
 * @module
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { LabStore, ReadRun, RunHead } from '@sente/lab';
import type { Context } from 'hono';
import { addRoute, checked } from '../route.ts';
import {
  conversationQuery,
  type ListedRun,
  type RunConversations,
  runConversations,
  runList,
  type ShownRun,
  shownRun,
} from './run-schema.ts';
import type { RunShelf } from './run-shelf.ts';

const UNKNOWN = { 404: 'There is no such run', 422: 'The file of runs cannot be read' };

/** The report holds no script and asks for nothing; the studio may frame it. */
const REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'";

/** Addresses that the studio's own pages may frame. */
export function isReport(path: string): boolean {
  return /^\/api\/runs\/[^/]+\/report$/.test(path);
}

/** Adds `/api/runs…`. */
export function runRoutes(app: OpenAPIHono, shelf: RunShelf): void {
  addRoute(app, {
    method: 'get',
    path: '/api/runs',
    summary: 'Measurements: which there are, how far they have come',
    output: runList,
    refusals: { 422: UNKNOWN[422] },
    handle: async () => {
      const store = await shelf.store();
      return { runs: store?.list().map((run) => listed(run, store.read(run.id))) ?? [] };
    },
  });
  addRoute(app, {
    method: 'get',
    path: '/api/runs/:id',
    summary: 'One measurement as it stands: figures, comparisons, verdict; `last` is the newest',
    output: shownRun,
    refusals: UNKNOWN,
    handle: (_, context) => show(shelf, context),
  });
  addRoute(app, {
    method: 'get',
    path: '/api/runs/:id/conversations',
    summary: 'Conversations of one probe, worst first: ?probe=…&agent=…&case=…&from=0&count=20',
    output: runConversations,
    refusals: UNKNOWN,
    handle: (_, context) => conversations(shelf, context),
  });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/runs/{id}/report',
    summary: 'The report as one self-contained page',
    responses: { 200: { description: 'HTML', content: { 'text/html': {} } }, 404: { description: UNKNOWN[404] } },
  });
  app.get('/api/runs/:id/report', async (context) => {
    const run = await shelf.read(context.req.param('id'));
    const { reportDocument, reportHtml } = await import('@sente/lab/report');
    return context.html(reportHtml(reportDocument(run)), 200, { 'content-security-policy': REPORT_POLICY });
  });
}

type Listing = ReturnType<LabStore['list']>[number];

function listed({ id, started, status, conversations: finished, settings }: Listing, run: ReadRun): ListedRun {
  const done = run.results().map(({ probe }) => probe);
  const { model } = settings;
  return {
    id,
    started,
    status,
    conversations: finished,
    probes: [...new Set([...planned(settings), ...done])],
    done: done.length,
    ...(typeof model === 'string' && { model: withoutKey(model) }),
  };
}

/** Probes that a run set out to measure: its versions name them all. */
function planned({ versions, probes }: RunHead['settings']): readonly string[] {
  if (versions !== null && typeof versions === 'object' && !Array.isArray(versions)) return Object.keys(versions);
  return Array.isArray(probes) ? probes.filter((name) => typeof name === 'string') : [];
}

/** An ID without scheme, path and query, which may hold a key. */
function withoutKey(id: string): string {
  return id.replace(/^https?:\/\/(?:[^@/?#]*@)?([^/?#]+)[^#]*#/i, '$1#');
}

async function show(shelf: RunShelf, context: Context): Promise<ShownRun> {
  const run = await shelf.read(context.req.param('id') ?? '');
  const { reportDocument } = await import('@sente/lab/report');
  const listing = (await shelf.store())?.list().find(({ id }) => id === run.head.id);
  return {
    ...listed(listing ?? { ...run.head, status: run.status, conversations: 0 }, run),
    results: run.results(),
    report: reportDocument(run, { talks: 0 }),
  };
}

async function conversations(shelf: RunShelf, context: Context): Promise<RunConversations> {
  const { probe, agent, case: id, from, count } = checked(conversationQuery, context.req.query());
  const run = await shelf.read(context.req.param('id') ?? '');
  const { shownTalk } = await import('@sente/lab/report');
  const rows = run
    .rows(probe)
    .filter((row) => (agent === undefined || row.agent === agent) && (id === undefined || row.case === id))
    .toSorted((a, b) => b.loss - a.loss || (a.case < b.case ? -1 : a.case > b.case ? 1 : 0) || a.repeat - b.repeat);
  return { total: rows.length, conversations: rows.slice(from, from + count).map(shownTalk) };
}
