"""The service file: what it may say, how it is refused, and what is looked up in it."""

from enum import StrEnum
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from bot.domain.service import service as rules
from bot.domain.service.service import Person, Role, Service
from tests.domain.examples import AMARA, BOTH, ELM, INVISIBLE, OAK, ON_CALL, SAFETY, a_person, a_service, a_team


def many_on_call(count: int) -> list[Person]:
    ids = [f"U0CALL{number:03}" for number in range(count)]
    return [a_person(slack_id=each, team=None, roles=frozenset({Role.ON_CALL})) for each in ids]


def nobody_has(role: str) -> str:
    return f"nobody has the role {role}; give it to somebody"


def test_a_service_is_read_from_its_file_as_json():
    assert Service.model_validate_json(a_service().model_dump_json()) == a_service()


def test_a_service_is_read_within_one_working_day_unless_it_says_otherwise():
    assert a_service().read_within_working_days == 1


@pytest.mark.parametrize(
    ("changes", "reason", "place"),
    [
        ({"teams": (OAK, a_team(code="elm"), ELM)}, "another team has the same code", ("teams", 2, "code")),
        (
            {"teams": (OAK, a_team(code="ash", channel="C0ASH"))},
            "another team has the same name",
            ("teams", 1, "name"),
        ),
        (
            {"teams": (OAK, a_team(code="ash", name="Ash Ward"))},
            "another team has the same channel",
            ("teams", 1, "channel"),
        ),
        (
            {"safety_channel": "C0ELM"},
            "it is the safety channel, which is only for itself",
            ("teams", 1, "channel"),
        ),
        (
            {"teams": (OAK, ELM.model_copy(update={"shift_lead": "U0GONE"}))},
            "nobody with this id is listed",
            ("teams", 1, "shift_lead"),
        ),
        ({"people": (AMARA, SAFETY, ON_CALL, AMARA)}, "this person is listed twice", ("people", 3, "slack_id")),
        (
            {"people": (SAFETY, ON_CALL, a_person(team="ash"))},
            "no team with this code is listed",
            ("people", 2, "team"),
        ),
        (
            {"people": (AMARA, ON_CALL)},
            nobody_has("safety_team"),
            ("people", 0, "roles"),
        ),
        ({"people": (AMARA, SAFETY)}, nobody_has("on_call"), ("people", 0, "roles")),
        ({"people": ()}, nobody_has("safety_team"), ("people", 0, "roles")),
        ({"people": (SAFETY, *many_on_call(51))}, "at most 50 people may be on call", ("people", 0, "roles")),
    ],
)
def test_a_file_that_does_not_fit_together_is_refused_with_the_reason_and_the_place(changes, reason, place):
    with pytest.raises(ValidationError) as refused:
        a_service(**changes)
    [error] = refused.value.errors()
    assert (error["msg"], error["ctx"]["error"].place) == (f"Value error, {reason}", place)


def test_fifty_people_on_call_fit_into_the_sentence_that_mentions_them():
    assert len(a_service(people=(SAFETY, *many_on_call(50))).with_role(Role.ON_CALL)) == 50
    longest = " ".join(f"<@{'U' * 30}>" for _ in range(50))
    assert len(longest) < 2000


@pytest.mark.parametrize(
    "wrong", ["S0ONCALL01", "B0CANDOUR1", "C0SAFETY01", "A0CANDOUR1", "u0amara", "U0", "#oak", ""]
)
def test_only_a_person_is_a_person(wrong):
    with pytest.raises(ValidationError):
        a_person(slack_id=wrong)


@pytest.mark.parametrize("wrong", ["U0AMARA001", "W0AMARA001", "S0ONCALL01", "D0AMARA001", "#oak", ""])
def test_only_a_channel_is_a_channel(wrong):
    for build in (lambda: a_team(channel=wrong), lambda: a_service(safety_channel=wrong)):
        with pytest.raises(ValidationError):
            build()


@pytest.mark.parametrize("zone", ["", "London", "europe/london", "GMT+1", "../../etc/passwd", "Europe/London\n"])
def test_an_unknown_time_zone_is_refused_in_a_team_and_in_the_service(zone):
    reasons = []
    for build in (a_team, a_service):
        with pytest.raises(ValidationError) as refused:
            build(time_zone=zone)
        reasons += [(error["loc"], error["msg"]) for error in refused.value.errors()]
    expected = "Value error, is not a time zone; write one such as Europe/London"
    assert reasons == [(("time_zone",), expected), (("time_zone",), expected)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 81),
        ("safety_channel", "#safety-team"),
        ("on_call_phone", "99"),
        ("on_call_phone", "9" * 41),
        ("support", ""),
        ("support", "x" * 201),
        ("read_within_working_days", 0),
        ("read_within_working_days", 11),
        ("teams", ()),
        ("teams", tuple(a_team(code=f"t{n}", name=f"Team {n}", channel=f"C{n:05}") for n in range(101))),
    ],
)
def test_a_setting_outside_its_limits_is_refused_by_name(field, value):
    with pytest.raises(ValidationError) as refused:
        a_service(**{field: value})
    assert [error["loc"][:1] for error in refused.value.errors()] == [(field,)]


@pytest.mark.parametrize("blank", INVISIBLE)
@pytest.mark.parametrize(
    ("build", "field"),
    [
        (a_service, "name"),
        (a_service, "on_call_phone"),
        (a_service, "support"),
        (a_team, "name"),
        (a_person, "name"),
    ],
)
def test_what_nobody_can_see_is_no_name_no_number_and_no_support(build, field, blank):
    with pytest.raises(ValidationError) as refused:
        build(**{field: blank * 3})
    assert [error["loc"] for error in refused.value.errors()] == [(field,)]


def test_a_hundred_teams_are_as_many_as_a_menu_of_slack_takes():
    teams = tuple(a_team(code=f"t{n}", name=f"Team {n}", channel=f"C{n:05}") for n in range(100))
    assert len(a_service(teams=teams, people=(SAFETY, BOTH)).teams) == 100


def test_zones_are_known_by_name():
    zones = (a_service().zone, a_team(time_zone="Europe/Dublin").zone)
    assert zones == (ZoneInfo("Europe/London"), ZoneInfo("Europe/Dublin"))


@pytest.mark.parametrize(("role", "people"), [(Role.SAFETY_TEAM, (SAFETY, BOTH)), (Role.ON_CALL, (ON_CALL, BOTH))])
def test_people_with_a_role_come_in_the_order_of_the_file(role, people):
    assert a_service().with_role(role) == people


@pytest.mark.parametrize(
    ("slack_id", "may"),
    [
        ("U0SAFETY", [True, False]),
        ("U0ONCALL", [False, True]),
        ("U0BOTH", [True, True]),
        ("U0AMARA", [False, False]),
        ("U0STRANGER", [False, False]),
        ("", [False, False]),
    ],
)
def test_a_person_may_do_what_their_roles_allow_and_nothing_else(slack_id, may):
    assert [a_service().may(slack_id, role) for role in (Role.SAFETY_TEAM, Role.ON_CALL)] == may


@pytest.mark.parametrize(("code", "team"), [("oak", OAK), ("elm", ELM), ("ash", None), ("Oak", None), ("", None)])
def test_a_team_is_found_by_its_code(code, team):
    assert a_service().team(code) == team


@pytest.mark.parametrize(
    ("channel", "team"), [("C0OAK", OAK), ("C0ELM", ELM), ("C0SAFETY", None), ("C0OTHER", None), ("", None)]
)
def test_a_team_is_found_by_its_channel(channel, team):
    assert a_service().team_of_channel(channel) == team


@pytest.mark.parametrize(
    ("slack_id", "team"),
    [("U0AMARA", OAK), ("U0ONCALL", ELM), ("U0SAFETY", None), ("U0STRANGER", None), ("", None)],
)
def test_the_usual_team_of_a_person_is_known_or_not(slack_id, team):
    assert a_service().team_of_person(slack_id) == team


def test_the_roles_that_are_stored_keep_their_names():
    assert [role.value for role in Role] == [
        *("safety_team", "on_call", "safety_lead", "safety_deputy", "team_lead"),
        *("executive", "reviewer", "governance", "guardian", "administrator"),
    ]


def test_only_the_safety_team_and_on_call_need_somebody(monkeypatch):
    """A role that is added later may be empty: else every installation would refuse its own file after an update."""
    names = [*((role.name, role.value) for role in Role), ("LEARNING_LEAD", "learning_lead")]
    grown = StrEnum("Role", names)  # type: ignore[misc]
    monkeypatch.setattr(rules, "Role", grown)
    assert a_service().with_role(grown["LEARNING_LEAD"]) == ()  # type: ignore[arg-type]
    for nobody, people in (("safety_team", (AMARA, ON_CALL)), ("on_call", (AMARA, SAFETY))):
        with pytest.raises(ValidationError, match=f"nobody has the role {nobody}"):
            a_service(people=people)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"guardian_name": "Gwen Hale"}, "write guardian_name and guardian_phone, or neither"),
        ({"guardian_phone": "01632 960 040"}, "write guardian_name and guardian_phone, or neither"),
        (
            {"people": (AMARA, SAFETY, ON_CALL, a_person(slack_id="U0G", roles=frozenset({Role.GUARDIAN})))},
            "somebody is the guardian",
        ),
    ],
)
def test_a_guardian_has_a_name_and_a_phone(given, words):
    with pytest.raises(ValidationError, match=words):
        a_service(**given)


def test_a_guardian_who_is_not_in_slack_is_named_all_the_same():
    service = a_service(guardian_name="Gwen Hale", guardian_phone="01632 960 040")
    assert service.guardian_phone == "01632 960 040"
