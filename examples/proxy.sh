# Initiative in front of any OpenAI-compatible server: sh examples/proxy.sh http://127.0.0.1:11434/v1 qwen3:8b
node_modules/.bin/node --conditions=@sente/source packages/cli/src/main.ts serve --upstream "${1-}" & trap "kill $! 2> /dev/null" EXIT
until curl -sf http://127.0.0.1:4748/healthz > /dev/null; do kill -0 $! 2> /dev/null || exit 2; sleep 0.3; done
curl -s -i http://127.0.0.1:4748/v1/chat/completions -H "authorization: Bearer ${OPENAI_API_KEY:-none}" -H 'content-type: application/json' \
  -d '{"model": "'"${2:-gpt-4.1-mini}"'", "messages": [{"role": "user", "content": "Write me a letter."}]}'
