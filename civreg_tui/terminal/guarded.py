"""Screens whose message handlers may fail with a sentence for the user.

Textual ends a screen's life at the first exception of a handler; here an expected one becomes a
line on the screen. It overrides a private method of Textual 8.2, as `frugal` does.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any, ClassVar, TypeVar

from textual._callback import invoke
from textual.message import Message
from textual.screen import Screen

Result = TypeVar("Result")
Handler = Callable[[Message], Awaitable[Any]]


class GuardedScreen(Screen[Result]):
    """A screen that shows the errors listed in ``EXPECTED`` by ``refuse`` and goes on."""

    EXPECTED: ClassVar[tuple[type[Exception], ...]] = ()

    def refuse(self, error: Exception) -> None:
        """Say an expected error's sentence; every screen decides where."""
        raise error

    def _get_dispatch_methods(
        self, method_name: str, message: Message
    ) -> Iterable[tuple[type, Handler]]:
        """Each handler is guarded by itself, so that Textual's own ones run in any case."""
        for kind, handler in super()._get_dispatch_methods(method_name, message):
            yield kind, self._guarded(handler)

    def _guarded(self, handler: Handler) -> Handler:
        async def call(message: Message) -> None:
            try:
                await invoke(handler, message)
            except self.EXPECTED as error:
                self.refuse(error)

        return call
