/**
 * Plays one embedded request: scores the first reply for asking, then goes on with the shopper to what comes of it.
 * @module
 */
import { indexCatalog, type Wish } from '@sente/catalog';
import type { AgentTurn } from '../agent/agent.ts';
import type { Played, PlayedTurn } from '../probe/played.ts';
import type { Play } from '../probe/probe.ts';
import { shopScene } from '../shop/scene.ts';
import { hikingShop, type Shop } from '../shop/shop.ts';
import { beginShopper } from '../users/begin-shopper.ts';
import { hearAssistant } from '../users/hear-assistant.ts';
import { lexiconOf, plainText } from '../users/lexicon.ts';
import type { ShopperTalk } from '../users/shopper.ts';
import type { UserTalk } from '../users/user.ts';
import { tellsFact, tellsNumber } from './direct-questions.ts';
import { ExactBelief } from './exact-belief.ts';
import { asksFor } from './judge.ts';
import { putsQuestion } from './read-questions.ts';
import type { RequestCase } from './requests.ts';
import { valuesOf } from './table-bits.ts';

/** Most turns of the assistant, unless said otherwise. */
const REQUEST_TURNS = 8;
/** Question budgets at which the gain is read: 0 … this. */
export const MOST_BUDGET = 3;
/** Of a list, only so many count as recommended. */
const LOOKED_AT = 3;
const PRESSES: readonly string[] = [
  'Please stop asking, and just show me what you would recommend.',
  'I have answered enough: show me your suggestions now.',
  'I would rather not answer more questions. Show me something.',
];

/** Plays it. */
export async function playRequest(play: Play<RequestCase>): Promise<Played> {
  const shop = hikingShop();
  const { case: request, random } = play;
  const talk = play.agent.begin(shopScene(shop), {
    random: random.split('agent'),
    model: play.model('assistant'),
  });
  const turns: PlayedTurn[] = [];
  const record = (turn: PlayedTurn): void => {
    turns.push(turn);
    play.record(turn);
  };
  const note = (turn: AgentTurn, what: string): PlayedTurn => ({ speaker: 'assistant', ...turn, note: what });

  record({ speaker: 'user', text: request.request });
  let reply = await talk.say(request.request);
  const asks = await asksFor(request.request, reply.text, play.model('judge'));
  if (request.direct) return playDirect();

  const said = request.intent.wishes.slice(0, request.said);
  const opening = { text: request.request, attributes: said.map(({ attribute }) => attribute) };
  const user = beginShopper(shop, request.intent, play, random.split('user'), play.model('user'), { opening });
  const belief = new ExactBelief(shop, indexCatalog(shop.catalog), request.intent.wishes, request.said);
  const outcomes = new Map<number, number>();
  const worth: { bits: number; share?: number }[] = [];
  let served = false;
  let questions = 0;
  let settled = false;
  const mostTurns = play.turns ?? REQUEST_TURNS;
  for (let turn = 1; ; turn++) {
    const heard = hearAssistant(shop, reply.text);
    const hit = suits(heard.items);
    const asking = turn === 1 ? asks : putsQuestion(reply.text);
    if (!settled && questions <= MOST_BUDGET) {
      if (heard.items.length > 0) outcomes.set(questions, hit);
      else if (asking) outcomes.set(questions, await pressed(questions));
    }
    if (heard.items.length > 0 && !asking) settled = true;
    record(note(reply, noteOn(asking, heard.items.length > 0 ? hit : undefined)));
    // Whatever stands in the reply is looked at, not the first three alone: people read to the end.
    served = heard.items.some((item) => request.intent.acceptable.includes(item));
    const words = turn < mostTurns || served ? await user.reply(reply.text) : undefined;
    if (words === undefined) break;
    record({ speaker: 'user', text: words });
    if (served) break;
    if (asking) {
      questions++;
      const leavesOpen = heard.isOpen && heard.questions.length === 0;
      worth.push(belief.take(heard.questions, outBy(user, words, request, shop), leavesOpen));
    }
    reply = await talk.say(words);
  }

  const gains = gainsAt(outcomes);
  const shares = worth.flatMap(({ share }) => share ?? []);
  const isOpen = request.cell === 'open';
  return {
    figures: {
      asked: Number(asks),
      served: Number(served),
      ...(isOpen && { questions, ...gains }),
      ...(isOpen && worth.length > 0 && { bits: mean(worth.map(({ bits }) => bits)) }),
      ...(isOpen && shares.length > 0 && { 'bits-share': mean(shares) }),
    },
    // The first line of a closed request is the probe's doing: it tells all wishes at once.
    ...(isOpen && { user: { ...user.conduct() } }),
    turns,
    loss: (Number(asks !== isOpen) + Number(!served)) / 2,
  };

  /** 1 when one of the first items is what the shopper would take. */
  function suits(items: readonly number[]): number {
    return Number(items.slice(0, LOOKED_AT).some((item) => request.intent.acceptable.includes(item)));
  }

  /** What would have been shown had the user refused this question. Leaves the conversation as it is. */
  async function pressed(budget: number): Promise<number> {
    const dice = random.split('press').split(budget);
    const branch = talk.fork({ random: dice.split('agent'), model: play.model('assistant', `press ${budget}`) });
    return suits(hearAssistant(shop, (await branch.say(dice.pick(PRESSES))).text).items);
  }

  async function playDirect(): Promise<Played> {
    let tells = answersDirectly(shop, request, reply.text);
    // A question that comes beside the full answer makes nothing clearer about it.
    const asked = asks && !tells;
    record(note(reply, tells ? (asks ? 'answers, and asks for something else' : 'answers') : noteOn(asked, undefined)));
    const besides = Number(asks && tells);
    if (!tells) {
      const again = `I only want to know this: ${request.request}`;
      record({ speaker: 'user', text: again });
      reply = await talk.say(again);
      tells = answersDirectly(shop, request, reply.text);
      record(note(reply, tells ? 'answers' : 'does not answer'));
    }
    return {
      figures: { asked: Number(asked), besides, served: Number(tells) },
      turns,
      loss: (Number(asked) + Number(!tells)) / 2,
    };
  }
}

/**
 * Wishes that have come out by the user's latest turn, as they are in truth. A scripted shopper knows what it has told; of
 * a user played by a model, what it speaks of counts.
 */
function outBy(user: UserTalk, words: string, { intent }: RequestCase, shop: Shop): readonly Wish[] {
  if ('said' in user) return (user as ShopperTalk).said;
  const named = new Set(
    lexiconOf(shop)
      .mentions(plainText(words))
      .map(({ attribute }) => attribute),
  );
  return intent.wishes.filter(({ attribute }) => named.has(attribute));
}

/** Whether the reply gives the one right answer. The first item named is the one that counts. */
export function answersDirectly(shop: Shop, { direct }: RequestCase, reply: string): boolean {
  if (!direct) return false;
  if (direct.about === 'count') return tellsNumber(direct.number ?? 0, reply);
  const { item = -1, attribute } = direct;
  if (direct.about !== 'fact' || attribute === undefined) return hearAssistant(shop, reply).items[0] === item;
  // The name is taken out: "The Falls of Marrowdale" does not tell that there are waterfalls.
  const said = reply.replaceAll(shop.names[item], ' ');
  const { catalog } = shop;
  return tellsFact(
    catalog.attributes[attribute],
    valuesOf(catalog, attribute, item),
    catalog.columns[attribute].numbers?.[item],
    said,
  );
}

/** The gain at each budget: what the last showing with at most so many answers was worth. */
function gainsAt(outcomes: ReadonlyMap<number, number>): Record<string, number> {
  let last = 0;
  return Object.fromEntries(
    Array.from({ length: MOST_BUDGET + 1 }, (_, budget) => {
      last = outcomes.get(budget) ?? last;
      return [`gain@${budget}`, last];
    }),
  );
}

function noteOn(asks: boolean, hit: number | undefined): string {
  const shown = hit === undefined ? '' : hit === 1 ? 'shows what suits' : 'shows what does not suit';
  return [asks ? 'asks' : '', shown].filter((part) => part !== '').join(', ') || 'neither asks nor shows';
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
