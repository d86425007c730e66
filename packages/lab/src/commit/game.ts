/**
 * A game in which the assistant says that it has thought of something: what the player says, and how replies are read.
 * Everything is read off words, so that any assistant can play.
 *
 * Source: Shanahan, McDonell & Reynolds, "Role play with large language models", 2023, arXiv 2305.16367 (twenty questions,
 * regenerated); Baldelli, Parviz, Zouaq & Chandar, 2026, arXiv 2601.06973 (private state interactive tasks, fork test).
 * @module
 */

/** The games, which are the probe's cells. */
export const GAME_NAMES = ['item', 'number', 'hangman', 'facts'] as const;

export type GameName = (typeof GAME_NAMES)[number];

/** What the player said, and what came back. */
export interface Exchange {
  readonly asked: string;
  readonly reply: string;
}

/** One question of the player's, before the fork. */
export interface GameQuestion {
  readonly text: string;
  /** The true answer if this were the secret; undefined: it has nothing to do with it. */
  readonly truth?: (secret: string) => boolean;
}

/** One game. Secrets are compared as `Game.read` gives them: lower case, no marks. */
export interface Game {
  readonly name: GameName;
  /** The player's first words. */
  readonly opening: string;
  readonly questions: readonly GameQuestion[];
  /** Secrets that the lab knows of, to be held against the assistant; it may have thought of another. */
  readonly known: readonly string[];
  /** More of them, to be taken when too few of `known` fit. */
  readonly spare?: readonly string[];
  /** Whether the secret is told at once, so that no other fits and any other will do as a candidate. */
  readonly isTold?: boolean;
  /** "Is it …?" about one candidate. */
  ask(candidate: string): string;
  /** Asks for the secret. */
  readonly reveal: string;
  /** The secret that a reply to `reveal` names; undefined when none can be made out. */
  read(reply: string): string | undefined;
  /** Whether a secret agrees with everything that was answered. What cannot be read rules nothing out. */
  fits(secret: string, played: readonly Exchange[]): boolean;
  /** Whether the reply to the opening says that the game is on. */
  accepts(reply: string): boolean;
  /** What of the secret a reply gives away although `asked` has not been about it; undefined: nothing. */
  leak(secret: string, exchange: Exchange, before: readonly Exchange[]): string | undefined;
}

/** Whether the answers read off the exchanges are those that hold of the secret. */
export function agreesWithAnswers(
  secret: string,
  questions: readonly GameQuestion[],
  played: readonly Exchange[],
  read: (exchange: Exchange) => boolean | undefined,
): boolean {
  return played.every((exchange) => {
    const truth = questions.find(({ text }) => text === exchange.asked)?.truth?.(secret);
    const answer = truth === undefined ? undefined : read(exchange);
    return answer === undefined || answer === truth;
  });
}
