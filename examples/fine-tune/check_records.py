"""Checks the files of `sente train data` the way trainers read them. Needs Python alone: python3 check_records.py DIR

TRL tells kinds of records by their keys (`data_utils.py`: is_conversational, apply_chat_template); a simple chat template
shows that a prompt is the beginning of prompt + completion, which TRL demands. OpenAI's rules are those of its guides.
"""

import json
import pathlib
import sys

TRL_KEYS = {"prompt", "chosen", "rejected", "completion", "messages", "label"}
TRL_KINDS = [{"prompt", "completion"}, {"prompt", "chosen", "rejected"}, {"prompt"}]
FOR_REWARDS = {"goal", "answer"}  # further columns, which TRL hands to the reward function


def template(messages, add_generation_prompt=False):
    text = "".join(f"<|{m['role']}|>\n{m['content']}<|end|>\n" for m in messages)
    return text + ("<|assistant|>\n" if add_generation_prompt else "")


def check_messages(messages):
    assert isinstance(messages, list) and messages, "no list of messages"
    for message in messages:
        assert set(message) == {"role", "content"}, f"keys of a message: {sorted(message)}"
        assert isinstance(message["content"], str) and message["content"].strip(), "empty content"


def check_trl(record):
    keys = set(record) & TRL_KEYS
    assert keys in TRL_KINDS, f"keys: {sorted(record)}"
    assert set(record) - keys == (FOR_REWARDS if keys == {"prompt"} else set()), f"keys: {sorted(record)}"
    for key in keys:
        check_messages(record[key])
    prompt = record["prompt"]
    assert prompt[-1]["role"] == "user", "the prompt does not end with the user"
    start = template(prompt, add_generation_prompt=True)
    for key in keys - {"prompt"}:
        whole = template(prompt + record[key])
        assert whole.startswith(start) and len(whole) > len(start), f"{key} does not go on from the prompt"


def check_openai(record):
    if "messages" in record:
        check_messages(record["messages"])
        assert record["messages"][-1]["role"] == "assistant", "the last message is not the assistant's"
        return
    assert set(record) == {"input", "preferred_output", "non_preferred_output"}, f"keys: {sorted(record)}"
    check_messages(record["input"]["messages"])
    for key in ("preferred_output", "non_preferred_output"):
        check_messages(record[key])
        assert [m["role"] for m in record[key]] == ["assistant"], f"{key} is not one turn of the assistant's"


def main(directory):
    for name, check in {
        "sft.trl.jsonl": check_trl,
        "dpo.trl.jsonl": check_trl,
        "grpo.trl.jsonl": check_trl,
        "sft.openai.jsonl": check_openai,
        "dpo.openai.jsonl": check_openai,
    }.items():
        lines = (directory / name).read_text(encoding="utf-8").split("\n")[:-1]
        for number, line in enumerate(lines, 1):
            try:
                check(json.loads(line))
            except (AssertionError, ValueError, KeyError) as error:
                sys.exit(f"{name}, line {number}: {error}")
        few = " (OpenAI takes no fewer than 10)" if "openai" in name and len(lines) < 10 else ""
        print(f"{name}: {len(lines)} records{few}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "."))
