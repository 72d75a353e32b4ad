"""What is in front of each person: a stack of modals, and the bot's Home. The workspace's lock guards it."""

import secrets
from collections.abc import Iterator
from dataclasses import replace

from sandbox.records import Json, Values, View
from sandbox.refusals import Refusal
from sandbox.rules import defaults, inputs

DEEPEST_STACK = 3


class Screens:
    """Modal stacks, topmost last, and Homes."""

    def __init__(self) -> None:
        """Nothing is open."""
        self.stacks: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}

    def all(self) -> Iterator[View]:
        """Every view that exists."""
        yield from self.homes.values()
        for stack in self.stacks.values():
            yield from stack

    def find(self, view_id: str) -> View | None:
        """The view with this id."""
        return next((view for view in self.all() if view.id == view_id), None)

    def find_external(self, external_id: str) -> View | None:
        """The view to which the bot gave this id of its own."""
        return next((view for view in self.all() if view.content.get("external_id") == external_id), None)

    def top(self, owner: str) -> View | None:
        """The modal this person sees."""
        stack = self.stacks.get(owner)
        return stack[-1] if stack else None

    def open(self, owner: str, content: Json) -> View:
        """A new stack of one, in place of any other."""
        self._check_external_id(content, place=None)
        view = _new(owner, content)
        self.stacks[owner] = [view]
        return view

    def push(self, owner: str, content: Json) -> View:
        """One more modal over those that are open."""
        stack = self.stacks.get(owner, [])
        if not stack:
            raise Refusal("not_found")
        if len(stack) >= DEEPEST_STACK:
            raise Refusal("push_limit_reached")
        self._check_external_id(content, place=None)
        view = replace(_new(owner, content), root=stack[0].id, previous=stack[-1].id)
        stack.append(view)
        return view

    def publish(self, owner: str, content: Json) -> View:
        """This person's Home from now on. It keeps its id."""
        old = self.homes.get(owner)
        self._check_external_id(content, place=old)
        self.homes[owner] = _changed(old, content) if old else _new(owner, content)
        return self.homes[owner]

    def update(self, view: View, content: Json) -> View:
        """Other content in the same place; what was typed stays while its ids do."""
        self._check_external_id(content, place=view)
        new = _changed(view, content)
        self._put(new)
        return new

    def type_in(self, view: View, values: Values) -> View:
        """What the person typed so far. The hash stays: it names what the bot sent."""
        merged = {block_id: dict(row) for block_id, row in view.values.items()}
        for block_id, row in values.items():
            merged.setdefault(block_id, {}).update(row)
        new = replace(view, values=inputs.start(view.blocks, kept=merged))
        self._put(new)
        return new

    def close(self, view: View) -> None:
        """Take this modal off its stack."""
        stack = self.stacks.get(view.owner, [])
        stack[:] = [other for other in stack if other.id != view.id]

    def clear(self, owner: str) -> None:
        """Close every modal of this person."""
        self.stacks.pop(owner, None)

    def _check_external_id(self, content: Json, *, place: View | None) -> None:
        given = content.get("external_id")
        taken = self.find_external(given) if given else None
        if taken and not (place and taken.id == place.id):
            raise Refusal("duplicate_external_id")

    def _put(self, new: View) -> None:
        if new.content["type"] == "home":
            self.homes[new.owner] = new
            return
        stack = self.stacks.get(new.owner, [])
        stack[:] = [new if view.id == new.id else view for view in stack]


def _new(owner: str, content: Json) -> View:
    view_id = f"V{secrets.token_hex(5).upper()}"
    dressed = defaults.view(content)
    values = inputs.start(dressed["blocks"])
    return View(id=view_id, hash=_new_hash(), owner=owner, root=view_id, content=dressed, values=values)


def _changed(view: View, content: Json) -> View:
    dressed = defaults.view(content)
    return replace(view, hash=_new_hash(), content=dressed, values=inputs.start(dressed["blocks"], kept=view.values))


def _new_hash() -> str:
    return f"{secrets.randbelow(10**10)}.{secrets.token_hex(4)}"
