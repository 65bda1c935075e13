"""How well ``search`` finds: ``python retrieval.py [CORPUS.jsonl QUERIES.jsonl …]``.

Without files: of the judged questions of the tests, the share whose first hit is relevant. With files: a corpus line
holds ``doc_id`` and ``text``, a query line ``question`` and the ``doc_id`` to find; a document's rank is its best
sentence's. Prints nDCG@10 by the question's own words alone and as ``search`` ranks, and the ratio.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from pathlib import Path

from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.corpus.loading import build_corpus, load_corpus
from cpecbot.evaluation import evaluate, load_passages, load_questions
from cpecbot.languages import load_languages
from cpecbot.models import Answer, Article, Hit, QuestionKind, Quote, Status
from cpecbot.resources import data_root

LANGUAGES = load_languages(data_root() / "config" / "languages")

JUDGED = Path(__file__).resolve().parents[1] / "judged"
DEPTH = 10
# Enough sentences for ten different documents to be among them.
SENTENCES = 200


def lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def ndcg(library: Library, queries: list[dict[str, str]], *, across: bool) -> float:
    """Mean nDCG@10 with one relevant document a query: 1 / log2(rank + 1) (Järvelin and Kekäläinen, 2002)."""
    total = 0.0
    for query in queries:
        hits = library.search(query["question"], SENTENCES, across=across)
        ranking = list(dict.fromkeys(hit.sentence.source for hit in hits))[:DEPTH]
        if query["doc_id"] in ranking:
            total += 1 / math.log2(ranking.index(query["doc_id"]) + 2)
    return total / len(queries)


def judged() -> None:
    """The first hits of the questions that were judged on the five articles."""
    root = data_root()
    tables = root / "config"
    corpus = load_corpus(root / "seeds", LANGUAGES, tables / "sources.toml", tables / "boilerplate.toml")
    library = build_library(corpus, LANGUAGES, tables)
    for path in sorted(JUDGED.glob("*questions.jsonl")):
        passages = path.with_name(path.name.replace("questions.jsonl", "passages.json"))
        if passages.is_file():
            questions = load_questions(path)
            found = [_answer(question.text, library.search(question.text, 1)) for question in questions]
            first = evaluate(found, questions, load_passages(passages), corpus).overall.first_relevant
            print(f"{path.stem}: {first.hits} of {first.total} first hits are relevant, {first}")


def _answer(question: str, hits: tuple[Hit, ...]) -> Answer:
    """The hits as the quotes of an answer, which can be judged."""
    sentences = [hit.sentence for hit in hits]
    quotes = tuple(Quote(each.source, each.span, each.text, each.language) for each in sentences)
    return Answer(question, LANGUAGES.fallback, QuestionKind.TOPIC, Status.ANSWERED, quotes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="CORPUS QUERIES")
    files = parser.parse_args().files
    if not files:
        judged()
    for corpus_file, query_file in zip(files[::2], files[1::2], strict=True):
        documents = lines(corpus_file)
        articles = [Article(line["doc_id"], line["text"], LANGUAGES[line["lang"]]) for line in documents]
        started = time.perf_counter()
        library = build_library(build_corpus(articles), LANGUAGES, data_root() / "config")
        built = time.perf_counter() - started
        queries = lines(query_file)
        started = time.perf_counter()
        own = ndcg(library, queries, across=False)
        ranked = ndcg(library, queries, across=True)
        each = (time.perf_counter() - started) / (2 * len(queries))
        print(
            f"{corpus_file.stem}: {len(documents)} documents, {len(library.store)} sentences, "
            f"read in {built:.1f} s; "
            f"nDCG@10 own words {own:.4f}, as searched {ranked:.4f}, ratio {ranked / own:.3f}; "
            f"{1000 * each:.1f} ms a question"
        )


if __name__ == "__main__":
    main()
