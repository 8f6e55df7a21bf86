"""Other validators, one of them not written in Python or for it, agree with what is called ready."""

import json
import random
import re
import subprocess
import sys
from copy import deepcopy

import pytest
from jsonschema import Draft202012Validator

import precheck
from precheck.schema import application_schema
from tests.conftest import DAY, READY, ROOT
from tests.test_promises import WRONG, pointers, reach

MANY = 150


@pytest.fixture(scope="module")
def drafts(tmp_path_factory):
    """Ready drafts and drafts with one wrong value, as files, with what precheck says of each."""
    folder = tmp_path_factory.mktemp("drafts")
    chance = random.Random(20261120)
    found = {}
    for number in range(MANY):
        data = deepcopy(READY[chance.choice(sorted(READY))])
        if number % 3:
            parent, key = reach(data, chance.choice(list(pointers(data))))
            parent[key] = chance.choice([value for value in WRONG if value != 10**30])
        path = folder / f"{number:03}.json"
        path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        found[path] = precheck.check(path, on=DAY).ready
    return found


@pytest.fixture(scope="module")
def accepted(drafts, tmp_path_factory):
    """Which of the files a validator written in C++ accepts."""
    schema = tmp_path_factory.mktemp("schema") / "application.json"
    schema.write_text(json.dumps(application_schema()), "utf-8")
    names = [path.name for path in drafts]
    command = [
        sys.executable,
        "-m",
        "sourcemeta_jsonschema",
        "validate",
        str(schema),
        *names,
        "--verbose",
        "--continue",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=next(iter(drafts)).parent)
    said = re.findall(r"^(ok|fail): (\S+)", done.stdout + done.stderr, re.MULTILINE)
    assert {name for _, name in said} == set(names), "it has looked at every file"
    return {path: ("ok", path.name) in said for path in drafts}


def test_what_is_ready_is_accepted_and_what_is_refused_is_never_ready(drafts, accepted):
    assert {path.name for path, ready in drafts.items() if ready and not accepted[path]} == set()
    assert sum(drafts.values()) >= MANY // 3
    assert not all(accepted.values())


def test_the_other_validator_agrees_with_the_one_in_python(drafts, accepted):
    python = Draft202012Validator(application_schema())
    assert accepted == {path: python.is_valid(json.loads(path.read_text("utf-8"))) for path in drafts}


def test_the_published_schema_is_the_one_that_the_models_give():
    published = json.loads((ROOT / "schemas" / "application-1.json").read_text("utf-8"))
    assert published == application_schema()
    Draft202012Validator.check_schema(published)
