/**
 * ShareGPT's form, as fine-tuning sets use it: `{"conversations": [{"from": "human", "value": "…"}, …]}`.
 * @module
 */
import { fieldsOf, type RecordReader } from './conversation.ts';

export const readShareGpt: RecordReader = (record) => {
  const { conversations, conversation, system } = fieldsOf(record);
  const turns = conversations ?? conversation;
  if (!Array.isArray(turns)) return undefined;
  return typeof system === 'string' && system !== '' ? [{ from: 'system', value: system }, ...turns] : turns;
};
