"""Direct preference optimisation on pairs of replies, with TRL: pip install trl; python3 dpo.py MODEL DIR OUT

MODEL is best the one whose replies were compared, or what sft.py made of it: pairs of another's replies teach less.
"""

import sys

from datasets import load_dataset
from trl import DPOConfig, DPOTrainer

model, directory, out = sys.argv[1:4]
trainer = DPOTrainer(
    model=model,
    args=DPOConfig(output_dir=out, beta=0.1, num_train_epochs=1, learning_rate=5e-7, per_device_train_batch_size=2),
    train_dataset=load_dataset("json", data_files=f"{directory}/dpo.trl.jsonl", split="train"),
)
trainer.train()
trainer.save_model(out)
