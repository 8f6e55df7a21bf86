"""Rules and policies of others join by entry points, without touching anything of ours."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

RULES = '''
from precheck.application import Scale
from precheck.rule import Cause, Context, Found, Trigger, warning, hit

@warning(
    "{code}", cause=Cause.POLICY, triggers=(Trigger.LIMIT,), source="示例机构 / an invented lender",
    zh="从业人员不足 {{least}} 人。\\n请说明用工方式。", en="Fewer than {{least}} employees.\\nSay how you work.",
)
def {name}(scale: Scale, context: Context) -> Found:
    """本行看重用工规模。

    This lender looks at the staff."""
    if scale.employees < 1000:
        return hit(scale / "employees", least=1000)
'''
POLICY = 'name = "shop-bank"\ntitle = "示例 / example"\nexample = true\nextends = "generic-cn"\n'
ENTRY_POINTS = "[precheck.rules]\nshop = shop_bank\n[precheck.policies]\nshop-bank = shop_bank:POLICY\n"


@pytest.fixture
def installed(tmp_path):
    """A package of somebody else, on the path, and a function that runs Python with it."""

    def install(code="SHO001", name="staff_is_large"):
        module = RULES.format(code=code, name=name)
        (tmp_path / "shop_bank.py").write_text(
            f"{module}\nPOLICY = {str(tmp_path / 'shop-bank.toml')!r}\n", "utf-8"
        )
        (tmp_path / "shop-bank.toml").write_text(POLICY, "utf-8")
        about = tmp_path / "shop_bank-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: shop-bank\nVersion: 1.0\n", "utf-8")
        (about / "entry_points.txt").write_text(ENTRY_POINTS, "utf-8")

    def run(*words):
        command = [sys.executable, "-m", "precheck", *words]
        environment = {"PYTHONPATH": f"{tmp_path}:{ROOT}", "PRECHECK_LANG": "en", "PATH": "/usr/bin:/bin"}
        return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)

    run.install = install
    return run


CLEAN = str(ROOT / "examples" / "wholesale-company" / "application.json")


def test_a_rule_of_others_runs_beside_ours(installed):
    installed.install()
    done = installed("check", CLEAN, "--on", "2026-11-20", "--format", "concise")
    assert "SHO001" in done.stdout
    assert done.returncode == 0


def test_a_policy_of_others_can_be_named(installed):
    installed.install()
    done = installed("check", CLEAN, "--on", "2026-11-20", "--policy", "shop-bank", "--format", "json")
    assert '"policy": "shop-bank"' in done.stdout


def test_a_code_that_is_taken_is_refused_and_nothing_reads_as_clean(installed):
    installed.install(code="FIN003")
    done = installed("check", CLEAN, "--on", "2026-11-20")
    assert done.returncode == 2
    assert "FIN003" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_package_that_does_not_import_is_a_fault_and_no_verdict(installed, tmp_path):
    installed.install()
    (tmp_path / "shop_bank.py").write_text("import no_such_module\n", "utf-8")
    done = installed("check", CLEAN, "--on", "2026-11-20")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
