"""The program's start.

While it is being loaded, Ctrl-C ends it at once, as a shell expects: a traceback's exit code 1 would say “findings”.
"""

import signal


def main() -> None:
    """Load the command line and run it."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from verifier.cli import main as run

    run()


if __name__ == "__main__":
    main()
