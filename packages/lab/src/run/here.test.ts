import { APICallError } from '@ai-sdk/provider';
import { scriptedModel } from '@sente/language/testing';
import { describe, expect, it } from 'vitest';
import { modelAgents } from '../agent/model-agents.ts';
import { createGate } from '../calls/create-gate.ts';
import { memoryCalls } from '../calls/memory-calls.test.support.ts';
import type { Probe } from '../probe/probe.ts';
import { ConversationFailedError, playHere } from './here.ts';
import { recordedModels } from './recorded-models.ts';
import type { Task } from './task.ts';

const talks: Probe = {
  name: 'talks',
  version: '1',
  question: '?',
  source: 'nobody',
  rules: [],
  metrics: [],
  radar: { metric: 'none', scale: (value) => value },
  cases: async () => [],
  async play({ case: { id }, agent, random, model }) {
    const talk = agent.begin({ instructions: id }, { random, model: model('assistant') });
    return { figures: {}, turns: [{ speaker: 'assistant', ...(await talk.say(`Hello from ${id}.`)) }], loss: 0 };
  },
};
const bare = modelAgents.filter(({ name }) => name === 'bare');
const tasks = Array.from(
  { length: 6 },
  (_, n): Task => ({
    probe: 'talks',
    case: { id: `c${n}`, world: 'open' },
    agent: 'bare',
    repeat: 0,
    options: { seed: 1 },
  }),
);

describe('playing here', () => {
  it('ends at once when a provider wants a rest of hours, though other conversations wait for it', async () => {
    const refusal = new APICallError({
      message: 'quota used up',
      url: 'http://h',
      requestBodyValues: {},
      statusCode: 429,
      responseHeaders: { 'retry-after': '7200' },
    });
    const openModel = recordedModels({
      models: { assistant: { id: 'm', model: scriptedModel({ bare: () => refusal }) } },
      calls: memoryCalls(),
      gate: createGate({ atOnce: 2 }),
      seed: 1,
    });
    const played = playHere({ atOnce: 4, openModel })(tasks, {
      probe: talks,
      agents: bare,
      onTurn() {},
      onPlayed() {},
    });
    await expect(played).rejects.toBeInstanceOf(ConversationFailedError);
  });
});
