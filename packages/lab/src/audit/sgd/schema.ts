/**
 * Services as the Schema-Guided Dialogue data set describes them (Rastogi et al. 2020, arXiv 1909.05855): slots, and
 * intents with what they require.
 * @module
 */
import { z } from 'zod';

const slot = z.object({
  name: z.string(),
  description: z.string().optional(),
  possible_values: z.array(z.string()).default([]),
});
const intent = z.object({
  name: z.string(),
  description: z.string().optional(),
  is_transactional: z.boolean(),
  required_slots: z.array(z.string()).default([]),
  optional_slots: z.record(z.string(), z.string()).default({}),
  result_slots: z.array(z.string()).default([]),
});

/** The contents of a `schema.json`. */
export const schemaFile: z.ZodType<readonly Service[]> = z.array(
  z.object({
    service_name: z.string(),
    description: z.string().optional(),
    slots: z.array(slot),
    intents: z.array(intent),
  }),
);

/** One thing that a service can do. */
export interface ServiceIntent {
  readonly name: string;
  /** What it does, in words. */
  readonly description?: string;
  /** It does something in the world (books, buys), rather than look something up. */
  readonly is_transactional: boolean;
  readonly required_slots: readonly string[];
  /** Slots with the values they have unless the user says otherwise. */
  readonly optional_slots: Readonly<Record<string, string>>;
  readonly result_slots: readonly string[];
}

/** One value that a service takes or gives. */
interface Slot {
  readonly name: string;
  readonly description?: string;
  /** All values that it can have; empty when they are not listed. */
  readonly possible_values: readonly string[];
}

/** One service. */
export interface Service {
  readonly service_name: string;
  readonly description?: string;
  readonly slots: readonly Slot[];
  readonly intents: readonly ServiceIntent[];
}

/** Services by name. */
export type Schema = ReadonlyMap<string, Service>;

/** An intent of a service, if it has one of that name. */
export function findIntent(schema: Schema, service: string, name: string): ServiceIntent | undefined {
  return schema.get(service)?.intents.find((candidate) => candidate.name === name);
}
