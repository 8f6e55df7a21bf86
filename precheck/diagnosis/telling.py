"""Slips and contradictions as records in words: which place, what was typed, what agrees with the correction."""

from collections.abc import Iterable, Sequence
from math import log10
from typing import Any

from ..application import Ref
from ..application.identity import Identities
from ..case import Case
from ..facts.identifiers import tidy
from ..finding import Place
from ..privacy import MASK, Redact, Voice, tight
from ..text import Text
from . import words
from .agreeing import agreeing, paper_of
from .calibration import calibrated
from .dates import Moved
from .identifiers import Misspelt, wrong_character
from .naming import named
from .search import Search
from .slip import Changed, Cleared, Contradiction, Guess, Slip
from .suspects import Suspect
from .typed import Reader

LIKELY = 0.5
"""What is at least this likely is said to be so."""
NEARLY = 0.99
NOTHING = "-"
"""Stands where no value is proposed."""


class Teller:
    """Says what was found, in one language and with one degree of masking."""

    def __init__(self, case: Case, voice: Voice, search: Search, reader: Reader) -> None:
        self.case, self.voice, self.search, self.reader = case, voice, search, reader
        self._identities = Identities(case.application)

    def slip(self, suspect: Suspect, clears: Iterable[tuple[str, str]]) -> Slip:
        """A suspect as a slip."""
        first, *others = suspect.changes
        sure = calibrated(suspect.share)
        value_sure = min(sure, calibrated(suspect.value_share, "value")) if suspect.has_value else 0.0
        return Slip(
            place=self._place(self.reader.pointer(first)),
            kind=suspect.kind,
            typed=self._typed(first),
            likely=self._likely(suspect, first),
            probability=sure,
            value_probability=value_sure,
            clears=tuple(Cleared(*each) for each in sorted(clears)),
            runner_up=self._guess(suspect, sure, value_sure),
            others=tuple(
                Changed(self.reader.pointer(each), self._typed(each), self._likely(suspect, each))
                for each in others
            ),
            message=self._message(suspect, value_sure if suspect.has_value else sure),
            group=suspect.group,
        )

    def contradiction(
        self,
        findings: Sequence[tuple[str, str]],
        fields: Sequence[int],
        source: str,
        possible: Sequence[Slip],
    ) -> Contradiction:
        """Findings that no slip explains, or that several explain equally well; and the papers to look at: the one
        that most likely differs, or all."""
        papers = [words.PAPERS[source]] if source else self._papers(fields)
        facts = {"papers": self._listed(papers[:2]), "slips": self._alternatives(possible)}
        said = words.UNDECIDED if len(possible) > 1 else words.UNSURE if possible else words.CONTRADICTION
        message = tight(said.say(self.voice.lang).format(**facts))
        return Contradiction(tuple(Cleared(*each) for each in findings), findings[0][1], message)

    def _alternatives(self, possible: Sequence[Slip]) -> str:
        return self._listed(
            self._named(each.pointer)
            if each.likely == NOTHING
            else words.ALTERNATIVE.say(self.voice.lang).format(
                field=self._named(each.pointer), likely=each.likely
            )
            for each in possible
        )

    def _place(self, pointer: str) -> Place:
        draft = self.case.draft
        return Place(pointer, draft.written.locate(pointer) if draft.has_text else None)

    def moved(self, moved: Moved, group: int, clears: Iterable[tuple[str, str]]) -> Slip:
        """A mistyped day or period as a slip."""
        typed, likely = (self.voice.say(each) for each in (moved.ref.value, moved.value))
        what = words.KINDS[moved.kind].say(self.voice.lang).format(likely=likely)
        return self._of_text(
            moved.ref, moved.kind, typed, likely, moved.share, moved.value_share, what, group, clears
        )

    def misspelt(self, misspelt: Misspelt, group: int, clears: Iterable[tuple[str, str]]) -> Slip:
        """A mistyped number of a paper or account as a slip: its characters stay masked but for the wrong one."""
        typed = tidy(misspelt.ref.value)
        wrong = wrong_character(typed, misspelt.meant)
        shown = wrong._replace(typed=MASK, meant=MASK) if self.voice.redact is Redact.ALL else wrong
        likely = words.CHARACTERS[misspelt.kind].say(self.voice.lang).format(**shown._asdict())
        if self.voice.redact is Redact.NONE:
            likely = misspelt.meant
        share = misspelt.share
        return self._of_text(
            misspelt.ref, misspelt.kind, self.voice.say(typed), likely, share, share, "", group, clears
        )

    def _of_text(
        self,
        ref: Ref,
        kind: str,
        typed: str,
        likely: str,
        share: float,
        value_share: float,
        what: str,
        group: int,
        clears: Iterable[tuple[str, str]],
    ) -> Slip:
        pointer, lang = self.case.places.pointers(ref)[0], self.voice.lang
        said = words.ONE if what else words.NUMBER
        sentence = said.say(lang).format(field=self._named(pointer), typed=typed, likely=likely, what=what)
        return Slip(
            place=self._place(pointer),
            kind=kind,
            typed=typed,
            likely=likely,
            probability=round(share, 3),
            value_probability=round(value_share, 3),
            clears=tuple(Cleared(*each) for each in sorted(clears)),
            runner_up=None,
            others=(),
            message=self._sentence(sentence, value_share),
            group=group,
        )

    def _named(self, pointer: str) -> str:
        return named(self._identities, pointer, self.voice.lang)

    def _sentence(self, words_so_far: str, sure: float) -> str:
        """A whole sentence, with how sure it is."""
        lang = self.voice.lang
        start = words_so_far[:1].upper() + words_so_far[1:]
        if sure < LIKELY:
            start = start.replace(words.MOST_LIKELY.say(lang), words.POSSIBLY.say(lang))
        return tight(start + words.SURE.say(lang).format(sure=self._sure(sure)) + words.ENDS.say(lang))

    def _guess(self, suspect: Suspect, sure: float, value_sure: float) -> Guess | None:
        """The second explanation, which is no likelier than the first one leaves it to be."""
        other = suspect.runner_up
        if other is None:
            return None
        left = 1 - (value_sure if other.changes.keys() == suspect.changes.keys() else sure)
        likely = round(min(calibrated(other.share), left), 3)
        first = next(iter(other.changes))
        return (
            Guess(self.reader.pointer(first), other.kind, self._likely(other, first), likely)
            if likely
            else None
        )

    def _typed(self, field: int) -> str:
        """A figure as it was typed, every digit of it."""
        text = self.reader.text(field)
        if not text or self.search.system.field(field).is_count:
            return self.voice.say(int(text)) if text.lstrip("-").isdigit() else NOTHING
        if self.voice.redact is Redact.ALL:
            return MASK
        decimals = len(text.partition(".")[2])
        shown = f"{float(text):,.{decimals}f}"
        return f"{shown} 元" if self.voice.lang == "zh" else f"{shown} yuan"

    def _likely(self, suspect: Suspect, field: int) -> str:
        if not suspect.has_value:
            return NOTHING
        value = suspect.changes[field]
        return self.voice.say(round(value) if self.search.system.field(field).is_count else value)

    def _message(self, suspect: Suspect, sure: float) -> str:
        lang = self.voice.lang
        first, *others = suspect.changes
        facts: dict[str, Any] = {
            "field": self._named(self.reader.pointer(first)),
            "typed": self._typed(first),
            "likely": self._likely(suspect, first),
            "other": self._other(suspect),
            "n": len(suspect.changes),
        }
        if suspect.kind in words.SEVERAL:
            facts["field"] = facts["field"].rpartition(" · ")[2]
            sentence = words.SEVERAL[suspect.kind].say(lang).format(**facts | self._of_several(suspect))
        else:
            what = self._kind(suspect, first).say(lang).format(**facts)
            said = words.BOTH if others and suspect.kind != "swapped" else words.ONE
            sentence = said.say(lang).format(**facts, what=what)
        agrees = agreeing(self.search, self.reader, suspect)
        if agrees:
            sentence += words.AGREES.say(lang).format(papers=self._listed(agrees))
        return self._sentence(sentence, sure)

    def _other(self, suspect: Suspect) -> str:
        """The second field of a slip, or the one that the first was copied from; "" where there is none."""
        first, *others = suspect.changes
        if suspect.kind == "copied":
            source = self.search.copies.source(first, self.search.begin())
            others = [] if source is None else [source]
        return self._beside(first, others[0]) if others else ""

    def _sure(self, sure: float) -> str:
        return words.NEARLY.say(self.voice.lang) if sure > NEARLY else f"{sure:.0%}"

    def _kind(self, suspect: Suspect, field: int) -> Text:
        system = self.search.system
        if system.field(field).is_count and suspect.kind in words.OF_PEOPLE:
            return words.OF_PEOPLE[suspect.kind]
        too_large = abs(suspect.changes[field]) < abs(system.x[field])
        return (words.TOO_LARGE if too_large else words.KINDS).get(suspect.kind) or words.KINDS[suspect.kind]

    def _beside(self, field: int, other: int) -> str:
        """What another field is called, in full only where it stands on another form."""
        full = self._named(self.reader.pointer(other))
        same = self.search.system.field(field).section is self.search.system.field(other).section
        return full.rpartition(" · ")[2] if same else full

    def _of_several(self, suspect: Suspect) -> dict[str, str]:
        """What several amounts have in common, and the unit that they were typed in, or the columns."""
        pointers = [self.reader.pointer(field) for field in suspect.changes]
        common = []
        for several in zip(*(each.split("/") for each in pointers), strict=False):
            if len(set(several)) > 1:
                break
            common.append(several[0])
        place = self._named("/".join(common))
        if suspect.kind == "swapped_columns":
            columns = dict.fromkeys(self._named(each).split(" · ")[-2] for each in pointers)
            first, other = columns
            line = self._named(pointers[0]).rpartition(" · ")[2]
            return {"place": place, "column": first, "other": other, "field": f"{first} · {line}"}
        return {"place": place, "unit": self._unit(suspect)}

    def _unit(self, suspect: Suspect) -> str:
        first = next(iter(suspect.changes))
        power = round(log10(abs(suspect.changes[first] / self.search.system.x[first])))
        return words.UNITS[power].say(self.voice.lang)

    def _papers(self, fields: Iterable[int]) -> list[Text]:
        return list(dict.fromkeys(paper_of(self.reader.pointer(field)) for field in fields))

    def _listed(self, texts: Iterable[Text | str]) -> str:
        given = [each if isinstance(each, str) else each.say(self.voice.lang) for each in texts]
        mark, last = ("、", "和") if self.voice.lang == "zh" else (", ", " and ")
        return last.join([mark.join(given[:-1]), given[-1]]) if len(given) > 1 else "".join(given)
