"""Words beside which a name stands. Written for this program."""

from bot.domain.reports.identifying.wordlists.words import words

TITLES = words("""
dr doctor mr mister mrs ms miss mx prof professor sir rev reverend rabbi imam nurse sister matron sn pc dc ps sgt
sergeant inspector constable judge
""")
"""Titles, and posts that are used as titles."""

CIVIL_TITLES = words("dr doctor mr mister mrs ms mx prof professor")
"""Titles after which even an unknown word in lower case is a name."""

RELATIVES = words("""
mother mum mom mam mummy dad father daddy brother bro sister sis son daughter wife husband hubby partner girlfriend
boyfriend gf bf ex fiance fiancee aunt auntie aunty uncle nan nana nanny gran granny grandma grandmother grandad
granddad grandfather grandson granddaughter niece nephew cousin stepdad stepfather stepmum stepmother stepson
stepdaughter stepbrother stepsister twin spouse missus carer godmother godfather
""")
"""Words for family and carers; a title of a nurse ("sister") is both."""

PEOPLE = words("""
patient patients pt pts client clients resident residents su yp person man woman lady gentleman boy girl lad male
female colleague colleagues friend mate hca hcas rmn rn cpn amhp sw worker workers manager coordinator registrar
locum student pharmacist physio physiotherapist psychologist psychiatrist therapist advocate interpreter porter
cleaner domestic chef clerk receptionist driver paramedic solicitor guard officer security keyworker clinician
consultant lead deputy agency bank visitor neighbour neighbor witness victim suspect inpatient peer flatmate
housemate name named nic doctor assistant supervisor bloke guy chap
""")
"""Words for people after which a name may follow."""

PLACES = words("""
ward wards unit units house lodge centre center suite wing clinic hospital building hall garden gardens courtyard
court team hub pathway project room lounge surgery practice road street avenue lane close park infirmary hostel shop
bar cafe
""")
"""What is called after people and trees, and makes their name the name of a place."""

EPONYM_NOUNS = words("""
disease syndrome dementia palsy scale score law rule test act criteria competence competent competency guideline
guidelines inventory index assessment training framework model principle principles guardian round rounds coma mania
rating depression body bodies inquiry review catheter splint frame factor brand sign stedy sponge criterion chart
hoover knife tool questionnaire exam examination disorder psychosis encephalopathy checklist protocol method report
ruling fan vacuum cracker crackers daniels beam beer sponge hoovers case judgment judgement standard standards
""")
"""What is called after its discoverer, and makes the name no name of anybody on the ward."""

NAMING_NOUNS = words("""
disease syndrome dementia palsy law rule ward wards unit scale psychosis ruling hoover cracker crackers daniels
stedy knife checklist fan vacuum encephalopathy suite
""")
"""Those of them that also do so in lower case."""

HUMAN_VERBS = words("""
stated said says told asked asks refused refuses threw punched kicked shouted shouts screamed cried spat absconded
ran went came slept woke vomited drank ate smoked vaped swallowed threatened walked sat stood apologised disclosed
admitted phoned rang agreed insisted declined wanted wants tried thinks thought knows knew believes bit slapped
headbutted barged stormed lunged grabbed stole alleged argued laughed swore fought forgot lied complained stabbed
hid
""")
"""What only people do: the word before one of these is somebody."""

ACTING_VERBS = words("""
reported attended reviewed prescribed administered dispensed signed wrote documented escalated noticed witnessed
attempted heard assaulted attacked pushed restrained escorted climbed jumped raised handed scratched
""")
"""What people do, and what is written of things only when they are words of the lists."""

OTHER_VERBS = words("""
became left returned reported stated fell slipped climbed attacked assaulted scratched pushed pulled swung cut
smashed broke jumped attempted tied got gave took helped held restrained escorted responded attended arrived
reviewed prescribed administered dispensed signed wrote documented completed checked counted raised escalated handed
passed posted saw heard noticed witnessed found started began stopped needed felt kept lost was is has had didnt
didn't doesnt doesn't isnt isn't wasnt wasn't hasnt hasn't hadnt couldnt couldn't wouldnt wouldn't wont won't cant
can't does did works lives hits
""")
"""What people do, and things too."""

ADDRESSED = words("""
told asked informed phoned thanked thank thanks restrained punched assaulted attacked slapped kicked bit headbutted
escorted texted emailed reminded advised nursed admitted debriefed supported
""")
"""What one does to somebody: the word after one of these may be a name."""

PARTICLES = words("van von der den de da di la le del dela dos el al bin ibn binti abu ul ur")
"""Small words inside a surname."""

NAMED_THINGS = words("""
oliver-mcgowan florence-nightingale mary-seacole marie-curie sue-ryder jack-daniels jim-beam johnnie-walker
earl-grey henry-hoover sara-stedy robert-francis donna-ockenden elizabeth-garrett victoria-climbie harold-shipman
lucy-letby christmas-carol peter-pan father-christmas santa-claus mary-jane simon-says ben-nevis martin-luther
robin-hood harry-potter aston-villa queen-elizabeth queen-victoria king-charles prince-harry prince-william
virgin-mary donald-trump boris-johnson taylor-swift michael-jackson elvis-presley bob-marley james-bond
sherlock-holmes mickey-mouse amy-winehouse leyton-orient charlton-athletic john-lewis peppa-pig jeremy-kyle
david-beckham harry-styles keir-starmer king-george ronald-mcdonald uncle-ben madame-tussauds roger-federer
""")
"""Two names together that mean a training, a charity, a drink or a book."""

POSTS = words("hca hcas rmn rn sn cpn nic bank agency hcsw ssw")
"""What follows the name of a member of staff."""

VERB_NAMES = words("""
will may hope mark rose bill rob sue pat max chase art frank rich nick grant drew summer dawn faith grace star stew
wade chance reg trust love progress promise clay ash jack ray don van april june august sun
""")
"""Names that begin ordinary sentences: only what people alone do makes a name of them there."""

PLACE_NAMES = words("""
jordan chad georgia sydney florence victoria chelsea austin preston kent lincoln israel asia hazel ivy holly heather
rose lily poppy jasmine daisy iris olive amber ruby jade pearl crystal rowan willow ash laurel clay fern flora
violet hope grace faith beatrice haven phoenix primrose rosemary ivory trinity
""")
"""Names that are countries, towns or wards: not names of people after "to" or "from"."""

MONTH_NAMES = words("may april june august jun jan sunday monday friday summer")
"""Names that are times."""

DOTTED_ABBREVIATIONS = words("""
am pm eg ie nb uk us usa od bd tds qds prn im iv po gp dob asap nhs mha nok bp hr rip awol vg etc aka pto cpr ecg
ect
""")
"""What is typed with full stops and is no initials."""

BEDSIDE_ABBREVIATIONS = words("""
pt pts su yp is in on at to of it he we me my no so up us an as be by do go if or am pm the and was not has new old
all out off hca nic rn rmn sn ot dr gp rc tv iv ng bp bm ecg obs led pc cctv hr news bed ok ed ae icu lig ppe uti
mdt nok
""")
"""Two or three letters that are no initials even before a bed or a room."""

ABBREVIATIONS = words("""
ot mh rc hr bp pr ng iv im po bd od tv id pc ct mr mri gp sw sn rn su yp pt pts hca nic ed ae cd cmht ccu hdu icu
obs bm bms ecg ect gcs prn tds qds nok cpa mdt rt ra rc sb so is in on at to of it he we me my no up us an as be by
do go if or am pm uk nhs cqc mha mca dna awol fy st sho spr cn dn np na ppe nad nbm lft fbc ue crp hb wcc uti dvt pe
mi cva tia copd hiv hcv std bpd asd ld adhd ptsd ocd dsh si sh ip op em es ep eip htt crt act caf rip eta fyi asap
cc bcc it hq ipad dvd cctv led ac dc wc ok re ie eg vs dr ms mx mrs rmn cpn amhp rmo ba ma bsc phd ai av bb bw ca cp
cv dm dx tx rx hx fx sx px lt rt lg sm md nb nd nr nt oh ow pa pd pp ps pw qa rd rm rs sr ss tb tr tt uc vr vt yr yo
ya ward bed rapid bay red low the and was not has had him her his who but for all out off one two new old max min mg
ml kg cm mm hrs wks mths sos dols lps cto son mum dad gf bf ex bro sis nan
""")
"""Two or three letters that are no initials."""
