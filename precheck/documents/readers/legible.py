"""Whether the text of a page is what the page shows."""

import re
from typing import Final

from ..content import Page

_CHINESE: Final = "[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_FOREIGN: Final = "[¯À-ÖØ-ɏ]"
"""Letters with accents and the signs among them: `×` stands between Chinese words too, all others hardly ever."""
_BESIDE: Final = re.compile(f"(?<={_CHINESE}){_FOREIGN}+|(?<!{_FOREIGN}){_FOREIGN}+(?={_CHINESE})")
MOST_KINDS: Final = 2
"""Foreign characters beside Chinese ones that may be meant: a customer may be called `Café示例`."""


def legible(page: Page) -> Page:
    """The page; without its text where that is another than the one shown, which makes it a scan.

    Some programs that copy a file keep how its characters look and lose what they are: `有限公司` then says `p限公ø`.
    """
    found = _BESIDE.findall("\n".join(cell for line in page.lines for cell in line))
    return page if len({*"".join(found)}) <= MOST_KINDS else Page(page.number, [])
