import { expect, test } from 'vitest';
import { CATALOGS } from './catalogs.test.support.ts';
import { HELD_OUT } from './held-out.test.support.ts';
import { createListener } from './listener.ts';
import { contextFrom, inShortAll } from './meaning.test.support.ts';

const listeners = new Map(Object.entries(CATALOGS).map(([name, catalog]) => [name, createListener(catalog)]));

test.each(HELD_OUT)('%s [%s] %s', (name, context, text, meaning) => {
  const catalog = CATALOGS[name];
  expect(inShortAll(catalog, listeners.get(name)!(text, contextFrom(catalog, context)))).toBe(meaning);
});
