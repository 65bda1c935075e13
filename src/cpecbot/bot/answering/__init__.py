"""From a question in a chat to its answer there, inline and as a guest too."""
