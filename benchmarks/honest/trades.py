"""What the invented businesses do, with the figures of such a trade.

Thresholds of size are those of 统计上大中小微型企业划分办法(2017), typed again here from the standard.
"""

from typing import NamedTuple

from .dice import Dice

FARM = {"revenue": (20000, 500, 50)}
INDUSTRY = {"employees": (1000, 300, 20), "revenue": (40000, 2000, 300)}
BUILDING = {"revenue": (80000, 6000, 300), "assets": (80000, 5000, 300)}
WHOLESALE = {"employees": (200, 20, 5), "revenue": (40000, 5000, 1000)}
RETAIL = {"employees": (300, 50, 10), "revenue": (20000, 500, 100)}
TRANSPORT = {"employees": (1000, 300, 20), "revenue": (30000, 3000, 200)}
STORAGE = {"employees": (200, 100, 20), "revenue": (30000, 1000, 100)}
HOSPITALITY = {"employees": (300, 100, 10), "revenue": (10000, 2000, 100)}
SOFTWARE = {"employees": (300, 100, 10), "revenue": (10000, 1000, 50)}
BUSINESS = {"employees": (300, 100, 10), "assets": (120000, 8000, 100)}
OTHER = {"employees": (300, 100, 10)}


class Trade(NamedTuple):
    """A trade: money in ten thousand yuan, days of a year of 360, shares as fractions."""

    code: str
    noun: str
    scope: str
    purpose: str
    kinds: str
    """Letters of the kinds of business: c company, i individual, s sole proprietorship, p partnership, f cooperative."""
    company_revenue: float
    individual_revenue: float
    per_head: float
    margin: float
    stock_days: float
    credit_days: float
    rate: float
    invoiced: float
    """The usual share of sales for which an invoice is issued."""
    permits: tuple[str, ...]
    size: dict[str, tuple[int, int, int]]
    platform: str = ""


TRADES = (
    Trade("5137", "家电批发", "家用电器批发；电子产品销售", "采购空调、冰箱备货", "cccip", 1200, 300, 220, 0.13, 55, 40, 0.13, 1, (), WHOLESALE),
    Trade("5174", "五金批发", "五金产品批发；建筑材料销售", "采购五金工具备货", "ccci", 900, 250, 180, 0.16, 60, 50, 0.13, 0.95, (), WHOLESALE),
    Trade("5123", "果蔬批发", "新鲜水果批发；新鲜蔬菜批发", "采购苹果、柑橘备货", "ciiif", 700, 260, 150, 0.09, 8, 15, 0.09, 0.6, (), WHOLESALE),
    Trade("5131", "纺织品批发", "针纺织品及原料批发；货物进出口", "采购面料", "ccis", 1100, 280, 190, 0.14, 50, 55, 0.13, 0.95, (), WHOLESALE),
    Trade("5127", "酒水批发", "食品销售（仅销售预包装食品）；酒类经营", "中秋春节备货，采购白酒", "ccii", 800, 220, 160, 0.2, 70, 35, 0.13, 0.8, ("food_filing",), WHOLESALE),
    Trade("5213", "便利店", "食品销售；日用百货零售；烟草制品零售", "进货、支付店铺租金", "iiiic", 300, 110, 35, 0.22, 28, 3, 0.13, 0.2, ("food_permit", "tobacco_permit"), RETAIL),
    Trade("5232", "服装店", "服装服饰零售；鞋帽零售", "采购秋冬服装", "iiics", 350, 90, 30, 0.4, 60, 6, 0.13, 0.3, (), RETAIL),
    Trade("5281", "五金店", "五金产品零售；水暖器材销售", "进货备货", "iiics", 400, 120, 45, 0.25, 70, 20, 0.13, 0.6, (), RETAIL),
    Trade("5251", "药房", "药品零售；第二类医疗器械销售", "采购药品备货", "iccs", 380, 150, 50, 0.3, 50, 20, 0.13, 0.4, ("drug_permit",), RETAIL),
    Trade("5292", "网店", "互联网销售；日用品销售", "大促备货、平台推广", "ciiis", 600, 150, 60, 0.3, 35, 10, 0.13, 0.35, (), RETAIL, "示例电商平台"),
    Trade("3311", "钢结构", "金属结构制造；钢结构安装", "采购钢材", "cccs", 1500, 260, 70, 0.2, 45, 75, 0.13, 1, (), INDUSTRY),
    Trade("3525", "模具厂", "模具制造；机械零件加工", "采购模具钢和刀具", "cccis", 900, 180, 42, 0.28, 35, 80, 0.13, 1, (), INDUSTRY),
    Trade("1819", "制衣厂", "服装制造；服装辅料销售", "采购面料、支付工资", "cciis", 800, 160, 25, 0.2, 40, 60, 0.13, 1, (), INDUSTRY),
    Trade("2110", "家具厂", "家具制造；家具销售", "采购板材", "ccis", 700, 150, 36, 0.26, 50, 45, 0.13, 0.95, (), INDUSTRY),
    Trade("2922", "塑料厂", "塑料制品制造；塑料制品销售", "采购塑料原料", "cccs", 1300, 200, 60, 0.18, 35, 60, 0.13, 1, (), INDUSTRY),
    Trade("6210", "饭店", "餐饮服务；酒类经营", "采购食材、门店装修", "iiiicp", 400, 130, 18, 0.55, 8, 3, 0.06, 0.35, ("food_permit",), HOSPITALITY, "示例外卖平台"),
    Trade("6291", "小吃店", "小餐饮；食品销售", "采购食材、支付房租", "iiiii", 150, 70, 16, 0.55, 5, 2, 0.06, 0.2, ("food_permit",), HOSPITALITY, "示例外卖平台"),
    Trade("0141", "蔬菜种植", "蔬菜种植；新鲜蔬菜销售", "购买种子、化肥和农膜", "ffic", 400, 120, 28, 0.3, 25, 20, 0.09, 0.5, (), FARM),
    Trade("0313", "生猪养殖", "牲畜饲养；生猪销售", "购买饲料和仔猪", "ffiic", 600, 200, 60, 0.18, 90, 10, 0.09, 0.5, (), FARM),
    Trade("5431", "货运", "道路货物运输；普通货物仓储服务", "支付油费、路桥费和运费", "cciis", 800, 90, 45, 0.17, 2, 65, 0.09, 0.95, ("transport_permit",), TRANSPORT),
    Trade("5920", "仓储", "普通货物仓储服务；装卸搬运", "支付仓库租金和工资", "cccp", 600, 120, 40, 0.24, 1, 50, 0.06, 0.95, (), STORAGE),
    Trade("4910", "机电安装", "建筑智能化工程施工；电气安装服务", "采购电缆、支付工人工资", "cccc", 1200, 200, 50, 0.18, 20, 85, 0.09, 1, ("construction_qualification", "safety_permit"), BUILDING),
    Trade("5012", "装饰", "住宅室内装饰装修；建筑材料销售", "采购装修材料、支付人工费", "ccip", 700, 130, 40, 0.24, 15, 60, 0.09, 0.9, ("construction_qualification", "safety_permit"), BUILDING),
    Trade("6513", "软件", "软件开发；信息系统运行维护服务", "支付研发人员工资", "cccp", 700, 100, 40, 0.5, 4, 70, 0.06, 1, (), SOFTWARE),
    Trade("7259", "广告", "广告设计、制作；会议及展览服务", "支付广告制作款", "ccis", 450, 90, 38, 0.35, 6, 60, 0.06, 0.95, (), BUSINESS),
    Trade("8111", "汽修", "机动车修理和维护；汽车零配件零售", "采购汽车配件", "iiics", 350, 100, 24, 0.4, 35, 25, 0.13, 0.6, (), OTHER),
    Trade("8040", "美发店", "理发服务；生活美容服务", "采购洗护产品、支付店铺房租", "iiii", 200, 60, 14, 0.7, 15, 1, 0.06, 0.1, (), OTHER),
    Trade("8219", "保洁", "建筑物清洁服务；家政服务", "支付保洁员工资", "ccis", 400, 80, 9, 0.22, 3, 50, 0.06, 0.95, (), OTHER),
    Trade("6121", "宾馆", "住宿服务；餐饮服务", "客房装修、采购布草", "icc", 500, 130, 17, 0.45, 4, 8, 0.06, 0.4, ("special_trade_permit",), HOSPITALITY, "示例订房平台"),
)  # fmt: skip

KINDS = {
    "c": "company",
    "i": "individual_business",
    "s": "sole_proprietorship",
    "p": "partnership",
    "f": "cooperative",
}
SIZES = ("large", "medium", "small", "micro")


def kind_for(dice: Dice, trade: Trade) -> str:
    """A kind of business that is usual in the trade."""
    return KINDS[dice.choice(trade.kinds)]


def size_of(trade: Trade, employees: int, revenue: float, assets: float) -> str:
    """The size by the standard, money in yuan: the indicator with the lowest level decides."""
    figures = {"employees": employees, "revenue": revenue / 10000, "assets": assets / 10000}
    return SIZES[max(sum(figures[name] < bound for bound in bounds) for name, bounds in trade.size.items())]
