/**
 * The simplest rules of the probe: one that always asks, one that never does, and one that asks when much fits.
 * @module
 */
import type { Agent, AgentTurn, Scene, Talk } from '../agent/agent.ts';
import {
  hearNaively,
  leftNaively,
  type NaiveState,
  NOTHING_KNOWN,
  questionText,
  showNaively,
  toAsk,
} from './naive-table.ts';

/** `many` asks when more than this fit. Fixed, and not chosen on the probe's cases: three lists of what is shown. */
const MANY = 9;

/** Decides before each turn whether to ask; `left` is how many items fit the words found so far. */
type WhenToAsk = (left: number, state: NaiveState) => boolean;

/** `always-asks`, `never-asks` and `many` (the last for tables only). */
export const askRules: readonly Agent[] = [
  rule('always-asks', () => true),
  rule('never-asks', () => false),
  rule('many', (left, { named }) => left > MANY && named.length === 0),
];

function rule(name: string, asks: WhenToAsk): Agent {
  return {
    name,
    needsModel: false,
    begin: (scene) => (scene.shop ? tableTalk(scene, asks, NOTHING_KNOWN) : constantTalk(asks(0, NOTHING_KNOWN))),
  };
}

/** On a table: asks until there is nothing to ask, or it is told to show; then shows. */
function tableTalk(scene: Scene, asks: WhenToAsk, known: NaiveState): Talk {
  const shop = scene.shop!;
  let state = known;
  return {
    async say(text): Promise<AgentTurn> {
      state = hearNaively(shop, state, text);
      const wanted = /\b(?:show me|no more questions|stop asking|just (?:recommend|show|give))\b/i.test(text);
      const attribute = !wanted && asks(leftNaively(shop, state).length, state) ? toAsk(shop, state) : undefined;
      if (attribute !== undefined) {
        state = { ...state, asked: [...state.asked, attribute] };
        return { text: questionText(shop, attribute), act: 'ask' };
      }
      const { text: shown, items } = showNaively(shop, state);
      state = { ...state, shown: [...state.shown, ...items] };
      return { text: shown, act: 'recommend' };
    },
    fork: () => tableTalk(scene, asks, state),
  };
}

/** Where there is no table, it says the same whatever it hears. */
function constantTalk(asks: boolean): Talk {
  const turn: AgentTurn = asks
    ? { text: 'Could you tell me what exactly you mean?', act: 'ask' }
    : { text: 'Open, as far as one can tell.', act: 'answer' };
  return { say: async () => turn, fork: () => constantTalk(asks) };
}
