"""Answering a line of input that is not a message with an error, so that its sender does not wait for ever."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from beijing_public_services._printable import printable

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from mcp.shared.message import SessionMessage

PARSE_ERROR = -32700
MOST_DIGITS = 18  # of a whole number that may be an id
EXPECTED = "a JSON-RPC message on one line, in UTF-8, without half a surrogate pair and not nested too deep"


class RefusingReader:
    """Reads messages; a line that is no message is answered with an error and left out.

    The SDK drops such a line. It does so too if the line is JSON that its parser refuses, such as a text with half a
    surrogate pair, although the request has an id.
    """

    def __init__(self, reader: Any, writer: Any) -> None:
        self._reader, self._writer = reader, writer

    @property
    def last_context(self) -> Any:
        """The context of who sent the last message, which the SDK restores."""
        return getattr(self._reader, "last_context", None)

    async def receive(self) -> SessionMessage:
        """Return the next message."""
        while isinstance(item := await self._reader.receive(), Exception):
            await self._refuse(item)
        return item  # type: ignore[no-any-return]

    def __aiter__(self) -> RefusingReader:
        return self

    async def __anext__(self) -> SessionMessage:
        while isinstance(item := await self._reader.__anext__(), Exception):
            await self._refuse(item)
        return item  # type: ignore[no-any-return]

    async def aclose(self) -> None:
        """Close the stream that is read."""
        await self._reader.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None
    ) -> None:
        await self.aclose()

    async def _refuse(self, error: Exception) -> None:
        from mcp.shared.message import SessionMessage
        from mcp.types import ErrorData, JSONRPCError

        line = _line(error)
        found = printable(repr(line[:60].encode("utf-8", "replace").decode()))
        data = ErrorData(code=PARSE_ERROR, message=f"found {found}, expected {EXPECTED}")
        await self._writer.send(SessionMessage(JSONRPCError(jsonrpc="2.0", id=id_of(line), error=data)))


def id_of(line: str) -> int | str | None:
    """Return the id of the request on a line that the SDK cannot read; None if it cannot be told.

    >>> id_of('{"id": 7, "params": "\\\\ud800"}'), id_of("no message")
    (7, None)
    """
    try:
        message = json.loads(line, parse_int=lambda digits: int(digits) if len(digits) <= MOST_DIGITS else 0)
    except (ValueError, RecursionError):
        return None
    id = message.get("id") if isinstance(message, dict) else None
    return id if isinstance(id, int | str) and not isinstance(id, bool) and str(id).isprintable() else None


def _line(error: Exception) -> str:
    """Return the line that an error of the SDK's parser is about."""
    from pydantic import ValidationError

    details = error.errors(include_url=False, include_context=False) if isinstance(error, ValidationError) else []
    given = details[0]["input"] if details else ""
    return given if isinstance(given, str) else json.dumps(given)
