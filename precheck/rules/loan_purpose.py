"""What the loan is for: a use that is allowed and that fits the trade."""

from itertools import pairwise

from ..application import Application, Loan
from ..facts.characters import visible
from ..facts.industry import Industry
from ..facts.industry_words import industry_words
from ..facts.purposes import EVERYDAY_USES, banned_use, shares_a_word
from ..rule import Cause, Context, Found, Trigger, error, hit, warning
from ..text import Text


@error(
    "LOA008",
    cause=Cause.POLICY,
    triggers=(Trigger.SCREENING, Trigger.LIMIT),
    source="流动资金贷款管理办法、个人贷款管理办法、商业银行互联网贷款管理暂行办法的禁止用途（V2）",
    zh="""贷款用途写到了“{phrase}”，这是禁止的用途。
          经营贷款只能用于日常经营：请如实写明采购、工资、房租等具体用途。""",
    en="""The purpose names “{phrase}”, a use that is forbidden.
          Operating loans pay for day-to-day business only: state truthfully what you will buy or pay.""",
    mutes=("LOA009",),
)
def purpose_is_allowed(loan: Loan, context: Context) -> Found:
    """经营贷款不得用于买房、炒股、股权投资、分红、转贷等；写到这些字样会被直接退回。写明“不用于”的不算。

    Operating loans may not buy homes, shares or stakes, pay dividends or be lent on; a purpose that names such a use
    is bounced. Saying that it is not for such a use is fine."""
    phrases = context.policy.banned_phrases
    phrase = banned_use(loan.purpose, phrases)
    if phrase:
        return hit(loan / "purpose", phrase=Text(phrase, phrase), row=phrases[phrase])


@warning(
    "LOA009",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="用途应与经营范围相符（S）；用词表为自有知识（K）",
    zh="""贷款用途看不出与所经营的行业有关。
          请写清楚买什么、付什么，例如“采购空调备货”“支付房租和工资”。""",
    en="""Nothing in the purpose shows what it has to do with the trade of the business.
          Say what will be bought or paid, such as stock, rent or wages.""",
)
def purpose_fits_the_trade(application: Application, context: Context) -> Found:
    """用途与行业、经营范围毫无共同之处时，机构会怀疑资金被挪用。只有一个字眼都对不上时才提醒。

    A purpose that has nothing in common with the trade looks like money diverted. Only a purpose without a single
    word of the trade, of the business scope or of everyday business is questioned."""
    purpose = application.loan.purpose
    if shares_a_word(purpose, EVERYDAY_USES):
        return None
    applicant = application.applicant
    industry = Industry.of(applicant.industry)
    words = industry_words(industry.division) if industry else ()
    if not shares_a_word(purpose, words) and not _overlap(purpose, applicant.business_scope):
        return hit(application.loan / "purpose", applicant / "business_scope")


def _overlap(purpose: str, scope: str) -> bool:
    """Whether two characters of the purpose stand together in the business scope."""
    text, other = visible(purpose), visible(scope)
    return any(pair in other for pair in map("".join, pairwise(text)))
