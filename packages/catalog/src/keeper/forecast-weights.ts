/**
 * Coefficients of the forecast, written by `benchmarks/fit-shop-forecast.ts`.
 * @module
 */

/** In the order of `SEARCH_FEATURES`. */
export const SEARCH_WEIGHTS: readonly number[] = [
  0.3865, -0.2524, 0.886, -0.274, 0.0192, 0.1335, -0.2218, -0.2412, -0.0701, 0.0589, -1.6822,
];

/** In the order of `BARGAIN_FEATURES`. */
export const BARGAIN_WEIGHTS: readonly number[] = [-9.3692, 3.0183, -0.6391, -0.4987, 11.2892, 0];
