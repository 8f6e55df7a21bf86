"""Two languages, one value."""

from typing import NamedTuple

LANGUAGES = ("zh", "en")
"""Every word of ours is there in each of them."""


class Text(NamedTuple):
    """The same words in Chinese and English; closed text of ours, never text of a draft."""

    zh: str
    en: str

    @classmethod
    def of(cls, both: str) -> "Text":
        """Split "资产总计 / Total assets"; without a slash the words are the same in both languages."""
        zh, _, en = both.partition(" / ")
        return cls(zh, en or zh)

    def say(self, lang: str) -> str:
        """The words in `zh` or `en`."""
        return self.zh if lang == "zh" else self.en


def label(choice: str) -> Text:
    """What a value of a closed list is called; an unlisted value stands for itself."""
    from .application.choices import LABELS  # only here: words alone must not load the models

    return Text.of(LABELS.get(choice, choice))


def title(model: type, name: str) -> Text:
    """What a field of a section is called."""
    field = model.__dataclass_fields__.get(name)  # type: ignore[attr-defined]
    return Text.of(field.default.title if field else name)
