"""Type-ahead in order: a key is handed out when the keys before it have done all they do.

Textual hands a key to the widget with the focus at once, though the key before it may be about to
close that widget's dialog. It knows private parts of Textual 8.2, as `frugal` does.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from textual.events import Key, Paste
from textual.message import Message
from textual.message_pump import MessagePump

_PATIENCE = 1.0
"""Seconds that a key waits at most, so a part that never rests cannot hold the keys."""
_EAGER, _PAUSE = 500, 0.002
"""So many looks at once, then one every so many seconds."""


class KeyOrder:
    """The keys that have come and were not handed out yet."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self._held: deque[Message] = deque()
        self._released: Message | None = None
        self._looks = 0
        self._since = 0.0

    @property
    def waiting(self) -> bool:
        """Whether a key is there that a new one must not overtake."""
        return bool(self._held) or self._released is not None

    def due(self, event: Message) -> bool:
        """Whether an event may be handled now; otherwise it is kept and posted again in time."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            return True
        if event is self._released:
            self._released = None
            return True
        self._held.append(event)
        if len(self._held) == 1:
            self._begin()
        return False

    def _begin(self) -> None:
        self._looks, self._since = 0, asyncio.get_running_loop().time()
        asyncio.get_running_loop().call_soon(self._look)

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        if not self._app._running or not self._app.screen_stack:
            self._held.clear()
            return
        if self._free() or loop.time() - self._since > _PATIENCE:
            self._released = self._held.popleft()
            self._app.post_message(self._released)
            if self._held:
                self._begin()
            return
        self._looks += 1
        if self._looks < _EAGER:
            loop.call_soon(self._look)
        else:
            loop.call_later(_PAUSE, self._look)

    def _free(self) -> bool:
        taker = self._app.focused or self._app.screen
        return self._released is None and all(rests(p) for p in taker.ancestors_with_self)


def rests(pump: MessagePump) -> bool:
    """Whether a part of the program has nothing to do and waits for its next message."""
    queue: Any = pump._message_queue
    waiting = getattr(queue.ready_event, "_waiters", ())
    return queue.empty() and pump._pending_message is None and bool(waiting)
