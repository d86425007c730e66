/**
 * The safetensors format: the length of a JSON header (8 bytes, little-endian), the header, then the numbers.
 *
 * Source: huggingface/safetensors, README, "Format".
 * @module
 */
import type { Tensor, Weights } from '../model/shape.ts';
import { fromHalf, toHalf } from './half.ts';

/** A file that is no safetensors file, or holds what is not read here. */
export class SafetensorsError extends Error {
  override readonly name = 'SafetensorsError';
}

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** The one entry of a header that is no tensor: text by name. */
const METADATA = '__metadata__';

/** Writes arrays as F32, or as F16 with `half`. */
export function writeSafetensors(tensors: Weights, { half = false }: { readonly half?: boolean } = {}): Uint8Array {
  const size = half ? 2 : 4;
  // Readers in Python look for the format's name; tensors in memory are laid out as theirs are.
  const header: Record<string, Entry | Readonly<Record<string, string>>> = { [METADATA]: { format: 'pt' } };
  let offset = 0;
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    const end = offset + data.length * size;
    header[name] = { dtype: half ? 'F16' : 'F32', shape: [...shape], data_offsets: [offset, end] };
    offset = end;
  }
  let text = JSON.stringify(header);
  // The numbers begin at a multiple of 8; the header may end in spaces.
  text += ' '.repeat((8 - (new TextEncoder().encode(text).length % 8)) % 8);
  const head = new TextEncoder().encode(text);
  const file = new Uint8Array(8 + head.length + offset);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(head.length), true);
  file.set(head, 8);
  let at = 8 + head.length;
  for (const { data } of Object.values(tensors)) {
    for (const value of data) {
      if (half) view.setUint16(at, toHalf(value), true);
      else view.setFloat32(at, value, true);
      at += size;
    }
  }
  return file;
}

/** Reads F32 and F16. Throws SafetensorsError. */
export function readSafetensors(file: Uint8Array): Weights {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 8) throw new SafetensorsError('the file is too short to be a safetensors file');
  const length = Number(view.getBigUint64(0, true));
  if (8 + length > file.length)
    throw new SafetensorsError('the header is longer than the file: it was cut off, or is no safetensors file');
  const header = readHeader(new TextDecoder().decode(file.subarray(8, 8 + length)));
  const tensors: Record<string, Tensor> = {};
  for (const [name, entry] of Object.entries(header)) {
    if (!isEntry(entry)) throw new SafetensorsError(`${name} has no dtype, shape and data_offsets in the header`);
    const { dtype, shape } = entry;
    const [from, to] = entry.data_offsets;
    const count = shape.reduce((product, size) => product * size, 1);
    const size = dtype === 'F32' ? 4 : dtype === 'F16' ? 2 : 0;
    if (size === 0)
      throw new SafetensorsError(`${name} holds ${dtype}; only F32 and F16 are read here: convert it to one of them`);
    if (to - from !== count * size || 8 + length + to > file.length) {
      throw new SafetensorsError(
        `${name} does not have the ${count} numbers that its shape says: the file was cut off, copy it again`,
      );
    }
    const start = 8 + length + from;
    const data = Float32Array.from({ length: count }, (_, at) =>
      size === 4 ? view.getFloat32(start + 4 * at, true) : fromHalf(view.getUint16(start + 2 * at, true)),
    );
    tensors[name] = { shape, data };
  }
  return tensors;
}

function readHeader(text: string): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch (cause) {
    throw new SafetensorsError('the header is no JSON: the file is no safetensors file', { cause });
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header))
    throw new SafetensorsError('the header is no JSON object: the file is no safetensors file');
  return Object.fromEntries(Object.entries(header).filter(([name]) => name !== METADATA));
}

function isEntry(entry: unknown): entry is Entry {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Partial<Record<keyof Entry, unknown>>;
  return typeof dtype === 'string' && areSizes(shape) && areSizes(offsets) && offsets.length === 2;
}

function areSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((one) => Number.isSafeInteger(one) && one >= 0);
}
