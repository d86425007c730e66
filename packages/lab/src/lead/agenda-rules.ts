/**
 * The two constants of leading: to raise the next goal in every turn, and never to raise any. Both answer as `bare` does.
 * @module
 */
import type { Agent, AgentTurn, Talk } from '../agent/agent.ts';
import { shopAgents } from '../agent/shop-agents.ts';
import { hikingShop } from '../shop/shop.ts';
import { AGENDA_GOALS, toldIn } from './agenda-goals.ts';

const bare = shopAgents.find(({ name }) => name === 'bare')!;

/** Answers as `bare`, and never raises a goal. */
export const neverLead: Agent = {
  name: 'never-lead',
  needsModel: false,
  begin: ({ goals: _, ...scene }, context) => bare.begin(scene, context),
};

/** Answers as `bare`, and raises the next goal that was not reached, in turn, in every turn. */
export const alwaysLead: Agent = {
  name: 'always-lead',
  needsModel: false,
  begin: ({ goals: _, ...scene }, context) => leading(bare.begin(scene, context), AGENDA_GOALS),
};

function leading(talk: Talk, start: typeof AGENDA_GOALS): Talk {
  let open = start;
  const shop = hikingShop();
  return {
    async say(text) {
      open = open.filter((goal) => !toldIn(shop, goal, text));
      const turn = await talk.say(text);
      const [next, ...others] = open;
      if (!next) return turn;
      open = [...others, next];
      const { decision: _, ...plain } = turn;
      return { ...plain, text: `${turn.text} ${next.words}`, act: 'lead' } satisfies AgentTurn;
    },
    fork: (context) => leading(talk.fork(context), open),
  };
}
