"""Multi-turn-aware rewards from `sente serve --reward`, as verl's custom reward function. Needs Python alone.

    reward.custom_reward_function.path=examples/fine-tune/verl_reward.py
    reward.custom_reward_function.name=compute_score
    reward.reward_manager.name=naive           # one request a completion; `batch`, where your version has it, one a batch

Before verl had the group `reward`: custom_reward_function.path, custom_reward_function.name, reward_model.reward_manager.

`extra_info` of the data set holds `prompt` (messages) and `goal` (all that the user wants); `ground_truth` is the reference
answer, or empty. Not with the manager `rate_limited`: it turns the exception of a failed score into a reward of 0.0.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from sente_reward import messages, score  # noqa: E402


def item(solution, ground_truth, extra_info):
    task = {"goal": extra_info.get("goal"), "answer": ground_truth}
    return {
        "prompt": messages(extra_info["prompt"]),
        "completion": solution,
        "task": {key: value for key, value in task.items() if value},
    }


def compute_score(
    data_source=None,
    solution_str=None,
    ground_truth=None,
    extra_info=None,
    *,
    solution_strs=None,
    ground_truths=None,
    extra_infos=None,
    **_,
):
    """The reward of one completion, or a list of them for a batch. Raises RewardFailed unless every one has a reward."""
    if solution_strs is not None:
        return score([item(*one) for one in zip(solution_strs, ground_truths, extra_infos, strict=True)])
    return score([item(solution_str, ground_truth, extra_info or {})])[0]
