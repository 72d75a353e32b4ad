"""Who or what a clause speaks of: staff, a patient, or a thing. A small reading of English, made for care."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto


class Subject(Enum):
    """Who acts in a clause."""

    STAFF = auto()
    """Staff, or a person of whom the clause does not say more, such as "she"."""
    PATIENT = auto()
    """A patient, or somebody of the family."""
    THING = auto()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PEOPLE = _set(
    """
    i we you he she they who nobody noone someone somebody anyone anybody everyone everybody person persons
    people individual individuals human humans staff team teams crew shift nights nurse nurses midwife midwives
    both neither one doctor doctors dr gp gps sho shos rmn rmns hca hcas cpn cpns amhp amhps ot ots ahp
    consultant consultants assistant assistants attendant attendants registrar registrars matron matrons deputy
    deputies lead leads coordinator member members colleague colleagues student students trainee trainees escort
    escorts guard guards clerk clerks police chef cook porter staffer agency bank junior juniors senior seniors
    professional professionals starter employee employees psychiatrist paramedic paramedics medic medics locum
    locums mentor secretary operative personnel keyworker hcsw chaplain volunteer volunteers advocate advocates
    apprentice apprentices nurse-in-charge
    """
)
PATIENTS = _set(
    """
    patient patients client clients resident residents user users relative relatives family mother father
    brother sister daughter son wife husband parents parent man woman men women boy girl visitor visitors
    teenager inpatient inpatients
    """
)
THINGS = _set(
    """
    alarm alarms battery batteries bed beds bell bleep camera cameras chart charts clock code computer
    connection cupboard cutter device devices door doors drawer equipment fence field form forms fridge gate
    handle heating key keypad keys label labels lamp lift light lights line line lock locks machine mailbox
    message network page pager pagers panel phone phones policy power process product prompt pump pumps radio
    radios record records screen sheet signal software system systems tablet template text trolley tool wi-fi
    wifi window windows wiring app application rio datix epma systmone outlook email emails letter referral
    supplier contractor internet server
    """
)
_THINGS_LIKE_PEOPLE = _set(
    """
    printer monitor scanner sensor router server computer charger folder letter number timer pager detector
    restrictor floor order paper register planner drawer heater radiator transmitter container locker filter
    reader controller breaker defibrillator ventilator elevator freezer cooler generator calculator indicator
    water power weather matter error corridor mirror factor cover border layer parameter browser header buzzer
    sticker tracker bleeper adapter dispenser holder marker thermometer meter laser shower tower shelter counter
    chapter reminder newsletter manner disorder danger answer other another later never over under after rather
    either further together whether ever supplier contractor processor editor behavior humidifier nebuliser
    concentrator compressor connector refrigerator oximeter glucometer mixer blender boiler cooker kettle list
    assist checklist
    """
)
_MADE_LIKE_PEOPLE = re.compile(r"[a-z-]{2,}(?:er|or|ist|ian|man|woman|men|women)s?")
_NOT_PART_OF_A_NAME = re.compile(
    r"(?:[a-z]+ly|has|have|had|is|was|were|been|also|then|again|just|both|all|still|even|often|not)"
)
_BOUNDARY = re.compile(
    r"[,;:()\u2013\u2014]|\s-\s|\b(?:and|but|because|when|while|that|which|so|after|before|if|unless|as|since|although"
    r"|though|or|then|where|until|than|however)\b",
    re.IGNORECASE,
)
_PREPOSITION = _set(
    """
    of in on at for from with by to during under near beside behind outside inside into without involved
    concerned working looking covering within despite about over through via per onto responsible present
    """
)
_WORD = re.compile(r"[A-Za-z][\w'\u2019-]*")


_NO_NAMES = _set("there it this that these those what nothing everything something no medicine")
_DETERMINERS = _set(
    """
    a an the this that these those his her its their our my your each every some any no
    """
)
_TITLES = _set("dr mr mrs ms miss prof nurse matron sister")


def who_is(word: str) -> Subject:
    """What the noun or pronoun means. An unknown word is a thing, unless it ends as words for people do."""
    lower = word.lower()
    single = lower.removesuffix("s")
    if lower in PATIENTS:
        return Subject.PATIENT
    if lower in PEOPLE:
        return Subject.STAFF
    if {lower, single} & (THINGS | _THINGS_LIKE_PEOPLE):
        return Subject.THING
    return Subject.STAFF if _MADE_LIKE_PEOPLE.fullmatch(lower) else Subject.THING


def subject_of(before: str) -> Subject:
    """The subject of the verb that follows `before`, the beginning of its sentence.

    A sentence that begins with the verb speaks of staff: "Failed to check the bag".
    """
    clauses = [_words(clause) for clause in _BOUNDARY.split(before)]
    if not any(clauses):
        return Subject.STAFF
    if len(clauses) == 1 or _has_a_subject(clauses[-1]):
        return _subject_in(clauses[-1], begins_sentence=len(clauses) == 1)
    return next(_known(word for clause in clauses for word in clause), Subject.THING)


def first_of(before: str) -> Subject:
    """The first person or thing that a sentence names; staff if it names none that is known."""
    return next(_known(_WORD.findall(before)), Subject.STAFF)


def _words(clause: str) -> list[str]:
    words = _WORD.findall(clause)
    while words and _NOT_PART_OF_A_NAME.fullmatch(words[-1].lower()):
        words.pop()
    return words


def _has_a_subject(words: list[str]) -> bool:
    """False for "and tried to", whose subject stands in the clause before."""
    return any(word.lower() in _DETERMINERS or word.istitle() for word in words) or any(_known(words))


def _known(words: Iterable[str]) -> Iterator[Subject]:
    """What the words mean, of those that are in a list or look like people."""
    for word in words:
        subject = who_is(word)
        if subject is not Subject.THING or word.lower() in THINGS:
            yield subject


def _subject_in(words: list[str], *, begins_sentence: bool) -> Subject:
    """The head of "the nurse on the night shift" is the nurse: the last word before the first preposition."""
    at = next((place for place, word in enumerate(words) if word.lower() in _PREPOSITION), len(words))
    phrase = words[:at] or words
    if _is_a_name(phrase, begins_sentence=begins_sentence and at > 0):
        return Subject.STAFF
    if at == 0:
        return next((who for who in map(who_is, words) if who is not Subject.THING), Subject.THING)
    return who_is(phrase[-1])


def _is_a_name(words: list[str], *, begins_sentence: bool) -> bool:
    """A capital inside a sentence, or one word alone at its beginning: "Sarah failed to". A plural is a thing."""
    head = words[-1].lower()
    if not words[-1].istitle() or head in THINGS | _THINGS_LIKE_PEOPLE | _NO_NAMES:
        return False
    alone = len(words) == 1 and not head.endswith("s")
    return not begins_sentence or alone or words[-2:][0].lower() in _TITLES
