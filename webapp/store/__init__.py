"""Layer 6: documents, events and edits in a database."""
