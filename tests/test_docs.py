"""What the README says is so: its examples run, its files exist, its commands and make targets are there."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from webapp.cli import main

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
_WORDS = """timex, type, value, mod, anchor, DCT, granularity, interval, duration, mention, event, actor,
    participation, citation, time link"""
GLOSSARY = [word.strip() for word in _WORDS.split(",")]


def console_examples() -> list[tuple[str, str]]:
    """Command and expected output, in the order of the page."""
    blocks = re.findall(r"```console\n(.*?)```", README, re.S)
    return [pair for block in blocks for pair in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.M)]


def test_console_examples_print_what_the_readme_shows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert console_examples()
    for command, shown in console_examples():
        program, *arguments = shlex.split(command)
        result = CliRunner().invoke(main, arguments, prog_name=program)
        assert (program, result.exit_code) == ("dateline", 0), result.output
        assert result.output == shown


def test_python_examples_print_what_the_readme_shows() -> None:
    blocks = "\n".join(re.findall(r"```python\n(.*?)```", README, re.S))
    assert ">>>" in blocks
    examples = doctest.DocTestParser().get_doctest(blocks, {}, "README.md", "README.md", 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    assert runner.run(examples).failed == 0


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_in_the_table(name: str) -> None:
    assert re.search(rf"^\| `dateline {name}\b", README, re.M)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:`|^    )make ([a-z]+)", README, re.M))))
def test_every_make_target_exists(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.M)


@pytest.mark.parametrize("word", GLOSSARY)
def test_glossary_defines_the_word(word: str) -> None:
    assert re.search(rf"^\| {word} \| \w", README, re.M)


def test_pictures_and_linked_files_exist() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_layers_are_those_of_the_import_contract() -> None:
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    order = re.search(r"^layers = \[(.*?)^\]", contract, re.M | re.S)
    assert order is not None
    told = re.findall(r"^\| ((?:`[a-z]+`(?:, )?)+) \|", README, re.M)
    assert re.findall("[a-z]+", order[1]) == re.findall("[a-z]+", " ".join(told))


def test_ci_calls_make_test() -> None:
    assert "exec make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
