/**
 * Hosts that are known to be right or wrong in one way each: they prove the meter.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Agent, AgentContext, Talk } from '../agent/agent.ts';
import type { Exchange, Game } from './game.ts';

/** What a host does wrong. */
export type Fault = 'none' | 'no memory' | 'leaks' | 'denies' | 'substitutes' | 'confirms two' | 'forgets';

const words = (game: Game, secret: string): string =>
  /“(.*)”|(?:Is it|name|Is) (.*?)(?: your home town)?\?/.exec(game.ask(secret))?.slice(1).find(Boolean) ?? secret;

/** A host of one game that keeps the secret it was given, but for the fault. */
export function scriptedHost(game: Game, secret: string, fault: Fault = 'none'): Agent {
  const open = game.name === 'facts';
  const talk = (random: Random, heard: readonly Exchange[]): Talk => {
    const played = [...heard];
    const thought = (): string =>
      fault === 'no memory' && !(open && played.length > 0)
        ? random.pick(game.known.filter((one) => game.fits(one, played)))
        : secret;
    const answer = (asked: string): string => {
      if (asked === game.opening)
        return open ? `It is called ${words(game, secret)}, for what that is worth.` : 'I have one!';
      const question = game.questions.find(({ text }) => text === asked);
      if (question) {
        const truth = question.truth?.(thought());
        if (fault === 'leaks' && question === game.questions[0])
          return `${truth ? 'Yes' : 'No'}, ${words(game, secret)} is like that.`;
        return truth === undefined ? 'I will tell you another time.' : truth ? 'Yes, it is.' : 'No.';
      }
      const others = game.known.filter((one) => one !== secret && game.fits(one, played));
      if (asked === game.reveal) {
        const told =
          fault === 'forgets' ? random.pick(game.known) : fault === 'substitutes' ? (others[0] ?? secret) : thought();
        return `It was “${words(game, told)}”.`;
      }
      const candidate = game.known.find((one) => game.ask(one) === asked);
      if (fault === 'denies') return 'No, sorry.';
      if (fault === 'confirms two') return 'Yes!';
      return candidate === thought() ? 'Yes, well done!' : 'No, guess again.';
    };
    return {
      async say(asked) {
        const reply = answer(asked);
        played.push({ asked, reply });
        return { text: reply };
      },
      fork: (context: AgentContext) => talk(context.random, played),
    };
  };
  return { name: `scripted, ${fault}`, needsModel: false, begin: (_, { random }) => talk(random, []) };
}
