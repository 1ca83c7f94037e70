"""Help and usage errors in Chinese and English, in lines that fit the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from beijing_public_services._printable import columns_of
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._language import language, say
from beijing_public_services.cli._layout import wrap
from beijing_public_services.cli._print import did_you_mean, print_line
from beijing_public_services.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

GAP = 2
WIDEST_NAME = 30
HEADINGS = {"Options": texts.OPTIONS, "Positional arguments": texts.ARGUMENTS}


class Formatter(click.HelpFormatter):
    """The formatter of click, for Chinese text too, which has no spaces and takes two columns per character."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that says how the command is used."""
        super().write_usage(prog, args, say(texts.USAGE) if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        known = HEADINGS.get(heading)
        self.write(
            f"{'':>{self.current_indent}}{say(known) if known else heading}{'：' if language() == 'zh' else ':'}\n"
        )

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        indent = " " * self.current_indent
        for number, each in enumerate(text.split("\n\n")):
            lines = wrap(each, self.width - self.current_indent)
            self.write(("\n" if number else "") + "".join(f"{indent}{line}\n" for line in lines))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = WIDEST_NAME, col_spacing: int = GAP) -> None:
        """Write names, each with what it means beside it."""
        rows = list(rows)
        indent = " " * self.current_indent
        widest = min(max((columns_of(name) for name, _ in rows), default=0), col_max)
        space = " " * (self.current_indent + widest + col_spacing)
        for name, meaning in rows:
            lines = wrap(meaning, max(self.width - len(space), 10))
            if columns_of(name) > widest:
                self.write(f"{indent}{name}\n")
            else:
                first, *lines = lines
                self.write(f"{indent}{name}{' ' * (widest - columns_of(name) + col_spacing)}{first}".rstrip() + "\n")
            self.write("".join(f"{space}{line}\n" for line in lines))


def show_usage_error(error: click.UsageError, commands: Iterable[str]) -> None:
    """Print what is wrong with a command line, and where its help is, on standard error."""
    context = error.ctx
    if context is None or isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.show()
    with context.scope(cleanup=False):
        print(context.get_usage(), file=sys.stderr)
        print_line(say(texts.TRY_HELP, context.command_path), file=sys.stderr)
        print_line(say(texts.ERROR, _explained(error, context, commands)), file=sys.stderr)


def _explained(error: click.UsageError, context: click.Context, commands: Iterable[str]) -> str:
    """Return what is wrong; what click says in English alone is left as it is."""
    match error:
        case click.NoSuchCommand():
            return say(texts.NO_COMMAND, error.command_name, did_you_mean(nearest(error.command_name, commands)))
        case click.NoSuchOption():
            known = [name for param in context.command.get_params(context) for name in param.opts]
            return say(texts.NO_OPTION, error.option_name, did_you_mean(nearest(error.option_name, known)))
        case click.MissingParameter(param=click.Parameter() as param):
            return say(
                texts.MISSING, param.human_readable_name if isinstance(param, click.Argument) else param.opts[-1]
            )
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice) as param):
            given = error.message.partition(" is not one of ")[0]
            wrong = say(texts.NOT_ONE_OF, given, ", ".join(map(repr, choice.choices)))
            return say(texts.BAD_VALUE, param.get_error_hint(context), wrong)
        case click.BadParameter(param=click.Parameter() as param):
            return say(texts.BAD_VALUE, param.get_error_hint(context), error.message)
    return error.format_message()
