"""Writes operations.json: the operations of transformers, with values and derivatives from PyTorch.

    pip install torch
    python3 operations.py > operations.json

Each is worked out in 64-bit floats by PyTorch's own function where it has one (layer_norm,
rms_norm, cross_entropy, scaled_dot_product_attention), and otherwise in another way than in Swift: rotary
positions by complex numbers. The last line of a scene is a number, `total`, in which every result
counts by a different factor.
"""

import json
import math

import torch
from torch.nn import functional

torch.manual_seed(11)
SIZES = {"head": 2, "group": 1, "token": 5, "key": 4, "trait": 4, "word": 3, "batch": 2}


class Scene:
    def __init__(self):
        self.lines = [f"axis {name} = {size}" for name, size in SIZES.items()]
        self.tensors, self.terms, self.total = {}, [], 0

    def input(self, name, *axes):
        values = torch.randn([SIZES[x] for x in axes], dtype=torch.float64).round(decimals=2)
        return self.given(name, axes, values.requires_grad_())

    def number(self, name, value):
        values = torch.tensor(value, dtype=torch.float64, requires_grad=True)
        return self.given(name, [], values)

    def given(self, name, axes, values):
        head = f"{name}[{', '.join(axes)}]" if axes else name
        self.lines.append(f"{head} = {values.tolist()}")
        self.tensors[name] = (list(axes), values)
        return values

    def formula(self, name, text, axes, values):
        """Defines a matrix, whose numbers then count in the total, each by a factor of its own."""
        if values.requires_grad:
            values.retain_grad()
        self.lines.append(f"{name} = {text}")
        self.tensors[name] = (axes, values)
        if not values.requires_grad:
            return
        term = name
        if axes:
            factors = torch.randn(values.shape, dtype=torch.float64).round(decimals=2)
            self.given(f"{name}_factor", axes, factors.requires_grad_())
            term = f"{name} * {name}_factor"
            for _ in axes:
                term = f"sum({term})"
            values = (values * factors).sum()
        self.terms.append(term)
        self.total = self.total + values

    def record(self):
        self.total.retain_grad()
        self.total.backward()
        self.lines.append(f"total = {' + '.join(self.terms)}")
        self.tensors["total"] = ([], self.total)
        tensors = {}
        for name, (axes, values) in self.tensors.items():
            tensors[name] = {"axes": axes, "values": numbers(values)}
            if values.grad is not None:
                tensors[name]["gradient"] = numbers(values.grad)
        return {"text": "\n".join(self.lines) + "\n", "tensors": tensors}


def numbers(values):
    return [float(f"{x:.9g}") for x in values.detach().reshape(-1).tolist()]


def layer_norm():
    scene = Scene()
    for name, axes in {"x": ["trait"], "A": ["token", "trait"],
                       "H": ["head", "token", "word"]}.items():
        values = scene.input(name, *axes)
        normed = functional.layer_norm(values, values.shape[-1:], eps=1e-5)
        scene.formula(f"normed_{name}", f"layer_norm({name})", axes, normed)
        scene.formula(
            f"rms_{name}", f"rms_norm({name})", axes,
            functional.rms_norm(values, values.shape[-1:], eps=1e-5))
        scene.formula(
            f"rough_{name}", f"layer_norm({name}, eps: 0.5)", axes,
            functional.layer_norm(values, values.shape[-1:], eps=0.5))
        # PyTorch has no derivative by eps of its own functions.
        eps = scene.number(f"eps_{name}", 0.25)
        size = (values**2).mean(-1, keepdim=True) + eps
        scene.formula(
            f"moving_rms_{name}", f"rms_norm({name}, eps: eps_{name})", axes, values / size.sqrt())
        centred = values - values.mean(-1, keepdim=True)
        size = (centred**2).mean(-1, keepdim=True) + eps
        scene.formula(
            f"moving_{name}", f"layer_norm({name}, eps: eps_{name})", axes, centred / size.sqrt())
    return scene.record()


def rotated(values, base=10_000.0, speed=1.0, halves=False):
    """Two columns as one complex number, times one of length 1 at the row's angle."""
    rows, columns = values.shape[-2:]
    frequencies = base ** (-torch.arange(0, columns, 2, dtype=torch.float64) / columns)
    angles = torch.outer(torch.arange(rows, dtype=torch.float64), frequencies) * speed
    if halves:
        first, second = values.chunk(2, dim=-1)
    else:
        first, second = values[..., 0::2], values[..., 1::2]
    turned = torch.complex(first, second) * torch.polar(torch.ones_like(angles), angles)
    if halves:
        return torch.cat([turned.real, turned.imag], dim=-1)
    return torch.view_as_real(turned).reshape(values.shape)


def rope():
    scene = Scene()
    for name, axes in {"Q": ["token", "trait"], "K": ["head", "key", "trait"],
                       "L": ["batch", "head", "token", "trait"]}.items():
        values = scene.input(name, *axes)
        scene.formula(f"turned_{name}", f"rope({name})", axes, rotated(values))
        scene.formula(
            f"halves_{name}", f'rope({name}, base: 4, pairs: "halves")', axes,
            rotated(values, base=4.0, halves=True))
        moving = scene.number(f"base_{name}", 2.5), scene.number(f"speed_{name}", 0.75)
        scene.formula(
            f"slow_{name}", f"rope({name}, base: base_{name}, speed: speed_{name})", axes,
            rotated(values, *moving))
    return scene.record()


def alibi():
    scene = Scene()
    places = torch.arange(SIZES["token"], dtype=torch.float64)
    distances = (places[:, None] - places[None, :]).abs()
    slopes = torch.tensor([2 ** (-8 * h / SIZES["head"]) for h in range(1, SIZES["head"] + 1)])
    scores = scene.input("score", "head", "token", "token")
    own = -distances / 2
    shared = -slopes.double()[:, None, None] * distances
    scene.formula("bias", "alibi(token)", ["token", "token"], own)
    scene.formula("biases", "alibi(head, token)", ["head", "token", "token"], shared)
    steep = scene.number("steep", 0.75)
    powers = torch.arange(1, SIZES["head"] + 1)
    scene.formula("steep_bias", "alibi(token, slope: steep)", ["token", "token"], -steep * distances)
    scene.formula(
        "steep_biases", "alibi(head, token, slope: steep)", ["head", "token", "token"],
        -(steep**powers)[:, None, None] * distances)
    axes = ["head", "token", "token"]
    scene.formula("own", "softmax(score + alibi(token))", axes, torch.softmax(scores + own, -1))
    scene.formula(
        "both", "softmax(score + alibi(head, token))", axes, torch.softmax(scores + shared, -1))
    return scene.record()


def cross_entropy():
    scene = Scene()
    for name, axes in {"row": ["word"], "logits": ["token", "word"],
                       "stack": ["batch", "head", "token", "word"]}.items():
        scores = scene.input(name, *axes)
        flat = scores.reshape(-1, SIZES["word"])
        places = torch.randint(SIZES["word"], [SIZES[x] for x in axes[:-1]])
        if axes[:-1]:
            scene.given(f"{name}_place", axes[:-1], places.double())
        else:
            scene.lines.append(f"{name}_place = {float(places)}")
            scene.tensors[f"{name}_place"] = ([], places.double())
        loss = functional.cross_entropy(flat, places.reshape(-1))
        scene.formula(f"{name}_loss", f"cross_entropy({name}, {name}_place)", [], loss)
        shares = functional.one_hot(places, SIZES["word"]).double()
        hot = scene.given(f"{name}_hot", axes, shares.requires_grad_())
        loss = functional.cross_entropy(flat, hot.reshape(flat.shape))
        scene.formula(f"{name}_hot_loss", f"cross_entropy({name}, {name}_hot)", [], loss)
        soft = scene.input(f"{name}_soft", *axes)
        loss = functional.cross_entropy(flat, soft.reshape(flat.shape))
        scene.formula(f"{name}_soft_loss", f"cross_entropy({name}, {name}_soft)", [], loss)
    return scene.record()


def attention():
    scene = Scene()
    fused = functional.scaled_dot_product_attention
    hidden = torch.full([SIZES["token"]] * 2, -math.inf, dtype=torch.float64).triu(1)

    q = scene.input("Q", "token", "trait")
    k = scene.input("K", "key", "trait")
    v = scene.input("V", "key", "word")
    scene.formula("cross", "attention(Q, K, V)", ["token", "word"], fused(q, k, v))
    bias = scene.input("bias", "token", "key")
    scene.formula(
        "biased", "attention(Q, K, V, bias)", ["token", "word"], fused(q, k, v, attn_mask=bias))
    scene.formula(
        "itself", "attention(Q, Q, Q, causal(token))", ["token", "trait"],
        fused(q, q, q, attn_mask=hidden))

    axes = ["head", "token", "trait"]
    hq, hk, hv = (scene.input(name, *axes) for name in ("H_q", "H_k", "H_v"))
    scene.formula(
        "heads", "attention(H_q, H_k, H_v, causal(token))", axes,
        fused(hq, hk, hv, attn_mask=hidden))
    each = scene.input("each", "head", "token", "token")
    scene.formula(
        "each_biased", "attention(H_q, H_k, H_v, each)", axes, fused(hq, hk, hv, attn_mask=each))
    scene.formula(
        "one_key", "attention(H_q, Q, Q)", axes,
        fused(hq, q.expand(2, -1, -1), q.expand(2, -1, -1)))
    batch = scene.input("B_q", "batch", *axes)
    scene.formula(
        "batches", "attention(B_q, H_k, H_v, each)", ["batch"] + axes,
        fused(batch, hk.expand(2, -1, -1, -1), hv.expand(2, -1, -1, -1), attn_mask=each))
    return scene.record()


def elements():
    """Functions of one number, and powers."""
    scene = Scene()
    axes = ["batch", "token", "trait"]
    values = scene.input("A", *axes)
    positive = scene.given("C", axes, (values.detach().abs() + 0.3).requires_grad_())
    scene.formula("wave", "sin(A)", axes, torch.sin(values))
    scene.formula("other_wave", "cos(A)", axes, torch.cos(values))
    scene.formula("bent", "gelu_tanh(A)", axes, functional.gelu(values, approximate="tanh"))
    scene.formula("square", "A ^ 2", axes, values**2)
    scene.formula("cube", "A ^ 3", axes, values**3)
    scene.formula("none", "A ^ 0", axes, values**0)
    scene.formula("turned", "C ^ -1", axes, positive**-1)
    scene.formula("root", "C ^ 0.5", axes, positive**0.5)
    scene.formula("third", "C ^ (-0.333)", axes, positive**-0.333)
    return scene.record()


def choices():
    """What a row or a claim chooses."""
    scene = Scene()
    axes = ["batch", "token", "key"]
    values, other = scene.input("A", *axes), scene.input("B", "token", "key")
    limit, row = scene.number("limit", 0.2), scene.input("row", "key")
    hard = functional.one_hot(values.argmax(-1), SIZES["key"]).double()
    scene.formula("hard", "hardmax(A)", axes, hard)
    scene.formula(
        "chosen", "where(A > limit, A, B)", axes, torch.where(values > limit, values, other))
    scene.formula(
        "both", "where(row < 0 or A > 1, 2, A * A)", axes,
        torch.where((row < 0) | (values > 1), 2.0, values * values))
    top = values.topk(2, dim=-1)
    kept = torch.full_like(values, -math.inf).scatter(-1, top.indices, top.values)
    scene.formula("few", "softmax(topk(A, k: 2))", axes, torch.softmax(kept, -1))
    scene.formula("columns", "softmax(A, token)", axes, torch.softmax(values, -2))
    scene.formula("stacks", "softmax(A, batch)", axes, torch.softmax(values, 0))
    scene.formula("rows", "softmax(A, key)", axes, torch.softmax(values, -1))
    return scene.record()


def likeness():
    """The cosine of each row of one table with each of another."""
    scene = Scene()
    q, k = scene.input("Q", "token", "trait"), scene.input("K", "key", "trait")
    heads, x = scene.input("H", "head", "token", "trait"), scene.input("x", "trait")
    cosine = functional.cosine_similarity
    pairs = lambda a, b: cosine(a.unsqueeze(-2), b.unsqueeze(-3), dim=-1)
    scene.formula("near", "cosine(Q, K)", ["token", "key"], pairs(q, k))
    scene.formula("own", "cosine(Q, Q)", ["token", "token"], pairs(q, q))
    scene.formula("heads", "cosine(H, K)", ["head", "token", "key"], pairs(heads, k))
    scene.formula("row", "cosine(x, K)", ["key"], cosine(x, k, dim=-1))
    scene.formula("column", "cosine(Q, x)", ["token"], cosine(q, x, dim=-1))
    return scene.record()


def positions():
    """Masks and counts of positions."""
    scene = Scene()
    scores = scene.input("score", "token", "token")
    places = torch.arange(SIZES["token"], dtype=torch.float64)
    scene.formula("count", "position(token)", ["token"], places)
    scene.formula(
        "counted", "score * position(token)", ["token", "token"], scores * places)
    apart = (places[:, None] - places[None, :]).abs()
    for reach in (0, 1, 3):
        hidden = torch.where(apart <= reach, 0.0, -math.inf).double()
        scene.formula(
            f"near_{reach}", f"softmax(score + band(token, reach: {reach}))", ["token", "token"],
            torch.softmax(scores + hidden, -1))
    width = scene.number("width", 2.4)
    later = places[:, None] - places[None, :]
    hidden = torch.where((later >= 0) & (later < 2), 0.0, -math.inf).double()
    scene.formula(
        "window", "softmax(score + window(token, width: width))", ["token", "token"],
        torch.softmax(scores + hidden, -1))
    return scene.record()


def main():
    scenes = [
        layer_norm(), rope(), alibi(), cross_entropy(), attention(), elements(), choices(),
        likeness(), positions(),
    ]
    lines = ",\n".join(json.dumps(scene, separators=(",", ":")) for scene in scenes)
    print(f"[\n{lines}\n]")


main()
