/**
 * The model with initiative: ledger, imagined intents, agenda and vault, as it ships. The layer may take its time here
 * (no deadline), since a measurement is not to depend on how fast a machine is.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import {
  type AssistantOptions,
  createAssistant,
  type Reply,
  restoreAssistant,
  type SavedAssistant,
} from '@sente/language';
import type { AgentContext, AgentTurn, Scene, ShownChoice, Talk } from './agent.ts';
import { statedForecast, statedPrediction } from './predict.ts';

/** Replies over which a forecast is averaged. */
const SAMPLES = 3;

/** A conversation with initiative. */
export function senteTalk(scene: Scene, context: AgentContext, saved?: SavedAssistant): Talk {
  const model = context.model as LanguageModelV4;
  let turn = 0;
  const options: AssistantOptions = {
    model,
    system: scene.instructions,
    deadline: Number.POSITIVE_INFINITY,
    seed: context.random.split('layer').integer(2 ** 31),
    // A second a call of the clock: what the layer remembers must not depend on the hour.
    now: () => 1000 * turn++,
    settings: { maxRetries: 0 } as AssistantOptions['settings'],
    ...(scene.goals && {
      goals: scene.goals.map(({ id, what, worth, deadline }) => ({
        id,
        goal: what,
        worth,
        ...(deadline !== undefined && { deadline }),
      })),
    }),
    ...(scene.secrets && { commitments: scene.secrets }),
  };
  const assistant = saved ? restoreAssistant(saved, options) : createAssistant(options);
  const witnessed = () => ({ scene: scene.instructions, messages: assistant.messages });
  return {
    async say(text): Promise<AgentTurn> {
      return shown(await assistant.say(text));
    },
    async notice(event): Promise<AgentTurn> {
      const { speak } = await assistant.onEvent({ type: 'event', text: event });
      return speak ? { text: speak.text, act: speak.act } : { text: '', act: 'wait' };
    },
    forecast: ({ question }) => statedForecast(model, witnessed(), question, SAMPLES),
    foresee: (next) => statedPrediction(model, witnessed(), next),
    fork: (other) => senteTalk(scene, { ...other, model: other.model ?? model }, assistant.save()),
  };
}

function shown({ text, act, decision }: Reply): AgentTurn {
  return { text, act, ...(decision && { decision: choiceOf(decision) }) };
}

function choiceOf({ horizon, why, candidates }: NonNullable<Reply['decision']>): ShownChoice {
  return {
    horizon,
    why,
    candidates: candidates
      .filter(({ value }) => Number.isFinite(value))
      .map(({ act, value, error, suppressed }) => ({
        label: act.text === '' ? act.kind : `${act.kind}: ${act.text}`,
        kind: act.kind,
        value,
        error: Number.isFinite(error) ? error : 0,
        ...(suppressed !== undefined && { suppressed }),
      })),
  };
}
