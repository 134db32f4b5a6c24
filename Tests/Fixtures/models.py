"""Writes models.json: what echo and refer compute for a few sentences, from NumPy in 64 bits.

The files are read by hand, without the safetensors package.

    python3 models.py > models.json
"""

import json
import math
import pathlib
import struct

import numpy as np

FOLDER = pathlib.Path(__file__).parent.parent.parent / "assets/models"
SENTENCES = {
    "echo": ["<s> red horn kim leo tom red horn kim leo", "<s> the cats behind the wolf"],
    "refer": [
        "<s> the cat left the road at night because it was hungry .",
        "<s> the cat left the road because it was muddy .",
    ],
}


def load(path):
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    metadata = header.pop("__metadata__")
    tables = {}
    for name, stored in header.items():
        begin, end = stored["data_offsets"]
        numbers = np.frombuffer(data[8 + length + begin : 8 + length + end], dtype="<f2")
        tables[name] = numbers.astype(np.float64).reshape(stored["shape"])
    return metadata, tables


def reach(text):
    return [[math.inf if x == "all" else int(x) for x in layer.split()] for layer in text.split("|")]


def attention(metadata, tables, sentence, silent=None):
    words = metadata["words"].split()
    ids = [words.index(w) for w in sentence.split()]
    size = len(ids)
    x = tables["embedding"][ids] + tables["position"][:size]
    weights = []
    for layer, (behind, ahead) in enumerate(reach(metadata["reach"]), 1):
        wrote = np.zeros_like(x)
        query, key, value, output = (
            tables[f"layer.{layer}.{n}"] for n in ["query", "key", "value", "output"])
        for head in range(len(query)):
            score = (x @ query[head]) @ (x @ key[head]).T / math.sqrt(query.shape[2])
            for q in range(size):
                for k in range(size):
                    if k - q > ahead or q - k > behind:
                        score[q, k] = -math.inf
            table = np.exp(score - score.max(-1, keepdims=True))
            table /= table.sum(-1, keepdims=True)
            weights.append(table)
            if (layer, head + 1) != silent:
                wrote += table @ (x @ value[head]) @ output[head]
        x = x + wrote
    return weights, x @ tables["unembedding"]


def rounded(array):
    return [float(f"{v:.9g}") for v in np.asarray(array).ravel()]


cases = []
for name, sentences in SENTENCES.items():
    metadata, tables = load(FOLDER / f"{name}.safetensors")
    for sentence in sentences:
        weights, logits = attention(metadata, tables, sentence)
        _, without = attention(metadata, tables, sentence, silent=(2, 1))
        cases.append({
            "model": name, "sentence": sentence, "weights": [rounded(w) for w in weights],
            "logits": rounded(logits), "logitsWithout21": rounded(without)})
print(json.dumps({"cases": cases}))
