/**
 * The two constant policies: whoever confirms everything, and whoever denies everything. Both say that they have thought
 * of something, and neither has.
 * @module
 */
import type { Agent, Talk } from '../agent/agent.ts';

/** `always-yes` and `always-no`. */
export const commitRules: readonly Agent[] = [constant('always-yes', 'Yes.'), constant('always-no', 'No.')];

function constant(name: string, word: string): Agent {
  const talk = (isFirst: boolean): Talk => {
    let first = isFirst;
    return {
      async say() {
        const text = first ? 'Yes, I have one.' : word;
        first = false;
        return { text };
      },
      fork: () => talk(first),
    };
  };
  return { name, needsModel: false, begin: () => talk(true) };
}
