"""Check the citations of open letters, reports and articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.api import extract, render, verify

__version__ = "0.1.0"
__all__ = ["__version__", "extract", "render", "verify"]


def __getattr__(name: str) -> object:
    """The functions of the library, loaded when they are asked for: every module imports this one."""
    if name in {"extract", "render", "verify"}:
        from importlib import import_module

        return getattr(import_module("verifier.api"), name)
    raise AttributeError(f"module 'verifier' has no attribute {name!r}")
