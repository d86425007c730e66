import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventCutter, eventText } from './events.ts';

/** Events with every kind of line end, comments, and letters of several bytes. */
const written = fc.array(
  fc.tuple(
    fc.constantFrom(
      'data: one',
      'data:two\ndata: three',
      ': comment',
      'id: 4\ndata: {"a": "é😀"}',
      'data: [DONE]',
      'data:',
    ),
    fc.constantFrom('\n', '\r\n', '\r'),
  ),
  { maxLength: 8 },
);

it('loses and adds no byte, wherever the bytes are cut', () => {
  fc.assert(
    fc.property(written, fc.array(fc.nat(200)), fc.boolean(), (events, cuts, isWhole) => {
      const text = events.map(([event, end]) => `${event.replaceAll('\n', end)}${end}${end}`).join('');
      const bytes = Buffer.from(isWhole ? text : text.slice(0, -1));
      const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
      const cutter = eventCutter();
      const out = places.slice(1).flatMap((end, i) => cutter.push(bytes.subarray(places[i], end)));
      out.push(...cutter.rest());
      expect(Buffer.concat(out.map(({ raw }) => raw)).equals(bytes)).toBe(true);
    }),
  );
});

it('gives the data of each event, and none for comments', () => {
  const cutter = eventCutter();
  const text = ': hello\n\ndata: a\ndata: b\n\nevent: x\r\nid: 7\r\ndata:{"c": "é"}\r\n\r\ndata: cut';
  const events = [...Buffer.from(text)].flatMap((byte) => cutter.push(Buffer.from([byte])));
  expect([...events, ...cutter.rest()].map(({ data }) => data)).toEqual([undefined, 'a\nb', '{"c": "é"}', 'cut']);
});

it('writes what it would read', () => {
  const [event] = eventCutter().push(Buffer.from(eventText('one\ntwo', { id: '7', event: 'x' })));
  expect(event.data).toBe('one\ntwo');
  expect(Buffer.from(event.raw).toString()).toBe('id: 7\nevent: x\ndata: one\ndata: two\n\n');
});
