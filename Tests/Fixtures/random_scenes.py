"""Writes random_scenes.json: random small scenes, with every number and derivative from PyTorch.

    pip install torch
    python3 random_scenes.py > random_scenes.json
    python3 random_scenes.py 200 > elsewhere.json

Each formula is drawn by a rule of the language and worked out at once, in 64-bit floats, by naming
axes with einsum letters rather than by position in memory. The last line of a scene is a number,
`total`; its derivatives come from PyTorch's reverse mode and, for a few places of each input, from
central differences as well. A scene is kept only where 32-bit floats lose little against 64-bit
ones, so that the test may be strict.
"""

import json
import math
import random
import sys
from collections import Counter

import torch

import random_stream

SCENES = int(sys.argv[1]) if len(sys.argv) > 1 else 80
TOLERANCE = 1e-5
WORDS = "the cat sat on a mat because it was warm and dry".split()
INF = math.inf
REQUIRED = {
    "@", "+", "-", "*", "/", "negative", ".T", "label", "number", "slice", "softmax", "exp", "log",
    "sqrt", "abs", "relu", "gelu", "elu", "tanh", "sigmoid", "sum", "mean", "max", "min",
    "variance", "norm", "dot", "cosine", "entropy", "argmax", "size", "causal", "window", "padding",
    "join", "share", "stack", "vector product", "randn", "uniform", "eye",
    "step", "alibi", "alibi by head", "rope", "sinusoids", "layer_norm", "cross_entropy",
    "cross_entropy by shares", "attention", "split", "split rows", "append", "along", "example",
    "hardmax", "topk", "where", "power", "sin", "cos", "gelu_tanh", "rms_norm", "eps", "softmax along",
    "band", "position", "base", "halves", "slope", "width",
}


class Rejected(Exception):
    """A drawn formula that 32-bit floats could not follow closely enough."""


class Named:
    """A matrix: the names of its axes, its numbers, and how the scene writes it."""

    def __init__(self, text, axes, values):
        self.text, self.axes, self.values = text, list(axes), values
        if values.numel() > 160:
            raise Rejected


def joined(left, right):
    return left + [axis for axis in right if axis not in left]


def aligned(matrix, axes):
    """The numbers of `matrix` along `axes`, with a size of 1 where it lacks one.

    Where rows and columns share an axis, a vector of that axis runs along the columns.
    """
    places, end = [], len(axes)
    for axis in reversed(matrix.axes):
        end = max(place for place in range(end) if axes[place] == axis)
        places.insert(0, end)
    shape = [1] * len(axes)
    for place, size in zip(places, matrix.values.shape):
        shape[place] = size
    return matrix.values.reshape(shape)


def elementwise(symbol, a, b):
    if len(a.axes) >= 2 and len(b.axes) >= 2 and a.axes[-2:] == b.axes[-2:]:
        axes = joined(a.axes[:-2], b.axes[:-2]) + a.axes[-2:]
        # Stacks may stand in different orders: sort the right one's as the result has them.
        stacks = [axis for axis in axes[:-2] if axis in b.axes[:-2]]
        order = [b.axes.index(axis) for axis in stacks]
        b = Named(b.text, stacks + b.axes[-2:], b.values.permute(order + [-2, -1]))
    else:
        axes = a.axes if len(a.axes) >= len(b.axes) else b.axes
    x, y = aligned(a, axes), aligned(b, axes)
    return axes, {
        "+": lambda: x + y, "-": lambda: x - y, "*": lambda: x * y, "/": lambda: x / y,
    }[symbol]()


def product(a, b):
    """Contracts the columns of `a` with the rows of `b`; stacks join by name."""
    letters = {}
    letter = lambda axis: letters.setdefault(axis, chr(ord("a") + len(letters)))
    stack_a, stack_b = a.axes[:-2], b.axes[:-2]
    rows = ["r"] if len(a.axes) >= 2 else []
    columns = ["c"] if len(b.axes) >= 2 else []
    left = [letter(x) for x in stack_a] + [x.upper() for x in rows] + ["K"]
    right = [letter(x) for x in stack_b] + ["K"] + [x.upper() for x in columns]
    stacks = joined(stack_a, stack_b)
    result = [letter(x) for x in stacks] + [x.upper() for x in rows + columns]
    values = torch.einsum(
        f"{''.join(left)},{''.join(right)}->{''.join(result)}", a.values, b.values)
    axes = stacks + a.axes[-2:-1] + (b.axes[-1:] if columns else [])
    return Named(f"{a.text} @ {b.text}", axes, values)


def entropy(p):
    return -(p * torch.log2(torch.where(p == 0, torch.ones_like(p), p))).sum(-1)


class Scene:
    def __init__(self, seed, kind):
        self.draw = random.Random(seed)
        self.kind = kind
        self.used = set()
        self.lines, self.inputs, self.defined = [], {}, {}
        self.sizes = {
            "token": self.draw.randint(2, 5), "feature": self.draw.randint(2, 4),
            "trait": self.draw.randint(2, 3), "group": self.draw.randint(1, 2),
        }
        self.sizes["head"] = self.sizes["group"] * self.draw.randint(1, 2)
        if kind == "layer":
            self.sizes.update(example=2, word=3, long=self.sizes["token"] + 1)
            self.sizes["trait"] = 2
        self.labels = {"token": self.draw.sample(WORDS, self.sizes["token"])}
        for axis, size in self.sizes.items():
            names = " ".join(self.labels[axis]) if axis in self.labels else size
            self.lines.append(f"axis {axis} = {names}")

    # Inputs

    def size(self, axis):
        return math.prod(self.sizes[part] for part in axis.split("*"))

    def literal(self, name, axes, low=-2.0, high=2.0):
        shape = [self.size(axis) for axis in axes]
        flat = [round(self.draw.uniform(low, high), 2) or 0.5 for _ in range(math.prod(shape))]
        values = torch.tensor(flat).double().reshape(shape)
        return self.input(name, axes, values, written(flat, shape))

    def drawn(self, name, axes):
        """Numbers from the language's own random streams."""
        function = self.draw.choice(["randn", "uniform"])
        self.used.add(function)
        number = random_stream.normal if function == "randn" else random_stream.uniform
        shape, seed = [self.size(axis) for axis in axes], self.draw.randint(0, 99)
        values = torch.tensor([number(seed, i) for i in range(math.prod(shape))])
        return self.input(name, axes, values.double().reshape(shape), f"{function}(seed: {seed})")

    def input(self, name, axes, values, text):
        values.requires_grad_(True)
        self.inputs[name] = values
        self.lines.append(f"{name}[{', '.join(axes)}] = {text}" if axes else f"{name} = {text}")
        return self.keep(Named(name, axes, values))

    # Formulas

    def keep(self, matrix):
        check(matrix.values)
        if matrix.values.requires_grad and not matrix.values.is_leaf:
            matrix.values.retain_grad()
        self.defined[matrix.text] = matrix
        return matrix

    def define(self, name, matrix):
        kept = self.keep(Named(name, matrix.axes, matrix.values))
        self.lines.append(f"{name} = {matrix.text}")
        return kept

    def use(self, *names):
        self.used.update(names)

    def combine(self, symbol, a, b):
        self.use(symbol)
        axes, values = elementwise(symbol, a, b)
        return Named(f"({a.text} {symbol} {b.text})", axes, values)

    def transposed(self, a):
        self.use(".T")
        return Named(f"{a.text}.T", a.axes[:-2] + a.axes[:-3:-1], a.values.transpose(-1, -2))

    def function(self, name, a):
        self.use(name)
        x = a.values
        values = {
            "exp": torch.exp, "log": torch.log, "sqrt": torch.sqrt, "abs": torch.abs,
            "relu": torch.relu, "gelu": torch.nn.functional.gelu, "elu": torch.nn.functional.elu,
            "tanh": torch.tanh, "sigmoid": torch.sigmoid, "sin": torch.sin, "cos": torch.cos,
            "gelu_tanh": lambda x: torch.nn.functional.gelu(x, approximate="tanh"),
            "softmax": lambda x: torch.softmax(x, -1),
        }[name](x)
        return Named(f"{name}({a.text})", a.axes, values)

    def row(self, name, a):
        self.use(name)
        x = a.values
        if name in ("max", "min", "argmax") and x.shape[-1] > 1:
            apart(x if name != "min" else -x)
        values = {
            "sum": lambda: x.sum(-1), "mean": lambda: x.mean(-1), "max": lambda: x.amax(-1),
            "min": lambda: x.amin(-1), "variance": lambda: x.var(-1, correction=0),
            "norm": lambda: torch.linalg.vector_norm(x, dim=-1), "entropy": lambda: entropy(x),
            # It jumps, so nothing flows through it; but what follows may depend on it.
            "argmax": lambda: x.argmax(-1).double().requires_grad_(True),
        }[name]()
        return Named(f"{name}({a.text})", a.axes[:-1], values)

    def likeness(self, a, b):
        self.use("dot")
        axes, products = elementwise("*", a, b)
        return Named(f"dot({a.text}, {b.text})", axes[:-1], products.sum(-1))

    def cosine(self, a, b):
        """The cosine of each row of one with each of the other, as a product of unit rows."""
        self.use("cosine")
        unit = lambda m: m.values / m.values.norm(dim=-1, keepdim=True)
        turned = lambda axes: axes[:-2] + axes[:-3:-1] if len(axes) > 1 else axes
        right = unit(b).transpose(-1, -2) if len(b.axes) > 1 else unit(b)
        result = product(Named("", a.axes, unit(a)), Named("", turned(b.axes), right))
        return Named(f"cosine({a.text}, {b.text})", result.axes, result.values)

    def along(self, name, a, axis):
        """One number of all along an axis; where rows and columns share it, along the columns."""
        self.use("along")
        dim = max(place for place, other in enumerate(a.axes) if other == axis)
        turned = Named(
            a.text, a.axes[:dim] + a.axes[dim + 1:] + [axis], a.values.movedim(dim, -1))
        result = self.row(name, turned)
        return Named(f"{name}({a.text}, {axis})", result.axes, result.values)

    def mask(self):
        kind = self.draw.choice(["causal", "window", "step", "padding", "band", "width"])
        self.use(kind)
        n = self.sizes["token"]
        query, key = torch.arange(n)[:, None], torch.arange(n)[None, :]
        width = self.draw.randint(1, n)
        if kind == "width" and "width" not in self.defined:
            # A fraction is rounded, so it has no slope.
            self.input("width", [], torch.tensor(width + 0.3).double(), f"{width + 0.3}")
            self.defined["width"].values.requires_grad_(False)
        seen, text = {
            "causal": lambda: (key <= query, "causal(token)"),
            "window": lambda: ((key <= query) & (query - key < width), f"window(token, {width})"),
            "step": lambda: (
                sum((query - key == 2 * i).int() for i in range(width)) > 0,
                f"window(token, {width}, step: 2)"),
            "band": lambda: ((query - key).abs() <= width, f"band(token, reach: {width})"),
            "width": lambda: ((key <= query) & (query - key < width), "window(token, width: width)"),
            "padding": lambda: (key[0] < width, f"padding(token, from: {width})"),
        }[kind]()
        hidden = torch.where(seen, 0.0, -INF).double()
        return Named(text, ["token", "token"][-hidden.dim():], hidden)

    def biases(self, many):
        self.use("alibi by head" if many else "alibi")
        n, heads = self.sizes["token"], self.sizes["head"]
        places = torch.arange(n)
        distances = (places[:, None] - places[None, :]).abs().double()
        if self.draw.random() < 0.5:
            self.use("slope")
            slope = self.once("slope", 0.1, 0.9)
            if not many:
                return Named("alibi(token, slope: slope)", ["token"] * 2, -slope * distances)
            powers = torch.arange(1, heads + 1).double()
            return Named(
                "alibi(head, token, slope: slope)", ["head", "token", "token"],
                -(slope**powers)[:, None, None] * distances)
        if not many:
            # A mask with a name has a derivative too, though it depends on no input.
            return Named(
                "alibi(token)", ["token", "token"], (-distances / 2).requires_grad_(True))
        slopes = torch.tensor([2 ** (-8 * (h + 1) / heads) for h in range(heads)]).double()
        table = (-slopes[:, None, None] * distances).requires_grad_(True)
        return Named("alibi(head, token)", ["head", "token", "token"], table)

    def once(self, name, low, high):
        """A number without axes, defined when it is first needed."""
        if name not in self.defined:
            self.literal(name, [], low, high)
        return self.defined[name].values

    def turned(self, a):
        """Two columns as one complex number, times one of length 1 at the row's angle."""
        self.use("rope")
        rows, columns = a.values.shape[-2:]
        base, speed, halves, options = 10_000.0, 1.0, self.draw.random() < 0.5, ""
        if self.draw.random() < 0.5:
            self.use("base")
            base, speed = self.once("base", 1.5, 9.0), self.once("speed", 0.2, 2.0)
            options = ", base: base, speed: speed"
        if halves:
            self.use("halves")
            options += ', pairs: "halves"'
        speeds = base ** (-torch.arange(0, columns, 2).double() / columns) * speed
        angles = torch.outer(torch.arange(rows).double(), speeds)
        even, odd = a.values.chunk(2, -1) if halves else (a.values[..., 0::2], a.values[..., 1::2])
        turned = torch.complex(even, odd) * torch.polar(torch.ones_like(angles), angles)
        parts = [turned.real, turned.imag]
        values = torch.cat(parts, -1) if halves else torch.stack(parts, -1).flatten(-2)
        return Named(f"rope({a.text}{options})", a.axes, values)

    def normed(self, a):
        name = self.draw.choice(["layer_norm", "rms_norm"])
        self.use(name)
        x = a.values - a.values.mean(-1, keepdim=True) if name == "layer_norm" else a.values
        size = (x**2).mean(-1, keepdim=True)
        if size.min() < 0.05:
            raise Rejected
        if self.draw.random() < 0.5:
            self.use("eps")
            eps = self.once("eps", 0.1, 0.9)
            return Named(f"{name}({a.text}, eps: eps)", a.axes, x / (size + eps).sqrt())
        own = getattr(torch.nn.functional, name)
        return Named(f"{name}({a.text})", a.axes, own(a.values, a.values.shape[-1:], eps=1e-5))

    def softmaxed(self, a):
        """Weights along an axis that is not both rows and columns."""
        fitting = [axis for axis in a.axes if a.axes.count(axis) == 1]
        if not fitting:
            raise Rejected
        axis = self.draw.choice(fitting)
        self.use("softmax along")
        return Named(
            f"softmax({a.text}, {axis})", a.axes, torch.softmax(a.values, a.axes.index(axis)))

    def hard(self, a):
        self.use("hardmax")
        if a.values.shape[-1] > 1:
            apart(a.values)
        hot = torch.nn.functional.one_hot(a.values.argmax(-1), a.values.shape[-1]).double()
        # It jumps, so nothing flows through it.
        return Named(f"hardmax({a.text})", a.axes, hot.requires_grad_(True))

    def largest(self, a):
        """The k largest of each row, behind a softmax, so that the hidden ones have a value."""
        self.use("topk")
        k, size = self.draw.randint(1, a.values.shape[-1]), a.values.shape[-1]
        ranked = a.values.detach().sort(-1, descending=True).values
        if k < size and (ranked[..., k - 1] - ranked[..., k]).min() < 0.01:
            raise Rejected
        top = a.values.topk(k, dim=-1)
        kept = torch.full_like(a.values, -INF).scatter(-1, top.indices, top.values)
        return Named(f"softmax(topk({a.text}, k: {k}))", a.axes, torch.softmax(kept, -1))

    def chosen(self):
        a = self.operand()
        b = self.suitable(lambda m: pairs(a.axes, m.axes))
        axes, _ = elementwise("+", a, b)
        claim = self.suitable(lambda m: pairs(axes, m.axes) and len(m.axes) <= len(axes))
        limit = round(self.draw.uniform(-1, 1), 2)
        if (claim.values - limit).abs().min() < 0.01:
            raise Rejected
        self.use("where")
        nothing = Named("", axes, torch.zeros([self.size(axis) for axis in axes]).double())
        whole = lambda m: elementwise("+", nothing, m)[1]
        values = torch.where(whole(claim) > limit, whole(a), whole(b))
        return Named(f"where({claim.text} > {limit}, {a.text}, {b.text})", axes, values)

    def power(self, a):
        self.use("power")
        exponent = self.draw.choice([2, 3, 0, -1, -2, 0.5, 1.5, -0.5])
        if exponent < 0 and a.values.abs().min() < 0.3:
            raise Rejected
        if exponent != round(exponent) and a.values.min() < 0.1:
            half = Named("0.5", [], torch.tensor(0.5))
            a = self.combine("+", self.function("abs", a), half)
        if exponent == 0.5 and a.values.min() < 0.1:
            raise Rejected
        return Named(f"{a.text} ^ {exponent}", a.axes, a.values**exponent)

    def counted(self, a):
        """A matrix over tokens times their positions."""
        self.use("position")
        n = self.sizes["token"]
        return self.combine("*", a, Named("position(token)", ["token"], torch.arange(n).double()))

    def waves(self, name, axes):
        self.use("sinusoids")
        rows, columns = [self.size(axis) for axis in axes]
        angle = lambda p, c: p / 10_000 ** ((c - c % 2) / columns)
        table = [[(math.cos if c % 2 else math.sin)(angle(p, c)) for c in range(columns)]
                 for p in range(rows)]
        return self.input(name, axes, torch.tensor(table, dtype=torch.float64).double(), "sinusoids()")

    def split_heads(self, a):
        """Cuts an axis head*trait, of the rows or the columns, into blocks, one for each head."""
        place = a.axes.index("head*trait")
        blocks = torch.stack(a.values.chunk(self.sizes["head"], dim=place))
        stacks = len(a.axes) - 2
        self.use("split" if place > stacks else "split rows")
        axes = ["trait" if axis == "head*trait" else axis for axis in a.axes]
        return Named(
            f"split({a.text}, head, trait)", axes[:stacks] + ["head"] + axes[stacks:],
            blocks.movedim(0, stacks))

    def appended(self, a, row):
        self.use("append")
        values = torch.cat([a.values, row.values.unsqueeze(-2)], dim=-2)
        return Named(
            f"append({a.text}, {row.text}, long)", a.axes[:-2] + ["long"] + a.axes[-1:], values)

    def surprise(self, scores):
        """The loss against a place for each row, or against shares."""
        axes = scores.axes[:-1]
        flat = scores.values.reshape(-1, scores.values.shape[-1])
        if self.draw.random() < 0.5:
            self.use("cross_entropy")
            count = math.prod(self.size(axis) for axis in axes)
            places = [self.draw.randrange(flat.shape[-1]) for _ in range(count)]
            shape = [self.size(axis) for axis in axes]
            target = self.input(
                "target", axes, torch.tensor(places).double().reshape(shape), written(places, shape))
            goal = target.values.detach().reshape(-1).long()
        else:
            self.use("cross_entropy by shares")
            target = self.literal("target", scores.axes, 0.0, 1.0)
            goal = target.values.reshape(flat.shape)
        loss = torch.nn.functional.cross_entropy(flat, goal)
        return Named(f"cross_entropy({scores.text}, target)", [], loss)

    def indexed(self, a):
        """One place on one axis, by label or number, the axes before it kept whole."""
        which = self.draw.randrange(len(a.axes))
        axis, place = a.axes[which], self.draw.randrange(a.values.shape[which])
        labelled = axis in self.labels and self.draw.random() < 0.6
        self.use("label" if labelled else "number")
        if which:
            self.use("slice")
        index = f'"{self.labels[axis][place]}"' if labelled else str(place)
        text = f"{a.text}[{', '.join([':'] * which + [index])}]"
        return Named(text, a.axes[:which] + a.axes[which + 1:], a.values.select(which, place))

    def joined_heads(self, a):
        self.use("join")
        head = a.axes.index("head")
        values = a.values.movedim(head, -2)
        values = values.reshape(list(values.shape[:-2]) + [-1])
        axes = [x for x in a.axes[:-1] if x != "head"] + ["head*" + a.axes[-1]]
        return Named(f"join({a.text}, head, {a.axes[-1]})", axes, values)

    def shared(self, a):
        self.use("share")
        group = a.axes.index("group")
        times = self.sizes["head"] // self.sizes["group"]
        values = a.values.repeat_interleave(times, dim=group)
        axes = ["head" if x == "group" else x for x in a.axes]
        return Named(f"share({a.text}, group, head)", axes, values)

    def product(self, a, b):
        self.use("@")
        if len(a.axes) == 1 or len(b.axes) == 1:
            self.use("vector product")
        if len(a.axes) > 2 or len(b.axes) > 2:
            self.use("stack")
        return product(a, b)

    def axis_size(self, axis):
        self.use("size")
        return Named(f"size({axis})", [], torch.tensor(float(self.sizes[axis])).double())

    def negative(self, a):
        self.use("negative")
        return Named(f"(-{a.text})", a.axes, -a.values)

    # Whole scenes

    def attention(self):
        """A head or several, with or without a mask, shared keys and an output projection."""
        many = self.draw.random() < 0.7
        grouped = many and self.draw.random() < 0.7
        stack = ["head"] if many else []
        x = self.literal("X", ["token", "feature"])
        make = self.drawn if self.draw.random() < 0.4 else self.literal
        w_q = make("W_q", stack + ["feature", "trait"])
        kv = ["group"] if grouped else stack
        w_k, w_v = (make(name, kv + ["feature", "trait"]) for name in ("W_k", "W_v"))
        q, k, v = (self.define(n, self.product(x, w)) for n, w in zip("QKV", [w_q, w_k, w_v]))
        if grouped:
            k = self.define("K_shared", self.shared(k))
            v = self.define("V_shared", self.shared(v))
        score = self.define("score", self.product(q, self.transposed(k)))
        root = self.function("sqrt", self.axis_size("trait"))
        scaled = self.define("scaled", stripped(self.combine("/", score, root)))
        if self.draw.random() < 0.7:
            scaled = self.define("masked", stripped(self.combine("+", scaled, self.mask())))
        weight = self.define("weight", self.function("softmax", scaled))
        output = self.define("output", self.product(weight, v))
        self.define("spread", self.row("entropy", weight))
        self.define("strongest", self.row("argmax", weight))
        if many:
            heads = self.define("heads", self.joined_heads(output))
            w_o = self.literal("W_o", ["head*trait", "feature"])
            self.define("result", self.product(heads, w_o))
        self.define("change", self.indexed(self.defined["output"]))

    def layer(self):
        """A whole layer: positions, norm, heads side by side or in a stack, masks, residual, loss."""
        maybe = lambda: self.draw.random() < 0.5
        stack = []
        if maybe():
            self.use("example")
            stack = ["example"]
        x = self.literal("X", stack + ["token", "feature"])
        if maybe():
            place = self.waves("place", ["token", "feature"])
            x = self.define("placed", stripped(self.combine("+", x, place)))
        inside = self.define("normed", self.normed(x)) if maybe() else x
        q, k, v = self.projections(inside, wide=maybe())
        if maybe():
            q, k = self.define("Q_turned", self.turned(q)), self.define("K_turned", self.turned(k))
        output = self.define("output", self.mixed(q, k, v))
        w_o = self.literal("W_o", ["head*trait", "feature"])
        if maybe():
            block = self.define("block", self.split_heads(w_o))
            parts = self.define("contribution", self.product(output, block))
            result = self.define("result", self.along("sum", parts, "head"))
        else:
            joined = self.define("heads", self.joined_heads(output))
            result = self.define("result", self.product(joined, w_o))
        result = self.define("residual", stripped(self.combine("+", x, result)))
        if maybe():
            last = self.along(self.draw.choice(["mean", "max"]), result, "token")
            result = self.define("longer", self.appended(result, last))
        logits = self.define("logits", self.product(result, self.literal("W_u", ["feature", "word"])))
        self.define("loss", self.surprise(logits))

    def projections(self, x, wide):
        """Q, K and V of every head: one wide matrix cut into heads, or a matrix for each head."""
        axes = ["feature", "head*trait"] if wide else ["head", "feature", "trait"]
        found = []
        for name in "QKV":
            part = self.product(x, self.drawn(f"W_{name.lower()}", axes))
            if wide:
                part = self.define(f"{name}_wide", part)
            found.append(self.define(name, self.split_heads(part) if wide else part))
        return found

    def mixed(self, q, k, v):
        """The values mixed by attention with a random mask, spelled out or fused."""
        many = self.sizes["head"] > 1
        masks = self.draw.sample([self.mask(), self.biases(many)], self.draw.randint(0, 2))
        mask = masks[0] if masks else None
        if len(masks) == 2:
            mask = self.define("mask", stripped(self.combine("+", *masks)))
        if self.draw.random() < 0.5:
            return self.fused(q, k, v, mask)
        root = self.function("sqrt", self.axis_size("trait"))
        scaled = stripped(self.combine("/", self.product(q, self.transposed(k)), root))
        if mask:
            scaled = stripped(self.combine("+", scaled, mask))
        weight = self.define("weight", self.function("softmax", scaled))
        return self.product(weight, v)

    def fused(self, q, k, v, mask):
        self.use("attention")
        bias = aligned(mask, q.axes[:-1] + ["token"]) if mask else None
        values = torch.nn.functional.scaled_dot_product_attention(
            q.values, k.values, v.values, attn_mask=bias)
        texts = [m.text for m in (q, k, v, mask) if m]
        return Named(f"attention({', '.join(texts)})", q.axes, values)

    def arithmetic(self):
        """Formulas drawn one after another from whatever fits what is there."""
        self.literal("a", [])
        self.literal("x", ["trait"])
        self.literal("y", ["feature"])
        self.literal("A", ["token", "trait"])
        self.literal("B", ["trait", "feature"])
        self.literal("H", ["head", "token", "trait"])
        self.literal("M", ["token", "token"])
        self.literal("P", ["token"], 0.3, 2.5)
        if self.draw.random() < 0.5:
            self.use("eye")
            axes = self.draw.choice([["token", "token"], ["token", "trait"], ["trait", "feature"]])
            shape = [self.sizes[x] for x in axes]
            self.input("I", axes, torch.eye(*shape).double(), "eye()")
        count = 0
        for _ in range(80):
            if count == 9:
                break
            try:
                matrix = self.formula()
                texts = [line.split(" = ", 1)[1] for line in self.lines if " = " in line]
                if stripped(matrix).text in texts:
                    continue
                self.define(f"f{count}", stripped(matrix))
                count += 1
            except Rejected:
                continue

    def operand(self, least=0):
        fitting = [m for m in self.defined.values() if len(m.axes) >= least]
        return self.draw.choice(fitting)

    def formula(self):
        kind = self.draw.choice(
            ["pair", "pair", "pair", "product", "product", "T", "index", "element", "element",
             "element", "softmax", "row", "row", "hard", "top", "choice", "choice", "power", "power",
             "along softmax", "count", "norm", "element", "element", "along", "likeness", "negative", "join"])
        if kind == "pair":
            return self.pair(self.draw.choice("+-*/"))
        if kind == "product":
            return self.drawn_product()
        if kind == "T":
            return self.transposed(self.operand(2))
        if kind == "index":
            return self.indexed(self.operand(1))
        if kind == "element":
            return self.element(self.operand())
        if kind == "softmax":
            weights = self.function("softmax", self.operand(1))
            return self.row("entropy", weights) if self.draw.random() < 0.5 else weights
        if kind == "row":
            names = ["sum", "mean", "max", "min", "variance", "norm", "argmax"]
            return self.row(self.draw.choice(names), self.operand(1))
        if kind == "along":
            names = ["sum", "mean", "max", "min", "variance", "norm", "argmax"]
            a = self.operand(1)
            return self.along(self.draw.choice(names), a, self.draw.choice(a.axes))
        if kind == "likeness":
            return self.drawn_likeness()
        if kind == "choice":
            return self.chosen()
        if kind == "power":
            return self.power(self.operand())
        if kind == "count":
            return self.counted(self.suitable(lambda m: "token" in m.axes[-1:]))
        on_rows = {"hard": self.hard, "top": self.largest, "norm": self.normed,
                   "along softmax": self.softmaxed}
        if kind in on_rows:
            return on_rows[kind](self.operand(1))
        if kind == "join":
            return self.joined_heads(self.suitable(
                lambda m: "head" in m.axes[:-1] and "*" not in "".join(m.axes)
                and m.axes.count("head") == 1))
        return self.negative(self.operand())

    def suitable(self, fits):
        fitting = [m for m in self.defined.values() if fits(m)]
        if not fitting:
            raise Rejected
        return self.draw.choice(fitting)

    def pair(self, symbol):
        a = self.operand()
        b = self.suitable(lambda m: pairs(a.axes, m.axes))
        if symbol == "/" and b.values.abs().min() < 0.2:
            raise Rejected
        swapped = symbol != "/" and self.draw.random() < 0.5
        return self.combine(symbol, b, a) if swapped else self.combine(symbol, a, b)

    def drawn_product(self):
        a = self.operand(1)
        b = self.suitable(lambda m: multiplies(a.axes, m.axes))
        return self.product(a, b)

    def drawn_likeness(self):
        a = self.operand(1)
        b = self.suitable(
            lambda m: m.axes and pairs(a.axes, m.axes) and m.axes[-1] == a.axes[-1])
        if self.draw.random() < 0.5:
            return self.likeness(a, b)
        b = self.suitable(lambda m: m.axes and multiplies(a.axes, m.axes[:-2] + m.axes[:-3:-1]))
        if min(m.values.norm(dim=-1).min() for m in (a, b)) < 0.2:
            raise Rejected
        return self.cosine(a, b)

    def element(self, a):
        names = ["exp", "log", "sqrt", "abs", "relu", "gelu", "gelu_tanh", "elu", "tanh", "sigmoid",
                 "sin", "cos"]
        name = self.draw.choice(names)
        if name in ("log", "sqrt") and a.values.min() < 0.1:
            half = Named("0.5", [], torch.tensor(0.5))
            a = self.combine("+", self.function("abs", a), half)
        if name in ("abs", "relu", "elu") and a.values.abs().min() < 0.01:
            raise Rejected
        return self.function(name, a)

    def total(self):
        """A number that every formula so far has a share in."""
        terms, result = [], None
        formulas = [m for name, m in self.defined.items() if name not in self.inputs]
        for place, matrix in enumerate(formulas):
            if matrix.values.isinf().any() or not matrix.values.requires_grad:
                continue
            while matrix.axes:
                matrix = self.row("sum" if place % 3 else "mean", matrix)
            factor = [0.5, -1.25, 0.75, 1.5][place % 4]
            sign = f"{factor}" if factor > 0 else f"({factor})"
            terms.append(f"{sign} * {matrix.text}")
            result = matrix.values * factor if result is None else result + matrix.values * factor
        return self.define("total", Named(" + ".join(terms), [], result))

    def build(self):
        {"attention": self.attention, "layer": self.layer, "arithmetic": self.arithmetic}[self.kind]()
        self.last = self.total()
        self.last.values.backward()
        for matrix in self.defined.values():
            if matrix.values.grad is not None:
                check(matrix.values.grad)
        return self


def pairs(a, b):
    """Whether two matrices meet number by number by the plain rules."""
    if len(a) >= 2 and len(b) >= 2:
        # Both orders of stacks are allowed, but no axis twice.
        return a[-2:] == b[-2:] and not set(a[-2:]) & set(a[:-2] + b[:-2]) and distinct(a, b)
    small, large = sorted([a, b], key=len)
    return not small or small[0] in large


def distinct(a, b):
    return len(set(a[:-2])) == len(a[:-2]) and len(set(b[:-2])) == len(b[:-2])


def multiplies(a, b):
    contracted = b[-2] if len(b) >= 2 else b[-1] if b else None
    if contracted != a[-1]:
        return False
    result = joined(a[:-2], b[:-2]) + a[-2:-1] + (b[-1:] if len(b) >= 2 else [])
    stacks = joined(a[:-2], b[:-2])
    inner = set(a[-2:]) | set(b[-2:])
    return distinct(a, b) and not set(stacks) & inner and len(result) <= 4


def stripped(matrix):
    """Without the parentheses around the whole."""
    text = matrix.text
    if text.startswith("(") and closes_at_end(text):
        text = text[1:-1]
    return Named(text, matrix.axes, matrix.values)


def closes_at_end(text):
    depth = 0
    for place, character in enumerate(text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0:
            return place == len(text) - 1
    return False


def check(values):
    """Keeps to numbers that stay well within single precision."""
    finite = values.detach()
    finite = finite[~torch.isneginf(finite)]
    if finite.isnan().any() or (finite.numel() and finite.abs().max() > 60):
        raise Rejected


def apart(x):
    """The largest number must stand clear of the next, or rounding could change which it is."""
    top = x.detach().topk(2, dim=-1).values
    if not ((top[..., 0] - top[..., 1]) > 0.01).all():
        raise Rejected


def written(flat, shape):
    if not shape:
        return f"{flat[0]}"
    step = len(flat) // shape[0]
    return "[" + ", ".join(
        written(flat[i * step:(i + 1) * step], shape[1:]) for i in range(shape[0])) + "]"


def number(x):
    if math.isinf(x):
        return "inf" if x > 0 else "-inf"
    return float(f"{x:.8g}")


def numbers(values):
    return [number(x) for x in values.detach().reshape(-1).tolist()]


def record(scene):
    tensors = {}
    for name, matrix in scene.defined.items():
        entry = {"axes": matrix.axes, "values": numbers(matrix.values)}
        if matrix.values.grad is not None:
            entry["gradient"] = numbers(matrix.values.grad)
        tensors[name] = entry
    return {"text": "\n".join(scene.lines) + "\n", "tensors": tensors}


def built(seed, kind, precision):
    """A scene worked out with the given floats, or nothing where it was rejected."""
    original = torch.Tensor.double
    torch.Tensor.double = lambda self: self.to(precision)
    try:
        return Scene(seed, kind).build()
    except Rejected:
        return None
    finally:
        torch.Tensor.double = original


def is_steady(scene, rounded):
    """Whether 32-bit floats lose at most a fifth of the tolerance, in values and derivatives."""
    if rounded is None or rounded.lines != scene.lines:
        return False
    def close(a, b):
        if a is None or b is None:
            return a is None and b is None
        difference = torch.where(a.double() == b.double(), 0.0, (a.double() - b.double()).abs())
        return bool((difference <= TOLERANCE / 5 * a.double().abs().clamp(min=1)).all())
    return all(
        close(matrix.values, rounded.defined[name].values)
        and close(matrix.values.grad, rounded.defined[name].values.grad)
        for name, matrix in scene.defined.items())


def agrees_with_differences(seed, kind, scene):
    """Reverse mode against central differences, at the first place of each input."""
    for name, values in scene.inputs.items():
        if values.grad is None:
            continue
        sides = []
        for step in (1e-5, -1e-5):
            moved = Scene(seed, kind)
            original = moved.input
            def shifted(own, axes, numbers, text, step=step, original=original):
                if own == name:
                    numbers = numbers.clone()
                    numbers.reshape(-1)[0] += step
                return original(own, axes, numbers, text)
            moved.input = shifted
            try:
                moved.build()
            except Rejected:
                return False
            if moved.lines != scene.lines:
                return False
            sides.append(moved.last.values.item())
        slope = (sides[0] - sides[1]) / 2e-5
        found = values.grad.reshape(-1)[0].item()
        if abs(slope - found) > 1e-5 * max(1, abs(slope)):
            print(f"seed {seed}: {name} has {found}, differences say {slope}", file=sys.stderr)
            return False
    return True


def main():
    scenes, used, seed = [], Counter(), 0
    while len(scenes) < SCENES:
        seed += 1
        kind = ["attention", "layer", "arithmetic"][seed % 3]
        scene = built(seed, kind, torch.float64)
        if scene is None or not is_steady(scene, built(seed, kind, torch.float32)):
            continue
        if not agrees_with_differences(seed, kind, scene):
            continue
        scenes.append(record(scene))
        used.update(scene.used)
    rare = sorted(word for word in REQUIRED if used[word] < 2)
    if rare:
        sys.exit(f"hardly used: {rare}")
    print(f"{seed} drawn, {len(scenes)} kept", file=sys.stderr)
    lines = ",\n".join(json.dumps(scene, separators=(",", ":")) for scene in scenes)
    print(f"[\n{lines}\n]")


main()
