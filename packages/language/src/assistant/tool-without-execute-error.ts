/**
 * The failure of a tool that nobody can run.
 * @module
 */
import type { ToolSet } from 'ai';

/** A conversation object runs its tools itself. */
export class ToolWithoutExecuteError extends Error {
  override readonly name = 'ToolWithoutExecuteError';

  constructor(names: readonly string[]) {
    super(
      `These tools have no \`execute\`: ${names.join(', ')}. createAssistant runs tools itself; give each an \`execute\`, ` +
        'or use `withInitiative` around your model and run the tools in your own loop.',
    );
  }
}

/** Throws ToolWithoutExecuteError unless every tool can be run. */
export function checkTools(tools: ToolSet): void {
  const lame = Object.keys(tools).filter((name) => typeof tools[name].execute !== 'function');
  if (lame.length > 0) throw new ToolWithoutExecuteError(lame);
}
