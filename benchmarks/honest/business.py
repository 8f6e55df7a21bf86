"""One honest business: what is true of it, before anybody writes it down."""

from dataclasses import dataclass
from datetime import date, timedelta

from . import codes
from .dice import Dice, fen
from .months import FIRST, LAST, TODAY, month_of
from .people import Crowd
from .places import PLACES, Place, address_in
from .trades import TRADES, Trade, kind_for

LARGEST_SMALL_SCALE = 4_700_000
"""Yuan of sales in twelve months below which a business may still be a small-scale taxpayer."""
GREW_IN = 2026 * 12 + 3
"""April 2026: the month in which those became general taxpayers who outgrew the small-scale limit of late."""
ENDINGS = {
    "company": "有限公司",
    "individual_business": "",
    "sole_proprietorship": "厂",
    "partnership": "商行（有限合伙）",
    "cooperative": "专业合作社",
}


@dataclass
class Business:
    """What is true of a business; `sales` are without VAT, by month, from the first month that counts."""

    dice: Dice
    trade: Trade
    kind: str
    place: Place
    address: str
    name: str
    code: str
    established: date
    crowd: Crowd
    owner: dict[str, str]
    spouse: dict[str, str] | None
    sales: dict[int, float]
    taxpayer: str
    general_since: int
    """The month in which it became a general taxpayer, 0 when that is long ago or never was."""
    collection: str

    @property
    def is_individual(self) -> bool:
        """Whether it is an individual business, which lives on its owner's accounts."""
        return self.kind == "individual_business"

    @property
    def called(self) -> str:
        """The name that its papers bear: its own, or the owner's where it has none."""
        return self.name or self.owner["name"]

    def called_by(self, clerk: Dice) -> str:
        """The name as somebody else's system prints it: one in four has narrow brackets."""
        narrow = self.called.replace("（", "(").replace("）", ")")
        return narrow if clerk.chance(0.25) else self.called

    @property
    def keeps_books(self) -> bool:
        """Whether it is taxed by its books."""
        return self.collection == "books"

    @property
    def rate(self) -> float:
        """The VAT rate of most of its sales: small-scale taxpayers pay 1 % for 3 % until the end of 2027."""
        return self.trade.rate if self.taxpayer == "general" else 0.01

    @property
    def is_small(self) -> bool:
        """Whether it surely has fewer than 300 employees and 50 million yuan of assets: a small firm to the tax office."""
        sales = self.monthly * 12
        return sales < 60_000_000 and sales / (self.trade.per_head * 10_000) < 120

    @property
    def is_exempt(self) -> bool:
        """Whether it sells what it grew itself, which is free of VAT."""
        return self.trade.code.startswith("0")

    def year(self, year: int) -> float:
        """The sales of a calendar year."""
        return fen(sum(self.sales.get(month, 0.0) for month in range(year * 12, year * 12 + 12)))

    def whole(self, year: int) -> bool:
        """Whether it was there all year."""
        return month_of(self.established) <= year * 12

    @property
    def last_closed_year(self) -> int | None:
        """2025 if it had sales then."""
        return 2025 if any(month < 2026 * 12 for month in self.sales) else None

    @property
    def monthly(self) -> float:
        """Average sales of the last months, at most twelve."""
        recent = [self.sales[month] for month in range(LAST - 11, LAST + 1) if month in self.sales]
        return sum(recent) / len(recent)


def draw(dice: Dice) -> Business:
    """A business."""
    trade = dice.choice(TRADES)
    kind = kind_for(dice, trade)
    place = dice.choice(PLACES)
    crowd = Crowd(dice, place)
    owner = crowd.person("operator" if kind == "individual_business" else "legal_representative")
    established = _established(dice)
    sales = _sales(dice, _level(dice, trade, kind), month_of(established))
    taxpayer = _taxpayer(dice, kind, sales)
    return Business(
        dice=dice,
        trade=trade,
        kind=kind,
        place=place,
        address=_address(dice, place),
        name=_name(dice, trade, kind, place),
        code=codes.uscc(dice, kind, place.code),
        established=established,
        crowd=crowd,
        owner=owner,
        spouse=crowd.person("spouse") if dice.chance(0.7) else None,
        sales=sales,
        taxpayer=taxpayer,
        general_since=GREW_IN if taxpayer == "general" and _outgrew(sales) and dice.chance(0.2) else 0,
        collection=_collection(dice, kind, taxpayer),
    )


def _established(dice: Dice) -> date:
    """From six months to 22 years ago; half of them within the last six years."""
    days = min(8000.0, 185 + dice.gammavariate(1.6, 1500))
    return TODAY - timedelta(days=int(days))


def _level(dice: Dice, trade: Trade, kind: str) -> float:
    """Sales of a year, lognormal around what is usual in the trade."""
    usual = trade.individual_revenue if kind == "individual_business" else trade.company_revenue
    return min(2.5e8, max(90_000, usual * 10_000 * dice.lognormvariate(0, 0.8)))


def _sales(dice: Dice, level: float, founded: int) -> dict[int, float]:
    """Months that grow or shrink over time, each with a gamma(12) share of its own; the first half-year is slow."""
    growth = max(-0.5, dice.gauss(0.05, 0.18 * (3 if dice.chance(0.05) else 1)))
    sales = {}
    for month in range(max(FIRST, founded), LAST + 1):
        trend = (1 + growth) ** ((month - FIRST - 18) / 12)
        start = min(1.0, (month - founded + 1) / 6)
        sales[month] = fen(level / 12 * trend * start * dice.gammavariate(12, 1 / 12))
    return sales


def _taxpayer(dice: Dice, kind: str, sales: dict[int, float]) -> str:
    months = sorted(sales)
    most = max(sum(sales.get(month + step, 0.0) for step in range(12)) for month in months)
    if most > LARGEST_SMALL_SCALE:
        return "general"
    return "small_scale" if dice.chance(0.93 if kind == "individual_business" else 0.6) else "general"


def _outgrew(sales: dict[int, float]) -> bool:
    """Whether the sales of the twelve months before GREW_IN were somewhat more than a small-scale taxpayer may have."""
    return 4_000_000 < sum(sales.get(month, 0.0) for month in range(GREW_IN - 12, GREW_IN)) < 8_000_000


def _collection(dice: Dice, kind: str, taxpayer: str) -> str:
    if kind == "cooperative" or taxpayer == "general":
        return "books"
    by_kind = {
        "company": ("books",) * 9 + ("assessed",),
        "individual_business": ("fixed_amount",) * 6 + ("assessed", "assessed", "books", "books"),
    }
    return dice.choice(by_kind.get(kind, ("books", "books", "assessed")))


def _name(dice: Dice, trade: Trade, kind: str, place: Place) -> str:
    """A name that says 示例; one individual business of eight has none."""
    if kind == "individual_business" and dice.chance(0.125):
        return ""
    where = dice.choice((place.city or place.province, place.district, f"{place.city}{place.district}"))
    word = dice.choice(("", "辰", "禾", "顺", "和", "源", "达", "新"))
    ending = ENDINGS[kind] if kind != "company" or dice.chance(0.9) else f"（{place.province[:2]}）有限公司"
    return f"{where}示例{word}{trade.noun}{ending}"


def _address(dice: Dice, place: Place) -> str:
    """One business of 25 has moved away from where it was registered."""
    return address_in(dice, dice.choice(PLACES) if dice.chance(0.04) else place)
