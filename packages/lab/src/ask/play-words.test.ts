import { describe, expect, it } from 'vitest';
import type { WordsCase } from './data/words-case.ts';
import { detailsAsked } from './details.ts';
import { overlap, verdictIn } from './play-words.ts';
import { playOne, scripted } from './scripted.test.support.ts';

const ABOUT_TEXT: WordsCase = {
  kind: 'words',
  id: 'made 1',
  world: 'open',
  cell: 'open',
  set: 'Abg-CoQA',
  instructions: 'Answer from the text.',
  request: 'What did she buy?',
  readings: [{ reply: '“Do you mean the mother?” Yes.', answers: ['a red kite', 'the kite'] }],
  scoring: 'overlap',
};
const TASK: WordsCase = {
  kind: 'words',
  id: 'made 2',
  world: 'open',
  cell: 'open',
  set: 'IN3',
  instructions: 'Carry out tasks.',
  request: 'Plan a party.',
  readings: [],
  missing: [
    {
      description: 'Number of guests',
      importance: 3,
      inquiry: 'How many guests do you expect?',
      options: ['10', '40'],
    },
    {
      description: 'Budget for the party',
      importance: 2,
      inquiry: 'What is your budget?',
      options: ['small', 'large'],
    },
    { description: 'Favourite music', importance: 1, inquiry: 'What music do you like?', options: ['jazz'] },
  ],
};

describe('a request of a data set', () => {
  it('is answered by the user as the data has it, and the answer after that is scored', async () => {
    const asker = scripted('asker', (heard) =>
      heard.length === 1 ? 'Do you mean the mother or the daughter?' : 'A red kite.',
    );
    const { figures, turns } = await playOne(ABOUT_TEXT, asker);
    expect(figures).toEqual({ asked: 1, overlap: 1 });
    expect(turns.map(({ text }) => text)).toContain('“Do you mean the mother?” Yes.');
    const guesser = await playOne(
      ABOUT_TEXT,
      scripted('guesser', () => 'The blue kite.'),
    );
    // blue, kite against kite: 2·1/(2 + 1).
    expect(guesser.figures).toEqual({ asked: 0, overlap: expect.closeTo(2 / 3) });
  });

  it('stops an assistant that goes on asking', async () => {
    const { turns } = await playOne(
      ABOUT_TEXT,
      scripted('nosy', () => 'Which one do you mean?'),
    );
    expect(turns.filter(({ speaker }) => speaker === 'assistant')).toHaveLength(4);
  });

  it('tells what important details were asked about', async () => {
    const one = scripted('one', (heard) =>
      heard.length === 1 ? 'How many guests will there be?' : 'Here is the plan.',
    );
    expect((await playOne(TASK, one)).figures).toEqual({ asked: 1, details: 0.5 });
    const both = scripted(
      'both',
      (heard) =>
        ['How many guests will come?', 'And your budget for the party?'][heard.length - 1] ?? 'Here is the plan.',
    );
    const { figures, turns } = await playOne(TASK, both);
    expect(figures).toEqual({ asked: 1, details: 1 });
    expect(turns[2].text).toMatch(/^Number of guests: (10|40)\.$/);
    expect(
      (
        await playOne(
          TASK,
          scripted('none', () => 'Here is the plan.'),
        )
      ).figures,
    ).toEqual({ asked: 0, details: 0 });
  });
});

it('finds details in questions only, by their words', () => {
  const missing = TASK.missing ?? [];
  expect(detailsAsked('What kind of music should there be?', missing)).toEqual([2]);
  expect(detailsAsked('I take ten guests and a small budget for granted.', missing)).toEqual([]);
  expect(detailsAsked('When is it?', missing)).toEqual([]);
});

it('scores overlap as SQuAD does, and reads the last verdict', () => {
  expect(overlap('The dense brushwood!', 'dense brushwood')).toBe(1);
  expect(overlap('rope', 'ropes')).toBe(0);
  // in, the, old, barn → in old barn; old barn: 2·2/(3 + 2).
  expect(overlap('in the old barn', 'an old barn')).toBeCloseTo(0.8);
  expect(verdictIn('It may be true, yet nothing says so.\nopen')).toBe('open');
  expect(verdictIn('Hard to say.')).toBeUndefined();
});
