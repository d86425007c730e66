/**
 * The planner's model of the person it talks to: one configuration, for every catalogue and every probe.
 * @module
 */

/** What the imagined users are like, and what a turn costs. All costs are in units of one success. */
export interface ShopperModel {
  /**
   * Prior of the chance that a user cares about an attribute, as counts of a beta distribution: [cares, does not].
   * Within a conversation it is updated by what the user says: the posterior mean is used.
   */
  readonly caring: readonly [number, number];
  /**
   * Prior of the chance that a user goes along with a suggested value, or, where nothing fits, with an offered change, as
   * counts of a beta distribution: [goes along, does not]. Updated within the conversation, like `caring`.
   */
  readonly influenceability: readonly [number, number];
  /** Chance, 0 … 1, that a user who wants another value than the one suggested says so; others pass it over. */
  readonly outspoken: number;
  /**
   * Chance, 0 … 1, that a user wants something that no item is: each wish is drawn for itself. Such users are found out
   * by what they turn down, and helped by asking until it is clear what cannot be had.
   */
  readonly dreaming: number;
  /** Cost of one assistant turn. 1/15: fifteen turns are worth as much as one success. */
  readonly turnCost: number;
  /** Cost of putting a question: the user must think and type. */
  readonly questionCost: number;
  /** Cost of a fact that rides along: words to read. */
  readonly factCost: number;
  /** Cost of an item that is shown: a card to read and judge. */
  readonly itemCost: number;
  /** Cost of a wish that the user gives up because the assistant moved them to. */
  readonly driftCost: number;
  /** How many items one recommendation shows. */
  readonly listSize: number;
  /** Imagined users per decision. */
  readonly shoppers: number;
  /** Whether facts may be offered unasked. */
  readonly offers: boolean;
}

/** Cost of a word to read: a question has about 8, a fact 15, an item 10. A turn costs as much as 333 of them. */
const WORD = 0.0002;

/** The configuration that ships. Costs and shoppers were chosen on seeds 11, 12 and 13 of the `offer` probe. */
export const SHOPPER_MODEL: ShopperModel = {
  caring: [2, 2],
  influenceability: [1, 1],
  outspoken: 0.5,
  dreaming: 0.15,
  turnCost: 1 / 15,
  questionCost: 8 * WORD,
  factCost: 15 * WORD,
  itemCost: 10 * WORD,
  driftCost: 0.1,
  listSize: 3,
  shoppers: 128,
  offers: true,
};
