/**
 * Probes that play conversations in words, as the command sees them.
 * @module
 */
import {
  type Probe as LabProbe,
  listProbe,
  NothingToPlayError,
  ProbeDataError,
  roster,
  TEMPERAMENTS,
} from '@sente/lab';
import { isModelId, type MeasureSettings, type Probe, UsageError } from './probe.ts';

/** Who is measured when everything is. */
const FEW: readonly string[] = ['bare', 'fresh', 'prompted', 'sente'];

/** What differs from probe to probe on the command line. */
export interface PlayedOptions {
  readonly casesAmongAll?: number;
  /** Whether it can play on data. */
  readonly data?: boolean;
  /** Whether it is played in a world of its own: named only, by its rules and by models, with its own users. */
  readonly isApart?: boolean;
}

/** The probe with the lab's agents. */
export function playedProbe(
  probe: LabProbe,
  { casesAmongAll, data = false, isApart = false }: PlayedOptions = {},
): Probe {
  const rules = probe.rules.map(({ name }) => name);
  return {
    name: probe.name,
    question: probe.question,
    version: probe.version,
    agents: ({ model }) => [
      ...rules,
      ...(isApart && model === undefined ? [] : roster(model !== undefined).map(({ name }) => name)),
    ],
    few: [...rules, ...FEW],
    users: isApart ? ['strangers'] : ['strangers', 'matched', ...Object.keys(TEMPERAMENTS)],
    options: [
      'model',
      'repeats',
      ...(isApart ? [] : (['user', 'judge', 'turns', 'noise', 'unknown'] as const)),
      ...(data ? (['data', 'split'] as const) : []),
    ],
    needs: [],
    ...(casesAmongAll !== undefined && { casesAmongAll }),
    ...(isApart && { isOnlyNamed: true }),
    async prepare(settings) {
      const { agents: wanted, model, user, ...rest } = settings;
      const isWanted = (name: string): boolean => wanted?.includes(name) ?? true;
      const agents = roster(model !== undefined).filter(({ name }) => isWanted(name));
      try {
        const play = await listProbe(probe, {
          ...only(rest),
          ...(user !== undefined && { user: isModelId(user) ? 'model' : user }),
          agents,
          rules: rules.filter(isWanted),
        });
        return (watch, place) =>
          play({
            execute: place.execute(agents, settings),
            run: place.run,
            name: place.name,
            cost: place.cost,
            ...watch,
          });
      } catch (error) {
        if (error instanceof ProbeDataError || error instanceof NothingToPlayError) throw new UsageError(error.message);
        throw error;
      }
    },
  };
}

/** What shapes the figures. */
function only({ workers: _, judge: _judge, ...rest }: Omit<MeasureSettings, 'agents' | 'model' | 'user'>) {
  return rest;
}
