"""Changes between two releases as values, and the version step that they ask for."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.notation.versions import STEPS, step_between

if TYPE_CHECKING:
    from datetime import date

    from beijing_public_services.model.codelists import ChangeKind, Step

ASKED: dict[ChangeKind, Step] = {
    "added": "minor",
    "restated": "minor",
    "removed": "major",
    "renamed": "major",
    "value_revised": "minor",
    "bound_changed": "minor",
    "unit_changed": "major",
    "source_changed": "minor",
    "links_changed": "minor",
    "meaning_changed": "major",
    "wording": "patch",
}
KINDS: dict[ChangeKind, str] = {
    "value_revised": "value upper printed verdict",
    "bound_changed": "bound",
    "unit_changed": "unit expression ucum",
    "source_changed": "source locator locators mentions section anchor title publisher published url grade",
    "links_changed": "indicators",
    "wording": "name_zh name_en keywords symbol note what known_discrepancy reason date",
}
KIND_OF: dict[str, ChangeKind] = {column: kind for kind, columns in KINDS.items() for column in columns.split()}
THE_REPORT = ("paragraphs", "numerals")  # the source itself, as fingerprints and tokens


def kind_of_change(resource: str, column: str, before: str, after: str) -> ChangeKind:
    """Classify a changed cell. Anything not listed as harmless counts as a change of meaning.

    A definition in the same words, whatever their case and the signs between them, is another wording; in any other
    words it is another meaning, since nothing but a reader could tell.

    >>> kind_of_change("indicators", "definition", "Mean of the year.", "Mean, of the year")
    'wording'
    >>> kind_of_change("indicators", "definition", "Mean of the year.", "Mean of the quarter.")
    'meaning_changed'
    """
    if resource in THE_REPORT:
        return "source_changed"
    if column == "definition" and _words(before) == _words(after):
        return "wording"
    return KIND_OF.get(column, "meaning_changed")


class Change(Record):
    """One change: a row that was added, removed or renamed, or one cell of a row.

    `id` is the id before, `new_id` the id now: the same but for a renaming or another bound, "" where a row was added
    or removed. `column` is "" for a whole row; `before` and `after` are the cell as text. A figure that a later report
    prints anew is `restated` if its value or bound is another one than in the report before: it is a row that was
    added, and `before` is what that report prints.

    >>> change = Change(
    ...     kind="value_revised", resource="observations", id="a:CN-BJ:2024", new_id="a:CN-BJ:2024", column="value",
    ...     before="5", after="6",
    ... )
    >>> change.step
    'minor'
    """

    kind: ChangeKind
    resource: str
    id: str
    new_id: str
    column: str = ""
    before: str = ""
    after: str = ""

    @property
    def step(self) -> Step:
        """The version step that the change asks for; a changed id always asks for MAJOR."""
        is_other = self.id and self.new_id and self.id != self.new_id
        return "major" if is_other else ASKED[self.kind]

    @property
    def sentence(self) -> str:
        """The change as a sentence."""
        what = self.kind.replace("_", " ")
        if self.kind == "renamed":
            said = f"renamed {self.new_id!r}"
        elif self.column:
            renamed = f", and the id {self.new_id!r}" if self.id and self.id != self.new_id else ""
            said = f"{what}: {self.column} from {self.before!r} to {self.after!r}{renamed}"
        else:
            said = what
        return f"{self.resource} {self.id or self.new_id!s}: {said}"


class Difference(Record):
    """What changed from one release to another; `old` and `new` are their versions.

    `changes` stand by resource, the observations first, in the order of the older release, what was added last.
    `unrecorded` says where the new release keeps no record of a change: a figure corrected without an erratum, an
    erratum that nothing changed by, an id that went without an alias.

    >>> import beijing_public_services as bps
    >>> difference = bps.diff(bps.bundled(), bps.bundled())
    >>> difference.changes, difference.step
    ((), 'none')
    """

    old: str
    new: str
    changes: tuple[Change, ...]
    unrecorded: tuple[str, ...]
    _missing: tuple[tuple[str, Change], ...] = ()

    def missing_rows(self, day: date | None = None) -> dict[str, list[dict[str, str]]]:
        """Return the rows that `errata` and `aliases` of the new release lack, by resource and in the order of columns.

        A corrected cell of a figure asks for a row of `errata`, a published id that is gone for one of `aliases`. Their
        reason or note is empty: only a person knows it. A resource that lacks no row is left out.

        Args:
            day: the date of the corrections; today unless given.
        """
        from beijing_public_services.datapackage.contract import CONTRACT

        found: dict[str, list[dict[str, str]]] = {}
        for resource, each in self._missing:
            row = _erratum(each, self.new, day) if resource == "errata" else _alias(each, self.new)
            columns = CONTRACT[resource].columns
            found.setdefault(resource, []).append({column: row.get(column, "") for column in columns})
        return found

    @property
    def step(self) -> Step:
        """The greatest version step that a change asks for; `none` if nothing changed."""
        asked: list[Step] = ["none", *(each.step for each in self.changes)]
        return max(asked, key=STEPS.index)

    @property
    def declared(self) -> Step:
        """The step between the two version numbers."""
        return step_between(self.old, self.new)

    @property
    def objections(self) -> tuple[str, ...]:
        """What breaks the version rule: a step that is too small, then changes that are not recorded."""
        if STEPS.index(self.declared) >= STEPS.index(self.step):
            return self.unrecorded
        asking = next(each for each in self.changes if each.step == self.step)
        least = f"version: found {self.new!r} after {self.old!r}, a step of {self.declared}, expected {self.step}"
        return f"{least}, since {asking.sentence}", *self.unrecorded


def _erratum(change: Change, release: str, day: date | None) -> dict[str, str]:
    """The cells of the row that records a correction, without its reason."""
    from datetime import UTC, datetime

    cell = {"observation": change.new_id, "column": change.column, "before": change.before, "after": change.after}
    return cell | {"release": release, "date": (day or datetime.now(UTC).date()).isoformat()}


def _alias(change: Change, release: str) -> dict[str, str]:
    """The cells of the row that records an id which is gone, without its note."""
    fate = "renamed" if change.new_id else "removed"
    kind = change.resource.removesuffix("s")
    return {"id": change.id, "kind": kind, "fate": fate, "successor": change.new_id, "since": release}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
