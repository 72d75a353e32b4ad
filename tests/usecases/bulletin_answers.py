"""A bulletin that is posted, and answered by a team."""

from bot.domain.bulletins.answers import BulletinAnswer, BulletinWordsForm
from bot.domain.bulletins.draft import Draft
from bot.usecases.bulletins.answers import answer_bulletin, write_to_lead
from storage import bulletins
from tests.usecases.bot_without_slack import Bot, at

DRAFTED, POSTED = at("2026-11-26 09:00"), at("2026-11-30 09:00")
WROTE = "Could the huddle be at seven?"


def latest(bot: Bot, team: str = "oak") -> Draft:
    """The bulletin that this team had last."""
    with bot.context.database.reading() as transaction:
        return bulletins.posted(transaction, team, limit=1)[0]


def posted(bot: Bot, points: int = 3) -> Draft:
    """Approved learning points for the ward, and the first of them posted on its Monday."""
    bot.approves_drafts = True
    bot.approved_points(points, teams=frozenset({"oak"}))
    for moment in (DRAFTED, POSTED):
        bot.clock.to(moment)
        bot.tick()
    return latest(bot)


def many_answer(bot: Bot, draft: Draft, answer: BulletinAnswer, people: int, *, named: str = "U0WARD") -> None:
    for number in range(people):
        answer_bulletin(bot.context, draft.id, answer, by=f"{named}{number}", now=bot.clock.now())


def writes(bot: Bot, draft: Draft, words: str = WROTE, *, key: str = "words 1"):
    return write_to_lead(bot.context, draft.id, BulletinWordsForm(words=words), key=key, now=bot.clock.now())


def posted_and_answered(bot: Bot) -> Draft:
    """Posted, answered by one, with words for the lead."""
    draft = posted(bot)
    many_answer(bot, draft, BulletinAnswer.TRY, 1)
    writes(bot, draft)
    return draft
