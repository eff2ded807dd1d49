"""Layer 4: who did what when, as one document tells it."""
