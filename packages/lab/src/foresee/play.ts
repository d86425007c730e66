/**
 * Plays one shopper with an agent, and asks the agent at every turn what the shopper will say next.
 * @module
 */
import type { Talk } from '../agent/agent.ts';
import type { Played, PlayedTurn } from '../probe/played.ts';
import type { Play } from '../probe/probe.ts';
import { shopScene } from '../shop/scene.ts';
import { hikingShop } from '../shop/shop.ts';
import { beginShopper, temperamentFor } from '../users/begin-shopper.ts';
import type { ShopperTalk } from '../users/shopper.ts';
import type { UserTalk } from '../users/user.ts';
import { baseRates, foreseeByRates } from './base-rates.ts';
import type { ForeseeCase } from './case.ts';
import { otherTurns } from './others.ts';
import { asChances, type PredictionScore, scorePrediction, uniform } from './score.ts';

/** Most turns of the assistant, unless said otherwise. */
const TURNS = 6;

interface Moment {
  readonly own: PredictionScore;
  readonly rule: PredictionScore;
  readonly foresaw: boolean;
  readonly chances: readonly number[];
}

/** Plays it. */
export async function playForesee(play: Play<ForeseeCase>): Promise<Played> {
  const shop = hikingShop();
  const { random } = play;
  const turns: PlayedTurn[] = [];
  const record = (turn: PlayedTurn): void => {
    turns.push(turn);
    play.record(turn);
  };
  const people = random.split('user');
  const userModel = play.model('user');
  const user = beginShopper(shop, play.case.intent, play, people, userModel);
  const temperament = temperamentFor(play, people);
  const talk = play.agent.begin(shopScene(shop), { random: random.split('agent'), model: play.model('assistant') });
  const rates = await baseRates(shop);
  const moments: Moment[] = [];
  let text: string | undefined = await user.open();
  record({ speaker: 'user', text });
  for (let turn = 1; turn <= (play.turns ?? TURNS) && text !== undefined; turn++) {
    const reply = await talk.say(text);
    record({ speaker: 'assistant', ...reply });
    const out = saidBy(user);
    text = await user.reply(reply.text);
    if (text === undefined) break;
    const dice = random.split('others').split(turn);
    const place = { shop, temperament, out, assistant: reply.text, truth: text };
    const others = await otherTurns(
      place,
      dice,
      userModel && ((fork) => play.model('user', `${fork} of turn ${turn}`)),
    );
    if (!others) {
      record({ speaker: 'user', text, note: 'not asked about: others would have said the same' });
      continue;
    }
    const truth = dice.split('place').integer(others.length + 1);
    const candidates = [...others.slice(0, truth), text, ...others.slice(truth)];
    const chances = asChances(await foreseen(talk, candidates), candidates.length);
    const given = chances ?? uniform(candidates.length);
    moments.push({
      own: scorePrediction(given, truth),
      rule: scorePrediction(foreseeByRates(shop, rates, reply.text, candidates), truth),
      foresaw: chances !== undefined,
      chances: [...given.slice(truth, truth + 1), ...given.filter((_, i) => i !== truth)],
    });
    record({ speaker: 'user', text, note: noteOn(candidates, given, truth, chances !== undefined) });
  }
  return {
    figures: figuresOf(moments),
    user: { ...user.conduct() },
    detail: { chances: moments.map(({ chances }) => chances) },
    turns,
    loss: moments.length === 0 ? 0 : 1 - mean(moments.map(({ own }) => own.accuracy)),
  };
}

/** Wishes that are out; one, the opening's, where nobody can tell. */
function saidBy(user: UserTalk): number {
  return (user as Partial<ShopperTalk>).said?.length ?? 1;
}

async function foreseen(talk: Talk, candidates: readonly string[]): Promise<readonly number[] | undefined> {
  return talk.foresee?.(candidates);
}

function figuresOf(moments: readonly Moment[]): Record<string, number> {
  if (moments.length === 0) return {};
  const own = (figure: keyof PredictionScore): number => mean(moments.map((moment) => moment.own[figure]));
  const rule = (figure: keyof PredictionScore): number => mean(moments.map((moment) => moment.rule[figure]));
  const even = mean(moments.map(({ chances }) => Math.log2(1 / chances.length)));
  return {
    accuracy: own('accuracy'),
    'log-score': own('logScore'),
    brier: own('brier'),
    'bits-over-uniform': own('logScore') - even,
    'bits-over-rule': own('logScore') - rule('logScore'),
    'accuracy-over-rule': own('accuracy') - rule('accuracy'),
    foresees: mean(moments.map(({ foresaw }) => Number(foresaw))),
  };
}

function noteOn(candidates: readonly string[], chances: readonly number[], truth: number, foresaw: boolean): string {
  if (!foresaw) return 'the agent does not foresee: equal chances';
  const others = candidates.flatMap((text, i) => (i === truth ? [] : [`${Math.round(100 * chances[i])}% “${text}”`]));
  return `foreseen with ${Math.round(100 * chances[truth])}%; ${others.join(', ')}`;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
