/**
 * A dialogue of others is shown up to some place, and its end is forecast.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Random } from '@sente/engine';
import { DATA_RULE, dataBlock } from '@sente/language';
import type { Agent, Scene } from '../../agent/agent.ts';
import type { PlayedTurn } from '../../probe/played.ts';
import type { CasinoCase } from './casino-cases.ts';

/** What is asked. */
const BOTH_SATISFIED = {
  id: 'satisfied',
  question:
    'Asked afterwards how satisfied they are with the outcome, will both people say that they are at least slightly satisfied?',
} as const;

/** What is shown of it. */
function casinoScene({ lines }: Pick<CasinoCase, 'lines'>, shown: number): Scene {
  const text = lines
    .slice(0, shown)
    .map((line) => `Person ${line.speaker}: ${line.text}`)
    .join('\n');
  return {
    instructions: `Two people who camp next to each other negotiate who gets how many of nine extra packages: three of food, three of water, three of firewood. Each has wants of their own. They stop when they agree on a deal, or one of them walks away. ${DATA_RULE}\n\n${dataBlock('their conversation so far', text)}`,
  };
}

/** What a dialogue is forecast with. */
interface CasinoOptions {
  readonly casinoCase: CasinoCase;
  readonly agent: Agent;
  readonly random: Random;
  readonly model?: LanguageModelV4;
  readonly rule?: (place: number) => number;
  readonly onTurn?: (turn: PlayedTurn) => void;
}

/** One forecast a place; undefined where the agent makes none. */
export async function playCasino(
  options: CasinoOptions,
): Promise<{ forecasts: readonly (number | undefined)[]; turns: readonly PlayedTurn[] }> {
  const { casinoCase, agent, random, model, rule, onTurn } = options;
  const forecasts: (number | undefined)[] = [];
  const turns: PlayedTurn[] = [];
  const record = (turn: PlayedTurn): void => {
    turns.push(turn);
    onTurn?.(turn);
  };
  let before = 0;
  for (const [place, shown] of casinoCase.shown.entries()) {
    for (const { speaker, text } of casinoCase.lines.slice(before, shown)) {
      record({ speaker: 'event', text: `Person ${speaker}: ${text}` });
    }
    before = Math.max(before, shown);
    const context = { random: random.split(place), ...(model && { model }) };
    const stated = rule
      ? rule(place)
      : await agent.begin(casinoScene(casinoCase, shown), context).forecast?.(BOTH_SATISFIED);
    forecasts.push(stated);
    record({
      speaker: 'assistant',
      text: '',
      note: stated === undefined ? 'no forecast' : `both satisfied: ${Math.round(100 * stated)}%`,
    });
  }
  return { forecasts, turns };
}
