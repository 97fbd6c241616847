"""Settles the environment before any test imports Textual, as the program itself does."""

from civreg_tui.terminal import environment

environment.prepare()
