/**
 * The made user: the lab's own code, a stranger to every assistant's picture of its users.
 *
 * What a user does with a turn, in this order:
 * 1. Told that nothing fits (an act that counts 0 items left, names a relaxation, or abstains), the user takes one of
 *    the offered relaxations with chance `influenceability`; otherwise relaxes something of their own choosing: a value
 *    that was only taken on suggestion, if there is one; else the least dear of the wishes spoken so far, given up for
 *    another value (Zipf distributed) or for any, half the time each; a wish that was changed already is given up for
 *    any. Wishes not yet spoken cannot be what failed, as far as the user can see. How dear wishes are is an order of the
 *    user's own, each order equally likely.
 * 2. A recommendation is taken if one of its items breaks no standing wish, and the conversation ends; otherwise it is
 *    turned down, and with chance `explains` one wish that its first item breaks is named.
 * 3. A suggested value that breaks no standing wish is taken with chance `influenceability`, on a slot not yet spoken
 *    about; from then on it is spoken of like a wish, but never counted as one. A suggested value that breaks a wish
 *    is set right with chance `corrects`.
 * 4. A question is answered: the wished value; "no" or "yes" to a question about a value; "I don't mind" where nothing
 *    is wished.
 * 5. With chance `volunteers` one wish nobody asked about is added.
 * A user left with nothing to say says "no".
 *
 * Dice belong to what is decided, not to when: whether this user takes a suggestion about this slot, what is given up
 * first and for what, is the same whoever asks, and in whatever turn. So agents meet the same person.
 *
 * Source of influenceability and of failure as experimental conditions: Balaraman & Magnini 2020, "Proactive systems
 * and influenceable users: simulating proactivity in task-oriented dialogues".
 * @module
 */
import type { Catalog, CatalogAct, Fact, Move } from '@sente/catalog';
import type { Random } from '@sente/engine';
import { Disposition } from './disposition.ts';
import { keeps, type Wishes } from './matching.ts';
import type { Temperament } from './temperament.ts';
import { zipf } from './world.ts';

/** What an assistant's turn says about failure. */
function tellsOfFailure(act: CatalogAct): boolean {
  return (
    act.kind === 'abstain' ||
    act.facts.some((fact) => fact.kind === 'count' && fact.left === 0) ||
    speaksOfRelaxing(act)
  );
}

function speaksOfRelaxing(act: CatalogAct): boolean {
  return act.facts.some((fact) => fact.kind === 'relax');
}

/** One simulated user, in one conversation. */
export class OfferUser {
  readonly #catalog: Catalog;
  readonly #temperament: Temperament;
  readonly #influenceability: number;
  readonly #disposition: Disposition;
  readonly #original: Wishes;
  /** What is still wanted: original wishes, and other values put in their place. */
  readonly #standing: Map<number, number>;
  /** Values taken on suggestion, where nothing was wished. */
  readonly #taken = new Map<number, number>();
  readonly #spoken = new Set<number>();
  readonly #givenUp = new Set<number>();
  #unasked = 0;
  #turn = 0;
  #influenced = false;

  constructor(catalog: Catalog, wishes: Wishes, temperament: Temperament, influenceability: number, random: Random) {
    this.#catalog = catalog;
    this.#original = wishes;
    this.#standing = new Map(wishes);
    this.#temperament = temperament;
    this.#influenceability = influenceability;
    this.#disposition = new Disposition(random);
  }

  /** Original wishes that were given up, for another value or for any. */
  get drift(): number {
    return this.#givenUp.size;
  }

  /** Wishes spoken of without being asked: volunteered, to set a suggestion right, or to explain a refusal. */
  get unasked(): number {
    return this.#unasked;
  }

  /** Whether anything so far hung on influenceability: if not, the conversation is the same at any other. */
  get influenced(): boolean {
    return this.#influenced;
  }

  /** What is wanted now. */
  get standing(): Wishes {
    return this.#standing;
  }

  /** The user's turn after an assistant's turn. Never empty. */
  reply(act: CatalogAct): readonly Move[] {
    this.#turn++;
    const moves: Move[] = tellsOfFailure(act) ? this.#relax(act.facts) : [];
    if (act.kind === 'recommend') {
      const rank = act.items.findIndex((item) => keeps(this.#catalog, item, this.#standing));
      if (rank >= 0) return [...moves, { kind: 'accept', rank: rank + 1 }];
      moves.push({ kind: 'reject' });
      const broken = this.#brokenBy(act.items[0]);
      if (broken.length > 0 && this.#disposition.inclined(this.#temperament.explains, 'explain', this.#turn)) {
        moves.push(this.#volunteer(this.#disposition.dearest(broken)));
      }
    }
    for (const fact of act.facts) if (fact.kind === 'suggest') moves.push(...this.#hearSuggestion(fact));
    if (act.kind === 'ask' && !moves.some((move) => move.kind === 'wish' && move.wish.attribute === act.attribute)) {
      moves.push(this.#answer(act.attribute, act.value));
    }
    const silent = [...this.#standing.keys()].filter((slot) => !this.#spoken.has(slot));
    if (silent.length > 0 && this.#disposition.inclined(this.#temperament.volunteers, 'volunteer', this.#turn)) {
      moves.push(this.#volunteer(this.#disposition.dearest(silent)));
    }
    return moves.length > 0 ? moves : [{ kind: 'no' }];
  }

  #goesAlong(matter: string, slot: number): boolean {
    this.#influenced = true;
    return this.#disposition.inclined(this.#influenceability, matter, slot);
  }

  #brokenBy(item: number): number[] {
    return [...this.#standing]
      .filter(([slot, value]) => this.#catalog.columns[slot].codes[item] !== value)
      .map(([slot]) => slot);
  }

  #say(slot: number): Move {
    this.#spoken.add(slot);
    const value = this.#standing.get(slot) as number;
    return this.#wish(slot, value);
  }

  #volunteer(slot: number): Move {
    this.#unasked++;
    return this.#say(slot);
  }

  #wish(slot: number, value: number): Move {
    const words = this.#catalog.attributes[slot].values[value];
    return { kind: 'wish', wish: { kind: 'is', attribute: slot, values: [value] }, words };
  }

  #answer(slot: number, value: number | undefined): Move {
    const taken = this.#taken.get(slot);
    if (taken !== undefined) return this.#wish(slot, taken);
    const wanted = this.#standing.get(slot);
    if (wanted === undefined) return { kind: 'indifferent', attribute: slot };
    if (value === undefined || value === wanted) return this.#say(slot);
    return { kind: 'no' };
  }

  #hearSuggestion({ attribute, value }: Extract<Fact, { kind: 'suggest' }>): Move[] {
    const wanted = this.#standing.get(attribute);
    if (wanted !== undefined && wanted !== value) {
      return this.#disposition.inclined(this.#temperament.corrects, 'correct', attribute)
        ? [this.#volunteer(attribute)]
        : [];
    }
    if (this.#spoken.has(attribute) || !this.#goesAlong('take', attribute)) return [];
    this.#spoken.add(attribute);
    if (wanted === undefined) this.#taken.set(attribute, value);
    return [this.#wish(attribute, value)];
  }

  #relax(facts: readonly Fact[]): Move[] {
    const offered = facts.filter((fact) => fact.kind === 'relax');
    if (offered.length > 0 && this.#goesAlong('relax', this.#givenUp.size)) {
      return this.#leastPainful(offered).wishes.map(({ attribute }) => this.#giveUp(attribute));
    }
    const taken = [...this.#taken.keys()];
    if (taken.length > 0) return [this.#giveUp(taken[0])];
    const spoken = [...this.#standing.keys()].filter((slot) => this.#spoken.has(slot));
    if (spoken.length === 0) return [];
    const slot = this.#disposition.leastDear(spoken);
    return this.#givenUp.has(slot) || this.#disposition.inclined(0.5, 'any', slot)
      ? [this.#giveUp(slot)]
      : [this.#change(slot)];
  }

  /** The relaxation that gives up fewest wishes, then what is least dear. */
  #leastPainful<Relaxation extends Extract<Fact, { kind: 'relax' }>>(offered: readonly Relaxation[]): Relaxation {
    const pain = ({ wishes }: Relaxation): number =>
      wishes
        .filter(({ attribute }) => this.#standing.has(attribute))
        .reduce((sum, { attribute }) => sum + 1 + this.#disposition.dearness(attribute), 0);
    return offered.reduce((least, other) => (pain(other) < pain(least) ? other : least));
  }

  #giveUp(slot: number): Move {
    if (this.#original.has(slot)) this.#givenUp.add(slot);
    this.#standing.delete(slot);
    this.#taken.delete(slot);
    return { kind: 'indifferent', attribute: slot };
  }

  #change(slot: number): Move {
    const law = zipf(this.#catalog.attributes[slot].values.length);
    law[this.#standing.get(slot) as number] = 0;
    this.#givenUp.add(slot);
    this.#standing.set(slot, this.#disposition.another(slot, law));
    return this.#say(slot);
  }
}
