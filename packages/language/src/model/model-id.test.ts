import { describe, expect, it } from 'vitest';
import { readModelId } from './model-id.ts';
import { UnknownModelError } from './unknown-model-error.ts';

describe('readModelId', () => {
  it.each([
    [undefined, 'http://127.0.0.1:11434/v1'],
    ['', 'http://127.0.0.1:11434/v1'],
    ['0.0.0.0', 'http://127.0.0.1:11434/v1'],
    ['0.0.0.0:8080', 'http://127.0.0.1:8080/v1'],
    [':8080', 'http://127.0.0.1:8080/v1'],
    ['gpu.local', 'http://gpu.local:11434/v1'],
    ['gpu.local:80', 'http://gpu.local/v1'],
    ['http://gpu.local:11434/', 'http://gpu.local:11434/v1'],
    ['https://gpu.example/ollama', 'https://gpu.example/ollama/v1'],
  ])('reads OLLAMA_HOST %s', (host, baseURL) => {
    expect(readModelId('ollama:qwen3:4b', { OLLAMA_HOST: host })).toMatchObject({ baseURL, model: 'qwen3:4b' });
  });

  it.each([
    ['openai:m', 'OPENAI_BASE_URL', 'gpu'],
    ['ollama:m', 'OLLAMA_HOST', 'http://127.0.0.1:1:2'],
  ])('names the variable that holds no address: %s', (id, variable, address) => {
    const read = (): unknown => readModelId(id, { [variable]: address });
    expect(read).toThrow(UnknownModelError);
    expect(read).toThrow(`${variable} holds no address`);
    expect(read).not.toThrow('is no model');
  });

  it('sends no key of one server to another', () => {
    const env = { OPENAI_API_KEY: 'openai-key', SENTE_MODEL_KEY: 'sente-key' };
    expect(readModelId('ollama:m', env).key).toBeUndefined();
    expect(readModelId('http://x#m', env).key).toBe('sente-key');
    expect(readModelId('openai:m', env)).toMatchObject({ key: 'openai-key', baseURL: 'https://api.openai.com/v1' });
    expect(readModelId('http://x#m', env, 'given').key).toBe('given');
  });
});
