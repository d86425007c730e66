#!/bin/sh
# Fine-tunes at OpenAI: sh openai.sh DIR MODEL [sft|dpo]. Needs OPENAI_API_KEY, curl and python3.
set -eu
directory=$1 model=$2 method=${3:-dpo}
api=${OPENAI_BASE_URL:-https://api.openai.com/v1}

python3 "$(dirname "$0")/check_records.py" "$directory"

file=$(curl -sS --fail-with-body "$api/files" -H "Authorization: Bearer $OPENAI_API_KEY" \
  -F purpose=fine-tune -F "file=@$directory/$method.openai.jsonl" |
  python3 -c 'import json, sys; print(json.load(sys.stdin)["id"])')

case $method in
  sft) how='{"type": "supervised"}' ;;
  dpo) how='{"type": "dpo", "dpo": {"hyperparameters": {"beta": 0.1}}}' ;;
  *) echo "sft or dpo, not $method" >&2; exit 2 ;;
esac

curl -sS --fail-with-body "$api/fine_tuning/jobs" -H "Authorization: Bearer $OPENAI_API_KEY" \
  -H 'content-type: application/json' \
  -d "{\"training_file\": \"$file\", \"model\": \"$model\", \"method\": $how}"
