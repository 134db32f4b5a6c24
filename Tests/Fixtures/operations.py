"""Writes operations.json: the operations of transformers, with values and derivatives from PyTorch.

    pip install torch
    python3 operations.py > operations.json

Each is worked out in 64-bit floats by PyTorch's own function where it has one (layer_norm,
cross_entropy, scaled_dot_product_attention), and otherwise in another way than in Swift: rotary
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

    def given(self, name, axes, values):
        self.lines.append(f"{name}[{', '.join(axes)}] = {values.tolist()}")
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
    return scene.record()


def rotated(values):
    """Neighbouring columns as one complex number, times one of length 1 at the row's angle."""
    rows, columns = values.shape[-2:]
    frequencies = 10_000.0 ** (-torch.arange(0, columns, 2, dtype=torch.float64) / columns)
    angles = torch.outer(torch.arange(rows, dtype=torch.float64), frequencies)
    pairs = torch.view_as_complex(values.reshape(*values.shape[:-1], -1, 2).contiguous())
    turned = pairs * torch.polar(torch.ones_like(angles), angles)
    return torch.view_as_real(turned).reshape(values.shape)


def rope():
    scene = Scene()
    for name, axes in {"Q": ["token", "trait"], "K": ["head", "key", "trait"],
                       "L": ["batch", "head", "token", "trait"]}.items():
        values = scene.input(name, *axes)
        scene.formula(f"turned_{name}", f"rope({name})", axes, rotated(values))
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


def main():
    scenes = [layer_norm(), rope(), alibi(), cross_entropy(), attention()]
    lines = ",\n".join(json.dumps(scene, separators=(",", ":")) for scene in scenes)
    print(f"[\n{lines}\n]")


main()
