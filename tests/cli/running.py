"""Runs `dateline` inside the test."""

from click.testing import CliRunner, Result

from webapp.cli import main


def dateline(*arguments: object, text: str | None = None) -> Result:
    return CliRunner().invoke(
        main, [str(argument) for argument in arguments], input=text, prog_name="dateline"
    )
