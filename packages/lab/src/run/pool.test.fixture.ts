/**
 * A worker for the pool's tests: squares of numbers, a case that fails, a case that hangs.
 * @module
 */
import { serveCases } from './worker-side.ts';

serveCases(({ add, failAt, hangAt }: { add: number; failAt?: number; hangAt?: number }) => (number) => {
  if (number === failAt) throw new Error('this case cannot be played');
  if (number === hangAt) for (;;);
  return number * number + add;
});
