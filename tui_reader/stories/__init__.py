"""Which articles are editions of one story, by which evidence, and how sure: pure, without a clock or a database.

An article states *claims* (`claiming`): "I stand at this address", "my edition stands at that address", "my story
is called so", "my address holds this number". Two articles of one source whose claims meet are a *pair* with its
*evidence*. What says nothing of that kind is compared by its *sketch* (`sketches`, `likeness`): lead picture, names,
numbers, time. The strongest pairs join first, and two articles in one language never join (`grouping`). What
comes out depends on the set of articles alone, never on the order in which they arrived.

This package must not know how claims and sketches are stored: a store finds claims by `Claim.key` and sketches
by their time, so that it finds the few articles that a new one may belong to without looking at the others.
"""
