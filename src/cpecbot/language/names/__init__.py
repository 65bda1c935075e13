"""Names of people and places, however a language spells them: what may be one, how it sounds, which are alike."""
