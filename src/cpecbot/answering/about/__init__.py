"""Questions about the articles themselves: what one says, how many there are, where they differ, who is right."""

from cpecbot.answering.about.answering import AboutArticles

__all__ = ["AboutArticles"]
