import { expect, it } from 'vitest';
import { requestOptions } from './request-options.ts';

const read = (headers: Record<string, string>, body: Record<string, unknown> = {}) =>
  requestOptions(new Headers(headers), body);

it('takes headers before the member before metadata', () => {
  const metadata = { sente_horizon: '1', sente_mode: 'observe', sente_conversation: 'c1' };
  expect(read({}, { metadata })).toEqual({ horizon: 1, mode: 'observe', conversation: 'c1', off: false, show: false });
  expect(read({}, { metadata, sente: { horizon: 2 } })).toMatchObject({ horizon: 2, mode: 'observe' });
  expect(read({ 'x-sente-horizon': '3' }, { metadata, sente: { horizon: 2 } })).toMatchObject({ horizon: 3 });
});

it('shows the decision where it is asked for', () => {
  for (const body of [
    { sente: true },
    { sente: {} },
    { metadata: { sente: 'decision' } },
    { metadata: { sente_show: '1' } },
  ]) {
    expect(read({}, body).show).toBe(true);
  }
  expect(read({ 'x-sente-show': '1' }).show).toBe(true);
  for (const body of [
    {},
    { sente: false },
    { sente: { show: false } },
    { metadata: { sente: 'false' } },
    { metadata: 7 },
  ]) {
    expect(read({}, body).show).toBe(false);
  }
});

it('passes over what makes no sense', () => {
  const odd = { sente: { horizon: '2.5', mode: 'loud', conversation: 'a b', off: null } };
  expect(read({ 'x-sente-conversation': 'x'.repeat(101) }, odd)).toEqual({ off: false, show: true });
  expect(read({}, { sente: 'yes', metadata: [1] })).toEqual({ off: false, show: true });
});
