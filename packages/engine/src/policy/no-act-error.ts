/**
 * What a policy throws when there is nothing to choose from.
 * @module
 */

/** The domain offers no act in the state that was to be decided: the conversation has ended there. */
export class NoActError extends Error {
  override readonly name = 'NoActError';

  constructor() {
    super(
      'The domain offers no act in this state. Check `domain.acts(state).length` first: an empty list means that the conversation has ended.',
    );
  }
}

/** There are acts, but restraint rules out every one of them. */
export class SilencedError extends Error {
  override readonly name = 'SilencedError';

  constructor(reasons: readonly string[]) {
    super(
      `Restraint rules out every act here (${[...new Set(reasons)].join('; ')}). ` +
        'Let the domain always offer an act that restraint does not touch, such as `answer`, `recommend`, `abstain` or `wait`.',
    );
  }
}
