import { describe, expect, it } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { closeAttribute, startState } from '../domain/state.ts';
import { indexCatalog } from '../index/catalog-index.ts';
import { worthOfOpenQuestion } from './open-question.ts';
import { createShopkeeper } from './shopkeeper.ts';
import { saysAll, WHY_WHAT_ELSE } from './what-else.ts';

const catalog = builtinCatalog();
const WHAT_ELSE = /\b(?:what else|what matters|most important|matters to you)\b/i;

/** Says these in turn; the last reply, and whether each reply was the open question. */
function talk(...said: string[]) {
  const keeper = createShopkeeper(catalog, { seed: 3 });
  const replies = said.map((text) => keeper.say(text));
  return { last: replies.at(-1)!, asked: replies.map(({ text }) => WHAT_ELSE.test(text)) };
}

describe('what else matters', () => {
  it('is asked while much fits, as long as wishes come', () => {
    const { asked, last } = talk('an easy trip in September', 'it should be guided');
    expect(asked).toEqual([true, true]);
    expect(last.act).toBe('ask');
    expect(last.decision.candidates[0].label).toBe('ask what else matters');
  });

  it.each(["no, that's all", 'nothing else', 'No.', "That's everything, thanks", "I don't mind the rest"])(
    'takes “%s” for the end, and shows what fits',
    (end) => {
      const { last, asked } = talk('an easy trip in September', 'it should be guided', end);
      expect(asked.at(-1)).toBe(false);
      expect(last.act).toBe('recommend');
      expect(last.items.length).toBeGreaterThan(0);
      expect(last.ended).toBe(false);
    },
  );

  it.each(['show me something', 'what do you have?', 'Why don’t you show me something?'])(
    'shows some to whoever says “%s”',
    (text) => {
      const { last } = talk('an easy trip in September', 'it should be guided', text);
      expect(last.items.length).toBeGreaterThan(0);
    },
  );

  it('is not put again where it was not answered', () => {
    const { asked } = talk(
      'an easy trip in September',
      'I cannot say. Ask me something else about it.',
      'guided',
      'in the Alps',
    );
    expect(asked).toEqual([true, false, false, false]);
  });

  it.each(["I don't mind the rest", 'the rest does not matter', "I'm easy about the rest"])(
    'keeps the wishes of whoever says “%s”',
    (text) => {
      const { last } = talk('an easy trip in September', 'it should be guided', text);
      expect(last.text).toMatch(/easy/i);
      expect(last.text).not.toMatch(/start|beginning|all 300/i);
    },
  );

  it.each(['I cannot say', "I don't know", 'thanks', 'Fnord blergh.'])(
    'gives way to a question that is easier, or to a list, for whoever says “%s”',
    (text) => {
      const { last, asked } = talk('an easy trip in September', text);
      expect(asked).toEqual([true, false]);
      expect(['ask', 'recommend', 'offer']).toContain(last.act);
      expect(last.text).not.toMatch(/would that do|say to it|all right, then/i);
    },
  );

  it('says why it was put, and does not put it twice', () => {
    const { last, asked } = talk('an easy trip in September', 'why?');
    expect(last.text).toContain(WHY_WHAT_ELSE);
    expect(last.text).not.toMatch(/would that do|say to it|all right, then|holds for|true of/i);
    expect(asked).toEqual([true, false]);
  });

  it('is never asked by a passive table', () => {
    const keeper = createShopkeeper(catalog, { seed: 3, horizon: 0 });
    expect(keeper.say('an easy trip in September').text).not.toMatch(WHAT_ELSE);
  });
});

describe('the end of wishes', () => {
  it.each(["that's all", 'nothing more', 'nope', "that's it", 'just that', 'up to you', 'no other wishes'])(
    '“%s” is one',
    (text) => {
      expect(saysAll(text)).toBe(true);
    },
  );
  it.each(['all guided trips', 'no dogs', 'nothing above 500 euros', 'not in December', 'it should all be easy'])(
    '“%s” is none',
    (text) => {
      expect(saysAll(text)).toBe(false);
    },
  );
});

describe('the worth of the open question', () => {
  const index = indexCatalog(catalog);

  it('is a value like any other: less than a success, and more than a turn less than nothing', () => {
    const worth = worthOfOpenQuestion(index, startState(index))!;
    expect(worth).toBeGreaterThan(0);
    expect(worth).toBeLessThan(1);
  });

  it('falls with the turns that were taken', () => {
    const late = { ...startState(index), turns: 3 };
    expect(worthOfOpenQuestion(index, late)!).toBeLessThan(worthOfOpenQuestion(index, startState(index))!);
  });

  it('there is none where nothing is left to be said', () => {
    const closed = catalog.attributes.reduce(
      (state, _, attribute) => closeAttribute(index, state, attribute),
      startState(index),
    );
    expect(worthOfOpenQuestion(index, closed)).toBeUndefined();
  });
});
