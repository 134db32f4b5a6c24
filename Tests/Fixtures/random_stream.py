"""Writes random_stream.json: RandomStream from its description, with math.log and math.cos.

The Swift side spells out its logarithm and cosine; here they come from the C library, so equal
numbers mean that both follow the description in Sources/Tensors/README.md.

    python3 random_stream.py > random_stream.json
"""

import json
import math

import numpy as np

MASK = 2**64 - 1


def mix(z):
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & MASK
    return z ^ (z >> 31)


def bits(seed, place):
    return mix((mix(seed) + (place + 1) * 0x9E3779B97F4A7C15) & MASK)


def uniform(seed, index):
    return (bits(seed, index) >> 40) * 2.0**-24


def normal(seed, index):
    u = ((bits(seed, 2 * index) >> 11) + 1) * 2.0**-53
    v = (bits(seed, 2 * index + 1) >> 11) * 2.0**-53
    return float(np.float32(math.sqrt(-2 * math.log(u)) * math.cos(2 * math.pi * v)))


if __name__ == "__main__":
    indices = [0, 1, 2, 3, 4, 5, 6, 7, 100, 65_537, 16_000_000]
    streams = [
        {
            "seed": str(seed),
            "indices": indices,
            "bits": [f"{bits(seed, i):016x}" for i in indices],
            "uniform": [uniform(seed, i) for i in indices],
            "normal": [normal(seed, i) for i in indices],
        }
        for seed in [0, 1, 2, 42, MASK]
    ]
    print(json.dumps(streams, indent=1))
