"""The candidates for a query: chosen by the cluster, fetched, and ranked here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from cpecbot.languages import Language
from cpecbot.store.cluster.clauses import Clause, any_of, terms
from cpecbot.store.cluster.fetching import MOST, Fetching, hits_of, total_of
from cpecbot.store.cluster.generation import SUBJECT
from cpecbot.store.cluster.ranking import MEANT, Scale, Scoring, Wanted
from cpecbot.store.entries import Entry
from cpecbot.store.store import Ranked, Ranking

# Articles whose subject lifts their sentences while these are chosen, and the best of the whole store, which all shares
# are of. So many more than are asked for are chosen, since they change places when they are ranked.
_LIFTED = 50
_BEST = 20


def choose(
    wanted: Wanted, fetching: Fetching, languages: Sequence[Language], among: Sequence[Clause], limit: int
) -> Ranking:
    """The entries that match all of ``among``, best first, at most ``limit`` in each of ``languages``."""
    if not wanted.words and not wanted.meant:
        return Ranking()
    lifted = _lifted(wanted.words, fetching)
    at_home, abroad = (wanted.clause(lifted, at_home=own) for own in (True, False))
    own = {"term": {"language": wanted.language.code}}
    ways = [(at_home if each == wanted.language else abroad, {"term": {"language": each.code}}) for each in languages]
    best = [_ranked(at_home, own, size=_BEST), _ranked({"bool": {"must": abroad, "must_not": own}}, size=_BEST)]
    most = min(max(limit, 0) + _BEST, MOST)
    found = fetching.among_entries(*best, *(_ranked(clause, spoken, *among, size=most) for clause, spoken in ways))
    numbers = [[int(hit["_id"]) for hit in hits_of(each)] for each in found]
    entries = fetching.entries(list(dict.fromkeys(chain.from_iterable(numbers))))
    scores = _scores(wanted, entries, fetching)
    top = max(scores.values(), default=1.0)
    kept = [number for chosen in numbers[len(best) :] for number in _first(chosen, scores, limit)]
    kept.sort(key=lambda number: (-scores[number], number))
    complete = all(total_of(each) <= max(limit, 0) for each in found[len(best) :])
    return Ranking(tuple(Ranked(entries[number], scores[number] / top) for number in kept), complete)


def _first(chosen: Sequence[int], scores: Mapping[int, float], limit: int) -> list[int]:
    """The best ``limit`` of those ``chosen`` that could be fetched."""
    fetched = (number for number in chosen if number in scores)
    return sorted(fetched, key=lambda number: (-scores[number], number))[: max(limit, 0)]


def _ranked(clause: Clause, *filters: Clause, size: int) -> dict[str, object]:
    query = {"bool": {"must": clause, "filter": list(filters)}}
    return {"query": query, "sort": ["_score", "number"], "size": size, "_source": False, "track_total_hits": True}


def _lifted(words: Sequence[str], fetching: Fetching) -> Mapping[str, float]:
    """What the articles that are most about ``words`` score, near enough to choose by."""
    if not words:
        return {}
    body = {"query": any_of(terms("words", words)), "size": _LIFTED, "_source": False, "docvalue_fields": ["source"]}
    return {hit["fields"]["source"][0]: hit["_score"] for hit in hits_of(fetching.among_articles(body))}


def _scores(wanted: Wanted, entries: Mapping[int, Entry], fetching: Fetching) -> Mapping[int, float]:
    """What each of ``entries`` scores in the whole store."""
    keys = {"words": wanted.words, SUBJECT: wanted.words, **dict.fromkeys(MEANT, wanted.meant)}
    frequencies = fetching.frequencies([(field, key) for field, held in keys.items() for key in held])
    scales = {
        field: Scale(average, {key: frequencies[field, key] for key in keys[field]})
        for field, average in fetching.generation.told.averages.items()
    }
    sources = {entry.sentence.source for entry in entries.values()}
    counts = fetching.counts(sources, wanted.words) if wanted.words and sources else {}
    subjects = {source: scales[SUBJECT].score(wanted.words, *counted) or 0.0 for source, counted in counts.items()}
    scoring = Scoring(wanted, scales, subjects)
    return {number: scoring.score(entry) for number, entry in entries.items()}
