/**
 * What needs no planning: the two ends between which every policy of answering lies, and the simplest way to do well.
 * Always answering is `bare`.
 * @module
 */
import type { Agent, AgentContext, Scene, Talk } from '../agent/agent.ts';
import { shopAgents } from '../agent/shop-agents.ts';

const MORE = 'Noted. What else matters to you?';

/** Never answers: nothing is ever too early, and nobody is served. */
export const neverAnswers: Agent = {
  name: 'never-answers',
  needsModel: false,
  begin: () => silent(),
};

function silent(): Talk {
  return {
    say: async () => ({ text: MORE, act: 'ask' }),
    fork: silent,
  };
}

/**
 * Listens and asks for more until the user asks in turn; then it is the bare table. It is told nothing that others are
 * not: it takes a question after the first turn as the sign that all was said, which no person promises.
 */
export const waits: Agent = {
  name: 'waits',
  needsModel: false,
  begin: (scene, context) => listening(bareTalk(scene, context), 0),
};

function bareTalk(scene: Scene, context: AgentContext): Talk {
  const bare = shopAgents.find(({ name }) => name === 'bare');
  if (bare === undefined) throw new RangeError('there is no agent bare');
  return bare.begin(scene, context);
}

/** The user asks, or asks to be shown something. */
const ASKS = /\?|\bshow me\b/i;

function listening(bare: Talk, before: number): Talk {
  let turns = before;
  return {
    async say(text) {
      const reply = await bare.say(text);
      return turns++ > 0 && ASKS.test(text) ? reply : { text: MORE, act: 'ask' };
    },
    fork: (context) => listening(bare.fork(context), turns),
  };
}
