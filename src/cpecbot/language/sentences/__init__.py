"""Where statements, headings and list items begin and end."""
