"""Articles of any number, made from real ones, with words as frequent as in news: few everywhere, most in one or two.

Each is a part of an original in which most words are exchanged for made-up ones, drawn by Zipf's law from as many as so
many sentences would have (Heaps' law), names for names, and all digits for others. Function words stay.
"""

from __future__ import annotations

import random
import re
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from cpecbot.corpus import Corpus
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import function_words
from cpecbot.models import Article, Sentence
from cpecbot.scripts import HAN

_WORD = re.compile(rf"[{HAN}]{{2}}|[^\W\d_{HAN}]+")
_EXCHANGED = 0.6
# Sentences of an article, at least and at most.
_FEWEST, _MOST = 6, 24
# Different words of so many sentences: 30 for one, and 30 * n ** .6 for n.
_WORDS_OF_ONE, _HEAPS = 30, 0.6


class _Words:
    """Made-up words of a language, of the letters that its texts are written in."""

    def __init__(self, texts: Sequence[str], count: int, chance: random.Random) -> None:
        written = [word for text in texts for word in _WORD.findall(text)]
        self._pieces = sorted({word[start : start + 2].lower() for word in written for start in range(0, len(word), 2)})
        self._weights = [*accumulate(1 / rank for rank in range(1, count + 1))]
        self._made: dict[int, str] = {}
        self._chance = chance

    def draw(self, like: str) -> str:
        rank = bisect(self._weights, self._chance.random() * self._weights[-1])
        if rank not in self._made:
            own = random.Random(rank)  # noqa: S311 - no secret, but the same word every time
            pieces = 1 if re.match(f"[{HAN}]", like) else 2 + own.randrange(3)
            self._made[rank] = "".join(own.choice(self._pieces) for _ in range(pieces))
        word = self._made[rank]
        return word.capitalize() if like[:1].isupper() else word


def like_news(corpus: Corpus, sentences: int) -> Iterator[Article]:
    """Articles with as many ``sentences`` together, or a few more, made from those of ``corpus``."""
    chance = random.Random(sentences)  # noqa: S311 - no secret, but the same articles every time
    originals = [(article, corpus.sentences[source]) for source, article in corpus.articles.items()]
    count = int(_WORDS_OF_ONE * max(1, sentences) ** _HEAPS)
    words = {article.language: _Words([article.text], count, chance) for article, _ in originals}
    made = 0
    while made < sentences:
        article, own = chance.choice(originals)
        part = [chance.choice(own) for _ in range(chance.randrange(_FEWEST, _MOST))]
        made += len(part)
        text = "\n\n".join(_otherwise(sentence, words[article.language].draw, chance) for sentence in part)
        yield replace(article, source=f"{made:08}", text=text, title=None)


def _otherwise(sentence: Sentence, draw: Callable[[str], str], chance: random.Random) -> str:
    grammar = function_words(sentence.language)

    def exchanged(match: re.Match[str]) -> str:
        word = match[0]
        keep = fold_text(word) in grammar or chance.random() > _EXCHANGED
        return word if keep else draw(word)

    return re.sub(r"\d", lambda _: str(chance.randrange(10)), _WORD.sub(exchanged, sentence.reading))
