"""Supervised fine-tuning on the best replies, with TRL: pip install trl; python3 sft.py MODEL DIR OUT

The records are prompts and completions, so the loss is on the replies alone.
"""

import sys

from datasets import load_dataset
from trl import SFTConfig, SFTTrainer

model, directory, out = sys.argv[1:4]
trainer = SFTTrainer(
    model=model,
    args=SFTConfig(output_dir=out, num_train_epochs=2, learning_rate=1e-5, per_device_train_batch_size=4),
    train_dataset=load_dataset("json", data_files=f"{directory}/sft.trl.jsonl", split="train"),
)
trainer.train()
trainer.save_model(out)
