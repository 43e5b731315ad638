"""What gets installed: the wheel is complete, the image's steps can be taken, and it runs as anybody from anywhere.

No container can be made here, so the steps of the Dockerfile are taken on this machine: what its first stage copies is
copied, the wheel is made of that alone and installed into a fresh environment, and another user runs it.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from verifier.pipeline.doctor import NEEDED

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
INSTRUCTIONS = re.findall(r"^([A-Z]+) (.*)$", DOCKERFILE.replace("\\\n", " "), re.MULTILINE)
NOBODY = 65534


def copied() -> list[str]:
    """What the first stage takes from the repository."""
    sources = [arguments.split() for name, arguments in INSTRUCTIONS if name == "COPY" and "--from" not in arguments]
    return [source for words in sources for source in words[:-1]]


def run(command: list[str | Path], **more) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, **more)


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder that everybody may read: pytest's own are for their owner alone."""
    folder = Path(tempfile.mkdtemp(prefix="installed-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def wheel(place: Path) -> Path:
    source = place / "src"
    source.mkdir()
    for name in copied():
        here, there = ROOT / name, source / Path(name).name
        if here.is_dir():
            shutil.copytree(here, there, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(here, there)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    made = run([*pip, "wheel", "--no-deps", "--wheel-dir", place, source])
    assert made.returncode == 0, made.stderr
    (wheel,) = place.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(place: Path, wheel: Path) -> Path:
    """The folder of commands of a fresh environment; what the program depends on is lent from this one."""
    environment = place / "environment"
    assert run([sys.executable, "-m", "venv", "--without-pip", environment]).returncode == 0
    python = environment / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--python", python]
    done = run([*pip, "install", "--no-deps", "--no-index", wheel])
    assert done.returncode == 0, done.stderr
    (lib,) = environment.glob("lib/python*/site-packages")
    (lib / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return environment / "bin"


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    files = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "verifier").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert files - packed == set(), "package-data in pyproject.toml leaves them out"
    assert {name for name in packed if name.startswith("verifier/")} - files == set()


def test_the_installed_command_works_from_anywhere_as_anybody(installed: Path, place: Path) -> None:
    """With no home, in a folder that it must not write to, as a user without any right where that can be tried."""
    letter = place / "letter.txt"
    letter.write_text("An appeal.\n\nNotes\n\n[1] See https://example.org/a-\nlong-report.html\n", encoding="utf-8")
    another = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if _can_be_another() else {}
    environment = {"PATH": f"{installed}{os.pathsep}/usr/bin{os.pathsep}/bin", "HOME": "/nonexistent"}
    place.chmod(0o555)
    where = {"cwd": place, "env": environment, **another}
    helped = run(["verify", "--help"], **where)
    assert (helped.returncode, helped.stderr) == (0, "")
    assert helped.stdout.startswith("Usage: verify [OPTIONS] SOURCE...")
    found = run(["verify", "extract", "letter.txt", "--format", "json"], **where)
    assert (found.returncode, found.stderr) == (0, "")
    (citation,) = json.loads(found.stdout)["documents"][0]["citations"]
    assert citation["url"] == "https://example.org/a-long-report.html"
    page = run(["verify", "letter.txt", "--offline", "--no-history", "--no-report", "-f", "html"], **where)
    assert (page.returncode in {0, 1}, page.stderr) == (True, ""), "templates and their parts are there"
    assert "</html>" in page.stdout
    whence = run([installed / "python", "-c", "import verifier; print(verifier.__file__)"], cwd=place, env=environment)
    assert Path(whence.stdout.strip()).is_relative_to(place), "it was the installed one"


def _can_be_another() -> bool:
    """Whether another user may be taken here, and could run this Python and what is installed beside it."""
    needed = (Path(sys.base_prefix).resolve(), Path(sysconfig.get_path("purelib")).resolve())
    folders = {folder for path in needed for folder in (path, *path.parents)}
    return os.geteuid() == 0 and all(folder.stat().st_mode & 0o005 == 0o005 for folder in folders)


def test_all_that_is_imported_is_declared() -> None:
    """A fresh environment has what pyproject.toml names, and nothing else that happens to be here."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    named = [*project["dependencies"], *(one for extra in extras.keys() - {"dev"} for one in extras[extra])]
    declared = {_normal(re.split(r"[\[<>=!~; ]", one)[0]) for one in named}
    known = packages_distributions()
    undeclared = {}
    for path in (ROOT / "verifier").rglob("*.py"):
        for top in _imported(path) - {*sys.stdlib_module_names, "verifier"}:
            if not {_normal(one) for one in known.get(top, [top])} & declared:
                undeclared[top] = path.name
    # These come with the one beside them, by its own declaration.
    lent = {"markupsafe": "jinja2", "httpcore": "httpx", "certifi": "httpx", "anyio": "httpx"}
    assert {name: where for name, where in undeclared.items() if lent.get(name) not in declared} == {}


def test_the_doctor_looks_for_every_library_that_is_declared() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert [re.split(r"[\[<>=!~; ]", one)[0] for one in declared] == list(NEEDED)


def _normal(name: str) -> str:
    return name.lower().replace("_", "-")


def _imported(path: Path) -> set[str]:
    """The packages that a file imports when it is run."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tree.body = [
        node for node in tree.body if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test))
    ]
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names.add(node.module.partition(".")[0])
    return names


# --- the Dockerfile, by rules that a linter of such files would have


def test_the_image_is_small_and_its_user_ordinary() -> None:
    names = [name for name, _ in INSTRUCTIONS]
    assert set(names) <= {"FROM", "COPY", "RUN", "ENV", "USER", "WORKDIR", "ENTRYPOINT", "CMD"}
    images = [arguments.split()[0] for name, arguments in INSTRUCTIONS if name == "FROM"]
    assert all(re.fullmatch(r"python:3\.\d+-slim", image) for image in images), "a tag, never latest"
    assert names.count("FROM") == 2, "what builds is not what runs"
    last = names[len(names) - names[::-1].index("FROM") :]
    assert (last.count("USER"), last.index("USER") > last.index("RUN")) == (1, True)
    (user,) = [arguments for name, arguments in INSTRUCTIONS if name == "USER"]
    assert int(user) >= 10_000, "by number, and none of the machine's own"
    for name, arguments in INSTRUCTIONS:
        if name in {"ENTRYPOINT", "CMD"}:
            assert isinstance(json.loads(arguments), list), "as a list, so that signals arrive"
        if name == "RUN" and "pip" in arguments:
            assert "--no-cache-dir" in arguments
            assert "--constraint" in arguments
        assert "sudo" not in arguments
    assert all(Path(arguments).is_absolute() for name, arguments in INSTRUCTIONS if name == "WORKDIR")


def test_what_the_image_copies_is_there_and_nothing_else_is_sent() -> None:
    rules = [
        line
        for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert rules[0] == "*"
    allowed = {line.removeprefix("!") for line in rules if line.startswith("!")}
    assert set(copied()) == allowed
    assert all((ROOT / name).exists() for name in allowed)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {project["readme"], *project["license-files"], "pyproject.toml"} <= allowed, "the build reads them"
    assert not any(fnmatch(name, pattern) for name in (".verify", "letters", ".git") for pattern in allowed)
