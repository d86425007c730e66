/**
 * Probes, simulated conversations at scale, runs and statistics.
 * @module
 */
export * from './statistics/bootstrap.ts';
export * from './statistics/column.ts';
export * from './statistics/summary.ts';
