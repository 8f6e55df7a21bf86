"""The numbers of a draft, by the kind of section that they stand in."""

from typing import Any, Final, get_type_hints

from ..application import Application, Section
from ..application.structure import models, nested
from ..application.types import Yuan
from ..record import remembered


class Field:
    """One number of the draft: where it stands and what kind of number it is."""

    __slots__ = ("is_count", "model", "name", "section", "weight")

    def __init__(self, section: Any, name: str) -> None:
        self.section, self.name = section, name
        self.model = model_of(type(section))
        self.is_count = name not in amounts_of(self.model)
        self.weight = SELDOM_WRONG.get(self.model.__name__, 4.0)


SELDOM_WRONG: Final = {
    "Scale": 3.5,
    "DeclaredRevenue": 3.5,
    "Loan": 3.5,
    "VatColumn": 4.6,
    "IncomeTaxReturn": 4.6,
    "BankMonth": 5.0,
    "PlatformMonth": 5.0,
    "RateSum": 5.0,
    "InvoiceMonth": 5.0,
}
"""What it costs, in nats, that a field of a section was mistyped: more where figures are exported than where they are
typed by hand. The search hardly depends on it."""


@remembered
def model_of(kind: type[Any]) -> type[Section]:
    """The model of a section; one with gaps is of a class below it."""
    return next(each for each in kind.__mro__ if "names" in each.__dict__)


@remembered
def list_of(model: type[Section]) -> str:
    """The list or section of the application that holds a model."""
    return next((each.name for each in nested(Application) if model in models(each.model)), "")


@remembered
def amounts_of(model: type[Section]) -> tuple[str, ...]:
    """The fields of a model that hold amounts in yuan, in their order."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(name for name in model.names if hints[name] == Yuan)
