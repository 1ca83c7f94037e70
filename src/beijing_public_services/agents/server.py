"""The server: it lists the tools, calls them on one data package, and speaks JSON-RPC on standard output alone."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import warnings
from typing import TYPE_CHECKING, Any

from beijing_public_services._generated.release import VERSION
from beijing_public_services.agents.arguments import explain, read_arguments
from beijing_public_services.agents.instructions import instructions_for
from beijing_public_services.agents.refusals import RefusingReader
from beijing_public_services.agents.sizes import as_json
from beijing_public_services.agents.tools import TOOLS
from beijing_public_services.errors import BeijingPublicServicesError, MissingExtraError, nearest

if TYPE_CHECKING:
    from mcp.server.lowlevel import Server
    from mcp.types import CallToolResult

    from beijing_public_services.datapackage.package import DataPackage

NAME = "beijing-public-services"


def serve(package: DataPackage) -> None:
    """Serve a data package on standard input and output until the input ends. Call it in the main thread.

    Raises:
        MissingExtraError: the SDK of the Model Context Protocol is not installed.
    """
    server = build_server(package)
    for number in (signal.SIGINT, signal.SIGTERM):  # an orderly end would wait for the thread that reads the input
        signal.signal(number, lambda caught, _: os._exit(128 + caught))
    asyncio.run(_run(server))


def build_server(package: DataPackage) -> Server[Any]:
    """Return a server of the SDK whose tools read a data package.

    Raises:
        MissingExtraError: the SDK of the Model Context Protocol is not installed.
    """
    try:
        from mcp import types
        from mcp.server.lowlevel import Server
    except ImportError as error:
        reason = "" if error.name == "mcp" else str(error)
        raise MissingExtraError("the server for assistants", "mcp", reason) from error
    hints = types.ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    listed = [
        types.Tool(
            name=each.name,
            title=each.title,
            description=each.description,
            input_schema=each.input_schema(),
            output_schema=each.output,
            annotations=hints,
        )
        for each in TOOLS
    ]

    async def list_tools(_context: object, _params: object) -> types.ListToolsResult:
        return types.ListToolsResult(tools=listed)

    async def call_tool(_context: object, params: types.CallToolRequestParams) -> CallToolResult:
        try:
            answer = call(package, params.name, params.arguments or {})
        except BeijingPublicServicesError as error:
            return types.CallToolResult(content=[types.TextContent(type="text", text=explain(error))], is_error=True)
        except Exception as error:
            logging.getLogger(__name__).exception("the tool %r failed", params.name[:40])
            text = f"a fault of this server ({type(error).__name__}): please report it with the arguments of this call"
            return types.CallToolResult(content=[types.TextContent(type="text", text=text)], is_error=True)
        text = as_json(answer)
        return types.CallToolResult(content=[types.TextContent(type="text", text=text)], structured_content=answer)

    return Server(
        NAME,
        version=VERSION,
        title="Beijing public services",
        instructions=instructions_for(package),
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def call(package: DataPackage, name: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the answer of a tool; a former id that was used is named in `renamed`.

    Raises:
        BeijingPublicServicesError: no tool has this name, an argument does not fit, or an id is unknown.
    """
    tool = next((each for each in TOOLS if each.name == name), None)
    if tool is None:
        names = [each.name for each in TOOLS]
        raise BeijingPublicServicesError(
            f"no tool {name[:40]!r}, expected {' or '.join(nearest(name, names)) or ', '.join(names)}"
        )
    read = read_arguments(tool.arguments, arguments)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", FutureWarning)
        answer = tool.answer(package, **read)
    renamed = [str(each.message) for each in caught if issubclass(each.category, FutureWarning)]
    return {**answer, "renamed": renamed[:3]} if renamed else answer


async def _run(server: Server[Any]) -> None:
    from mcp.server.stdio import stdio_server

    async with stdio_server() as (reader, writer):
        await server.run(RefusingReader(reader, writer), writer, server.create_initialization_options())
