"""Every command says what it does."""

import subprocess
import sys

import click
import pytest

from tests.cli.running import dateline
from webapp.cli import main


def test_every_command_is_listed() -> None:
    told = dateline("--help").output
    assert "Without a command: opens the timeline in your browser." in told
    for name in ("serve", "seed", "ingest", "tag", "extract", "explain", "export", "rebuild"):
        assert f"\n  {name} " in told


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_option_has_a_help_text(name: str) -> None:
    result = dateline(name, "--help")
    assert result.exit_code == 0
    for param in main.commands[name].params:
        is_told = bool(param.help) if isinstance(param, click.Option) else True
        assert is_told, f"{name}: {param.name}"


def test_unknown_command_is_plain() -> None:
    result = dateline("serv")
    assert result.exit_code == 2
    assert "No such command" in result.output


def test_help_loads_neither_flask_nor_the_engine() -> None:
    code = (
        "import sys; from webapp.cli import main; main(['--help'], standalone_mode=False); "
        "heavy = {'flask', 'sqlalchemy', 'lxml', 'nupunkt', 'webapp.temporal'} & set(sys.modules); "
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_module_is_the_same_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "webapp", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("dateline, version")
