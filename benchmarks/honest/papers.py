"""The papers, complete for what lenders commonly ask, and the consents."""

from datetime import date
from typing import Any

from .business import Business
from .dice import later
from .months import LAST, TODAY, month_text

Row = dict[str, Any]
PAPER_OF = {
    "resident_id": "id_card",
    "passport": "passport",
    "hong_kong_macao_permit": "permit_to_reside",
    "taiwan_permit": "permit_to_reside",
    "foreign_permanent_residence": "permit_to_reside",
}


class Papers:
    """The list of papers of one application, each with a file of its own."""

    def __init__(self, business: Business) -> None:
        self.business = business
        self.rows: list[Row] = []

    def add(self, kind: str, holder: str = "", ending: str = "jpg", **more: str) -> None:
        """One more paper; `holder` is the business unless somebody else is named."""
        path = f"papers/{len(self.rows) + 1:02}-{kind.replace('_', '-')}.{ending}"
        self.rows.append({"kind": kind, "path": path, "holder": holder or self.business.called, **more})

    def identity(self, person: Row) -> None:
        """Somebody's identity paper: both sides as two pictures, or one file."""
        kind = PAPER_OF[person["id_kind"]]
        if kind == "id_card" and self.business.dice.chance(0.6):
            self.add(kind, person["name"], side="front")
            self.add(kind, person["name"], side="back", valid_until=person["valid_until"])
        else:
            self.add(kind, person["name"], "pdf", valid_until=person["valid_until"])


def attach(business: Business, application: Row) -> list[Row]:
    """The papers of an application."""
    papers, loan = Papers(business), application["loan"]
    licence = application["applicant"]["licence"]
    papers.add("licence", issued=licence["issued"], valid_until=licence["valid_until"])
    for person in application["people"]:
        if person["role"] != "shareholder":
            papers.identity(person)
    papers.add("credit_authorisation", _signer(business), "pdf", issued=application["consents"][0]["signed"])
    if any(person["role"] == "agent" for person in application["people"]):
        papers.add("agent_authorisation", ending="pdf", issued="2026-11-02")
    for permit in business.trade.permits:
        papers.add(
            permit, issued=business.established.isoformat(), valid_until=_lasting(business).isoformat()
        )
    if loan.get("contracts"):
        papers.add("contract", ending="pdf", issued=loan["contracts"][0]["signed"])
    if loan["channel"] == "branch":
        _for_a_branch(business, papers, loan)
    elif business.dice.chance(0.3):
        _premises(business, papers)
    return papers.rows


def _signer(business: Business) -> str:
    return business.owner["name"] if business.is_individual else business.called


def _lasting(business: Business) -> date:
    """An end of a permit or a lease two to five years ahead."""
    return business.dice.day(later(TODAY, 2), later(TODAY, 5))


def _premises(business: Business, papers: Papers) -> None:
    """A lease or a title; one lease of twenty ends within the year and is usually renewed."""
    dice = business.dice
    address = _short(business) if dice.chance(0.3) else business.address
    if dice.chance(0.2):
        papers.add("premises_ownership", business.owner["name"], address=address)
        return
    until = dice.day(date(2027, 1, 31), date(2027, 9, 30)) if dice.chance(0.05) else _lasting(business)
    tenant = business.owner["name"] if dice.chance(0.3) else business.called
    papers.add("lease", tenant, "pdf", issued="2024-12-20", valid_until=until.isoformat(), address=address)


def _short(business: Business) -> str:
    """The address as a landlord writes it: without the province, or without the city too."""
    whole, place = business.address, business.place
    for left_out in (place.province, place.city) if business.dice.chance(0.4) else (place.province,):
        whole = whole.removeprefix(left_out)
    return whole


def _for_a_branch(business: Business, papers: Papers, loan: Row) -> None:
    """What a branch asks on top: flows, statements, returns, account, articles, premises, marriage."""
    year = f"{month_text(LAST - 11)}/{month_text(LAST)}"
    papers.add("bank_statement", business.owner["name"] if business.is_individual else "", "pdf", period=year)
    _premises(business, papers)
    if loan["borrower"] == "owner":
        papers.add("marriage", business.owner["name"])
    if business.is_individual:
        return
    for kind in ("balance_sheet", "income_statement"):
        papers.add(kind, ending="xlsx", period="2025")
        papers.add(kind, ending="xlsx", period=month_text(LAST))
    quarters = f"{month_text(LAST - 12)}/{month_text(LAST - 1)}"
    papers.add("vat_return", ending="pdf", period=year if business.taxpayer == "general" else quarters)
    papers.add("basic_account", ending="pdf")
    if business.kind == "company":
        papers.add("articles", ending="pdf")


def consents(business: Business, application: Row) -> list[Row]:
    """One credit query consent for each who must give it, and of most a consent to the tax data, within four weeks."""
    signed = business.dice.day(date(2026, 10, 26), TODAY).isoformat()
    people = [each["name"] for each in application["people"] if each["role"] not in ("agent", "shareholder")]
    holders = [
        each["name"] for each in application["applicant"].get("shareholders", ()) if each["share"] >= 0.25
    ]
    entity = [] if business.is_individual else [business.called]
    rows = [_consent("credit_query", name, signed) for name in dict.fromkeys([*entity, *people, *holders])]
    if business.dice.chance(0.7):
        rows.append(_consent("tax_data", business.called, signed))
    return rows


def _consent(kind: str, subject: str, signed: str) -> Row:
    return {"kind": kind, "subject": subject, "purpose": "贷款审批与贷后管理", "signed": signed}
