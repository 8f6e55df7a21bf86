"""What is kept of papers: only when asked for, readable with the paper alone, trusted by nobody's word."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import precheck
from precheck.documents import cache_folder, children, edition
from precheck.documents.cache import sealed, unsealed
from precheck.documents.file_facts import FileFacts
from precheck.documents.fingerprint import fingerprint_of
from precheck.documents.limits import LARGEST
from precheck.documents.one_process import OneProcess
from precheck.documents.papers.facts import Place, Words
from precheck.documents.papers.facts.prints import Recognised
from precheck.documents.processes import Processes
from tests.command import command  # noqa: F401 - a fixture
from tests.conftest import DAY, ROOT
from tests.hostile import text_pdf

EXAMPLE = ROOT / "examples" / "hairdresser"
DRAFT = EXAMPLE / "application.json"
CANARY = "绍兴示例商行"
STATEMENT = f"户名：{CANARY}\n交易日期,收入,支出,余额\n2026-01-05,100.00,,100.00\n2026-02-05,50.00,,150.00\n"


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """The folder of the cache, which is not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.delenv("CI", raising=False)
    return tmp_path / "caches" / "precheck"


@pytest.fixture
def papers(tmp_path):
    """A folder with a statement in it."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "statement.csv").write_text(STATEMENT, "utf-8")
    return folder


@pytest.fixture
def runs(monkeypatch):
    """The papers that a process was started for, as they come."""
    started = []
    for kind in (OneProcess, Processes):

        def counted(self, file, *how, read=kind.read):
            started.append(file)
            return read(self, file, *how)

        monkeypatch.setattr(kind, "read", counted)
    return started


def look(papers, name="statement.csv"):
    [facts] = children.read_all(str(papers), [name], cached=True)
    return facts


def entry_of(kept):
    [entry] = kept.iterdir()
    return entry


def test_a_paper_that_has_not_changed_is_not_read_again(kept, papers, runs):
    first = look(papers)
    assert first.says.flows
    assert look(papers) == first
    assert len(runs) == 1


def test_a_paper_of_the_same_content_under_another_name_is_not_read_again(kept, papers, runs):
    look(papers)
    (papers / "statement.csv").rename(papers / "other.txt")
    assert look(papers, "other.txt").says.flows
    assert len(runs) == 1


def test_a_paper_that_changed_is_read_again(kept, papers, runs):
    first = look(papers)
    (papers / "statement.csv").write_text(STATEMENT.replace("50.00,,150.00", "60.00,,160.00"), "utf-8")
    assert look(papers) != first
    assert len(runs) == 2


def test_nothing_is_kept_unless_it_is_asked_for(kept, papers):
    children.read_all(str(papers), ["statement.csv"])
    precheck.check(DRAFT, on=DAY)
    assert not kept.parent.exists()


@pytest.mark.parametrize("value", ["true", "1", "yes"])
def test_nothing_is_kept_in_ci(kept, papers, monkeypatch, value):
    monkeypatch.setenv("CI", value)
    assert look(papers).says.flows
    assert not kept.parent.exists()


@pytest.mark.parametrize("value", ["", "false", "0"])
def test_a_variable_that_denies_ci_is_heeded(kept, papers, monkeypatch, value):
    monkeypatch.setenv("CI", value)
    look(papers)
    assert entry_of(kept)


def test_what_is_kept_is_this_users_alone_and_says_nothing_without_the_paper(kept, papers):
    facts = look(papers)
    assert kept.stat().st_mode & 0o777 == 0o700
    entry = entry_of(kept)
    assert entry.stat().st_mode & 0o777 == 0o600
    assert facts.fingerprint not in entry.name
    raw = entry.read_bytes()
    for plain in (CANARY, json.dumps(CANARY)[1:-1], "bank_statement", facts.fingerprint):
        assert plain.encode() not in raw


@given(answer=st.binary(max_size=200), secret=st.binary(min_size=64, max_size=64))
def test_what_is_sealed_opens_with_its_secret(answer, secret):
    assert unsealed(sealed(answer, secret), secret) == answer


@given(
    answer=st.binary(max_size=50),
    secret=st.binary(min_size=64, max_size=64),
    other=st.binary(min_size=64, max_size=64),
    at=st.integers(min_value=0),
    flip=st.integers(1, 255),
)
def test_what_was_changed_cut_off_or_is_of_another_paper_does_not_open(answer, secret, other, at, flip):
    entry = bytearray(sealed(answer, secret))
    assert other == secret or unsealed(bytes(entry), other) is None
    assert unsealed(bytes(entry[: at % len(entry)]), secret) is None
    entry[at % len(entry)] ^= flip
    assert unsealed(bytes(entry), secret) is None


def damage(entry):
    entry.write_bytes(entry.read_bytes()[:-1])


def widen(entry):
    entry.chmod(0o640)


def link(entry):
    entry.rename(entry.parent.parent / "elsewhere")
    entry.symlink_to(entry.parent.parent / "elsewhere")


def pipe(entry):
    entry.unlink()
    os.mkfifo(entry)


@pytest.mark.parametrize("harm", [damage, widen, link, pipe])
def test_an_entry_that_cannot_be_trusted_is_made_anew(kept, papers, runs, harm):
    first = look(papers)
    harm(entry_of(kept))
    assert look(papers) == first
    assert len(runs) == 2
    entry = entry_of(kept)
    assert entry.is_file()
    assert not entry.is_symlink()
    assert entry.stat().st_mode & 0o777 == 0o600
    assert look(papers) == first
    assert len(runs) == 2


def test_what_another_user_left_is_not_trusted(kept, papers, runs, monkeypatch):
    look(papers)
    own = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    assert cache_folder.folder(kept) is None
    assert look(papers).says.flows
    assert len(runs) == 2


def test_a_folder_in_the_place_of_an_entry_does_no_harm(kept, papers):
    first = look(papers)
    entry = entry_of(kept)
    entry.unlink()
    entry.mkdir()
    assert look(papers) == first
    assert entry.is_dir()


def wide(kept):
    kept.mkdir(parents=True)
    kept.chmod(0o755)


def linked(kept):
    (kept.parent / "elsewhere").mkdir(parents=True, mode=0o700)
    kept.symlink_to(kept.parent / "elsewhere")


def no_folder(kept):
    kept.parent.mkdir()
    kept.write_text("")


@pytest.mark.parametrize("make", [wide, linked, no_folder])
def test_a_folder_that_cannot_be_trusted_is_not_used(command, kept, papers, make):
    make(kept)
    before = sorted(kept.parent.rglob("*"))
    assert look(papers).says.flows
    assert sorted(kept.parent.rglob("*")) == before
    for line in (("cache",), ("cache", "--clear")):
        answer = command(*line, "--lang", "en")
        assert answer.code == 2
        assert "not used" in answer.err


def test_where_nothing_can_be_written_papers_are_read_all_the_same(papers, monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/caches")
    assert look(papers).says.flows


@pytest.mark.parametrize("verdict", ["timeout", "memory", "crashed", "unavailable", "unsupported", "missing"])
def test_what_came_of_the_machine_is_not_kept(kept, papers, monkeypatch, verdict):
    real = look(papers)
    entry_of(kept).unlink()
    answer = real._replace(verdict=verdict)
    monkeypatch.setattr(OneProcess, "read", lambda *_: answer)
    assert look(papers).verdict == verdict
    assert not list(kept.iterdir())


def test_a_damaged_paper_is_known_to_be_damaged(kept, papers, runs):
    (papers / "cut.pdf").write_bytes(text_pdf()[:300])
    assert [look(papers, "cut.pdf").verdict for _ in range(2)] == ["damaged", "damaged"]
    assert len(runs) == 1


def test_a_paper_that_changes_between_the_two_looks_is_not_kept(kept, papers, monkeypatch):
    other = look(papers)._replace(fingerprint="0" * 64)
    entry_of(kept).unlink()
    monkeypatch.setattr(OneProcess, "read", lambda *_: other)
    assert look(papers) == other
    assert not list(kept.iterdir())


def test_what_a_reader_of_others_read_is_not_kept(kept, papers, monkeypatch):
    answer = look(papers)._replace(format="their-format")
    entry_of(kept).unlink()
    monkeypatch.setattr(OneProcess, "read", lambda *_: answer)
    look(papers)
    assert not list(kept.iterdir())


def test_an_answer_that_no_reader_gives_is_not_believed_though_it_was_kept(kept, papers, runs):
    first = look(papers)
    with cache_folder.cache() as cache, (papers / "statement.csv").open("rb") as file:
        cache.put(cache.content(file.fileno()), b'{"verdict": "fine"}')
    assert look(papers) == first
    assert len(runs) == 2


def test_what_another_edition_of_the_readers_read_is_read_again(kept, papers, runs, monkeypatch):
    look(papers)
    monkeypatch.setattr(edition, "__version__", "another")
    look(papers)
    assert len(runs) == 2


def test_an_installed_package_makes_another_edition(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(tmp_path))
    before = edition.edition()
    assert edition.edition() == before
    (tmp_path / "reader-1.0.dist-info").mkdir()
    assert edition.edition() != before


PHOTO = ROOT / "examples" / "mould-workshop" / "papers" / "licence.jpg"


@pytest.fixture
def recogniser(monkeypatch):
    """What recognises print, as if it were installed; `said` is what it says of every photo."""
    said = [FileFacts("timeout")]
    monkeypatch.setattr(children, "can_recognise", lambda: True)
    monkeypatch.setattr(
        Processes, "read", lambda *_: said[0]._replace(fingerprint=fingerprint_of(PHOTO.read_bytes()))
    )
    return said


def test_a_photo_is_kept_once_its_print_is_recognised(kept, recogniser, runs):
    assert look(PHOTO.parent, PHOTO.name).recognised is None
    assert not list(kept.iterdir())
    seen = (Recognised("licence", Words("91330106MA2EX4P545", Place("print", 1, 2))),)
    recogniser[0] = FileFacts("ok", recognised=seen)
    for _ in range(2):
        facts = look(PHOTO.parent, PHOTO.name)
        assert (facts.recognised, facts.picture is None) == (seen, False)
    assert len(runs) == 4  # read, in vain, and again; then nothing more


def test_print_of_a_file_that_was_put_in_its_place_meanwhile_is_not_believed(monkeypatch):
    other = FileFacts("ok", fingerprint="0" * 64, recognised=())
    monkeypatch.setattr(children, "can_recognise", lambda: True)
    monkeypatch.setattr(Processes, "read", lambda *_: other)
    [facts] = children.read_all(str(PHOTO.parent), [PHOTO.name])
    assert facts.verdict == "ok"
    assert facts.recognised is None


def test_a_photo_is_kept_as_it_is_where_nothing_recognises_print(kept, runs, monkeypatch):
    monkeypatch.setattr(children, "can_recognise", lambda: False)
    for _ in range(2):
        assert look(PHOTO.parent, PHOTO.name).recognised is None
    assert len(runs) == 1


def test_a_file_larger_than_is_ever_read_is_not_kept(kept, papers):
    with (papers / "large.pdf").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert look(papers, "large.pdf").verdict == "too_large"
    assert not list(kept.iterdir())


def filled(kept, ages):
    kept.mkdir(parents=True, mode=0o700)
    now = 2_000_000_000
    for name, (age, size) in ages.items():
        (kept / name).write_bytes(b"x" * size)
        os.utime(kept / name, (now - age, now - age))
    return now


@pytest.mark.parametrize(
    ("limit", "value", "left"),
    [("MOST_BYTES", 25, {"a", "b"}), ("MOST_ENTRIES", 1, {"a"}), ("KEPT_SECONDS", 250, {"a", "b"})],
)
def test_the_oldest_go_first_when_there_is_too_much(kept, monkeypatch, limit, value, left):
    now = filled(kept, {"c": (300, 10), "a": (100, 10), "b": (200, 10)})
    monkeypatch.setattr(cache_folder, "time", lambda: now)
    monkeypatch.setattr(cache_folder, limit, value)
    folder = cache_folder.folder(kept)
    cache_folder.tidy(folder)
    os.close(folder)
    assert {each.name for each in kept.iterdir()} == left


def test_an_entry_that_was_asked_for_is_not_old(kept, papers):
    look(papers)
    entry = entry_of(kept)
    os.utime(entry, (1, 1))
    look(papers)
    assert entry.stat().st_mtime > 1


def test_runs_at_the_same_time_do_not_disturb_each_other(kept, papers):
    for number in range(4):
        (papers / f"{number}.csv").write_text(STATEMENT.replace("01-05", f"01-0{number + 1}"), "utf-8")
    names = [f"{number}.csv" for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        several = list(pool.map(lambda _: children.read_all(str(papers), names, cached=True), range(4)))
    assert all(each == several[0] for each in several)
    assert len(list(kept.iterdir())) == 4


@pytest.mark.parametrize(
    ("environment", "where"),
    [
        ({"XDG_CACHE_HOME": "/caches"}, "/caches/precheck"),
        ({"XDG_CACHE_HOME": "", "HOME": "/home/user"}, "/home/user/.cache/precheck"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/home/user"}, "/home/user/.cache/precheck"),
    ],
)
def test_it_is_where_the_system_keeps_such_things(monkeypatch, environment, where):
    monkeypatch.setattr("sys.platform", "linux")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert str(cache_folder.path()) == where


def test_a_check_says_the_same_with_it(kept, runs):
    plain = precheck.check(DRAFT, on=DAY).to_dict()
    papers = len(runs)
    assert papers
    for _ in range(2):
        assert precheck.check(DRAFT, on=DAY, cache=True).to_dict() == plain
    assert len(runs) == 2 * papers


@pytest.mark.parametrize(
    "line",
    [("check", DRAFT, "--on", "2026-11-20"), ("papers", DRAFT, "--on", "2026-11-20"), ("draft", EXAMPLE)],
)
def test_every_command_that_opens_papers_knows_it(command, kept, line):
    plain = command(*line)
    assert not kept.exists()
    assert command(*line, "--cache") == plain
    assert list(kept.iterdir())
    assert command(*line, "--cache") == plain


def test_a_project_may_want_it_always(command, kept, tmp_path, monkeypatch):
    copytree(EXAMPLE, tmp_path / "one")
    (tmp_path / "one" / "precheck.toml").write_text("cache = true")
    monkeypatch.chdir(tmp_path / "one")
    command.check("application.json", "--no-cache")
    assert not kept.exists()
    command.check("application.json")
    assert list(kept.iterdir())


def test_the_command_says_how_much_is_kept_and_forgets_it(command, kept, papers):
    assert command("cache", "--lang", "en").out == f"{kept}: no papers are remembered\n"
    look(papers)
    assert command("cache", "--lang", "en").out == f"{kept}: 1 papers, 2 KB\n"
    assert command("cache", "--clear", "--lang", "en").out == f"{kept}: 1 papers forgotten\n"
    assert not list(kept.iterdir())


def test_it_is_closed_whatever_happens(kept):
    with pytest.raises(KeyError), cache_folder.cache() as cache:
        raise KeyError
    with pytest.raises(OSError):
        os.fstat(cache.folder)
