import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { hikingShop } from '../shop/shop.ts';
import { checkUser } from './check-user.ts';
import { defineUser } from './define-user.ts';
import { drawShopperIntent } from './draw-intent.ts';
import { matchedShopperKind } from './matched-shopper.ts';
import { shopperKind } from './shopper.ts';
import type { UserTalk } from './user.ts';

const shop = hikingShop();
const ASSISTANT = [
  'When would you like to go?',
  'Would you like a guide?',
  'What is your budget?',
  'Where would you like to sleep?',
];
const intents = Array.from({ length: 6 }, (_, k) =>
  drawShopperIntent(shop, createRandom(`check ${k}`), { changes: k % 2 }),
);

/** A user that is good, and may be spoilt. */
function spoilt(change: (talk: UserTalk, intent: string) => Partial<UserTalk>) {
  return defineUser<string>({
    name: 'spoilt',
    begin: (intent, temperament, random) => {
      let turn = 0;
      const good: UserTalk = {
        open: async () => `I want ${intent}.`,
        reply: async () =>
          turn++ > 6 ? undefined : `${temperament.name} thought ${turn} number ${random.split(turn).integer(1000)}`,
        conduct: () => ({ leaks: 0, contradictions: 0, swaps: 0, stoppedEarly: 0, variety: 1 }),
      };
      return { ...good, ...change(good, intent) };
    },
  });
}

async function failures(kind: Parameters<typeof checkUser<string>>[0]['kind']): Promise<string[]> {
  const findings = await checkUser({ kind, intents: ['tea', 'coffee'], assistant: ASSISTANT, longest: 20 });
  return findings.filter(({ passed }) => !passed).map(({ check }) => check);
}

describe('checkUser', () => {
  it('finds nothing wrong with the lab’s own shopper', async () => {
    const findings = await checkUser({ kind: shopperKind(shop), intents, assistant: ASSISTANT });
    expect(findings.filter(({ passed }) => !passed)).toEqual([]);
    expect(findings.length).toBeGreaterThan(12);
  });

  it('finds that the matched shopper never leaves, as the planner has it, and nothing else', async () => {
    const findings = await checkUser({ kind: matchedShopperKind(shop), intents, assistant: ASSISTANT });
    expect(findings.filter(({ passed }) => !passed).map(({ check }) => check)).toEqual(['it leaves in the end']);
  });

  it('passes a good user of one’s own', async () => {
    expect(await failures(spoilt(() => ({})))).toEqual([]);
  });

  let times = 0;
  const shared: string[] = [];
  it.each<[string, Parameters<typeof spoilt>[0]]>([
    ['the same seed says the same', () => ({ open: async () => `Hello for the ${times++}th time` })],
    ['every turn says something', () => ({ reply: async () => ' ' })],
    ['no turn is spoken as the assistant', () => ({ open: async () => 'Hello, how can I help you?' })],
    [
      'it does not repeat itself',
      () => ({ open: async () => 'so so so so so so so so so so so so so so', reply: async () => undefined }),
    ],
    ['it leaks nothing', (talk) => ({ conduct: () => ({ ...talk.conduct(), leaks: 1 }) })],
    ['it contradicts nothing that it wants', (talk) => ({ conduct: () => ({ ...talk.conduct(), contradictions: 2 }) })],
    ['it does not stop early', (talk) => ({ conduct: () => ({ ...talk.conduct(), stoppedEarly: 1 }) })],
    ['it leaves in the end', () => ({ reply: async (text) => `I hear ${text}` })],
    ['what is said depends on the intent', () => ({ open: async () => 'I want something.' })],
    [
      'conversations do not hear each other',
      (_, intent) => ({
        reply: async () => {
          shared.push(intent);
          return shared.length > 1000 ? undefined : `so far ${shared.slice(-2).join(' and ')}`;
        },
      }),
    ],
  ])('finds out: %s', async (check, change) => {
    expect(await failures(spoilt(change))).toContain(check);
  });
});
