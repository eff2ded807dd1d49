"""Settings: what they default to, and what does not start."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest

from webapp.errors import ConfigurationError
from webapp.settings import Settings


def test_defaults_stay_on_this_computer() -> None:
    settings = Settings.from_environment({})
    assert (settings.host, settings.password, settings.allowed_hosts) == ("127.0.0.1", "", ())
    assert settings.data.name == "dateline"
    assert settings.url == f"sqlite:///{settings.data / 'dateline.sqlite'}"


def test_everything_can_be_set(tmp_path: Path) -> None:
    settings = Settings.from_environment(
        {
            "DATELINE_DATA": str(tmp_path),
            "DATELINE_DATABASE_URL": "postgresql+psycopg://x/y",
            "DATELINE_HOST": "0.0.0.0",
            "DATELINE_PORT": "8080",
            "DATELINE_PASSWORD": "long enough",
            "DATELINE_MAX_TEXT_BYTES": "7",
            "DATELINE_MAX_UPLOAD_BYTES": "8",
            "DATELINE_ALLOWED_HOSTS": "a.example, b.example",
        }
    )
    assert settings.url == "postgresql+psycopg://x/y"
    assert (settings.data, settings.host, settings.port) == (tmp_path, "0.0.0.0", 8080)
    assert (settings.max_text_bytes, settings.max_upload_bytes) == (7, 8)
    assert settings.allowed_hosts == ("a.example", "b.example")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.8.9.1"])
def test_loopback_needs_no_password(host: str) -> None:
    assert Settings.from_environment({"DATELINE_HOST": host}).host == host


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "example.org"])
def test_any_other_address_needs_a_password(host: str) -> None:
    with pytest.raises(ConfigurationError, match="DATELINE_PASSWORD"):
        Settings.from_environment({"DATELINE_HOST": host})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATELINE_PORT", "eighty"),
        ("DATELINE_PORT", "70000"),
        ("DATELINE_PORT", "-1"),
        ("DATELINE_MAX_TEXT_BYTES", "5 MB"),
    ],
)
def test_numbers_that_are_none_are_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Settings.from_environment({name: value})
    assert caught.value.field == name


def test_the_secret_key_is_made_once_and_kept_private(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data")
    key = settings.secret_key
    path = settings.data / "secret.key"
    assert (len(key), settings.secret_key) == (32, key)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in settings.data.iterdir()] == ["secret.key"]


def test_a_damaged_key_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "secret.key").write_bytes(b"short")
    with pytest.raises(ConfigurationError, match=re.escape("secret.key")):
        _ = Settings(data=tmp_path).secret_key


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="cannot be made"):
        _ = Settings(data=tmp_path / "file" / "data").secret_key


def test_the_password_is_never_printed() -> None:
    assert "hush" not in repr(Settings.from_environment({"DATELINE_PASSWORD": "hush"}))


def test_an_open_key_file_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "secret.key"
    path.write_bytes(b"k" * 32)
    path.chmod(0o644)
    assert Settings(data=tmp_path).secret_key == b"k" * 32
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_key_is_made_where_there_are_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    key = Settings(data=tmp_path).secret_key
    assert (len(key), Settings(data=tmp_path).secret_key) == (32, key)
    assert [p.name for p in tmp_path.iterdir()] == ["secret.key"]
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600
