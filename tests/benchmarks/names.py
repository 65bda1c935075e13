"""Names across scripts: ``python names.py [0|1]``, the half of the names to measure (1, which nothing was tuned on).

The names of persons in tests/judged/names.tsv, a line for each, with its spellings by language; and the cities of
CLDR's time zones, without those that a language calls otherwise. A pair of different spellings of one name is to be
found alike; one of two names that look alike (few letters apart, or alike in their consonants) is not. Prints the share
of the first that is found, by languages, and the share of what is found alike that is of one name, both as the pairs
are and if there were as many of two names as of one: those that look alike are the hardest, and in a small set they
are few.

The same is printed for tests/judged/names_fresh.tsv, written later and never tuned on; and how many names of
tests/judged/names_apart.txt, each line some in the Arabic script that are easily confused, are taken for one another.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from babel import Locale
from rapidfuzz.distance import OSA

from cpecbot.language.names.index import NameIndex
from cpecbot.language.names.sounds import Pronunciation
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.names import skeleton
from cpecbot.languages import load_languages
from cpecbot.resources import data_root

CODES = ("en", "ar", "fa", "ur", "zh")
JUDGED = Path(__file__).resolve().parents[1] / "judged"
PERSONS = JUDGED / "names.tsv"
FRESH = JUDGED / "names_fresh.tsv"
APART = JUDGED / "names_apart.txt"
# Another name, a translation or another city in one of the languages.
CALLED_OTHERWISE = """
    Algiers Athens Azores Bangkok Belgrade Bermuda Brunei Brussels Busingen Cairo Canary Ceuta Chagos Chuuk Damascus
    Dominica Enderbury Galapagos Guam Guernsey Honolulu Hovd Indianapolis Jersey Jerusalem Johannesburg Kanton Kolkata
    Kuching Kyiv Lisbon Lome Macao Mahe Makassar Maldives Mariehamn Marquesas Mauritius Midway Moncton Monterrey Muscat
    Novokuznetsk Novosibirsk Nuuk Oral Paris Perth Phoenix Pohnpei Pontianak Rome Samara Seoul Shanghai Singapore
    Srednekolymsk Syowa Tashkent Tbilisi Tehran Thule Tirane Tokyo Tripoli Tunis Vatican Vienna Vientiane Warsaw
    Winnipeg Yakutsk Yangon Yekaterinburg Taipei
"""
LOOK_ALIKE = 2

Row = dict[str, list[str]]


def persons(path: Path = PERSONS) -> Iterator[Row]:
    for line in path.read_text("utf-8").splitlines()[1:]:
        cells = zip(CODES, line.split("\t"), strict=True)
        yield {code: [name for name in cell.split() if name != "-"] for code, cell in cells}


def cities() -> Iterator[Row]:
    zones = {code: Locale(code).time_zones for code in CODES}
    for zone in sorted(set(zones["ar"]) | set(zones["zh"])):
        named = {code: zones[code].get(zone, {}).get("city") for code in CODES}
        named["en"] = named["en"] or zone.rsplit("/", 1)[-1]
        if all(name and name.isalpha() for name in named.values()) and named["en"] not in CALLED_OTHERWISE.split():
            yield {code: [str(name)] for code, name in named.items()}


def half_of(row: Row) -> int:
    return half(row["en"][0])


def half(name: str) -> int:
    return int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", type=int, nargs="?", default=1, choices=(0, 1))
    wanted = parser.parse_args().half
    index = NameIndex(Pronunciation(load_languages(data_root() / "config" / "languages")))
    people, places = ([row for row in rows if half_of(row) == wanted] for rows in (persons(), cities()))
    for name, rows in (
        ("persons", people),
        ("cities", places),
        ("all", [*people, *places]),
        ("fresh", [*persons(FRESH)]),
    ):
        print(name)
        measure(rows, index)
    groups = [sorted(set(line.split())) for line in APART.read_text("utf-8").splitlines()]
    pairs = [pair for group in groups if half(group[0]) == wanted for pair in combinations(map(fold_text, group), 2)]
    print(f"apart\n{sum(index.sound_alike(*pair) for pair in pairs)} of {len(pairs)} taken for one")


def measure(rows: list[Row], index: NameIndex) -> None:
    pairs, found = Counter[str](), Counter[str]()
    for row in rows:
        spellings = [(code, name) for code in CODES for name in row[code]]
        for (one, name), (other, same) in combinations(spellings, 2):
            if name != same:
                pairs[f"{one}-{other}"] += 1
                found[f"{one}-{other}"] += index.sound_alike(fold_text(name), fold_text(same))
    unlike = wrong = 0
    for first, second in combinations(rows, 2):
        one, other = fold_text(first["en"][0]), fold_text(second["en"][0])
        if OSA.distance(one, other) > LOOK_ALIKE and skeleton(one) != skeleton(other):
            continue
        for name in (fold_text(name) for names in first.values() for name in names):
            for same in (fold_text(name) for names in second.values() for name in names):
                unlike += 1
                wrong += index.sound_alike(name, same)
    print("  ".join(f"{key} {found[key] / pairs[key]:.2f} of {pairs[key]}" for key in sorted(pairs)))
    right = found.total()
    print(f"{pairs.total()} pairs of one name: recall {right / pairs.total():.3f}")
    evenly = right / (right + wrong * pairs.total() / unlike)
    print(f"{unlike} pairs of two: {wrong} taken for one; precision {right / (right + wrong):.3f}, even {evenly:.3f}")


if __name__ == "__main__":
    main()
