/**
 * One conversation between the concierge's decisions and a made user of the `offer` probe, in acts and without words. These
 * people can be talked into giving up wishes; three in ten want what no item is.
 * @module
 */
import { decideTurn, indexCatalog, type LearnedValues, startState, type Wish } from '@sente/catalog';
import { createRandom, type Random } from '@sente/engine';
import { type Cell, drawPerson, type Person } from '../../packages/lab/src/offer/cells.ts';
import { foldTurn } from '../../packages/lab/src/offer/fold.ts';
import { OFFER_USERS } from '../../packages/lab/src/offer/temperament.ts';
import { OfferUser } from '../../packages/lab/src/offer/user.ts';
import { makeWorld, type Size } from '../../packages/lab/src/offer/world.ts';
import { rewardOf, type ShopConversation, type Table } from './shop-conversation.ts';

/** Assistant turns after which a user walks away: as many as in the probe. */
const TURNS = 30;

/** One of the probe's worlds, always the same, and its people. */
export function madeTable(size: Size): Table<Person> {
  const world = makeWorld(size, createRandom('made tables').split(size));
  const { catalog } = world;
  const index = indexCatalog(catalog);
  const cell: Cell = { size, share: 0.3, influenceability: 0.5 };
  return {
    catalog,
    draw: (random, number) => drawPerson(cell, world, number, random, OFFER_USERS.mixed),
    wishesOf: ({ wishes }) =>
      [...wishes].map(([attribute, value]): Wish => ({ kind: 'is', attribute, values: [value] })),
    async play(person, learned) {
      const { influenceability } = cell;
      const user = new OfferUser(catalog, person.wishes, person.temperament, influenceability, dice(person, 'user'));
      return converse(index, user, dice(person, 'decisions'), learned);
    },
  };
}

const dice = ({ random }: Person, what: string): Random => random.split(what);

function converse(
  index: ReturnType<typeof indexCatalog>,
  user: OfferUser,
  random: Random,
  learned?: LearnedValues,
): ShopConversation {
  const acts = { ask: 0, recommend: 0 };
  let offers = 0;
  let state = startState(index);
  for (let turn = 1; ; turn++) {
    const act = decideTurn(index, state, learned ? { learned } : {}, random.split(turn)).chosen;
    if (act.kind === 'ask' || act.kind === 'recommend') acts[act.kind]++;
    if (act.facts.some(({ kind }) => kind === 'suggest')) offers++;
    const moves = user.reply(act);
    const taken = moves.find((move) => move.kind === 'accept');
    if (taken || turn === TURNS) {
      return {
        served: taken !== undefined,
        turns: turn,
        ...(taken?.rank !== undefined && { place: taken.rank }),
        questions: acts.ask,
        lists: acts.recommend,
        offers,
        givenUp: user.drift,
        reward: rewardOf(taken !== undefined, turn, acts.ask, user.drift),
      };
    }
    state = foldTurn(index, state, act, moves);
  }
}
