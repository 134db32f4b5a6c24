"""Runs scenes as PyTorch and compares every number with those of qkv.

    pip install torch
    python3 run_python.py PATH/TO/qkv            # all of them
    python3 run_python.py PATH/TO/qkv --record   # and writes python.json where they agree
    python3 run_python.py PATH/TO/qkv --scenes FILE.json    # values and derivatives of random_scenes.py

Three kinds of scenes are run: those of the folder `python`, 50 of random_scenes.json, and that of every step of every
shipped lesson. The numbers of a matrix must agree to 1e-5 of the largest of them, or of 1.

python.json holds what was run of the first two kinds, without the inputs: tests without PyTorch compare what is printed
now. It changes only where qkv prints something else.
"""

import contextlib
import io
import json
import pathlib
import re
import runpy
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
LESSONS = HERE.parent.parent / "lessons"
QKV = str(pathlib.Path(sys.argv[1]).resolve())
TOLERANCE = 1e-5
RAN = {}  # what was run with the right numbers, by title


def printed(format, *arguments, folder=HERE):
    call = [QKV, "eval", *arguments, "--format", format]
    return subprocess.run(call, cwd=folder, capture_output=True, text=True, check=True).stdout


def flat(values):
    if isinstance(values, list):
        return [x for part in values for x in flat(part)]
    return [float(values)]


def agree(found, wanted):
    """Whether numbers are the same, up to what rounding does to sums of the size of the largest."""
    largest = max((abs(x) for x in wanted if abs(x) < float("inf")), default=0)
    return len(found) == len(wanted) and all(
        x == y or x != x and y != y or abs(x - y) <= TOLERANCE * max(1, largest)
        for x, y in zip(found, wanted))


def run(title, *arguments, folder=HERE):
    """Whether the Python of a scene gives the scene's numbers; it must print nothing when imported."""
    tensors = json.loads(printed("json", *arguments, folder=folder))["tensors"]
    with tempfile.TemporaryDirectory() as scratch:
        file = pathlib.Path(scratch) / "scene.py"
        text = printed("python", *arguments, folder=folder)
        file.write_text(text)
        with contextlib.redirect_stdout(io.StringIO()) as said:
            matrices = runpy.run_path(str(file))["matrices"]
    wrong = [name for name in tensors if name in matrices and not same(matrices[name], tensors[name])]
    if said.getvalue() or wrong or set(matrices) != set(tensors):
        print(f"{title}: {said.getvalue() or ', '.join(wrong) or 'other names'}")
        return False
    RAN[title] = without_inputs(text)
    return True


def without_inputs(text):
    head, _, rest = text.partition("\n# inputs")
    formulas = rest.partition("\n# formulas")[2].partition("\nmatrices = ")[0]
    return head.partition("\n")[2] + formulas


def same(found, wanted):
    return list(found.shape) == wanted["shape"] and agree(
        flat(found.tolist()), flat(wanted["values"]))


def stored():
    for scene in sorted((HERE / "python").glob("*.qkv")):
        yield run(scene.name, scene.name, folder=scene.parent)


def random_scenes(count=50):
    scenes = json.loads((HERE / "random_scenes.json").read_text())
    with tempfile.TemporaryDirectory() as scratch:
        for number, scene in enumerate(scenes[:count]):
            (pathlib.Path(scratch) / "scene.qkv").write_text(scene["text"])
            yield run(f"random scene {number}", "scene.qkv", folder=scratch)


def lessons():
    for file in sorted(LESSONS.glob("*.md")):
        if file.name == "README.md":
            continue
        for step in re.findall(r"^## .*\{#([\w-]+)\}", file.read_text(), re.MULTILINE):
            yield run(f"{file.name} {step}", str(file), "--step", step)


def values_and_derivatives(file):
    """Whether qkv gives the numbers, and the derivatives of `total`, that PyTorch gave."""
    with tempfile.TemporaryDirectory() as scratch:
        for number, scene in enumerate(json.loads(pathlib.Path(file).read_text())):
            (pathlib.Path(scratch) / "scene.qkv").write_text(scene["text"])
            found = json.loads(printed("json", "scene.qkv", "--grad", "total", folder=scratch))
            wrong = [
                f"{kind} {name}"
                for kind, own in (("tensors", "values"), ("gradients", "gradient"))
                for name, tensor in found[kind].items()
                if not agree(flat(tensor["values"]), wanted(scene, name, own, tensor))]
            if wrong:
                print(f"scene {number}: {', '.join(wrong)}")
            yield not wrong


def wanted(scene, name, own, tensor):
    """The fixture's numbers; a matrix without a derivative has zeros."""
    given = scene["tensors"][name].get(own)
    return flat(given) if given is not None else [0.0] * len(flat(tensor["values"]))


def main():
    isRight = True
    kinds = {"stored": stored(), "random": random_scenes(), "lessons": lessons()}
    if "--scenes" in sys.argv:
        file = sys.argv[sys.argv.index("--scenes") + 1]
        kinds = {"values and derivatives": values_and_derivatives(file)}
    for name, runs in kinds.items():
        results = list(runs)
        print(f"{name}: {sum(results)} of {len(results)} scenes have the same numbers")
        isRight = isRight and all(results)
        if name == "random" and isRight and "--record" in sys.argv:
            (HERE / "python.json").write_text(json.dumps(RAN, indent=0, ensure_ascii=False) + "\n")
    sys.exit(0 if isRight else 1)


main()
