"""The HTML page in a real browser: on a phone, in the dark, on paper, and with its other language chosen.

Runs where a `chromium` is installed. The page runs no script: it stands unchanged in a frame, and what is around the
frame looks at it.
"""

import html
import json
import re
import shutil
import subprocess

import pytest

import precheck
from precheck.render.rendering import Rendering
from precheck.render.style import Style
from precheck.tally import Run, Tally
from tests.conftest import DAY, changed

CHROMIUM = shutil.which("chromium")
LONG_PATH = f"drafts/{'a-very-long-name-of-a-folder' * 5}/{'申请' * 40}.json"
PHONE, DESK = 390, 1280
DARK = "--blink-settings=preferredColorScheme=0"
STEPS = {
    "": "",
    "click": "page.querySelector('label[for=in-OTHER]').click()",
    "key": "page.getElementById('in-OTHER').focus(); page.activeElement.checked = true",
}
"""What is done before looking."""
LOOK = """
const seen = each => each.getClientRects().length > 0;
const light = colour => {
  const [r, g, b] = colour.match(/[0-9.]+/g).map(each => each / 255).map(
    each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const look = (page, view) => {
  const behind = each => {
    const colour = view.getComputedStyle(each).backgroundColor;
    return colour === "rgba(0, 0, 0, 0)" ? behind(each.parentElement) : colour;
  };
  const contrast = each => {
    const both = [view.getComputedStyle(each).color, behind(each)].map(light).sort((a, b) => b - a);
    return (both[0] + 0.05) / (both[1] + 0.05);
  };
  const speaking = [...page.querySelectorAll("body *")].filter(
    each => seen(each) && [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
  return {
    wide: page.documentElement.scrollWidth, screen: view.innerWidth,
    languages: [...page.querySelectorAll("main > div")].filter(seen).map(each => each.className),
    labels: [...page.querySelectorAll("label")].map(each => each.getBoundingClientRect().height),
    faintest: Math.min(...speaking.map(contrast)),
    ground: view.getComputedStyle(page.body).backgroundColor,
  };
};
"""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH")


def browser(*arguments):
    line = [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", *arguments]
    return subprocess.run(line, capture_output=True, text=True, timeout=120, check=True).stdout


def page(lang):
    """The page of a draft with a wrong amount and a missing number, in both languages, this one first."""
    draft = json.dumps(
        changed("restaurant", set={"/loan/amount": "200000"}, drop=["/scale/employees"]), indent=1
    )
    run = Run(("generic-cn",), DAY, lang, single=True)
    shown = Rendering("html", run, Style(lang))
    said = {each: precheck.check(draft, on=DAY, lang=each).to_dict() for each in ("zh", "en")}
    shown.entries += shown.entries_of({each: {**file, "path": LONG_PATH} for each, file in said.items()})
    return shown.text(Tally())


def looked_at(path, *arguments):
    """What is seen of the page, by (language, width of the screen, first step)."""
    views = [(lang, wide, step) for lang in ("zh", "en") for wide in (PHONE, DESK) for step in STEPS]
    frames = [
        f'<iframe style="width:{wide}px" srcdoc="{html.escape(page(lang))}"></iframe>'
        for lang, wide, _ in views
    ]
    steps = [STEPS[step].replace("OTHER", "en" if lang == "zh" else "zh") for lang, _, step in views]
    script = f"""{LOOK}
    onload = () => {{
      const found = [...document.querySelectorAll("iframe")].map((frame, number) => {{
        const page = frame.contentDocument;
        [{",".join(f"page => {{{step}}}" for step in steps)}][number](page);
        return look(page, frame.contentWindow);
      }});
      document.body.innerHTML = "<pre></pre>";
      document.querySelector("pre").textContent = JSON.stringify(found);
    }}"""
    path.write_text(f"<!doctype html><body>{''.join(frames)}<script>{script}</script></body>", "utf-8")
    shown = browser(*arguments, "--dump-dom", path.as_uri())
    return dict(
        zip(views, json.loads(html.unescape(re.search("<pre>(.*?)</pre>", shown, re.DOTALL)[1])), strict=True)
    )


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    return looked_at(tmp_path_factory.mktemp("light") / "frames.html")


@pytest.fixture(scope="module")
def seen_in_the_dark(tmp_path_factory):
    return looked_at(tmp_path_factory.mktemp("dark") / "frames.html", DARK)


def test_nothing_has_to_be_scrolled_sideways(seen):
    assert {each["screen"] for each in seen.values()} == {PHONE, DESK}
    assert [view for view, each in seen.items() if each["wide"] > each["screen"]] == []


def test_one_language_is_seen_and_the_other_at_a_click_or_a_key(seen):
    other = {"zh": "en", "en": "zh"}
    for (lang, _, step), each in seen.items():
        assert each["languages"] == [other[lang] if step else lang]


def test_a_finger_hits_the_choice_of_language(seen):
    assert min(height for each in seen.values() for height in each["labels"]) >= 44


def test_every_word_stands_out_from_its_ground_in_the_light_and_in_the_dark(seen, seen_in_the_dark):
    grounds = [{each["ground"] for each in views.values()} for views in (seen, seen_in_the_dark)]
    assert grounds == [{"rgb(246, 247, 249)"}, {"rgb(18, 21, 26)"}]
    assert min(each["faintest"] for each in (*seen.values(), *seen_in_the_dark.values())) >= 4.5


def test_on_paper_it_is_a4(tmp_path):
    path, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    path.write_text(page("zh"), "utf-8")
    browser(f"--print-to-pdf={printed}", "--no-pdf-header-footer", path.as_uri())
    boxes = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", printed.read_bytes())
    assert {(round(float(wide)), round(float(high))) for wide, high in boxes} == {(595, 842)}
