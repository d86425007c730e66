/**
 * A probe that only talks: six turns with a model, each sent with all that was said before.
 * @module
 */
import type { LanguageModelV4, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Agent } from '../../packages/lab/src/index.ts';
import type { PlayedTurn } from '../../packages/lab/src/probe/played.ts';
import { defineProbe, type Probe, type ProbeCase } from '../../packages/lab/src/probe/probe.ts';

const TURNS = 6;
const INSTRUCTIONS = 'You help visitors of a shop for hiking trips. Say briefly what fits, and ask when that helps.';

/** Words in, the model's words out. */
export const talker: Agent = {
  name: 'bare',
  needsModel: true,
  begin(_, { model }) {
    const prompt: LanguageModelV4Prompt = [{ role: 'system', content: INSTRUCTIONS }];
    const talk: ReturnType<Agent['begin']> = {
      say: async (text) => ({ text: await next(model!, prompt, text) }),
      fork: () => talk,
    };
    return talk;
  },
};

/** What the user says. */
const userWords = (id: string, turn: number): string =>
  `This is ${id}, turn ${turn}: I would rather have something shorter than the last one, for two people, in May.`;

/** The same calls with nothing around them. */
export async function bareTalk(model: LanguageModelV4, id: string): Promise<number> {
  const prompt: LanguageModelV4Prompt = [{ role: 'system', content: INSTRUCTIONS }];
  let letters = 0;
  for (let turn = 0; turn < TURNS; turn++) letters += (await next(model, prompt, userWords(id, turn))).length;
  return letters;
}

async function next(model: LanguageModelV4, prompt: LanguageModelV4Prompt, text: string): Promise<string> {
  prompt.push({ role: 'user', content: [{ type: 'text', text }] });
  const [part] = (await model.doGenerate({ prompt: [...prompt] })).content;
  const reply = part?.type === 'text' ? part.text : '';
  prompt.push({ role: 'assistant', content: [{ type: 'text', text: reply }] });
  return reply;
}

export const talkProbe: Probe = defineProbe({
  name: 'talk',
  version: '1',
  question: 'What does a conversation cost beside its calls?',
  source: 'none',
  rules: [],
  metrics: [{ name: 'letters', label: 'letters of the replies', better: 'neither', unit: 'number' }],
  radar: { metric: 'letters', scale: (value) => value },
  cases: async ({ cases = 100 }) =>
    Array.from({ length: cases }, (_, n): ProbeCase => ({ id: `case-${n}`, world: 'open' })),
  async play({ case: { id }, agent, random, model, record }) {
    const talk = agent.begin({ instructions: INSTRUCTIONS }, { random, model: model('assistant') });
    const turns: PlayedTurn[] = [];
    const take = (turn: PlayedTurn): void => {
      turns.push(turn);
      record(turn);
    };
    let letters = 0;
    for (let turn = 0; turn < TURNS; turn++) {
      const text = userWords(id, turn);
      take({ speaker: 'user', text });
      const reply = await talk.say(text);
      take({ speaker: 'assistant', text: reply.text });
      letters += reply.text.length;
    }
    return { figures: { letters }, turns, loss: 0 };
  },
});
