"""Fifteen questions that a provider is asked, and the section that answers each, or that none does yet.

Source: our own reading of tender guides, the CQC's quality statement "Learning culture", PSIRF, Regulation 20 and the
Use of Force Act, as of 2026-11. Which source asks stands beside each. Change them as dated data: add, never rewrite.
"""

REPORTING = "How people report"
HARM = "Harm"
TIMES = "When things happen"
RESPONDING = "How fast the service responds"
PATHWAY = "From report to closing"
RESPONSES = "How much learning each incident gets"
LEARNING = "How people learn together"
AFFECTED = "What people affected were offered"
ACTIONS = "Actions"
FORUMS = "What forums read and decided"
WORSE = "What got worse"
BETTER = "What got better"
FRAMEWORK = "Which part of the inspection framework each section serves"
UNKNOWN = "What we do not know"
NOT_YET = "Not answered: see What we do not know"
QUESTIONS: tuple[tuple[str, str, str], ...] = (
    (
        "How do staff report, and do they feel safe to?",
        "CQC: Learning culture",
        REPORTING,
    ),
    ("How do you keep someone safe in the first hour?", "CQC: Safe", RESPONDING),
    ("How do you decide how much investigation an incident gets?", "PSIRF", RESPONSES),
    ("Show one incident from report to proven change.", "CQC: case tracking", PATHWAY),
    ("How do you find causes in systems and not in people?", "PSIRF", LEARNING),
    ("What themes did you find, and what did you do about each?", "Integrated care board", NOT_YET),
    (
        "Who takes part in reflection, and what came of it?",
        "Freedom to speak up",
        f"{LEARNING}, without professions",
    ),
    ("How does the board know?", "CQC: Well-led", f"{FORUMS}, and the cover"),
    ("Are actions finished, by when, and did they work?", "HSSIB", ACTIONS),
    (
        "How does learning reach other teams and agency staff?",
        "CQC: Learning culture",
        f"{LEARNING}, not who read it",
    ),
    ("How do you tell and involve patients and families?", "Regulation 20", f"{AFFECTED}, as numbers only"),
    ("Does the reporter hear what happened?", "Skills for Care", PATHWAY),
    ("What happened to recommendations from outside?", "HSSIB", NOT_YET),
    ("Restrictive practice: how much, for whom, falling?", "Use of Force Act", f"{REPORTING}, as one kind only"),
    ("Is the improvement sustained, and could it be chance?", "Tenders", f"{BETTER} and {WORSE}"),
)
"""The question, who asks it, and where the answer stands."""
