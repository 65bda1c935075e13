"""What an answer says, in the words of a language, as blocks of rich text; never edits a quote."""
