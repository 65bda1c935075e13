"""Why a question went unanswered: of sources that were not looked at nothing is said."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cpecbot.models import Filters, Reason
from cpecbot.rendering.answer.context import make_context
from cpecbot.rendering.answer.reasons import no_answer_text
from fakes.languages import EN
from rendering.samples import ARTICLES, label, unanswered

CONTEXT = make_context(ARTICLES, label, EN)


@pytest.mark.parametrize("reason", [Reason.OFF_TOPIC, Reason.NEAR_TOPIC, Reason.KIND_MISSING])
def test_within_limits_nothing_is_said_of_the_other_sources(reason: Reason) -> None:
    answer = replace(unanswered(), reason=reason, missing=())
    limited = replace(answer, limits=Filters(sources=(next(iter(ARTICLES)),)))
    (why,) = no_answer_text(limited, CONTEXT)
    assert why == "I found no answer to this within your limits. Try without your limits."
    assert no_answer_text(answer, CONTEXT) != (why,)
