"""Layer 3: what a document is made of and when it was published."""
