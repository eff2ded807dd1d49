"""Every step of the schema since the first table, run by `store.migrate`."""
