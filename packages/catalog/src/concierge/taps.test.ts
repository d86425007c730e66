import { expect, test } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { addWish, startState } from '../domain/state.ts';
import { createListener } from '../hear/listener.ts';
import { indexCatalog } from '../index/catalog-index.ts';
import { sampleCatalog } from '../speak/sample.test.support.ts';
import { optionsOf } from '../speak/scene.ts';

test.each([
  ['the sample', sampleCatalog()],
  ['the catalogue that ships', builtinCatalog()],
])('an answer that is offered, sent back as it stands, is heard as that answer: %s', (_, catalog) => {
  const index = indexCatalog(catalog);
  const listen = createListener(catalog);
  const state = startState(index);
  catalog.attributes.forEach((attribute, position) => {
    if (!attribute.askable || attribute.type === 'boolean') return;
    for (const { words, count } of optionsOf({ index, state }, position).options) {
      const moves = listen(words, { asked: { attribute: position } });
      expect(moves, `${attribute.label}: ${words}`).toHaveLength(1);
      const [move] = moves;
      if (move.kind !== 'wish') throw new Error(`${words} was heard as ${move.kind}`);
      expect(move.wish.attribute, words).toBe(position);
      const left = addWish(index, state, move.wish, words).belief.items.length;
      // A price range is heard with both its bounds; a bound itself may be counted in or out.
      expect(Math.abs(left - count) / catalog.size, `${attribute.label}: ${words}`).toBeLessThan(0.06);
    }
  });
});
