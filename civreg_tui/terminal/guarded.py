"""Screens whose message handlers may fail with a sentence for the user.

Textual ends a screen's life at the first exception of a handler; here an expected one becomes a
line on the screen. It overrides a private method of Textual 8.2, as `frugal` does.
"""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.message import Message
from textual.screen import Screen

Result = TypeVar("Result")


class GuardedScreen(Screen[Result]):
    """A screen that shows the errors listed in ``EXPECTED`` by ``refuse`` and goes on."""

    EXPECTED: ClassVar[tuple[type[Exception], ...]] = ()

    def refuse(self, error: Exception) -> None:
        """Say an expected error's sentence; every screen decides where."""
        raise error

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except self.EXPECTED as error:
            self.refuse(error)
