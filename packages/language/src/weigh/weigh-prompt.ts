/**
 * The weighing prompt: what could be done now, and how each imagined user would fare. Judges nothing by whether it is a
 * question; the arithmetic does that.
 * @module
 */
import { DATA_RULE, dataBlock } from '../model/data-block.ts';
import { instructionsPart, ledgerPart, raisedPart, toolsPart } from '../model/prompt-parts.ts';
import { shorten } from '../model/shorten.ts';
import type { Session } from '../session/session.ts';
import type { Transcript } from '../transcript/transcript.ts';

const LONGEST = 1200;
const LONGEST_TURN = 6000;
const LONGEST_SYSTEM = 3000;
const SHOWN = 6;

/** What the model is, and what data is. */
export const WEIGHER: string =
  'You prepare the next turn of an assistant. You list what it could say and how well each would serve the people who ' +
  `may be asking. You do not write the reply. ${DATA_RULE} Reply with one JSON object only.`;

/** Rows of a form as filled in for another conversation, with two people. */
const EXAMPLE = {
  answers:
    '"answers": [{"gist": "a funny four-line card", "fits": [9, 3], "sure": 100, "tokens": 60, "recommends": false}, ' +
    '{"gist": "a heartfelt card", "fits": [3, 9], "sure": 100, "tokens": 80, "recommends": false}, ' +
    '{"gist": "a warm card with one light line", "fits": [6, 6], "sure": 100, "tokens": 70, "recommends": false}]',
  questions:
    '"questions": [{"ask": "Happy to. Should it be funny or heartfelt?", "choices": ["funny", "heartfelt"], "replies": ["funny", "heartfelt"]}]',
  details:
    '"questions": [{"ask": "Happy to. What is her name, and when is the party?", "choices": [], "replies": ["", ""], "better": 9}]',
  offers:
    '"offers": [{"say": "If it goes by mail, it should leave by Thursday to be there on Saturday.", "because": "the birthday is on Saturday", "topic": "posting date", "wanted": [30, 45]}]',
  leads:
    '"leads": [{"goal": "g7", "say": "By the way, shall we put you down for the next card evening?", "moment": 60}]',
};

/** What the weigher is asked for. */
export interface WeighWants {
  readonly offers: boolean;
  /** Details that only the user can tell and a reply cannot do without; empty if nothing. */
  readonly missing: string;
  /** Goals that may be led towards now. */
  readonly goals: readonly { readonly id: string; readonly goal: string }[];
}

/** The prompt for the session's imagined intents. */
export function weighPrompt(transcript: Transcript, session: Session, wants: WeighWants): string {
  const talk = transcript.messages.filter((message) => message.role !== 'system');
  const parts = instructionsPart(transcript, LONGEST_SYSTEM);
  const recent = talk.slice(-SHOWN).map(({ role, text }, i, list) => {
    return `${role}: ${shorten(text || '(no text)', i === list.length - 1 ? LONGEST_TURN : LONGEST)}`;
  });
  parts.push(`The conversation, the user's last:\n${dataBlock('conversation', recent.join('\n'))}`);
  parts.push(...ledgerPart(session, 'What the user has said so far, put together'));
  const people = session.intents.map(({ id, wants: all, good, next, weight }) => {
    const lines = [`${id} (${Math.round(weight * 100)}%): ${all}`];
    if (good) lines.push(`   a good reply: ${good}`);
    if (next) lines.push(`   would ask next: ${next}`);
    return lines.join('\n');
  });
  parts.push(`Who may be asking, one person of these:\n${dataBlock('people', people.join('\n'))}`);
  if (wants.missing)
    parts.push(`Details that only the user can tell, not told yet:\n${dataBlock('missing', wants.missing)}`);
  parts.push(...toolsPart(transcript), ...privateParts(session), ...raisedPart(session));
  if (wants.goals.length > 0) {
    const goals = wants.goals.map(({ id, goal }) => `${id}: ${goal}`);
    parts.push(`Goals of the assistant's own:\n${goals.join('\n')}`);
  }
  parts.push(form(session, transcript, wants));
  return parts.join('\n\n');
}

/** What was decided privately, apart from what may be told by now: neither may be forgotten. */
function privateParts({ vault }: Session): string[] {
  const lines = (isReleased: boolean): string =>
    vault.commitments
      .filter((commitment) => commitment.isReleased === isReleased)
      .map(({ about, value }) => `${about}: ${value}`)
      .join('\n');
  const [kept, open] = [lines(false), lines(true)];
  return [
    ...(kept
      ? [
          `What the assistant has decided privately; keep to it, and say it nowhere in the form:\n${dataBlock('private', kept)}`,
        ]
      : []),
    ...(open ? [`What the assistant had decided all along, and may say now:\n${dataBlock('decided', open)}`] : []),
  ];
}

function form(session: Session, transcript: Transcript, wants: WeighWants): string {
  const ids = session.intents.map(({ id }) => id).join(', ');
  const many = session.intents.length > 1;
  const example = session.intents.map((_, i) => (i === 0 ? 9 : 2)).join(', ');
  const rows = [
    `"answers": ${many ? '1 to 5' : '1 or 2'} replies that could be given right now${transcript.tools.length > 0 ? ' (the tools may be used first: judge a reply by what they would bring)' : ''}${many ? ': the best one for each likely person, and the best single one for all of them together (a short one that says what it takes for granted, say)' : ''}. Each as {"gist": "what it says, one sentence", "fits": how well it serves ${ids}, in this order, 0 (useless to them) to 10 (just right), as [${example}], "sure": how sure it is that what it states is true and not made up, 0 to 100, "tokens": its length, about, "recommends": true if it picks one thing out of several for the user}${many ? '. A reply that only asks something back is no answer: put it under questions' : ''}`,
  ];
  if (many || wants.missing) {
    const better = wants.missing
      ? ', "better": how well the best reply would serve once this is answered, 0 to 10'
      : '';
    const tool = transcript.tools.length > 0 ? ', "tool": "the tool that could find this out instead", or ""' : '';
    rows.push(
      `"questions": 0 to 2 questions whose reply would change what to answer; ${many ? 'the one that tells these people apart best first' : 'one may ask for all the missing details at once'}. Each as {"ask": "the question as the assistant would put it, in the user's language, in one or two friendly sentences, nothing else", "choices": ["short reply", "short reply"], "replies": what ${ids} would reply, in this order, each one of the choices or "" if they would not know or mind${better}${tool}}. Never ask for what was already said${transcript.tools.length > 0 ? '; where a tool could find it out, name the tool' : ''}`,
    );
  }
  if (wants.offers) {
    rows.push(
      `"offers": 0 to 2 useful things that nobody asked for and that the person would likely want next. Each as {"say": "as the assistant would add it, in the user's language, one sentence that gives the thing itself", "because": "what in the conversation or in sure knowledge it rests on", "topic": "two words", "wanted": chance in 100 that ${ids} would go on to ask for it, in this order}`,
    );
  }
  if (wants.goals.length > 0) {
    rows.push(
      '"leads": for each goal: {"goal": "its id", "say": "one natural sentence in the user\'s language with which the assistant would bring it up after its answer", "moment": how good the moment is, 0 (the user is busy, upset, in a hurry or has just put it off) to 100}',
    );
  }
  const filled = [
    EXAMPLE.answers,
    ...(wants.missing ? [EXAMPLE.details] : many ? [EXAMPLE.questions] : []),
    ...(wants.offers ? [EXAMPLE.offers] : []),
    ...(wants.goals.length > 0 ? [EXAMPLE.leads] : []),
  ].join(', ');
  return `Fill in this form, as one JSON object:\n{\n  ${rows.join(',\n  ')}\n}\nBe brief. A form filled in for another conversation, with two people: {${filled}}`;
}
