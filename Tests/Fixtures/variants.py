"""Writes variants.json: the scenes in variants/, with values and derivatives from PyTorch.

    pip install torch
    python3 variants.py > variants.json

Only the inputs are read from a scene: its axes, lists and seeds. What follows from them is worked
out here in 64-bit floats, head by head or by einsum letters or PyTorch's own functions, and not by
the rules of the scene language. Derivatives are those of `total`.
"""

import ast
import json
import math
import re
from pathlib import Path

import torch
from torch.nn import functional

import random_stream

INF = math.inf
FOLDER = Path(__file__).parent / "variants"


class Variant:
    """A scene's inputs as tensors, and the results that are noted for it."""

    def __init__(self, name):
        text = re.sub(r"#.*", "", (FOLDER / f"{name}.qkv").read_text())
        self.sizes = {}
        for axis, rest in re.findall(r"^axis (\w+) *= *(.*)$", text, re.M):
            self.sizes[axis] = size_of(rest.strip(), text)
        self.inputs, self.results = {}, {}
        # An input: a name, axes, and a list, a seed, waves or a number.
        pattern = r"^(\w+)(?:\[([\w*, ]+)\])? *= *(randn\(seed: \d+\)|sinusoids\(\)|\[|-?[\d.]+ *$)"
        for found in re.finditer(pattern, text, re.M):
            name, axes, start = found.groups()
            shape = [self.size(axis.strip()) for axis in axes.split(",")] if axes else []
            self.inputs[name] = numbers(start, text[found.start(3):], shape).requires_grad_()

    def size(self, axis):
        return math.prod(self.sizes[factor] for factor in axis.split("*"))

    def __getitem__(self, name):
        return self.inputs[name]

    def note(self, name, axes, values):
        axes = axes.split()
        assert list(values.shape) == [self.size(axis) for axis in axes], name
        self.results[name] = {"axes": axes, "values": written(values)}
        return values

    def record(self, total):
        assert "total" not in self.results
        self.note("total", "", total)
        total.backward()
        gradients = {
            name: written(x.grad) for name, x in self.inputs.items() if x.grad is not None}
        return {"values": self.results, "gradients": gradients}


def size_of(rest, text):
    """The places of a part such as token[0:t + 1], of words, or as many as are written."""
    if part := re.fullmatch(r"\w+\[(.+):(.+)\]", rest):
        scalars = {k: int(n) for k, n in re.findall(r"^(\w+) *= *(\d+) *$", text, re.M)}
        start, end = (eval(bound, {}, scalars) for bound in part.groups())
        return end - start
    return int(rest) if rest.isdigit() else len(rest.split())


def numbers(start, text, shape):
    if start.startswith("randn"):
        seed = int(re.search(r"\d+", start)[0])
        flat = [random_stream.normal(seed, i) for i in range(math.prod(shape))]
    elif start == "sinusoids()":
        flat = waves(*shape)
    elif start == "[":
        flat = literal(text)
    else:
        flat = [float(start)]
    return torch.tensor(flat, dtype=torch.float64).reshape(shape)


def literal(text):
    depth = 0
    for place, character in enumerate(text):
        depth += {"[": 1, "]": -1}.get(character, 0)
        if depth == 0:
            break
    return ast.literal_eval(text[:place + 1].replace("inf", "1e999"))


def waves(rows, columns):
    """The imaginary and the real part of e^(i·p·f) in turn."""
    table = torch.zeros(rows, columns, dtype=torch.float64)
    for p in range(rows):
        for i in range(0, columns, 2):
            angle = p / 10_000 ** (i / columns)
            table[p, i] = math.sin(angle)
            if i + 1 < columns:
                table[p, i + 1] = math.cos(angle)
    return table.tolist()


def written(values):
    return [x if math.isfinite(x) else str(x) for x in map(rounded, values.detach().reshape(-1))]


def rounded(x):
    return float(f"{x.item():.7g}")


def hidden(n, sees):
    """An additive mask: 0 where row i sees column j."""
    return torch.tensor(
        [[0.0 if sees(i, j) else -INF for j in range(n)] for i in range(n)], dtype=torch.float64)


def causal(n):
    return hidden(n, lambda i, j: j <= i)


def distances(n):
    return (torch.arange(n)[:, None] - torch.arange(n)[None, :]).abs().double()


def heads_of(wide, count):
    """[token, head*trait] cut into a list of [token, trait]."""
    return wide.chunk(count, dim=-1)


# The variants


def projections(v, letters="hft"):
    return [torch.einsum(f"nf,{letters}->{letters[0]}nt", v["X"], v[w]) for w in ("W_q", "W_k", "W_v")]


def heads(v):
    q, k, values = projections(v)
    for name, x in zip("QKV", (q, k, values)):
        v.note(name, "head token trait", x)
    score = v.note("score", "head token token", torch.einsum("hit,hjt->hij", q, k))
    scaled = v.note("scaled", "head token token", score / math.sqrt(3))
    v.note("weight", "head token token", torch.softmax(scaled + causal(7), -1))
    output = functional.scaled_dot_product_attention(q, k, values, is_causal=True)
    v.note("output", "head token trait", output)
    joined = v.note("heads", "token head*trait", torch.cat(list(output), dim=-1))
    result = v.note("result", "token feature", joined @ v["W_o"])
    return (result ** 2).sum()


def side_by_side(v):
    wide = v.note("wide", "token head*trait", v["X"] @ v["W_q"])
    q, k, values = (torch.stack(heads_of(x, 2)) for x in (
        wide, v["X"] @ v["W_k"], v["X"] @ v["W_v"]))
    for name, x in zip("QKV", (q, k, values)):
        v.note(name, "head token trait", x)
    v.note("weight", "head token token", torch.softmax(
        q @ k.transpose(1, 2) / math.sqrt(3) + causal(7), -1))
    output = functional.scaled_dot_product_attention(q, k, values, is_causal=True)
    v.note("output", "head token trait", output)
    result = v.note("result", "token feature", torch.cat(list(output), dim=-1) @ v["W_o"])
    v.note("back", "token head*trait", torch.zeros(7, 6))
    return (result ** 2).sum() / 6


def contributions(v):
    q, k, values = projections(v)
    v.note("weight", "head token token", torch.softmax(
        torch.einsum("hit,hjt->hij", q, k) / math.sqrt(3) + causal(7), -1))
    output = functional.scaled_dot_product_attention(q, k, values, is_causal=True)
    v.note("output", "head token trait", output)
    block = v.note("block", "head trait feature", torch.stack([v["W_o"][:3], v["W_o"][3:]]))
    parts = torch.stack([v["keep"][h] * (output[h] @ block[h]) for h in range(2)])
    v.note("contribution", "head token feature", parts)
    result = v.note("result", "token feature", parts[0] + parts[1])
    kept = torch.cat([v["keep"][0] * output[0], v["keep"][1] * output[1]], dim=-1)
    joined = v.note("joined", "token feature", kept @ v["W_o"])
    share = v.note("share_of_it", "head", (parts[:, 4] ** 2).sum(-1).sqrt())
    return (result * joined).sum() + share[0]


def read_groups(v, q, k, values, heads, groups):
    """Head by head: head h reads group h // (heads / groups)."""
    weight, output = [], []
    for h in range(heads):
        g = h // (heads // groups)
        scaled = q[h] @ k[g].T / math.sqrt(q.shape[-1])
        weight.append(torch.softmax(scaled + causal(7), -1))
        output.append(weight[-1] @ values[g])
    return torch.stack(weight), torch.stack(output)


def grouped(v):
    q = torch.einsum("nf,hft->hnt", v["X"], v["W_q"])
    k, values = (torch.einsum("nf,gft->gnt", v["X"], v[w]) for w in ("W_k", "W_v"))
    v.note("Q", "head token trait", q)
    v.note("K", "kv token trait", k)
    v.note("V", "kv token trait", values)
    v.note("K_shared", "head token trait", torch.stack([k[0], k[0], k[1], k[1]]))
    v.note("V_shared", "head token trait", torch.stack([values[0], values[0], values[1], values[1]]))
    weight, output = read_groups(v, q, k, values, 4, 2)
    v.note("weight", "head token token", weight)
    v.note("output", "head token trait", output)
    result = v.note("result", "token feature", torch.cat(list(output), dim=-1) @ v["W_o"])
    return (result ** 2).sum()


def multi_query(v):
    q = v.note("Q", "head token trait", torch.einsum("nf,hft->hnt", v["X"], v["W_q"]))
    k = v.note("K", "token trait", v["X"] @ v["W_k"])
    values = v.note("V", "token trait", v["X"] @ v["W_v"])
    weight, output = read_groups(v, q, k[None], values[None], 3, 1)
    v.note("weight", "head token token", weight)
    v.note("output", "head token trait", output)
    result = v.note("result", "token feature", torch.cat(list(output), dim=-1) @ v["W_o"])
    return (result ** 2).sum()


def cross(v):
    q = v.note("Q", "target trait", v["Y"] @ v["W_q"])
    k = v.note("K", "source trait", v["X"] @ v["W_k"])
    values = v.note("V", "source trait", v["X"] @ v["W_v"])
    score = v.note("score", "target source", torch.einsum("it,jt->ij", q, k))
    seen = torch.softmax(score[:, :7] / math.sqrt(3), -1)
    v.note("weight", "target source", functional.pad(seen, (0, 2)))
    output = v.note("output", "target trait", seen @ values[:7])
    mask = torch.tensor([True] * 7 + [False] * 2).expand(4, 9)
    fused = functional.scaled_dot_product_attention(q, k, values, attn_mask=mask)
    v.note("fused", "target trait", fused)
    return (output * fused).sum()


def one_head(v, mask):
    x = v["X"]
    scaled = (x @ v["W_q"]) @ (x @ v["W_k"]).T / math.sqrt(3)
    v.note("scaled", "token token", scaled)
    weight = v.note("weight", "token token", torch.softmax(scaled + mask, -1))
    output = v.note("output", "token trait", weight @ (x @ v["W_v"]))
    return (output ** 2).sum()


def causal_mask(v):
    return one_head(v, causal(7))


def window(v):
    return one_head(v, hidden(7, lambda i, j: i - j in (0, 1, 2)))


def dilated(v):
    return one_head(v, hidden(7, lambda i, j: i - j in (0, 2, 4)))


def columns(v):
    x = v["X"]
    scaled = v.note(
        "scaled", "token token", (x @ v["W_q"]) @ (x @ v["W_k"]).T / math.sqrt(3))
    weight = v.note("weight", "token token", torch.softmax(scaled, dim=0))
    v.note("asked", "token", weight.sum(1))
    output = v.note("output", "token trait", weight @ (x @ v["W_v"]))
    return (output ** 2).sum()


def blocks(v):
    x = v["X"]
    built = v["blocks"].repeat_interleave(2, 0).repeat_interleave(2, 1)
    assert torch.equal(built, v["table"])
    v.note("built", "token token", built)
    scaled = v.note(
        "scaled", "token token", (x @ v["W_q"]) @ (x @ v["W_k"]).T / math.sqrt(3))
    weight = v.note("weight", "token token", torch.softmax(scaled + built, -1))
    tabled = v.note("tabled", "token token", torch.softmax(scaled + v["table"], -1))
    output = v.note("output", "token trait", weight @ (x @ v["W_v"]))
    return (output * (tabled @ (x @ v["W_v"]))).sum()


def wrong_masks(v):
    score, seen = v["score"], v["seen"]
    right = functional.pad(torch.softmax(score[:, :2], -1), (0, 2))
    v.note("right", "query key", right)
    zeroed = v.note("zeroed", "query key", torch.softmax(score * seen, -1))
    cut = v.note("cut", "query key", torch.softmax(score, -1) * seen)
    rest = v.note("rest", "query", cut.sum(1))
    # The numbers of the three masks to four digits, worked out by hand beforehand.
    for found, known in zip((right, zeroed, cut), (
            [.7311, .2689, 0, 0], [.6103, .2245, .0826, .0826], [.6095, .2242, 0, 0])):
        assert (found[0] - torch.tensor(known)).abs().max() < 6e-5
    return ((right + zeroed + cut) @ v["V"]).sum() * rest[0]


def linear(v):
    x = v["X"]
    features = lambda y: torch.where(y > 0, y + 1, torch.exp(y))
    q = v.note("Q", "token trait", features(x @ v["W_q"]))
    k = v.note("K", "token trait", features(x @ v["W_k"]))
    values = v.note("V", "token trait", x @ v["W_v"])
    v.note("memory", "trait trait", torch.einsum("ni,nj->ij", k, values))
    v.note("size_of_memory", "trait", k.sum(0))
    v.note("kernel", "token token", q @ k.T)
    # A running memory, token by token, as a recurrent network would keep it.
    rows, sums, memory, size = [], [], torch.zeros(3, 3).double(), torch.zeros(3).double()
    for token in range(7):
        memory = memory + torch.outer(k[token], values[token])
        size = size + k[token]
        rows.append(q[token] @ memory / (q[token] @ size))
    spelled = q @ k.T @ values / (q @ k.T).sum(1, keepdim=True)
    output = torch.stack([q[token] @ memory / (q[token] @ size) for token in range(7)])
    v.note("output", "token trait", output)
    v.note("spelled", "token trait", spelled)
    v.note("past", "token token", (q @ k.T).tril())
    causal_output = v.note("causal_output", "token trait", torch.stack(rows))
    return (output * causal_output).sum() + spelled.sum()


def adapter(v):
    x = v["X"]
    adapted = v["W_q"] + v["strength"] * torch.outer(v["A"][:, 0], v["B"][0])
    v.note("adapted", "feature trait", adapted)
    q = v.note("Q", "token trait", x @ adapted)
    k = v.note("K", "token trait", x @ v["W_k"])
    weight = torch.softmax(q @ k.T / math.sqrt(3) + causal(7), -1)
    v.note("weight", "token token", weight)
    output = v.note("output", "token trait", functional.scaled_dot_product_attention(
        q, k, x @ v["W_v"], is_causal=True))
    return (output ** 2).sum()


def cache(v):
    x = v["X"]
    q, k, values = (x @ v[w] for w in ("W_q", "W_k", "W_v"))
    for count, (suffix, axis) in enumerate(
            [("two", "two"), ("three", "three"), ("four", "four"), ("five", "token")], 2):
        v.note(f"K_{suffix}", f"{axis} trait", k[:count])
        v.note(f"V_{suffix}", f"{axis} trait", values[:count])
    v.note("q", "trait", q[4])
    for name, whole in zip("QKV", (q, k, values)):
        v.note(name, "token trait", whole)
    weight = v.note("weight", "token token", torch.softmax(
        q @ k.T / math.sqrt(3) + causal(5), -1))
    output = v.note("output", "token trait", weight @ values)
    v.note("cached_weight", "token", weight[4])
    v.note("cached", "trait", output[4])
    v.note("difference", "", torch.tensor(0.0))
    return (output[4] ** 2).sum()


def layer(v):
    x = v.note("placed", "token feature", v["X"] + v["place"])
    normed = functional.layer_norm(x, [4], v["gain"], v["shift"], eps=1e-5)
    v.note("normed", "token feature", normed)
    q, k, values = (
        torch.einsum("nf,hft->hnt", normed, v[w]) for w in ("W_q", "W_k", "W_v"))
    for name, y in zip("QKV", (q, k, values)):
        v.note(name, "head token trait", y)
    v.note("weight", "head token token", torch.softmax(
        q @ k.mT / math.sqrt(2) + causal(7), -1))
    output = functional.scaled_dot_product_attention(q, k, values, is_causal=True)
    middle = x + torch.cat(list(output), dim=-1) @ v["W_o"]
    v.note("middle", "token feature", middle)
    network = functional.linear(
        functional.layer_norm(middle, [4], eps=1e-5), v["W_in"].T, v["b_in"])
    result = middle + functional.gelu(network) @ v["W_out"]
    v.note("result", "token feature", result)
    return (result ** 2).mean()


def turned(x):
    """Neighbouring columns as one complex number, times one of length 1 at the row's angle."""
    rows, width = x.shape[-2:]
    speeds = 10_000.0 ** (-torch.arange(0, width, 2).double() / width)
    angles = torch.outer(torch.arange(rows).double(), speeds)
    pairs = torch.view_as_complex(x.reshape(*x.shape[:-1], -1, 2).contiguous())
    return torch.view_as_real(pairs * torch.exp(1j * angles)).reshape(x.shape)


def rotary(v):
    q, k, values = projections(v)
    q = v.note("Q", "head token trait", turned(q))
    k = v.note("K", "head token trait", turned(k))
    v.note("weight", "head token token", torch.softmax(q @ k.mT / 2 + causal(7), -1))
    output = functional.scaled_dot_product_attention(q, k, values, is_causal=True)
    v.note("output", "head token trait", output)
    return (output ** 2).sum()


def biases(v):
    q, k, values = projections(v)
    score = v.note("score", "head token token", q @ k.mT / math.sqrt(2))
    slopes = torch.tensor([2.0 ** -4, 2.0 ** -8]).double()[:, None, None]
    bias = causal(7) - slopes * distances(7)
    v.note("weight", "head token token", torch.softmax(score + bias, -1))
    output = functional.scaled_dot_product_attention(q, k, values, attn_mask=bias)
    v.note("output", "head token trait", output)
    return (output ** 2).sum()


def positions(v):
    placed = v.note("placed", "token feature", v["X"] + v["place"])
    q, k, values = (placed @ v[w] for w in ("W_q", "W_k", "W_v"))
    v.note("weight", "token token", torch.softmax(q @ k.T / math.sqrt(3), -1))
    output = v.note("output", "token trait", functional.scaled_dot_product_attention(q, k, values))
    return (output ** 2).sum()


def examples(v):
    axes = "example head token trait"
    q, k, values = (
        v.note(name, axes, torch.einsum("enf,hft->ehnt", v["X"], v[f"W_{name.lower()}"]))
        for name in "QKV")
    bias = causal(4) + v["hidden"][:, None, None, :]
    v.note("weight", "example head token token", torch.softmax(
        torch.einsum("ehit,ehjt->ehij", q, k) / math.sqrt(2) + bias, -1))
    output = functional.scaled_dot_product_attention(q, k, values, attn_mask=bias)
    v.note("output", axes, output)
    joined = torch.cat([output[:, 0], output[:, 1]], dim=-1)
    result = v.note("result", "example token feature", v["X"] + joined @ v["W_o"])
    logits = v.note("logits", "example token word", result @ v["W_u"])
    v.note("guess", "example token", logits.argmax(-1).double())
    return functional.cross_entropy(logits.reshape(8, 5), v["next"].detach().reshape(8).long())


def fused(v):
    q = v.note("Q", "head token trait", torch.einsum("nf,hft->hnt", v["X"], v["W_q"]))
    k, values = (
        v.note(name, "head token trait", torch.einsum(
            "nf,gft->gnt", v["X"], v[w]).repeat_interleave(2, 0))
        for name, w in (("K", "W_k"), ("V", "W_v")))
    slopes = torch.tensor([2.0 ** -(2 * h) for h in range(1, 5)]).double()[:, None, None]
    mask = v.note("mask", "head token token", causal(7) - slopes * distances(7))
    output = functional.scaled_dot_product_attention(q, k, values, attn_mask=mask)
    v.note("fused", "head token trait", output)
    v.note("spelled", "head token trait", torch.softmax(
        q @ k.mT / math.sqrt(2) + mask, -1) @ values)
    return (output ** 2).sum()


def decoding(v):
    """All queries against all keys, of which row 3 is the one that decodes."""
    words = ["cat", "dog", "saw", "the"]
    rows = [words.index(word) for word in "the cat saw the dog".split()]
    x = v.note("X", "token feature", v["E"][rows])
    q = v.note("Q_all", "head token trait", turned(torch.einsum("nf,hft->hnt", x, v["W_q"])))
    k = v.note("K_all", "group token trait", turned(torch.einsum("nf,gft->gnt", x, v["W_k"])))
    values = v.note("V_all", "group token trait", torch.einsum("nf,gft->gnt", x, v["W_v"]))
    v.note("Q", "head new trait", q[:, 3:4])
    v.note("K", "group seen trait", k[:, :4])
    v.note("V", "group seen trait", values[:, :4])
    slopes = torch.tensor([2.0 ** -(2 * h) for h in range(1, 5)]).double()[:, None, None]
    sees = hidden(5, lambda i, j: i - j in (0, 1, 2))
    mask = v.note("everywhere", "head token token", sees - slopes * distances(5))
    v.note("near", "head new seen", mask[:, 3:4, :4])
    k, values = k.repeat_interleave(2, 0), values.repeat_interleave(2, 0)
    whole = functional.scaled_dot_product_attention(q, k, values, attn_mask=mask)
    v.note("whole", "head token trait", whole)
    weight = torch.softmax(q @ k.mT / math.sqrt(2) + mask, -1)
    v.note("weight", "head new seen", weight[:, 3:4, :4])
    output = v.note("output", "head new trait", whole[:, 3:4])
    v.note("difference", "head new trait", torch.zeros_like(output))
    return (output ** 2).sum()


VARIANTS = {
    "heads": heads, "side_by_side": side_by_side, "contributions": contributions,
    "grouped": grouped, "multi_query": multi_query, "cross": cross, "causal": causal_mask,
    "window": window, "dilated": dilated, "columns": columns, "blocks": blocks,
    "wrong_masks": wrong_masks, "linear": linear, "adapter": adapter, "cache": cache,
    "layer": layer, "rotary": rotary, "biases": biases, "positions": positions,
    "examples": examples, "fused": fused, "decoding": decoding,
}


def main():
    assert {path.stem for path in FOLDER.glob("*.qkv")} == set(VARIANTS)
    lines = []
    for name, work in VARIANTS.items():
        variant = Variant(name)
        record = variant.record(work(variant))
        lines.append(f"{json.dumps(name)}:{json.dumps(record, separators=(',', ':'))}")
    print("{\n" + ",\n".join(lines) + "\n}")


main()
