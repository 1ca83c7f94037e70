"""The reference of one work in the styles that people read: plain text, APA 7, GB/T 7714 of 2015 and of 2025."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING

if TYPE_CHECKING:
    from beijing_public_services.citation.work import Work
    from beijing_public_services.model.codelists import Language


def plain(work: Work, language: Language) -> str:
    """Who, what, when and where, in ordinary words."""
    comma, stop = (", ", ". ") if language == "en" else ("，", "。")
    if work.kind == "chapter":
        what = f"{work.full_title}{stop}{work.full_book}"
        if work.part:
            what += f"{comma}{work.part}"
    elif work.kind == "report":
        what = work.full_title
    else:
        form = f"version {work.version} [data set]" if language == "en" else f"{work.version}版[数据集]"
        what = f"{work.full_title}{comma}{form}"
    return _joined([comma.join(work.authors), what, work.platform, work.published, *_access(work)], stop)


def apa(work: Work, language: Language) -> str:
    """The entry of a reference list in APA 7; a work of unknown date is "n.d.", and no stop follows an address."""
    undated, within, version, form = (
        ("n.d.", "In", f"Version {work.version}", "Data set")
        if language == "en"
        else ("不详", "收入", f"{work.version}版", "数据集")
    )
    date = f"({work.published[:4] or undated})"
    *others, last = work.authors or ("",)
    authors = f"{', '.join(others)}, & {last}" if others else last
    head = f"{authors}. {date}" if authors else ""
    address = f"https://doi.org/{work.doi}" if work.doi else work.url
    if work.kind == "chapter":
        title, place = work.full_title, f"{within} {work.full_book}" + (f" ({work.part})" if work.part else "")
    elif work.kind == "report":
        title, place = work.full_title, ""
    else:
        title, place = f"{work.full_title} ({version}) [{form}]", work.platform
    entry = _joined([head, title, place] if head else [f"{title} {date}", place], ". ")
    return f"{entry} {address}" if address else entry


def gbt7714_2015(work: Work, language: Language) -> str:
    """The entry of GB/T 7714-2015, in the language of the work; the version stands as further title information."""
    version = f"version {work.version}" if language == "en" else f"{work.version}版"
    return _gbt(
        work,
        _gbt_authors(work, ", "),
        title=f"{work.title}: {version}",
        published=[", ".join(filter(None, (work.platform, work.published[:4])))],
    )


def gbt7714_2025(work: Work, language: Language) -> str:
    """The entry of GB/T 7714-2025, in the language of the work; commas and round brackets are of full width."""
    date = f"（{work.published}）" if work.published and work.platform else work.published
    return _gbt(work, _gbt_authors(work, "，"), title=work.title, published=[f"V{work.version}", work.platform + date])


def _gbt(work: Work, authors: str, *, title: str, published: list[str]) -> str:
    """An entry of either edition: a chapter names its book, a data set when it was published and looked up."""
    if work.kind == "report":
        return _joined([authors, f"{work.title}[R]", work.published[:4], *_access(work)], ". ")
    if work.kind == "chapter":
        return _joined([authors, f"{work.title}[M]//{work.book}", work.published[:4], *_access(work)], ". ")
    is_online = bool(work.url or work.doi)
    if work.accessed and is_online:
        published[-1] += f"[{work.accessed}]"
    return _joined([authors, f"{title}[DS/OL]" if is_online else f"{title}[DS]", *published, *_access(work)], ". ")


def _gbt_authors(work: Work, comma: str) -> str:
    """Up to three authors; of more the first three, and that there are more in the language of the work."""
    more = [] if len(work.authors) <= 3 else ["等" if work.language.startswith("zh") else "et al"]
    return comma.join([*work.authors[:3], *more])


def _access(work: Work) -> list[str]:
    return [work.url, work.doi and f"DOI:{work.doi}"]


def _joined(parts: list[str], stop: str) -> str:
    return stop.join(filter(None, parts)) + stop.rstrip()
