"""A mapping that forgets what was not used for longest."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Item = TypeVar("Item")


class Recent(Generic[Key, Item]):
    """Keeps the ``size`` most recently used items."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._items: OrderedDict[Key, Item] = OrderedDict()

    def __len__(self) -> int:
        return len(self._items)

    def get(self, key: Key) -> Item | None:
        item = self._items.get(key)
        if item is not None:
            self._items.move_to_end(key)
        return item

    def put(self, key: Key, item: Item) -> None:
        self._items[key] = item
        self._items.move_to_end(key)
        if len(self._items) > self._size:
            self._items.popitem(last=False)

    def pop(self, key: Key) -> Item | None:
        return self._items.pop(key, None)

    def keys(self) -> tuple[Key, ...]:
        return tuple(self._items)

    def items(self) -> tuple[tuple[Key, Item], ...]:
        return tuple(self._items.items())

    def values(self) -> tuple[Item, ...]:
        return tuple(self._items.values())

    def move(self, rename: Callable[[Key], Key]) -> None:
        self._items = OrderedDict((rename(key), item) for key, item in self._items.items())

    def drop(self, unwanted: Callable[[Key, Item], bool]) -> None:
        for key in [key for key, item in self._items.items() if unwanted(key, item)]:
            del self._items[key]
