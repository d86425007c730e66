/**
 * Data files as records with the place where each stands, for messages that lead there.
 * @module
 */
import { ProbeDataError } from '../../probe/probe.ts';

/** An object that was read, and where. */
export interface DataRecord {
  readonly fields: Readonly<Record<string, unknown>>;
  /** "dev.jsonl, line 3" */
  readonly where: string;
}

/** Whether something read is an object with names. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The records of a file: one object a line, an array of objects, or the array under `data`. @throws {ProbeDataError} */
export function readRecords(text: string, file: string): readonly DataRecord[] {
  const whole = parse(text);
  const list = isRecord(whole) ? whole.data : whole;
  if (Array.isArray(list)) return list.map((one, k) => asRecord(one, `${file}, record ${k + 1}`));
  return text.split('\n').flatMap((line, k) => {
    if (line.trim() === '') return [];
    const where = `${file}, line ${k + 1}`;
    const one = parse(line);
    if (one === undefined) throw new ProbeDataError(where, 'this is no JSON: each line must hold one object');
    return [asRecord(one, where)];
  });
}

function asRecord(value: unknown, where: string): DataRecord {
  if (!isRecord(value)) throw new ProbeDataError(where, 'an object is expected here');
  return { fields: value, where };
}

/** Undefined where the text is no JSON; JSON itself has no undefined. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A field that must be words. @throws {ProbeDataError} */
export function words(fields: Readonly<Record<string, unknown>>, name: string, where: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value.trim() === '') {
    throw new ProbeDataError(where, `“${name}” must be a text that is not empty`);
  }
  return value.trim();
}

/** A field that must be yes or no. @throws {ProbeDataError} */
export function flag(fields: Readonly<Record<string, unknown>>, name: string, where: string): boolean {
  const value = fields[name];
  if (typeof value !== 'boolean') throw new ProbeDataError(where, `“${name}” must be true or false`);
  return value;
}

/** A field that must be a list of objects; an absent one is empty. @throws {ProbeDataError} */
export function objects(fields: Readonly<Record<string, unknown>>, name: string, where: string): DataRecord[] {
  const value = fields[name] ?? [];
  if (!Array.isArray(value) || !value.every(isRecord)) {
    throw new ProbeDataError(where, `“${name}” must be a list of objects`);
  }
  return value.map((one) => ({ fields: one, where }));
}
