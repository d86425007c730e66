import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { hikingShop } from '../shop/shop.ts';
import { answersDirectly } from './play-request.ts';
import { drawRequests, type RequestCase } from './requests.ts';
import { askRules } from './rules.ts';
import { playOne, scripted } from './scripted.test.support.ts';

const shop = hikingShop();
const cases = drawRequests(shop, createRandom(7), 40);
const open = cases.filter(({ cell }) => cell === 'open');
const direct = cases.filter((one) => one.direct);
const fact = direct.find((one) => one.direct?.about === 'fact') as RequestCase;
const [always, never] = askRules;

describe('an open request', () => {
  it('scores the first reply for asking, and keeps every turn', async () => {
    for (const request of open.slice(0, 5)) {
      const asked = await playOne(request, always);
      expect(asked.figures.asked).toBe(1);
      expect(asked.recorded).toEqual(asked.turns);
      expect(asked.turns[0]).toEqual({ speaker: 'user', text: request.request });
      expect((await playOne(request, never)).figures).toMatchObject({ asked: 0, questions: 0 });
    }
  });

  it('gives the gain at each budget: what is shown when the user takes no further question', async () => {
    // Shows what suits only to somebody who has answered twice, whatever is asked for before that.
    const request = open[0];
    const suits = shop.names[request.intent.acceptable[0]];
    const wrong = shop.names.find((_, item) => !request.intent.acceptable.includes(item)) as string;
    const patient = scripted('patient', (heard) => {
      const pressed = /stop asking|answered enough|not answer more/.test(heard.at(-1) ?? '');
      if (pressed) return heard.length > 3 ? `${suits}: it fits.` : `${wrong}: it fits.`;
      return heard.length > 3 ? `${suits}: it fits.` : 'Which difficulty would you like?';
    });
    const { figures, turns } = await playOne(request, patient);
    expect(figures).toMatchObject({ 'gain@0': 0, 'gain@1': 0, 'gain@2': 1, 'gain@3': 1, served: 1, questions: 3 });
    // What would have been said is none of the conversation.
    expect(turns.some(({ text }) => text.startsWith(wrong))).toBe(false);
  });

  it('does not let what is shown later stand for what is shown first', async () => {
    const request = open[0];
    const suits = shop.names[request.intent.acceptable[0]];
    const wrong = shop.names.find((_, item) => !request.intent.acceptable.includes(item)) as string;
    const hasty = scripted('hasty', (heard) => (heard.length === 1 ? `Take ${wrong}.` : `Take ${suits}.`));
    const { figures } = await playOne(request, hasty);
    expect(figures).toMatchObject({ asked: 0, served: 1, 'gain@0': 0, 'gain@3': 0 });
  });
});

describe('a direct question', () => {
  it('is served by its answer, and not by anything else', async () => {
    for (const request of direct) {
      const { item = 0, number } = request.direct ?? {};
      const all = shop.catalog.view(item).facts.map(({ label, value }) => `${label} ${value}`);
      const right = number === undefined ? `${shop.names[item]}: ${all.join(', ')}` : `There are ${number}.`;
      if (request.direct?.about !== 'fact') expect(answersDirectly(shop, request, right), request.request).toBe(true);
      expect(answersDirectly(shop, request, 'What would you like to see on the way?')).toBe(false);
    }
  });

  it('counts a question in place of the answer as asking, and one beside it apart', async () => {
    const days = { ...fact, direct: { ...fact.direct, attribute: 2 } } as RequestCase;
    const length = shop.catalog.columns[2].numbers?.[days.direct?.item ?? 0];
    const asks = await playOne(
      days,
      scripted('asks', () => 'Which difficulty would you like?'),
    );
    expect(asks.figures).toEqual({ asked: 1, besides: 0, served: 0 });
    const beside = await playOne(
      days,
      scripted('beside', () => `${length} days. Which difficulty would you like?`),
    );
    expect(beside.figures).toEqual({ asked: 0, besides: 1, served: 1 });
    const answers = await playOne(
      days,
      scripted('answers', () => `${length} days. Anything else I can help with?`),
    );
    expect(answers.figures).toEqual({ asked: 0, besides: 0, served: 1 });
  });

  it('gives one who asked back a second chance to answer', async () => {
    const days = { ...fact, direct: { ...fact.direct, attribute: 2 } } as RequestCase;
    const length = shop.catalog.columns[2].numbers?.[days.direct?.item ?? 0];
    const late = scripted('late', (heard) => (heard.length === 1 ? 'Which trip do you mean?' : `${length} days.`));
    expect((await playOne(days, late)).figures).toEqual({ asked: 1, besides: 0, served: 1 });
  });
});
