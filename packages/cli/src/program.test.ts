import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { explain } from './failure.ts';
import { run, withDefaultCommand } from './program.ts';

let folder: string;
let out = '';
let err = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-cli-'));
  vi.stubEnv('INIT_CWD', folder);
  vi.stubEnv('SENTE_DEBUG', '');
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

const file = (name: string, text: string): void => writeFileSync(join(folder, name), text);

describe('mistakes on the command line end with 2', () => {
  it.each([
    [['stduio'], 'studio'],
    [['cht'], 'chat'],
    [['serv', '--port', '1'], 'serve'],
    [['--prot', '4747'], '--port'],
    [['chat', '--catalogue', 'x.csv'], '--catalog'],
    [['data', 'chek', '.'], 'check'],
    [['chat', '--horizon', '7'], 'from 0 to 4'],
    [['chat', '--agent', 'promted'], 'bare, prompted, sente'],
    [['chat', '--agent', 'prompted'], '--model'],
    [['chat', '--planner', 'ollama:x'], '--model'],
    [['chat', '--model', 'ollama:x', '--catalog', 'x.csv'], 'one of them'],
    [['chat', '--model', 'ollama:x', '--agent', 'bare', '--horizon', '2'], '--agent bare'],
    [['chat', '--model', 'ollama:x', '--agenda', 'missing.json'], 'missing.json'],
    [['chat', '--model', 'ollama:x', '--planner', 'llama3'], '--planner'],
    [['chat', '--abstain-below', '0.5'], '--abstain-below is about a language model'],
    [['chat', '--model', 'pocket', '--policy', 'learned'], '--policy is about a table'],
    [['chat', '--model', 'ollama:x', '--agent', 'bare', '--vault', 'off'], '--agent bare'],
    [['chat', '--model', 'ollama:x', '--commitments', 'missing.json'], 'missing.json'],
    [['chat', '--model', 'ollama:x', '--budget', '1usd'], '--prices'],
    [['--planner', 'ollama:x', '--no-open'], '--model'],
    [['--model', 'llama3', '--no-open'], 'ollama:llama3'],
    [['chat', '--agent', 'bare', '--horizon', '2'], 'horizon 0'],
    [['chat', 'extra'], 'too many arguments'],
    [['--port', '70000'], '65535'],
    [['--port', '4747x'], '65535'],
    [['serve', '--allow-origin', 'shop'], 'https://shop.example'],
    [['serve', '--host', '0.0.0.0', '--port', '0'], '--key'],
    [['serve', '--chat-key', 'c', '--port', '0'], '--key'],
    [['serve', '--upstream', 'x', '--port', '0'], 'https://api.openai.com/v1'],
    [['serve', '--reward'], '--assistant'],
    [['serve', '--upstream', 'http://127.0.0.1:1/v1', '--judge', 'ollama:x'], '--reward'],
    [['serve', '--upstream', 'http://127.0.0.1:1/v1', '--refuse-truncated'], '--reward'],
    [['serve', '--reward', '--assistant', 'pocket', '--horizon', '4'], '0 to 3'],
    [['chat', '--model', 'pocket:huge'], 'pocket:multi-turn'],
    [['--model', 'pocket:no/card.json', '--no-open'], 'no/card.json is not there'],
    [['chat', '--catalog', 'missing.csv'], 'missing.csv'],
    [['data', 'check', 'missing'], 'missing'],
    [['data'], 'Nothing known is in this folder'],
    [['measure', 'ofer'], 'offer'],
    [['measure', 'offer', '--model', 'pocket'], '--model'],
    [['measure', '--cases', '0'], 'from 1 up'],
    [['audit'], 'logs'],
    [['audit', 'missing.jsonl'], 'missing.jsonl cannot be read'],
    [['audit', 'a.jsonl', '--catalog', 'b.csv'], 'leave it out'],
    [['audit', 'a.jsonl', '--format', 'xml'], 'sharegpt'],
    [['audit', 'a.jsonl', '--resume', 'r'], '--model'],
    [['audit', 'a.jsonl', '--model', 'ollama:x', '--budget', '2'], '--prices'],
    [['audit', 'a.jsonl', '--budget', 'much'], '200calls'],
  ])('%j', async (args, hint) => {
    expect(await run(args)).toBe(2);
    expect(err).toContain(hint);
    expect(err).not.toMatch(/^\s+at /m);
    expect(out).toBe('');
  });

  it('suggests, and never starts the studio, for a word that is no command', async () => {
    await run(['stduio']);
    expect(err).toContain("unknown command 'stduio'");
    expect(err).toContain('Did you mean studio?');
  });
});

describe('help', () => {
  it.each([[[]], [['studio']], [['chat']], [['serve']], [['data']], [['measure']], [['audit']]])(
    'has examples: %j',
    async (args) => {
      expect(await run([...args, '--help'])).toBe(0);
      expect(out).toContain('Examples:');
      expect(err).toBe('');
    },
  );

  it('tells the version', async () => {
    expect(await run(['--version'])).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('what commander sees', () => {
  it('is the studio for options alone', () => {
    expect(withDefaultCommand([])).toEqual(['studio']);
    expect(withDefaultCommand(['--catalog', 'a.csv'])).toEqual(['studio', '--catalog', 'a.csv']);
    expect(withDefaultCommand(['chat'])).toEqual(['chat']);
    expect(withDefaultCommand(['-h'])).toEqual(['-h']);
  });
});

describe('data', () => {
  it('lists and checks what is known, with file, line and column of what is wrong', async () => {
    file('good.csv', 'name,colour\na,red\nb,blue\n');
    file('bad.csv', 'name,colour\na,red\nb\n');
    file('good.sente.json', '{}');
    file('notes.md', 'nothing');
    expect(await run(['data'])).toBe(0);
    expect(out).toBe('table    bad.csv\ntable    good.csv\n');
    out = '';
    expect(await run(['data', 'check', '.'])).toBe(2);
    expect(out).toContain('failed   bad.csv:3:2: ');
    expect(out).toMatch(/^ok {7}good\.csv: 2 /m);
  });
});

describe('sente.config', () => {
  it('is read from the user’s folder, and options win', async () => {
    file('sente.config.json', '{"catalog": "configured.csv"}');
    expect(await run(['chat'])).toBe(2);
    expect(err).toContain('configured.csv');
    err = '';
    expect(await run(['chat', '--catalog', 'typed.csv'])).toBe(2);
    expect(err).toContain('typed.csv');
    expect(err).not.toContain('configured.csv');
  });

  it('may be TypeScript', async () => {
    file('sente.config.ts', "const catalog: string = 'from-ts.csv';\nexport default { catalog };\n");
    await run(['chat']);
    expect(err).toContain('from-ts.csv');
  });

  it.each([
    ['{"catlog": "a.csv"}', '"catlog"'],
    ['{"port": "4747"}', '"port" to "4747"; it takes a whole number'],
    ['{', 'cannot be loaded'],
  ])('is refused when it makes no sense: %s', async (text, hint) => {
    file('sente.config.json', text);
    expect(await run(['chat'])).toBe(2);
    expect(err).toContain(hint);
  });
});

describe('faults of ours', () => {
  it('end with 4, and show a stack only when asked', () => {
    const fault = new TypeError('x is not a function');
    expect(explain(fault, undefined)).toMatchObject({ code: 4, text: expect.stringContaining('SENTE_DEBUG=1') });
    expect(explain(fault, undefined).text).not.toContain('at ');
    expect(explain(fault, '1').text).toContain('program.test.ts');
  });
});
