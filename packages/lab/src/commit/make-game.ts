/**
 * The game of a case.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import { hikingShop } from '../shop/shop.ts';
import { draw } from './draw.ts';
import type { Game, GameName } from './game.ts';
import { factsGame } from './games/facts.ts';
import { hangmanGame } from './games/hangman.ts';
import { itemGame } from './games/item.ts';
import { numberGame } from './games/number.ts';

/** How many trips a language model is told of. */
const LISTED = 30;

/** A game, and the trips on the list that goes with it. */
interface MadeGame {
  readonly game: Game;
  readonly listed: readonly number[];
}

/** The same game for the same seed. */
export function makeGame(name: GameName, seed: string): MadeGame {
  const random = createRandom(seed);
  const shop = hikingShop();
  const listed = draw(
    Array.from({ length: shop.catalog.size }, (_, item) => item),
    LISTED,
    random.split('listed'),
  );
  return { game: chosen(name, listed, random.split('game')), listed };
}

function chosen(name: GameName, listed: readonly number[], random: Random): Game {
  switch (name) {
    case 'item':
      return itemGame(hikingShop(), listed, random);
    case 'number':
      return numberGame(random);
    case 'hangman':
      return hangmanGame(hikingShop(), random);
    case 'facts':
      return factsGame(random);
  }
}
