"""Who is let in: the table of what comes from where, as raw requests and sockets."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from generator.web import work
from generator.web.dropping import plain_name
from generator.web.guard import OLDEST_CHROME, Guard, is_too_old

TOKEN, PORT = "s3cret", 8080
COOKIE = {"cookie": f"nigao-{PORT}={TOKEN}"}
OWN = {"host": f"127.0.0.1:{PORT}"}
ORIGIN = {"origin": f"http://127.0.0.1:{PORT}"}
NEW = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/{} Safari/537.36"


async def inner(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that reads the whole body and answers 200; a socket is accepted."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"in"})


def answers(
    headers: dict[str, str],
    path: str = "/home",
    query: str = "",
    method: str = "GET",
    sort: str = "http",
    host: str = "127.0.0.1",
    body: Iterable[bytes] = (b"",),
) -> list[Message]:
    """What the guard sends."""
    pieces = list(body)
    sent: list[Message] = []

    async def receive() -> Message:
        piece = pieces.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: dict[str, Any] = {
        "type": sort,
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    asyncio.run(Guard(inner, TOKEN, host, PORT)(scope, receive, send))
    return sent


def status(*given: Any, **named: Any) -> int:
    return int(answers(*given, **named)[0]["status"])


@pytest.mark.parametrize(
    ("what", "headers", "named", "expected"),
    [
        ("its own page", OWN | COOKIE, {}, 200),
        ("by the other name of this machine", {"host": f"localhost:{PORT}"} | COOKIE, {}, 200),
        ("no token", OWN, {}, 403),
        ("a wrong token", OWN | {"cookie": f"nigao-{PORT}=guess"}, {}, 403),
        ("the token of another port", OWN | {"cookie": f"nigao-1={TOKEN}"}, {}, 403),
        ("a cookie that is none", OWN | {"cookie": "\x01;;=="}, {}, 403),
        ("a wrong token in the address", OWN, {"query": "token=guess"}, 403),
        ("the token in the address", OWN, {"query": f"token={TOKEN}"}, 303),
        ("a name that was made to point here", {"host": f"evil.example:{PORT}"} | COOKIE, {}, 403),
        ("another port", {"host": "127.0.0.1:9"} | COOKIE, {}, 403),
        ("no host", COOKIE, {}, 403),
        ("a host that is none", {"host": "[::1"} | COOKIE, {}, 403),
        ("a change of its own page", OWN | ORIGIN | COOKIE, {"method": "POST"}, 200),
        ("a change of nobody", OWN | COOKIE, {"method": "POST"}, 403),
        ("another origin", OWN | COOKIE | {"origin": "http://evil.example"}, {}, 403),
        (
            "the same machine, another port",
            OWN | COOKIE | {"origin": "http://127.0.0.1:9"},
            {},
            403,
        ),
        (
            "a picture in another site's page",
            OWN | COOKIE | {"sec-fetch-site": "cross-site"},
            {},
            403,
        ),
        ("a file that was opened", OWN | COOKIE | {"origin": "null"}, {}, 403),
        ("the folder above", OWN | COOKIE, {"path": "/assets/../../etc/passwd"}, 400),
        ("the folder above on Windows", OWN | COOKIE, {"path": "/assets/..\\..\\x"}, 400),
        (
            "500 MB",
            OWN | ORIGIN | COOKIE | {"content-length": str(500 * 2**20)},
            {"method": "POST"},
            413,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_requests(what: str, headers: dict[str, str], named: dict[str, Any], expected: int) -> None:
    assert status(headers, **named) == expected


@pytest.mark.parametrize(
    ("headers", "accepted"),
    [
        (OWN | ORIGIN | COOKIE, True),
        (OWN | COOKIE, False),
        (OWN | ORIGIN, False),
        (OWN | COOKIE | {"origin": "http://evil.example"}, False),
        (OWN | COOKIE | {"origin": "http://127.0.0.1:9"}, False),
        ({"host": "evil.example:8080", "origin": "http://evil.example:8080"} | COOKIE, False),
    ],
)
def test_sockets(headers: dict[str, str], accepted: bool) -> None:
    sent = answers(headers, "/_nicegui_ws/socket.io/", sort="websocket")
    assert [message["type"] for message in sent] == [
        "websocket.accept" if accepted else "websocket.close"
    ]


def test_the_token_goes_from_the_address_into_a_cookie_that_no_script_reads() -> None:
    headers = dict(answers(OWN, "/fill", f"package=a&token={TOKEN}")[0]["headers"])
    assert headers[b"location"] == b"/fill?package=a"
    kept = headers[b"set-cookie"].decode()
    assert kept.startswith(f"nigao-{PORT}={TOKEN};")
    assert "HttpOnly" in kept
    assert "samesite=strict" in kept.lower()


def test_a_body_that_does_not_say_how_long_it_is_ends_at_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.web.guard.UPLOAD_BYTES", 10)
    long, short = [b"12345"] * 3, [b"12345"] * 2
    assert status(OWN | ORIGIN | COOKIE, method="POST", body=long) == 413
    assert status(OWN | ORIGIN | COOKIE, method="POST", body=short) == 200


@pytest.mark.parametrize(
    ("asked", "host", "expected"),
    [
        ("127.0.0.1", "192.168.1.5", 403),
        ("0.0.0.0", "192.168.1.5", 200),
        ("0.0.0.0", "evil.example", 403),
        ("office-pc", "office-pc", 200),
    ],
)
def test_another_address_is_answered_only_where_it_was_asked_for(
    asked: str, host: str, expected: int
) -> None:
    assert status({"host": f"{host}:{PORT}"} | COOKIE, host=asked) == expected


@pytest.mark.parametrize(
    ("agent", "old"),
    [
        (NEW.format("86.0.4240.198"), True),
        (NEW.format(f"{OLDEST_CHROME - 1}.0.0.0"), True),
        (NEW.format(f"{OLDEST_CHROME}.0.0.0"), False),
        (NEW.format("156.0.0.0"), False),
        ("Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko", True),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", False),
        ("", False),
    ],
)
def test_old_browsers(agent: str, old: bool) -> None:
    assert is_too_old(agent) == old


def test_an_old_browser_is_told_of_the_page_that_it_can_show() -> None:
    sent = answers(OWN | COOKIE | {"user-agent": NEW.format("86.0.0.0")})
    line = sent[1]["body"].decode()
    assert "nigao view" in line
    assert "\n" not in line
    assert "<" not in line


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("交通局.xlsx", "交通局.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\表\\交通局.xlsx", "交通局.xlsx"),
        ('a<b>:"|?*.docx', "a_b______.docx"),
        ("..", "文件"),
        ("", "文件"),
    ],
)
def test_a_dropped_file_has_a_plain_name(given: str, name: str) -> None:
    assert plain_name(given) == name


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("清河-2023-附件1：案例:一/二.docx", "清河-2023-附件1：案例_一_二.docx"),
        ('甲"乙"|丙?.xlsx', "甲_乙__丙_.xlsx"),
        ("con.docx", "_con.docx"),
        ("名" * 300 + ".docx", "名" * 115 + ".docx"),
    ],
)
def test_a_file_is_offered_under_a_name_that_windows_takes(
    monkeypatch: pytest.MonkeyPatch, wanted: str, name: str
) -> None:
    offered: list[str] = []
    monkeypatch.setattr(work.ui.download, "content", lambda data, name: offered.append(name))
    work.hand_over(b"", wanted)
    assert offered == [name]
