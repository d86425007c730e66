/**
 * Keeps private commitments out of a reply while it streams. A leak is caught in the window that the guard holds back,
 * so what is caught was never sent: the rest is cut, the reply is written anew once with a stronger note, and if that
 * leaks too, a safe sentence stands in its place.
 *
 * The model's thinking, which speaks of the secrets that it was told, does not go out at all.
 * @module
 */
import type { PartForm } from './part-form.ts';
import { partsOf, type Source, through } from './source.ts';

/** Holds back what may become a leak; `push` and `end` give what may go out. */
export interface TextGuard {
  push(delta: string): string;
  end(): string;
  readonly leaked: unknown;
}

/** How to guard. */
export interface GuardRules<Part> {
  readonly form: PartForm<Part>;
  /** A fresh guard; one for each piece of running text. */
  guard(): TextGuard;
  /** Writes the reply anew, knowing what the user has seen of it. Nothing when there is no second try. */
  again?(sent: string): PromiseLike<Source<Part>>;
  /** What is said when nothing else can be. */
  readonly safe: string;
  /** Told of every leak that was caught. */
  caught?(): void;
}

/** What a run over one reply came to. */
type Run = 'through' | 'leaked';

/** The guarded reply. */
export function guardText<Part>(source: Source<Part>, rules: GuardRules<Part>): Source<Part> {
  const { form, again, safe, caught } = rules;
  const ending = form.ending();
  let current = source;
  let isGone = false;
  let sent = '';

  /** One reply up to its end or its first leak. */
  async function* run(isSecond: boolean): AsyncGenerator<Part, Run> {
    let guard: TextGuard | undefined;
    let last: Part | undefined;
    const pass = function* (part: Part | undefined, text: string): Generator<Part> {
      if (part === undefined) return;
      sent += text;
      ending.see(part);
      yield part;
    };
    for await (const whole of partsOf(current)) {
      const failure = isSecond ? form.failure(whole) : undefined;
      if (failure !== undefined) throw failure.error; // the first reply's failure is for others to judge
      const part = form.hush(whole);
      if (part === undefined || (isSecond && form.isOpening(part))) continue;
      const text = form.text(part);
      const isBoundary = form.isBoundary(part);
      if (text === '' && !isBoundary) {
        yield* pass(part, '');
        continue;
      }
      guard ??= rules.guard();
      let out = text === '' ? '' : guard.push(text);
      if (isBoundary) out += guard.end();
      if (guard.leaked) {
        // A part that is a whole reply goes out whole or not at all.
        if (text !== '' && !isBoundary && out !== '') yield* pass(form.withText(part, out), out);
        return 'leaked';
      }
      if (text === '') {
        if (out !== '' && last !== undefined) yield* pass(form.withText(last, out), out);
        yield* pass(part, '');
      } else if (out !== '' || isBoundary) yield* pass(form.withText(part, out), out);
      if (text !== '') last = part;
      if (isBoundary) guard = undefined;
    }
    const held = guard?.end() ?? '';
    if (guard?.leaked) return 'leaked';
    if (held !== '' && last !== undefined) yield* pass(form.withText(last, held), held);
    return 'through';
  }

  async function* parts(): AsyncGenerator<Part, void> {
    if ((yield* run(false)) === 'through') return;
    caught?.();
    current.cancel();
    if (again !== undefined && !isGone) {
      try {
        current = await again(sent);
        if (isGone) current.cancel();
        const opened = sent;
        for (const part of ending.close()) yield part;
        if (opened !== '') yield* words('… ');
        const second = yield* run(true);
        if (second === 'through') return;
        caught?.();
      } catch {
        // The second try failed: the safe sentence serves.
      }
      current.cancel();
    }
    if (isGone) return;
    yield* words(sent === '' ? safe : `… ${safe}`);
    yield* ending.finish(false);
  }

  function* words(text: string): Generator<Part> {
    for (const part of ending.words(text)) {
      ending.see(part);
      yield part;
    }
  }

  return through(parts(), (reason) => {
    isGone = true;
    current.cancel(reason);
  });
}
