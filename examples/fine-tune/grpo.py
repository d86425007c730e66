"""Reinforcement learning on whole conversations, with TRL: pip install trl; python3 grpo.py MODEL DIR OUT

Needs the reward endpoint: sente serve --reward … (see docs/guide/reward-endpoint.md).
"""

import sys

from datasets import load_dataset
from trl import GRPOConfig, GRPOTrainer

from sente_reward import sente_reward

model, directory, out = sys.argv[1:4]
trainer = GRPOTrainer(
    model=model,
    reward_funcs=sente_reward,
    args=GRPOConfig(output_dir=out, num_generations=8, max_completion_length=300, learning_rate=1e-6, beta=0.02),
    train_dataset=load_dataset("json", data_files=f"{directory}/grpo.trl.jsonl", split="train"),
)
trainer.train()
trainer.save_model(out)
