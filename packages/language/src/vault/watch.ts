/**
 * Watches a text for what gives a commitment away, one plain character after the other. Searching a whole text and
 * holding back a stream are both this, so that they never disagree.
 * @module
 */
import { Acrostics, type Spelling } from './acrostic.ts';
import { fold, type Unit } from './fold.ts';
import { type Hit, Matcher } from './matcher.ts';
import { type NeedlePatterns, needlePatterns } from './needle-patterns.ts';
import { type Needle, needlesOf } from './needles.ts';
import type { LeakForm, Pattern } from './pattern.ts';
import { LONGEST_WORD, Spans, type SpanTree, spanTree } from './spans.ts';
import type { Vault } from './vault.ts';

/** What gave a commitment away. */
export interface Leak {
  /** The commitment. */
  readonly id: string;
  /** Where it begins and ends in the text, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly form: LeakForm;
}

interface Watched extends NeedlePatterns {
  readonly id: string;
  readonly needle: Needle;
}

/** A watch over one text. */
export class Watch {
  /** The first leak. */
  leak: Leak | undefined;
  /** The text up to here gives nothing away, once there is a leak. */
  cut: number = Number.POSITIVE_INFINITY;
  private readonly matcher: Matcher<string>;
  private readonly spans: Spans;
  private readonly acrostics: Acrostics;
  /** First letters that spell a secret: noted one character later, since "o t t e r" is rather spelled out. */
  private spelt: { readonly leak: Leak; readonly cut: number } | undefined;
  private word = '';
  private wordFrom = 0;
  private wordTo = 0;

  constructor(vault: Vault, saidByUser: string) {
    const { watched, spans } = lookedFor(vault, saidByUser);
    this.matcher = new Matcher(
      watched.flatMap(({ id, plain, disguised }) => [...plain, ...disguised].map((pattern) => ({ tag: id, pattern }))),
    );
    this.spans = new Spans(spans);
    this.acrostics = new Acrostics(
      watched
        .filter(({ needle }) => needle.kind === 'phrase')
        .map(({ id, needle }): Spelling => ({ id, letters: needle.text.replaceAll(' ', '') })),
    );
  }

  /** Takes the next character. */
  take(unit: Unit): void {
    if (this.leak) return;
    const isInWord = unit.kind === 'letter' || unit.kind === 'digit';
    if (!isInWord) this.closeWord();
    if (unit.kind === 'sign') this.wordInSpan(unit.char, unit.from, unit.to);
    if (isInWord) {
      if (this.word === '') this.wordFrom = unit.from;
      if (this.word.length <= LONGEST_WORD) this.word += unit.char;
      this.wordTo = unit.to;
    }
    const isHeld = isInWord && this.word.length <= LONGEST_WORD;
    this.matcher.take(unit, isHeld ? this.wordFrom : unit.from, this.found);
    this.noteSpelt();
    const spelt = this.acrostics.take(unit);
    if (spelt) {
      const leak: Leak = { id: spelt.id, from: spelt.from, to: unit.to, form: 'acrostic' };
      this.spelt = { leak, cut: Math.min(unit.from, this.hold) };
    }
  }

  /** The text has ended. */
  end(): void {
    if (this.leak) return;
    this.closeWord();
    this.matcher.end(this.found);
    this.noteSpelt();
  }

  /** What stands before this place can be let go; Infinity when all can. */
  get hold(): number {
    const word = this.word !== '' && this.word.length <= LONGEST_WORD ? this.wordFrom : Number.POSITIVE_INFINITY;
    const spelt = this.spelt?.cut ?? Number.POSITIVE_INFINITY;
    return Math.min(word, spelt, this.matcher.hold, this.spans.hold);
  }

  private readonly found = ({ tag, pattern, from, to, cut }: Hit<string>): void => {
    this.note({ id: tag, from, to, form: pattern.form }, cut);
  };

  /** Of what is recognised at one place, the one that begins first counts. */
  private note(leak: Leak, cut: number): void {
    if (cut >= this.cut) return;
    this.leak = leak;
    this.cut = cut;
  }

  private noteSpelt(): void {
    if (this.spelt && !this.leak) this.note(this.spelt.leak, this.spelt.cut);
    this.spelt = undefined;
  }

  private closeWord(): void {
    if (this.word === '') return;
    this.wordInSpan(this.word, this.wordFrom, this.wordTo);
    this.word = '';
  }

  private wordInSpan(word: string, from: number, to: number): void {
    const span = this.spans.word(word, from);
    if (span) this.note({ id: span.id, from: span.from, to, form: 'verbatim' }, span.from);
  }
}

/** What is looked for, once what is known is left out. */
interface LookedFor {
  readonly vault: Vault;
  readonly saidByUser: string;
  readonly watched: readonly Watched[];
  readonly spans: SpanTree;
}

/** Going through all that the user said is most of the work, and one request has several watches: the last few are kept. */
const lately: LookedFor[] = [];
const KEPT = 8;

function lookedFor(vault: Vault, saidByUser: string): LookedFor {
  const known = lately.find((one) => one.vault === vault && one.saidByUser === saidByUser);
  if (known) return known;
  const secret = vault.commitments.filter((one) => !one.isReleased);
  const open = vault.commitments.filter((one) => one.isReleased).map((one) => one.value);
  // What is in the open: nobody learns it from the assistant.
  const said = [saidByUser, ...open].join('\n');
  const watched = unsaid(
    secret.flatMap(({ id, value }) => needlesOf(value).map((needle) => ({ id, needle, ...needlePatterns(needle) }))),
    said,
  );
  const made: LookedFor = { vault, saidByUser, watched, spans: spanTree(secret, said) };
  lately.push(made);
  if (lately.length > KEPT) lately.shift();
  return made;
}

/** Those whose needle does not stand in `said`. */
function unsaid(watched: readonly Watched[], said: string): readonly Watched[] {
  const known = new Set<Watched>();
  const matcher = new Matcher<Watched>(
    (function* (): Generator<{ readonly tag: Watched; readonly pattern: Pattern }> {
      for (const tag of watched) for (const pattern of tag.plain) yield { tag, pattern };
    })(),
  );
  const hit = ({ tag }: Hit<Watched>): void => {
    known.add(tag);
  };
  fold(said, 0, (unit) => matcher.take(unit, unit.from, hit));
  matcher.end(hit);
  return watched.filter((one) => !known.has(one));
}
