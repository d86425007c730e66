/**
 * Coefficients of the forecast, written by `benchmarks/fit-shop-forecast.ts`.
 * @module
 */

/** In the order of `SEARCH_FEATURES`. */
export const SEARCH_WEIGHTS: readonly number[] = [
  -0.7793, -0.1211, 0.4498, 0.4485, 0.1363, 0.2321, 0.0292, -0.6421, -0.1168, 0.0412, -4.4417,
];

/** In the order of `BARGAIN_FEATURES`. */
export const BARGAIN_WEIGHTS: readonly number[] = [-7.437, 4.1817, 0.4338, -0.9165, 7.8212, 0];
