import type { LearnedPolicy } from '@sente/pocket';
import { madePolicy } from '@sente/pocket/testing';
import { NothingToLearnError, PolicyTrainingError } from '@sente/training/policy';
import { describe, expect, it } from 'vitest';
import type { ServerOptions } from '../options.ts';
import { ask, lampServer } from '../testing/ask.ts';
import { fakeTrainer } from '../testing/fake-training.ts';
import { fakeMaker } from '../testing/fake-world.ts';
import { memoryKeeper } from './policy-keeper.ts';
import type { PolicyNews, PolicyOptions } from './policy-options.ts';

const bytes = { 'content-type': 'application/octet-stream' };

/** A policy that says which it is. */
function policyOf(states: number, seed = 1, figures: Record<string, number> = { 'learned@exact': 1.2 }): LearnedPolicy {
  return madePolicy(states, { name: 'lamps', states, seed, figures });
}

/** One that did clearly worse than planning. */
const worse = (states: number, seed = 1): LearnedPolicy =>
  policyOf(states, seed, { 'learned@exact': 0.9, 'planned@exact': 1.2 });

/** A server with a trainer that waits to be told, and short ways to its routes. */
function shop(policy: PolicyOptions = {}, options: Partial<ServerOptions> = {}) {
  const { train, begun } = fakeTrainer();
  const news: PolicyNews[] = [];
  const faults: unknown[] = [];
  const maker = fakeMaker();
  const server = lampServer({
    maker,
    policy: { train, onNews: (one) => news.push(one), ...policy },
    onFault: (error) => faults.push(error),
    ...options,
  });
  const call = async (method: string, path: string, json?: unknown) =>
    (await ask(server, method, path, json === undefined ? {} : { json })).body;
  return {
    server,
    begun,
    news,
    faults,
    maker,
    status: () => call('GET', '/api/policy'),
    choose: (name: string) => call('PUT', '/api/policy', { policy: name }),
    train: () => call('POST', '/api/policy/training', {}),
    stop: () => call('DELETE', '/api/policy/training'),
    chat: () => call('POST', '/api/chat', {}),
    async bring(name: string, text = 'Name,Colour\nlamp,red\n') {
      const preview = await ask(server, 'POST', `/api/catalog/preview?name=${name}`, { body: text, headers: bytes });
      return call('POST', '/api/catalog', { upload: preview.body.upload });
    },
  };
}

const kinds = (news: readonly PolicyNews[]): string[] => news.map(({ kind }) => kind);

describe('the policy of a table', () => {
  it('is planning unless learned is chosen, and then trains what is not there', async () => {
    const { status, choose, begun } = shop();
    const planned = {
      chosen: 'planned',
      serving: 'planned',
      learned: null,
      training: null,
      ended: null,
      problem: null,
      mayChange: true,
    };
    expect(await status()).toEqual(planned);
    expect(begun).toHaveLength(0);
    const training = { share: 0, iteration: 1, of: 2 };
    expect(await choose('learned')).toEqual({ ...planned, chosen: 'learned', training });
    expect(begun[0].catalog.name).toBe('lamps');
    expect(begun[0].options).toMatchObject({ source: 'lamps', seed: 1 });
    expect(await choose('planned')).toMatchObject({ chosen: 'planned', training });
    expect(begun[0].isStopped).toBe(false);
  });

  it('serves the best so far after each iteration, and to conversations that begin from then on', async () => {
    const { status, chat, begun, maker, news } = shop({ chosen: 'learned' });
    await chat();
    begun[0].options.onProgress?.({ share: 0.25, iteration: 1, of: 2 });
    expect(await status()).toMatchObject({ serving: 'planned', training: { share: 0.25, iteration: 1, of: 2 } });
    begun[0].options.onPolicy?.(policyOf(10));
    expect(await status()).toMatchObject({
      serving: 'learned',
      learned: {
        name: 'lamps',
        origin: 'own',
        states: 10,
        whole: null,
        seed: 1,
        items: 1,
        figures: { 'learned@exact': 1.2 },
      },
      training: { share: 0.25 },
    });
    await chat();
    begun[0].options.onPolicy?.(policyOf(20));
    begun[0].end(policyOf(20));
    await chat();
    expect(await status()).toMatchObject({ learned: { states: 20 }, training: null, ended: 'done', problem: null });
    const [first, second, third] = maker.created.map(({ learned }) => learned);
    expect(first).toBeUndefined();
    expect(second).toBeDefined();
    expect(third).toBeDefined();
    expect(third).not.toBe(second);
    expect(kinds(news)).toEqual(['begun', 'progress', 'kept', 'kept', 'done']);
  });

  it('tells how much of a whole training is in a policy', async () => {
    const { status, train, begun } = shop();
    await train();
    const keep = async (states: number, of?: number) => {
      const { card, weights } = policyOf(states);
      begun[0].options.onPolicy?.({ weights, card: { ...card, of } });
      const { learned } = await status();
      return [learned.states, learned.whole];
    };
    expect(await keep(3_000, 9_000)).toEqual([3_000, 9_000]);
    expect(await keep(77)).toEqual([77, null]);
  });

  it('leaves conversations that do not look ahead passive', async () => {
    const { server, begun, maker } = shop({ chosen: 'learned' });
    begun[0].options.onPolicy?.(policyOf(10));
    await ask(server, 'POST', '/api/compare', { json: {} });
    const [passive, initiative] = maker.created;
    expect([passive.horizon, passive.learned]).toEqual([0, undefined]);
    expect(initiative.learned).toBeDefined();
  });

  it('is stopped by its owner, keeps what it had, and is trained again when learned is chosen anew', async () => {
    const { status, choose, stop, begun, bring } = shop({ chosen: 'learned' });
    expect(await stop()).toMatchObject({ serving: 'planned', training: null, ended: 'stopped', problem: null });
    expect(begun[0].isStopped).toBe(true);
    begun[0].options.onPolicy?.(policyOf(10));
    expect(await status()).toMatchObject({ learned: null });
    expect(await choose('learned')).toMatchObject({ ended: null });
    begun[1].options.onPolicy?.(policyOf(20));
    expect(await stop()).toMatchObject({ serving: 'learned', learned: { states: 20 }, training: null });
    await choose('learned');
    expect(begun).toHaveLength(2);
    // That a training for the table before was stopped is nothing that is to be told of this one.
    await choose('planned');
    await bring('boots.csv');
    expect(await status()).toMatchObject({ ended: null });
  });

  it('goes on with a training that is under way, and ends it with the server', async () => {
    const { train, server, begun } = shop();
    await train();
    await train();
    expect(begun).toHaveLength(1);
    await server.close();
    expect(begun[0].isStopped).toBe(true);
  });

  it('is trained anew with another seed, and decides until the new one is done', async () => {
    const { status, train, begun } = shop({ chosen: 'learned' });
    begun[0].options.onPolicy?.(policyOf(10));
    begun[0].end(policyOf(10));
    await status();
    await train();
    expect(begun[1].options.seed).toBe(2);
    begun[1].options.onPolicy?.(policyOf(20, 2));
    expect(await status()).toMatchObject({ learned: { states: 10 } });
    begun[1].end(policyOf(20, 2));
    await status();
    expect(await status()).toMatchObject({ learned: { states: 20, seed: 2 }, training: null });
  });
});

describe('another table', () => {
  it('ends the training for the one before it, and gets a training of its own', async () => {
    const { bring, status, begun, server } = shop({ chosen: 'learned' });
    begun[0].options.onProgress?.({ share: 0.5, iteration: 2, of: 2 });
    await bring('boots.csv');
    expect(begun[0].isStopped).toBe(true);
    begun[0].options.onPolicy?.(policyOf(10));
    begun[0].options.onProgress?.({ share: 0.9, iteration: 2, of: 2 });
    begun[0].end(policyOf(10));
    expect(await status()).toMatchObject({ learned: null, training: { share: 0, iteration: 1 } });
    expect(begun[1].catalog.name).toBe('boots.csv');
    await ask(server, 'DELETE', '/api/catalog');
    expect(begun.map(({ catalog, isStopped }) => [catalog.name, isStopped])).toEqual([
      ['lamps', true],
      ['boots.csv', true],
      ['lamps', false],
    ]);
  });

  it('is not trained for while planning is chosen', async () => {
    const { bring, begun } = shop();
    await bring('boots.csv');
    expect(begun).toHaveLength(0);
  });

  it('finds its policy again, and the first one does when it comes back', async () => {
    const keeper = memoryKeeper();
    const first = shop({ chosen: 'learned', keeper });
    first.begun[0].options.onPolicy?.(policyOf(10));
    await first.bring('boots.csv');
    // Lamps under another name are the same table.
    expect(await first.status()).toMatchObject({ learned: { states: 10, origin: 'own' }, training: null });
    const second = shop({ chosen: 'learned', keeper });
    expect(second.begun).toHaveLength(0);
    expect(await second.status()).toMatchObject({ serving: 'learned', learned: { states: 10 } });
  });
});

describe('a policy that was not trained here', () => {
  it('may be named for the first table, and steps back for one of its own', async () => {
    const keeper = { find: () => undefined, keep: () => undefined };
    const { bring, status, train, begun, server } = shop({ chosen: 'learned', given: policyOf(5), keeper });
    expect(await status()).toMatchObject({ serving: 'learned', learned: { origin: 'file', states: 5 } });
    await bring('boots.csv');
    expect(await status()).toMatchObject({ serving: 'planned', learned: null });
    await ask(server, 'DELETE', '/api/catalog');
    expect(await status()).toMatchObject({ learned: { origin: 'file' }, training: null });
    await train();
    begun[1].options.onPolicy?.(policyOf(10));
    expect(await status()).toMatchObject({ serving: 'learned', learned: { origin: 'file', states: 5 } });
    begun[1].end(policyOf(10));
    await status();
    expect(await status()).toMatchObject({ learned: { origin: 'own', states: 10 } });
  });

  it('is the one that ships, for the built-in table, which is trained for when that is asked for', async () => {
    const { status, train, begun } = shop({ chosen: 'learned', shipped: () => policyOf(7) }, { source: 'built-in' });
    expect(await status()).toMatchObject({ serving: 'learned', learned: { origin: 'shipped', states: 7 } });
    expect(begun).toHaveLength(0);
    await train();
    expect(begun[0].options.seed).toBe(1);
    begun[0].options.onPolicy?.(policyOf(10));
    expect(await status()).toMatchObject({ learned: { origin: 'shipped' } });
    begun[0].end(policyOf(10));
    await status();
    expect(await status()).toMatchObject({ learned: { origin: 'own', states: 10 } });
  });
});

describe('a policy that did clearly worse than planning', () => {
  const why =
    'did clearly worse than planning with the people it was judged by (R* 0.90 on average, planning 1.20), so planning goes on.';

  it('does not decide; it is told what to do, and another is trained with another seed', async () => {
    const { status, chat, train, begun, maker, news } = shop({ chosen: 'learned' });
    begun[0].options.onPolicy?.(worse(10));
    expect(await status()).toMatchObject({ serving: 'planned', learned: { states: 10 }, problem: null });
    await chat();
    expect(maker.created[0].learned).toBeUndefined();
    begun[0].end(worse(10));
    await status();
    const { serving, learned, ended, problem } = await status();
    expect({ serving, learned, ended }).toMatchObject({ serving: 'planned', learned: { states: 10 }, ended: 'done' });
    expect(problem).toContain(why);
    expect(problem).toContain('Train anew');
    expect(problem).toContain('sente train policy --catalog FILE --preset full');
    expect(news.at(-1)).toEqual({ kind: 'done', problem });
    expect(news.at(-2)).toMatchObject({ kind: 'kept', decides: false });
    expect(await train()).toMatchObject({ problem: null, serving: 'planned' });
    expect(begun[1].options.seed).toBe(2);
    // Nothing is lost if the next decides from its first iteration on.
    begun[1].options.onPolicy?.(policyOf(20, 2));
    expect(await status()).toMatchObject({ serving: 'learned', learned: { states: 20 } });
  });

  it('decides from the iteration on that is good enough', async () => {
    const { status, begun } = shop({ chosen: 'learned' });
    begun[0].options.onPolicy?.(worse(10));
    begun[0].options.onPolicy?.(policyOf(20));
    begun[0].end(policyOf(20));
    await status();
    expect(await status()).toMatchObject({ serving: 'learned', learned: { states: 20 }, problem: null });
  });

  it('does not decide when it is found again, and is not trained again by itself', async () => {
    const keeper = memoryKeeper();
    const first = shop({ chosen: 'learned', keeper });
    first.begun[0].options.onPolicy?.(worse(10));
    const { status, chat, begun, maker, news } = shop({ chosen: 'learned', keeper });
    const { serving, training, problem } = await status();
    expect({ serving, training }).toEqual({ serving: 'planned', training: null });
    expect(problem).toContain(why);
    expect(news).toEqual([{ kind: 'failed', problem }]);
    await chat();
    expect(maker.created[0].learned).toBeUndefined();
    expect(begun).toHaveLength(0);
  });

  it('does not replace a better one, whose next training draws other people than both', async () => {
    const kept: LearnedPolicy[] = [];
    const keeper = { find: () => undefined, keep: (_: unknown, policy: LearnedPolicy) => void kept.push(policy) };
    const { status, train, begun } = shop({ chosen: 'learned', keeper });
    begun[0].options.onPolicy?.(policyOf(10));
    begun[0].end(policyOf(10));
    await status();
    await train();
    begun[1].end(worse(20, 2));
    await status();
    const { serving, learned, problem } = await status();
    expect({ serving, learned }).toMatchObject({ serving: 'learned', learned: { states: 10 } });
    expect(problem).toContain('so the policy from before goes on');
    expect(kept.map(({ card }) => card.states)).toEqual([10]);
    expect(await train()).toMatchObject({ problem: null });
    expect(begun[2].options.seed).toBe(3);
  });

  it('does not step in for the one that ships', async () => {
    const { status, train, begun } = shop({ chosen: 'learned', shipped: () => policyOf(7) }, { source: 'built-in' });
    await train();
    begun[0].options.onPolicy?.(worse(10));
    expect(await status()).toMatchObject({ serving: 'learned', learned: { origin: 'shipped' }, problem: null });
    begun[0].end(worse(10));
    await status();
    const { learned, problem } = await status();
    expect(learned).toMatchObject({ origin: 'shipped' });
    expect(problem).toContain('sente train policy --preset full');
  });

  it('decides where its file was named', async () => {
    const { status, news } = shop({ chosen: 'learned', given: worse(5) });
    expect(await status()).toMatchObject({ serving: 'learned', learned: { origin: 'file' }, problem: null });
    expect(news).toEqual([]);
  });
});

describe('what goes wrong', () => {
  it('is told when a training falls over: planning goes on, and it can be begun again', async () => {
    const { status, train, begun, faults, news } = shop({ chosen: 'learned' });
    begun[0].fail(new PolicyTrainingError('the thread that trains fell over.', { cause: 'Error: at line 7' }));
    await status();
    const { serving, training, ended, problem } = await status();
    expect([serving, training, ended]).toEqual(['planned', null, 'failed']);
    expect(problem).toBe('The training came to nothing: the thread that trains fell over. Start it again.');
    expect(faults).toEqual(['Error: at line 7']);
    expect(news.at(-1)).toEqual({ kind: 'failed', problem });
    expect(await train()).toMatchObject({ problem: null, training: { share: 0 } });
  });

  it('is no fault of ours when there is nothing to learn', async () => {
    const { status, begun, faults } = shop({ chosen: 'learned' });
    begun[0].fail(new NothingToLearnError('There is nothing to learn from lamps.'));
    await status();
    expect((await status()).problem).toBe('There is nothing to learn from lamps.');
    expect(faults).toHaveLength(0);
  });

  it('is told when a policy cannot be kept: it serves all the same', async () => {
    const keeper = {
      find: () => undefined,
      keep() {
        throw new Error('EACCES');
      },
    };
    const { status, begun, news } = shop({ chosen: 'learned', keeper });
    begun[0].options.onPolicy?.(policyOf(10));
    const { serving, problem } = await status();
    expect(serving).toBe('learned');
    expect(problem).toContain('cannot be kept (EACCES)');
    begun[0].end(policyOf(10));
    await status();
    expect(news.at(-1)).toEqual({ kind: 'done', problem });
    const stopped = shop({ chosen: 'learned', keeper });
    stopped.begun[0].options.onPolicy?.(policyOf(10));
    expect(await stopped.stop()).toMatchObject({ ended: 'stopped', problem });
    expect(stopped.news.at(-1)).toEqual({ kind: 'stopped', problem });
  });

  it('is told when a kept one cannot be read, which is left as it is until the owner has another trained', async () => {
    const kept: LearnedPolicy[] = [];
    const keeper = {
      find() {
        if (kept.length > 0) return kept.at(-1);
        throw new Error('lamps.policy.json is of another format: train it again');
      },
      keep: (_: unknown, policy: LearnedPolicy) => void kept.push(policy),
    };
    const { status, choose, train, news, begun } = shop({ chosen: 'learned', keeper });
    const { problem } = await status();
    expect(problem).toContain('of another format: train it again. It is left as it is, and planning goes on');
    expect(news).toEqual([{ kind: 'failed', problem }]);
    await choose('planned');
    expect(await choose('learned')).toMatchObject({ training: null, problem });
    expect(begun).toHaveLength(0);
    expect(await train()).toMatchObject({ problem: null, training: { share: 0 } });
    begun[0].options.onPolicy?.(policyOf(10));
    expect(kept).toHaveLength(1);
  });

  it('is a request that says something else', async () => {
    const { server } = shop();
    expect((await ask(server, 'PUT', '/api/policy', { json: { policy: 'magic' } })).status).toBe(400);
    expect((await ask(server, 'POST', '/api/policy/training', { json: { preset: 'full' } })).status).toBe(400);
  });
});

it('may be looked at by whoever chats, and changed by the owner', async () => {
  const { server } = shop({}, { key: 'owner', chatKey: 'shop' });
  const as = (method: string, path: string, key: string, json?: unknown) =>
    ask(server, method, path, { headers: { authorization: `Bearer ${key}` }, ...(json !== undefined && { json }) });
  const visitor = await as('GET', '/api/policy', 'shop');
  expect([visitor.status, visitor.body.mayChange]).toEqual([200, false]);
  expect((await as('GET', '/api/policy', 'owner')).body.mayChange).toBe(true);
  expect((await as('PUT', '/api/policy', 'shop', { policy: 'learned' })).status).toBe(401);
  expect((await as('POST', '/api/policy/training', 'shop', {})).status).toBe(401);
  expect((await as('DELETE', '/api/policy/training', 'shop')).status).toBe(401);
  const chosen = await as('PUT', '/api/policy', 'owner', { policy: 'learned' });
  expect([chosen.status, chosen.body.mayChange]).toEqual([200, true]);
});

it('says to the page of another origin that it may look, and no more', async () => {
  const { server } = shop({}, { allowOrigin: ['https://shop.example'] });
  const from = (origin: string) => ask(server, 'GET', '/api/policy', { headers: { origin } });
  expect((await from('https://shop.example')).body.mayChange).toBe(false);
  expect((await from('http://127.0.0.1:4747')).body.mayChange).toBe(true);
});

it('tells visitors nothing of the owner’s files', async () => {
  const keeper = {
    find: () => undefined,
    keep() {
      throw new Error("EACCES: permission denied, open '/srv/shop/lamps.policy.safetensors.part'");
    },
  };
  const given = policyOf(5);
  const named = { ...given, card: { ...given.card, name: '/srv/shop/secret.csv' } };
  const keys = { key: 'owner', chatKey: 'shop', allowOrigin: ['https://shop.example'] };
  const { server, begun } = shop({ chosen: 'learned', given: named, keeper }, keys);
  const look = async (key: string, origin?: string) => {
    const headers = { authorization: `Bearer ${key}`, ...(origin && { origin }) };
    return (await ask(server, 'GET', '/api/policy', { headers })).body;
  };
  const visits = async () => [await look('shop'), await look('owner', 'https://shop.example')];
  expect((await look('owner')).learned.name).toBe('/srv/shop/secret.csv');
  for (const visit of await visits()) {
    expect(visit).toMatchObject({ learned: { name: '', origin: 'file', states: 5 }, mayChange: false });
    expect(JSON.stringify(visit)).not.toContain('/srv');
  }
  const headers = { authorization: 'Bearer owner' };
  await ask(server, 'POST', '/api/policy/training', { headers, json: {} });
  begun[0].end(policyOf(10));
  await look('owner');
  expect((await look('owner')).problem).toContain('/srv/shop/lamps.policy.safetensors.part');
  for (const visit of await visits()) {
    expect(visit).toMatchObject({ learned: { name: 'lamps', origin: 'own' }, ended: 'done', problem: null });
    expect(JSON.stringify(visit)).not.toContain('/srv');
  }
});
