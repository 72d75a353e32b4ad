"""Who or what a clause speaks of: a person, or a thing. A small reading of English, made for sentences about care."""

import re

PEOPLE = frozenset(
    """
    i we you he she they who nobody noone someone somebody anyone anybody everyone everybody person persons people man
    woman individual individuals human humans staff team teams crew shift nights nurse nurses midwife midwives doctor
    doctors dr gp gps sho shos rmn rmns hca hcas cpn cpns amhp amhps ot ots ahp consultant consultants assistant
    assistants attendant attendants registrar registrars matron matrons deputy deputies lead leads coordinator member
    members colleague colleagues student students trainee trainees escort escorts guard guards clerk clerks police chef
    cook porter staffer agency bank junior juniors senior seniors professional professionals starter sister brother
    mother father patient patients client clients resident residents user users relative relatives family employee
    employees psychiatrist paramedic paramedics medic medics locum locums mentor secretary operative personnel
    keyworker hcsw chaplain volunteer volunteers advocate advocates apprentice apprentices nurse-in-charge
    """.split()
)
THINGS = frozenset(
    """
    alarm alarms battery batteries bed beds bell bleep camera cameras chart charts clock code computer connection
    cupboard cutter device devices door doors drawer equipment fence field form forms fridge gate handle heating key
    keypad keys label labels lamp lift light lights line line lock locks machine mailbox message network page pager
    pagers panel phone phones policy power process product prompt pump pumps radio radios record records screen sheet
    signal software system systems tablet template text trolley tool wi-fi wifi window windows wiring app application
    rio datix epma systmone outlook email emails letter referral supplier contractor internet server
    """.split()
)
_THINGS_LIKE_PEOPLE = frozenset(
    """
    printer monitor scanner sensor router server computer charger folder letter number timer pager detector restrictor
    floor order paper register planner drawer heater radiator transmitter container locker filter reader controller
    breaker defibrillator ventilator elevator freezer cooler generator calculator indicator water power weather matter
    error corridor mirror factor cover border layer parameter browser header buzzer sticker tracker bleeper adapter
    dispenser holder marker thermometer meter laser shower tower shelter counter chapter reminder newsletter manner
    disorder danger answer other another later never over under after rather either further together whether ever
    supplier contractor processor editor behavior humidifier nebuliser concentrator compressor connector refrigerator
    oximeter glucometer cutter mixer blender boiler cooker kettle list assist checklist
    """.split()
)
_MADE_LIKE_PEOPLE = re.compile(r"[a-z-]{2,}(?:er|or|ist|ian|ee|man|woman|men|women)s?")
_NOT_PART_OF_A_NAME = re.compile(r"(?:[a-z]+ly|has|have|had|is|was|were|been|also|then|again|just|both|all|still|even|often|not)")
_BOUNDARY = re.compile(
    r"[,;:()\u2013\u2014]|\s-\s|\b(?:and|but|because|when|while|that|which|so|after|before|if|unless|as|since|although"
    r"|though|or|then|where|until|than|however)\b",
    re.IGNORECASE,
)
_PREPOSITION = frozenset(
    """of in on at for from with by to during under near beside behind outside inside into without involved concerned
    working looking covering within despite about over through via per onto responsible present""".split()
)
_WORD = re.compile(r"[A-Za-z][\w'\u2019-]*")


def is_person(word: str) -> bool:
    """Whether the noun or pronoun means a person or a group of people."""
    lower = word.lower()
    if lower in PEOPLE:
        return True
    single = lower.removesuffix("s")
    if lower in THINGS or lower in _THINGS_LIKE_PEOPLE or single in _THINGS_LIKE_PEOPLE:
        return False
    return single in PEOPLE or _MADE_LIKE_PEOPLE.fullmatch(lower) is not None


def person_acts(before: str) -> bool:
    """Whether the verb that follows `before`, the beginning of its sentence, has a person as its subject.

    A sentence that begins with the verb speaks of people too: "Failed to check the bag".
    """
    clauses = [_words(clause) for clause in _BOUNDARY.split(before)]
    if not any(clauses):
        return True
    if clauses[-1]:
        return _head_is_person(clauses[-1], first=len(clauses) == 1)
    known = (word for clause in clauses for word in clause if is_person(word) or word.lower() in THINGS)
    return is_person(next(known, ""))


def _words(clause: str) -> list[str]:
    words = _WORD.findall(clause)
    while words and _NOT_PART_OF_A_NAME.fullmatch(words[-1].lower()):
        words.pop()
    return words


def _head_is_person(words: list[str], *, first: bool) -> bool:
    """The head of "the nurse on the night shift" is the nurse: the last word before the first preposition."""
    at = next((place for place, word in enumerate(words) if word.lower() in _PREPOSITION), len(words))
    if at == 0:
        return any(is_person(word) for word in words)
    head = words[at - 1]
    return is_person(head) or _is_a_name(words[:at], first=first)


def _is_a_name(words: list[str], *, first: bool) -> bool:
    """A capital inside a sentence, or one word alone at its beginning: "Sarah failed to". A plural is a thing."""
    head = words[-1]
    if not head.istitle() or head.lower() in THINGS or head.lower() in _THINGS_LIKE_PEOPLE:
        return False
    return not first or (len(words) == 1 and not head.endswith("s"))
