"""Questions that many links ask at the same time: put once, and outliving whoever gives up."""

from __future__ import annotations

import asyncio

from verifier.checks.once import Once


def test_a_question_is_put_once_and_the_others_wait_for_its_answer() -> None:
    put: list[str] = []

    async def question() -> str:
        put.append("put")
        await asyncio.sleep(0)
        return "answer"

    async def main() -> list[tuple[str, bool]]:
        once: Once[str] = Once()
        first = await asyncio.gather(*(once.ask("a", question) for _ in range(3)))
        return [*first, await once.ask("a", question), await once.ask("b", question)]

    answers = asyncio.run(main())
    assert [answer for answer, _ in answers] == ["answer"] * 5
    assert [asked for _, asked in answers] == [True, False, False, False, True], "the last is another question"
    assert put == ["put", "put"]


def test_who_stops_waiting_does_not_stop_the_question() -> None:
    async def main() -> tuple[str, bool]:
        once: Once[str] = Once()
        going = asyncio.Event()

        async def question() -> str:
            await going.wait()
            return "answer"

        impatient = asyncio.create_task(once.ask("a", question))
        await asyncio.sleep(0)
        impatient.cancel()
        patient = asyncio.create_task(once.ask("a", question))
        await asyncio.sleep(0)
        going.set()
        return await patient

    assert asyncio.run(main()) == ("answer", False)
