/**
 * What the assistant has put before the user, and when it is out of date.
 *
 * Within one request, whatever the user adds or changes outdates all earlier answers to it. An artefact under way is
 * outdated too, but its text stays in the request word for word, because the user works on it.
 * @module
 */
import { withinBounds } from './bounds.ts';
import { shorten } from './find-words.ts';
import type { Ledger, Shown } from './ledger.ts';

const GIST = 100;

/** First words of a message, and its last, by which it is known again. */
const gistOf = (text: string): string => shorten(text, GIST);

/** Notes what the assistant said at a position; said there before, it is replaced (an answer was written anew). */
export function noteShown(
  ledger: Ledger,
  message: { readonly at: number; readonly text: string; readonly isArtefact: boolean },
): Ledger {
  const one: Shown = {
    at: message.at,
    gist: gistOf(message.text),
    isArtefact: message.isArtefact,
    isSuperseded: false,
  };
  const others = ledger.shown.filter((earlier) => earlier.at !== message.at);
  return withinBounds({ ...ledger, shown: [...others, one].sort((a, b) => a.at - b.at) });
}

/** The message at a position turns out to be an artefact under way. Positions not noted are passed over. */
export function markArtefact(ledger: Ledger, at: number): Ledger {
  if (!ledger.shown.some((one) => one.at === at && !one.isArtefact)) return ledger;
  return { ...ledger, shown: ledger.shown.map((one) => (one.at === at ? { ...one, isArtefact: true } : one)) };
}

/** The user added to the request under way, changed it or took something back: all that was shown for it is outdated. */
export function supersede(ledger: Ledger): Ledger {
  return {
    ...ledger,
    shown: ledger.shown.map((one) => (one.isClosed ? one : { ...one, isSuperseded: true })),
  };
}

/** The user turned to another request: what was shown stays good, and wishes stand until they are taken back. */
export function startNewRequest(ledger: Ledger): Ledger {
  return { ...ledger, shown: ledger.shown.map((one) => ({ ...one, isClosed: true })) };
}

/** Positions of drafts that a new answer is written without: superseded, and no artefact. */
export function outdatedDrafts(ledger: Ledger): readonly number[] {
  return ledger.shown.filter((one) => one.isSuperseded && !one.isArtefact).map((one) => one.at);
}

/** Those that stand where they stood: clients leave out what is old, and put system messages in. */
export function draftsIn(
  ledger: Ledger,
  messages: readonly { readonly role: string; readonly text: string }[],
): readonly number[] {
  const gists = new Map(ledger.shown.map(({ at, gist }) => [at, gist]));
  return outdatedDrafts(ledger).filter(
    (at) => messages[at]?.role === 'assistant' && gistOf(messages[at].text) === gists.get(at),
  );
}
