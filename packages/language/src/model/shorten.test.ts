import { describe, expect, it } from 'vitest';
import { shorten } from './shorten.ts';

describe('shorten', () => {
  it('leaves short text alone', () => {
    expect(shorten('abc', 3)).toBe('abc');
  });

  it('keeps beginning and end, and counts what it left out', () => {
    const text = `begin ${'x'.repeat(1000)} end`;
    const short = shorten(text, 100);
    expect(short.length).toBeLessThanOrEqual(100);
    const [, head, count, tail] = /^(.*) … \((\d+) characters left out\) … (.*)$/.exec(short)!;
    expect(head.startsWith('begin')).toBe(true);
    expect(tail.endsWith('end')).toBe(true);
    expect(head.length + Number(count) + tail.length).toBe(text.length);
  });

  it('never exceeds the maximum and never cuts a character in two', () => {
    const text = '🙂'.repeat(300);
    for (let max = 0; max < 120; max++) {
      const short = shorten(text, max);
      expect(short.length).toBeLessThanOrEqual(max);
      expect(short.isWellFormed()).toBe(true);
    }
  });
});
