"""Plays the runner of GitHub Actions for a composite action, step by step, on this machine.

In: the folder of the action, its inputs, what set it off. Out: what the run left: outputs, summary, log, artifacts, and
whether it failed. Steps are read from action.yml and run in order with bash as the runner does it; expressions are
evaluated as far as our action uses them, and anything beyond that is an error. The four actions of others that ours
uses are played: a cache is a folder for each key, an artifact a copy.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_NAME = re.compile(r"'[^']*'|(?:github|inputs|steps)(?:\.[\w-]+)+|always\(\)|&&|\|\||!(?!=)")


@dataclass(slots=True)
class Left:
    """What one run left behind."""

    outputs: dict[str, str] = field(default_factory=dict)
    log: str = ""
    summary: str = ""
    ran: list[str] = field(default_factory=list)
    failed: bool = False


@dataclass(slots=True)
class Runner:
    """One machine's worth of runs: the workspace and the temporary folder live for one run, cache and artifacts on.

    `environment` holds what every step sees; `github` what expressions see as `github.…`.
    """

    action: Path
    workspace: Path
    storage: Path
    environment: dict[str, str]
    github: dict[str, Any]

    @property
    def cache(self) -> Path:
        """A folder for each key."""
        return self.storage / "cache"

    @property
    def artifacts(self) -> Path:
        """A folder for each artifact."""
        return self.storage / "artifacts"

    def play(self, **inputs: str) -> Left:
        """Run the action once with `inputs` (`_` for `-`), all others at their defaults."""
        definition = YAML(typ="safe").load(self.action / "action.yml")
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert set(given) <= set(definition["inputs"]), "an input that the action does not have"
        values = {name: given.get(name, one.get("default", "")) for name, one in definition["inputs"].items()}
        contexts: dict[str, Any] = {"github": self.github, "steps": {}}
        contexts["inputs"] = {name: _filled(value, contexts) for name, value in values.items()}
        left = Left()
        with tempfile.TemporaryDirectory(prefix="runner-") as temporary:
            self._prepare(Path(temporary))
            for step in definition["runs"]["steps"]:
                self._step(step, contexts, left, Path(temporary))
            left.outputs = {name: _filled(one["value"], contexts) for name, one in definition["outputs"].items()}
        return left

    def _prepare(self, temporary: Path) -> None:
        """The program is installed already, as after an earlier use of the action in the same job."""
        folder = temporary / "verifier" / "bin"
        folder.mkdir(parents=True)
        for name, there in (("python", sys.executable), ("verify", Path(sys.executable).with_name("verify"))):
            (folder / name).write_text(f'#!/bin/sh\nexec "{there}" "$@"\n', encoding="utf-8")
            (folder / name).chmod(0o755)

    def _step(self, step: Mapping[str, Any], contexts: dict[str, Any], left: Left, temporary: Path) -> None:
        condition = str(step.get("if", "true"))
        if left.failed and "always()" not in condition:
            return
        if condition != "true" and not _evaluate(condition, contexts):
            return
        left.ran.append(step["name"])
        if "uses" in step:
            handed = {name: _filled(str(value), contexts) for name, value in step.get("with", {}).items()}
            outputs, is_good = self._use(step["uses"], handed), True
        else:
            assert step["shell"] == "bash"
            assert "${{" not in step["run"], "an expression inside a script is run as a script"
            environment = {name: _filled(str(value), contexts) for name, value in step.get("env", {}).items()}
            outputs, is_good = self._bash(step["run"], environment, left, temporary)
        if "id" in step:
            contexts["steps"][step["id"]] = {"outputs": outputs}
        left.failed = left.failed or not is_good

    def _bash(self, script: str, given: dict[str, str], left: Left, temporary: Path) -> tuple[dict[str, str], bool]:
        files = {name: temporary / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        (temporary / "step.sh").write_text(script, encoding="utf-8")
        environment = {
            **self.environment,
            **{name: str(file) for name, file in files.items()},
            "RUNNER_TEMP": str(temporary),
            "GITHUB_ACTION_PATH": str(self.action),
            **given,
        }
        with tempfile.TemporaryFile() as output:  # not a pipe: see tests/test_cli.py
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(temporary / "step.sh")],
                cwd=self.workspace,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                timeout=300,
                check=False,
            )
            output.seek(0)
            left.log += output.read().decode("utf-8")
        summary = files["GITHUB_STEP_SUMMARY"].read_bytes()
        assert len(summary) <= 1024 * 1024, "the runner drops a longer summary"
        left.summary += summary.decode("utf-8")
        assert not files["GITHUB_ENV"].read_text("utf-8"), "the action leaves the job's environment alone"
        return _outputs(files["GITHUB_OUTPUT"].read_text("utf-8")), done.returncode == 0

    def _use(self, action: str, given: dict[str, str]) -> dict[str, str]:
        match action:
            case "actions/setup-python@v5":
                return {"python-path": sys.executable}
            case "actions/cache/restore@v4":
                return self._restore(given)
            case "actions/cache/save@v4":
                if not (self.cache / given["key"]).exists():  # a key is never written twice
                    shutil.copytree(self.workspace / given["path"], self.cache / given["key"])
                return {}
            case "actions/upload-artifact@v4":
                shutil.rmtree(self.artifacts / given["name"], ignore_errors=True)
                shutil.copytree(given["path"], self.artifacts / given["name"])
                return {}
        raise AssertionError(f"nobody has taught the player {action}")

    def _restore(self, given: dict[str, str]) -> dict[str, str]:
        """The key itself, or else the newest that begins with the restore key."""
        known = sorted(self.cache.iterdir(), key=lambda one: one.stat().st_ctime_ns) if self.cache.exists() else []
        fitting = [one for one in known if one.name.startswith(given["restore-keys"])]
        chosen = next((one for one in known if one.name == given["key"]), fitting[-1] if fitting else None)
        if chosen is None:
            return {"cache-hit": ""}
        shutil.copytree(chosen, self.workspace / given["path"], dirs_exist_ok=True)
        return {"cache-hit": str(chosen.name == given["key"]).lower()}


def _outputs(text: str) -> dict[str, str]:
    """An environment file: `name=value`, or `name<<end`, lines, `end`."""
    outputs: dict[str, str] = {}
    lines = iter(text.splitlines())
    for line in lines:
        name, marked, end = line.partition("<<")
        if marked and "=" not in name:
            value = []
            for part in lines:
                if part == end:
                    break
                value.append(part)
            else:
                raise AssertionError(f"the output {name} does not end")
            outputs[name] = "\n".join(value)
        else:
            name, _, outputs[name] = line.partition("=")
    return outputs


def _filled(text: str, contexts: Mapping[str, Any]) -> str:
    """`text` with its expressions replaced by their values."""
    return _EXPRESSION.sub(lambda match: _shown(_evaluate(match[1], contexts)), text)


def _shown(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _evaluate(expression: str, contexts: Mapping[str, Any]) -> Any:
    """The value of an expression made of names, texts, ==, !=, &&, ||, ! and always()."""
    values: dict[str, Any] = {}

    def named(match: re.Match[str]) -> str:
        found = match[0]
        operator = {"&&": " and ", "||": " or ", "!": " not ", "always()": " True "}.get(found)
        if operator or found.startswith("'"):
            return operator or found
        value: Any = contexts
        for part in found.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        values[f"value_{len(values)}"] = "" if value is None else value
        return f"value_{len(values) - 1}"

    python = _NAME.sub(named, expression.strip())
    rest = re.sub(r"'[^']*'|value_\d+|\b(?:and|or|not|True)\b|==|!=|[()\s]", "", python)
    assert not rest, f"beyond what the player understands: {rest!r} in {expression!r}"
    return eval(python, {"__builtins__": {}}, values)  # nothing but names, texts and operators is left in it
