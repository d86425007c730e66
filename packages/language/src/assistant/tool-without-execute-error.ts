/**
 * The failure of a tool that nobody can run.
 * @module
 */

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
