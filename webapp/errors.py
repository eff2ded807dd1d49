"""The few errors of Dateline. Each message is for a reader: what, where, and what to do.

A message is a template with named values, so that the views can translate it; as text it is English.
"""

from __future__ import annotations


def N_(text: str) -> str:
    """Marks a text that is translated where it is shown."""
    return text


class Message:
    """A text in English with named values, which may be messages themselves.

    >>> str(Message("%(where)s is empty.", where=Message("The file")))
    'The file is empty.'
    """

    __slots__ = ("template", "values")

    def __init__(self, template: str, /, **values: object) -> None:
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template % self.values if self.values else self.template


class DatelineError(Exception):
    """Base of all errors that are somebody's to mend. `status` is the HTTP status that fits."""

    status = 400
    title = N_("This did not work")

    def __init__(self, template: str, /, *, field: str = "", **values: object) -> None:
        self.template = template
        self.values = values
        self.message = str(Message(template, **values))
        self.field = field
        super().__init__(self.message)


class BadInputError(DatelineError):
    """What was handed in cannot be used as it is."""

    status = 422
    title = N_("This cannot be used as it is")


class TooLargeError(DatelineError):
    """More than Dateline takes at once."""

    status = 413
    title = N_("This is too large")


class WrongTypeError(DatelineError):
    """A kind of file that Dateline does not read."""

    status = 415
    title = N_("Dateline does not read this kind of file")


class NotFoundError(DatelineError):
    """Asked for something that is not there."""

    status = 404
    title = N_("Not found")


class ConflictError(DatelineError):
    """Somebody else changed it meanwhile, or it no longer fits."""

    status = 409
    title = N_("This changed meanwhile")


class ConfigurationError(DatelineError):
    """The settings do not allow Dateline to start."""

    status = 500
    title = N_("Dateline cannot start like this")
