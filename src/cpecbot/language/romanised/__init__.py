"""Questions in Latin letters of a language that has its own: which it is, and in its letters what was asked."""
