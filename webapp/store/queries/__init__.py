"""Every SELECT: one question a function. They return Core rows or plain values, never ORM objects."""
