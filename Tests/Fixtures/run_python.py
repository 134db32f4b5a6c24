"""Runs scenes as PyTorch and compares every number with those of qkv.

    pip install torch
    python3 run_python.py PATH/TO/qkv            # all of them
    python3 run_python.py PATH/TO/qkv --scenes FILE.json    # values and derivatives of random_scenes.py

Three kinds of scenes are run: those of the folder `python`, 50 of random_scenes.json, and that of every step of every shipped lesson. Numbers must
agree to 1e-5 of their size, or of 1.
"""

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


def printed(format, *arguments, folder=HERE):
    call = [QKV, "eval", *arguments, "--format", format]
    return subprocess.run(call, cwd=folder, capture_output=True, text=True, check=True).stdout


def flat(values):
    if isinstance(values, list):
        return [x for part in values for x in flat(part)]
    return [float(values)]


def agree(found, wanted):
    if found != found or wanted != wanted:
        return found != found and wanted != wanted
    return found == wanted or abs(found - wanted) <= TOLERANCE * max(1, abs(wanted))


def run(title, *arguments, folder=HERE):
    """Whether the Python of a scene gives the scene's numbers; it must print nothing when imported."""
    tensors = json.loads(printed("json", *arguments, folder=folder))["tensors"]
    with tempfile.TemporaryDirectory() as scratch:
        file = pathlib.Path(scratch) / "scene.py"
        file.write_text(printed("python", *arguments, folder=folder))
        said = subprocess.run(
            [sys.executable, "-c", "import scene"], cwd=scratch, capture_output=True, text=True)
        if said.stdout or said.returncode:
            print(f"{title}: {said.stdout}{said.stderr}")
            return False
        matrices = runpy.run_path(str(file))["matrices"]
    wrong = []
    for name, tensor in tensors.items():
        found, wanted = flat(matrices[name].tolist()), flat(tensor["values"])
        same = list(matrices[name].shape) == tensor["shape"] and all(map(agree, found, wanted))
        if not same:
            wrong.append(name)
    if wrong or set(matrices) != set(tensors):
        print(f"{title}: {', '.join(wrong) or 'other names'}")
        return False
    return True


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
                if not all(map(agree, flat(tensor["values"]), wanted(scene, name, own, tensor)))]
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
    sys.exit(0 if isRight else 1)


main()
