"""The simulated web on its own: `python -m tests.web` prints the options that lead a program into it, until Ctrl-C.

`python -m tests.web --run COMMAND…` runs the command with those options appended and returns its exit code.
`--captive` makes every host answer with the sign-on page of a guest network.
"""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
import threading

from tests.web.captures import simulated_archive
from tests.web.server import SimulatedWeb


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.web", description=__doc__)
    parser.add_argument("--captive", action="store_true", help="every host answers with one sign-on page")
    parser.add_argument("--run", nargs=argparse.REMAINDER, metavar="COMMAND", help="run this in the simulated web")
    arguments = parser.parse_args()
    if arguments.run is not None and not arguments.run:
        parser.error("--run needs a command")
    with SimulatedWeb(archive=simulated_archive(), captive=arguments.captive) as web:
        try:
            if arguments.run:
                return subprocess.run([*arguments.run, *web.options], check=False).returncode
            sys.stdout.write(shlex.join(web.options) + "\n")
            sys.stdout.flush()
            threading.Event().wait()
        except KeyboardInterrupt:
            return 130 if arguments.run else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
