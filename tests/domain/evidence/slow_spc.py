"""The rules of the chart a second time: one point and one rule at a time, as the words of the method have them.

It shares no line with `bot.domain.evidence.spc`, and is slow: each point looks at each window that could hold it.
"""

from fractions import Fraction


def exact_mean(numbers):
    return float(sum(Fraction(number) for number in numbers) / len(numbers))


def lines(baseline, *, screened):
    """Mean, and the distance from it to a limit. None if the moving ranges come to nothing."""
    ranges = [abs(baseline[at] - baseline[at - 1]) for at in range(1, len(baseline))]
    average = exact_mean(ranges)
    if screened:
        ranges = [size for size in ranges if not size >= 3.267 * average]
        average = exact_mean(ranges) if ranges else 0.0
    return (exact_mean(baseline), average) if average > 0 else None


class Segment:
    """One segment, and a question for each rule."""

    def __init__(self, values, centre, average):
        self.values, self.centre = values, centre
        self.upper, self.lower = centre + 2.66 * average, centre - 2.66 * average
        near = 2 * (2.66 / 3) * average
        self.near_upper, self.near_lower = centre + near, centre - near

    def windows(self, at, length):
        """Each window of `length` points of the segment that holds the point."""
        for first in range(at - length + 1, at + 1):
            if first >= 0 and first + length <= len(self.values):
                yield range(first, first + length)

    def above(self, at):
        return self.values[at] > self.centre

    def below(self, at):
        return self.values[at] < self.centre

    def on_one_side(self, window):
        return all(self.above(at) for at in window) or all(self.below(at) for at in window)

    def outside(self, at):
        return self.values[at] > self.upper or self.values[at] < self.lower

    def close(self, at):
        """Beyond the near limit, but not beyond the limit."""
        high = self.near_upper < self.values[at] <= self.upper
        low = self.lower <= self.values[at] < self.near_lower
        return high or low

    def in_a_trend(self, at):
        if not 0 <= at < len(self.values):
            return False
        for window in self.windows(at, 7):
            numbers = [self.values[other] for other in window]
            different = len(set(numbers)) == 7
            if different and (numbers == sorted(numbers) or numbers == sorted(numbers, reverse=True)):
                return True
        return False

    def rising(self, at):
        """To the right if the neighbour there is in a trend too, otherwise from the left."""
        if self.in_a_trend(at + 1):
            return self.values[at + 1] > self.values[at]
        return self.values[at] > self.values[at - 1]

    def one_of_two_in_three(self, at):
        if not self.close(at):
            return False
        return any(
            self.on_one_side(window) and [self.close(other) for other in window].count(True) >= 2
            for window in self.windows(at, 3)
        )

    def one_of_seven(self, at):
        return any(self.on_one_side(window) for window in self.windows(at, 7))

    def label(self, at):
        if self.outside(at):
            return "above_upper" if self.above(at) else "below_lower"
        if self.in_a_trend(at):
            return "trend_increasing" if self.rising(at) else "trend_decreasing"
        if self.one_of_two_in_three(at):
            return "two_in_three_above" if self.above(at) else "two_in_three_below"
        if self.one_of_seven(at):
            return "seven_above" if self.above(at) else "seven_below"
        return "common_cause"


GOOD_NEWS = {
    ("increase", True): "special_cause_improvement",
    ("increase", False): "special_cause_concern",
    ("decrease", True): "special_cause_concern",
    ("decrease", False): "special_cause_improvement",
    ("neutral", True): "special_cause_neutral_high",
    ("neutral", False): "special_cause_neutral_low",
}


def kind(label, improvement):
    if label == "common_cause":
        return "common_cause"
    return GOOD_NEWS[improvement, label.endswith(("above", "above_upper", "_increasing"))]


def icon(kind_of_last, improvement):
    """The icon's arrow follows from the direction that is better."""
    name = kind_of_last.removeprefix("special_cause_")
    up = {
        "increase": {"improvement": "high", "concern": "low"},
        "decrease": {"improvement": "low", "concern": "high"},
    }
    return f"{name}_{up[improvement][name]}" if name in {"improvement", "concern"} else name


def target_icon(target, upper, lower, improvement):
    if target is None or improvement == "neutral":
        return None
    if lower <= target <= upper:
        return "inconsistent"
    return "consistent_pass" if (target < lower) == (improvement == "increase") else "consistent_fail"


def slow_xmr(values, *, improvement, target=None, rebase_at=(), fix_after=None, screen_outliers=True):
    """Labels, kinds, lines, icon and assurance as plain values; None where limits mean nothing."""
    values = [float(value) for value in values]
    segments: list[list[float]] = []
    for at, value in enumerate(values):
        if at == 0 or at in rebase_at:
            segments.append([])
        segments[-1].append(value)
    labels, all_lines = [], []
    for segment in segments:
        baseline = segment if fix_after is None else segment[0:fix_after]
        found = lines(baseline, screened=screen_outliers)
        if found is None:
            return None
        asked = Segment(segment, *found)
        labels += [asked.label(at) for at in range(len(segment))]
        all_lines.append((asked.centre, asked.lower, asked.upper))
    kinds = [kind(label, improvement) for label in labels]
    _, lower, upper = all_lines[-1]
    return labels, kinds, all_lines, icon(kinds[-1], improvement), target_icon(target, upper, lower, improvement)
