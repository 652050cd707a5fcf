"""Budget: shares that fit, shares that wait, and those that give up waiting."""

from __future__ import annotations

import asyncio

import pytest

from tui_reader.budget import Budget


class Holder:
    """A task that holds a share until it is let go."""

    def __init__(self, budget: Budget, amount: int) -> None:
        self.holds = asyncio.Event()
        self._free = asyncio.Event()
        self.task = asyncio.create_task(self._hold(budget, amount))

    async def _hold(self, budget: Budget, amount: int) -> None:
        async with budget.share(amount):
            self.holds.set()
            await self._free.wait()

    async def let_go(self) -> None:
        self._free.set()
        await self.task


async def begun(*holders: Holder) -> list[bool]:
    """Whether each holds its share, once all have asked for it."""
    for _ in range(3):
        await asyncio.sleep(0)
    return [holder.holds.is_set() for holder in holders]


async def test_what_fits_is_held_at_once_and_the_rest_waits() -> None:
    budget = Budget(10)
    holders = [Holder(budget, amount) for amount in (6, 3, 5, 2)]
    assert await begun(*holders) == [True, True, False, False]
    await holders[1].let_go()
    assert await begun(*holders) == [True, True, False, True], "the smaller one does not wait for the larger"
    await holders[0].let_go()
    assert await begun(*holders) == [True, True, True, True]
    await asyncio.gather(holders[2].let_go(), holders[3].let_go())


async def test_more_than_all_is_all() -> None:
    budget = Budget(10)
    holders = [Holder(budget, 25), Holder(budget, 1)]
    assert await begun(*holders) == [True, False]
    await holders[0].let_go()
    assert await begun(holders[1]) == [True]
    await holders[1].let_go()


@pytest.mark.parametrize("granted", [False, True])
async def test_one_that_is_cancelled_leaves_its_share(granted: bool) -> None:
    budget = Budget(10)
    first, second = Holder(budget, 10), Holder(budget, 10)
    assert await begun(first, second) == [True, False]
    if granted:  # cancelled at the very moment in which its share comes
        first._free.set()
        first.task.add_done_callback(lambda _: second.task.cancel())
        await first.task
    else:
        second.task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await second.task
    third = Holder(budget, 10)
    assert await begun(third) == [granted]
    await asyncio.gather(first.let_go(), third.let_go())
    assert third.holds.is_set()
