/**
 * The failure of a model to reply in the form that was asked for.
 * @module
 */

/** Thrown when a reply is not what was asked for, after one repair call. */
export class MalformedReplyError extends Error {
  override readonly name = 'MalformedReplyError';
  /** The prompt's label. */
  readonly label: string;
  /** What was wrong with the last reply. */
  readonly complaint: string;
  /** The last reply, whole: not in the message, since it may hold what users said. */
  readonly reply: string;

  constructor(label: string, complaint: string, reply: string, cutOff: boolean) {
    super(
      `The model's reply to \`${label}\` is not what was asked for, after one repair: ${complaint}. ` +
        (cutOff
          ? 'It was cut off at its limit of output tokens: raise `maxTokens`, or turn the model’s reasoning down.'
          : 'Use a planner model that follows a JSON form, or one whose server supports structured output.'),
    );
    this.label = label;
    this.complaint = complaint;
    this.reply = reply;
  }
}
