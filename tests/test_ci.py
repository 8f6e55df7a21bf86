"""Where the check runs by itself: hooks, an action, the snippets of docs/ci.md, each run as far as a machine can."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.command import CLEAN
from tests.conftest import ROOT, changed

BIN = Path(sys.executable).parent
HOOKS = {each["id"]: each for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
CHECK = next(each for each in STEPS if each.get("id") == "check")
GUIDE = (ROOT / "docs" / "ci.md").read_text("utf-8")
RUNNERS = ("pre-commit", "prek")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """An empty repository, in an environment without anybody's settings."""
    for name in [each for each in os.environ if each.startswith(("GIT_", "PRECHECK_", "PRE_COMMIT"))]:
        monkeypatch.delenv(name)
    for name in ("HOME", "PRE_COMMIT_HOME", "PREK_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("PATH", f"{BIN}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    run("git", "init", "-q")
    return folder


def run(*line, **more):
    return subprocess.run(line, capture_output=True, text=True, check=False, **more)


def write(path, **changes):
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(changed("restaurant", **changes), ensure_ascii=False, indent=1), "utf-8")


def install_hook():
    """The hook as published, but with the command that is installed already: building one needs a network."""
    hook = {**HOOKS["precheck"], "language": "system"}
    hook["args"] = [*hook["args"], "--on=2026-11-20", "--lang=en"]
    Path(".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]})
    )


@pytest.mark.parametrize("runner", RUNNERS)
def test_the_hook_stops_a_draft_that_is_not_ready_and_lets_others_pass(repository, runner):
    install_hook()
    write("drafts/good.json")
    Path("package.json").write_text("{}")
    run("git", "add", ".")
    passed = run(str(BIN / runner), "run", "--all-files")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    write("drafts/bad.json", set={"/loan/amount": "200000"})
    run("git", "add", ".")
    stopped = run(str(BIN / runner), "run", "--all-files")
    assert stopped.returncode == 1
    assert "drafts/bad.json:" in stopped.stdout
    assert "200000" not in stopped.stdout


@pytest.mark.parametrize("runner", RUNNERS)
def test_the_hook_keeps_the_settings_and_the_baseline_of_the_project(repository, runner):
    install_hook()
    write("drafts/old.json", set={"/documents/3/valid_until": "2026-11-01"})
    write("drafts/archive/broken.json", drop=["/loan"])
    line = ("precheck", "baseline", "drafts/old.json", "--on", "2026-11-20", "--reason", "from before")
    assert run(*line).returncode == 0
    Path("precheck.toml").write_text('baseline = "precheck-baseline.toml"\nexclude = "archive/"\n')
    run("git", "add", ".")
    passed = run(str(BIN / runner), "run", "--all-files")
    assert passed.returncode == 0, passed.stdout + passed.stderr


@pytest.mark.parametrize("runner", RUNNERS)
def test_the_hook_is_one_run_over_many_drafts(repository, runner):
    install_hook()
    for number in range(30):
        write(f"drafts/{number}.json")
    run("git", "add", ".")
    told = run(str(BIN / runner), "run", "--all-files", "--verbose").stdout
    assert told.count("Drafts: 30 checked") == 1


@pytest.mark.parametrize("runner", RUNNERS)
def test_the_hooks_are_what_their_runners_accept(repository, runner):
    told = run(str(BIN / runner), "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("application.json", True),
        ("shops/a/application.json", True),
        ("shops/application-2.json", True),
        ("drafts/x/y.json", True),
        ("王记.loan.json", True),
        ("package.json", False),
        ("schemas/report-1.json", False),
        ("redrafts/x.json", False),
    ],
)
def test_the_hooks_take_what_looks_like_a_draft(path, taken):
    assert all(bool(re.search(hook["files"], path)) is taken for hook in HOOKS.values())


def test_both_hooks_run_at_once_and_on_the_same_files():
    check, fix = HOOKS["precheck"], HOOKS["precheck-fix"]
    assert check["require_serial"] is fix["require_serial"] is True
    assert fix == {**check, **{name: fix[name] for name in ("id", "name", "description", "entry")}}


def act(repository, **inputs):
    """The step that checks, as a runner would start it."""
    defaults = {name: each.get("default", "") for name, each in ACTION["inputs"].items()}
    values = {name.replace("-", "_"): value for name, value in defaults.items()} | inputs
    variables = {name: _value(text, values) for name, text in CHECK["env"].items()}
    temporary = repository.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    files = {name: str(temporary / name) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    environment = {**os.environ, **variables, **files, "RUNNER_TEMP": str(temporary)}
    answer = run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", CHECK["run"], env=environment)
    told = {
        name: Path(path).read_text("utf-8") if Path(path).exists() else "" for name, path in files.items()
    }
    outputs = dict(line.split("=", 1) for line in told["GITHUB_OUTPUT"].splitlines())
    return answer, outputs, told["GITHUB_STEP_SUMMARY"]


def _value(text, values):
    name = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", text)[1]
    return values[name.replace("-", "_")]


ON = "--on\n2026-11-20"


def test_the_action_annotates_and_writes_a_summary_and_sarif(repository):
    write("drafts/bad.json", set={"/loan/amount": "200000"})
    answer, outputs, summary = act(repository, paths="drafts", args=ON, lang="en")
    assert answer.returncode == 1, answer.stderr
    assert "::error file=drafts/bad.json" in answer.stdout
    assert outputs["exit-code"] == "1"
    assert "bad.json" in summary
    assert json.loads(Path(outputs["sarif"]).read_text("utf-8"))["version"] == "2.1.0"
    assert "200000" not in answer.stdout + summary


def test_the_action_passes_a_draft_that_is_ready(repository):
    write("drafts/good.json")
    answer, outputs, _ = act(
        repository, paths="drafts", args=ON, policy="generic-cn\nexample-online", fail_on="error"
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert outputs["exit-code"] == "0"


def test_the_action_fails_when_the_job_could_not_be_done(repository):
    answer, outputs, _ = act(repository, paths="nowhere")
    assert answer.returncode == 2
    assert outputs["exit-code"] == "2"


@pytest.mark.parametrize("name", ["paths", "policy", "fail_on", "lang", "args"])
def test_no_input_of_the_action_is_run(repository, name):
    write("drafts/good.json")
    evil = '"; touch pwned; $(touch pwned) `touch pwned` ${IFS}'
    act(repository, **{"paths": "drafts", name: evil})
    assert not Path("pwned").exists()


def test_no_script_of_the_action_has_an_expression_in_it():
    assert not any("${{" in each.get("run", "") for each in STEPS)


def test_what_the_action_uses_is_pinned_to_a_commit():
    used = [each["uses"] for each in STEPS if "uses" in each]
    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", each) for each in used)


def test_every_input_of_the_action_is_used():
    text = (ROOT / "action.yml").read_text("utf-8")
    assert all(f"inputs.{name}" in text for name in ACTION["inputs"])


def test_the_snippets_of_the_guide_are_yaml_and_name_what_there_is():
    hooks, workflow, gitlab = map(yaml.safe_load, blocks("yaml"))
    assert {each["id"] for each in hooks["repos"][0]["hooks"]} <= HOOKS.keys()
    job = workflow["jobs"]["precheck"]["steps"][-1]
    assert job["with"].keys() <= ACTION["inputs"].keys()
    assert set(gitlab["precheck"]["artifacts"]["reports"]) == {"codequality", "junit"}


def commands():
    """The lines of the GitLab and Jenkins snippets that call precheck, with the variables that they are given."""
    gitlab = yaml.safe_load(blocks("yaml")[2])["precheck"]
    for line in gitlab["script"]:
        yield pytest.param(
            line, gitlab["variables"], list(gitlab["artifacts"]["reports"].values()), id="gitlab"
        )
    jenkins = blocks("groovy")[0]
    variables = dict(re.findall(r"(PRECHECK_\w+) = '(\w+)'", jenkins))
    files = re.findall(r"(?:junit|pattern:) '([^']+)'", jenkins)
    for line in re.findall(r"sh '(precheck [^']+)'", jenkins):
        yield pytest.param(line, variables, files, id="jenkins")


@pytest.mark.parametrize(("line", "variables", "files"), [*commands()])
def test_the_commands_of_the_snippets_write_the_files_that_are_collected(repository, line, variables, files):
    write("drafts/bad.json", set={"/loan/amount": "200000"})
    answer = run("sh", "-c", f"{line} --on 2026-11-20", env={**os.environ, **variables})
    assert answer.returncode == 1, answer.stderr
    assert "暂不能提交" in answer.stdout
    assert files
    for each in files:
        assert Path(each).stat().st_size > 0
        assert "200000" not in Path(each).read_text("utf-8")


@pytest.mark.parametrize("script", blocks("sh"))
def test_the_scripts_of_the_guide_succeed(repository, script):
    Path("drafts").mkdir()
    shutil.copy(CLEAN, "drafts/a.json")
    write("drafts/old.json", set={"/documents/3/valid_until": "2026-11-01"})
    answer = run("bash", "-euo", "pipefail", "-c", script)
    assert answer.returncode == 0, answer.stderr
