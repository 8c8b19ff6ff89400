"""The server as others on this machine and in its network see it."""

from __future__ import annotations

import http.client
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from support.browser import needs_browser
from support.packages import ROOT
from support.workbench import Served, browsing, serve

from generator.model.limits import UPLOAD_BYTES

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("workbench")]

SOCKET = "/_nicegui_ws/socket.io/?EIO=4&transport="


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(ROOT / "data" / "huining-2021", folder / "会宁-2021")
    server = serve(folder)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def cookie(served: Served) -> str:
    """What a browser keeps after the first address."""
    answer = asked(served, served.address.removeprefix(served.origin))
    assert answer.status == 303
    return str(answer.getheader("set-cookie")).partition(";")[0]


def asked(
    served: Served, path: str, method: str = "GET", body: bytes | None = None, **headers: str
) -> http.client.HTTPResponse:
    """What the server answers; ``_`` in the name of a header is a dash."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)) as connection:
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        answer.read()
        return answer


@pytest.mark.parametrize("path", ["/home", "/assets/grid.js", SOCKET + "polling", "/favicon.ico"])
def test_nothing_without_the_token(served: Served, cookie: str, path: str) -> None:
    assert asked(served, path).status == 403
    assert asked(served, path, cookie=cookie).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../server.py",
        "/assets/%2e%2e/server.py",
        "/assets/..%2fserver.py",
        "/assets/..%5cserver.py",
        "/assets//etc/passwd",
        "/_nicegui/auto/static/../../etc/passwd",
    ],
)
def test_no_path_leads_out(served: Served, cookie: str, path: str) -> None:
    assert asked(served, path, cookie=cookie).status in (400, 404)


@pytest.mark.parametrize("package", ["../会宁-2021", "/etc", "..", "会宁-2021/text", "没有的"])
def test_a_package_is_one_of_the_folder_and_no_path(
    served: Served, cookie: str, package: str
) -> None:
    query = "".join(f"%{byte:02x}" for byte in package.encode())
    answer = asked(served, f"/fill?package={query}", cookie=cookie)
    assert (answer.status, answer.getheader("location")) == (307, "/home")


def test_five_hundred_megabytes_are_refused_before_they_are_sent(
    served: Served, cookie: str
) -> None:
    """Announced: answered at once. Not announced: answered where the limit is passed."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=30) as line:
        head = f"POST /_nicegui/client/x/upload/1 HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\n"
        head += f"Origin: {served.origin}\r\nCookie: {cookie}\r\n"
        line.sendall(f"{head}Content-Length: {500 * 2**20}\r\n\r\n".encode())
        assert line.recv(100).startswith(b"HTTP/1.1 413")


def test_a_body_below_the_limit_comes_through(served: Served, cookie: str) -> None:
    body = b"x" * 2**20
    assert len(body) < UPLOAD_BYTES
    answer = asked(served, "/home", "POST", body, cookie=cookie, origin=served.origin)
    assert answer.status == 405


def test_only_this_machine_is_listened_to(served: Served) -> None:
    addresses = {item[4][0] for item in socket.getaddrinfo(socket.gethostname(), None)}
    for address in addresses - {"127.0.0.1", "::1"}:
        with pytest.raises(OSError), socket.create_connection((address, served.port), timeout=2):
            pass


def test_a_folder_has_a_port_of_its_own_as_long_as_it_is_free(tmp_path: Path) -> None:
    """What a browser keeps of an unsaved text is there again after a restart."""
    (tmp_path / "材料").mkdir()
    first = serve(tmp_path / "材料")
    second = serve(tmp_path / "材料")
    first.stop()
    again = serve(tmp_path / "材料")
    again.stop()
    second.stop()
    assert again.port == first.port != second.port


class _Stranger(BaseHTTPRequestHandler):
    """A page of another origin on this machine."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(b"<p>stranger")

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def stranger() -> Iterator[str]:
    """The address of a page that another program of this machine serves."""
    server = HTTPServer(("127.0.0.1", 0), _Stranger)
    threading.Thread(target=partial(server.serve_forever, 0.05), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


TRY_SOCKET = """
address => new Promise(done => {
    const socket = new WebSocket(address);
    socket.onopen = () => done("open");
    socket.onerror = () => done("refused");
})
"""
TRY_READ = """
address => fetch(address, { credentials: "include" })
    .then(answer => answer.text()).catch(() => "refused")
"""


@needs_browser
def test_a_page_of_another_origin_opens_no_socket_and_reads_nothing(
    served: Served, stranger: str
) -> None:
    """The same machine by another port is the same site: the browser sends it the cookie."""
    address = f"{served.origin.replace('http', 'ws')}{SOCKET}websocket"
    with browsing() as new_window:
        own, other = new_window().page, new_window().page
        own.goto(served.address)
        other.goto(stranger)
        assert own.evaluate(TRY_SOCKET, address) == "open"
        assert other.evaluate(TRY_SOCKET, address) == "refused"
        assert other.evaluate(TRY_READ, f"{served.origin}{SOCKET}polling") == "refused"
        assert other.evaluate(TRY_READ, f"{served.origin}/home") == "refused"


def test_a_package_is_opened_itself(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data" / "huining-2021", tmp_path / "会宁 2021")
    server = serve(tmp_path / "会宁 2021")
    try:
        answer = asked(server, server.address.removeprefix(server.origin))
        to = str(answer.getheader("location"))
        kept = str(answer.getheader("set-cookie")).partition(";")[0]
        assert to == "/fill?package=%E4%BC%9A%E5%AE%81+2021"
        assert asked(server, to, cookie=kept).status == 200
    finally:
        server.stop()


@needs_browser
def test_an_old_browser_reads_one_plain_line(served: Served, cookie: str) -> None:
    with browsing() as new_window:
        page = new_window().page
        page.set_extra_http_headers({"User-Agent": "Mozilla/5.0 Chrome/86.0.4240.198"})
        page.goto(served.address)
        assert "nigao view" in page.inner_text("body")
