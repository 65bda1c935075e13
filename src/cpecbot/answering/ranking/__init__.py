"""How well a sentence answers: what each unit weighs, what it covers, and which sentences become quotes."""
