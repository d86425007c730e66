/**
 * Runs cases of the text shop against scripted models, or against one real model.
 * @module
 */
import { parseArgs } from 'node:util';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { type InitiativeOptions, openModel } from '@sente/language';
import { type CaseFigures, decideCase, shopCase } from '../../packages/lab/src/open-world/imagined-case.ts';
import { SHOP_MODELS, shopModel } from '../../packages/lab/src/open-world/shop-models.ts';
import { openCases } from '../../packages/lab/src/open-world/stored-cases.ts';

/** What the command line says. */
export interface ShopRunOptions {
  readonly cases: number;
  readonly seed: string;
  /** Models by name: the scripted family unless one is named, of the family or a real one. */
  readonly models: ReadonlyMap<string, LanguageModelV4>;
  readonly isReal: boolean;
  readonly horizon: number;
  /** Milliseconds mean something: the model is real, or takes a while as one. */
  readonly isTimed: boolean;
  readonly out?: string;
  /** Methods to run, where a benchmark has several; all unless named. */
  readonly methods?: readonly string[];
}

/** Reads `--cases N --seed S --model ID --out FILE --methods a,b --wait MS --horizon H`. Ends the process on a mistake. */
export function readShopRun(cases: number): ShopRunOptions {
  try {
    const { values } = parseArgs({
      options: {
        cases: { type: 'string', default: String(cases) },
        seed: { type: 'string', default: '1' },
        model: { type: 'string' },
        out: { type: 'string' },
        methods: { type: 'string' },
        wait: { type: 'string', default: '0' },
        horizon: { type: 'string', default: '2' },
      },
    });
    const count = Number(values.cases);
    if (!Number.isInteger(count) || count < 1)
      throw new RangeError(`--cases must be a whole number, not ${values.cases}.`);
    const wait = Number(values.wait);
    const isReal = values.model !== undefined && !SHOP_MODELS.includes(values.model);
    const names = values.model === undefined ? SHOP_MODELS : [values.model];
    const models = new Map(
      names.map((name): [string, LanguageModelV4] => [name, isReal ? openModel(name) : shopModel(name, wait)]),
    );
    const methods = values.methods?.split(',');
    return {
      cases: count,
      seed: values.seed,
      models,
      isReal,
      horizon: Number(values.horizon),
      isTimed: isReal || wait > 0,
      out: values.out,
      methods,
    };
  } catch (error) {
    console.error(String(error));
    process.exit(2);
  }
}

/** Decides all cases with one method; cases at which the layer stood aside are said on standard error and left out. */
export async function runCases(
  { cases, seed, models, out, horizon }: ShopRunOptions,
  method: string,
  options: InitiativeOptions,
): Promise<Record<string, CaseFigures[]>> {
  const store = openCases(out);
  const results: Record<string, CaseFigures[]> = Object.fromEntries([...models.keys()].map((name) => [name, []]));
  for (let index = 0; index < cases; index++) {
    const one = shopCase(seed, index);
    for (const [name, model] of models) {
      const key = { model: name, method: horizon === 2 ? method : `${method} ${horizon}`, seed, index };
      const figures = await store.decide(key, () => decideCase(one, model, { ...options, horizon, seed }));
      if (figures.aside === undefined) results[name].push(figures);
      else console.error(`case ${index}, ${name}: the layer stood aside (${figures.aside})`);
    }
    if ((index + 1) % 50 === 0) console.error(`${method}: ${index + 1} of ${cases}`);
  }
  return results;
}
