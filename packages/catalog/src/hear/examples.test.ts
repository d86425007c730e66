import { describe, expect, test } from 'vitest';
import { CATALOGS } from './catalogs.test.support.ts';
import { EXAMPLES } from './examples.test.support.ts';
import { createListener, type Listener } from './listener.ts';
import { contextFrom, inShortAll } from './meaning.test.support.ts';

const listeners = new Map<string, Listener>(
  Object.entries(CATALOGS).map(([name, catalog]) => [name, createListener(catalog)]),
);

describe('sentences and their meaning', () => {
  test.each(EXAMPLES)('%s [%s] %s', (name, context, text, meaning) => {
    const catalog = CATALOGS[name];
    const moves = listeners.get(name)!(text, contextFrom(catalog, context));
    expect(inShortAll(catalog, moves)).toBe(meaning);
  });

  test('there are examples enough, none twice', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(150);
    expect(new Set(EXAMPLES.map((example) => example.slice(0, 3).join('\n'))).size).toBe(EXAMPLES.length);
  });
});
