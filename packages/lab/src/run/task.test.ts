import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import { modelAgents } from '../agent/model-agents.ts';
import { functionAgent, ownModelAgent } from '../agent/own-agent.ts';
import { shopAgents } from '../agent/shop-agents.ts';
import { holdProbe } from '../hold/probe.ts';
import { mayPlay } from './task.ts';

describe('who plays what', () => {
  const open = { id: 'gsm8k 1', cell: 'sharded', world: 'open' as const };
  it.each([
    ['a function of one’s own', functionAgent('mine', () => 'hello'), true],
    ['a model of one’s own', ownModelAgent('mine', new MockLanguageModelV4()), true],
    ['a language model', modelAgents[0], true],
    ['a rule', holdProbe.rules[0], true],
    ['a table of the shop', shopAgents[0], false],
  ])('%s on a case without a table: %#', (_, agent, plays) => {
    expect(mayPlay({ ...holdProbe, plays: undefined }, open, agent)).toBe(plays);
  });
});
