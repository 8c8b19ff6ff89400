"""Who may talk to the workbench: this machine's browser that was given the token, nobody else.

The check stands before everything, as ASGI, so that the socket is asked like any page: NiceGUI's
own lets any origin in. A page of another site cannot pass (its Origin), nor one of a name that was
made to point here (Host), nor another user of the machine (the token, kept in a cookie that no
script reads).
"""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.model.limits import UPLOAD_BYTES
from generator.model.regex import regex

OLDEST_CHROME = 99
"""The first Chrome whose CSS has @layer, on which all of the look of NiceGUI stands; import maps
came with 89, ``??=`` with 85."""

TOKEN = "token"
"""The word of the address that carries the token the first time."""

_CHROME = regex(r"\bChrom(?:e|ium)/(\d+)")
_OLD_ENGINES = regex(r"\b(MSIE|Trident|Presto)\b")
_TOO_OLD = (
    f"这个浏览器太旧：拟稿的工作台要用内核 {OLDEST_CHROME} 以上的浏览器（360、奇安信、Edge 的新版都可以）。"
    "不能换的，请在命令行用 nigao view 写出网页，那一页旧浏览器也能看。"
)
_NO_TOKEN = "这个窗口没有凭证，或者拟稿已经重新打开过：请用 nigao open 新打开的窗口。"
_NOT_HERE = "只接受这台电脑上拟稿自己的网页发来的请求。"
_NO_PATH = "地址里不能有上一级文件夹。"
_TOO_LARGE = f"文件太大：最多 {UPLOAD_BYTES // 2**20} MB。"


class Refusal(NamedTuple):
    """A status of HTTP and one line for a person."""

    status: int
    line: str


class Guard:
    """The application behind the checks of host, origin, token, path, browser and size.

    ``port`` is the one that is listened on; ``host`` what the person asked for: anything but
    127.0.0.1 lets in every address by number, and that name.
    """

    def __init__(self, app: ASGIApp, token: str, host: str, port: int) -> None:
        self.app = app
        self._token = token
        self._host = host
        self._port = port
        self._cookie = f"nigao-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request or a socket, or refuse it in one line."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _refuse(scope, receive, send, refusal)
        elif scope["type"] == "http" and self._given(scope):
            await self._welcome(scope)(scope, receive, send)
        elif not self._knows(headers):
            await _refuse(scope, receive, send, Refusal(403, _NO_TOKEN))
        elif scope["type"] == "http":
            await _with_limit(self.app, scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _refusal(self, scope: Scope, headers: Headers) -> Refusal | None:
        """Why a request is refused whatever token it brings."""
        if not self._is_own_host(headers.get("host", "")):
            return Refusal(403, _NOT_HERE)
        if not _is_own_origin(scope, headers):
            return Refusal(403, _NOT_HERE)
        if _leads_out(scope):
            return Refusal(400, _NO_PATH)
        if is_too_old(headers.get("user-agent", "")):
            return Refusal(200, _TOO_OLD)
        if _length(headers) > UPLOAD_BYTES:
            return Refusal(413, _TOO_LARGE)
        return None

    def _is_own_host(self, given: str) -> bool:
        """Whether the Host of a request is a name that this server goes by."""
        name, port = _parted(given)
        if port != self._port:
            return False
        if name in ("127.0.0.1", "localhost"):
            return True
        return self._host != "127.0.0.1" and (name == self._host or _is_number(name))

    def _given(self, scope: Scope) -> bool:
        """Whether the address carries the token."""
        words = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        return hmac.compare_digest(words.get(TOKEN, "").encode(), self._token.encode())

    def _knows(self, headers: Headers) -> bool:
        """Whether the cookie holds the token."""
        kept = _cookies(headers.get("cookie", "")).get(self._cookie, "")
        return hmac.compare_digest(kept.encode(), self._token.encode())

    def _welcome(self, scope: Scope) -> Response:
        """The same page without the token in its address, which is kept in a cookie instead."""
        words = parse_qsl(scope["query_string"].decode("latin-1"))
        rest = urlencode([(name, value) for name, value in words if name != TOKEN])
        response = RedirectResponse(f"{scope['path']}?{rest}" if rest else scope["path"], 303)
        response.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
        return response


def is_too_old(agent: str) -> bool:
    """Whether the User-Agent names an engine that cannot show the workbench; one that names no
    Chrome is let in."""
    there = _CHROME.search(agent)
    if there is not None:
        return int(there[1]) < OLDEST_CHROME
    return _OLD_ENGINES.search(agent) is not None


def _parted(host: str) -> tuple[str, int]:
    """Name and port of a Host header; port 80 where none is named, -1 where it is none."""
    try:
        parts = urlsplit(f"//{host}")
        return parts.hostname or "", parts.port or 80
    except ValueError:
        return "", -1


def _is_number(name: str) -> bool:
    """Whether a host is named by its address: such a name nobody can make point here."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_own_origin(scope: Scope, headers: Headers) -> bool:
    """Whether a request comes from a page of this server. What changes nothing may come without an
    Origin, as when a person types the address; a socket may not."""
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return False
    origin = headers.get("origin")
    if origin is None:
        return scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
    return origin == f"http://{headers.get('host', '')}"


def _leads_out(scope: Scope) -> bool:
    """Whether a path has a part that leads to the folder above, or what no path of ours has."""
    path: str = scope["path"]
    return "\\" in path or "\0" in path or ".." in path.split("/")


def _length(headers: Headers) -> int:
    """The bytes that a request announces, 0 where it does not say."""
    said = headers.get("content-length", "")
    return int(said) if said.isdecimal() else 0


def _cookies(header: str) -> Mapping[str, str]:
    jar = SimpleCookie()
    try:
        jar.load(header)
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}


async def _refuse(scope: Scope, receive: Receive, send: Send, refusal: Refusal) -> None:
    """One plain line; a socket is closed before it is open."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
        return
    response = PlainTextResponse(refusal.line, refusal.status)
    response.headers["cache-control"] = "no-store"
    await response(scope, receive, send)


async def _with_limit(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Let a request in as long as its body stays below the limit, whatever it announced."""
    body = _CountedBody(receive)

    async def answered(message: Message) -> None:
        if not body.is_too_large:
            await send(message)

    try:
        await app(scope, body.receive, answered)
    except ClientDisconnect:
        if not body.is_too_large:
            raise
    if body.is_too_large:
        await _refuse(scope, receive, send, Refusal(413, _TOO_LARGE))


class _CountedBody:
    """The body of a request, which ends as if the browser had gone once it is too large."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._bytes = 0

    @property
    def is_too_large(self) -> bool:
        return self._bytes > UPLOAD_BYTES

    async def receive(self) -> Message:
        message = await self._receive()
        self._bytes += len(message.get("body", b""))
        return {"type": "http.disconnect"} if self.is_too_large else message
