/**
 * The ledger as text: for the layer's own prompts, and as one consolidated request for whoever writes the answer.
 * Every entry stays on one line with its words in quotation marks, so that no user text can pass for a line of its own.
 * @module
 */
import type { Entry, Ledger } from './ledger.ts';
import { meaningKey } from './same-meaning.ts';

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const quoted = (text: string): string => `"${oneLine(text).replaceAll('"', "'")}"`;

/** The user's words, when they say more or other than the entry does. */
const ownWords = (entry: Entry): string =>
  entry.words === '' || meaningKey(entry.words) === meaningKey(entry.what)
    ? ''
    : ` (in their words: ${quoted(entry.words)})`;

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.join('\n')}`;
}

const joined = (sections: readonly string[]): string => sections.filter((part) => part !== '').join('\n\n');

/** What became of an entry that no longer stands. */
function fate(ledger: Ledger, entry: Entry): string {
  if (entry.status !== 'changed') return entry.status === 'settled' ? 'settled' : 'taken back';
  const next = ledger.entries.find((one) => one.id === entry.by);
  return next ? `now ${next.id}` : 'changed since';
}

const standingOf = (ledger: Ledger, kind: Entry['kind']): readonly Entry[] =>
  ledger.entries.filter((entry) => entry.kind === kind && entry.status === 'stands');

/** The whole ledger with ids, compact; "(nothing yet)" when it is empty. */
export function renderLedger(ledger: Ledger): string {
  const lines = (kind: Entry['kind']) =>
    standingOf(ledger, kind).map((entry) => `${entry.id}: ${oneLine(entry.what)}${ownWords(entry)}`);
  const past = ledger.entries.filter((entry) => entry.status !== 'stands');
  const text = joined([
    section('Wishes that stand:', lines('wish')),
    section('Facts:', lines('fact')),
    section('Open points:', lines('open')),
    section(
      'No longer holds:',
      past.map((entry) => `${entry.id}: ${oneLine(entry.what)} [${fate(ledger, entry)}]`),
    ),
  ]);
  return text === '' ? '(nothing yet)' : text;
}

/**
 * The consolidated request, for whoever writes the answer: wishes numbered in the order in which they came, with the
 * user's own words where they differ, then facts, open points, and what must not come back. Empty when nothing stands
 * and nothing was taken back.
 */
export function ledgerBrief(ledger: Ledger): string {
  const wishes = standingOf(ledger, 'wish').map(
    (entry, place) => `${place + 1}. ${oneLine(entry.what)}${ownWords(entry)}`,
  );
  const plain = (kind: Entry['kind']) =>
    standingOf(ledger, kind).map((entry) => `- ${oneLine(entry.what)}${ownWords(entry)}`);
  const gone = ledger.entries
    .filter((entry) => entry.status === 'changed' || entry.status === 'withdrawn')
    .map((entry) => {
      const next = ledger.entries.find((one) => one.id === entry.by);
      return next ? `- ${oneLine(entry.what)} (instead: ${oneLine(next.what)})` : `- ${oneLine(entry.what)}`;
    });
  return joined([
    section('What the user asks for, all of it:', wishes),
    section('What the user says is so:', plain('fact')),
    section('Not settled yet:', plain('open')),
    section('No longer wanted or no longer true; do not go back to it:', gone),
  ]);
}
