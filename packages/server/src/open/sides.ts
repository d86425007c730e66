/**
 * The two sides of a conversation: the bare model, and the model with the layer around it, each with a transcript of
 * its own.
 * @module
 */
import { type PlannedTurn, striker, withInitiative } from '@sente/language';
import { promptOf } from './chat-model.ts';
import { meter, moneyFor, type UsedUp } from './metered-model.ts';
import { modelFailure } from './model-failure.ts';
import type { OpenedModel } from './model-setting.ts';
import type { OneSession } from './one-session.ts';
import type { OpenReply } from './open-schema.ts';
import type { OpenSettings } from './open-settings.ts';
import { type RunOptions, runModel } from './run-model.ts';
import { showDecision } from './show-mind.ts';

/** What one side has heard and said. */
export type Said = { readonly role: 'user' | 'assistant'; readonly text: string }[];

/** How long a decision that comes after its reply is waited for, in milliseconds. */
const PATIENCE = 60_000;

const NOTHING: UsedUp = { calls: 0, inputTokens: 0, outputTokens: 0, money: null };

/** A turn of the bare model. Its transcript grows by the turn, unless it fails. */
export async function sayPassive(
  { model, shown }: OpenedModel,
  said: Said,
  message: string,
  settings: OpenSettings,
  run: RunOptions,
): Promise<OpenReply> {
  const metered = meter(model);
  const cost = () => ({ reply: { ...metered.usedUp(shown.prices), unused: 0 }, decision: NOTHING });
  const heard: Said = [...said, { role: 'user', text: message }];
  try {
    const { text, first, total } = await runModel(metered.model, promptOf(settings.system, heard), run);
    if (text === '') return failed(new Error('the reply was empty'), shown.id, cost());
    said.push(heard.at(-1)!, { role: 'assistant', text });
    const milliseconds = { first, total, decision: null };
    return { text, act: 'answer', choices: [], by: 'bare', leaks: 0, cost: cost(), milliseconds };
  } catch (error) {
    run.signal.throwIfAborted();
    return failed(error, shown.id, cost());
  }
}

/** A turn of the model with initiative; its session changes with it. */
export async function sayWithInitiative(
  { model, planner, shown }: OpenedModel,
  said: Said,
  message: string,
  settings: OpenSettings,
  store: OneSession,
  run: RunOptions & { readonly now: () => number },
): Promise<OpenReply> {
  const metered = meter(model);
  let turn: PlannedTurn | undefined;
  const prices = planner === undefined ? shown.prices : shown.plannerPrices;
  let by: OpenReply['by'] = 'bare';
  const cost = (): OpenReply['cost'] => {
    const { calls = 0, inputTokens = 0, outputTokens = 0 } = turn?.cost ?? {};
    const money = moneyFor(prices, inputTokens, outputTokens);
    const reply = metered.usedUp(shown.prices);
    return {
      reply: { ...reply, unused: unusedOf(by, reply.calls) },
      decision: { calls, inputTokens, outputTokens, money },
    };
  };
  const wrapped = withInitiative(metered.model, {
    ...settings,
    planner,
    sessions: store,
    begin: () => store.session,
    now: run.now,
    ...(prices && { prices }),
    onDecision: (decided) => {
      turn = decided;
    },
  });
  const heard: Said = [...said, { role: 'user', text: message }];
  const kept = store.changed();
  try {
    const { text, sente, first, total } = await runModel(wrapped, promptOf(settings.system, heard), run);
    if (text === '') return failed(new Error('the reply was empty'), shown.id, cost());
    said.push(heard.at(-1)!, { role: 'assistant', text });
    // A decision that was late, or only observed, is shown all the same, and the session goes on from it.
    await patiently(kept, run.signal);
    const decided = turn as PlannedTurn | undefined;
    const { form, leaks = 0 } = sente;
    by = sente.by ?? 'bare';
    const aside = sente.aside ?? decided?.aside;
    const open = striker(store.session.vault, heardFrom(heard));
    const isBare = by === 'bare' && aside !== undefined;
    return {
      text,
      act: isBare ? 'answer' : (decided?.decision?.chosen.kind ?? 'answer'),
      choices: form?.choices ?? [],
      by,
      ...(aside && { aside }),
      ...(decided?.decision && { decision: showDecision(decided.decision, open) }),
      ...(decided && { plan: decided.plan.do }),
      leaks,
      cost: cost(),
      milliseconds: { first, total, decision: decided ? Math.round(decided.cost.milliseconds) : null },
    };
  } catch (error) {
    run.signal.throwIfAborted();
    return failed(error, shown.id, cost());
  }
}

/** Of the two calls that race, the one that lost; both, when the layer's own words went out. */
function unusedOf(by: OpenReply['by'], calls: number): number {
  if (by === 'said') return calls;
  return by === 'written' ? Math.min(1, calls - 1) : Math.max(0, calls - 1);
}

/** All that the user has said. */
export function heardFrom(said: Said): string {
  return said
    .filter(({ role }) => role === 'user')
    .map(({ text }) => text)
    .join('\n');
}

function failed(error: unknown, id: string, cost: OpenReply['cost']): OpenReply {
  const { message, advice } = modelFailure(id, error);
  return {
    text: '',
    act: 'none',
    choices: [],
    by: 'bare',
    failure: { message, ...(advice !== undefined && { advice }) },
    leaks: 0,
    cost,
    milliseconds: { first: 0, total: 0, decision: null },
  };
}

/** Waits, but not for ever, and not for somebody who has left. */
async function patiently(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  await new Promise<void>((resolve) => {
    over.addEventListener('abort', () => resolve(), { once: true });
    void work.then(resolve);
  });
}
