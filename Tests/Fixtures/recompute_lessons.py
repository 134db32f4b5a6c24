"""Prints recomputed_lessons.json: three lessons worked out once more, in NumPy and 64 bits.

    pip install numpy
    python3 recompute_lessons.py > recomputed_lessons.json

Of a lesson only the lists and numbers are read that are set by hand in its scenes. What follows
from them is worked out here from the mathematics, without qkv and without the scenes' formulas.
For each step there is every matrix; the right answer of every question (an option by its number,
counted from 1; of a run, the steps it takes), with each set of numbers that it may be asked about;
and every matrix after a question, a goal or a run. Only what changes is written: a step's values
stand over those of the lesson's own scene, those after an answer over the step's.

A text or number that is edited in one of these lessons may change what it says: run this again,
and compare what is new with the lesson.
"""

import ast
import json
import math
import re
from pathlib import Path

import numpy as np

LESSONS = Path(__file__).resolve().parents[2] / "lessons"
INF = math.inf


class Inputs(dict):
    """What is set by hand in the scenes that a step sees."""

    def __init__(self, lesson, step=None):
        text = (LESSONS / f"{lesson}.md").read_text()
        parts = re.split(r"^## .*\{#([\w-]+)\}$", text, flags=re.M)
        own = dict(zip(parts[1::2], parts[2::2]))[step] if step else ""
        scenes = re.findall(r"^```qkv scene\n(.*?)^```", parts[0] + own, re.M | re.S)
        code = re.sub(r" *#.*", "", "".join(scenes))
        for found in re.finditer(r"^(\w+)(?:\[[\w, ]+\])? *= *(?=\[|-?[\d.]+$)", code, re.M):
            self[found[1]] = np.array(literal(code[found.end():]), dtype=float)

    def __getattr__(self, name):
        return self[name]

    def change(self, **values):
        for name, value in values.items():
            self[name] = np.array(value, dtype=float)
        return self


def literal(code):
    """The list or number that a text begins with."""
    end = 0
    while code[end] != "\n" or code[:end].count("[") > code[:end].count("]"):
        end += 1
    return ast.literal_eval(code[:end])


class Lesson:
    """Collects what was worked out for a lesson."""

    def __init__(self, start):
        self.start = start
        self.steps = {}

    def step(self, name, values=None, answers=None, after=None):
        """`after`: what changes with the answer to a question, a goal or a run, by its name."""
        values = {**self.start, **(values or {})}
        answers, after = answers or {}, after or {}
        self.steps[name] = {
            "values": changes(self.start, values),
            "answers": {key: written(named(answer)) for key, answer in answers.items()},
            "after": {key: changes(values, {**values, **new}) for key, new in after.items()},
        }

    @property
    def record(self):
        return {"start": changes({}, self.start), "steps": self.steps}


def named(answer):
    """Answers by the numbers that are asked about; the lesson's own have no name."""
    return answer if isinstance(answer, dict) else {"": answer}


def changes(old, new):
    return {
        name: {"shape": list(np.shape(values)), "values": written(np.ravel(values))}
        for name, values in new.items()
        if name not in old or not np.array_equal(old[name], values)}


def written(value):
    """A number with nine digits, or what there is of them; −∞ is a word in JSON."""
    if isinstance(value, dict):
        return {key: written(own) for key, own in value.items()}
    if isinstance(value, (list, np.ndarray)):
        return [written(own) for own in value]
    if abs(value) == INF:
        return "inf" if value > 0 else "-inf"
    rounded = float(f"{round(float(value), 12):.9g}")
    return int(rounded) if rounded.is_integer() else rounded


def softmax(scores):
    """Along the last axis; 0 where a row has nothing but −∞."""
    largest = scores.max(axis=-1, keepdims=True)
    portions = np.exp(scores - np.where(np.isfinite(largest), largest, 0))
    total = portions.sum(axis=-1, keepdims=True)
    return portions / np.where(total == 0, 1, total)


def seeing(scores, visible):
    """A softmax of each row over the places that it may see, without any −∞; 0 elsewhere."""
    weights = np.zeros(np.shape(scores))
    for row, places in enumerate(visible):
        weights[row, places] = softmax(np.asarray(scores)[row, places])
    return weights


def earlier(count):
    """For each row itself and the rows before it."""
    return [list(range(row + 1)) for row in range(count)]


def sign(before, after):
    """Grows, stays or shrinks, as options."""
    return 2 if abs(after - before) < 1e-9 else 1 if after > before else 3


# MARK: masks


def masks():
    def base(given):
        loud, news = given.X[:, 0], given.X[:, 1]
        score = np.tile(loud, (4, 1))  # everybody asks 1
        open = np.tri(4)
        tables = {
            "A": softmax(np.where(open == 1, score, 0)), "B": seeing(score, earlier(4)),
            "C": np.where(open == 1, softmax(score), 0)}
        told = {f"told_{name}": table @ news for name, table in tables.items()}
        return {"score": score, "news": news, "open": open, **tables, **told}

    def tampered(news=9.0, loud=1.4):
        given = Inputs("masks")
        given.X[3] = [loud, news]
        return given

    def moved(told, name):
        return np.abs(told[name] - start[name])[:3].max() > 1e-9

    start = base(Inputs("masks"))
    lesson = Lesson(start)
    the, cat, drank, milk = range(4)

    given = Inputs("masks", "cheat")
    weight = softmax(given.peek + np.where(np.tri(4) == 0, given.added, 0))
    marks = (weight * given.answers).sum(axis=1)
    blind = seeing(given.peek, earlier(4))
    marks_blind = (blind * given.answers).sum(axis=1)
    lesson.step(
        "cheat", {"weight": weight, "marks": marks}, {"grades": 3 if marks_blind.max() == 0 else 0},
        {"grades": {"weight": blind, "marks": marks_blind}})

    guests = {}
    for first in (0, 0.7, 1.1):
        portions = np.exp([first, 0.7, 1.1])
        guests[f'X["the","loud"] = {first}'] = portions[1] / portions.sum()
    given = Inputs("masks")
    given.X[the, 0] = -3
    alone = base(given)
    lesson.step(
        "triangle", {}, {
            "guests": {"": math.exp(0.7) / (1 + math.exp(0.7) + math.exp(1.1)), **guests},
            "alone": sign(start["B"][the, the], alone["B"][the, the])},
        {"alone": alone})

    news, loud = base(tampered(news=19)), base(tampered(loud=3))
    caught = [name for name in ("told_A", "told_B", "told_C") if moved(news, name)]
    honest = [name for name in ("told_A", "told_B", "told_C")
              if not moved(news, name) and not moved(loud, name)]
    lesson.step(
        "suspects", {}, {
            "tamper": [["told_A"], ["told_A", "told_C"], []].index(caught) + 1,
            "honest": [["told_A"], ["told_B"], ["told_C"]].index(honest) + 1},
        {"tamper": news})

    again = start["C"] / start["C"].sum(axis=1, keepdims=True)
    lesson.step(
        "autopsy", {}, {
            "leak": 2 / (1 + math.exp(0.7) + 1 + 1),
            "hole": (1 + math.exp(0.7)) / np.exp([0, 0.7, 1.1, 1.4]).sum(),
            "mended": 1 if np.allclose(again, start["B"]) else 2})

    lesson.step(
        "mend", {"repaired": start["A"], "told": start["told_A"]}, {},
        {"repaired": {"repaired": start["B"], "told": start["told_B"]}})
    # From here on the line is mended.
    mended = {"repaired": start["B"]}

    volume = np.array(Inputs("masks", "pads").volume)
    scores = np.tile(volume, (4, 1))
    no_mask = softmax(scores)
    columns = seeing(scores, [[0, 1]] * 4)
    rows = no_mask * [[1], [1], [0], [0]]
    lesson.step(
        "pads", {
            **mended, "scores": scores, "filler": np.array([0, 0, -INF, -INF]), "no_mask": no_mask,
            "hide_columns": columns, "hide_rows": rows},
        {"taken": 2 / (1 + math.exp(0.7) + 1 + 1),
         "which": 1 if columns[1, 2:].sum() == 0 and rows[1, 2:].sum() > 0.1 else 0})

    def window(width):
        visible = [range(max(0, row - width + 1), row + 1) for row in range(5)]
        return seeing(np.zeros((5, 5)), visible)

    width = int(Inputs("masks", "window").width)
    it = 4
    lesson.step(
        "window", {**mended, "seen": window(width), "place": np.arange(5)}, {
            "narrower": sign(window(3)[it, it], window(2)[it, it]),
            "reach": min(width for width in range(1, 6) if window(width)[it, 1] > 0),
            "combine": combined()},
        {"narrower": {"seen": window(2)}})

    mine = softmax(start["score"])
    halves = mine.copy()
    halves[cat] = [1 / (1 + math.exp(0.7 - 0.7)), 1 / (1 + math.exp(0.7 - 0.7)), 0, 0]
    lesson.step("own", {**mended, "mine": mine}, {}, {"halves": {"mine": halves}})

    def suspect(given):
        table = softmax(np.where(np.tri(4) == 1, given.X[:, 0] + 1, given.X[:, 0]))
        return {**mended, "E": table, "told_E": table @ given.X[:, 1]}

    before, after = suspect(Inputs("masks")), suspect(tampered(news=19))
    count = (np.abs(after["told_E"] - before["told_E"])[:3] > 1e-9).sum()
    lesson.step(
        "summary", before, {"last-suspect": {0: 1, 1: 2, 3: 3}[int(count)]},
        {"last-suspect": {**news, **after}})
    return lesson.record


def combined():
    """The one way to join the masks by which no word sees a later one or a filler at the front."""
    causal = np.where(np.tri(4) == 1, 0, -INF)
    padding = np.tile([-INF, 0, 0, 0], (4, 1))
    with np.errstate(invalid="ignore"):
        ways = [causal + padding, causal, padding, causal * padding]
    hidden = (causal < 0) | (padding < 0)
    right = [
        number for number, mask in enumerate(ways, 1)
        if not np.isnan(mask).any() and (softmax(mask)[hidden] == 0).all()]
    assert len(right) == 1
    return right[0]


# MARK: positions


def positions():
    dog, bites, man = range(3)

    def base(given, told=0, use=0, mask=0):
        seat = given.crossed if told else np.eye(3)
        place = seat.argmax(axis=1)  # where each word sits
        X = given.words + use * given.compass[place]
        Q, K, V = X @ given.W_q, X @ given.W_k, X[:, :2]
        score = np.einsum("it,jt->ij", Q, K)
        later = np.where(place[None, :] > place[:, None], mask, 0)
        masked = score - 30 * (later > 0)
        weight = softmax(masked)
        output = weight @ V
        return {
            "seat": seat, "X": X, "Q": Q, "K": K, "V": V, "score": score,
            "columns": np.tile(place, (3, 1)), "later": later, "masked": masked, "weight": weight,
            "output": output, "sentence": output.sum(axis=0) / 3}

    given = Inputs("positions")
    start = base(given)
    lesson = Lesson(start)

    swapped = base(given, told=1)
    lesson.step(
        "swap", {}, {"bitten": sign(start["weight"][bites, dog], swapped["weight"][bites, dog])},
        {"bitten": swapped})

    here, there = base(given, use=1), base(given, told=1, use=1)
    lesson.step(
        "compass", {**here, "direction": given.compass @ given.W_k}, {
            "both": 1.1 * 1 + 2 * 1, "bitten-now": int(there["weight"][bites].argmax()) + 1},
        {"bitten-now": there})

    def head(fast, turn):
        query = np.einsum("wa,ab->wb", fast, turn)
        return {"query": query, "looks": softmax(query @ fast.T), "asked": query}

    fast = Inputs("positions", "back").fast
    # A quarter turn to the left, three times as long: (x, y) becomes (-3y, 3x).
    left = np.stack([-3 * fast[:, 1], 3 * fast[:, 0]], axis=1)
    lesson.step(
        "back", head(fast, np.zeros((2, 2))), {},
        {"one-back": {"query": left, "looks": softmax(left @ fast.T), "asked": left}})

    clock = Inputs("positions", "clash")
    fast, slow = clock.fast, clock.slow

    def match(near):
        return clock.loud * fast @ clock.turn @ fast.T + near * slow @ slow.T

    def looks(near):
        return {"match": match(near), "looks": softmax(match(near))}

    one, two = softmax(match(0)), softmax(match(2))
    twin = [word for word in (2, 3, 4) if abs(one[1, word] - one[1, 0]) < 1e-9]
    lesson.step(
        "clash", looks(0), {
            "twin": twin[0] - 1, "second-hand": sign(one[1, 4], two[1, 4]),
            "apart": 0 * 0 + 1 * -1},
        {"second-hand": looks(2)})

    spot = np.arange(6)
    hand = np.stack([np.sin(spot), np.cos(spot)], axis=1)
    # sin a sin b + cos a cos b = cos(a - b)
    lesson.step(
        "hands", {"hand": hand, "hands": np.cos(spot[:, None] - spot[None, :])},
        {"step": math.cos(1), "two": 1 if len(same_height(1.0)) == 2 else 0})

    given = Inputs("positions", "stripes")
    q, k, slope = given.q, given.k, given.slope
    distance = spot[:, None] - spot[None, :]
    added = (q + hand) @ (k + hand).T
    # Turning both leaves the angle between them: that of q and k, and one radian for each place.
    angle = math.atan2(q[1], q[0]) - math.atan2(k[1], k[0])
    turned = np.linalg.norm(q) * np.linalg.norm(k) * np.cos(angle + distance)
    sloped = q @ k - slope * np.abs(distance)
    tables = {"added": added, "turned": turned, "sloped": sloped}
    plain = [name for name, table in tables.items() if abs(table[5, 4] - table[1, 0]) > 1e-9]
    even = [name for name, table in tables.items() if abs(table[2, 1] - table[2, 3]) < 1e-9]
    lesson.step(
        "stripes", {
            "hand": hand, "asks": np.tile(q, (6, 1)), "answers": np.tile(k, (6, 1)), **tables,
            "table": np.stack(list(tables.values()))},
        {"shift": turned[5, 4], "stripes": [["added"], ["turned"], ["sloped"]].index(plain) + 1,
         "before-after": [["sloped"], ["turned"], ["added"]].index(even) + 1})

    lead = Inputs("positions", "slope").lead
    back = np.array([4, 3, 2, 1, 0])
    factor = math.exp(-0.7)
    faded = np.exp(lead) * factor ** back
    lesson.step(
        "slope", {"back": back, "last": softmax(lead)}, {
            "tie": {"": 2.1 / 3, 'lead["cat"] = 2.1': 0.7, 'lead["cat"] = 1.5': 0.5,
                    'lead["cat"] = 3': 1},
            "seven": 1 + int(np.abs(np.array([0.7, 0.5, 1]) - factor).argmin())},
        {"seven": {"last": faded / faded.sum()}})

    blind = base(Inputs("positions"), told=1, mask=1)
    counter = np.tri(5) / np.arange(1, 6)[:, None]
    lesson.step(
        "counter", {"counter": counter}, {
            "blind": 2 if blind["weight"][bites, man] > blind["weight"][bites, dog] else 1,
            "fifth": 1 + int(np.abs(counter[:, 0] - 0.2).argmin())},
        {"blind": blind})

    lesson.step(
        "summary", {},
        {"wolf": 3 if np.allclose(start["sentence"], swapped["sentence"]) else 1},
        {"wolf": swapped})
    return lesson.record


def same_height(angle):
    """The angles of one turn whose sine is that of an angle: where it crosses that height."""
    turn = np.arange(0.0005, 2 * math.pi, 0.001)
    above = np.sin(turn) > math.sin(angle)
    return turn[1:][above[1:] != above[:-1]]


# MARK: sharing


def sharing():
    the, cat, drank, because, it, was, thirsty = range(7)
    jobs = [cat, drank, thirsty, because]  # what the heads who, did, feels, why find

    def bill(given):
        layer = 2 * given.kv_heads * given.dim * given.bytes / 1024
        token = given.layers * layer
        tokens = 1024 * given.ki
        return {
            "tokens": tokens, "layer_kib": layer, "token_kib": token,
            "memory": token * tokens * given.chats / 2 ** 20, "model": 8030261248 * 2 / 2 ** 30}

    def looking(Q, K):
        """Head by head, where each token looks."""
        return np.stack([softmax(queries @ keys.T / math.sqrt(2)) for queries, keys in zip(Q, K)])

    def heads(given, shared=0):
        """At 0, 1 and 2: four sets of keys, two, one."""
        own = np.stack([given.words @ W for W in given.W_k])
        left, right = (own[0] + own[1]) / 2, (own[2] + own[3]) / 2
        one = own.sum(axis=0) / 4
        two = np.stack([left, left, right, right])
        K = {0: own, 1: two, 2: np.stack([one] * 4)}[shared]
        Q = np.stack([given.words @ W for W in given.W_q])
        weight = looking(Q, K)
        return {
            "pairs": min(shared, 1), "all": max(shared - 1, 0), "K_own": own, "K_left": left,
            "K_right": right, "K_one": one, "stack": np.zeros((4, 7, 2)), "K_two": two, "Q": Q,
            "K": K, "weight": weight, "found": weight[:, it], "own": looking(Q, own)[:, it]}

    given = Inputs("sharing")
    start = {**bill(given), **heads(given)}
    lesson = Lesson(start)

    def room(given):
        """What the model, the text and its memory take, and each as a part of all."""
        costs = bill(given)
        text = costs["tokens"] * 4 / 2 ** 30
        all_of_it = np.array([costs["model"], text, costs["memory"]])
        return {**costs, "text": text, "filled": all_of_it / all_of_it.sum()}

    own = Inputs("sharing", "bill")
    few, many = room(own), room(own.change(ki=128))
    ratio = many["memory"] / many["model"]
    lesson.step(
        "bill", few,
        {"memory": 1 + int(np.abs(np.array([0, 0.01, 1, 4]) - ratio).argmin())},
        {"memory": many})

    # Token t asks in step t and meets all that stand: 1, 2, ... 7 keys.
    asked = np.arange(1, 8)
    lesson.step(
        "twice", {"meets": np.tri(7), "table": np.tri(3), "asked": asked, "read": asked[::-1]},
        {"read": len([step for step in range(7) if step >= cat]), "made": 7 * 8 / 2})

    def second_layer(tokens, peek):
        """What layer 2 reads, with nothing but these tokens."""
        X = given.X[:tokens]
        scores = (X @ given.A_q) @ (X @ given.A_k).T / math.sqrt(2)
        weights = softmax(scores) if peek else seeing(scores, earlier(tokens))
        return X + weights @ X

    def cache(peek, early=3):
        pull = (given.X @ given.A_q) @ (given.X @ given.A_k).T / math.sqrt(2)
        ahead = np.where(np.tri(7) == 1, 0, 1000 * (peek - 1))
        second = second_layer(7, peek)
        again = (second @ given.A_k)[:early]
        kept = second_layer(early, peek) @ given.A_k
        return {
            "ahead": ahead, "pull": pull + ahead, "second": second, "again": again, "kept": kept,
            "gap": np.abs(kept[cat] - again[cat]).max()}

    closed, open = cache(0), cache(1)
    lesson.step(
        "same", closed, {
            "stale": 3 if closed["gap"] < 1e-12 else 1, "open": 2 if open["gap"] > 0.01 else 3,
            # Whether the kept keys are exact depends on who sees whom, and on nothing else.
            "cause": 3 if closed["gap"] < 1e-12 < open["gap"] else 0},
        {"stale": {}, "open": open})

    sets = {"": 8, "kv_heads = 8": 8, "kv_heads = 4": 4, "kv_heads = 16": 16}
    own = Inputs("sharing", "count")
    lesson.step(
        "count", {"in_sets": 2 * 8, "in_numbers": 2 * 8 * 128, "in_bytes": 2 * 8 * 128 * 2}, {
            "dim": {
                "": own.width / 32, "width = 4096": 128, "width = 2048": 64, "width = 8192": 256},
            "layer": {key: 2 * n * 128 * 2 / 1024 for key, n in sets.items()},
            "all-layers": {key: 32 * 2 * n * 128 * 2 / 1024 for key, n in sets.items()}})

    def card(given):
        costs = bill(given)
        left = given.card - costs["model"] - costs["memory"]
        filled = np.array([costs["model"], costs["memory"], left]) / given.card
        return {**costs, "left": left, "filled": filled}

    own = Inputs("sharing", "card")
    lesson.step(
        "card", card(own), {}, {"fit": card(own.change(kv_heads=8, chats=2, ki=32))})

    one = heads(given, shared=2)
    found = one["found"]
    different = list(found.argmax(axis=1)) == jobs
    surer = (start["own"].max(axis=1) > found.max(axis=1)).all()
    lesson.step("slide", {}, {"one-set": 2 if different and surer else 0}, {"one-set": one})

    def aimed(given):
        values = heads(given)
        K = np.stack([4 * values["K_one"]] * 4)
        weight = looking(values["Q"], K)
        return {
            **values, "K": K, "weight": weight, "found": weight[:, it],
            "own": looking(values["Q"], values["K_own"])[:, it],
            "asks": values["Q"][:, it], "answers": K[0]}

    own = Inputs("sharing", "aim")
    before = aimed(own)
    own.W_q[1:, 4] = [[0, 4], [-4, 0], [0, -4]]
    lesson.step("aim", before, {}, {"four": aimed(own)})

    lesson.step("mend", *training(Inputs("sharing", "mend"), one, jobs, it))

    own = Inputs("sharing", "check")
    set, query = np.arange(3), np.arange(12)
    serves = (query[None, :] // 4 == set[:, None]).astype(int)
    llama = {"": 13, "asker = 13": 13, "asker = 22": 22, "asker = 30": 30}
    sister = {"": 8, "kv70 = 8": 8, "kv70 = 4": 4}
    # How many later steps use what the first token made: all its key and value, none its query.
    later_uses = {"key": np.tri(7)[1:, 0].sum(), "value": np.tri(7)[1:, 0].sum(), "query": 0}
    lesson.step(
        "check", {
            "column": np.tile(query, (3, 1)), "line": np.tile(set[:, None], (1, 12)),
            "serves": serves, "reads_": serves.T,
            "chosen_reads": serves.T[int(own.who)][None, :], "right_": 13 // 4, "mod8": 13 % 8,
            "mod4": 13 % 4},
        {"ways": [8, 32, 4].index(given.queries) + 1,
         "throw": list(later_uses.values()).index(0) + 1,
         "head": {key: head // (32 // 8) for key, head in llama.items()},
         "sister": {key: 80 * 2 * sets * 128 * 2 / 1024 for key, sets in sister.items()}})

    lesson.step("summary")
    return lesson.record


def training(given, one, jobs, it):
    """One set of keys for all four heads, before and after gradient descent with a rate of .5."""
    W_q, W_one = given.W_q.copy(), given.W_one.copy()

    def state():
        Q = np.stack([given.words @ W for W in W_q])
        K_all = given.words @ W_one
        weight = np.stack([softmax(queries @ K_all.T / math.sqrt(2)) for queries in Q])
        found = weight[:, it]
        loss = -np.mean([math.log(found[head, job]) for head, job in enumerate(jobs)])
        return {**one, "Q": Q, "K_all": K_all, "weight": weight, "found": found, "loss": loss}

    def is_done(now):
        return all(now["found"][head, job] > 0.975 for head, job in enumerate(jobs))

    before = now = state()
    steps = 0
    while not is_done(now) and steps < 80:
        # Of -log softmax: weight less 1 at the word that is meant.
        error = (now["found"] - np.eye(7)[jobs]) / len(jobs) / math.sqrt(2)  # head × token
        slope_of_queries = error @ now["K_all"]  # head × trait
        slope_of_keys = error.T @ now["Q"][:, it]  # token × trait
        W_q -= 0.5 * given.words[it][None, :, None] * slope_of_queries[:, None, :]
        W_one -= 0.5 * given.words.T @ slope_of_keys
        now = state()
        steps += 1
    # The keys and queries of the other panels follow the queries' new weights.
    trained = {**now, "own": own_heads(now["Q"], one["K_own"], it), "W_q": W_q, "W_one": W_one}
    return before, {"on": steps}, {"on": trained}


def own_heads(Q, K_own, it):
    return np.stack([
        softmax(queries[it] @ keys.T / math.sqrt(2)) for queries, keys in zip(Q, K_own)])


def main():
    lessons = {"masks": masks(), "positions": positions(), "sharing": sharing()}
    print(json.dumps(lessons, separators=(",", ":")).replace('},"', '},\n"'))


main()
