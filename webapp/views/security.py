"""What every request and every answer has to pass: host, origin, headers."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, request

from webapp.errors import N_, DatelineError
from webapp.settings import Settings

LOOPBACK = ("localhost", "127.0.0.1", "::1")
_EVERYWHERE = ("", "0.0.0.0", "::", "*")  # bound to all addresses: which name was used is anybody's choice
_SAFE = ("GET", "HEAD", "OPTIONS")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class WrongHostError(DatelineError):
    """The address in the browser is not one Dateline answers to (DNS rebinding ends here)."""

    status = 400
    title = N_("Dateline does not answer to this address")


class CrossSiteError(DatelineError):
    """Another site tried to change something."""

    status = 403
    title = N_("Refused: this came from another site")


def guard(app: Flask, settings: Settings) -> None:
    hosts = _hosts(settings)

    @app.before_request
    def check() -> None:
        _check_host(hosts)
        _check_origin()

    @app.after_request
    def finish(response: Response) -> Response:
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        response.vary.add("HX-Request")
        response.vary.add("Accept")
        return _conditional(response)


def _hosts(settings: Settings) -> frozenset[str] | None:
    """The names Dateline answers to, `None` for any: then a password stands before every page."""
    if settings.host in _EVERYWHERE and not settings.allowed_hosts:
        return None
    return frozenset(name.strip("[]").lower() for name in (*LOOPBACK, settings.host, *settings.allowed_hosts))


def _check_host(hosts: frozenset[str] | None) -> None:
    name = _host_name(request.headers.get("Host", ""))
    if hosts is not None and name not in hosts:
        raise WrongHostError("Open Dateline at the address it printed when it started.")


def _host_name(host: str) -> str:
    """The name in a Host header: "[::1]:5000" is "::1"; the empty text for what is no host."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _check_origin() -> None:
    """Browsers say where a request comes from; what says nothing is no browser with somebody's rights."""
    if request.method in _SAFE:
        return
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    is_own = origin is None or _place(origin) == request.host
    if site is not None:
        is_own = site in ("same-origin", "none")
    if not is_own:
        raise CrossSiteError("Only Dateline's own pages may change something. Nothing was changed.")


def _place(origin: str) -> str:
    """Host and port of an Origin header; the empty text for what is none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def _conditional(response: Response) -> Response:
    """An unchanged page is a 304: the tag is made from what would be sent."""
    if request.method not in _SAFE or response.status_code != 200 or response.is_streamed:
        return response
    if request.endpoint == "static":
        return response
    response.headers.setdefault("Cache-Control", "private, no-cache")
    response.add_etag()
    response.make_conditional(request)
    return response
