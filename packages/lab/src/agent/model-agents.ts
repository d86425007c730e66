/**
 * The agents that a language model can be: as it is, prompted, starting afresh in every turn, asking one thing a turn,
 * and with initiative. All get the same scene.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Agent, AgentContext, Scene, Talk } from './agent.ts';
import { asOneRequest, plainTalk } from './plain-talk.ts';
import { senteTalk } from './sente-talk.ts';

/** What is usually tried to get initiative out of a model. */
export const PROMPTED =
  'Be proactive: ask when the request is unclear, offer what will be needed, and lead the conversation where that helps.';

/** The classic form filler: asks before it answers, and speaks when it is spoken to. */
const REACTIVE =
  'Before you answer, ask for what is still missing, one thing in a message. Answer when nothing is missing. Say nothing that you were not asked for.';

function modelAgent(name: string, begin: (scene: Scene, model: LanguageModelV4, context: AgentContext) => Talk): Agent {
  return {
    name,
    needsModel: true,
    begin(scene, context) {
      if (!context.model) throw new TypeError(`the agent '${name}' needs context.model`);
      return begin(scene, context.model, context);
    },
  };
}

const withSentence = (scene: Scene, sentence: string): string => `${scene.instructions}\n\n${sentence}`.trim();

/** In the order of a report. */
export const modelAgents: readonly Agent[] = [
  modelAgent('bare', ({ instructions }, model) => plainTalk({ system: instructions, model })),
  modelAgent('prompted', (scene, model) => plainTalk({ system: withSentence(scene, PROMPTED), model })),
  modelAgent('fresh', ({ instructions }, model) => plainTalk({ system: instructions, model, shape: asOneRequest })),
  modelAgent('reactive', (scene, model) => plainTalk({ system: withSentence(scene, REACTIVE), model })),
  modelAgent('sente', (scene, _, context) => senteTalk(scene, context)),
];
