import { describe, expect, it } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { createListener } from './listener.ts';

const catalog = builtinCatalog();
const listen = createListener(catalog);

/** Wishes as "values of an attribute", or as the bounds of a number. */
function wishesIn(text: string): string[] {
  return listen(text, {}).flatMap((move) => {
    if (move.kind !== 'wish') return [];
    const { wish } = move;
    if (wish.kind === 'range') return [`${wish.low ?? ''}–${wish.high ?? ''}`];
    const values = wish.values.map((value) => catalog.attributes[wish.attribute].values[value]);
    return [`${wish.kind} ${values.sort().join('/')}`];
  });
}

describe('a correction within one message takes the place of what it corrects', () => {
  it.each([
    ['demanding, no wait, easy', ['is easy']],
    ["I'd like demanding. On second thoughts, the difficulty should be easy or moderate.", ['is easy/moderate']],
    ["I'd like to go in July. Actually, I changed my mind: I'd like to go in August.", ['is August']],
    ['Max 7 days. Actually, 9 days or more.', ['9–']],
    ['with lakes, actually with waterfalls', ['is waterfalls']],
    ['easy, guided. Actually, not guided', ['is easy', 'is no']],
  ])('%s', (text, wishes) => {
    expect(wishesIn(text)).toEqual(wishes);
  });

  it('and leaves alone what it only adds to', () => {
    expect(wishesIn("I would like lakes. Actually, I'd like villages too.")).toEqual(['is lakes', 'is villages']);
    expect(wishesIn('easy or moderate')).toEqual(['is easy/moderate']);
  });

  it('hears that something no longer matters', () => {
    const attribute = catalog.attributes.findIndex(({ key }) => key === 'difficulty');
    expect(listen('Come to think of it, the difficulty no longer matters.', {})).toEqual([
      { kind: 'indifferent', attribute },
    ]);
  });
});
