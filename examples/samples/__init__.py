"""What the invented papers of the examples say, and how they are written in real file formats."""

from typing import Any

Draft = dict[str, Any]
"""An application as it stands in `application.json`."""
Paper = dict[str, Any]
"""One of its documents."""
Row = list[str | float]
Part = tuple[str, list[Row]]
"""A sheet of a workbook or a page of a text: its name, and its rows or lines."""

NOTICE = "样本：内容虚构，仅作示例 / INVENTED SAMPLE"


def yuan(amount: float) -> str:
    """An amount as papers print it."""
    return f"{amount:,.2f}"


def chinese(day: str) -> str:
    """An ISO day as papers print it."""
    return f"{day[:4]}年{int(day[5:7])}月{int(day[8:10])}日"
