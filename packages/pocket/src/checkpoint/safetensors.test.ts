import { expect, it } from 'vitest';
import { readSafetensors, SafetensorsError, writeSafetensors } from './safetensors.ts';

const tensors = {
  first: { shape: [2, 3], data: Float32Array.of(1, -2, 0.5, 3e-5, 65504, 1 / 3) },
  second: { shape: [1], data: Float32Array.of(-0) },
};

it('lays a file out as the format has it', () => {
  const file = writeSafetensors(tensors);
  const view = new DataView(file.buffer);
  const length = Number(view.getBigUint64(0, true));
  expect(length % 8).toBe(0);
  const text = new TextDecoder().decode(file.subarray(8, 8 + length));
  expect(text.startsWith('{')).toBe(true);
  expect(JSON.parse(text)).toEqual({
    __metadata__: { format: 'pt' },
    first: { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] },
    second: { dtype: 'F32', shape: [1], data_offsets: [24, 28] },
  });
  expect(file.length).toBe(8 + length + 28);
  expect(view.getFloat32(8 + length + 4, true)).toBe(-2);
});

it('reads what it wrote, exactly in single precision, rounded in half', () => {
  expect(readSafetensors(writeSafetensors(tensors))).toEqual(tensors);
  const file = writeSafetensors(tensors, { half: true });
  const { first, second } = readSafetensors(file);
  expect(first.shape).toEqual([2, 3]);
  expect([...first.data]).toEqual([1, -2, 0.5, 503 * 2 ** -24, 65504, 0.333251953125]);
  expect(Object.is(second.data[0], -0)).toBe(true);
  expect(readSafetensors(writeSafetensors({ first, second }, { half: true }))).toEqual({ first, second });
});

it('reads a part of a larger buffer', () => {
  const file = writeSafetensors(tensors);
  const larger = new Uint8Array(file.length + 10);
  larger.set(file, 3);
  expect(readSafetensors(larger.subarray(3, 3 + file.length))).toEqual(tensors);
});

it.each([
  ['too short', new Uint8Array(5), /too short/],
  ['cut off in its header', writeSafetensors(tensors).subarray(0, 40), /cut off/],
  ['cut off in its numbers', writeSafetensors(tensors).subarray(0, -1), /second .* cut off/],
  ['some other file', new TextEncoder().encode('a page of text, not numbers'), /longer than the file/],
  ['no JSON', made('not json'), /no JSON/],
  ['a list', made('[]'), /no JSON object/],
  ['of another kind of number', made('{"x":{"dtype":"BF16","shape":[1],"data_offsets":[0,2]}}', 2), /BF16.*convert/],
  ['without a shape', made('{"x":{"dtype":"F32","data_offsets":[0,4]}}', 4), /no dtype, shape/],
  ['with a shape that does not fit', made('{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}', 4), /2 numbers/],
])('refuses a file that is %s', (_, file, message) => {
  expect(() => readSafetensors(file)).toThrow(SafetensorsError);
  expect(() => readSafetensors(file)).toThrow(message);
});

function made(header: string, numbers = 0): Uint8Array {
  const file = new Uint8Array(8 + header.length + numbers);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
  file.set(new TextEncoder().encode(header), 8);
  return file;
}
