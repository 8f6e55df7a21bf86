"""Draw the pictures beside this file: `python -m tests.pictures.make FONT`, a font file with Chinese characters.

They show a licence and the two sides of an identity card in the layout of real ones. Everybody and everything on them
is invented, and the same as in `examples/wholesale-company`.
"""

import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

Line = tuple[int, int, int, str]
"""Left and top in pixels, size of the characters, text."""
PICTURES: dict[str, tuple[tuple[int, int], list[Line]]] = {
    "licence": (
        (1800, 1273),
        [
            (20, 20, 26, "虚构样例"),
            (700, 60, 90, "营业执照"),
            (820, 180, 40, "（副　本）"),
            (100, 260, 38, "统一社会信用代码"),
            (430, 260, 42, "91330106MA2EX4P545"),
            (100, 380, 38, "名　　称"),
            (330, 380, 42, "杭州示例电器批发有限公司"),
            (1050, 380, 38, "注册资本"),
            (1250, 380, 42, "贰佰万元整"),
            (100, 480, 38, "类　　型"),
            (330, 480, 42, "有限责任公司（自然人投资或控股）"),
            (1050, 480, 38, "成立日期"),
            (1250, 480, 42, "2019年04月16日"),
            (100, 580, 38, "法定代表人"),
            (330, 580, 42, "王示例"),
            (1050, 580, 38, "住　　所"),
            (1250, 580, 36, "杭州市西湖区示例路1号"),
            (100, 680, 38, "经营范围"),
            (330, 680, 36, "家用电器批发；电子产品销售；货物进出口。"),
            (1200, 1000, 40, "登记机关"),
            (1200, 1080, 40, "2023年06月02日"),
        ],
    ),
    "front": (
        (1200, 760),
        [
            (20, 20, 20, "虚构样例"),
            (80, 80, 50, "姓名　王示例"),
            (80, 180, 44, "性别　男　民族　汉"),
            (80, 280, 44, "出生　1980年2月14日"),
            (80, 380, 44, "住址　杭州市西湖区示例路1号"),
            (80, 600, 50, "公民身份号码　330106198002140012"),
        ],
    ),
    "back": (
        (1200, 760),
        [
            (20, 20, 20, "虚构样例"),
            (420, 80, 70, "中华人民共和国"),
            (420, 190, 80, "居民身份证"),
            (200, 520, 46, "签发机关　杭州市公安局西湖分局"),
            (200, 610, 46, "有效期限　2016.03.01-2036.03.01"),
        ],
    ),
}


def drawn(size: tuple[int, int], lines: list[Line], font: str) -> Image.Image:
    """A picture in black, white and fourteen greys between them."""
    image = Image.new("L", size, 250)
    pen = ImageDraw.Draw(image)
    for left, top, height, text in lines:
        pen.text((left, top), text, 30, font=ImageFont.truetype(font, height, index=0))
    return image.quantize(16)


def main(font: str) -> None:
    """Write the pictures."""
    for name, (size, lines) in PICTURES.items():
        drawn(size, lines, font).save(Path(__file__).with_name(f"{name}.png"), optimize=True)


if __name__ == "__main__":
    main(sys.argv[1])
