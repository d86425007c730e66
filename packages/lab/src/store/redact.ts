/**
 * Keys never reach a disk or a queue: what is stored goes through here first.
 * @module
 */

/** Takes keys out of a text; JSON stays JSON. */
export type Redact = (text: string) => string;

/** What stands in a key's place. */
export const REDACTED = '[key]';

/** Variables that this program itself reads keys from. */
const OWN = new Set(['OPENAI_API_KEY', 'SENTE_MODEL_KEY', 'SENTE_KEY']);
const SHORTEST_OWN = 6;

/** Names of variables that hold keys. */
const NAMED = /(?:^|_)(?:API_?KEY|KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|PAT)(?:_|$)|APIKEY$|TOKEN$/i;
const SHORTEST = 8;

/**
 * Keys by their looks, wherever they come from: OpenAI's, Anthropic's and others' `sk-`, Google, GitHub, Slack, AWS,
 * Hugging Face, Groq, web tokens; what follows `Bearer`; passwords in addresses; keys in their queries. The part before
 * the key is kept.
 */
const LOOKS = [
  String.raw`\b(?:sk|pk|rk)-[A-Za-z0-9_-]{16,}`,
  String.raw`\bAIza[A-Za-z0-9_-]{30,}`,
  String.raw`\bgh[pousr]_[A-Za-z0-9]{20,}`,
  String.raw`\bgithub_pat_[A-Za-z0-9_]{20,}`,
  String.raw`\bxox[abprs]-[A-Za-z0-9-]{10,}`,
  String.raw`\bAKIA[A-Z0-9]{16}\b`,
  String.raw`\b(?:hf|gsk|xai|r8)_[A-Za-z0-9]{20,}`,
  String.raw`\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}`,
  String.raw`(?<=\bBearer )[A-Za-z0-9._~+/=-]{12,}`,
  String.raw`(?<=[a-z]:\/\/[^\s/:@"\\]{0,64}:)[^\s/@"\\]+(?=@)`,
  String.raw`(?<=[?&](?:api[-_]?key|key|token|access_token|sig|code|subscription-key)=)[^&#\s"\\]{6,}`,
];

/** @param env the environment whose key values are taken out; the process's own unless given. */
export function createRedact(env: Readonly<Record<string, string | undefined>> = process.env): Redact {
  const values = new Set<string>();
  for (const [name, given] of Object.entries(env)) {
    const value = given?.trim() ?? '';
    // A word of small letters under a name like these is a setting ("production"), and would be cut out of transcripts.
    const isKey = OWN.has(name)
      ? value.length >= SHORTEST_OWN
      : NAMED.test(name) && value.length >= SHORTEST && !/^[a-z]+$|^[\d.]+$|^\//.test(value) && !/\s/.test(value);
    if (!isKey) continue;
    values.add(value);
    // The same within JSON and within an address.
    values.add(JSON.stringify(value).slice(1, -1));
    values.add(encodeURIComponent(value));
  }
  const known = [...values]
    .sort((a, b) => b.length - a.length)
    .map((value) => value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const pattern = new RegExp([...known, ...LOOKS].join('|'), 'g');
  return (text) => text.replace(pattern, REDACTED);
}
