import { describe, expect, it } from 'vitest';
import { guardText, type TextGuard } from './guard-text.ts';
import { all, letters, tap } from './letters.test.support.ts';
import { fromParts, type Source } from './source.ts';

/** Holds back whatever could become "otter". */
function guard(): TextGuard {
  let held = '';
  let leaked = false;
  return {
    push(delta) {
      if (leaked) return '';
      held += delta;
      const at = held.indexOf('otter');
      if (at >= 0) {
        leaked = true;
        const out = held.slice(0, at);
        held = '';
        return out;
      }
      const keep = [4, 3, 2, 1].find((length) => 'otter'.startsWith(held.slice(-length)) && held.length >= length) ?? 0;
      const out = held.slice(0, held.length - keep);
      held = held.slice(held.length - keep);
      return out;
    },
    end() {
      const out = held;
      held = '';
      return leaked ? '' : out;
    },
    get leaked() {
      return leaked;
    },
  };
}
const sent: string[] = [];
const guarding = (source: Source<string | Error>, second?: (string | Error)[]) => {
  sent.length = 0;
  let leaks = 0;
  const guarded = guardText(source, {
    form: letters,
    guard,
    again:
      second &&
      (async (seen) => {
        sent.push(seen);
        return fromParts(second);
      }),
    safe: 'Not telling.',
    caught: () => leaks++,
  });
  return { guarded, leaks: () => leaks };
};

describe('guardText', () => {
  it('lets a clean reply through, whatever it holds back on the way', async () => {
    const { guarded, leaks } = guarding(fromParts(['', 'not ', 'an ot', 'her o', '|', '!zoom', 'ott']));
    const parts = await all(guarded);
    expect(parts.join('')).toBe('not an other o|!zoomott');
    expect(leaks()).toBe(0);
  });

  it('drops thinking', async () => {
    expect(await all(guarding(fromParts(['~otter', 'hi', '|'])).guarded)).toEqual(['hi', '|']);
  });

  it('writes anew after a leak, with the headers of the first reply', async () => {
    const { guarded, leaks } = guarding(fromParts(['', 'ot', 'ter', ' it is', '|']), ['', 'Guess!', '|']);
    expect(await all(guarded)).toEqual(['', 'Guess!', '|']);
    expect(leaks()).toBe(1);
    expect(sent).toEqual(['']);
  });

  it('carries on where the first reply was cut', async () => {
    const { guarded } = guarding(fromParts(['It is an ', 'otter', '|']), ['Guess!', '|']);
    expect((await all(guarded)).join('')).toBe('It is an |… |Guess!|');
    expect(sent).toEqual(['It is an ']);
  });

  it.each([[['an otter!', '|']], [['otter']], [[new Error('500')]]])(
    'says a safe sentence when the second try is no good: %j',
    async (second) => {
      const { guarded } = guarding(fromParts(['otter', '|']), second);
      const words = (await all(guarded)).join('');
      expect(words).not.toContain('otter');
      expect(words).toContain('Not telling.');
      expect(words.endsWith('!stop')).toBe(true);
    },
  );

  it('says a safe sentence when there is no second try', async () => {
    expect(await all(guarding(fromParts(['otter', '|'])).guarded)).toEqual(['Not telling.', '|', '!stop']);
  });

  it('lets the first upstream go at a leak, and the present one when it is cancelled', async () => {
    const first = tap();
    const second = tap();
    const guarded = guardText(first.source, { form: letters, guard, again: async () => second.source, safe: 'x' });
    first.give('otter');
    const waits = guarded.next();
    second.give('Guess!');
    expect((await waits).value).toBe('Guess!');
    expect(first.cancelled).toHaveLength(1);
    const last = guarded.next();
    guarded.cancel('gone');
    expect((await last).done).toBe(true);
    expect(second.cancelled).toEqual(['gone']);
  });

  it('catches what a leak is made of at the very end', async () => {
    const ends: TextGuard = { push: () => '', end: () => '', leaked: true };
    const guarded = guardText(fromParts(['a']), { form: letters, guard: () => ends, safe: 'x' });
    expect(await all(guarded)).toEqual(['x', '|', '!stop']);
  });
});
