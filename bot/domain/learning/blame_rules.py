"""The words that blame, and of whom they must speak to do so.

Patterns are tuned on `tests/domain/tuned_on` and measured on `tests/domain/held_out`; the figures are in
`docs/learning.md`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.learning.people_words import Subject, first_of, subject_of


class BlameReason(StrEnum):
    """What a span of text does to the person that it speaks of."""

    OMISSION = "omission"
    """It tells what somebody did not do, as if they had chosen so."""
    HINDSIGHT = "hindsight"
    """It judges with what is known only now."""
    ERROR = "error"
    """It makes a person's error the explanation."""
    FAULT = "fault"
    """It says whose fault it was."""
    CHARACTER = "character"
    """It judges a person's character or skill."""
    RULE_BREAKING = "rule_breaking"
    """It sets a person against a rule, without why the rule was hard to follow."""
    EXHORTATION = "exhortation"
    """It asks people to try harder."""
    LABEL = "label"
    """It labels a patient."""
    PUNISHMENT = "punishment"
    """It threatens or reports a punishment."""


ANYTHING = frozenset(Subject)
PEOPLE = frozenset({Subject.STAFF, Subject.PATIENT})
STAFF = frozenset({Subject.STAFF})


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that blame, under conditions."""

    reason: BlameReason
    pattern: re.Pattern[str]
    of: frozenset[Subject] = ANYTHING
    """Whom it must speak of to blame."""
    excused: bool = False
    """Whether a reason in the same sentence makes it an explanation."""
    subject: Callable[[str], Subject] = subject_of
    """How to find whom it speaks of, in the part of the sentence before it."""


_PERSON = (
    r"(?:staff|team|nurs(?:e|es|ing)|doctors?|dr|person|people|workers?|assistants?|hcas?|rmns?|managers?"
    r"|consultants?|pharmacists?|clinicians?|practitioners?|carers?|escorts?|observers?|colleagues?|members?"
    r"|leads?|leaders?|shift|he|she|they|we|you|i|anyone|someone|somebody|everyone|individuals?|operators?|users?"
    r"|humans?|porters?|juniors?|trainees?|students?|prescribers?|registrars?|coordinators?|therapists?"
    r"|psychologists?|psychiatrists?|deputy|deputies|matrons?|receptionists?|employees?|professionals?|gps?"
    r"|drivers?|guards?|him|her|them|me|us)"
)
_OWN = rf"(?:(?:his|her|their|my|your|our)(?: own)?|(?:\w+ ){{0,2}}{_PERSON}(?:'s|\u2019s|s'|s\u2019))"
_NOT = r"(?:not|n't|n\u2019t|never)"
_DID_NOT = r"(?:did(?: not|n't|n\u2019t)|never)(?: even| simply| just| properly)*"
_PARTICIPLE = (
    r"(?:\w+ed|known|done|been (?:more |\w+ing\b|careful|aware|alert|there|awake)|seen|given|taken|told|thought"
    r"|kept|made|read|gone|written|left|held|sent|put|let|had|found|got|asked|spoken|come|brought|caught|heard"
    r"|understood|run|sat|stood|paid|spent|chosen|felt|met|rung)"
)
_DUTY = (
    r"(?:checked|noticed|spotted|picked up|seen|escalated|handed over|documented|recorded|reported|read|followed"
    r"|observed|monitored|searched|supervised|watched|informed|called|completed|done|acted (?:up)?on|known"
    r"|reviewed|signed|counted|challenged|assessed|foreseen|prevented|anticipated|recognised)"
)
_WHO_BLUNDERS = (
    r"(?:errors?|mistakes?|oversights?|lapses?|failings?|failures?|blunders?|slip-?ups?|inaction|omissions?)"
)
_NOT_CHOSEN = (
    r"(?:know|have|hear|see|feel|receive|get|understand|expect|find|want|mean|need|fit|work|seem|like|arrive"
    r"|return|come|blame|judge|hesitate|give up|fail\w*|stop\w*|miss\w*|gave|forg[eo]t\w*|lose|lost|mind|harm"
    r"|panic)\b"
)
_RULE_WORDS = (
    r"(?:polic|procedur|protocol|guid|plan|instruct|rules?\b|process|practice|standard|orders?\b|advice|training)"
)


def _rule(
    reason: BlameReason,
    *patterns: str,
    of: frozenset[Subject] = ANYTHING,
    excused: bool = False,
    subject: Callable[[str], Subject] = subject_of,
) -> Rule:
    whole = "|".join(f"(?:{pattern})" for pattern in patterns)
    return Rule(reason, re.compile(rf"\b(?:{whole})", re.IGNORECASE), of, excused, subject)


RULES = (
    _rule(BlameReason.OMISSION, r"fail(?:ed|s|ing)?\b(?:,[^,]*,)?(?: again)?(?: to\b)?", of=PEOPLE),
    _rule(
        BlameReason.OMISSION,
        r"(?:neglect(?:ed|s|ing)?|omit(?:ted|s|ting)?)(?: to)?\b",
        r"forgot\b|(?:had|has|have) forgotten\b|forgets?\b|skip(?:s|ped|ping)?\b",
        rf"(?:{_DID_NOT}|do not|don't|does not|doesn't) (?:bother|care|try|think)\b|never bothered\b|bothered to\b"
        r"|could(?: not|n't|n\u2019t) be bothered|can(?:not|'t|\u2019t) be bothered",
        r"did(?: not|n't|n\u2019t) even\b|(?:just|simply) did(?: not|n't|n\u2019t)\b",
        rf"{_DID_NOT} do (?:his|her|their|the) jobs?\b|{_NOT} doing (?:his|her|their|what)\b",
        rf"{_DID_NOT} (?:take|pay|show) (?:enough|proper|due|sufficient|any|adequate|her|his|their) \w+",
        r"made no (?:effort|attempt)\b|did nothing\b|took no (?:action|notice|care|interest)\b|stood by\b|sat by\b",
        r"sat on (?:it|the (?:information|news|letter|report|result|referral|e-?mail)s?)\b|overlooked\b",
        r"(?:took|taken|take) the trouble\b",
        r"missed (?!(?:\w+ ){0,2}(?:break|lunch|breakfast|dinner|meal|training|train|bus|shift|appointment|dose"
        r"|visit))",
        r"turn(?:ed|ing) a blind eye|looked the other way|walked past\b|could not be troubled|dragg?(?:ed|ing) \w+"
        r" feet",
        r"would(?: not|n't|n\u2019t) (?:come|get|help|attend|listen|go|answer|lift|act)\b",
        of=STAFF,
    ),
    _rule(
        BlameReason.OMISSION,
        rf"{_DID_NOT} (?!even|bother|{_NOT_CHOSEN})\w+\b",
        r"(?:was|were)(?: not|n't|n\u2019t) (?!working|coping|expecting|feeling|being|having|going)\w+ing\b",
        r"(?:gave|wrote|sent|picked|used|dialled|entered|administered|drew up|prescribed|dispensed|took) (?:\w+"
        r" )?(?:to )?the wrong\b",
        r"never (?!fail|seen|been|had|met|practised|worked|done|used|trained|heard)\w+(?:ed|ked|ang|ote|ook)\b",
        of=STAFF,
        excused=True,
    ),
    _rule(
        BlameReason.OMISSION,
        r"failures? to (?:follow|check|complete|document|record|escalate|observe|hand|report|comply|adhere|act"
        r"|monitor|read|inform|notice|listen|respond|recognise|communicate|review|search|sign|supervise|do|carry"
        r"|ask|call)\b",
        r"(?:missed|overlooked|forgotten|neglected|ignored|not (?:done|checked|completed|followed|noticed)) by"
        rf" (?:the |a |an |our )?(?:[\w-]+ ){{0,2}}{_PERSON}\b",
        r"(?:and|but) (?:he|she|they) did(?: not|n't|n\u2019t)(?=[.]|$)",
    ),
    _rule(
        BlameReason.CHARACTER,
        r"mishandl\w+|mismanag\w+|abandon(?:ed|ing|s)\b|panick(?:ed|ing)\b|botched\b|bungled\b|blundered\b",
        r"lost (?:her|his|their) (?:temper|nerve|head|cool|grip)\b|lost control\b|took it (?:upon|on) \w+sel(?:f"
        r"|ves)\b",
        r"(?:walked|wandered|stormed) (?:off|out|away)\b|cover(?:ed|ing)? (?:it|this|that) up\b|covered up\b",
        r"made (?:things|matters|it) worse\b|went ahead (?:anyway|regardless)\b|learn(?:ed|t) nothing\b",
        r"(?:is|was|are|were) wrong (?:to|in|not)\b|got into bad habits\b|did (?:everything|it|things|this) wrong\b",
        r"(?:clearly|obviously) (?:did|was|had|has|were|could|knew)\b|(?:was|were) (?:too )?slow (?:to|in)\b"
        r"|f[ea]ll(?:s)? short\b",
        r"unwilling to\b|not interested in\b|took (?:a|the|needless|unnecessary) (?:risk|easy way|law)s?\b",
        r"distracted by (?:his|her|their)\b|took it for granted\b|acted (?:alone|rashly|unsafely|inappropriately"
        r"|badly|wrongly)\b",
        r"lacks\b|lacked\b|let (?:things|standards|it|that) (?:slip|go|slide|drift)\b|(?:is|was|are|were) to be"
        r" reminded\b",
        r"(?:is|was|are|were) (?:always|forever|constantly) (?:late|\w+ing)\b|(?:is|was|are|were) (?:known to|rude"
        r"|dismissive)\b",
        of=STAFF,
    ),
    _rule(
        BlameReason.CHARACTER,
        r"(?:left|leaving) (?:[\w'\u2019-]+ ){1,4}(?:alone|unattended|unsupervised|unlocked|unguarded|short|blank"
        r"|on (?:his|her|their) own)\b",
        r"(?:let|letting|allow(?:ed|ing)) (?:him|her|them|(?:a|the) \w+)(?: to)? (?:in|into|through|past|out|off"
        r"|go|walk|hold|keep|leave|take|run|slip)\b",
        of=STAFF,
        excused=True,
    ),
    _rule(
        BlameReason.HINDSIGHT,
        r"(?:should|ought to)(?:n't|n\u2019t)?(?: \w+ly| not| never| also| at least)* (?:have|of)\b(?: \w+ly| at"
        rf" least| never)* {_PARTICIPLE}\b",
        r"should(?:'|\u2019)?ve [\w-]+(?:ed|en)\b",
        rf"could(?: easily| also)? have(?: easily)? (?!been|had|felt)(?:\w+ly )?{_PARTICIPLE}\b|had no (?:right"
        r"|reason|cause|idea)\b",
        r"(?:was|were) (?:supposed|meant) to\b|needed to have\b|had a duty to\b",
        r"(?:ought to|should) know better\b|(?:should|did) not (?:have )?need(?:ed)? (?:telling|reminding|to be"
        r" told)\b",
        of=PEOPLE,
    ),
    _rule(
        BlameReason.HINDSIGHT,
        rf"should(?: not| never| also)? have been (?:\w+ly )?{_DUTY}\b",
        r"known better\b|knew better\b|any (?:competent|reasonable|half-decent|decent|good|sensible)\b",
        r"any(?:one|body) (?:could|would|can) (?:have )?see\w*",
        rf"if only (?:the |a )?(?:[\w-]+ ){{0,3}}{_PERSON}\b",
        rf"had (?:the |a |an )?(?:[\w-]+ ){{0,2}}{_PERSON} (?:only |just |simply |\w+ly"
        rf" )*{_PARTICIPLE}\b(?=.*\b(?:would|could|might)\b)",
        rf"if (?:the |a |an |any )?(?:[\w-]+ ){{0,2}}{_PERSON} (?:on \w+ )?(?:had|did|were|was)\b(?=.*\b(?:would"
        r"|could|might|avoid\w*|prevent\w*)\b)",
        r"(?:avoidable|avoided|prevented|happened|occurred|died|fallen|got out) (?:if|had) (?:the )?(?:[\w-]+"
        rf" ){{0,2}}{_PERSON}\b",
        rf"{_PERSON}\b[^,.;:]*? (?:without (?:even )?(?:check|read|ask|tell|look|wait|think|listen|consult|inform"
        r"|knock|sign|count)ing|instead of (?:check|do|follow|ask|watch|tell|look|read|call|help|observ)ing)\b",
        r"despite (?:being|having been|knowing|repeated)\b(?: told| trained| reminded| warned| asked)?",
        rf"(?:once|yet) again,? (?:the )?(?:[\w-]+ ){{0,2}}{_PERSON}\b",
        rf"no reason (?:why )?(?:the |a )?(?:[\w-]+ ){{0,2}}{_PERSON}\b|by (?:the |a |an )?(?:[\w-]+ )?{_PERSON}"
        r" would have\b",
        rf"(?:job|responsibility|duty) of (?:the |a )?(?:[\w-]+ ){{0,2}}{_PERSON} to\b(?=.*\b(?:but|not|n't)\b)",
        r"(?:lapses?|errors?) (?:of|in) (?:judge?ment|concentration|attention|memory)\b|indefensibl[ey]\b"
        r"|reprehensibl[ey]\b",
        r"(?:went |acted |goes )(?:against|contrary to) (?:\w+ )?(?:polic|protocol|advice|instruct|procedure"
        r"|training|orders?)\w*",
        r"no excuse\b|beggars belief\b|inexcusabl[ey]\b|unforgivabl[ey]\b",
    ),
    _rule(
        BlameReason.ERROR,
        r"(?:human|user|operator|staff|individual|personal|nurses?(?:'|\u2019)?s?|doctors?(?:'|\u2019)?s?"
        rf"|clinician|nursing|pilot) {_WHO_BLUNDERS}\b",
        rf"{_WHO_BLUNDERS} (?:was |were )?(?:made |committed )?(?:by|of|on the part of|from) (?:the |a |an |our "
        rf"|two |one )?(?:[\w-]+ ){{0,3}}{_PERSON}\b",
        rf"{_OWN} (?:\w+ )?{_WHO_BLUNDERS}\b",
        r"silly (?:mistakes?|errors?)\b|stupid (?:mistakes?|errors?)\b|basic errors?\b|schoolboy errors?\b",
    ),
    _rule(
        BlameReason.ERROR,
        r"(?:made|makes|making|make) (?:a |an |the |this |his |her |their )?(?:[\w-]+ )?(?:mistake|error"
        r"|blunder)s?\b",
        r"(?:made|took) (?:a |the )?(?:wrong|bad|poor|terrible) (?:decision|choice|call)s?\b",
        r"(?:wrongly|incorrectly|mistakenly|foolishly|stupidly) \w+(?:ed|ve|ote|ent|ade|ft|t)\b",
        r"(?:got|had got) (?:it|this) wrong\b|messed up\b|screwed up\b|got (?:the |a )?\w+ wrong\b|lost"
        r" (?:concentration|track|sight|focus)\b|was confused about\b",
        of=PEOPLE,
    ),
    _rule(
        BlameReason.FAULT,
        r"(?:at|in) fault\b(?! line)|admitted fault\b|blame (?:\w+ ){0,5}?(?:rests?|lies|lay|falls|fell) \w*"
        r"|(?:take|takes|bears?|carr(?:y|ies)|shares?) (?:the |some |full |all the )?blame\b|responsible for what"
        r" (?:happened|went wrong)\b|let down by (?!the (?:system|process|lack))|failed by (?:the |a )?(?:nurses?"
        r"|staff|team|doctors?)\b|(?:is|are|was|were|solely|partly|mainly|largely|entirely|self) to blame\b"
        r"|culpab\w+|culprits?\b",
        r"(?:himself|herself|themselves|themself|myself|yourself) to blame\b",
        rf"{_OWN} (?:fault|negligence)\b|fault of (?:the |our )?(?:[\w-]+ )?{_PERSON}\b",
        r"(?:fault|blame|responsibility)(?: for \w+ \w+)? (?:lies|lay|rests|rested|falls|fell) (?:\w+ )?(?:with|on"
        r"|at)\b",
        rf"(?:i|we|they|he|she) blamed? (?:the |our )?(?:[\w-]+ )?{_PERSON}\b|blamed? on (?:the )?(?:[\w-]+"
        rf" ){{0,2}}{_PERSON}\b",
        r"responsible for (?:this|the|that|these|his|her|their|a)(?: \w+)? (?:mistake|error|incident|harm|injury"
        r"|death|failure|overdose|lapse|fall|delay|fire|escape|mess)s?\b",
        r"(?:down to|because of|due to|thanks to|result of|consequence of) (?:the |a |an |our )?(?:[\w-]+"
        rf" )?{_PERSON} (?:\w+ly )?(?:panic|fail|forget|leav|not\b|ignor|mak|misread|miss|rush|think|assum|be)\w*",
        r"brought (?:this|it|that) (?:up)?on (?:\w+sel(?:f|ves))\b|ask(?:ed|ing) for it\b",
        rf"(?:poor|bad|badly|weak|inadequate|shoddy|careless)(?: \w+){{1,3}} (?:by|from|on the part of) (?:the |a "
        rf"|an )?(?:[\w-]+ ){{0,2}}{_PERSON}\b",
        rf"{_PERSON}(?:'s|\u2019s) (?:poor|bad|wrong|slow|rude|weak|late|inadequate|failed|inappropriate) \w+",
        rf"caused by (?:the |a |an |our )?(?:[\w-]+ ){{0,2}}{_PERSON}\b(?! (?:short|level|number|vacanc|absence"
        r"|sick))",
        r"take(?:s|n)? (?:full )?responsibility for (?:this|the|his|her|their|that)\b|guilty of\b|guilty party\b",
    ),
    _rule(
        BlameReason.FAULT,
        r"caused (?:the|this|that|a|an|his|her|their) (?:[\w-]+ )?(?:incident|error|harm|injury|delay|fall"
        r"|overdose|death|accident|problem|fire|mistake)\b",
        r"let (?:the|her|his|our|their|down|everyone|us|him|them)\b(?: \w+){0,3} down\b|lied\b",
        of=PEOPLE,
    ),
    _rule(
        BlameReason.CHARACTER,
        r"careless(?:ly|ness)?\b(?! (?:design|wording|layout|drawing|planning|build))|(?<!clinical )negligen(?:t"
        r"|ce|tly)\b(?! (?:claim|scheme|team))",
        r"laz(?:y|iness|ily)\b|slopp(?:y|ily|iness)\b|slapdash\b|reckless\w*|thoughtless\w*|incompeten\w+"
        r"|irresponsib\w+",
        r"unprofessional\w*|complacen\w+|lackadaisical\w*|inattenti\w+|uncaring\b|inept\w*|foolish\w*|stupid\w*",
        r"half-?hearted\w*|blas[e\u00e9]\b|shoddy\b|lax\b(?! (?:rule|lock))|cavalier\b|clumsy\b|clumsily\b"
        r"|selfish\w*",
        r"naive\w*|na\u00efve\w*|clueless\b|neglectful\b|arrogan\w+|hopeless at\b|useless\b|unreliable (?:nurse"
        r"|staff|worker|doctor)\b",
        r"blatant\w*|flagrant\w*|shameful\w*|appalling\w*|disgrace\b|typical of (?:him|her|them)\b|oblivious\b"
        r"|rude and\b",
        r"no business (?:being|doing|to)\b|bad habits\b|wake-up call\b|no insight into (?:his|her|their)\b"
        r"|gossiping\b",
        r"(?:staff|nurses?|hcas?|assistants?|workers?|observers?|escorts?|crew)(?: \w+){1,5} asleep\b",
        r"dishonest\w*|disgraceful\w*|shambles\b|misconduct\b|dereliction\b|wilful\w*|gross negligence\b|apathetic\b",
        r"(?:bad|poor|wrong|negative|casual|indifferent) attitudes?\b|attitude problem\b|common sense\b",
        r"lack(?:s|ed|ing)?(?: of| in)?(?: the| basic| any| proper)? (?:professionalism|effort|diligence|vigilance"
        r"|compassion|commitment|motivation|interest|initiative|insight|concentration|judge?ment|empathy"
        r"|competence|attention)\b",
        r"(?:poor|bad|unsafe|substandard|unacceptable|appalling) (?:nursing |clinical |medical )?(?:practice"
        r"|judge?ment|conduct|performance|behaviour|decision[- ]making|timekeeping)\b",
        r"asleep on (?:duty|shift|the job)\b|sleeping on (?:duty|shift|the job)\b|unfit to (?:practise|practice"
        r"|work)\b",
        r"(?:not|n't|never) (?:being |been )?(?:paying (?:any |enough |proper )?attention|concentrating|vigilant"
        r"|careful enough|up to the job|good enough|attentive|diligent)\b",
        r"too (?:slow to|lazy|busy (?:chatt|talk|gossip|look|brows)ing|proud|trusting|casual)\b",
    ),
    _rule(
        BlameReason.CHARACTER,
        r"on (?:his|her|their) (?:own |personal )?(?:mobile|phone)s?\b|chatting\b|gossiping\b",
        of=PEOPLE,
        excused=True,
    ),
    _rule(
        BlameReason.RULE_BREAKING,
        r"ignor(?:ed|es|ing)\b|disregard(?:ed|s|ing)?\b|violat(?:ed|es|ing)\b|breach(?:ed|es|ing)\b|flout(?:ed|s"
        r"|ing)?\b",
        r"disobey(?:ed|s|ing)?\b|dismissed\b|br(?:oke|eaks|eaking) (?:the |ward |our )?(?:rules?|polic\w+"
        r"|protocol)\b",
        r"cut(?:ting|s)? corners\b|took (?:a )?short-?cuts?\b|passed the buck\b|bent the rules\b|falsified\b|faked\b",
        r"chose(?:n)? (?:not )?to\b|decided not to\b|could not see the point\b",
        r"refus(?:ed|es|ing) to (?:help|come|attend|listen|follow|do|check|act|assist|answer|believe|accept"
        r"|respond|work)\b",
        r"did as (?:he|she|they) (?:pleased|liked)\b",
        of=PEOPLE,
    ),
    _rule(
        BlameReason.RULE_BREAKING,
        rf"(?:{_DID_NOT}|do not|don't|does not|has not|have not|had not|were not|was not|not) (?:follow|comply"
        r"|adher|adhere|obey|stick|keep|compl)(?:ed|ing|y|ying)?\b(?: to| with)?(?: the| our| this| her| his|"
        rf" their| ward| local)*(?: \w+){{0,3}} {_RULE_WORDS}\w*",
        of=PEOPLE,
        excused=True,
    ),
    _rule(
        BlameReason.RULE_BREAKING,
        rf"(?:ignored|disregarded|breached|violated|flouted) by (?:the |a |an )?(?:[\w-]+ ){{0,2}}{_PERSON}\b",
        r"warnings? (?:was|were) ignored\b|breach(?:es)? of (?:protocol|policy|duty|conduct|procedure)\b",
    ),
    _rule(
        BlameReason.EXHORTATION,
        r"(?:must|should|needs? to|has to|have to|ought to|will) (?:all |always |now |really |just )*(?:be |take "
        r"|pay |try |do |work |act |show )(?:\w+ )?(?:more|better|greater|harder|closer|extra|much more)"
        r" ?(?:careful|vigilant|attentive|care|attention|diligent|responsib\w+|alert|thorough|aware|mindful"
        r"|professional|effort|conscientious|cautious|proactive|observant|to|in future|next time)?\b",
        r"(?:must|should|needs? to|has to|have to|ought to) (?:all )?(?:be careful|try harder|do better|work"
        r" harder|concentrate|wake up|pay attention|learn (?:to|from|how)|remember (?:to|that|their)|take"
        r" responsibility|pull|step up|think before|buck up|improve (?:his|her|their)|stop being)\b",
        r"must (?:always |all |now )*(?:follow|comply|adhere|read|listen|remember|obey|ensure)\b",
        r"(?:must|should|needs? to|has to|have to|ought to) stop \w+ing\b|take ownership of (?:his|her|their)\b",
        r"be (?:more|extra|much more) (?:careful|vigilant|attentive|diligent|cautious|observant)\b",
        of=PEOPLE,
    ),
    _rule(
        BlameReason.EXHORTATION,
        rf"ensur(?:e|ing) (?:that )?(?:all |the )?(?:[\w-]+ )?{_PERSON} (?:read|follow|check|complete|remember|pay"
        r"|listen|do|comply|adhere|take)\b|accountable for (?:his|her|their)\b",
        r"reminded (?:of|about) (?:his|her|their) (?:\w+ )?(?:dut|responsib|obligat|role|account)\w*",
        r"(?:needs?|requires?) (?:retraining|re-training|reminding|a talking-to|telling)\b",
    ),
    _rule(
        BlameReason.LABEL,
        r"attention[- ]?seek\w+|manipulativ\w+|un-?co-?operativ\w+|time-?wast\w+|trouble-?makers?\b|frequent"
        r" flyer\w*",
        r"difficult (?:patient|client|resident|family|relative|woman|man|person)s?\b|offenders?\b|perpetrators?\b",
        r"refus\w+ to (?:engage|co-?operate|comply)\b|bed[- ]?blocker\w*|acting out\b|playing up\b",
        r"non-?\s?complian(?:t|ce) (?:patient|client|resident|staff|nurse|person|worker)s?\b",
    ),
    _rule(BlameReason.LABEL, r"non-?\s?complian(?:t|ce)\b", of=PEOPLE, subject=first_of),
    _rule(BlameReason.CHARACTER, r"as usual\b|as ever\b|as always\b|unacceptable\b", of=STAFF, subject=first_of),
    _rule(
        BlameReason.PUNISHMENT,
        r"(?:be|been|being|was|were|get) (?:formally )?(?:disciplined|reprimanded|sacked|punished|dismissed|fired)\b",
        r"disciplinary (?:action|procedure|process|hearing|measures?)\b|h[eo]ld (?:\w+ ){0,3}?(?:to account"
        r"|accountable)\b",
        r"performance plan\b|capability (?:process|procedure)\b|(?:referred|reported) to the (?:nmc|gmc)\b",
        r"held (?:responsible|accountable|to account)\b|formal warning\b|performance[- ]manage\w*|nam(?:e|ed|ing)"
        r" and sham\w+",
        r"(?:face|faces|facing|be) (?:the )?consequences\b|(?:be|been) (?:spoken to|told off|reported to the n?mc)\b",
    ),
)
QUESTION_RULE = _rule(
    BlameReason.HINDSIGHT,
    rf"why (?:did|had|was|were|is|are)(?:n't|n\u2019t)? (?:the |a |you |this )?(?:[\w-]+ ){{0,2}}?(?:{_PERSON}"
    r" )?(?:not|fail|ignore|forget|miss|overlook)\b",
    rf"why did(?:n't|n\u2019t) (?:the |a )?(?:[\w-]+ ){{0,2}}?{_PERSON}\b",
    r"whose fault\b|who (?:is|was) (?:to blame|at fault|responsible for this)\b",
)
