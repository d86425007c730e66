/**
 * The server's routes for the policy, answered in the page's place, with a training that goes on as a test says.
 * @module
 */
import type { Page, Route } from 'playwright-core';
import type { PolicyStatus } from '../../../packages/studio/src/api/policy-types.ts';

/** The status as the API gives it; tests change it. */
export type Status = { -readonly [name in keyof PolicyStatus]: PolicyStatus[name] };

/** The routes. */
export interface PolicyStub {
  status: Status;
  /** "GET", "PUT learned", "POST" and so on, in the order in which they came. */
  readonly calls: string[];
  /** If set, changes are refused. */
  refusal?: { code: string; message: string; advice: string };
  /** How many looks there were so far. */
  looks(): number;
  /** Keeps what was trained, and ends the training; `learned` null: it comes to nothing. */
  end(learned: Status['learned'], problem?: string): void;
}

const begun = () => ({ share: 0, iteration: 1, of: 2 });

/** Puts the stub in the place of the server's routes, and lets a conversation's decisions say which policy served. */
export async function stubPolicy(page: Page, first: Status): Promise<PolicyStub> {
  const stub: PolicyStub = {
    status: structuredClone(first),
    calls: [],
    looks: () => stub.calls.filter((call) => call === 'GET').length,
    end(learned, problem) {
      const serving = learned && stub.status.chosen === 'learned' ? 'learned' : 'planned';
      stub.status = { ...stub.status, learned, serving, training: null, ended: 'done', problem: problem ?? null };
    },
  };
  const answer = (route: Route) => {
    const request = route.request();
    const method = request.method();
    const policy = method === 'PUT' ? (request.postDataJSON().policy as Status['chosen']) : undefined;
    stub.calls.push(policy === undefined ? method : `PUT ${policy}`);
    if (method !== 'GET' && stub.refusal) return route.fulfill({ status: 422, json: { error: stub.refusal } });
    const { status } = stub;
    if (policy !== undefined) {
      stub.status = {
        ...status,
        chosen: policy,
        serving: status.learned ? policy : 'planned',
        training: policy === 'learned' && status.learned === null ? begun() : status.training,
      };
    }
    if (method === 'POST')
      stub.status = { ...status, training: status.training ?? begun(), ended: null, problem: null };
    if (method === 'DELETE') stub.status = { ...status, training: null, ended: 'stopped' };
    return route.fulfill({ json: stub.status });
  };
  await page.route('**/api/policy', answer);
  await page.route('**/api/policy/training', answer);
  const policies = new Map<string, string>();
  await page.route('**/api/compare', async (route) => {
    try {
      const response = await route.fetch();
      const pair = await response.json();
      const { conversation, decision } = pair.initiative;
      if (!policies.has(conversation)) policies.set(conversation, stub.status.serving);
      decision.policy = policies.get(conversation);
      await route.fulfill({ response, json: pair });
    } catch {
      // A page may be closed at any step of this. While it is open the question stays without an answer, and its test fails.
    }
  });
  return stub;
}
