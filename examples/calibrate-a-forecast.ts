/**
 * Calibrates an overconfident model on made data, and abstains so that at most a fifth of what it answers is wrong.
 * Run: npm run bench -- examples/calibrate-a-forecast.ts
 */
import { brierScore, createRandom, fitForecaster, probabilityFromStated, type ResolvedForecast } from '@sente/engine';

// A model that says “90%” and is right 77 times in 100. Yours: what it said, and whether it was so.
const random = createRandom('example');
const cases = (count: number): ResolvedForecast[] =>
  Array.from({ length: count }, () => {
    const probability = probabilityFromStated(`I am ${50 + random.integer(51)}% sure.`)!;
    return { probability, outcome: random.next() < probability ** 2.5 };
  });
const [past, later] = [cases(2000), cases(2000)];

const forecaster = fitForecaster(past, random, { promise: { among: 'answered', risk: 0.2, failure: 0.05 } });
const calibrated = later.map((each) => ({ ...each, probability: forecaster.forecast(each.probability) }));
const answered = later.filter((each) => !forecaster.shouldAbstain(each.probability));
const wrong = (list: readonly ResolvedForecast[]): string =>
  `${((100 * list.filter((each) => !each.outcome).length) / list.length).toFixed(1)}% wrong of ${list.length}`;

console.log(`As JSON:      ${JSON.stringify(forecaster)}`);
console.log(`“90%” means:  ${forecaster.forecast(0.9).toFixed(2)}`);
console.log(`Brier score:  ${brierScore(later).toFixed(3)} as stated, ${brierScore(calibrated).toFixed(3)} calibrated`);
console.log(`Answering:    ${wrong(later)}, or ${wrong(answered)} when it may abstain`);
