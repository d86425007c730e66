/**
 * Plays a guessing game: turns until the secret is named, bits that each question gained, against the best one possible.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createCaller, DATA_RULE, dataBlock } from '@sente/language';
import { z } from 'zod';
import type { Played, PlayedTurn } from '../../probe/played.ts';
import type { Play } from '../../probe/probe.ts';
import { shopScene } from '../../shop/scene.ts';
import { bestQuestion, bitsOf } from '../table-bits.ts';
import { answerList } from './answer-list.ts';
import { answerTable } from './answer-table.ts';
import { type ListedThing, type ListGame, shopOf, type TableGame } from './game-case.ts';

/** Most turns of the assistant, unless said otherwise. */
const GAME_TURNS = 20;

/** What a game comes to. `gained` and `shares` hold one number a question. */
interface Tally {
  found: boolean;
  readonly turns: PlayedTurn[];
  taken: number;
  readonly gained: number[];
  readonly shares: number[];
}

/** Guess-who on a table. */
export async function playTableGame(play: Play<TableGame>): Promise<Played> {
  const { case: game, random } = play;
  const shop = shopOf(game);
  const { one, many } = shop.catalog.noun;
  const talk = play.agent.begin(shopScene(shop), { random: random.split('agent'), model: play.model('assistant') });
  const tally = begin();
  let left: readonly number[] = shop.names.map((_, item) => item);
  const floor = Math.log2(left.length);
  let said = `I have thought of one of your ${many}, and you are to find out which ${one} it is. Ask me about it.`;
  await converse(
    play,
    tally,
    () => said,
    async (heard) => {
      const turn = await talk.say(heard);
      const answered = answerTable(shop, game.secret, left, turn.text);
      for (const question of answered.questions.slice(0, 1)) {
        const form = question.value === undefined ? 'open' : 'yes-no';
        const best = bestQuestion(shop.catalog, left, form, 'all')?.bits ?? 0;
        if (best > 1e-9) tally.shares.push(Math.min(1, bitsOf(shop.catalog, left, question, 'all') / best));
      }
      if (answered.questions.length > 0) tally.gained.push(Math.log2(left.length / Math.max(1, answered.left.length)));
      left = answered.left;
      said = answered.text;
      return { turn, found: answered.found, note: `${left.length} left` };
    },
  );
  return finish(tally, floor, play.turns ?? GAME_TURNS);
}

/** Twenty questions on a list. */
export async function playListGame(play: Play<ListGame>): Promise<Played> {
  const { case: game, random } = play;
  const user = play.model('user');
  const talk = play.agent.begin(
    { instructions: listInstructions(game.things) },
    { random: random.split('agent'), model: play.model('assistant') },
  );
  const tally = begin();
  let left: readonly number[] = game.things.map((_, k) => k);
  let said = 'I have thought of one of them. Find out which: I answer yes or no.';
  await converse(
    play,
    tally,
    () => said,
    async (heard) => {
      const turn = await talk.say(heard);
      const answered = answerList(game.things, game.secret, left, turn.text);
      if (answered.left && !answered.found) {
        tally.gained.push(Math.log2(left.length / Math.max(1, answered.left.length)));
        if (left.length > 1)
          tally.shares.push(
            binaryBits(answered.left.length / left.length) / binaryBits(Math.floor(left.length / 2) / left.length),
          );
      }
      said = answered.left || !user ? answered.text : await asModel(user, game.things[game.secret].name, turn.text);
      left = answered.left ?? left;
      return { turn, found: answered.found, note: answered.left ? `${left.length} left` : 'not about the list' };
    },
  );
  return finish(tally, Math.log2(game.things.length), play.turns ?? GAME_TURNS);
}

/** The system prompt of twenty questions: the list, and the rules. */
function listInstructions(things: readonly ListedThing[]): string {
  const lines = things.map(({ name, kind }, k) => `${k + 1}. ${name}${kind ? ` (${kind.toLowerCase()})` : ''}`);
  return `You play a guessing game. The other player has thought of one thing on this list. In each turn, put one question that can be answered with yes or no. When you know which thing it is, name it in a question.\n\n${lines.join('\n')}`;
}

const SYSTEM = `You play a guessing game: you have thought of one thing, and the other player asks about it. Answer truthfully with yes, no, or unknown where neither is right.
${DATA_RULE}
Reply with JSON only: {"answer": "yes"}, {"answer": "no"} or {"answer": "unknown"}.`;
const ANSWER = z.object({ answer: z.enum(['yes', 'no', 'unknown']).catch('unknown') });

async function asModel(model: LanguageModelV4, secret: string, question: string): Promise<string> {
  const prompt = [dataBlock('the thing', secret), dataBlock('question', question)].join('\n\n');
  const { answer } = await createCaller(model).json({
    label: 'answer',
    system: SYSTEM,
    prompt,
    schema: ANSWER,
    maxTokens: 50,
  });
  return { yes: 'Yes.', no: 'No.', unknown: 'I cannot say. Ask me something else about it.' }[answer];
}

function begin(): Tally {
  return { found: false, turns: [], taken: 0, gained: [], shares: [] };
}

async function converse(
  play: Play<TableGame> | Play<ListGame>,
  tally: Tally,
  said: () => string,
  take: (heard: string) => Promise<{ turn: { text: string }; found: boolean; note: string }>,
): Promise<void> {
  const record = (turn: PlayedTurn): void => {
    tally.turns.push(turn);
    play.record(turn);
  };
  while (tally.taken < (play.turns ?? GAME_TURNS) && !tally.found) {
    record({ speaker: 'user', text: said() });
    const { turn, found, note } = await take(said());
    tally.taken++;
    tally.found = found;
    record({ speaker: 'assistant', ...turn, note: found ? 'found' : note });
  }
  if (tally.found) record({ speaker: 'user', text: said() });
}

/** A game that was not won counts as one turn more than it had. */
function finish({ found, turns, taken, gained, shares }: Tally, floor: number, most: number): Played {
  const used = found ? taken : most + 1;
  return {
    figures: {
      found: Number(found),
      turns: used,
      floor,
      ...(gained.length > 0 && { bits: gained.reduce((a, b) => a + b, 0) / gained.length }),
      ...(shares.length > 0 && { 'bits-share': shares.reduce((a, b) => a + b, 0) / shares.length }),
    },
    turns,
    loss: Math.min(1, Math.max(0, (used - floor) / (most + 1 - floor))),
  };
}

/** Entropy of a yes with chance p, in bits. */
function binaryBits(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p));
}
