/**
 * Conformance checks for domains, policies and simulated users of one's own, and small worlds to try things on.
 * @module
 */
export * from './check-domain.ts';
export * from './check-policy.ts';
export * from './check-user.ts';
export * from './chi-square.ts';
export * from './finding.ts';
export * from './fingerprint.ts';
export * from './worlds/doors.ts';
export * from './worlds/guess.ts';
export * from './worlds/offers.ts';
