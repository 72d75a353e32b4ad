"""How strong an action is likely to be, after the hierarchy of RCA2 (National Patient Safety Foundation, 2015).

Stronger actions change the place, the equipment or the process, so that the safe way is the easy way. Weaker actions ask
people to remember. It suggests from the words alone; a person decides.

Our reading where the hierarchy leaves room: a new form or template is enhanced documentation (intermediate); equipment
that is tested on fixed days is intermediate; a poster is a warning (weaker) unless it shows steps; an action that is only
considered, asked for or planned "until" another is as weak as asking.
"""

import re
from enum import StrEnum


class Strength(StrEnum):
    """The three levels of RCA2's action hierarchy."""

    STRONGER = "stronger"
    INTERMEDIATE = "intermediate"
    WEAKER = "weaker"


_FORCE = (Strength.WEAKER, Strength.INTERMEDIATE, Strength.STRONGER)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_PART = re.compile(
    r"[.;,:\n]\s|[.;]$|\s[-\u2013\u2014+&]\s|\b(?:and|then|plus|while|but|so that)\b(?=\s+(?:then\s+)?(?:we\s+)?"
    r"(?:instal|fit|introduc|recruit|employ|hire|appoint|build|buy|purchas|redesign|standardis|simplif|add|relocat|merg"
    r"|the|a|an|new|extra|remind|train|email|e-mail|tell|brief|update|discuss|share|put up|refresh|audit|staff|all)\w*)",
    re.IGNORECASE,
)
"""Where an action may end and another begin. "And" alone does not: in "remind staff to check and lock" it is one."""

_NOT_DONE = _any(
    r"\b(?:consider|explor|look(?:ing)? (?:into|at)|think about|investigat|scop|propos|recommend|suggest|request|ask(?:ed)? (?:for|"
    r"estates|whether|if)|seek|bid|business case|discuss|debate|hop|feasib|option|apprais|quote|plan(?:s|ned|ning)? to)\w*\b",
    r"^\s*(?:until|unless|if|instead of|rather than|in place of|before|pending|not)\b",
    r"\b(?:instead of|rather than|until|pending|decided not to|could|might|would|may)\b.*$",
)
_NOT_DONE_BUT = re.compile(r"\s*(?:\b(?:instead of|rather than|until|pending|in place of)\b.*)$", re.IGNORECASE)

_ASKING = (
    r"(?:re-?mind|re-?train|train|teach|brief|re-?brief|e-?mail|tell|ask|encourage|re-?inforce|re-?iterate|raise awareness"
    r"|raise|highlight|emphasi[sz]e|stress|share|circulate|cascade|disseminate|discuss|talk|speak|communicate|inform|advise"
    r"|educate|coach|mentor|supervise|signpost|warn|caution|urge|expect|instruct|refresh|re-?fresh|support staff to"
    r"|be (?:more )?(?:careful|vigilant|aware|mindful|alert)|take (?:more )?care|pay (?:more )?attention|watch|monitor|observe"
    r"|audit|spot[- ]check|double[- ]check|check|review|reflect|read|complete|attend|undertake|ensure|make sure|write to"
    r"|send|issue a|publish|display|put up|post|hand out|re-?issue|re-?circulate|follow|comply|adhere|learn|remember)"
)
_ASKED = (
    r"(?:re-?minded|re-?trained|trained|taught|briefed|e-?mailed|told|asked|encouraged|re-?inforced|informed|advised|educated"
    r"|coached|warned|expected|instructed|refreshed|shared|circulated|cascaded|disseminated|discussed|raised|highlighted"
    r"|supervised|made aware|spoken to|reviewed|audited)"
)
_PAPER = (
    r"(?:polic(?:y|ies)|procedures?|protocols?|guidelines?|guidance|sops?|memos?|memorand(?:um|a)|e-?mails?|newsletters?"
    r"|bulletins?|posters?|notices?|signs?|signage|warnings?|labels?|stickers?|leaflets?|training|retraining|e-?learning"
    r"|teaching|workshops?|away ?days?|sessions?|courses?|inductions?|competenc(?:y|ies)|assessments? of competence"
    r"|audits?|spot[- ]checks?|double[- ]checks?|reminders?|awareness|supervision|reflections?|reflective practice"
    r"|(?<!safety )(?<!daily )meetings?(?! with)|discussions?|campaigns?|lessons?|learning|modules?|webinars?|refreshers?|updates?|briefings?|alerts? from"
    r"|reflective|safety alert|read[- ]and[- ]sign|coaching|education|information sheet|communications?|factsheets?)"
)
_WEAK = _any(
    rf"^\s*(?:\w+ly )?(?:please |to |we will |we |staff (?:to |should |must |will )?)?{_ASKING}\b(?!list)",
    rf"^\s*(?:[\w'/-]+ ){{1,5}}(?:to|will|should|must|shall|are to|is to|need to|needs to) (?:all |then |always )?{_ASKING}\b(?!list)",
    rf"^\s*(?:[\w'/-]+ ){{1,4}}?(?:(?:to )?be |been |are |were |is |was |has been |have been )?(?:\w+ly )?{_ASKED}\b",
    rf"^\s*(?:[\w'/-]+ ){{0,4}}?{_PAPER}(?=\s+(?:on|about|for|to|in|of|at|from|by|with staff|that|which|is|are|was|has|have|will"
    rf"|updated|amended|changed|revised|reviewed|written|sent|issued|re-?issued|group|session|sheet|say\w*|remind\w*)\b|\s*$)",
    rf"^\s*(?:update|amend|revise|rewrite|write|draft|develop|create|introduce|change|make|produce|produced?|strengthen|refresh"
    rf"|new|include|add)\b(?:\s+[\w'/-]+){{0,4}}?\s+(?:{_PAPER})\b(?!\s+(?:board|checklist|template|form))",
    r"\b(?:double|second|two|independent|another|extra|dual)[- ](?:\w+[ -])?(?:nurses?|staff|person|people|signature|clinicians?|"
    r"registrants?)?[ -]?(?:to |must |will )?(?:check|sign|countersign|witness)\w*",
    r"\b(?:go|going|went) (?:through|over)\b.*\bwith\b|\bhave a word\b|\b(?:performance|capability|disciplin)\w*",
    r"\bread[- ]and[- ]sign\b|\binclude in (?:local |the )?(?:induction|supervision|handbook|policy|training)\b",
)
_PLACE = (
    r"(?:doors?|windows?|handles?|rails?|hooks?|locks?|walls?|fenc(?:e|es|ing)|gates?|bath(?:room)?s?|en-?suites?|showers?|taps?"
    r"|beds?|bedrooms?|wardrobes?|furniture|fixtures?|fittings?|curtains?|blinds?|mirrors?|cameras?|cctv|alarms?|sensors?"
    r"|radiators?|ceilings?|tiles?|pipes?|pipework|roofs?|garden|courtyard|station|offices?|rooms?|layout|light(?:s|ing)?|floor"
    r"(?:s|ing)?|glass|glazing|panels?|cupboards?|safes?|hatch(?:es)?|airlock|barriers?|sockets?|cables?|cords?|toilets?|sinks?"
    r"|seats?|chairs?|tables?|ligature points?|anchor points?|bins?|(?:plastic )?bags?|liners?|razors?|vents?|hinges?|restrictors?"
    r"|detectors?|closers?|ramps?|stairs?|stairwell|steps?|lifts?|kitchen|trees?|shed|bench(?:es)?|shelter|entrance|exits?|reception"
    r"|clinic|corridor|ward layout|building|stock|ampoules?|vials?|laces?|keypads?|swipe|card readers?|fob|call bells?|pull[- ]cords?"
    r"|desk|counter|fencing|mesh|dispensers?|hangers?|kettles?|suites?|partition|canopy|netting|porch|lobby|grills?|grilles?|spy-?holes?|"
    r"viewing panels?|vistamatic|intercom|turnstile|drawers?|trolleys?|pumps?|hoists?|televisions?|tvs?|wires?|flex|strings?|drains?|"
    r"gutters?|ledges?|balcon(?:y|ies)|parapet|car park|path|heaters?|thermostats?|valves?|lockers?|shelv(?:es|ing)|screens?|cutlery|crockery|cups?|lighters?|blades?|scissors|knives|plugs?|mattress(?:es)?)"
)
_BUILD = (
    r"(?:replac|install|fit(?:s|ted|ting)?\b|remov|swap|re-?buil|buil|re-?design|design out|re-?locat|mov(?:e|ed|es|ing)\b|fix|"
    r"raise|lower|widen|enclos|block(?:ed)? (?:off|up)|seal|box(?:ed)? in|re-?furbish|convert|demolish|mount|upgrad|chang|cut down"
    r"|take (?:out|away|down)|taken (?:out|away|down)|bolt|weld|extend|new|re-?posit|re-?plac|secur|re-?configur|put in\b|cut (?:back|into|through|off)|clos(?:e|ed) (?:off|the|up)|add(?:ed|ing)?\b|tak\w+ (?:\w+ ){1,3}out|took|"
    r"rais(?:ed|ing)|erect|heighten|smooth|round(?:ed)? off|cover(?:ed)? (?:over|in)|supply|suppli|hung|drill|glaz|separat\w+ entrance|bricked|widened|lock)"
)
_STRONG = _any(
    rf"\b{_BUILD}\w*\b.*\b{_PLACE}\b",
    rf"\b{_PLACE}\b.*\b(?:are |is |been |be |were |was |now |have |has )*(?!new){_BUILD}\w*\b",
    r"anti-?\s?ligature|ligature[- ](?:resistant|free|safe|light)|reduced[- ]ligature|anti-?\s?barricade|collapsible|tamper-?\s?proof"
    r"|shatter-?proof|break-?away|self-?(?:clos|lock|releas)\w+|locks? (?:itself|automatically)|(?:auto(?:matic(?:ally)?)?|magnetic)"
    r"[- ]lock\w*|swipe[- ]?card|key[- ]?card|biometric|door-?top",
    r"hard[- ]stop|forc(?:ing|ed|es)[- ](?:function|field|choice)|\bcan(?:not|'t| no longer| only)\b|\bimpossible to\b|\bwill not"
    r" (?:close|open|save|proceed|let|allow|accept|dispense|start|print|send|be (?:saved|accepted|issued))|\b(?:does not|won't) (?:allow"
    r"|let|accept|open|start|save)|\bblocks?\b (?!off|up)|\bblocked (?:by|in|from|if|unless|until)|\bprevents? \w+|\bmandatory"
    r"|\b(?:required|compulsory) (?:field|entry|step|box)|interlock|lock-?out|\brefuses?\b|\brejects?\b|engineering control"
    r"|\bdisabled?\b|\bpre-?filled syringes?|\bunable to (?:save|close|proceed|prescribe)|\bmax(?:imum)? dose limit",
    r"simplif\w+|streamlin\w+|\bmerg\w+|\bcombin\w+|\b(?:single|one|common|unified|shared) (?:\w+ )?(?:form|process|pathway|point|system"
    r"|place|chart|record|number|model|type|kit|design|brand|route|list|version)\b|\b(?:reduc|cut|short)\w* (?:the )?(?:number of )?"
    r"(?:steps|forms|stages|hand-?offs|signatures)|\bsteps\b.*\bfrom \w+ to\b|\bremov\w+ (?:the |an? )?(?:\w+ )?(?:duplicate|"
    r"unnecessary|redundant|step|need)\b|\beliminat\w+(?! (?:distract|interrupt|look|sound|noise))|\babolish\w*|\bget rid of",
    r"standardi[sz]\w+(?! (?:communication|handover|hand-over|form|document|template|letter|script|wording|language|sbar))|\bsame "
    r"(?:model|type|kit|pump|bag|trolley|layout|equipment|brand|device|contents?)\w*\b",
    r"\b(?:taken?|taking) (?:out of|off|away from)\b|\bno longer (?:stock|kept|keep|used|stored|held)\w*|\bwithdr[ae]w\w*|\bremov\w+ .*"
    r"\bfrom (?:the |all |every )?(?:ward|stock|unit|trolley|cupboard|site|formulary|order set|bedroom)\w*",
    r"\b(?:executive|board|chief|ceo|non-executive|non-executives?|trust chair|governors?|(?:medical|nursing|clinical|operations|managing) director|directors?)\b.*\b(?:visit"
    r"|walk|sponsor|lead|chair|attend|meet|spend|join|own|shadow|hold|clear|unblock|host)\w*|leadership walk\w*|walk-?(?:rounds?|abouts?) by",
    r"\banti-?\s?(?:climb|tamper|slip|pick|drop|stab|vandal|roll|scald|barricad|ligatur)\w*",
    r"\b(?:order set|system|software|pump|e-?prescribing|epma|rio|systmone|app|cabinet|record|screen|printer|device)s? (?:now )?(?:will )?"
    r"(?:limit|restrict|lock|stop|cap|reject|refuse|enforce|require|insist|switch)s?\b",
    r"replaced (?:by|with) (?:one|a single|the same)\b|\b(?:two|three|four|five|six|separate|several)\b.* into one\b",
    r"usability|user[- ]test\w*|tri(?:ed|alled|al) (?:out )?(?:with|by)|human factors (?:test|evaluat)\w*|re-?designed? (?:with|by)",
)
_MEDIUM = _any(
    r"check-?list|cognitive aid|aide[- ]?memoire|\bprompts?\b|pop-?up|\balerts?\b|\bflag\w*|automat\w+|electronic\w*|software|digital|"
    r"\bapp\b|dashboard|templates?|e-?prescri\w+|\brio\b|systmone|\bepma\b|text messag\w*|text reminder|\btexts?\b|bar-?cod\w+|e-?roster\w*",
    r"flow-?\s?charts?|algorithm|pocket|lanyard|quick[- ](?:reference|guide)|grab (?:card|sheet|bag)|crib|action card|steps (?:for|of|to)|"
    r"decision (?:support|aid|tree)|visual (?:aid|management|cue)|picture|pictogram|photo\w*|one-page (?:guide|summary)",
    r"\bsbar|structured|hand-?over|huddle|safety (?:brief|pause|cross)|white-?board|\bboard\b|read[- ]?back|repeat[- ]back|closed[- ]loop|"
    r"passport|\bforms?\b|\bsheets?\b|\bcharts?\b|document\w*|\blog(?:book)?\b|\btools?\b|\bbundle|\bregister\b|tracker|proforma|pathway",
    r"\b(?:extra|additional|another|more|second|third|increas\w*|double|two|three|one|full-?time|dedicated|float\w*|twilight|new)\b.*"
    r"\b(?:nurses?|staff|staffing|hcas?|doctors?|workers?|clerks?|pharmacists?|technicians?|posts?|cover|assistants?|practitioners?"
    r"|psychologists?|therapists?|consultants?|leads?|shifts?|hours|coordinators?|matrons?|beds? manager)\b",
    r"\badd an? .*\b(?:nurse|assistant|worker|doctor|pharmacist|clerk|post)\b|recruit\w*|\bhir(?:e|ed|ing)\b|employ\w*|appoint\w*|staffing|skill[- ]mix|case-?loads?|workload|protected|dedicated|ring-?fenc\w+|"
    r"supernumerary|\brota|overlap|twilight|fewer (?:patients|beds|tasks|admissions)|reduc\w+ (?:the )?(?:paperwork|admin|demand|beds)",
    r"back-?up|\bspares?\b|redundan\w+|\bsecond (?:\w+ )?(?:alarm|phone|radio|cutter|kit|set|bag|key|line|device|pump)\b|\bbuddy|two places|"
    r"\bkept (?:in|by|at|with|on|beside)\b|\bkeep (?:a|the|spare|two|one)\b|personal alarms?|\bdevices?\b|\bequipment\b|\bkit\b",
    r"distract\w*|interrupt\w*|tabard|\bquiet|disturb|noise|divert\w*|simulat\w*|\bdrills?\b|scenario|role[- ]?play|mock|rehears\w*",
    r"separat\w+|look[- ]?alike|sound[- ]?alike|tall[- ]?man|colou?r[- ]?cod\w*|colou?red|segregat\w*|different (?:shelf|shelves|colour|place)",
    r"\btest(?:s|ed|ing)?\b.*\b(?:daily|weekly|monthly|each|every|quarterly|shift)\b|maintenance|servic(?:ed|ing)\b|calibrat\w*",
    r"\b(?:pharmacist|psychologist|doctor|consultant|dietitian|gp|liaison|peer worker|advocate|technician)s? (?:\w+ )?(?:joins?|attends?|"
    r"on (?:the|each|every)|visits?|reviews?|reconcil)\w*|joint (?:\w+ )?(?:round|review|assessment|clinic|visit)\w*|medicines reconciliation",
    r"banner|drop-?down|tick[- ]?box|\btick\b|\bbox(?:es)? (?:for|to|with)|\bfields?\b|\bpag(?:e|er|ed)\b|\bbleeps?\b|\brunner\b|agenda"
    r"|\bprint(?:ed|out)?\b|\bscript\b|\blists?\b|visual\w*|\bshelf|\bzon(?:e|al|ing)\b|triage|inbox|mailbox|single number|hot ?line|calendar",
    r"\b(?:post|worker|clerk|nurse|assistant|pharmacist|porter|coordinator|person|doctor|lead|somebody|someone)\b.*\b(?:to take over|takes over"
    r"|is named|named|is allocated|allocated|assigned|freed|released|based|seconded|relieves?|covers?|stays?|is kept free)\b",
    r"\b(?:reduc|lower|limit|cap|fewer|less|spread|share|cut|lighten|halv)\w*\b.*\b(?:number|people|patients|cases?|tasks?|calls?|load|admissions"
    r"|visits|paperwork|hours|shifts?|waiting|referrals|workload|meetings?)\b",
    r"\b(?:switched|transferred|re-?routed|handed|passed) to\b|\b(?:bring in|introduc\w+|provid\w+|suppl(?:y|ied)|set(?:ting)? up|set-up|creat\w+"
    r"|launch\w*|start(?:ed|ing)? an?|establish\w*|put in place|purchas\w+|buy|bought|issu(?:e|ed|ing)) ",
    r"care plans?|risk assessments?|wristband|\bcards?\b|escalation (?:tool|ladder|line)|hot-?line|on-?call|single point|key[- ]?worker|mdt",
)


_MORE_THAN_WORDS = _any(r"simulat\w*|\bdrills?\b|automatic\w*|(?:text|electronic|system) reminders?")
"""Practice with repeats, and reminders that a machine sends, are intermediate, unlike other training and reminders."""


def suggested(text: str) -> Strength:
    """The strength of the strongest thing that `text` says is done. Weaker if its words are not known."""
    parts = [part for part in _PART.split(text) if part.strip()]
    return max((_of_part(part) for part in parts), key=_FORCE.index, default=Strength.WEAKER)


def _of_part(part: str) -> Strength:
    done = _NOT_DONE_BUT.sub("", part)
    if _NOT_DONE.search(done) or _WEAK.search(done):
        return Strength.INTERMEDIATE if _MORE_THAN_WORDS.search(done) else Strength.WEAKER
    if _STRONG.search(done):
        return Strength.STRONGER
    return Strength.INTERMEDIATE if _MEDIUM.search(done) else Strength.WEAKER


