"""Laws of the server: the SDK's own client gets structured answers over stdio, and hostile input breaks nothing."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.support.checkout import SOURCE, environment
from tests.support.libraries import Library

import beijing_public_services as bps
from beijing_public_services.agents.tools import TOOLS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

mcp = Library("mcp")
COMMAND = ["-m", "beijing_public_services", "mcp"]
PM = "environment.pm2_5_annual_mean"
SECONDS = 60  # after which an answer that does not come fails the test
INITIALIZE = {
    "protocolVersion": "2025-06-18",
    "capabilities": {},
    "clientInfo": {"name": "test", "version": "1"},
}


def ask(conversation: Callable[[Any], Awaitable[Any]], *options: str, mode: str = "auto") -> Any:
    """Return what a conversation with the server returns, held by the SDK's client over stdio."""
    found = {"PYTHONPATH": str(SOURCE), "PYTHONWARNINGS": "error"}
    parameters = mcp.StdioServerParameters(command=sys.executable, args=[*COMMAND, *options], env=found)

    async def talk() -> Any:
        async with mcp.Client(mcp.stdio_client(parameters), mode=mode, read_timeout_seconds=SECONDS) as client:
            return await conversation(client)

    return asyncio.run(talk())


def structured(result: Any) -> Any:
    """Return the structured answer of a call, which its text repeats."""
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content
    return result.structured_content


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_client_lists_and_calls_the_tools(mode: str) -> None:
    """A client of the newest protocol and of an older one gets instructions, read-only tools with schemas, answers."""

    async def conversation(client: Any) -> None:
        assert "bound" in client.instructions
        assert bps.bundled().name in client.instructions
        listed = (await client.list_tools()).tools
        assert [each.name for each in listed] == [each.name for each in TOOLS]
        for each in listed:
            assert each.description
            assert each.annotations.read_only_hint
            assert each.input_schema["additionalProperties"] is False
            assert each.output_schema["type"] == "object"
        found = structured(await client.call_tool("search_indicators", {"query": "细颗粒物"}))
        assert found["items"][0]["id"] == PM
        assert structured(await client.call_tool("get_indicator", {"indicator": PM}))["items"][0]["value"] == 30.5
        claim = {"indicator": PM, "claim": "30.5 µg/m3"}
        assert structured(await client.call_tool("verify_claim", claim))["status"] == "match"
        text = {"text": "Forest coverage rate reached 45.9%."}
        assert structured(await client.call_tool("verify_text", text))["counts"] == {"mismatch": 1}
        kind = {"kind": "shortcoming"}
        assert structured(await client.call_tool("list_statements", kind))["items"][0]["kind"] == "shortcoming"
        cited = structured(await client.call_tool("cite", {"id": f"{PM}:CN-BJ:2024"}))
        assert cited["citation"]["en"] == bps.cite(f"{PM}:CN-BJ:2024").text()

    ask(conversation, mode=mode)


def test_many_calls_at_once_are_each_answered() -> None:
    """Calls that are sent together, good ones and bad ones, each get the answer to their own question."""
    ids = [each.id for each in bps.indicators()[:12]]

    async def conversation(client: Any) -> None:
        calls = [client.call_tool("get_indicator", {"indicator": id}) for id in (*ids, "no.such")]
        *good, bad = await asyncio.gather(*calls)
        assert [structured(each)["id"] for each in good] == ids
        assert bad.is_error
        assert "no.such" in bad.content[0].text

    ask(conversation)


def test_another_package_is_served(package_copy: Path) -> None:
    """With `--package` the tools read that package, and no argument of a tool reaches a file beside it."""
    (package_copy.parent / "secret.txt").write_text("a secret", encoding="utf-8")
    descriptor = package_copy / "datapackage.json"
    text = descriptor.read_text(encoding="utf-8").replace('"name": "beijing-public-services"', '"name": "mine"', 1)
    descriptor.write_text(text, encoding="utf-8")

    async def conversation(client: Any) -> None:
        assert "The package is mine" in client.instructions
        for tool, argument in (("get_indicator", "indicator"), ("cite", "id"), ("search_indicators", "query")):
            for path in ("../secret.txt", str(package_copy.parent / "secret.txt"), "file:///etc/passwd"):
                answer = await client.call_tool(tool, {argument: path})
                assert "a secret" not in answer.content[0].text

    ask(conversation, "--package", str(package_copy))


@contextmanager
def raw_server() -> Iterator[subprocess.Popen[bytes]]:
    """Start the server with pipes, past the handshake."""
    pytest.importorskip("mcp")
    command, pipe = [sys.executable, *COMMAND], subprocess.PIPE
    variables = environment(PYTHONWARNINGS="error")
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=variables) as server:
        send(server, json.dumps({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": INITIALIZE}))
        assert read(server)["id"] == 0
        send(server, json.dumps({"jsonrpc": "2.0", "method": "notifications/initialized"}))
        try:
            yield server
        finally:
            server.kill()


def send(server: subprocess.Popen[bytes], line: str) -> None:
    """Send one line."""
    assert server.stdin
    server.stdin.write(line.encode("utf-8", "surrogatepass") + b"\n")
    server.stdin.flush()


def read(server: subprocess.Popen[bytes]) -> Any:
    """Return the next message; nothing but JSON-RPC stands on standard output."""
    assert server.stdout
    message = json.loads(server.stdout.readline())
    assert message["jsonrpc"] == "2.0"
    return message


def request(arguments: str, id: int = 7, tool: str = "search_indicators") -> str:
    """Return the line of a call whose arguments are this text."""
    return f'{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"{tool}","arguments":{arguments}}}}}'


HOSTILE: dict[str, tuple[str, set[int | None]]] = {  # each line, and the ids that its answer may have
    "a lone surrogate, escaped": (request('{"query":"\\ud800"}'), {7}),
    "a lone surrogate, as bytes": (request('{"query":"\ud800"}'), {7}),
    "control characters": (request(json.dumps({"query": "\0\x1b[31m\u202e::add-mask::x"})), {7}),
    "a huge text": (request(json.dumps({"query": "x" * 2_000_000})), {7}),
    "a huge number": (request(f'{{"query":{"9" * 6_000}}}'), {7}),
    "not a number": (request('{"query":NaN}'), {7}),
    "arguments that are a list": (request("[1, 2]"), {7}),
    "arguments that are null": (request("null"), {7}),
    "a tool that does not exist": (request("{}", tool="../../etc/passwd"), {7}),
    "a deep nest": (request(f'{{"query":{"[" * 50_000}{"]" * 50_000}}}'), {7, None}),  # some parsers read it
    "no JSON": ("Content-Length: 5", {None}),
    "no message": ("[]", {None}),
    "an empty line": ("", {None}),
}


def test_hostile_lines_are_answered_and_the_server_lives_on() -> None:
    """Each line that is no fit request gets an error with its id, if it can be told, and later calls are answered."""
    with raw_server() as server:
        for name, (line, ids) in HOSTILE.items():
            send(server, line)
            answer = read(server)
            assert answer["id"] in ids, name
            assert "Traceback" not in json.dumps(answer), name
            assert len(json.dumps(answer)) < 8_000, name
        send(server, request('{"query": "pm2.5"}', id=8))
        assert read(server)["result"]["structuredContent"]["items"][0]["id"] == PM


def test_the_server_ends_with_its_input() -> None:
    """When the input ends, the server ends with exit code 0, and standard error has no traceback."""
    with raw_server() as server:
        out, err = server.communicate(timeout=SECONDS)
        assert (server.returncode, out) == (0, b"")
        assert b"Traceback" not in err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_server(number: int) -> None:
    """The signals that clients send end the server although its input is open, without a traceback."""
    with raw_server() as server:
        server.send_signal(number)
        assert server.wait(timeout=SECONDS) == 128 + number
        assert server.stderr
        assert b"Traceback" not in server.stderr.read()
