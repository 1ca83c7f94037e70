"""What a command is made of: its name, options and help in two languages, imported only if it runs."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import click

import beijing_public_services as bps
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._commands import COMMANDS
from beijing_public_services.cli._errors import message_of
from beijing_public_services.cli._language import LANGUAGES, remember_language
from beijing_public_services.cli._language import data_language as data_language
from beijing_public_services.cli._language import language as language
from beijing_public_services.cli._language import say as say
from beijing_public_services.cli._print import fail

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from click.shell_completion import CompletionItem

    from beijing_public_services.cli._language import Texts

    Decorated = TypeVar("Decorated", bound="Callable[..., Any] | click.Command")

NEGATIVE = re.compile(r"^-(?=[.\d])")
HELP: Texts = ("显示本说明。", "Show this help.")
IN_LANGUAGE: Texts = ("输出所用的语言；默认随系统语言。", "The language of the output, by default that of the locale.")
VERSION: Texts = ("显示版本号。", "Show the version.")
EXAMPLES: Texts = ("示例", "Examples")
COMMAND_LIST: Texts = ("命令", "Commands")
ABOUT: Texts = (
    "一份关于 2024 年北京公共服务的报告中的数字。退出码 0：正常；1：有发现、不符或未找到；2：无法执行。",
    "The figures of a report on Beijing's public services in 2024. "
    "Exit code 0: fine; 1: findings, a mismatch, or not found; 2: could not run.",
)


class Context(click.Context):
    """A context whose help fits Chinese text."""

    def make_formatter(self) -> click.HelpFormatter:
        """Return what the help is written with."""
        from beijing_public_services.cli._help import Formatter

        return Formatter(max_width=self.max_content_width)


class Option(click.Option):
    """An option with help in two languages."""

    def __init__(self, names: Sequence[str], *, texts: Texts, **settings: Any) -> None:
        super().__init__(names, help=texts[1], **settings)
        self.texts = texts

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and its help."""
        self.help = say(self.texts)
        record = super().get_help_record(ctx)
        if record is None:
            return None
        told = record[1].replace("[default: ", f"[{say(texts.DEFAULT)}").replace("[required]", say(texts.REQUIRED))
        return record[0], told


class Argument(click.Argument):
    """An argument with help in two languages."""

    def __init__(self, names: Sequence[str], *, texts: Texts, **settings: Any) -> None:
        super().__init__(names, help=texts[1], **settings)
        self.texts = texts

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """Return the argument and its help."""
        self.help = say(self.texts)
        return super().get_help_record(ctx)


class Command(click.Command):
    """A command with help in two languages and examples."""

    context_class = Context
    examples: tuple[str, ...] = ()
    more: Texts = ("", "")

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; where a claim is expected, a hyphen before a digit is a minus sign, and no option."""
        if any(each.name == "claim" for each in self.params):
            args = [NEGATIVE.sub("\u2212", each) for each in args]
        return super().parse_args(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option `--help`, with help in two languages."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say(HELP)
        return option

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        line = say(COMMANDS.get(self.name or "", ABOUT))
        self.help = "\n\n".join(filter(None, (line, say(self.more))))
        super().format_help_text(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, as they are typed."""
        if self.examples:
            with formatter.section(say(EXAMPLES)):
                for example in self.examples:
                    formatter.write(f"{'':>{formatter.current_indent}}{ctx.command_path} {example}".rstrip() + "\n")


class Application(Command, click.Group):
    """The commands, each imported only if it runs."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; its language is known before anything else, so that errors and help are in it."""
        remember_language(ctx, args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an error of the library is one line on standard error, with exit code 1 or 2."""
        try:
            return super().invoke(ctx)
        except (bps.UnknownIndicatorError, bps.UnknownDomainError, bps.UnknownObservationError) as error:
            fail(message_of(error), 1)
        except BrokenPipeError:  # of a reader such as `head` that has read enough
            raise
        except (bps.BeijingPublicServicesError, OSError) as error:
            fail(message_of(error, self.get_command(ctx, ctx.invoked_subcommand or "")), 2)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"{__package__}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.run
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands."""
        with formatter.section(say(COMMAND_LIST)):
            formatter.write_dl([(name, say(texts)) for name, texts in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands and options that begin with a text."""
        from click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=say(COMMANDS[name])) for name in COMMANDS if name.startswith(incomplete)]
        return found + click.Command.shell_complete(self, ctx, incomplete)


def command(*examples: str, more: Texts = ("", "")) -> Callable[[Callable[..., None]], Command]:
    """Make the function `run` of a module `cli/NAME.py` the command NAME, with `--lang` and `--help`.

    Args:
        examples: command lines for the help, without the name of the command.
        more: what the help adds to the command's line in `COMMANDS`, in Chinese and in English.
    """

    def made(function: Callable[..., None]) -> Command:
        name = function.__module__.rpartition(".")[2].replace("_", "-")
        settings: dict[str, Any] = {"help_option_names": ["-h", "--help"]}
        result: Command = click.command(name, cls=Command, context_settings=settings)(function)
        result.examples, result.more = examples, more
        result.params.append(lang_option())
        return result

    return made


def option(*names: str, help: Texts, **settings: Any) -> Callable[[Decorated], Decorated]:
    """Add an option, with its help in Chinese and in English; the settings are those of `click.option`."""
    return click.option(*names, cls=Option, texts=help, **settings)


def argument(*names: str, help: Texts, **settings: Any) -> Callable[[Decorated], Decorated]:
    """Add an argument, with its help in Chinese and in English; the settings are those of `click.argument`."""
    return click.argument(*names, cls=Argument, texts=help, **settings)


def lang_option() -> Option:
    """Return the option `--lang`, which every command has."""
    choice = click.Choice(LANGUAGES)
    return Option(["--lang"], texts=IN_LANGUAGE, type=choice, expose_value=False)


def _print_version(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
    """Print the version of the library and of its data, and end."""
    if is_asked and not context.resilient_parsing:
        print(f"beijing-public-services {bps.__version__}")
        context.exit()


application = Application(
    "beijing-public-services",
    params=[
        Option(["--version"], texts=VERSION, is_flag=True, expose_value=False, is_eager=True, callback=_print_version),
        lang_option(),
    ],
    context_settings={"help_option_names": ["-h", "--help"]},
)
