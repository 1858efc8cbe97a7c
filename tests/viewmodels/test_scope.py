"""The scope: a sample within the data, or the batch."""

from __future__ import annotations

from gradsim.viewmodels.scope import Scope


def scope_of(samples: int) -> Scope:
    scope = Scope()
    scope.set_samples(samples)
    return scope


def test_it_opens_on_sample_one() -> None:
    assert Scope().sample == 1


def test_a_sample_beyond_the_data_becomes_the_last() -> None:
    scope = scope_of(10)
    scope.choose(12)
    assert scope.sample == 10
    scope.set_samples(4)
    assert scope.sample == 4


def test_leaving_the_batch_returns_to_the_sample_before() -> None:
    scope = scope_of(10)
    scope.choose(7)
    scope.choose(None)
    assert scope.sample is None
    assert scope.last_sample == 7


def test_only_a_change_is_reported() -> None:
    scope = scope_of(10)
    reports: list[int | None] = []
    scope.changed.connect(lambda: reports.append(scope.sample))
    scope.choose(1)
    scope.choose(None)
    scope.choose(None)
    scope.choose(3)
    assert reports == [None, 3]
