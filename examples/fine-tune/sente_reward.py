"""Multi-turn-aware rewards from `sente serve --reward`, as a reward function for TRL's GRPOTrainer. Needs Python alone.

SENTE_REWARD_URL is http://127.0.0.1:4748/v1/reward unless set; SENTE_REWARD_KEY is sent if set. A batch is one request.
SENTE_MAX_TOKENS, set to the trainer's max_completion_length, lets completions of that length be told as cut off.
What has no score is asked for again where that may help, and ends the training otherwise: it never counts as 0. (None would:
TRL leaves a completion that every reward function gave None out of the sum, which makes it 0.)
"""

import hashlib
import http.client
import json
import math
import os
import time
import urllib.error
import urllib.request
import uuid

URL = os.environ.get("SENTE_REWARD_URL", "http://127.0.0.1:4748/v1/reward")
KEY = os.environ.get("SENTE_REWARD_KEY", "")
MAX_TOKENS = int(os.environ.get("SENTE_MAX_TOKENS", "0"))
WAITS = [1, 5, 20]  # seconds before each further attempt
TIMEOUT = 900


class RewardFailed(RuntimeError):
    """Some completion has no reward."""


def read(result):
    """A result as it is, if it has an error or a number for a reward. Raises ValueError: what is neither is no score."""
    if "error" not in result and not math.isfinite(result["reward"]):
        raise ValueError(f"no number: {result['reward']}")
    return result


def post(items, step):
    body = json.dumps({"items": items}).encode()
    headers = {
        "content-type": "application/json",
        # The same request sent again in one step finds the scores that it had: a broken connection doubles no work.
        "idempotency-key": hashlib.sha256(step.encode() + body).hexdigest(),
        **({"authorization": f"Bearer {KEY}"} if KEY else {}),
    }
    try:
        request = urllib.request.Request(f"{URL}?partial=allow", body, headers)
        with urllib.request.urlopen(request, timeout=TIMEOUT) as response:
            return [read(result) for result in json.load(response)["results"]]
    except urllib.error.HTTPError as error:
        if error.code not in (429, 502, 503, 504):
            raise RewardFailed(f"{URL}: status {error.code}: {error.read().decode(errors='replace')[:500]}") from None
        why = {"code": str(error.code), "message": error.reason, "retryable": True}
    # A reply that broke off, or that something on the way has garbled, is asked for again like one that never came.
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError) as error:
        why = {"code": "unreachable", "message": str(error), "retryable": True}
    return [{"error": why} for _ in items]


def score(items):
    """Rewards of items, in their order. Raises RewardFailed unless every one has a reward."""
    step = uuid.uuid4().hex
    rewards = [None] * len(items)
    left = list(range(len(items)))
    for wait in [*WAITS, None]:
        results = post([items[place] for place in left], step)
        failed = [(place, result["error"]) for place, result in zip(left, results, strict=True) if "error" in result]
        for place, result in zip(left, results, strict=True):
            if "reward" in result:
                rewards[place] = float(result["reward"])
        left = [place for place, error in failed if error["retryable"]]
        if len(left) < len(failed) or (failed and wait is None):
            raise RewardFailed("; ".join(f"{error['code']}: {error['message']}" for _, error in failed[:3]))
        if not failed:
            return rewards
        time.sleep(wait)


def messages(prompt):
    """A prompt of TRL's conversational format, or of its plain one."""
    if isinstance(prompt, str):
        return [{"role": "user", "content": prompt}]
    return [{"role": m["role"], "content": m["content"]} for m in prompt]


def sente_reward(prompts, completions, goal=None, answer=None, completion_ids=None, **_):
    """For `reward_funcs`. The columns `goal` and `answer` of the data set come along."""
    items = []
    for place, (prompt, completion) in enumerate(zip(prompts, completions, strict=True)):
        task = {"goal": goal and goal[place], "answer": answer and answer[place]}
        is_cut = MAX_TOKENS and completion_ids and len(completion_ids[place]) >= MAX_TOKENS
        items.append(
            {
                "prompt": messages(prompt),
                "completion": completion if isinstance(completion, str) else completion[-1]["content"],
                "task": {key: value for key, value in task.items() if value},
                **({"finish": "length"} if is_cut else {}),
            }
        )
    return score(items)
