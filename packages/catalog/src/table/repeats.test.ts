import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstRepeat } from './repeats.ts';
import { TextColumnBuilder } from './text-column.ts';

function column(texts: readonly string[]) {
  const builder = new TextColumnBuilder('id');
  for (const text of texts) builder.add(text);
  return builder.finish();
}

it('finds the first repeat, as a plain search does', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constant(''), fc.string({ maxLength: 2 }))), (texts) => {
      const row = texts.findIndex((text, i) => text !== '' && texts.indexOf(text) < i);
      expect(firstRepeat(column(texts))).toEqual(row < 0 ? undefined : { earlier: texts.indexOf(texts[row]), row });
    }),
  );
});

it('works on columns too varied for a dictionary', () => {
  const texts = Array.from({ length: 150_000 }, (_, i) => `id ${i}`);
  const plain = column(texts);
  expect(plain.plain).toBe(true);
  expect(firstRepeat(plain)).toBeUndefined();
  expect(firstRepeat(column([...texts, 'id 140000']))).toEqual({ earlier: 140_000, row: 150_000 });
});
