import { describe, expect, it } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import type { KeeperGoal } from './keeper.ts';
import { createShopkeeper } from './shopkeeper.ts';

const catalog = builtinCatalog();
const BUDGET: KeeperGoal = { id: 'budget', what: 'learn the budget', attribute: 'price_per_person_eur', worth: 0.3 };
const MAIL: KeeperGoal = {
  id: 'mail',
  what: 'get leave to send a packing list by e-mail',
  words: 'May I send you a packing list by e-mail?',
  worth: 0.3,
};
const SCRIPT = ['an easy trip in June', 'the Dales', 'I don’t mind', 'show me some', 'cheaper', 'the first one'];

describe('a shopkeeper', () => {
  it('says the same with the same seed', () => {
    const talk = (): string[] => {
      const keeper = createShopkeeper(catalog, { seed: 'same', goals: [BUDGET, MAIL] });
      return SCRIPT.map((text) => keeper.say(text).text);
    };
    expect(talk()).toEqual(talk());
  });

  it('goes on in a fork as if nothing had happened, and is not changed by it', () => {
    const keeper = createShopkeeper(catalog, { seed: 4 });
    const twin = createShopkeeper(catalog, { seed: 4 });
    for (const text of SCRIPT.slice(0, 3)) expect(keeper.say(text)).toEqual(twin.say(text));
    keeper.fork('other').say('start over');
    expect(keeper.say('show me some')).toEqual(twin.say('show me some'));
  });

  it('refuses a horizon that there is not', () => {
    expect(() => createShopkeeper(catalog, { horizon: 5 })).toThrow(RangeError);
  });

  it.each([
    ['the cheapest trip in the Alps with dogs, please', 'The Meadows of Upper Isk Valley'],
    ['how long is The Falls of Hallow Glen?', '2 days'],
    ['Is The Falls of Marrowdale longer than The Falls of Hallow Glen?', '10 days'],
    ['which trips in the Dales are guided?', 'Little Ramsdale in Flower'],
    ['How many trips are guided?', '154'],
  ])('answers “%s” at once', (text, answer) => {
    const reply = createShopkeeper(catalog).say(text);
    expect(reply.act).toBe('answer');
    expect(reply.text).toContain(answer);
    expect(reply.text).not.toContain('?');
  });

  it.each(['I’d like to go hiking somewhere', 'I’m looking for a trip.', 'We want a holiday with the kids'])(
    'asks when it hears “%s”',
    (text) => {
      const reply = createShopkeeper(catalog).say(text);
      expect(reply.act).toBe('ask');
      expect(reply.text).toContain('?');
    },
  );

  it('puts every candidate of a decision on one scale, the chosen one first', () => {
    const { decision } = createShopkeeper(catalog).say('an easy trip in June');
    expect(decision.horizon).toBe(2);
    expect(decision.candidates.length).toBeGreaterThan(3);
    expect(decision.why).not.toBe('');
    for (const { value } of decision.candidates) expect(Number.isFinite(value)).toBe(true);
  });

  it('forecasts and foresees without changing anything', () => {
    const keeper = createShopkeeper(catalog, { seed: 6 });
    const twin = createShopkeeper(catalog, { seed: 6 });
    keeper.say('an easy trip in the Dales');
    twin.say('an easy trip in the Dales');
    const chance = keeper.forecast();
    expect(chance).toBeGreaterThan(0);
    expect(chance).toBeLessThan(1);
    const next = keeper.foresee(['in June', 'an expert trip in the Alps', 'bye']);
    expect(next.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
    expect(next[0]).toBeGreaterThan(next[1]);
    expect(keeper.say('show me some')).toEqual(twin.say('show me some'));
  });

  it('gives a sale no chance once the user has left, and is sure of one that was made', () => {
    const left = createShopkeeper(catalog);
    left.say('bye');
    expect(left.forecast()).toBeLessThan(0.05);
    const sold = createShopkeeper(catalog);
    sold.say('I’ll take Round Loch Anver');
    expect(sold.forecast()).toBe(1);
  });
});

describe('the agenda', () => {
  /** Plays a script and tells what became of the goals. */
  function play(goals: readonly KeeperGoal[], ...said: string[]) {
    const keeper = createShopkeeper(catalog, { goals, seed: 1 });
    const replies = said.map((text) => keeper.say(text));
    return { replies, goals: keeper.goals() };
  }

  it('knows that a goal is reached, asked or not', () => {
    expect(play([BUDGET], 'an easy trip under €400').goals[0]).toMatchObject({ reached: true, raised: 0 });
    const told = play([MAIL], 'an easy trip in June. You can mail me at anna@example.org').goals[0];
    expect(told).toMatchObject({ reached: true, raised: 0 });
    expect(told.found).toContain('anna@example.org');
  });

  /** Talks until the goal is raised. */
  function untilRaised() {
    const keeper = createShopkeeper(catalog, { goals: [MAIL], seed: 1 });
    const said = ['an easy trip in June in the Dales', 'show me some', 'something else', 'show me others', 'cheaper'];
    const before: string[] = [];
    for (const text of said) {
      const reply = keeper.say(text);
      before.push(reply.text);
      if (reply.act === 'lead') return { keeper, before };
    }
    throw new Error('the goal was not raised');
  }
  const MORE = ['show me some', 'none of these', 'something else', 'show me others', 'the first one'];

  it('raises a goal once something was shown, behind it, and rests after a refusal', () => {
    const { keeper, before } = untilRaised();
    expect(before.some((text) => text.includes('1. '))).toBe(true);
    expect(before.at(-1)).toMatch(/\n3\. [\s\S]*by e-mail\?$/);
    const replies = ['I’d rather not say.', 'show me others'].map((text) => keeper.say(text).text);
    expect(keeper.goals()[0]).toMatchObject({ reached: false, refusals: 1, raised: 1 });
    for (const text of replies) expect(text).not.toContain(MAIL.words);
  });

  it('takes a yes for the goal, and goes on with the rest of what was said', () => {
    const { keeper } = untilRaised();
    const { text } = keeper.say('Sure, please do. And make it under €100');
    expect(keeper.goals()[0]).toMatchObject({ reached: true, refusals: 0 });
    expect(text).toContain('1. ');
    for (const [, price] of text.matchAll(/€(\d+)/g)) expect(Number(price)).toBeLessThanOrEqual(100);
    for (const more of MORE) expect(keeper.say(more).text).not.toContain(MAIL.words);
  });

  it('never raises again what it was told not to ask', () => {
    const { keeper } = untilRaised();
    keeper.say('Stop asking, that is none of your business.');
    for (const more of MORE) expect(keeper.say(more).text).not.toContain(MAIL.words);
  });

  it('has no goals of its own at horizon 0', () => {
    const keeper = createShopkeeper(catalog, { horizon: 0, goals: [MAIL] });
    for (const text of SCRIPT) expect(keeper.say(text).text).not.toContain(MAIL.words);
  });
});
