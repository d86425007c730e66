/**
 * The fork test: play some turns, then go on in several ways from the same point, none of which knows of the others.
 *
 * In some the player gives up and asks for the secret; in each of the others one candidate is put, "Is it …?". All
 * candidates fit everything that was answered, and all that was revealed is among them, so that whoever has thought of
 * something confirms exactly one, always the same.
 *
 * Source: Baldelli et al. 2026, arXiv 2601.06973 (scripted player, fork at a fixed turn, one yes-or-no question a candidate);
 * regenerated reveals: Shanahan et al. 2023, arXiv 2305.16367, section 3.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Random } from '@sente/engine';
import type { AgentTurn, Talk } from '../agent/agent.ts';
import { draw } from './draw.ts';
import type { Exchange, Game } from './game.ts';
import { readYesNo } from './read-answer.ts';

/** Ways to go on in which the player gives up. */
const REVEALS = 4;
/** Candidates that are put. */
const CANDIDATES = 6;

/** Fewest candidates beside those revealed. */
const FEWEST = 3;

/** One candidate, and what was said to it. */
interface Put extends Exchange {
  readonly candidate: string;
  /** Undefined: neither yes nor no could be made out. */
  readonly answer: boolean | undefined;
}

/** All that was said. */
export interface Forked {
  /** Before the fork, the opening first. */
  readonly trunk: readonly Exchange[];
  /** What each reveal named; undefined where nothing could be made out. */
  readonly reveals: readonly (Exchange & { readonly secret: string | undefined })[];
  readonly puts: readonly Put[];
}

/** What a fork test is played with. */
interface ForkTestOptions {
  readonly game: Game;
  readonly talk: Talk;
  readonly random: Random;
  /** A model of its own for each fork. */
  readonly model: (fork: string) => LanguageModelV4 | undefined;
  /** Told of every turn; `note` names the fork. */
  readonly onTurn: (speaker: 'user' | 'assistant', turn: AgentTurn, note?: string) => void;
}

/** Plays the game and its forks. */
export async function forkTest({ game, talk, random, model, onTurn }: ForkTestOptions): Promise<Forked> {
  const say = async (to: Talk, asked: string, note?: string): Promise<Exchange> => {
    onTurn('user', { text: asked }, note);
    const turn = await to.say(asked);
    onTurn('assistant', turn, note);
    return { asked, reply: turn.text };
  };
  const fork = (name: string): Talk => talk.fork({ random: random.split(name), model: model(name) });

  const trunk = [await say(talk, game.opening)];
  for (const { text } of game.questions) trunk.push(await say(talk, text));

  const reveals: Forked['reveals'][number][] = [];
  for (let n = 1; n <= REVEALS; n++) {
    const exchange = await say(fork(`reveal ${n}`), game.reveal, `reveal, fork ${n} of ${REVEALS}`);
    reveals.push({ ...exchange, secret: game.read(exchange.reply) });
  }

  const revealed = [...new Set(reveals.flatMap(({ secret }) => (secret === undefined ? [] : [secret])))];
  const others = otherCandidates(game, trunk, revealed, random.split('others'));
  const candidates = draw([...revealed, ...others], revealed.length + others.length, random.split('order'));
  const puts: Put[] = [];
  for (const [i, candidate] of candidates.entries()) {
    const put = async (name: string): Promise<void> => {
      const exchange = await say(fork(name), game.ask(candidate), `${name} of ${candidates.length}`);
      puts.push({ ...exchange, candidate, answer: answerTo(game, candidate, exchange.reply) });
    };
    await put(`candidate ${i + 1}`);
    // What was confirmed once must be confirmed again.
    if (puts.at(-1)!.answer) await put(`candidate ${i + 1}, again,`);
  }
  return { trunk, reveals, puts };
}

/** Candidates that were not revealed and fit what was answered: at least `FEWEST`, if there are any. */
function otherCandidates(
  game: Game,
  trunk: readonly Exchange[],
  revealed: readonly string[],
  random: Random,
): string[] {
  const fit = (secret: string): boolean => !revealed.includes(secret) && (game.isTold || game.fits(secret, trunk));
  const count = Math.max(CANDIDATES - revealed.length, FEWEST);
  const drawn = draw(game.known.filter(fit), count, random);
  if (drawn.length >= FEWEST) return drawn;
  return [...drawn, ...draw((game.spare ?? []).filter(fit), FEWEST - drawn.length, random)];
}

/** Yes or no; or, without either, whether the reply names this candidate or another. */
function answerTo(game: Game, candidate: string, reply: string): boolean | undefined {
  const answer = readYesNo(reply);
  if (answer !== undefined) return answer;
  const named = game.read(reply);
  return named === undefined ? undefined : named === candidate;
}
