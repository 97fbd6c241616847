"""Settles the environment before any test imports Textual, as the program itself does."""

import os

from civreg_tui.terminal import environment

os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
os.environ.pop("NO_COLOR", None)
os.environ.pop(environment.OUTPUT, None)
environment.prepare()
