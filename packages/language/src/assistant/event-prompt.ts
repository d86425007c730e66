/**
 * The event prompt: is there anything in this event that the user would want to hear now? As with weighing, the model
 * says what it sees; whether to speak is arithmetic.
 * @module
 */
import { DATA_RULE, dataBlock } from '../model/data-block.ts';
import { instructionsPart, ledgerPart, raisedPart } from '../model/prompt-parts.ts';
import { shorten } from '../model/shorten.ts';
import type { ImaginedIntent, Session } from '../session/session.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { HostEvent } from './host-event.ts';

const SHOWN = 8;
const LONGEST = 1200;
const LONGEST_EVENT = 4000;
const LONGEST_DATA = 3000;
const LONGEST_SYSTEM = 3000;

/** What the model is, and what data is. */
export const WATCHER: string =
  'You watch events for an assistant that may speak to its user unasked, or stay quiet. You say what in an event the ' +
  `user would want to hear now, if anything; most events are nothing. You do not decide. ${DATA_RULE} Reply with one JSON object only.`;

/** Rows of a form as filled in for another conversation, with two people. */
const EXAMPLE = {
  offers:
    '"offers": [{"say": "Your train to Ghent leaves 20 minutes late, at 9:41.", "because": "notice of the railway", "topic": "train delay", "wanted": [95, 60]}]',
  leads: '"leads": [{"goal": "g7", "say": "By the way, shall I keep this trip as a favourite?", "moment": 20}]',
  moment: '"moment": 75',
};

/** What the watcher is asked about. */
export interface EventWants {
  readonly offers: boolean;
  /** Goals that may be led towards now. */
  readonly goals: readonly { readonly id: string; readonly goal: string }[];
}

/** Stands for the user of a conversation in which nobody has been imagined yet. */
export const THIS_USER: ImaginedIntent = { id: 'u', wants: 'this user', good: '', next: '', weight: 1 };

/** Who may be there: the session's imagined intents, or a plain "this user". */
export function listeners(session: Session): readonly ImaginedIntent[] {
  return session.intents.length > 0 ? session.intents : [THIS_USER];
}

/** The prompt for an event, at a time. */
export function eventPrompt(
  event: HostEvent,
  transcript: Transcript,
  session: Session,
  wants: EventWants,
  now: number,
): string {
  const parts = instructionsPart(transcript, LONGEST_SYSTEM);
  const talk = transcript.messages
    .filter(({ role, text }) => (role === 'user' || role === 'assistant') && text !== '')
    .slice(-SHOWN)
    .map(({ role, text }) => `${role}: ${shorten(text, LONGEST)}`);
  parts.push(
    talk.length > 0
      ? `The conversation so far:\n${dataBlock('conversation', talk.join('\n'))}`
      : 'Nothing has been said yet.',
  );
  parts.push(...ledgerPart(session, 'What the user has said so far, put together'));
  const people = listeners(session).map(({ id, wants: all, next, weight }) => {
    const later = next ? `; would ask next: ${next}` : '';
    return `${id} (${Math.round(weight * 100)}%): ${all}${later}`;
  });
  parts.push(`Who the user may be, one person of these:\n${dataBlock('people', people.join('\n'))}`);
  parts.push(...raisedPart(session));
  if (wants.goals.length > 0)
    parts.push(`Goals of the assistant's own:\n${wants.goals.map(({ id, goal }) => `${id}: ${goal}`).join('\n')}`);
  parts.push(`It is now ${when(now)}. What has happened:\n${dataBlock('event', eventText(event, now))}`);
  parts.push(form(session, wants));
  return parts.join('\n\n');
}

function when(time: number): string {
  return Number.isFinite(time) && Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : 'an unknown time';
}

function eventText({ type, text, data, at = Number.NaN }: HostEvent, now: number): string {
  const lines = [`kind: ${shorten(type, 100)}`, shorten(text, LONGEST_EVENT)];
  if (Number.isFinite(at) && at !== now) lines.splice(1, 0, `at: ${when(at)}`);
  if (data !== undefined) lines.push(`details: ${shorten(asText(data), LONGEST_DATA)}`);
  return lines.join('\n');
}

/** Data of the host's, which need not be JSON after all. */
function asText(data: unknown): string {
  try {
    return JSON.stringify(data) ?? String(data);
  } catch {
    return String(data);
  }
}

function form(session: Session, wants: EventWants): string {
  const ids = listeners(session)
    .map(({ id }) => id)
    .join(', ');
  const rows: string[] = [];
  if (wants.offers) {
    rows.push(
      `"offers": 0 to 2 things in this that the user should hear now, [] if there is nothing in it for them. Each as {"say": "as the assistant would say it, in the user's language, one or two sentences that give the thing itself", "because": "what in the event or the conversation it rests on; \\"\\" if on nothing", "topic": "two words", "wanted": chance in 100 that ${ids} would want to be told right now, unasked, rather than find out when they ask, in this order}`,
    );
  }
  if (wants.goals.length > 0) {
    rows.push(
      '"leads": for each goal that could be brought up now: {"goal": "its id", "say": "one natural sentence in the user\'s language with which the assistant would bring it up", "moment": how good the moment is for it, 0 (a nuisance) to 100}',
    );
  }
  rows.push(
    '"moment": how good a moment this is to speak to the user at all, 0 (they are busy, in a hurry, upset or asleep) to 100 (they are waiting for it)',
  );
  const filled = [
    ...(wants.offers ? [EXAMPLE.offers] : []),
    ...(wants.goals.length > 0 ? [EXAMPLE.leads] : []),
    EXAMPLE.moment,
  ].join(', ');
  const nothing = wants.offers ? ', and for an event with nothing in it for them: {"offers": [], "moment": 40}' : '';
  return `Fill in this form, as one JSON object:\n{\n  ${rows.join(',\n  ')}\n}\nBe brief. A form filled in for another conversation, with two people: {${filled}}${nothing}`;
}
