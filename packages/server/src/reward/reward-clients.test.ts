import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../listen.ts';
import { plainScript, rewardWorld } from '../testing/reward-world.ts';

const folder = fileURLToPath(new URL('../../../../examples/fine-tune', import.meta.url));

/** Runs Python with the examples on its path; what it prints, or how it failed. */
function python(program: string, url: string): Promise<{ readonly out: string; readonly error: string }> {
  return new Promise((resolve) => {
    const child = spawn('python3', ['-c', program], {
      cwd: folder,
      env: { ...process.env, SENTE_REWARD_URL: url, PYTHONDONTWRITEBYTECODE: '1' },
    });
    let [out, error] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      error += chunk;
    });
    child.on('close', () => resolve({ out, error }));
  });
}

describe('the clients of the examples, on the wire', () => {
  let server: RunningServer;
  let failures = 0;
  let scored = 0;
  beforeAll(async () => {
    const world = rewardWorld((call) => {
      // One call fails for good where "broken" is said, one passes at the second attempt where "shaky" is.
      if (call.text.includes('broken')) throw Object.assign(new Error('refused'), { statusCode: 400 });
      if (call.text.includes('shaky') && failures++ === 0) throw Object.assign(new Error('down'), { statusCode: 500 });
      if (call.role === 'judge') scored++;
      return plainScript(call);
    });
    const { assistant, user, judge } = world;
    server = await startServer({
      studio: false,
      port: 0,
      reward: { assistant, user, judge, horizon: 1, samples: 1, tokenPrice: 0, retries: 0 },
    });
  });
  afterAll(() => server.close());

  const url = () => `${server.url}/v1/reward`;

  it('TRL: a reward for each completion, in their order', async () => {
    const { out, error } = await python(
      `from sente_reward import sente_reward
prompts = [[{"role": "user", "content": "Book a table."}]] * 3
completions = [[{"role": "assistant", "content": f"worth {w}"}] for w in (0.25, 0.75, 0.5)]
print(sente_reward(prompts, completions, goal=["A table for four."] * 3, answer=[None, None, None], completion_ids=[]))`,
      url(),
    );
    expect(error).toBe('');
    expect(JSON.parse(out)).toEqual([0.25, 0.75, 0.5]);
  });

  it('TRL: asks again for what may pass, and raises for what does not: never a 0', async () => {
    const shaky = await python(
      `import sente_reward
sente_reward.WAITS = [0, 0]
prompts = [[{"role": "user", "content": "Book a table."}]] * 2
completions = [[{"role": "assistant", "content": c}] for c in ("shaky, worth 0.5", "worth 0.75")]
print(sente_reward.sente_reward(prompts, completions, goal=["A table."] * 2))`,
      url(),
    );
    expect(shaky.error).toBe('');
    expect(JSON.parse(shaky.out)).toEqual([0.5, 0.75]);
    const broken = await python(
      `import sente_reward
sente_reward.WAITS = [0]
prompts = [[{"role": "user", "content": "Book a table."}]]
print(sente_reward.sente_reward(prompts, [[{"role": "assistant", "content": "broken"}]], goal=["A table."]))`,
      url(),
    );
    expect(broken.out).toBe('');
    expect(broken.error).toContain('RewardFailed');
  });

  it('TRL: takes plain texts, too', async () => {
    const { out, error } = await python(
      `from sente_reward import sente_reward
print(sente_reward(prompts=["Book a table."], completions=["worth 0.5"]))`,
      url(),
    );
    expect(error).toBe('');
    expect(JSON.parse(out)).toEqual([0.5]);
  });

  it('a connection that broke off doubles no work: the same request finds what it had', async () => {
    const before = scored;
    const { out, error } = await python(
      `import sente_reward, urllib.request
sente_reward.WAITS = [0]
real, broken = urllib.request.urlopen, []
def breaks_off(request, timeout):
    response = real(request, timeout=timeout)
    if not broken:
        broken.append(response.read())
        raise ConnectionResetError("broke off")
    return response
urllib.request.urlopen = breaks_off
prompts = [[{"role": "user", "content": "Book a table."}]] * 2
completions = [[{"role": "assistant", "content": c}] for c in ("worth 0.15", "worth 0.35")]
print(sente_reward.sente_reward(prompts, completions))`,
      url(),
    );
    expect(error).toBe('');
    expect(JSON.parse(out)).toEqual([0.15, 0.35]);
    expect(scored - before).toBe(2);
  });

  it('verl: a batch, and one alone', async () => {
    const { out, error } = await python(
      `import json
from verl_reward import compute_score
info = {"prompt": [{"role": "user", "content": "Book a table."}], "goal": "A table for four."}
both = compute_score(data_sources=["x", "x"], solution_strs=["worth 0.5", "worth 0.25"], ground_truths=["", ""], extra_infos=[info, info])
print(json.dumps([both, compute_score(data_source="x", solution_str="worth 0.75", ground_truth="", extra_info=info)]))`,
      url(),
    );
    expect(error).toBe('');
    expect(JSON.parse(out)).toEqual([[0.5, 0.25], 0.75]);
  });
});
