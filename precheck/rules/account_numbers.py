"""Bank account numbers can exist, and no code carries characters that a form refuses."""

from functools import partial
from typing import Any

from ..application import Account, Applicant, Application, BankAccount, Payee, Person, Section
from ..facts.identifiers import has_hidden_characters, is_digits, luhn_is_valid, tidy
from ..rule import Cause, Context, Found, Hit, Trigger, hit, note, warning
from ..text import title

SHORTEST, LONGEST = 8, 32
"""Digits of an account number at any bank."""
CARD = range(13, 20)
"""Digits that a bank card may have."""

digits_rule = partial(
    warning,
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="各行账号为 8 至 32 位数字（K）",
    zh="""账号不是 8 至 32 位数字。
          请对照开户资料或银行卡核对，不要写户名、汉字或省略号。""",
    en="""The account number is not 8 to 32 digits.
          Compare it with the bank's papers or the card; leave out names and dots.""",
    mutes=("IDN016",),
)
hidden_rule = partial(
    note,
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="NFKC 规范化（V1）",
    zh="""{field}里有全角字、空格或看不见的字符。
          请删掉后用半角重新输入，不要从聊天窗口或网页粘贴。""",
    en="""{field} contains full-width characters, blanks or characters that cannot be seen.
          Delete them and type it again in narrow characters instead of pasting it from a chat or a web page.""",
)


@digits_rule("IDN014")
def account_number_has_its_form(application: Application, context: Context) -> Found:
    """账号写错，放款会被退回，流水也对不上收款账户。

    A loan that is paid to a wrong number comes back, and flows under one cannot be matched."""
    wrong = [each for number, each in _by_number(application).items() if not _is_account_number(number)]
    if wrong:
        return [hit(each / "number") for each in wrong]


@digits_rule("IDN015")
def payee_account_number_has_its_form(payee: Payee, context: Context) -> Found:
    """受托支付直接打给收款人，账号写错会被退回。

    Entrusted payment goes straight to the payee, and a wrong number sends it back."""
    if not _is_account_number(payee.account):
        return hit(payee / "account")


@warning(
    "IDN016",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="ISO/IEC 7812-1（K）",
    zh="""个人账户的号码通不过银行卡的校验，可能填错了一位。
          请对照银行卡逐位核对；如果是存折账号，不用改。""",
    en="""The number of a personal account fails the check of bank cards: a digit may be wrong.
          Compare it with the card digit by digit; if it is a passbook, leave it.""",
)
def card_number_passes_its_check(application: Application, context: Context) -> Found:
    """银行卡号末位是校验位，填错一位就能发现；存折没有这种校验，所以只提醒。

    The last digit of a card follows from the others, so one wrong digit is seen; passbooks have no such
    check, so it only asks."""
    accounts = _by_number(application).items()
    wrong = [each for number, each in accounts if each.kind == "personal" and not _is_card_number(number)]
    if wrong:
        return [hit(each / "number") for each in wrong]


def _by_number(application: Application) -> dict[str, Any]:
    """Every account once, at the first place where its number stands: one is often named several times."""
    accounts: list[Any] = [*application.accounts, *application.bank_accounts]
    return {each.number: each for each in reversed(accounts)}


def _is_account_number(number: str) -> bool:
    digits = number if is_digits(number) else tidy(number)
    return is_digits(digits) and SHORTEST <= len(digits) <= LONGEST


def _is_card_number(number: str) -> bool:
    digits = tidy(number)
    return len(digits) in CARD and luhn_is_valid(digits)


@hidden_rule("IDN017")
def codes_of_applicant_are_plain(applicant: Applicant, context: Context) -> Found:
    """带着这类字符的代码，有的系统查不到企业，有的直接报错。

    Some systems find no firm by such a code, others refuse it outright."""
    if not ((codes := applicant.uscc + applicant.industry).isascii() and codes.isalnum()):
        return _hidden(applicant, "uscc", "industry")


@hidden_rule("IDN018")
def codes_of_person_are_plain(person: Person, context: Context) -> Found:
    """带着这类字符的号码，身份核查和短信验证都可能失败。

    With such characters the check of the identity or the text message may fail."""
    if not ((codes := person.id_number + person.mobile).isascii() and codes.isalnum()):
        return _hidden(person, "id_number", "mobile")


@hidden_rule("IDN019")
def loan_account_number_is_plain(account: Account, context: Context) -> Found:
    """带着这类字符的账号，放款系统可能不认。

    The system that pays out may not take such a number."""
    if not ((codes := account.number).isascii() and codes.isalnum()):
        return _hidden(account, "number")


@hidden_rule("IDN020")
def bank_account_number_is_plain(account: BankAccount, context: Context) -> Found:
    """带着这类字符的账号，系统会当成另一个账户。

    A system may take such a number for another account."""
    if not ((codes := account.number).isascii() and codes.isalnum()):
        return _hidden(account, "number")


@hidden_rule("IDN021")
def payee_account_number_is_plain(payee: Payee, context: Context) -> Found:
    """带着这类字符的账号，受托支付可能被退回。

    Entrusted payment to such a number may come back."""
    if not ((codes := payee.account).isascii() and codes.isalnum()):
        return _hidden(payee, "account")


def _hidden(section: Section, *names: str) -> list[Hit] | None:
    refs: list[Any] = [section / name for name in names]
    return [
        hit(ref, field=title(type(section), ref.name)) for ref in refs if has_hidden_characters(ref.value)
    ] or None
