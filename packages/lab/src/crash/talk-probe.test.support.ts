/**
 * A probe for crash tests: six turns with a model, in which each turn builds on the reply before. What every turn sends is
 * its own, so that a call made twice shows at the endpoint; the first request of each conversation is sent twice, so that
 * equal requests are two calls.
 */
import type { Agent } from '../agent/agent.ts';
import { defineProbe, type Probe, type ProbeCase } from '../probe/probe.ts';

/** Words in, the model's words out. */
export const speaker: Agent = {
  name: 'bare',
  needsModel: true,
  begin: (_, { model }) => {
    const talk: ReturnType<Agent['begin']> = {
      async say(text) {
        const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text }] }];
        const [part] = (await model!.doGenerate({ prompt })).content;
        return { text: part?.type === 'text' ? part.text : '' };
      },
      fork: () => talk,
    };
    return talk;
  },
};

export const TURNS = 6;

export const talkProbe: Probe = defineProbe({
  name: 'talk',
  version: '1',
  question: 'Does a run survive?',
  source: 'none',
  rules: [],
  metrics: [{ name: 'score', label: 'a number of the replies', better: 'higher', unit: 'number', isHeadline: true }],
  radar: { metric: 'score', scale: (value) => value },
  cases: async ({ cases = 300 }) =>
    Array.from({ length: cases }, (_, n): ProbeCase => ({ id: `case-${n}`, world: 'open' })),
  async play({ case: { id }, agent, repeat, model, random, record }) {
    const talk = agent.begin({ instructions: '' }, { random, model: model('assistant') });
    const turns = [];
    let last = 'nothing';
    for (let turn = 0; turn < TURNS; turn++) {
      // The first two requests are equal.
      const text = `${id}, ${repeat}, turn ${Math.max(1, turn)}, after ${turn < 2 ? 'nothing' : last}`;
      const reply = await talk.say(text);
      last = reply.text;
      for (const said of [
        { speaker: 'user' as const, text },
        { speaker: 'assistant' as const, text: last },
      ]) {
        turns.push(said);
        record(said);
      }
    }
    const score = Number.parseInt(last.slice(0, 6), 16) / 0xffffff;
    return { figures: { score }, turns, loss: 1 - score };
  },
});
