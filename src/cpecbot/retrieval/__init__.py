"""Finding sentences: BM25 behind one small protocol."""

from cpecbot.retrieval.bm25 import BM25Index, Retriever

__all__ = ["BM25Index", "Retriever"]
