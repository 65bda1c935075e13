"""Of several people in a sentence, the one who holds the office that was asked for."""

from __future__ import annotations

import pytest

from answering.conftest import Telling

EN = "The talks were led by Foreign Minister Amina Odhiambo of Kenya and Norwegian Foreign Minister Espen Barth."
APPOSED = "Invited by Espen Barth, Foreign Minister of Norway, Amina Odhiambo, Foreign Minister of Kenya, came to Oslo."
AR = "عقد الاجتماع برئاسة وزير الخارجية الباكستاني إسحاق دار ووزير الخارجية الصيني وانغ يي."
SHARED = "عقد الاجتماع بين وزيري خارجية الصين وانغ يي، وباكستان إسحاق دار."


@pytest.mark.parametrize(
    ("question", "told", "expected"),
    [
        ("Who is the foreign minister of Kenya?", EN, "Amina Odhiambo"),
        ("Who is the foreign minister of Norway?", EN, "Espen Barth"),
        ("Who is Norway's foreign minister?", APPOSED, "Espen Barth"),
        ("Who is Kenya's foreign minister?", APPOSED, "Amina Odhiambo"),
        ("من هو وزير خارجية باكستان؟", AR, "إسحاق دار"),
        ("من هو وزير خارجية الصين؟", AR, "وانغ يي"),
        ("من هو وزير خارجية باكستان؟", SHARED, "إسحاق دار"),
        ("Who is the foreign minister of China?", SHARED, "وانغ يي"),
        ("وزیر خارجه نروژ کیست؟", EN, "Espen Barth"),
        ("کینیا کا وزیر خارجہ کون ہے؟", EN, "Amina Odhiambo"),
        ("挪威外长是谁？", APPOSED, "Espen Barth"),
    ],
)
def test_one_of_two_ministers(telling_everyday: Telling, question: str, told: str, expected: str) -> None:
    (quote,) = telling_everyday(told).ask(question).quotes
    marked = [span.shift(-quote.span.start).slice(quote.text) for span in quote.highlights]
    assert marked == [expected]


def test_whoever_holds_the_office_of_another_country_is_not_marked(telling_everyday: Telling) -> None:
    told = "Foreign Minister Espen Barth of Norway thanked the Foreign Minister of Kenya."
    quotes = telling_everyday(told).ask("Who is the foreign minister of Kenya?").quotes
    marked = [span.shift(-quote.span.start).slice(quote.text) for quote in quotes for span in quote.highlights]
    assert "Espen Barth" not in marked


def test_the_country_beside_the_head_of_a_firm_is_not_what_he_is_the_head_of(telling_everyday: Telling) -> None:
    told = "In Norway chief executive Espen Barth opened the new works of Siemens."
    (quote,) = telling_everyday(told).ask("Who is the chief executive of Siemens?").quotes
    assert "Espen Barth" in [span.shift(-quote.span.start).slice(quote.text) for span in quote.highlights]
