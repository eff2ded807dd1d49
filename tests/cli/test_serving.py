"""`dateline serve`: starts, says where, stops when told to."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from tests.cli.running import dateline
from webapp.cli import serving as serving_module


@contextmanager
def serving(data: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "webapp", "serve", "--port", "0", "--data", str(data), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        told = (re.search(r"http://127\.0\.0\.1:\d+/", line) for line in process.stdout or ())
        try:
            yield process, next(found[0] for found in told if found)
        finally:
            process.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stops_cleanly(number: signal.Signals, tmp_path: Path) -> None:
    with serving(tmp_path) as (process, address):
        assert urlopen(address).status == 200
        os.kill(process.pid, number)
        out, err = process.communicate(timeout=20)
        assert process.returncode == 0, err
        assert "Stopped." in out
        assert "Traceback" not in err


def test_samples_come_the_first_time_only(tmp_path: Path) -> None:
    with serving(tmp_path, "--seed") as (_, address):
        assert "is_sample" in urlopen(f"{address}articles.json").read().decode()
    from webapp.services import samples
    from webapp.settings import Settings
    from webapp.store.database import Store

    store = Store.open(Settings(data=tmp_path))
    assert samples.has_samples(store)
    samples.remove_samples(store)
    with serving(tmp_path, "--seed"):
        assert not samples.has_samples(store)
    store.close()


def test_port_that_is_taken_is_told_with_what_to_do(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = dateline("serve", "--port", port, "--data", tmp_path)
    assert result.exit_code == 2
    assert f"port {port}: Address already in use" in result.stderr
    assert "--port" in result.stderr
    assert "Traceback" not in result.output


def test_other_computers_need_a_password(tmp_path: Path) -> None:
    result = dateline("serve", "--host", "0.0.0.0", "--data", tmp_path)
    assert result.exit_code == 2
    assert "DATELINE_PASSWORD" in result.stderr


def test_data_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = dateline("serve", "--data", tmp_path / "file" / "inside")
    assert result.exit_code == 2
    assert "cannot be made" in result.stderr


def test_without_a_command_the_browser_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bool] = []
    monkeypatch.setattr(serving_module, "_run", lambda *_, browser: opened.append(browser))
    assert dateline().exit_code == 0
    assert dateline("serve").exit_code == 0
    assert opened == [True, False]


def test_a_long_request_does_not_keep_it_from_stopping(tmp_path: Path) -> None:
    told = (
        f"On {n % 28 + 1} March {1900 + n % 99} Mayor Vale{n} met Tomas Lind in Lund." for n in range(40_000)
    )
    sent = urlencode({"text": "\n".join(told)}).encode()
    with serving(tmp_path) as (process, address):
        client = Thread(target=_ignored, args=(f"{address}add", sent), daemon=True)
        client.start()
        client.join(2)
        assert client.is_alive()
        os.kill(process.pid, signal.SIGTERM)
        process.communicate(timeout=12)
        assert process.returncode == 0
        client.join(5)


def _ignored(address: str, sent: bytes) -> None:
    with suppress(OSError):
        urlopen(address, sent)
