/**
 * Whether a policy's card has what is read of it. Cards are files, and may have been written by hand.
 * @module
 */
import { CheckpointError } from '../checkpoint/card.ts';
import type { PolicyCard } from './policy-card.ts';

const TEXTS = ['name', 'description', 'method', 'license'] as const;
const COUNTS = ['states', 'steps'] as const;

/** Throws CheckpointError for the first field that is missing, or is of another kind. The shape is not looked at. */
export function demandFields(card: Partial<PolicyCard>): void {
  const { trainedOn, seed, of, figures } = card as Readonly<Record<string, unknown>>;
  for (const field of TEXTS) demand(typeof card[field] === 'string', field, 'text');
  demand(isRecord(trainedOn), 'trainedOn', 'an object');
  demand(typeof trainedOn.source === 'string', 'trainedOn.source', 'text');
  for (const field of ['items', 'answers']) demand(isCount(trainedOn[field]), `trainedOn.${field}`, COUNT);
  for (const field of COUNTS) demand(isCount(card[field]), field, COUNT);
  demand(Number.isSafeInteger(seed), 'seed', 'a whole number');
  demand(of === undefined || isCount(of), 'of', COUNT);
  const areFigures = isRecord(figures) && Object.values(figures).every((figure) => Number.isFinite(figure));
  demand(figures === undefined || areFigures, 'figures', 'an object of numbers');
}

const COUNT = 'a whole number from 0';

function demand(holds: boolean, field: string, wanted: string): asserts holds {
  if (holds) return;
  throw new CheckpointError(
    `the card's ${field} is not ${wanted}: take the card as it was when the policy was trained, or train the policy again`,
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
