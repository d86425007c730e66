/**
 * What could be said of an event, and what restraint holds back of it.
 * @module
 */
import { mayLead, type Restrained } from '@sente/engine';
import type { Session, TimedInitiative } from '../session/session.ts';
import { alike } from '../turn/alike.ts';
import { type Bounds, holdBack } from '../turn/hold-back.ts';
import type { LanguageAct } from '../value/act.ts';
import { freshIds } from '../value/fresh-ids.ts';
import { slug } from '../value/list-acts.ts';
import type { EventWants } from './event-prompt.ts';
import type { EventWeighing } from './event-schema.ts';
import type { HostEvent, Unasked } from './host-event.ts';

const DAY = 86_400_000;

/** Acts that speak, in the order of the weighing; ids are those of what was said before of the same. */
export function listEventActs(event: HostEvent, weighing: EventWeighing, session: Session): readonly LanguageAct[] {
  const fresh = freshIds();
  const offers = weighing.offers.map(({ text, evidence, topic }, offer): LanguageAct => {
    const known = session.taken.find(
      (past) => past.kind === 'offer' && past.dismissed && alike(past.text, `${topic} ${text}`),
    );
    const id = fresh(known?.id ?? `offer:${slug(`${event.type} ${topic}`)}`);
    return { kind: 'offer', id, text, offer, topics: [event.type, topic], evidence };
  });
  const leads = weighing.leads.map(
    ({ goal, text }): LanguageAct => ({
      kind: 'lead',
      id: fresh(`lead:${goal}`),
      text,
      goal,
      topics: [event.type],
      evidence: 'a goal of the host',
    }),
  );
  return [...offers, ...leads];
}

/** What may be looked for in an event: things to offer, goals that may be raised now. */
export function eventWants(session: Session, kinds: readonly Unasked['act'][] = ['offer', 'lead']): EventWants {
  const goals = kinds.includes('lead')
    ? session.goals.filter(({ id }) => mayLead(session.agenda, id, session.turn))
    : [];
  return { offers: kinds.includes('offer'), goals };
}

/** Acts with nothing in them yet: what holds these back holds everything back. */
export function blankActs({ type }: HostEvent, { offers, goals }: EventWants): readonly LanguageAct[] {
  const blank = { text: '', topics: [type], evidence: 'unknown yet' };
  return [
    ...(offers ? [{ ...blank, kind: 'offer' as const, id: `event:${type}` }] : []),
    ...goals.map(({ id }) => ({ ...blank, kind: 'lead' as const, id: `lead:${id}`, goal: id })),
  ];
}

/** Sorts acts by the rules: the lasting ones, and no repeats. Waiting is never held back. */
export function holdEvent(acts: readonly LanguageAct[], bounds: Bounds): Restrained<LanguageAct> {
  return holdBack(acts, bounds, (act) => repeats(act, bounds.session, bounds.now));
}

/**
 * A goal is not raised again before the user had a turn. An offer repeats an earlier one of the last 24 hours that says
 * the same with the same figures: a build that fails again, with other tests, is news.
 */
function repeats(act: LanguageAct, session: Session, now: number): string | undefined {
  if (act.kind === 'lead')
    return session.raised.some(({ goal }) => goal === act.goal) ? 'it was raised and is not answered yet' : undefined;
  if (act.kind !== 'offer') return undefined;
  const isSame = (past: TimedInitiative): boolean =>
    past.kind === 'offer' &&
    past.when > now - DAY &&
    alike(past.text, act.text) &&
    figures(act.text).every((figure) => figures(past.text).includes(figure));
  return session.taken.some(isSame) ? 'it was said before' : undefined;
}

function figures(text: string): readonly string[] {
  return text.match(/\p{N}+(?:[.,:]\p{N}+)*/gu) ?? [];
}
