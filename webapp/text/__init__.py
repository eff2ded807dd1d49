"""Layer 1: characters, blocks, sentences. Knows nothing of time."""
