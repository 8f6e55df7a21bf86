"""Policies: rows with a time in force, overridden by name, refused when they say what no policy can say."""

from datetime import date

import pytest

from precheck.errors import BadPolicy, UnknownPolicy
from precheck.policy import TABLES
from precheck.policy.file import BUILT_IN, load, names, validated
from precheck.relation import Band, Tolerance
from tests.command import command  # noqa: F401 - a fixture

DAY = date(2026, 11, 20)


def policy_file(tmp_path, text, name="mine"):
    path = tmp_path / f"{name}.toml"
    path.write_text(text, "utf-8")
    return str(path)


def limit(value, **more):
    return {"name": "amount_max", "value": value, "source": "test", **more}


def of(*limits):
    return validated({"name": "p", "title": "t", "limits": list(limits)}, "p")


def test_a_row_holds_from_its_first_day_to_its_last():
    policy = of(limit(1, until=date(2026, 11, 20)), limit(2, since=date(2026, 11, 21)))
    assert policy.on(date(2026, 11, 20)).limit["amount_max"] == 1
    assert policy.on(date(2026, 11, 21)).limit["amount_max"] == 2


def test_between_two_changes_the_policy_is_one_object():
    policy = of(limit(1), limit(2, since=date(2026, 12, 1)))
    assert policy.on(date(2026, 11, 1)) is policy.on(date(2026, 11, 30))
    assert policy.on(date(2026, 11, 30)) is not policy.on(date(2026, 12, 1))


def test_a_limit_that_is_not_in_force_is_a_fault_of_the_policy():
    with pytest.raises(BadPolicy, match="amount_max"):
        _ = of(limit(1, since=date(2030, 1, 1))).on(DAY).limit["amount_max"]


def test_a_tolerance_that_no_row_gives_tolerates_anything():
    assert of().tolerances["whatever"] == Tolerance()


def test_a_tolerance_is_a_share_either_way_or_a_band():
    raw = {"name": "near", "warn": 0.25, "error": [0.5, 3], "source": "test"}
    tolerance = validated({"name": "p", "title": "t", "closeness": [raw]}, "p").tolerances["near"]
    assert tolerance == Tolerance(Band(0.8, 1.25), Band(0.5, 3.0))


def test_a_lender_replaces_the_rows_that_it_names_and_keeps_the_others(tmp_path):
    text = 'name = "mine"\ntitle = "t"\nextends = "generic-cn"\n'
    text += '[[limits]]\nname = "amount_max"\nvalue = 7\nsource = "test"\n'
    mine, base = load(policy_file(tmp_path, text)).on(DAY), load("generic-cn").on(DAY)
    assert mine.limit["amount_max"] == 7
    assert {
        name: value for name, value in base.limit.items() if name != "amount_max"
    }.items() <= mine.limit.items()


def test_a_row_that_is_off_is_dropped(tmp_path):
    row = load("generic-cn").documents[0].name
    text = 'name = "mine"\ntitle = "t"\nextends = "generic-cn"\n'
    text += f'[[documents]]\nname = "{row}"\nany_of = ["licence"]\nsource = "test"\noff = true\n'
    assert row not in {each.name for each in load(policy_file(tmp_path, text)).on(DAY).documents}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('nam = "x"\ntitle = "t"\n', "did you mean name"),
        ('name = "x"\ntitle = "t"\n[[limits]]\nname = "a"\nvalu = 1\nsource = "s"\n', "did you mean value"),
        ('name = "x"\ntitle = "t"\n[[limits]]\nname = "a"\nvalue = "many"\nsource = "s"\n', "limits.0.value"),
        ('name = "x"\ntitle = "t"\n[[limits]]\nname = "a"\nvalue = 1\n', "limits.0.source"),
        ('name = "x"\ntitle = ', "not TOML"),
        ("name = " + "[" * 100_000, "nested too deeply"),
        ('name = "x"\ntitle = "t"\nextends = "mine.toml"\n', "circle"),
        ('name = "x"\ntitle = "t"\nextensions = "nowhere.json"\n', "cannot read"),
    ],
)
def test_what_is_no_policy_is_refused_with_its_place(tmp_path, text, hint):
    with pytest.raises(BadPolicy, match=hint):
        load(policy_file(tmp_path, text))


def test_a_path_is_no_name_and_its_file_is_never_taken_for_one_of_ours(tmp_path):
    """Ours are not validated again."""
    path = policy_file(tmp_path, 'name = "x"\ntitle = "t"\nextends = "generic-cn"\nnonsense = 1\n')
    with pytest.raises(BadPolicy, match="nonsense"):
        load(path)
    with pytest.raises(UnknownPolicy):
        load(path.removesuffix(".toml"))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_policy_is_read_as_editors_of_windows_write_it(tmp_path, ending):
    lines = ("\ufeff" + 'name = "x"', 'title = "t"', 'extends = "generic-cn"', "")
    path = tmp_path / "windows.toml"
    path.write_bytes(ending.join(lines).encode())
    assert load(str(path)).name == "x"


def test_an_unknown_name_gets_the_nearest_one():
    with pytest.raises(UnknownPolicy, match="did you mean generic-cn"):
        load("generic-cm")


@pytest.mark.parametrize("name", names())
def test_our_own_files_are_what_pydantic_would_make_of_them(name):
    policy = load(name)
    text = (BUILT_IN / f"{name}.toml").read_text("utf-8")
    assert policy.name == name
    import tomllib

    from precheck.policy.file import _extended

    checked = validated(_extended(tomllib.loads(text), BUILT_IN, (name,)), name)
    for table in TABLES:
        ours, theirs = getattr(policy, table), getattr(checked, table)
        assert [{n: getattr(row, n) for n in row.names} for row in ours] == [
            {n: getattr(row, n) for n in row.names} for row in theirs
        ]


@pytest.mark.parametrize("name", names())
def test_every_row_names_its_source(name):
    assert all(row.source for rows in load(name).tables().values() for row in rows)


@pytest.mark.parametrize("name", names())
def test_no_row_stands_twice_on_one_day(name):
    for table, rows in load(name).on(DAY).tables().items():
        assert len({row.name for row in rows}) == len(rows), table


@pytest.mark.parametrize("name", [name for name in names() if name != "generic-cn"])
def test_what_is_no_real_lender_says_so(name):
    policy = load(name)
    assert policy.example
    assert "示例" in policy.title


def test_a_policy_of_others_does_not_steer_the_terminal(command, tmp_path):
    path = policy_file(
        tmp_path, 'name = "x\\u001b[31m"\ntitle = "\\u001b]0;own\\u0007"\nextends = "generic-cn"\n'
    )
    assert "\x1b" not in command("policy", path).out


def test_a_fault_in_a_policy_does_not_steer_the_terminal(command, tmp_path):
    path = policy_file(tmp_path, 'name = "x"\ntitle = "t"\n"\\u001b[31m" = 1\n')
    answer = command("policy", path)
    assert answer.code == 2
    assert "\x1b" not in answer.err
