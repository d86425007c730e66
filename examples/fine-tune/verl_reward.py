"""Multi-turn-aware rewards from `sente serve --reward`, as verl's custom reward function. Needs Python alone.

    custom_reward_function.path=examples/fine-tune/verl_reward.py
    custom_reward_function.name=compute_score
    reward_model.reward_manager=batch          # a batch is one request

`extra_info` of the data set holds `prompt` (messages) and `goal` (all that the user wants); `ground_truth` is the reference
answer, or empty. Without the batch manager verl scores one completion at a time: name `compute_one` then.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from sente_reward import score  # noqa: E402


def item(solution, ground_truth, extra_info):
    task = {"goal": extra_info.get("goal"), "answer": ground_truth}
    return {
        "prompt": [{"role": m["role"], "content": m["content"]} for m in extra_info["prompt"]],
        "completion": solution,
        "task": {key: value for key, value in task.items() if value},
    }


def compute_score(data_sources, solution_strs, ground_truths, extra_infos, **_):
    """A reward for each completion, in their order. Raises RewardFailed unless every one has one."""
    return score([item(*one) for one in zip(solution_strs, ground_truths, extra_infos, strict=True)])


def compute_one(data_source, solution_str, ground_truth, extra_info=None, **_):
    """The reward of one completion."""
    return score([item(solution_str, ground_truth, extra_info or {})])[0]
