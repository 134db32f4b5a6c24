"""The sentences that echo and refer learn: made fresh at every step, with some pairs of words held out."""

import itertools
import random

START, STOP, COMMA = "<s>", ".", ","
CONTEXT = 24


def held_out(first, second):
    """One ordered pair in seven never occurs in training, whatever the seed."""
    return sum(ord(c) * (i + 3) for i, c in enumerate(first + "/" + second)) % 7 == 0


def pair(rng, firsts, seconds, test):
    """Two different words; a held-out pair for tests, another one for training."""
    while True:
        first, second = rng.choice(firsts), rng.choice(seconds)
        if first != second and held_out(first, second) == test:
            return first, second


class Echo:
    """Says the next word. A sentence is (words, asked): `asked` maps a place to (kind, place it should look at)."""

    example = "red horn kim leo tom red horn kim leo"
    names = "tom mia ann kim leo sam eva ben".split()
    things = "key cup coin horn bell ring book lamp drum rope".split()
    colors = "red blue green gray pink gold".split()
    numbers = "one two four six nine ten".split()
    species = "cat wolf dog hen cow bee".split()
    plurals = dict(zip(species, "cats wolves dogs hens cows bees".split()))
    voice = dict(zip(species, "meow howl bark cluck moo buzz".split()))
    voices = dict(zip(species, "meows howls barks clucks moos buzzes".split()))
    prepositions = "behind near beside".split()
    times = [["in", "spring"], ["at", "night"]]
    chanted = names + things + colors + numbers
    words = (
        [START, STOP, COMMA, "the", "saw", "it", "they"] + sum(times, []) + prepositions + chanted
        + species + list(plurals.values()) + list(voices.values()) + list(voice.values()))
    groups = [
        names, things, colors, numbers, species, list(plurals.values()), list(voices.values()),
        list(voice.values()), prepositions, ["in", "at"], ["spring", "night"], ["it", "they"]]
    kinds = ["chant", "lookup", "agreement", "pronoun"]

    def sentence(self, rng, test=False, kind=None):
        return getattr(self, kind or rng.choice(self.kinds))(rng, test)

    def noun(self, species, plural):
        return self.plurals[species] if plural else species

    def verb(self, species, plural):
        return (self.voice if plural else self.voices)[species]

    def chant(self, rng, test):
        while True:
            part = rng.sample(self.chanted, rng.randint(3, 11))
            pairs = list(zip(part, part[1:]))
            if test or not any(held_out(*p) for p in pairs):
                break
        words = [START] + part + part
        asked = {}
        for place in range(len(part) + 1, len(words) - 1):
            earlier = place - len(part)
            if not test or held_out(words[place], words[place + 1]):
                asked[place] = ("chant", earlier + 1)
        return (words, asked) if asked else self.chant(rng, test)

    def lookup(self, rng, test):
        owner, thing = pair(rng, self.names, self.things, test)
        owners = [owner] + rng.sample([n for n in self.names if n != owner], rng.randint(1, 3))
        others = rng.sample([t for t in self.things if t != thing], len(owners) - 1)
        pairs = list(zip(owners, [thing] + others))
        if not test and any(held_out(*p) for p in pairs):
            return self.lookup(rng, test)
        rng.shuffle(pairs)
        words = [START]
        for i, (name, what) in enumerate(pairs):
            words += ([COMMA] if i else []) + [name, what]
        place = words.index(owner) + 1
        words += [STOP, owner, thing]
        return words, {len(words) - 2: ("lookup", place)}

    def agreement(self, rng, test):
        subject, other = pair(rng, self.species, self.species, test)
        plural = rng.random() < 0.5
        words = [START] + (rng.choice(self.times) if rng.random() < 0.3 else [])
        words += ["the", self.noun(subject, plural)]
        place = len(words) - 1
        # What follows the subject varies, so that looking beside it does not pay.
        words += rng.choice(self.times) if rng.random() < 0.5 else []
        words += [rng.choice(self.prepositions), "the", self.noun(other, rng.random() < 0.5)]
        asked = {len(words) - 1: ("agreement", place)}
        return words + [self.verb(subject, plural), STOP], asked

    def pronoun(self, rng, test):
        subject, other = pair(rng, self.species, self.species, test)
        plural = rng.random() < 0.5
        words = [START, "the", self.noun(subject, plural), "saw", "the", self.noun(other, not plural)]
        words += rng.choice(self.times) if rng.random() < 0.6 else []
        first = rng.random() < 0.5
        meant, number, place = (subject, plural, 2) if first else (other, not plural, 5)
        words += [STOP, "they" if number else "it"]
        asked = {len(words) - 1: ("pronoun", place)}
        return words + [self.verb(meant, number), STOP], asked


class Refer:
    """Repeats a sentence with its pronoun replaced by what it stands for.

    A sentence is (words, place of the pronoun, place of its noun, kind)."""

    example = "the cat left the road at night because it was hungry ."
    animals = "cat dog horse cow wolf fox bear hen goat mouse".split()
    plurals = "cats dogs horses cows wolves foxes bears hens goats mice".split()
    places = "road street path bridge field garden yard lane park tunnel".split()
    feelings = "hungry tired thirsty scared lost".split()
    looks = "muddy icy closed narrow flooded".split()
    men = "tom leo ben max sam".split()
    women = "ann mia eva zoe amy".split()
    times = [["at", "night"], ["at", "noon"], ["in", "spring"], ["last", "week"]]
    leaving = "left crossed avoided".split()
    meeting = "saw met heard".split()
    words = (
        [START, STOP, COMMA, "the", "because", "it", "they", "he", "she", "was", "were", "too"]
        + "at night noon in spring last week".split() + leaving + meeting
        + animals + plurals + places + feelings + looks + men + women)
    groups = [
        animals, plurals, places, feelings, looks, men, women, leaving, meeting, ["was", "were"],
        ["it", "they"], ["he", "she"]]
    kinds = ["place", "place", "number", "gender", "nobody", "partly"]

    def sentence(self, rng, test=False, kind=None):
        kind = kind or rng.choice(self.kinds)
        subject, verb, other, pronoun, state, meant = getattr(self, kind)(rng, test)
        time = rng.choice(self.times) if rng.random() < 0.6 else []
        too = ["too"] if rng.random() < 0.25 else []
        return self.assembled(
            subject, verb, other, time, pronoun, too + [state], meant, kind, rng.random() < 0.15)

    def assembled(self, subject, verb, other, time, pronoun, state, meant, kind, fronted=False):
        event = subject + [verb] + other + time
        be = "were" if pronoun == "they" else "was"
        reason = ["because", pronoun, be] + state
        words = [START] + (reason + [COMMA] + event if fronted else event + reason) + [STOP]
        start = words.index(subject[-1], len(reason) if fronted else 0)
        place = words.index(pronoun)
        noun = start if meant == subject[-1] else words.index(other[-1], start + 1)
        return words, place, place if meant == pronoun else noun, kind

    def place(self, rng, test):
        where = rng.choice(self.places)
        plural = rng.random() < 0.2
        who, where = pair(rng, self.plurals if plural else self.animals, self.places, test)
        living = rng.random() < 0.5
        pronoun = "they" if plural and living else "it"
        state = rng.choice(self.feelings if living else self.looks)
        return (["the", who], rng.choice(self.leaving), ["the", where], pronoun, state,
                who if living else where)

    def number(self, rng, test):
        one, many = pair(rng, self.animals, self.plurals, test)
        subject, other = (one, many) if rng.random() < 0.5 else (many, one)
        meant = rng.choice([one, many])
        return (["the", subject], rng.choice(self.meeting), ["the", other],
                "they" if meant == many else "it", rng.choice(self.feelings), meant)

    def gender(self, rng, test):
        man, woman = pair(rng, self.men, self.women, test)
        subject, other = (man, woman) if rng.random() < 0.5 else (woman, man)
        meant = rng.choice([man, woman])
        return ([subject], rng.choice(self.meeting), [other],
                "he" if meant == man else "she", rng.choice(self.feelings), meant)

    def nobody(self, rng, test):
        """The pronoun fits no noun and stays; so no noun can be the answer by default."""
        if rng.random() < 0.5:
            man, woman = pair(rng, self.men, self.women, test)
            subject, other = (man, woman) if rng.random() < 0.5 else (woman, man)
            pronoun = rng.choice(["it", "they"])
            return ([subject], rng.choice(self.meeting), [other], pronoun,
                    rng.choice(self.feelings + self.looks), pronoun)
        who, where = pair(rng, self.animals, self.places, test)
        pronoun = rng.choice(["he", "she"])
        return (["the", who], rng.choice(self.leaving), ["the", where], pronoun,
                rng.choice(self.feelings), pronoun)

    def partly(self, rng, test):
        """One noun, which the pronoun means only if the adjective fits it."""
        name = rng.choice(self.men + self.women)
        who, where = pair(rng, self.animals, self.places, test)
        state = rng.choice(self.feelings + self.looks)
        if rng.random() < 0.5:
            meant = where if state in self.looks else "it"
            return [name], rng.choice(self.leaving), ["the", where], "it", state, meant
        meant = who if state in self.feelings else "it"
        return [name], rng.choice(self.meeting), ["the", who], "it", state, meant

    def offered(self):
        """Every sentence that the words of the first page make."""
        for who, verb, where, time, state in itertools.product(
                self.animals, self.leaving, self.places, [[]] + self.times,
                self.feelings + self.looks):
            meant = who if state in self.feelings else where
            yield self.assembled(
                ["the", who], verb, ["the", where], time, "it", [state], meant, "place")


if __name__ == "__main__":
    for family in [Echo(), Refer()]:
        rng = random.Random(1)
        print(len(family.words), len(set(family.words)))
        for kind in family.kinds:
            for test in [False, True]:
                s = family.sentence(rng, test, kind)
                print(kind, test, " ".join(s[0]), s[1:])
