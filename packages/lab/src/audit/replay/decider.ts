/**
 * Who decides the turns of a log: the layer, with a model behind it.
 * @module
 */
import type { ActKind } from '@sente/engine';
import {
  type Caller,
  type Layer,
  type Message,
  newSession,
  type PlannedTurn,
  type Session,
  type Transcript,
  type TurnRequest,
  type Usage,
} from '@sente/language';
import { hindsight } from '../hindsight/hindsight.ts';
import { borneOut, isSame, type Judgement } from './borne-out.ts';
import { judge } from './judge.ts';
import type { Did, Would } from './moment.ts';

/** What a decided turn comes to. */
interface DecidedTurn {
  readonly would?: Would;
  readonly aside?: string;
  readonly judgement: Judgement;
  /** The conversation after the reply that was really given. */
  readonly session: Session;
  readonly used: Usage;
}

/** Decides turn by turn. */
export interface Decider {
  decide(
    messages: readonly Message[],
    at: number,
    did: Did,
    session: Session | undefined,
    signal?: AbortSignal,
  ): Promise<DecidedTurn>;
}

/** What there is to decide on. */
export interface Scene {
  /** What had been said by then. */
  readonly transcript: Transcript;
  /** What tools brought before the reply that was really given: known from the next turn on. */
  readonly found: readonly Message[];
}

/** What a decider is made of. */
interface LayerDeciderOptions {
  readonly layer: Layer;
  readonly model: TurnRequest['model'];
  /** What the layer sees of the turn at a position; the messages before it, without tools, by default. */
  readonly scene?: (messages: readonly Message[], at: number) => Scene;
  /** Makes a judge for one moment; plain signs do it when there is none, and when it fails. */
  readonly judge?: () => Caller;
}

/** Makes a decider from a layer. */
export function layerDecider({ layer, model, scene = plainScene, judge: makeJudge }: LayerDeciderOptions): Decider {
  return {
    async decide(messages, at, did, before, signal) {
      const { transcript, found } = scene(messages, at);
      const planned = await layer.decide({ transcript, session: before ?? newSession(), model, signal });
      signal?.throwIfAborted();
      const whole = { ...transcript, messages: [...transcript.messages, ...found] };
      const session = layer.settle(planned, whole, messages[at].text, false);
      const { calls, inputTokens, outputTokens, money } = planned.cost;
      const used = { calls, inputTokens, outputTokens, money };
      const would = wouldOf(planned, did);
      if (!would) {
        const aside = planned.aside
          ? `${planned.aside.reason}: ${planned.aside.detail}`
          : 'there was nothing to decide';
        return { aside, judgement: { verdict: 'unclear', because: 'no decision was made' }, session, used };
      }
      const signs = hindsight(messages, at);
      const plain = borneOut(messages, at, did, would, signs);
      if (!makeJudge || isSame(did, would) || plain.because === 'the conversation ends here') {
        return { would, judgement: plain, session, used };
      }
      const judging = makeJudge();
      let judgement = plain;
      try {
        judgement = await judge(judging, messages, at, did, would, signal);
      } catch (error) {
        if (signal?.aborted) throw error;
        judgement = { verdict: plain.verdict, because: `${plain.because} (by words; the judge failed)` };
      }
      return { would, judgement, session, used: sum(used, judging.usage()) };
    },
  };
}

function plainScene(messages: readonly Message[], at: number): Scene {
  return { transcript: { messages: messages.slice(0, at), tools: [], isFormal: false }, found: [] };
}

/** Kinds of acts that come to the same as what was done. */
const LIKE: Readonly<Record<Did, readonly ActKind[]>> = {
  answer: ['answer', 'recommend'],
  ask: ['ask'],
  wait: ['wait'],
  lookup: ['lookup'],
};

function wouldOf({ decision, plan, weighing }: PlannedTurn, did: Did): Would | undefined {
  if (!decision) return undefined;
  const { chosen, candidates, why } = decision;
  const worth = candidates.find(({ act }) => act.id === chosen.id)?.value ?? Number.NaN;
  const like = candidates.filter(({ act }) => LIKE[did].includes(act.kind)).map(({ value }) => value);
  const ahead = like.length === 0 ? 0 : worth - Math.max(...like);
  const form = plan.do === 'say' ? plan.form?.choices : undefined;
  const choices = form ?? (chosen.question === undefined ? [] : (weighing?.questions[chosen.question]?.choices ?? []));
  const considered = candidates
    .filter(({ act }) => act.id !== chosen.id)
    .slice(0, 3)
    .map(({ act, value }) => ({ kind: act.kind, text: act.text, value }));
  return {
    kind: chosen.kind,
    text: chosen.text,
    choices,
    why,
    ahead: Number.isFinite(ahead) ? ahead : 0,
    considered,
  };
}

/** Adds what was used. */
export function sum(a: Usage, b: Usage): Usage {
  return {
    calls: a.calls + b.calls,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    money: a.money + b.money,
  };
}
