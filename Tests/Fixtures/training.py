"""Prints training.json: runs of gradient descent as PyTorch takes them, in double precision.

    python3 training.py > training.json

Each entry is a scene, its loss and parameters, the optimiser with its rate, the loss before every step and
after the last, and the parameters at the end. Made with PyTorch 2.13.
"""

import json

import torch
from torch.nn import functional

torch.manual_seed(5)
STEPS = 60


def drawn(*shape, scale=1.0):
    return (torch.randn(shape, dtype=torch.float64) * scale).round(decimals=3)


def numbers(values):
    return [float(f"{x:.9g}") for x in values.detach().reshape(-1).tolist()]


def run(axes, inputs, parameters, formulas, loss, optimiser, rate):
    """`inputs` and `parameters` are name: (axes, tensor); `loss` takes them all by name."""
    lines = [f"axis {name} = {size}" for name, size in axes.items()]
    for name, (names, values) in (inputs | parameters).items():
        place = f"[{', '.join(names)}]" if names else ""
        lines.append(f"{name}{place} = {values.tolist()}")
    weights = {name: values.requires_grad_() for name, (_, values) in parameters.items()}
    fixed = {name: values for name, (_, values) in inputs.items()}
    make = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}[optimiser]
    descent = make(weights.values(), lr=rate)
    losses = []
    for _ in range(STEPS):
        value = loss(**fixed, **weights)
        losses.append(value)
        descent.zero_grad()
        value.backward()
        descent.step()
    losses.append(loss(**fixed, **weights))
    return {
        "text": "\n".join(lines + formulas) + "\n", "loss": "loss", "parameters": list(weights),
        "optimiser": optimiser, "rate": rate, "losses": numbers(torch.stack(losses)),
        "values": [numbers(values) for values in weights.values()],
    }


def line(optimiser, rate):
    """A straight line through eight points."""
    x = torch.linspace(-1, 1, 8, dtype=torch.float64)
    inputs = {"x": (["point"], x), "y": (["point"], (3 * x - 1).round(decimals=3))}
    parameters = {"slope": ([], drawn()), "height": ([], drawn())}
    formulas = ["error = slope * x + height - y", "loss = mean(error * error)"]

    def loss(x, y, slope, height):
        return ((slope * x + height - y) ** 2).mean()

    return run({"point": 8}, inputs, parameters, formulas, loss, optimiser, rate)


def examples(optimiser, rate):
    """A layer with a bend, over a stack of examples: the loss is the mean over all of them."""
    axes = {"example": 3, "token": 4, "feature": 5, "unit": 6, "word": 3}
    inputs = {"X": (["example", "token", "feature"], drawn(3, 4, 5)),
              "wanted": (["example", "token", "word"], drawn(3, 4, 3))}
    parameters = {"W": (["feature", "unit"], drawn(5, 6)), "b": (["unit"], drawn(6)),
                  "U": (["unit", "word"], drawn(6, 3))}
    formulas = ["hidden = tanh(X @ W + b)", "error = hidden @ U - wanted",
                "loss = mean(mean(mean(error * error)))"]

    def loss(X, wanted, W, b, U):
        return ((torch.tanh(X @ W + b) @ U - wanted) ** 2).mean()

    return run(axes, inputs, parameters, formulas, loss, optimiser, rate)


def heads(optimiser, rate):
    """Two heads over a stack of examples, judged by cross entropy, one of its inputs used twice."""
    axes = {"example": 2, "token": 5, "head": 2, "feature": 4, "trait": 3}
    inputs = {"X": (["example", "token", "feature"], drawn(2, 5, 4)),
              "target": (["example", "token"], torch.randint(0, 4, (2, 5)).double())}
    parameters = {name: (["head", "feature", "trait"], drawn(2, 4, 3)) for name in ("A", "B", "C")}
    parameters["O"] = (["head*trait", "feature"], drawn(6, 4))
    formulas = [
        "weight = softmax((X @ A) @ (X @ B).T / sqrt(size(trait)) + causal(token))",
        "mixed = X + join(weight @ (X @ C), head, trait) @ O",
        "loss = cross_entropy(mixed, target)",
    ]

    def loss(X, target, A, B, C, O):
        Q, K, V = (X[:, None] @ W for W in (A, B, C))
        hidden = torch.ones(5, 5, dtype=torch.bool).triu(1)
        scores = (Q @ K.transpose(-1, -2) / 3 ** 0.5).masked_fill(hidden, -torch.inf)
        output = (torch.softmax(scores, -1) @ V).transpose(1, 2).reshape(2, 5, 6)
        scores = X + output @ O
        return functional.cross_entropy(scores.reshape(-1, 4), target.long().reshape(-1))

    return run(axes, inputs, parameters, formulas, loss, optimiser, rate)


def main():
    runs = [line("sgd", 0.1), line("adam", 0.05), examples("sgd", 0.2), examples("adam", 0.01),
            heads("sgd", 0.3), heads("adam", 0.02)]
    print("[\n" + ",\n".join(json.dumps(run, separators=(",", ":")) for run in runs) + "\n]")


main()
