/**
 * A passive table that is told everything at once: all turns of the user so far, joined into one new request, each time.
 * It remembers nothing of what it said itself.
 * @module
 */
import type { Agent, AgentContext, Scene, Talk } from './agent.ts';
import { asTurn, keeperFor, type ShopTalkOptions } from './shop-talk.ts';

/** Makes the agent. */
export function freshAgent(name: string, options: ShopTalkOptions): Agent {
  const talk = (scene: Scene, { random }: AgentContext, said: readonly string[]): Talk => {
    let heard = said;
    return {
      open: async () => asTurn(keeperFor(scene, options, random.split(0), name).open()),
      async say(text) {
        heard = [...heard, text];
        const keeper = keeperFor(scene, options, random.split(heard.length), name);
        return asTurn(keeper.say(heard.map(ended).join(' ')));
      },
      notice: async () => ({ text: '', act: 'wait' }),
      forecast: async () => 0.5,
      foresee: async (next) => next.map(() => 1 / next.length),
      fork: (context) => talk(scene, context, heard),
    };
  };
  return {
    name,
    needsModel: false,
    begin(scene, context) {
      // Refuses a scene without a shop at once, as the others do.
      keeperFor(scene, options, context.random, name);
      return talk(scene, context, []);
    },
  };
}

/** A turn with a mark at its end, so that joined turns stay sentences. */
function ended(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) || trimmed === '' ? trimmed : `${trimmed}.`;
}
