import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { HUTS } from '../made-shop.test.support.ts';
import { playOne, scripted } from '../scripted.test.support.ts';
import { answerList, askedSet } from './answer-list.ts';
import { answerTable } from './answer-table.ts';
import { drawGames, type ListGame, type TableGame } from './game-case.ts';
import { gameRules } from './rules.ts';

const [halving, guessing] = gameRules;
const ALL = [0, 1, 2, 3, 4, 5, 6, 7];
const THINGS = ['Apple', 'Plum', 'Car', 'Cart', 'Bus', 'Violin', 'Harp', 'Drum'].map((name, k) => ({
  name,
  aliases: name === 'Bus' ? ['Coach'] : [],
  kind: ['Fruits', 'Vehicles', 'Instruments'][k < 2 ? 0 : k < 5 ? 1 : 2],
}));
const LIST: ListGame = { kind: 'list game', id: 'made', world: 'open', cell: 'list', secret: 3, things: THINGS };

describe('guess-who', () => {
  it('answers open questions with all values and yes/no questions with yes or no, and keeps what agrees', () => {
    const open = answerTable(HUTS, 3, ALL, 'Which size would you like?');
    expect(open).toMatchObject({ text: 'small.', found: false, left: [2, 3] });
    const fuels = answerTable(HUTS, 3, ALL, 'Which fuels should it have?');
    expect(fuels.left).toEqual([3, 7]);
    expect(answerTable(HUTS, 3, ALL, 'Is the side north?')).toMatchObject({ text: 'Yes.', left: [0, 1, 2, 3] });
    expect(answerTable(HUTS, 3, ALL, 'Should it have a sauna?')).toMatchObject({ text: 'No.', left: [1, 3, 5, 7] });
  });

  it('takes up to three names for a guess', () => {
    expect(answerTable(HUTS, 3, ALL, 'Is it Hut Dogwood?').found).toBe(true);
    expect(answerTable(HUTS, 3, ALL, 'Is it Hut Elder?')).toMatchObject({ found: false, left: [0, 1, 2, 3, 5, 6, 7] });
    expect(answerTable(HUTS, 3, ALL, '1. Hut Alder\n2. Hut Birch\n3. Hut Cedar\n4. Hut Dogwood').found).toBe(false);
  });

  it('is won by halving in about the floor of log2(300), and seldom by guessing', async () => {
    const games = drawGames(createRandom(3), 4, 0) as TableGame[];
    for (const game of games) {
      const { figures } = await playOne(game, halving);
      expect(figures.found).toBe(1);
      expect(figures.turns).toBeGreaterThanOrEqual(8);
      expect(figures.turns).toBeLessThanOrEqual(11);
      expect(figures['bits-share']).toBeCloseTo(1);
      expect(figures.floor).toBeCloseTo(Math.log2(300));
    }
  });

  it('counts a game that was not won as one turn more than it had', async () => {
    const [game] = drawGames(createRandom(3), 1, 0) as TableGame[];
    const { figures, loss } = await playOne(
      game,
      scripted('mute', () => 'Hm.'),
      6,
    );
    expect(figures).toMatchObject({ found: 0, turns: 7 });
    expect(loss).toBe(1);
  });
});

describe('twenty questions', () => {
  it('hears names, kinds, places, letters and words of a list', () => {
    const set = (text: string): readonly number[] | undefined => askedSet(THINGS, text);
    expect(set('Is it the cart?')).toEqual([3]);
    expect(set('Is it one of these: Apple; Plum; Coach?')).toEqual([0, 1, 4]);
    expect(set('Is it a fruit?')).toEqual([0, 1]);
    expect(set('Is it a vehicle or an instrument?')).toEqual([2, 3, 4, 5, 6, 7]);
    expect(set('Is it in the first half of the list?')).toEqual([0, 1, 2, 3]);
    expect(set('Is it between 3 and 5?')).toEqual([2, 3, 4]);
    expect(set('Does its name start with a letter from A to C?')).toEqual([0, 2, 3, 4]);
    expect(set('Does its name contain the word “art”?')).toEqual([3]);
    expect(set('Is it heavier than a dog?')).toBeUndefined();
  });

  it('answers truly, and is found by name only', () => {
    expect(answerList(THINGS, 3, ALL, 'Is it a fruit?')).toEqual({
      text: 'No.',
      found: false,
      left: [2, 3, 4, 5, 6, 7],
    });
    expect(answerList(THINGS, 3, ALL, 'Is it the cart?').found).toBe(true);
    expect(answerList(THINGS, 3, ALL, 'Does it hum?').left).toBeUndefined();
  });

  it('is won by halving in log2 questions and a name at most', async () => {
    const { figures } = await playOne(LIST, halving);
    expect(figures).toMatchObject({ found: 1, floor: 3, bits: 1, 'bits-share': 1 });
    expect(figures.turns).toBeLessThanOrEqual(4);
    expect((await playOne(LIST, guessing)).figures.turns).toBe(4);
  });

  it('gives a question that tells nothing no bits', async () => {
    const idle = scripted('idle', (heard) => (heard.length > 2 ? 'Is it the cart?' : 'Is it between 1 and 8?'));
    expect((await playOne(LIST, idle)).figures).toMatchObject({ turns: 3, bits: 0, 'bits-share': 0 });
  });
});
