"""Finding sentences: BM25 behind one small protocol."""
