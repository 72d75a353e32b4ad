"""How strong an action is likely to be, after the hierarchy of RCA2 (National Patient Safety Foundation, 2015).

Stronger actions change the place, the equipment or the process, so that the safe way is the easy way. Weaker actions
ask people to remember. It suggests from the words alone; a person decides.

Our reading where the hierarchy leaves room: a new form or template is enhanced documentation (intermediate).
Equipment that is tested on fixed days is intermediate. A poster is a warning (weaker) unless it shows steps. What is
only considered, asked for, or done until something better comes, is weaker.
"""

import re
from enum import StrEnum


class Strength(StrEnum):
    """The three levels of RCA2's action hierarchy."""

    STRONGER = "stronger"
    INTERMEDIATE = "intermediate"
    WEAKER = "weaker"


_WEAKEST_FIRST = (Strength.WEAKER, Strength.INTERMEDIATE, Strength.STRONGER)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_PART = re.compile(
    r"[.;,:\n]\s|[.;]$|\s[-\u2013\u2014+&]\s|\b(?:and|then|plus|while|but|so"
    r" that)\b(?=\s+(?:then\s+)?(?:we\s+)?(?:instal|fit|introduc|recruit|employ|hire|appoint|build|buy|purchas"
    r"|redesign|standardis|simplif|add|relocat|merg|the|a|an|new|extra|remind|train|email|e-mail|tell|brief|update"
    r"|discuss|share|put up|refresh|audit|staff|all)\w*)",
    re.IGNORECASE,
)
"""Where an action may end and another begin. "And" alone does not: in "remind staff to check and lock" it is one."""

_NOT_DONE = _any(
    r"\b(?:consider|explor|look(?:ing)? (?:into|at)|think about|investigat|propos|recommend(?:ed)? (?:that|to)"
    r"|suggest|request(?:ed|s)? (?:for|that|to|from)|ask(?:ed)? (?:for|estates|whether|if)|seek|business case"
    r"|discuss|debate|apprais|plan(?:s|ned|ning)? to)\w*\b",
    r"^\s*(?:until|unless|if|instead of|rather than|in place of|before|pending|not)\b",
    r"\b(?:decided not to|(?:could|might|would|may) (?:be|help|need|consider|have))\b",
)
_NOT_DONE_TAIL = re.compile(r"\s*(?:\b(?:instead of|rather than|until|pending|in place of)\b.*)$", re.IGNORECASE)

_ASKING = (
    r"(?:re-?mind|re-?train|train|teach|brief|re-?brief|e-?mail|tell|ask|encourage|re-?inforce|re-?iterate|raise"
    r" awareness|raise|highlight|emphasi[sz]e|stress|share|circulate|cascade|disseminate|discuss|talk|speak"
    r"|communicate|inform|advise|educate|coach|mentor|supervise|signpost|warn|caution|urge|expect|instruct|refresh"
    r"|re-?fresh|support staff to|be (?:more )?(?:careful|vigilant|aware|mindful|alert)|take (?:more )?care|pay"
    r" (?:more )?attention|watch|monitor|observe|audit|spot[- ]check|double[- ]check|check|review|reflect"
    r"|read(?![- ]?backs?)|complete|attend|undertake|ensure|make sure|write to|send|issue a|publish|display|put up"
    r"|post|hand out|re-?issue|re-?circulate|follow|comply|adhere|learn|remember)"
)
_ASKED = (
    r"(?:re-?minded|re-?trained|trained|taught|briefed|e-?mailed|told|asked|encouraged|re-?inforced|informed"
    r"|advised|educated|coached|warned|expected|instructed|refreshed|shared|circulated|cascaded|disseminated"
    r"|discussed|raised (?:with|at|in)|highlighted|supervised|made aware|spoken to|reviewed|audited)"
)
_PAPER = (
    r"(?:polic(?:y|ies)|procedures?|protocols?|guidelines?|guidance|sops?|memos?|memorand(?:um|a)|e-?mails?"
    r"|newsletters?|bulletins?|posters?|notices?|signs?|signage|warnings?|labels?|stickers?|leaflets?|training"
    r"|retraining|e-?learning|teaching|workshops?|away ?days?|sessions?|courses?|inductions?|competenc(?:y|ies)"
    r"|assessments? of competence|audits?|spot[- ]checks?|double[- ]checks?|reminders?|awareness|supervision"
    r"|reflections?|reflective practice|(?<!safety )(?<!daily )meetings?(?! with)|discussions?|campaigns?|lessons?"
    r"|learning|modules?|webinars?|refreshers?|updates?|briefings?|alerts? from|reflective|safety alert"
    r"|read[- ]and[- ]sign|coaching|education|information sheet|communications?|factsheets?)"
)
_WEAKER = _any(
    rf"^\s*(?:\w+ly )?(?:please |to |we will |we |staff (?:to |should |must |will )?)?{_ASKING}\b(?!list)",
    rf"^\s*(?:[\w'/-]+ ){{1,5}}(?:to|will|should|must|shall|are to|is to|need to|needs to) (?:all |then |always"
    rf" )?{_ASKING}\b(?!list)",
    rf"^\s*(?:[\w'/-]+ ){{1,4}}?(?:(?:to )?be |been |are |were |is |was |has been |have been )?(?:\w+ly )?{_ASKED}\b",
    rf"^\s*(?:[\w'/-]+ ){{0,4}}?{_PAPER}(?=\s+(?:on|about|for|to|in|of|at|from|by|with staff|that|which|is|are|was"
    r"|has|have|will|updated|amended|changed|revised|reviewed|written|sent|issued|re-?issued|group|session|sheet"
    r"|say\w*|remind\w*)\b|\s*$)",
    r"^\s*(?:update|amend|revise|rewrite|write|draft|develop|create|introduce|change|make|produce|produced?"
    rf"|strengthen|refresh|new|include|add)\b(?:\s+[\w'/-]+){{0,4}}?\s+(?:{_PAPER})\b(?!\s+(?:board|checklist"
    r"|template|form))",
    r"\b(?:double|second|two|independent|another|extra|dual)[- ](?:\w+[ -])?(?:nurses?|staff|person|people"
    r"|signature|clinicians?|registrants?)?[ -]?(?:to |must |will )?(?:check|sign|countersign|witness)\w*",
    r"\b(?:go|going|went) (?:through|over)\b.*\bwith\b|\bhave a word\b|\b(?:performance|capability|disciplinary)\b",
    r"\bagenda (?:of|for)\b|\bstanding (?:agenda )?item\b|\bread[- ]and[- ]sign\b|\binclude in (?:local |the"
    r" )?(?:induction|supervision|handbook|policy|training)\b",
)
_PLACE = (
    r"(?:doors?|windows?|handles?|rails?|hooks?|locks?|walls?|fenc(?:e|es|ing)|gates?|bath(?:room)?s?|en-?suites?"
    r"|showers?|taps?|beds?|bedrooms?|wardrobes?|furniture|fixtures?|fittings?|curtains?|blinds?|mirrors?|cameras?"
    r"|cctv|alarms?|sensors?|radiators?|ceilings?|tiles?|pipes?|pipework|roofs?|garden|courtyard|station|offices?"
    r"|rooms?|layout|light(?:s|ing)?|floor(?:s|ing)?|glass|glazing|panels?|cupboards?|safes?|hatch(?:es)?|airlock"
    r"|barriers?|sockets?|cables?|cords?|toilets?|sinks?|seats?|chairs?|tables?|ligature points?|anchor points?"
    r"|bins?|(?:plastic )?bags?|liners?|razors?|vents?|hinges?|restrictors?|detectors?|closers?|ramps?|stairs?"
    r"|stairwell|steps?|lifts?|kitchen|trees?|shed|bench(?:es)?|shelter|entrance|exits?|reception|clinic|corridor"
    r"|ward layout|building|stock|ampoules?|vials?|laces?|keypads?|swipe|card readers?|fob|call bells?"
    r"|pull[- ]cords?|desk|counter|pegs?|cylinders?|leads?|chargers?|fencing|mesh|dispensers?|hangers?|kettles?"
    r"|suites?|partition|canopy|netting|porch|lobby|grills?|grilles?|spy-?holes?|viewing panels?|vistamatic"
    r"|intercom|turnstile|drawers?|trolleys?|pumps?|hoists?|televisions?|tvs?|wires?|flex|strings?|drains?"
    r"|gutters?|ledges?|balcon(?:y|ies)|parapet|car park|path|heaters?|thermostats?|valves?|lockers?|shelv(?:es"
    r"|ing)|screens?|cutlery|crockery|cups?|lighters?|blades?|scissors|knives|plugs?|mattress(?:es)?)"
)
_BUILD = (
    r"(?:replac|install|fit(?:s|ted|ting)?\b|remov(?!\w* (?:distract|interrupt|noise))|swap|re-?buil|buil"
    r"|re-?design|design out|re-?locat|mov(?:e|ed|es|ing)\b|fix|raise|lower|widen|enclos|block(?:ed)? (?:off|up)"
    r"|seal|box(?:ed)? in|re-?furbish|convert|demolish|mount|upgrad|chang|cut down|take (?:out|away|down)|taken"
    r" (?:out|away|down)|bolt|weld|extend|new|re-?posit|re-?plac|secur(?:e|ed|ing)|exchang|re-?configur|put in\b"
    r"|cut (?:back|into|through|off)|clos(?:e|ed) (?:off|the|up)|add(?:ed|ing)?\b|tak\w+ (?:\w+ ){1,3}out|took"
    r"|rais(?:ed|ing)|erect|heighten|smooth|round(?:ed)? off|cover(?:ed)? (?:over|in)|supply|suppli|hung|drill"
    r"|glaz|separat\w+ entrance|bricked|widened|lock)"
)
_STRONGER = _any(
    rf"\b{_BUILD}\w*\b.*\b{_PLACE}\b",
    rf"\b{_PLACE}\b.*\b(?:are |is |been |be |were |was |now |have |has )*(?!new){_BUILD}\w*\b",
    r"anti-?\s?ligature|ligature[- ](?:resistant|free|safe|light)|reduced[- ]ligature|anti-?\s?barricade"
    r"|collapsible|tamper-?\s?proof|shatter-?proof|break-?away|self-?(?:clos|lock|releas)\w+|locks? (?:itself"
    r"|automatically)|(?:auto(?:matic(?:ally)?)?|magnetic)[- ]lock\w*|swipe[- ]?card|key[- ]?card|biometric"
    r"|door-?top",
    r"hard[- ]stop|forc(?:ing|ed|es)[- ](?:function|field|choice)|\bcan(?:not|'t| no longer| only)\b|\bimpossible"
    r" to\b|\bwill not (?:close|open|save|proceed|let|allow|accept|dispense|start|print|send|be (?:saved|accepted"
    r"|issued))|\b(?:does not|won't) (?:allow|let|accept|open|start|save)|\bblocks?\b (?!off|up)|\bblocked (?:by"
    r"|in|from|if|unless|until)|\bprevents? \w+|\bmandatory|\b(?:required|compulsory) (?:field|entry|step|box)"
    r"|interlock|lock-?out|\brefuses?\b|\brejects?\b|engineering control|\bdisabled?\b|\bpre-?filled syringes?"
    r"|\bunable to (?:save|close|proceed|prescribe)|\bmax(?:imum)? dose limit",
    r"simplif\w+|streamlin\w+|\bmerg\w+|\bcombin\w+|\b(?:single|one|common|unified|shared) (?:\w+ )?(?:form"
    r"|process|pathway|point|system|place|chart|record|number|model|type|kit|design|brand|route|list|version)\b"
    r"|\b(?:reduc|cut|short)\w* (?:the )?(?:number of )?(?:steps|forms|stages|hand-?offs|signatures)"
    r"|\bsteps\b.*\bfrom \w+ to\b|\bremov\w+ (?:the |an? )?(?:\w+ )?(?:duplicate|unnecessary|redundant|step"
    r"|need)\b|\beliminat\w+(?! (?:distract|interrupt|look|sound|noise))|\babolish\w*|\bget rid of",
    r"standardi[sz]\w+(?! (?:\w+ )?(?:communication|hand-?over|hand-?off|form|document|template|letter|script"
    r"|wording|language|sbar))|\bsame (?:model|type|kit|pump|bag|trolley|layout|equipment|brand|device|contents?"
    r"|kind|sort|make|design)\w*\b",
    r"\b(?:open|unlock|start|work|release|dispense)s? only\b|\b(?:paperwork|steps?|pages?|forms?|clicks|stages"
    r"|screens)\b.*\bfrom [\w-]+ (?:\w+ )?to [\w-]+\b",
    r"\b(?:taken?|taking) (?:out of|off|away from)\b|\bno longer (?:stock|kept|keep|used|stored|held)\w*"
    r"|\bwithdr[ae]w\w*|\bremov\w+ .*\bfrom (?:the |all |every )?(?:ward|stock|unit|trolley|cupboard|site"
    r"|formulary|order set|bedroom)\w*",
    r"\b(?:executive|board|chief|ceo|non-executive|non-executives?|trust chair|governors?|(?:medical|nursing"
    r"|clinical|operations|managing) director|directors?)\b.*\b(?:visit|walk|sponsor|lead|chair|attend|meet|spend"
    r"|join|own|shadow|hold|clear|unblock|host)\w*|leadership walk\w*|walk-?(?:rounds?|abouts?) by",
    r"\banti-?\s?(?:climb|tamper|slip|pick|drop|stab|vandal|roll|scald|barricad|ligatur)\w*",
    r"\b(?:order set|system|software|pump|e-?prescribing|epma|rio|systmone|app|cabinet|record|screen|printer"
    r"|device)s? (?:now )?(?:will )?(?:limit|restrict|lock|stop|cap|reject|refuse|enforce|require|insist"
    r"|switch)s?\b",
    r"replaced (?:by|with) (?:one|a single|the same)\b|\b(?:two|three|four|five|six|separate|several)\b.* into one\b",
    r"bar-?\s?cod\w+|usability|user[- ]test\w*|tri(?:ed|alled|al) (?:out )?(?:with|by)|human factors (?:test"
    r"|evaluat)\w*|re-?designed? (?:with|by)",
)
_INTERMEDIATE = _any(
    r"check-?list|cognitive aid|aide[- ]?memoire|\bprompts?\b|pop-?up|\balerts?\b|\bflag\w*|automat\w+"
    r"|electronic\w*|software|digital|\bapp\b|dashboard|templates?|e-?prescri\w+|\brio\b|systmone|\bepma\b|text"
    r" messag\w*|text reminder|\btexts?\b|e-?roster\w*",
    r"flow-?\s?charts?|algorithm|pocket|lanyard|quick[- ](?:reference|guide)|grab (?:card|sheet|bag)|crib|action"
    r" card|steps (?:for|of|to)|decision (?:support|aid|tree)|visual (?:aid|management|cue)|picture|pictogram"
    r"|photo\w*|one-page (?:guide|summary)",
    r"\bsbar|structured|hand-?over|huddle|safety (?:brief|pause|cross)|white-?board|\bboard\b|read[- ]?back"
    r"|repeat[- ]back|closed[- ]loop|passport|\bforms?\b|\bsheets?\b|\bcharts?\b|document\w*|\blog(?:book)?\b"
    r"|\btools?\b|\bbundle|\bregister\b|tracker|proforma|pathway",
    r"\b(?:extra|additional|another|more|second|third|increas\w*|double|two|three|one|full-?time|dedicated"
    r"|float\w*|twilight|new)\b.*\b(?:nurses?|staff|staffing|hcas?|doctors?|workers?|clerks?|pharmacists?"
    r"|technicians?|posts?|cover|assistants?|practitioners?|psychologists?|therapists?|consultants?|leads?|shifts?"
    r"|hours|coordinators?|matrons?|beds? manager)\b",
    r"\b(?:staff|bank|nurs\w+|cover)\b.*\bincreas\w+|\badd an? .*\b(?:nurse|assistant|worker|doctor|pharmacist"
    r"|clerk|post)\b|recruit\w*|\bhir(?:e|ed|ing)\b|employ\w*|appoint\w*|staffing|skill[- ]mix|case-?loads?"
    r"|workload|protected|dedicated|ring-?fenc\w+|supernumerary|\brota|overlap|twilight|fewer (?:patients|beds"
    r"|tasks|admissions)|reduc\w+ (?:the )?(?:paperwork|admin|demand|beds)",
    r"back-?up|\bspares?\b|redundan\w+|\bsecond (?:\w+ )?(?:alarm|phone|radio|cutter|kit|set|bag|key|line|device"
    r"|pump)\b|\bbuddy|two places|\bkept (?:in|by|at|with|on|beside)\b|\bkeep (?:a|the|spare|two|one)\b|personal"
    r" alarms?|\bdevices?\b|\bequipment\b|\bkit\b",
    r"distract\w*|interrupt\w*|tabard|\bquiet|disturb|noise|divert\w*|simulat\w*|\bdrills?\b|scenario"
    r"|role[- ]?play|mock|rehears\w*",
    r"separat\w+|look[- ]?alike|sound[- ]?alike|tall[- ]?man|colou?r[- ]?cod\w*|colou?red|segregat\w*|different"
    r" (?:shelf|shelves|colour|place)",
    r"\b(?:daily|weekly|monthly|quarterly|regular) (?:\w+ )?tests?\b|\btest(?:s|ed|ing)?\b.*\b(?:daily|weekly"
    r"|monthly|each|every|quarterly|shift)\b|maintenance|servic(?:ed|ing)\b|calibrat\w*",
    r"\b(?:pharmacist|psychologist|doctor|consultant|dietitian|gp|liaison|peer worker|advocate|technician)s?"
    r" (?:\w+ )?(?:joins?|attends?|on (?:the|each|every)|visits?|reviews?|reconcil)\w*|joint (?:\w+ )?(?:round"
    r"|review|assessment|clinic|visit)\w*|medicines reconciliation",
    r"\b(?:stored|kept|held|placed) (?:apart|away)\b|\bown (?:shelf|tray|drawer|place|box)\b|\b(?:red|green|yellow"
    r"|blue|orange|purple|pink) (?:trays?|bands?|lanyards?|wristbands?|folders?|lids?|caps?|dots?|bags?|tabards?"
    r"|sheets?|forms?|charts?)\b",
    r"banner|drop-?down|tick[- ]?box|\btick\b|\bbox(?:es)? (?:for|to|with)|\bfields?\b|\bpag(?:e|er|ed)\b"
    r"|\bbleeps?\b|\brunner\b|agenda|\bprint(?:ed|out)?\b|\bscript\b|\blists?\b|visual\w*|\bshelf|\bzon(?:e|al"
    r"|ing)\b|triage|inbox|mailbox|single number|hot ?line|calendar",
    r"\b(?:post|worker|clerk|nurse|assistant|pharmacist|porter|coordinator|person|doctor|lead|somebody"
    r"|someone)\b.*\b(?:to take over|takes over|is named|named|is allocated|allocated|assigned|freed|released"
    r"|based|seconded|relieves?|covers?|stays?|is kept free)\b",
    r"\b(?:reduc|lower|limit|cap|fewer|less|spread|share|cut|lighten|halv)\w*\b.*\b(?:number|people|patients"
    r"|cases?|tasks?|calls?|load|admissions|visits|paperwork|hours|shifts?|waiting|referrals|workload|meetings?)\b",
    r"\b(?:switched|transferred|re-?routed|handed|passed) to\b|\b(?:bring in|introduc\w+|provid\w+|suppl(?:y|ied)"
    r"|set(?:ting)? up|set-up|creat\w+|launch\w*|start(?:ed|ing)? an?|establish\w*|put in place|purchas\w+|buy"
    r"|bought|issu(?:e|ed|ing)) ",
    r"care plans?|risk assessments?|wristband|\bcards?\b|escalation (?:tool|ladder|line)|hot-?line|on-?call|single"
    r" point|key[- ]?worker|mdt",
)


_MORE_THAN_WORDS = _any(r"simulat\w*|\bdrills?\b|automatic\w*|(?:text|electronic|system) reminders?")
"""Practice with repeats, and reminders that a machine sends, are more than other training and reminders."""


def suggested(text: str) -> Strength:
    """The strength of the strongest thing that `text` says is done. Weaker if its words are not known."""
    parts = [part for part in _PART.split(text) if part.strip()]
    return max((_of_part(part) for part in parts), key=_WEAKEST_FIRST.index, default=Strength.WEAKER)


def _of_part(part: str) -> Strength:
    done = _NOT_DONE_TAIL.sub("", part)
    if _NOT_DONE.search(done) or _WEAKER.search(done):
        return Strength.INTERMEDIATE if _MORE_THAN_WORDS.search(done) else Strength.WEAKER
    if _STRONGER.search(done):
        return Strength.STRONGER
    return Strength.INTERMEDIATE if _INTERMEDIATE.search(done) else Strength.WEAKER
