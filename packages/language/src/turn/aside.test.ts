import { describe, expect, it } from 'vitest';
import { asideFor } from './aside.ts';

const detail = (message: string): string => asideFor(new Error(message), undefined).detail;

describe('what is told of a failure', () => {
  it.each(['sk-abcdefgh1234', 'Bearer abcdefghijkl', 'key_live_12345678', 'key abcd1234efgh'])(
    'never shows a key: %s',
    (key) => {
      expect(detail(`Refused: ${key} is unknown`)).toBe('Error: Refused: … is unknown');
    },
  );

  it('keeps plain words about keys', () => {
    expect(detail('Incorrect API key provided.')).toBe('Error: Incorrect API key provided.');
  });
});
