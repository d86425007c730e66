/**
 * Reads logs: one conversation a line (JSONL), or a JSON array of them.
 * @module
 */
import type { Message } from '@sente/language';
import { LogFormatError } from '../errors.ts';
import { fieldsOf, type LoggedConversation, type RecordReader } from './conversation.ts';
import { dropPrefixes } from './drop-prefixes.ts';
import { readInputOutput } from './input-output.ts';
import { readMessages } from './messages.ts';
import { readRequestResponse } from './request-response.ts';
import { readShareGpt } from './sharegpt.ts';
import { toMessage } from './to-message.ts';

/** Readers by the name of the format, in the order in which they are tried. */
const READERS: Readonly<Record<string, RecordReader>> = {
  messages: readMessages,
  requests: readRequestResponse,
  traces: readInputOutput,
  sharegpt: readShareGpt,
};

/** Names of the formats of plain logs. */
export const LOG_FORMATS: readonly string[] = Object.keys(READERS);

const KNOWN =
  'a line must hold {"messages": […]}, a bare array of messages, {"request": …, "response": …}, {"input": …, "output": …} or {"conversations": […]}';

/**
 * The conversations in a text.
 *
 * @param file as the user named it, for errors.
 * @param format one of LOG_FORMATS; `auto` finds out for each record.
 * @throws LogFormatError with file and line.
 */
export function readLogs(text: string, file: string, format = 'auto'): LoggedConversation[] {
  const records = recordsOf(text.replace(/^\uFEFF/, ''), file);
  if (records.length === 0) throw new LogFormatError(file, 0, 'holds no conversation. Write one conversation a line.');
  return dropPrefixes(records.map((found) => readRecord(found, file, format)));
}

interface Found {
  readonly record: unknown;
  readonly line: number;
  /** Names it when the log has no id. */
  readonly place: string;
}

function recordsOf(text: string, file: string): Found[] {
  const whole = parseWhole(text);
  if (whole !== undefined) {
    const isList = Array.isArray(whole) && readMessages(whole) === undefined;
    return (isList ? (whole as unknown[]) : [whole]).map((record, i) => ({
      record,
      line: 1,
      place: isList ? `conversation ${i + 1}` : 'line 1',
    }));
  }
  const records: Found[] = [];
  text.split('\n').forEach((row, i) => {
    if (row.trim() === '') return;
    try {
      records.push({ record: JSON.parse(row), line: i + 1, place: `line ${i + 1}` });
    } catch (error) {
      const trouble = `is not JSON (${(error as Error).message}). Write one whole conversation a line, without line breaks inside.`;
      throw new LogFormatError(file, i + 1, trouble);
    }
  });
  return records;
}

/** The document, if the whole text is one. JSONL of two lines or more is none. */
function parseWhole(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readRecord({ record, line, place }: Found, file: string, format: string): LoggedConversation {
  const readers = format === 'auto' ? Object.values(READERS) : [READERS[format]];
  const raw = readers.map((read) => read(record)).find((found) => found !== undefined);
  if (!raw) {
    const keys = Object.keys(fieldsOf(record)).slice(0, 6).join(', ');
    const found = keys
      ? `found an object with ${keys}`
      : `found ${Array.isArray(record) ? 'an array without messages' : typeof record}`;
    const wanted =
      format === 'auto' ? KNOWN : `it is not in the format "${format}"; leave out --format to have it found out`;
    throw new LogFormatError(file, line, `no conversation is in this line: ${found}; ${wanted}.`);
  }
  const messages = raw.map((value, i): Message => {
    const message = toMessage(value);
    if (message) return { at: i, ...message };
    const trouble = `message ${i + 1} has no role or no content that is known. A message is {"role": "user" | "assistant" | "system" | "tool", "content": "…"}.`;
    throw new LogFormatError(file, line, trouble);
  });
  const { id, conversation_id, session_id, trace_id, custom_id } = fieldsOf(record);
  const named = [conversation_id, session_id, trace_id, custom_id, id].find((value) => typeof value === 'string');
  return { name: typeof named === 'string' && named !== '' ? named : place, line, messages };
}
