"""The pocket transformer in PyTorch, trained and sampled on request: the other side of train-against-pytorch.ts.

A line of JSON on standard input is a request, a line on standard output the reply. Equations: packages/pocket/src/model/shape.ts.
Written for speed as one would for PyTorch 1.13: fused multi-tensor AdamW, inference_mode, keys and values in arrays made once,
the prompt read at once, attention of single tokens over what was read only, and inverse sampling (torch.multinomial draws a number for
every word of the vocabulary, which takes five times as long).
"""
import json
import math
import sys
import time

try:
    import torch
    import torch.nn.functional as F
except ImportError as error:
    print(json.dumps({"missing": str(error)}), flush=True)
    sys.exit(0)


class Model:
    def __init__(self, shape, path):
        self.shape = shape
        layers, width, context, vocabulary = (shape[key] for key in ("layers", "width", "context", "vocabulary"))
        numbers = torch.frombuffer(bytearray(open(path, "rb").read()), dtype=torch.float32)
        self.weights = []
        self.optimizer = None

        def take(*sizes):
            start = sum(weight.numel() for weight in self.weights)
            weight = torch.nn.Parameter(numbers[start : start + math.prod(sizes)].reshape(sizes).clone())
            self.weights.append(weight)
            return weight

        self.embedding, self.position = take(vocabulary, width), take(context, width)
        self.layers = [
            (take(width), take(width, 3 * width), take(width, width), take(width), take(width, 4 * width), take(4 * width, width))
            for _ in range(layers)
        ]
        self.gain = take(width)
        self.scale = 1 / math.sqrt(width // shape["heads"])

    def decode(self, tokens, first, attend):
        """Logits [batch, length, vocabulary] of tokens [batch, length], the first of which stands in place `first`."""
        batch, length = tokens.shape
        heads = self.shape["heads"]
        x = self.embedding[tokens] + self.position[first : first + length]
        for layer, (norm_in, into, out, norm_feed, up, down) in enumerate(self.layers):
            parts = (norm(x, norm_in) @ into).view(batch, length, 3, heads, -1).permute(2, 0, 3, 1, 4)
            mixed = attend(layer, parts[0] * self.scale, parts[1], parts[2])
            x = x + mixed.transpose(1, 2).reshape(batch, length, -1) @ out
            x = x + F.relu(norm(x, norm_feed) @ up).square() @ down
        return x

    def logits(self, x):
        return norm(x, self.gain) @ self.embedding.t()


def norm(x, gain):
    return x * torch.rsqrt((x * x).mean(-1, keepdim=True) + 1e-5) * gain


def causal(length):
    mask = torch.full((length, length), float("-inf")).triu(1)
    return lambda _, q, k, v: (q @ k.transpose(-1, -2) + mask).softmax(-1) @ v


def train(model, request):
    """Seconds of all steps, and the loss before the first."""
    tokens, targets = torch.tensor(request["tokens"]), torch.tensor(request["targets"])
    if model.optimizer is None:
        model.optimizer = torch.optim.AdamW(
            model.weights, lr=request["rate"], betas=(0.9, 0.95), weight_decay=0.01, foreach=True
        )
    optimizer = model.optimizer
    attend = causal(tokens.shape[1])
    losses = []
    started = time.perf_counter()
    for _ in range(request["steps"]):
        optimizer.zero_grad(set_to_none=True)
        logits = model.logits(model.decode(tokens, 0, attend))
        loss = F.cross_entropy(logits.view(-1, logits.shape[-1]), targets.view(-1))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.weights, 1.0)
        optimizer.step()
        losses.append(loss.detach())
    return {"seconds": time.perf_counter() - started, "loss": losses[0].item()}


def sample(model, request):
    """Seconds of filling all contexts some times, and the last texts."""
    started = time.perf_counter()
    for _ in range(request["times"]):
        texts = fill(model, request)
    return {"seconds": time.perf_counter() - started, "texts": texts.tolist()}


@torch.inference_mode()
def fill(model, request):
    """Samples until the context is full: the texts without their prompts."""
    shape, temperature = model.shape, request["temperature"]
    prompts = torch.tensor(request["prompts"])
    batch, length = prompts.shape
    d = shape["width"] // shape["heads"]
    sizes = (shape["layers"], batch, shape["heads"], shape["context"], d)
    keys, values = torch.empty(sizes), torch.empty(sizes)
    reading = causal(length)
    at = 0

    def attend(layer, q, k, v):
        end = at + k.shape[2]
        keys[layer, :, :, at:end] = k
        values[layer, :, :, at:end] = v
        if at == 0:
            return reading(layer, q, k, v)
        old_keys, old_values = keys[layer, :, :, :end], values[layer, :, :, :end]
        # Without MKL a batched product is a loop over products; for small heads multiplying and adding up is quicker.
        if d < 32:
            chances = (old_keys * q).sum(-1).softmax(-1)
            return (chances.unsqueeze(-1) * old_values).sum(2, keepdim=True)
        return (q @ old_keys.transpose(-1, -2)).softmax(-1) @ old_values

    texts = torch.empty((batch, shape["context"]), dtype=torch.long)
    texts[:, :length] = prompts
    step = prompts
    while at + step.shape[1] < shape["context"]:
        last = model.decode(step, at, attend)[:, -1]
        at += step.shape[1]
        logits = model.logits(last)
        if temperature == 0:
            step = logits.argmax(-1, keepdim=True)
        else:
            sums = (logits / temperature).softmax(-1).cumsum(-1)
            step = (sums < torch.rand(batch, 1)).sum(-1, keepdim=True).clamp_(max=shape["vocabulary"] - 1)
        texts[:, at] = step[:, 0]
    return texts[:, length:]


def blas():
    """File of the library that multiplies matrices."""
    torch.ones(64, 64) @ torch.ones(64, 64)
    try:
        files = {line.split()[-1] for line in open("/proc/self/maps") if "blas" in line.split()[-1]}
    except OSError:
        return "unknown"
    return sorted(files)[-1] if files else "unknown"


torch.manual_seed(1)
torch.set_num_threads(int(sys.argv[1]))
print(json.dumps({"version": torch.__version__, "blas": blas()}), flush=True)
model = None
for line in sys.stdin:
    request = json.loads(line)
    if request["do"] == "load":
        model = Model(request["shape"], request["weights"])
        reply = {}
    else:
        reply = {"train": train, "sample": sample}[request["do"]](model, request)
    print(json.dumps(reply), flush=True)
