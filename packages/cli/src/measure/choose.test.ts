import { describe, expect, it } from 'vitest';
import { choose } from './choose.ts';
import { type Probe, UsageError } from './probe.ts';

const probe = (name: string, agents: string[], options: Probe['options'], needs: Probe['needs'] = []): Probe => ({
  name,
  question: '?',
  version: `${name}/1`,
  agents: () => agents,
  options,
  needs,
  prepare: () => Promise.reject(new Error('not played here')),
});
const probes = [
  probe('recommend', ['bare', 'rule', 'sente'], ['data', 'noise', 'turns'], ['data']),
  probe('offer', ['reactive', 'sente'], ['turns']),
];
const seed = 1;

describe('choosing what to measure', () => {
  it('takes what is named, once, in the order named', () => {
    const { plans, notes } = choose(['offer', 'recommend', 'offer'], { seed, data: '/d' }, probes);
    expect(plans.map((plan) => plan.probe.name)).toEqual(['offer', 'recommend']);
    expect(notes).toEqual([]);
  });

  it('measures few agents, and the cases that are enough, when everything is measured', () => {
    const talked: Probe = {
      ...probe('ask', ['always', 'bare', 'reactive', 'sente'], ['model', 'user']),
      few: ['always', 'bare', 'sente'],
      casesAmongAll: 7,
    };
    const all = choose([], { seed }, [...probes, talked]).plans.at(-1);
    expect(all?.settings).toMatchObject({ agents: ['always', 'bare', 'sente'], cases: 7 });
    expect(choose([], { seed, cases: 3 }, [talked]).plans[0].settings.cases).toBe(3);
    expect(choose(['ask'], { seed }, [talked]).plans[0].settings).toEqual({ seed });
  });

  it('leaves probes on tables out when a model is to be measured', () => {
    const talked = probe('ask', ['bare', 'sente'], ['model']);
    const { plans, notes } = choose([], { seed, model: 'ollama:x' }, [...probes, talked]);
    expect(plans.map((plan) => plan.probe.name)).toEqual(['ask']);
    expect(notes).toContain('Left out: offer (is played on tables, without a language model).');
  });

  it('takes everything it can when nothing is named, and says what it leaves out', () => {
    const { plans, notes } = choose([], { seed }, probes);
    expect(plans.map((plan) => plan.probe.name)).toEqual(['offer']);
    expect(notes).toEqual(['Left out: recommend (needs --data).']);
  });

  it('takes a probe of another world when it is named only', () => {
    const apart: Probe = { ...probe('boundary', ['rule'], ['model']), isOnlyNamed: true };
    expect(choose([], { seed }, [...probes, apart]).plans.map((plan) => plan.probe.name)).toEqual(['offer']);
    expect(choose(['boundary'], { seed }, [...probes, apart]).plans.map((plan) => plan.probe.name)).toEqual([
      'boundary',
    ]);
  });

  it('gives a probe only the options it takes', () => {
    const { plans } = choose(['recommend', 'offer'], { seed, data: '/d', noise: 0.1, turns: 5, cases: 9 }, probes);
    expect(plans[0].settings).toEqual({ seed, data: '/d', noise: 0.1, turns: 5, cases: 9 });
    expect(plans[1].settings).toEqual({ seed, turns: 5, cases: 9 });
  });

  it('gives a probe only the agents it has', () => {
    const { plans, notes } = choose(['recommend', 'offer'], { seed, data: '/d', agents: ['rule', 'sente'] }, probes);
    expect(plans.map((plan) => plan.settings.agents)).toEqual([['rule', 'sente'], ['sente']]);
    expect(notes).toEqual([]);
    const some = choose(['recommend', 'offer'], { seed, data: '/d', agents: ['bare'] }, probes);
    expect(some.plans.map((plan) => plan.probe.name)).toEqual(['recommend']);
    expect(some.notes[0]).toContain('Left out: offer');
  });

  it('has a model play users where people talk in words, and names for users go to the probes that know them', () => {
    const talked: Probe = { ...probe('ask', ['bare'], ['model', 'user']), users: ['strangers'] };
    const tables: Probe = { ...probe('recommend', ['rule'], ['user']), users: ['fickle', 'all'] };
    const users = (user: string): unknown[] =>
      choose([], { seed, user }, [talked, tables]).plans.map(({ settings }) => settings.user);
    expect(users('ollama:x')).toEqual(['ollama:x', undefined]);
    expect(users('fickle')).toEqual([undefined, 'fickle']);
    expect(users('strangers')).toEqual(['strangers', undefined]);
    expect(() => choose(['recommend'], { seed, user: 'ollama:x' }, [talked, tables])).toThrow(UsageError);
    expect(() => choose(['recommend'], { seed, user: 'ficle' }, [talked, tables])).toThrow("did you mean 'fickle'?");
  });

  it('leaves agents out that need a model, and says so', () => {
    const { plans, notes } = choose(['offer'], { seed, agents: ['prompted', 'sente'] }, probes);
    expect(plans[0].settings.agents).toEqual(['sente']);
    expect(notes).toEqual(['Left out: prompted (needs a language model: --model ID).']);
  });

  it.each<[string[], object, string]>([
    [['recommend'], {}, 'recommend needs --data'],
    [['ofer'], {}, "did you mean 'offer'?"],
    [[], { data: '/d' }, '--data is for one probe: name it; it is for: recommend'],
    [['quite-else'], {}, 'there are: recommend, offer'],
    [['offer'], { judge: 'rules' }, '--judge has no meaning for offer'],
    [['offer'], { model: 'ollama:x' }, '--model has no meaning for offer'],
    [['offer'], { noise: 0.1 }, '--noise has no meaning for offer; it is for: recommend'],
    [['offer'], { agents: ['sent'] }, "did you mean 'sente'?"],
    [['offer'], { agents: ['prompted'] }, 'no agent is left to measure'],
  ])('refuses %j with %j', (named, settings, message) => {
    expect(() => choose(named, { seed, ...settings }, probes)).toThrow(UsageError);
    expect(() => choose(named, { seed, ...settings }, probes)).toThrow(message);
  });
});
