"""The business as it is registered: capital, licence, shareholders, changes, and its scale."""

from datetime import date, timedelta
from typing import Any

from .business import Business
from .dice import Dice, later, step_down
from .months import TODAY
from .trades import size_of

Row = dict[str, Any]
SPLITS = ((1.0,), (0.7, 0.3), (0.6, 0.4), (0.51, 0.49), (0.3333, 0.3333, 0.3334), (0.5, 0.3, 0.12, 0.08))


def applicant(business: Business, paid_in: float) -> Row:
    """The applicant, with so much capital paid in."""
    dice = business.dice
    row: Row = {
        "kind": business.kind,
        "name": business.name,
        "uscc": business.code,
        "industry": business.trade.code,
        "business_scope": _scope(business),
        "established": business.established.isoformat(),
        "licence": _licence(business),
        "address": business.address,
        "status": "active",
        "taxpayer": business.taxpayer,
        "tax_collection": business.collection,
        "tax_rating": _rating(business),
    }
    if business.last_closed_year:
        row["last_annual_report"] = business.last_closed_year
    if not business.is_individual:
        row["registered_capital"] = step_down(paid_in * dice.choice((1, 1, 1.5, 2, 5)), 10_000)
        row["paid_in_capital"] = min(row["registered_capital"], paid_in)
        row["shareholders"] = _shareholders(business)
    return row | _history(business)


def _scope(business: Business) -> str:
    """As the register prints it: bare, or with the standing phrases around it."""
    scope = business.trade.scope
    if business.dice.chance(0.4):
        return f"一般项目：{scope}（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）。"
    return scope


def _licence(business: Business) -> Row:
    """Issued at the start or again later; most have no end."""
    dice = business.dice
    first = max(business.established, date(2016, 1, 1))
    issued = first if dice.chance(0.5) else dice.day(first, TODAY - timedelta(days=20))
    until = (
        "长期" if dice.chance(0.85) else later(max(business.established, date(2010, 1, 1)), 30).isoformat()
    )
    return {"issued": issued.isoformat(), "valid_until": until}


def _rating(business: Business) -> str:
    if business.is_individual or business.collection != "books":
        return "none"
    if business.established.year >= 2025:
        return "M"
    return business.dice.choice(("A", "B", "B", "M")) if business.dice.chance(0.98) else "C"


def _shareholders(business: Business) -> list[Row]:
    """The owner first; one firm of twenty has another firm among them; members of a cooperative share alike."""
    dice, owner = business.dice, business.owner["name"]
    if business.kind == "cooperative":
        return [{"name": each, "share": 0.2} for each in (owner, *(business.crowd.name() for _ in range(4)))]
    if business.kind == "sole_proprietorship":
        return [{"name": owner, "share": 1.0}] if dice.chance(0.5) else []
    shares = dice.choice(SPLITS if business.kind == "company" else SPLITS[1:])
    names = [owner, *(business.crowd.name() for _ in shares[1:])]
    if len(shares) > 1 and dice.chance(0.05):
        names[-1] = "示例控股有限公司"
    return [{"name": name, "share": share} for name, share in zip(names, shares, strict=True)]


def _history(business: Business) -> Row:
    """One business of twelve has changes on record, some of them recent; one of 25 had another name until last year."""
    dice = business.dice
    found: Row = {}
    since = max(business.established + timedelta(days=60), date(2019, 1, 1))
    settled = date(2025, 10, 31)
    if since < TODAY and dice.chance(0.08):
        what = dice.choice(("address", "registered_capital", "business_scope", "legal_representative"))
        found["changes"] = [{"what": what, "on": dice.day(since, TODAY).isoformat()}]
    if since < settled and business.name and dice.chance(0.04):
        former = business.name.replace("示例", "旧示例", 1)
        change = {"what": "name", "on": dice.day(since, settled).isoformat()}
        found |= {"former_names": [former], "changes": [*found.get("changes", []), change]}
    return found


def people(business: Business, shareholders: list[Row], loan: Row, holders: set[str]) -> list[Row]:
    """The owner, a spouse where the owner borrows or the spouse holds an account, large shareholders, some agents and
    guarantors."""
    dice, found = business.dice, [business.owner]
    crowd = business.crowd
    if business.spouse and (loan["borrower"] == "owner" or business.spouse["name"] in holders):
        found.append(business.spouse)
    large = [
        each["name"] for each in shareholders[1:] if each["share"] >= 0.25 and "公司" not in each["name"]
    ]
    found += [crowd.person("shareholder") | {"name": name} for name in large]
    if loan["channel"] == "branch" and not business.is_individual and dice.chance(0.2):
        found.append(crowd.person("agent"))
    if dice.chance(0.06):
        found.append(crowd.person("guarantor"))
    return found


def scale(business: Business, revenue: float, assets: float, on: date) -> Row:
    """Employees by what the trade sells per head, 12 % off within a year and about 35 % between firms."""
    dice, trade = business.dice, business.trade
    heads = revenue / (trade.per_head * 10_000) * dice.lognormvariate(0, 0.3) * dice.spread(0.12)
    employees = max(1, round(heads))
    insured = 0 if business.is_individual and dice.chance(0.8) else round(employees * dice.uniform(0.5, 1))
    row = {
        "declared_size": size_of(trade, employees, revenue, assets),
        "employees": employees,
        "insured_employees": insured,
        "operating_revenue": revenue,
        "as_of": on.isoformat(),
    }
    return row | ({"total_assets": assets} if assets else {})


def as_declared(dice: Dice, figure: float) -> float:
    """A figure as the applicant types it: 30 % to the nearest 10,000 yuan, 15 % from memory within 1.5 %, else exact."""
    luck = dice.random()
    if luck < 0.3 and figure > 500_000:
        return float(round(figure / 10_000) * 10_000)
    if luck < 0.45 and figure > 1000:
        return float(f"{figure * (1 + dice.noise * dice.uniform(-0.015, 0.015)):.3g}")
    return figure
