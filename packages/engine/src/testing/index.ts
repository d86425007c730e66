/**
 * Conformance checks for domains, policies and simulated users of one's own.
 * @module
 */
export {};
