"""The words of a question that are no concepts and no values: each by itself, or a run that no space parts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from cpecbot.language.analysis import lemma_key
from cpecbot.language.concepts.matching import letters
from cpecbot.language.names.finding import Habits
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.text.patterns import any_of, longest_first
from cpecbot.language.text.simplified import simplify
from cpecbot.language.text.tokens import Token, tokenize
from cpecbot.language.text.words import function_words, is_function_word, light_words
from cpecbot.languages import Language
from cpecbot.models import Span, Unit
from cpecbot.scripts import Script


def blank(text: str, spans: Iterable[Span]) -> str:
    """``text`` with spaces for ``spans``, so that what is left keeps its place."""
    characters = list(text)
    for span in spans:
        characters[span.start : span.end] = " " * len(span)
    return "".join(characters)


def unspaced_grammar(text: str, languages: Iterable[Language]) -> Iterator[Span]:
    """Where stop words and light words stand that no space sets apart, and that are no part of what is asked."""
    for language in languages:
        grammar = language.once(_unspaced_grammar)
        if grammar and language.once(letters).search(text):
            plain = simplify(text) if language.profile.script is Script.HAN else text
            topical = question_words(language).read(text).topical
            spans = (Span(*match.span()) for match in grammar.finditer(plain))
            yield from (span for span in spans if not span.overlaps_any(topical))


def word_units(
    rest: str, unspaced: Sequence[Span], names: Collection[Span], languages: Sequence[Language]
) -> Iterator[Unit]:
    """The words of ``rest``, a question in which all else is ``blank``, without grammar; their lemmas in ``languages``.

    ``unspaced`` are the words that the vocabulary knows where no space parts words. Of the ``names`` none is grammar.
    """
    words = [token for token in tokenize(rest) if token.span in names or not is_function_word(token.text, languages)]
    for place in unspaced:
        if place.overlaps_any(token.span for token in words):
            yield _unit(rest, place, [token for token in words if token.span == place], languages)
    for run in _runs(token for token in words if not token.span.overlaps_any(unspaced)):
        yield _unit(rest, Span(run[0].span.start, run[-1].span.end), run, languages)


def _unit(text: str, span: Span, words: Sequence[Token], languages: Sequence[Language]) -> Unit:
    lemmas = {lemma_key(token.text, language) for token in words for language in languages}
    light = bool(words) and all(_is_light(token.text, lemmas, languages[0]) for token in words)
    return Unit(span.slice(text), span, frozenset(lemmas), light=light)


def _is_light(word: str, lemmas: Collection[str], language: Language) -> bool:
    known = light_words(language) | language.once(Habits).particles
    return word in known or any(lemma.removeprefix("l:") in known for lemma in lemmas)


def _unspaced_grammar(language: Language) -> re.Pattern[str] | None:
    words = longest_first(function_words(language) | light_words(language))
    return re.compile(any_of(words)) if words and not language.profile.spaced else None


def _runs(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Words one by one; the bigrams of an unbroken Chinese run together, since no space says where its words end."""
    run: list[Token] = []
    for token in tokens:
        joined = run and token.span.start < run[-1].span.end
        if run and not joined:
            yield run
            run = []
        run.append(token)
    if run:
        yield run
