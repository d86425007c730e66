/**
 * Conformance checks for domains, policies and simulated users of one's own, and small worlds to try things on.
 * @module
 */
export * from './worlds/doors.ts';
export * from './worlds/guess.ts';
export * from './worlds/offers.ts';
