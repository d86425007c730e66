import { describe, expect, it } from 'vitest';
import { ask, lampServer } from '../testing/ask.ts';
import { fakeCheckpoints } from '../testing/fake-checkpoints.ts';

const server = () => lampServer({ checkpoints: fakeCheckpoints() });
const user = (text: string) => ({ speaker: 'user', text });
const assistant = (text: string) => ({ speaker: 'assistant', text });
const say = (sides: unknown, draw?: number, on = server()) =>
  ask(on, 'POST', '/api/pocket/replies', { json: { sides, ...(draw !== undefined && { draw }) } });

describe('checkpoints', () => {
  it('are listed', async () => {
    const { body } = await ask(server(), 'GET', '/api/pocket/checkpoints');
    expect(body.checkpoints.map(({ id }: { id: string }) => id)).toEqual([
      'shipped/base',
      'shipped/multi-turn-w2',
      'passivity-1:broken',
    ]);
  });

  it('reply side by side, with the act, what it is about, shares of sixteen draws, and the forecast', async () => {
    const turns = [user('I want a small Frobnitz bag')];
    const { status, body } = await say([
      { checkpoint: 'shipped/base', turns },
      { checkpoint: 'shipped/multi-turn-w2', turns },
    ]);
    expect(status).toBe(200);
    const [base, trained] = body.replies;
    expect(base).toMatchObject({
      act: 'recommend',
      about: 'small blue leather bag',
      drawn: 16,
      forecast: 0.4,
      full: false,
    });
    expect(trained).toMatchObject({ act: 'ask', about: 'colour', unknown: ['frobnitz'] });
    expect(base.acts.recommend + base.acts.ask).toBe(16);
    expect(base.acts.recommend).toBeGreaterThan(base.acts.ask);
    expect(trained.acts.ask).toBeGreaterThan(trained.acts.recommend);
  });

  it('remember nothing: each side brings its own conversation, and the same dice fall alike', async () => {
    const turns = [user('a bag'), assistant('which colour do you want ?'), user('red')];
    const first = await say([{ checkpoint: 'shipped/multi-turn-w2', turns }], 3);
    expect(first.body.replies[0]).toMatchObject({ act: 'recommend', about: 'small red leather bag', forecast: 0.9 });
    const open = [user('a bag')];
    const draws = async (draw: number) =>
      (await say([{ checkpoint: 'shipped/base', turns: open }], draw)).body.replies[0].acts;
    expect(await draws(1)).toEqual(await draws(1));
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map(draws));
    expect(new Set(all.map((acts) => JSON.stringify(acts))).size).toBeGreaterThan(1);
  });

  it('say when nothing more fits', async () => {
    const long = [user('a bag '.repeat(25))];
    const { body } = await say([{ checkpoint: 'shipped/base', turns: long }]);
    expect(body.replies[0].full).toBe(true);
    const tooLong = await say([{ checkpoint: 'shipped/base', turns: [user('a bag '.repeat(40))] }]);
    expect([tooLong.status, tooLong.body.error.message]).toEqual([400, 'That is more than this model can read.']);
  });

  it.each([
    ['no side', []],
    ['three sides', Array(3).fill({ checkpoint: 'shipped/base', turns: [user('a')] })],
    ['nothing said', [{ checkpoint: 'shipped/base', turns: [] }]],
    ['the assistant last', [{ checkpoint: 'shipped/base', turns: [user('a'), assistant('b')] }]],
    ['the user twice', [{ checkpoint: 'shipped/base', turns: [user('a'), user('b'), user('c')] }]],
    ['a speech', [{ checkpoint: 'shipped/base', turns: [user('a'.repeat(501))] }]],
  ])('refuse %s', async (_, sides) => {
    expect((await say(sides)).body.error.code).toBe('bad-request');
  });

  it('refuse names that are none, and weights that cannot be read', async () => {
    const turns = [user('a bag')];
    expect((await say([{ checkpoint: '../../etc', turns }])).status).toBe(404);
    const { status, body } = await say([{ checkpoint: 'passivity-1:broken', turns }]);
    expect([status, body.error.code]).toEqual([422, 'bad-checkpoint']);
  });

  it('are the owner’s, and there only with the studio', async () => {
    const locked = lampServer({ checkpoints: fakeCheckpoints(), key: 'k', chatKey: 'c' });
    const headers = { authorization: 'Bearer c' };
    expect((await ask(locked, 'GET', '/api/pocket/checkpoints', { headers })).status).toBe(401);
    const plain = lampServer({ checkpoints: fakeCheckpoints(), studio: false });
    expect((await ask(plain, 'GET', '/api/pocket/checkpoints')).status).toBe(404);
  });
});
