"""Papers of running text: leases, contracts, articles, authorisations, licences, certificates."""

from . import NOTICE, Draft, Paper, Part, Row, chinese, yuan

LANDLORD, VILLAGE = "周示例", "示例村股份经济合作社"


def lease(draft: Draft, paper: Paper) -> list[Part]:
    """A lease of the premises, signed by both."""
    return _page(
        "房屋租赁合同",
        f"出租方（甲方）：{LANDLORD}",
        f"承租方（乙方）：{paper['holder']}",
        f"房屋坐落：{paper['address']}",
        f"租赁期限自{chinese(paper['issued'])}起至{chinese(paper['valid_until'])}止。",
        "租金按季支付，房屋只作经营使用。",
        [f"出租方（签字）：{LANDLORD}", f"承租方（签章）：{paper['holder']}"],
        f"签订日期：{chinese(paper['issued'])}",
    )


def land_contract(draft: Draft, paper: Paper) -> list[Part]:
    """A contract on farm land."""
    return _page(
        "农村土地承包合同",
        f"发包方：{VILLAGE}",
        f"承包方：{paper['holder']}",
        f"承包期限：{chinese(paper['issued'])}至{chinese(paper['valid_until'])}",
        [f"发包方（盖章）：{VILLAGE}", f"承包方（盖章）：{paper['holder']}"],
    )


def contract(draft: Draft, paper: Paper) -> list[Part]:
    """The contract that proves the purpose of the loan."""
    deal = draft["loan"]["contracts"][0]
    return _page(
        "购销合同",
        f"甲方（买方）：{deal['buyer']}",
        f"乙方（卖方）：{deal['seller']}",
        f"合同总金额：人民币{yuan(deal['amount'])}元",
        f"本合同有效期至{chinese(deal['valid_until'])}。",
        [f"买方盖章：{deal['buyer']}", f"卖方盖章：{deal['seller']}"],
        f"签订日期：{chinese(deal['signed'])}",
    )


def articles(draft: Draft, paper: Paper) -> list[Part]:
    """Articles of association, signed by all shareholders."""
    applicant = draft["applicant"]
    shareholders = applicant["shareholders"]
    return _page(
        f"{applicant['name']}章程",
        f"公司名称：{applicant['name']}",
        f"住所：{applicant['address']}",
        f"注册资本：人民币{yuan(applicant['registered_capital'])}元",
        *(f"股东：{each['name']}，出资比例{each['share']:.0%}" for each in shareholders),
        f"全体股东签字：{'、'.join(each['name'] for each in shareholders)}",
        f"日期：{chinese(applicant['established'])}",
    )


def credit_authorisation(draft: Draft, paper: Paper) -> list[Part]:
    """A page for everyone whose credit report may be asked for."""
    consents = [each for each in draft["consents"] if each["kind"] == "credit_query"]
    return [part for each in consents for part in _consent(each)]


def _consent(consent: Draft) -> list[Part]:
    return _page(
        "征信查询授权书",
        f"授权人：{consent['subject']}",
        "授权贵行查询本人（本单位）信用报告。",
        f"用途：{consent['purpose']}",
        f"授权人签字（盖章）：{consent['subject']}",
        f"授权日期：{chinese(consent['signed'])}",
    )


def basic_account(draft: Draft, paper: Paper) -> list[Part]:
    """A certificate of the basic account."""
    account = draft["accounts"][0]
    return _page(
        "基本存款账户信息",
        f"存款人名称：{account['holder']}",
        f"账户号码：{account['number']}",
        f"开户银行：{account['bank']}",
        f"法定代表人：{draft['people'][0]['name']}",
    )


def licence(draft: Draft, paper: Paper) -> list[Part]:
    """A business licence."""
    applicant = draft["applicant"]
    end = applicant["licence"]["valid_until"]
    return _page(
        "营业执照",
        f"统一社会信用代码：{applicant['uscc']}",
        f"名称：{applicant['name']}",
        f"法定代表人：{draft['people'][0]['name']}",
        f"注册资本：人民币{yuan(applicant['registered_capital'])}元",
        f"成立日期：{chinese(applicant['established'])}",
        f"营业期限：{chinese(applicant['established'])}至{end if end == '长期' else chinese(end)}",
        f"住所：{applicant['address']}",
        f"登记日期：{chinese(paper['issued'])}",
    )


def id_card(draft: Draft, paper: Paper) -> list[Part]:
    """Both sides of an identity card on one page."""
    person = next(each for each in draft["people"] if each["name"] == paper["holder"])
    return _page(
        "居民身份证",
        f"姓名：{person['name']}",
        f"公民身份号码：{person['id_number']}",
        f"有效期限：{person['valid_from'].replace('-', '.')}-{person['valid_until'].replace('-', '.')}",
    )


def _page(*lines: str | Row) -> list[Part]:
    """A page with the notice on top; a line of several columns is a list."""
    rows: list[Row] = [[line] if isinstance(line, str) else line for line in lines]
    return [("正文", [[NOTICE], *rows])]
