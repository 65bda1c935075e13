"""Whether a point that one article makes is told by another: alike, otherwise, or not at all."""
