/**
 * How many known cases does a forecaster need? Mean Brier score on fresh cases of three made worlds, as stated and after
 * `chooseScaling` on n cases; and how much `selectiveThreshold` dares to answer after n cases.
 * Run: npm run -s bench -- benchmarks/forecast-data.ts   (some 10 seconds; the same figures every time)
 */
import {
  ANSWER_NOTHING,
  applyScaling,
  brierScore,
  chooseScaling,
  createRandom,
  type Random,
  type ResolvedForecast,
  selectiveThreshold,
} from '@sente/engine';

const worlds: Record<string, (stated: number) => number> = {
  'right with p² (too confident)': (p) => p * p,
  'right with p (nothing to mend)': (p) => p,
  'in three steps': (p) => (p < 0.3 ? 0.1 : p < 0.8 ? 0.5 : 0.6),
};
const draw = (random: Random, size: number, truth: (stated: number) => number): ResolvedForecast[] =>
  Array.from({ length: size }, () => {
    const probability = random.next();
    return { probability, outcome: random.next() < truth(probability) };
  });

console.log('Brier score on fresh cases, mean of 400 draws');
for (const [name, truth] of Object.entries(worlds)) {
  const fresh = draw(createRandom('fresh'), 4000, truth);
  const cells = [20, 50, 100, 300].map((size) => {
    let sum = 0;
    for (let run = 0; run < 400; run++) {
      const known = draw(createRandom(`${name} ${run}`), size, truth);
      const { scaling } = chooseScaling(known, createRandom(run), { least: 2 });
      sum += brierScore(fresh.map((each) => ({ ...each, probability: applyScaling(scaling, each.probability) })));
    }
    return `n=${size} ${(sum / 400).toFixed(4)}`;
  });
  console.log(`  ${name}: as stated ${brierScore(fresh).toFixed(4)}, chosen ${cells.join(', ')}`);
}

console.log(
  'Share answered at risk 0.2, failure 0.1, right with p, mean of 300 draws (the best threshold, 0.6, answers 0.4)',
);
for (const size of [100, 400, 2000]) {
  const random = createRandom(`risk ${size}`);
  const chosen = Array.from({ length: 300 }, () =>
    selectiveThreshold(
      draw(random, size, (p) => p),
      { risk: 0.2 },
    ),
  );
  const answered = chosen.reduce((sum, threshold) => sum + Math.max(0, 1 - threshold), 0) / 300;
  const none = chosen.filter((threshold) => threshold === ANSWER_NOTHING).length / 300;
  const broken = chosen.filter((threshold) => threshold < 0.6).length / 300;
  console.log(
    `  n=${size}: ${answered.toFixed(3)}; nothing in ${none.toFixed(3)}, promise broken in ${broken.toFixed(3)} of draws`,
  );
}
