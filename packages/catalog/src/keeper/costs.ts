/**
 * What the shopkeeper's own acts cost, in R\*: a shopper who was served is 1. Turns and questions cost what they cost the
 * catalogue's planner (`SHOPPER_MODEL`); words and interruptions what they cost in the open world.
 * @module
 */
import { SHOPPER_MODEL, type ShopperModel } from '../domain/shopper-model.ts';

/** One more turn that the user must take. */
export const TURN: number = SHOPPER_MODEL.turnCost;
/** A question to read and answer, beside the turn. */
export const QUESTION: number = SHOPPER_MODEL.questionCost;
/** A goal raised beside something else: words to read. */
export const WORDS = 0.015;
/** A personal question at the worst of moments. At the best it costs nothing beside its words. */
export const INTRUSION = 0.06;

/**
 * The planner's model of people in a shop. An item that is shown before they have said what they want is a draft to be
 * read and turned down: dearer than its words.
 */
export const MODEL: Partial<ShopperModel> = { itemCost: 0.018 };
