"""Which bank or platform made a statement, by the names that it prints."""

import re
from typing import Final

PROVIDERS: Final = {
    "alipay": ("支付宝",),
    "wechat": ("微信支付", "微信订单号"),
    "jd": ("京东",),
    "meituan": ("美团",),
    "pinduoduo": ("拼多多",),
    "douyin": ("抖音", "抖店"),
    "taobao": ("淘宝", "买家实际支付金额", "买家实付金额"),
    "icbc": ("中国工商银行", "工商银行"),
    "cmb": ("招商银行",),
    "bocom": ("交通银行",),
    "ccb": ("中国建设银行", "建设银行"),
    "abc": ("中国农业银行", "农业银行"),
    "spdb": ("浦发银行", "浦东发展银行"),
    "cmbc": ("民生银行",),
    "citic": ("中信银行",),
    "psbc": ("邮政储蓄银行",),
    "cib": ("兴业银行",),
    "ceb": ("光大银行",),
    "pab": ("平安银行",),
    "cgb": ("广发银行",),
    "hxb": ("华夏银行",),
    "czb": ("浙商银行",),
    "mybank": ("网商银行",),
    "webank": ("微众银行",),
    "boc": ("中国银行",),
}
"""Names as the providers print them, in the order in which they are looked for."""
PLATFORMS: Final = frozenset({"alipay", "wechat", "jd", "meituan", "pinduoduo", "douyin", "taobao"})
_PLATFORM: Final = "店铺|商家账单|平台(?:交易|账单|流水)|交易账单明细|商户(?:交易|账单)|动账(?:方向|金额)"
"""Words above a table, or in its header, that only platforms print."""


def is_platform(provider: str, title: str) -> bool:
    """Whether a statement is of a platform rather than of a bank."""
    return provider in PLATFORMS or (not provider and re.search(_PLATFORM, title) is not None)


def provider_of(text: str) -> str:
    """The provider whose name stands first in a text; empty when none does."""
    found = {
        provider: min(text.find(name) for name in names if name in text)
        for provider, names in PROVIDERS.items()
        if any(name in text for name in names)
    }
    return min(found, key=lambda provider: found[provider]) if found else ""
