"""Who did it, and who it was done to: not who else the sentence names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Emphasised = Callable[[str, str], tuple[str, ...]]

APPOINTED = {
    "en": "President Anna Weiss appointed Markus Lang as finance minister.",
    "ur": "وزیر اعظم کامران شیخ نے بلال مرزا کو وزیر خزانہ مقرر کیا۔",
    "zh": "总统李国强任命王建华为财政部长。",
}
LED = {
    "en": "Deputy Minister Omar Said led the delegation, while the meeting was chaired by Judge Elena Petrova.",
    "ar": "قاد الوفد المصري نبيل فهمي، بينما ترأس الاجتماع خالد الجابر.",
    "fa": "ریاست هیئت پاکستانی را سعد قریشی و ریاست هیئت ایرانی را آرش مرادی بر عهده داشت.",
    "ur": "وفد کی قیادت اسد رضوی نے کی جبکہ اجلاس کی صدارت نادیہ کمال نے کی۔",
    "zh": "代表团由张伟率领，会议由刘芳主持。",
}


@pytest.mark.parametrize(
    ("question", "text", "name", "other"),
    [
        ("Who was appointed finance minister?", APPOINTED["en"], "Markus Lang", "Anna Weiss"),
        ("Who appointed the finance minister?", APPOINTED["en"], "Anna Weiss", "Markus Lang"),
        ("وزیر خزانہ کس نے مقرر کیا؟", APPOINTED["ur"], "کامران شیخ", "بلال مرزا"),
        ("کس کو وزیر خزانہ مقرر کیا گیا؟", APPOINTED["ur"], "بلال مرزا", "کامران شیخ"),
        ("谁被任命为财政部长？", APPOINTED["zh"], "王建华", "李国强"),
        ("谁任命了财政部长？", APPOINTED["zh"], "李国强", "王建华"),
        ("Who led the delegation?", LED["en"], "Omar Said", "Elena Petrova"),
        ("Who chaired the meeting?", LED["en"], "Elena Petrova", "Omar Said"),
        ("من ترأس الاجتماع؟", LED["ar"], "خالد الجابر", "نبيل فهمي"),
        ("ریاست هیئت ایرانی با چه کسی بود؟", LED["fa"], "آرش مرادی", "سعد قریشی"),
        ("اجلاس کی صدارت کس نے کی؟", LED["ur"], "نادیہ کمال", "اسد رضوی"),
        ("谁率领代表团？", LED["zh"], "张伟", "刘芳"),
        ("谁主持会议？", LED["zh"], "刘芳", "张伟"),
        # The party of the one who did it stands nearer.
        ("Who won the election?", "Maren Solberg of the Green Alliance won the election.", "Maren Solberg", "Alliance"),
        ("谁赢得了选举？", "绿党的马伦·索尔贝格以半数的得票率赢得了选举。", "马伦·索尔贝格", "票率"),
        ("Who handed over the prize?", "The prize was handed to Ines Duarte by Paul Keller.", "Paul Keller", "Ines"),
        ("Who said that Silva would rest?", "Coach Bruno Marino said Leo Silva would rest.", "Bruno Marino", "Leo"),
    ],
)
def test_the_name_of_who_is_asked_for_is_emphasised(
    emphasised: Emphasised, question: str, text: str, name: str, other: str
) -> None:
    marked = emphasised(question, text)
    assert any(name in words for words in marked)
    assert not any(other in words for words in marked)


def test_those_who_did_it_together_are_named_together(emphasised: Emphasised) -> None:
    marked = emphasised("Who chaired the meeting?", "Ann Weber and Bob Keller chaired the meeting.")
    assert marked == ("Ann Weber", "Bob Keller")


def test_a_verb_of_arabic_is_a_passive_by_the_vowel_on_its_first_letter(emphasised: Emphasised) -> None:
    """Written as it rarely is, it asks for who is appointed."""
    text = "عين الملك سامي حداد وزيرا للصحة."
    assert emphasised("من عيّن وزير الصحة؟", text) != emphasised("من عُيّن وزيرا للصحة؟", text)


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Who fined the bakery?", "The bakery was fined by the city council in May.", ("city council",)),
        ("Who bought the mill?", "A farmer and her two sons bought the mill.", ("farmer", "sons")),
        ("Who was rescued?", "Three tourists and their driver were rescued by the coastguard.", ("tourists", "driver")),
        ("Who rescued the tourists?", "The tourists were rescued by the coastguard.", ("coastguard",)),
        ("Who survived?", "Only a nurse and her son were rescued alive.", ("nurse", "son")),
        ("من غرم المخبز؟", "غرمت البلدية المخبز في مايو.", ("البلدية",)),
        ("چه کسی نانوایی را جریمه کرد؟", "نانوایی توسط شهرداری جریمه شد.", ("شهرداری",)),
        ("بیکری پر جرمانہ کس نے کیا؟", "بیکری پر کونسل نے جرمانہ کیا۔", ("کونسل",)),
        ("谁对面包店罚款？", "地方法院对面包店罚款两万元。", ("地方法院",)),
    ],
)
def test_who_has_no_name_is_told_by_what_they_are(
    emphasised: Emphasised, question: str, text: str, expected: tuple[str, ...]
) -> None:
    assert emphasised(question, text) == expected


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("Who accompanied the mayor?", "The mayor was accompanied by two teachers.", "teachers"),
        ("Who came with the mayor?", "Two teachers accompanied the mayor to Oslo.", "teachers"),
        ("谁陪同市长？", "陪同市长参观的有两名教师。", "教师"),
        ("چه کسی همراه شهردار بود؟", "دو معلم همراه شهردار بودند.", "معلم"),
    ],
)
def test_of_two_who_go_together_whoever_is_not_named_is_asked_for(
    emphasised: Emphasised, question: str, text: str, name: str
) -> None:
    marked = emphasised(question, text)
    assert any(name in words for words in marked)
    assert not any("mayor" in words for words in marked)
