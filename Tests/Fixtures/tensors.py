"""Writes tensors.json: what the kernels of Sources/Tensors should give, from NumPy in 64 bits.

    python3 tensors.py > tensors.json
"""

import json
import math

import numpy as np

draw = np.random.default_rng(7)
INF = math.inf


def single(values):
    """Numbers that 32-bit floats hold exactly, so that both sides start from the same ones."""
    return np.asarray(values, dtype=np.float32).astype(np.float64)


def numbers(array):
    def plain(x):
        if math.isnan(x):
            return "nan"
        if math.isinf(x):
            return "inf" if x > 0 else "-inf"
        return float(f"{x:.10g}")

    return [plain(float(x)) for x in np.asarray(array, dtype=np.float64).ravel()]


def normal(*shape):
    return single(draw.normal(size=shape).round(3))


def unary():
    points = [-20, -3, -1.5, -0.25, 0, 0.25, 1, 2.5, 20, 88, 100, -INF, INF, math.nan]
    erfc = np.vectorize(math.erfc)
    functions = {
        "negate": lambda x: -x,
        "exp": np.exp,
        "log": np.log,
        "sqrt": np.sqrt,
        "abs": np.abs,
        "relu": lambda x: np.where(x < 0, 0, x),
        "gelu": lambda x: x * erfc(-x / math.sqrt(2)) / 2,
        "geluTanh": lambda x: x * (1 + np.tanh(
            np.sqrt(2 / np.pi) * (x.astype(np.float64) + 0.044715 * x.astype(np.float64)**3))) / 2,
        "elu": lambda x: np.where(x > 0, x, np.expm1(x)),
        "tanh": np.tanh,
        "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
        "sin": np.sin,
        "cos": np.cos,
        "not": lambda x: (x == 0) * 1.0,
    }
    # Beyond 3.4e38 a 32-bit float is infinite.
    return [
        {
            "function": name,
            "inputs": numbers(points),
            "values": numbers(function(single(points)).astype(np.float32)),
        }
        for name, function in functions.items()
    ]


def binary():
    functions = {
        "add": np.add,
        "subtract": np.subtract,
        "multiply": np.multiply,
        "divide": np.divide,
        "less": np.less,
        "lessOrEqual": np.less_equal,
        "greater": np.greater,
        "greaterOrEqual": np.greater_equal,
        "equal": np.equal,
        "notEqual": np.not_equal,
        "and": np.logical_and,
        "or": np.logical_or,
    }
    # Each operand names the axes it has; the strides follow from its own order.
    pairs = [
        ("rc", "rc"), ("rc", "c"), ("r", "rc"), ("hrc", "rc"), ("c", "hr"), ("", "rc"),
        ("rc", "cr"),
    ]
    sizes = {"h": 2, "r": 3, "c": 4}
    cases = []
    for name, function in functions.items():
        for left, right in pairs:
            axes = [a for a in "hrc" if a in left + right]
            a = single(draw.integers(-2, 3, size=[sizes[x] for x in left]))
            b = single(draw.integers(-2, 3, size=[sizes[x] for x in right]))
            cases.append({
                "function": name,
                "shape": [sizes[x] for x in axes],
                "left": operand(a, left, axes),
                "right": operand(b, right, axes),
                "values": numbers(function(expand(a, left, axes), expand(b, right, axes))),
            })
    return cases


def expand(array, own, axes):
    order = [own.index(x) for x in axes if x in own]
    return np.transpose(array, order).reshape(
        [array.shape[own.index(x)] if x in own else 1 for x in axes])


def operand(array, own, axes):
    steps = {x: int(np.prod(array.shape[i + 1:])) for i, x in enumerate(own)}
    return {"elements": numbers(array), "strides": [steps.get(x, 0) for x in axes]}


def products():
    cases = []
    sizes = [(1, 1, 1), (2, 3, 4), (7, 4, 3), (5, 1, 6), (12, 9, 10)]
    for rows, inner, columns in sizes:
        a, b = normal(rows, inner), normal(inner, columns)
        cases.append(product(a[None], b[None], [0], [0]))
    # Two stacks joined by name: [batch, r, k] @ [head, k, c] is [batch, head, r, c].
    a, b = normal(2, 3, 4), normal(3, 4, 2)
    pairs = [(i, j) for i in range(2) for j in range(3)]
    cases.append(product(a, b, [i for i, _ in pairs], [j for _, j in pairs]))
    return cases


def product(a, b, left, right):
    value = np.stack([a[i] @ b[j] for i, j in zip(left, right)])
    gradient = single(draw.normal(size=value.shape).round(2))
    left_gradient, right_gradient = np.zeros_like(a), np.zeros_like(b)
    for place, (i, j) in enumerate(zip(left, right)):
        left_gradient[i] += np.einsum("rc,kc->rk", gradient[place], b[j])
        right_gradient[j] += np.einsum("rk,rc->kc", a[i], gradient[place])
    return {
        "rows": a.shape[1], "inner": a.shape[2], "columns": b.shape[2],
        "leftStarts": [i * a[0].size for i in left], "rightStarts": [j * b[0].size for j in right],
        "left": numbers(a), "right": numbers(b), "gradient": numbers(gradient),
        "values": numbers(value), "leftGradient": numbers(left_gradient),
        "rightGradient": numbers(right_gradient),
    }


def softmax(scores):
    top = scores.max(-1, keepdims=True)
    e = np.exp(scores - top)
    return e / e.sum(-1, keepdims=True)


def softmaxes():
    rows = [
        [14, 12], [112, 96], [2, 1, .5, -1], [2, 1, -INF, -INF], [1000, 1000, 999], [-1000, -1001],
    ]
    cases = []
    for row in rows + [normal(3, 5), normal(2, 2, 4) * 10]:
        scores = single(row)
        weights = softmax(scores)
        gradient = single(draw.normal(size=scores.shape).round(2))
        jacobian = np.einsum("...i,ij->...ij", weights, np.eye(scores.shape[-1])) - np.einsum(
            "...i,...j->...ij", weights, weights)
        cases.append({
            "shape": list(scores.shape), "scores": numbers(scores), "weights": numbers(weights),
            "gradient": numbers(gradient),
            "scoreGradient": numbers(np.einsum("...ij,...j->...i", jacobian, gradient)),
        })
    return cases


def reductions():
    functions = {
        "sum": lambda x: x.sum(-1),
        "mean": lambda x: x.mean(-1),
        "max": lambda x: x.max(-1),
        "min": lambda x: x.min(-1),
        "variance": lambda x: x.var(-1),
        "norm": lambda x: np.linalg.norm(x, axis=-1),
        "argmax": lambda x: x.argmax(-1),
    }
    inputs = [
        normal(5), normal(2, 3, 4), normal(3, 1),
        single([[3, 1, 3], [-INF, 2, 5], [1, math.nan, 2]]),
        single([[INF, 1, INF], [-INF, -INF, -INF]]),
    ]
    cases = [case(name, f, x) for name, f in functions.items() for x in inputs]
    surprise = lambda p: -(p * np.log2(np.where(p == 0, 1, p))).sum(-1)
    spread = [[1, 0, 0, 0], [.25, .25, .25, .25], [.5, .25, .25, 0]]
    weights = [single(spread), single(softmax(normal(3, 6)))]
    return cases + [case("entropy", surprise, x) for x in weights]


def case(name, function, inputs):
    return {
        "function": name, "shape": list(inputs.shape), "inputs": numbers(inputs),
        "values": numbers(function(inputs)),
    }


def likenesses():
    cases = []
    for shape in [(4,), (3, 5), (2, 2, 3)]:
        a, b = normal(*shape), normal(*shape)
        dot = np.einsum("...i,...i->...", a, b)
        lengths = np.linalg.norm(a, axis=-1) * np.linalg.norm(b, axis=-1)
        for name, values in [("dot", dot), ("cosine", dot / lengths)]:
            cases.append({
                "function": name, "shape": list(shape), "left": numbers(a), "right": numbers(b),
                "values": numbers(values),
            })
    return cases


def views():
    array = np.arange(24, dtype=np.float64).reshape(2, 3, 4)
    seen = {
        "transposed": array.swapaxes(1, 2),
        "slice": array[:, 1:3, :],
        "index": array[:, :, 2],
        "row": array[1, 2],
        "repeated": np.repeat(array[:, None], 2, axis=1),
        "joined": array.transpose(1, 0, 2).reshape(3, 8),
        "shared": np.repeat(array, 3, axis=0),
    }
    return {name: {"shape": list(a.shape), "values": numbers(a)} for name, a in seen.items()}


with np.errstate(all="ignore"):
    fixture = {
        "unary": unary(), "binary": binary(), "products": products(), "softmax": softmaxes(),
        "reductions": reductions(), "likenesses": likenesses(), "views": views(),
    }
print(json.dumps(fixture, separators=(",", ":")))
