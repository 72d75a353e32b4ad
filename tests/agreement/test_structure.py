"""The page on the structure is what the imports say."""

from scripts import structure


def test_the_page_on_the_structure_is_drawn_from_the_imports():
    assert _rooms(structure.PAGE.read_text(encoding="utf-8")) == _rooms(structure.page())


def _rooms(page: str) -> str:
    """All but the figures, which change with every line of code."""
    return page.partition("### Figures")[0]


def test_no_room_imports_a_room_that_stands_above_it():
    rooms = structure.arrows(structure.ROOT)
    heights = structure.floors(rooms)
    assert [
        (room, below) for room, others in rooms.items() for below in others if heights[below] >= heights[room]
    ] == []
