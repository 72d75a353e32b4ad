"""Draws the charts with matplotlib: no global state, so that any thread may. Shape says what colour says."""

from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bot.domain.evidence.spc import PointType
from bot.views.documents.paper import Chart

GREY, BLUE, ORANGE, PURPLE, INK = "#5f6b76", "#005eb8", "#b45309", "#6d28d9", "#212b32"
"""On white each has a contrast of more than 3:1, which WCAG asks of graphics."""
MARKS = {
    PointType.COMMON_CAUSE: ("o", GREY),
    PointType.IMPROVEMENT: ("v", BLUE),
    PointType.CONCERN: ("^", ORANGE),
    PointType.NEUTRAL_HIGH: ("D", PURPLE),
    PointType.NEUTRAL_LOW: ("D", PURPLE),
}
_INCHES = (8.0, 2.8)
_DOTS = 150
_POINTS, _BARS = (0.08, 0.22, 0.9, 0.73), (0.36, 0.17, 0.6, 0.8)
"""Left, bottom, width and height of what is drawn, as shares of the picture."""


def png(chart: Chart) -> bytes:
    """The picture. The same chart gives the same bytes."""
    figure = Figure(figsize=_INCHES, dpi=_DOTS)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes(
        _BARS if chart.bars else _POINTS
    )  # Fixed, because a layout that is computed takes as long.
    (_bars if chart.bars else _points)(axes, chart)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    written = BytesIO()
    canvas.print_png(written, metadata={"Software": None})  # type: ignore[no-untyped-call]
    return written.getvalue()


def _points(axes: Axes, chart: Chart) -> None:
    places, values = range(len(chart.values)), [value or 0.0 for value in chart.values]
    axes.plot(places, values, color=GREY, linewidth=1.2, zorder=1)
    kinds = [point.point_type for point in chart.xmr.points] if chart.xmr else [PointType.COMMON_CAUSE] * len(values)
    for place, value, kind in zip(places, values, kinds, strict=True):
        shape, colour = MARKS[kind]
        axes.plot([place], [value], marker=shape, color=colour, markersize=8, linestyle="none", zorder=2)
    if chart.xmr:
        [group] = chart.xmr.groups
        axes.axhline(group.mean, color=INK, linewidth=1.2)
        for limit in (group.lower, group.upper):
            axes.axhline(limit, color=INK, linewidth=1, linestyle=(0, (5, 4)))
    axes.set_xticks(list(places), [_short(label) for label in chart.labels], rotation=45, ha="right", fontsize=8)
    axes.set_ylabel(chart.unit, color=INK)
    axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))


def _bars(axes: Axes, chart: Chart) -> None:
    """Lying bars with their numbers. What is hidden has no bar, and says so."""
    places = list(range(len(chart.values)))
    axes.barh(places, [value or 0 for value in chart.values], color=BLUE, height=0.6)
    for place, value in zip(places, chart.values, strict=True):
        axes.text(
            value or 0, place, " hidden" if value is None else f" {value:g}", va="center", color=INK, fontsize=9
        )
    axes.set_yticks(places, list(chart.labels), fontsize=9)
    axes.invert_yaxis()
    axes.set_xlabel(chart.unit, color=INK)


def _short(month: str) -> str:
    """Nov 26, of November 2026."""
    name, _, year = month.partition(" ")
    return f"{name[:3]} {year[-2:]}"
