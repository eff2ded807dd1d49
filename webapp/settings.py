"""What can be set from outside, read once from the environment and checked before anything starts."""

from __future__ import annotations

import ipaddress
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from webapp.errors import ConfigurationError

MAX_TEXT_BYTES = 5 * 1024 * 1024
MAX_UPLOAD_BYTES = 10 * 1024 * 1024
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Settings:
    """Checked when made: settings that would open Dateline to strangers cannot exist.

    `allowed_hosts` are names the Host header may carry besides the loopback ones and `host` itself.
    """

    data: Path
    database_url: str = ""
    host: str = "127.0.0.1"
    port: int = 5000
    password: str = field(default="", repr=False)
    max_text_bytes: int = MAX_TEXT_BYTES
    max_upload_bytes: int = MAX_UPLOAD_BYTES
    allowed_hosts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65535:
            raise ConfigurationError(
                "Port %(port)s does not exist: use 1 to 65535.", field="DATELINE_PORT", port=self.port
            )
        if not self.password and not is_loopback(self.host):
            raise ConfigurationError(
                "%(host)s can be reached from other computers. Set DATELINE_PASSWORD first, or leave "
                "DATELINE_HOST at 127.0.0.1.",
                field="DATELINE_HOST",
                host=self.host,
            )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Settings from the variables DATELINE_…; what is not set keeps its default."""
        env = os.environ if environ is None else environ
        return cls(
            data=_folder(env.get("DATELINE_DATA", "")),
            database_url=env.get("DATELINE_DATABASE_URL", ""),
            host=env.get("DATELINE_HOST", "") or "127.0.0.1",
            port=_number(env, "DATELINE_PORT", 5000),
            password=env.get("DATELINE_PASSWORD", ""),
            max_text_bytes=_number(env, "DATELINE_MAX_TEXT_BYTES", MAX_TEXT_BYTES),
            max_upload_bytes=_number(env, "DATELINE_MAX_UPLOAD_BYTES", MAX_UPLOAD_BYTES),
            allowed_hosts=_names(env.get("DATELINE_ALLOWED_HOSTS", "")),
        )

    @property
    def url(self) -> str:
        """The database's address; without one, an SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{self.data / 'dateline.sqlite'}"

    @property
    def secret_key(self) -> bytes:
        """Made on first use, kept beside the database, readable by its owner only."""
        make_folder(self.data)
        path = self.data / "secret.key"
        if not path.exists():
            _write_once(path, secrets.token_bytes(_KEY_BYTES))
        keep_private(path)
        key = path.read_bytes()
        if len(key) < _KEY_BYTES:
            raise ConfigurationError("%(path)s is damaged. Delete it; Dateline makes a new one.", path=path)
        return key


def is_loopback(host: str) -> bool:
    """Can only this computer reach it?

    >>> is_loopback("localhost"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def make_folder(path: Path) -> None:
    """The data folder, for its owner's eyes only where it is new."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(
            "The data folder %(path)s cannot be made (%(reason)s). "
            "Set DATELINE_DATA to a folder you can write to.",
            field="DATELINE_DATA",
            path=path,
            reason=error.strerror,
        ) from error


def keep_private(path: Path) -> None:
    """For its owner's eyes only, where the file system knows modes and the file is ours to change."""
    with suppress(OSError):
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)


def shipped(name: str) -> Path:
    """A folder at the top of the checkout where there is one, else inside the installed package."""
    package = Path(__file__).resolve().parent
    checkout = package.parent
    is_checkout = (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir()
    return checkout / name if is_checkout else package / name


def _write_once(path: Path, key: bytes) -> None:
    """Written whole under another name, then linked: of two that start at once, one key wins."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    _write_new(draft, key)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    except OSError:  # a file system without hard links, such as exFAT
        with suppress(FileExistsError):
            _write_new(path, key)
    finally:
        draft.unlink()


def _write_new(path: Path, content: bytes) -> None:
    """Raises where the file is there."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)


def _folder(typed: str) -> Path:
    if typed:
        return Path(typed).expanduser().resolve()
    from platformdirs import user_data_path

    return user_data_path("dateline", appauthor=False)


def _number(env: Mapping[str, str], name: str, default: int) -> int:
    typed = env.get(name, "").strip()
    if not typed:
        return default
    if not typed.isascii() or not typed.isdigit():
        raise ConfigurationError(
            "%(name)s is “%(typed)s”, but it must be a whole number.", field=name, name=name, typed=typed
        )
    return int(typed)


def _names(typed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in typed.split(",") if name.strip())
