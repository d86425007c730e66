/**
 * The reader's form as it comes back: taken as it is meant, whatever shape a rough model gives it.
 * @module
 */
import { z } from 'zod';
import type { Session } from '../session/session.ts';
import type { GoalReading, Reading, TurnKind } from './reading.ts';
import { flag, inPercent, isNothing, listOf, share, tenth, words } from './tolerant.ts';

const KINDS: readonly TurnKind[] = ['new', 'follow', 'more', 'change', 'reply', 'talk'];
const WENT: readonly GoalReading['went'][] = ['along', 'not-now', 'refused', 'past'];

/** A sentence and the words it came from: a pair, an object or a bare sentence. */
const quoted = z.preprocess(
  (value) => {
    if (Array.isArray(value)) return { what: value[0], words: value[1] ?? value[0] };
    if (typeof value === 'string') return { what: value, words: value };
    if (value && typeof value === 'object') {
      const { what, wish, fact, sentence, words: own, quote } = value as Record<string, unknown>;
      return { what: what ?? wish ?? fact ?? sentence, words: own ?? quote ?? '' };
    }
    return value;
  },
  z.object({ what: words, words }),
);

const changed = z.preprocess(
  (value) => {
    if (Array.isArray(value)) return { id: value[0], what: value[1], words: value[2] ?? value[1] };
    return value;
  },
  z.object({ id: words, what: words, words: words.default('') }),
);

const user = z.preprocess(
  (value) => (typeof value === 'string' ? { wants: value } : value),
  z.object({
    wants: words,
    good: words.default(''),
    next: words.default(''),
    share: share.default(1),
    was: words.catch('').default(''),
  }),
);

const goal = z.object({ id: words, went: words, share: share.default(0), found: words.default('') });

/** The people's shares, read as one row: a 1 beside a 97 is one in a hundred, a 1 alone is everybody. */
function sharesTogether(people: unknown): unknown {
  if (!Array.isArray(people)) return people;
  const shares = inPercent(people.map((one) => one?.share)) as unknown[];
  return people.map((one, i) =>
    one && typeof one === 'object' && 'share' in one ? { ...one, share: shares[i] } : one,
  );
}

/** The form, filled in. */
export interface ReadForm {
  readonly kind: string;
  readonly wishes: readonly Quoted[];
  readonly facts: readonly Quoted[];
  readonly changed: readonly (Quoted & { readonly id: string })[];
  readonly withdrawn: readonly string[];
  readonly served: readonly string[];
  readonly fits: Readonly<Record<string, number>> | readonly number[];
  readonly users: readonly { wants: string; good: string; next: string; share: number; was: string }[];
  readonly hard: boolean;
  readonly artefact: boolean;
  readonly goals: readonly { id: string; went: string; share: number; found: string }[];
  readonly dismissed: boolean;
  readonly missing: string;
  readonly decide: string;
  readonly release: readonly string[];
}

/** A sentence and the user's words for it. */
interface Quoted {
  readonly what: string;
  readonly words: string;
}

/** The form. */
export const readForm: z.ZodType<ReadForm> = z.object({
  kind: words.default('more'),
  wishes: listOf(quoted),
  facts: listOf(quoted),
  changed: listOf(changed),
  withdrawn: listOf(words),
  served: listOf(words),
  fits: z.preprocess((value) => value ?? {}, z.union([z.record(z.string(), tenth), z.array(tenth)])).catch({}),
  users: z.preprocess(sharesTogether, listOf(user)),
  hard: flag,
  artefact: flag,
  goals: listOf(goal),
  dismissed: flag,
  missing: words.catch('').default(''),
  decide: words.catch('').default(''),
  release: listOf(words),
});

/** The reading that a filled-in form means for a session. `artefactAt`: position of the assistant's last message, or −1. */
export function toReading(form: ReadForm, session: Session, artefactAt: number): Reading {
  const kind = KINDS.find((known) => form.kind.toLowerCase().includes(known)) ?? 'more';
  const marks = form.fits;
  const fits = session.intents.map(
    ({ id }, i) => (Array.isArray(marks) ? marks[i] : (marks as Record<string, number>)[id]) ?? 1,
  );
  return {
    kind,
    ledger: {
      add: [
        ...form.wishes.map((entry) => ({ kind: 'wish' as const, ...entry })),
        ...form.facts.map((entry) => ({ kind: 'fact' as const, ...entry })),
      ],
      change: form.changed,
      withdraw: form.withdrawn,
      settle: form.served,
    },
    imagined: form.users.map(({ wants, good, next, share: weight, was }) => ({
      wants,
      good,
      next: isNothing(next) ? '' : next,
      weight,
      ...(session.intents.some(({ id }) => id === was) && { was }),
    })),
    fits,
    goals: form.goals
      .filter(({ id }) => session.goals.some((known) => known.id === id))
      .map(({ id, went, share: reached, found }) => ({
        id,
        went: WENT.find((known) => went.toLowerCase().replace(/[ _]/g, '-').includes(known)) ?? 'past',
        share: reached,
        found,
      })),
    dismissed: form.dismissed,
    isHard: form.hard,
    missing: isNothing(form.missing) ? '' : form.missing.trim(),
    commit: isNothing(form.decide) ? '' : form.decide.trim(),
    // What the host decided, only the host releases: a reader may be talked into it.
    release: form.release.filter((id) => session.vault.commitments.some((one) => one.id === id && one.turn >= 0)),
    artefact: form.artefact ? artefactAt : -1,
  };
}
