"""The wheel, built from the sdist, works in a bare environment away from the checkout."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
GOLDEN = CHECKOUT / "fixtures" / "golden" / "plain-date"


def run(*command: str | Path, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that was built from it."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, CHECKOUT, cwd=out)
    return out


@pytest.fixture(scope="module")
def bare(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment that holds the wheel, and the libraries it needs."""
    home = tmp_path_factory.mktemp("bare")
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    wheel = next(built.glob("*.whl"))
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=home)
    libraries = sysconfig.get_path("purelib")
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home)
    Path(site.strip(), "libraries.pth").write_text(f"{libraries}\n")
    return python


def test_the_sdist_holds_what_a_packager_needs(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.split("/", 1)[-1] for name in sdist.getnames()}
    wanted = {"LICENSE", "README.md", "pyproject.toml", "policies/public.yaml", "Makefile"}
    assert wanted | {"grammars/marking.lark", "grammars/instruction.lark"} <= names


def test_the_wheel_holds_no_tests(built: Path) -> None:
    wheel = next(built.glob("*.whl"))
    assert wheel.name.startswith("redact_cables-")
    listed = run(sys.executable, "-m", "zipfile", "-l", wheel, cwd=built)
    assert "redact/data/policies/public.yaml" in listed
    assert "redact/data/fonts/DejaVuSansMono.ttf" in listed
    assert "redact/data/fonts/LICENSE" in listed
    assert "tests/" not in listed.replace("data/policies/tests/", "")


def test_it_runs_away_from_the_checkout(bare: Path, tmp_path: Path) -> None:
    command = bare.parent / "redact"
    cable = tmp_path / "cable.txt"
    cable.write_bytes((GOLDEN / "cable.txt").read_bytes())
    found = run(bare, "-c", "import redact; print(redact.__file__)", cwd=tmp_path)
    assert str(bare.parent.parent) in found
    release = run(
        command, "apply", cable, "--policy", "public", "--as-of", "2018-04-16", cwd=tmp_path
    )
    assert release == (GOLDEN / "2018-04-16.txt").read_text()
    assert "public" in run(command, "policy", "list", cwd=tmp_path)
    marking = run(command, "marking", "(S//NF)", "--format", "json", cwd=tmp_path)
    assert '"portion":"S//NF"' in marking.replace(" ", "")
    instruction = run(command, "declass", "DECL: OADR", "--dated", "1987-04-07", cwd=tmp_path)
    assert "2012-12-31" in instruction
