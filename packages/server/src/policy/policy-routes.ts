/**
 * The routes of the policy: which one decides, and the training of one for the current table.
 * @module
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { addRoute } from '../route.ts';
import type { PolicyDesk } from './policy-desk.ts';
import { type PolicyStatus, policyChoice, policyStatus, trainingRequest } from './policy-schema.ts';

/** Adds `/api/policy` and `/api/policy/training`. Whoever chats may look; the rest is for those who `mayChange` it. */
export function policyRoutes(app: OpenAPIHono, desk: PolicyDesk, mayChange: (context: Context) => boolean): void {
  const status = (context: Context): PolicyStatus =>
    mayChange(context) ? { ...desk.status, mayChange: true } : forVisitors(desk.status);
  addRoute(app, {
    method: 'get',
    path: '/api/policy',
    summary: 'Which policy decides in conversations about the table, and how a training of one goes',
    output: policyStatus,
    handle: (_, context) => status(context),
  });
  addRoute(app, {
    method: 'put',
    path: '/api/policy',
    summary: 'Lets planning or a learned policy decide in conversations that begin from now on',
    input: policyChoice,
    output: policyStatus,
    handle: ({ policy }, context) => {
      desk.choose(policy);
      return status(context);
    },
  });
  addRoute(app, {
    method: 'post',
    path: '/api/policy/training',
    summary: 'Trains a policy for the current table anew, in the background; one that is under way goes on',
    input: trainingRequest,
    output: policyStatus,
    handle: (_, context) => {
      desk.train();
      return status(context);
    },
  });
  addRoute(app, {
    method: 'delete',
    path: '/api/policy/training',
    summary: 'Stops the training; what was kept stays',
    output: policyStatus,
    handle: (_, context) => {
      desk.stop();
      return status(context);
    },
  });
}

/** What goes wrong, and what a file is called, can tell of the owner's disk. */
function forVisitors({ learned, ...status }: Omit<PolicyStatus, 'mayChange'>): PolicyStatus {
  const unnamed = learned?.origin === 'file' ? { ...learned, name: '' } : learned;
  return { ...status, learned: unnamed, problem: null, mayChange: false };
}
