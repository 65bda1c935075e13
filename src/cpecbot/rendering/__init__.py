"""An answer as Telegram text, console text, Markdown or JSON; never edits a quote."""
