"""Words that are no name, or not only a name. Written for this program."""

from bot.domain.reports.identifying.wordlists.words import words

NOT_NAMES = words("""
a a&e abbey abcde abdomen abilify about above abrasion abrasions absconded absence absences abt abusive acacia
access accident accidents account ace act action actions acts acuity acuphase acute addenbrooke addenbrookes
addiction additional address admission admissions admitted adolescent adrenaline adult adults advent advocacy
advocate aerosol aerosols afghan afghanistan africa african after afternoon again against age agency aggression
aggressive agitated agreed agreement aid aims air airlock alarm alarms albanian alcohol alder aldi alert all allah
allegedly allergies allergy almost alone along already also alternative although always alzheimer alzheimers am
amazon ambulance america american amhp amhps amisulpride amitriptyline amlodipine among amount amoxicillin amu an
anaesthetist anaesthetists anchor and android anger anglican angry ankle annoyed annual annual-leave anonymous
another answer anti-ligature anti-social anxiety anxious any anybody anyone anything apologies app appeal appeals
appendix apple appraisal approved apps apr april apron aprons arabic are area areas aripiprazole arjo arm arms
around arrangement arrangements arrival arsenal as asbestos ascom asda ash asia asian aside ask asked asking asks
asleep aspen asperger aspergers aspirin assault assaulted assessment assessments assist assistant assistants
assisted associate associates asthma aston at atheist atomoxetine attack attacked attempt attempted attempts attend
attendance attended attending attends attention audiology audit audits aug august aunt australian authority autism
autistic automatic autumn available average awake aware awareness away awol baby back background bad badge badges
bag bags bail balance balint bandage bangladesh bangladeshi bank bank-only bankstaff baptist barring barthel base
baseline basic bathroom batteries battery bay bays bd be beacon became because beck become bed bedding bedford
bedrail bedrails beds beech been beer before began behaviour behavioural behaviours behind being belfast bell bells
belongings below belt belts benefit bengali benzo benzos berkshire beside besides best better between bible bic big
bin bins bipolar birch birmingham bisoprolol bit bite bites biting bitten black blackberry blackpool blade blades
bleach bleed bleeding bleep bleeps blind blinds blood bloods blu-tack blue bluebell bluetooth bm board body boiler
bolam bolton book boots bored both bottle bottles bournewood boy boyfriend bp bprs braden bradford bradgate brand
brazilian breach breached breaches break breakfast breaks breathing bridge brief brighton bring bristol britain
british broke broken bronze broset brother brothers brought brown bruise bruises bruising buccolam buddha buddhist
builder building bulgarian buprenorphine burn burns burst bury bus buscopan business busy but by cable cables
cadbury cage caldicott calgary call called calling calls calm cambridge camcog came camera cameras camhs can
canadian cancelled cancer candle candour cannabis cannot cans cant cantonese capacity capacity-bed capgras capsule
capsules car carbamazepine card cardiac cardiff cardiology cards care carenotes carer carers caribbean carling
carlisle carrier cash castle casualty catastrophic cathedral catholic caught cause cc cctv cdu cedar celtic center
central centre cerner certificate chair chairs challenge chance change changed channel chapel chaplain chaplaincy
charge charger chargers chart charts check checked checking checklist checklists checks cheek chef cheshire chest
chester chestnut chief child children chin china chinese chiropody chlorpromazine choice choking christ christian
christmas chrtt church cider cigarette cigarettes cinema circle circumstance citalopram claimed clares class clean
cleaner cleaners clear clerk clexane client clients climbed clinic clinical clinician clinics clipper clonazepam
clopixol closed clothes clothing clover clozapine clozaril club cmht coach coat cocaine code codeine coffee
cognitive coke cold colgate collapse collapsed colleague colleagues college colour columbia comfort command
commander comment comments commission committee common communication community comparison competence competencies
competency competent complain complained complains complaint complaints complan complete completed compliance
compulsory computer concern concerned concerns concerta conclusion condition conduct conference confidence
confidential conflict confused congolese consent constable consultant consultants contact contacted content contents
contingency continued continuity contract contractor contractors contributory control coordinator corby cord cords
cornwall coronation coroner correct corridor corridors cost costa cotard could couldnt council counselling county
couple course court courtyard cousin coventry cover covered covid covid-19 cpa cpn cps cqc craft creative credit
crew crews cried crime crisis criteria critical crohn crohns crown crutches ct cto culture cup cupboard cups curie
current curtain curtains custody customer cut cutlery cuts cyber cyclizine cygnet cypriot czech dad dads daffodil
daily damage damaged danger dangerous dast data date dates datix daughter daughters dawn day days de-escalation dead
deaf dear death deaths dec december decision declined deescalation default defence delay delayed delays delivery
demand dementia denied denies dental dentist dentistry deny denying denzapine deodorant depakote department
departmental dependency depixol depot depots depression deputy derby derbyshire dermatology description designated
desk desktop destroyed detail details detained detector detectors detergent deteriorate dettol development device
devil devon diabetes diabetic diary diazepam diclofenac did didnt died diet dietetics dietitian different difficult
digital dignity dining dinner directive director disability disaster discharge discharged disclosure discrimination
discussion disease disorder disorganised display distance distressed district diversity diwali do doctor doctors
document documentation does doesnt doing dols domestic domestics domestos done donepezil dont door doors doppler
doritos dorset dose doses dosette dosing double down downtime doxycycline dozen draft drank drawer dressing drill
drills drink drinking drinks driver drop dropped drowsy drug drugs drunk dublin due duloxetine dundrum duplicate
duplicated duration durham during dusk duty each ear earlier earlies early earphones ears easter eat eaten eating
ecg ect edinburgh education eeg effect effective effort eid eight eip either elated elbow elder elderly electrical
electrician electricity electronic eleven eligibility elm else elvanse elysium email emergency emis empty end ended
engage engaged engagement engaging engineer engineers england english enhanced enough enoxaparin enquiries enquiry
ensure entered entrance entry environment environmental epds epic epilepsy epilim epipen epma equality equasym
equipment eritrean eroster error escalated escalating escalation escaped escitalopram escort escorted espranor esr
essex establishment estates ethiopian europe european evacuation evaluation even evening event ever everton every
everybody everyone everything evidence exact example excellent except executive exercise exeter exit expert expired
expressed expresses external extinguisher extinguishers extra extreme eye eyebrow eyes face facebook facility fact
factor factors faeces failed failure fair falcon fall falls false families family fanta farsi fast fatal father
fathers fax feb febreze february federation feedback feel feeling feels fell felt female fence fentanyl fern ferno
few fifteen fifty fight fighting figure file filipino final finance find finding finds fine finger fingers fire
firefighter first fit fitness fits five flat flexible flood flooding floor floors flow flu fluid fluids flumazenil
fluoxetine flupentixol fob fobs focus foley follow followed following food foot for forehead forensic fork form
formal format former formica forms fortisip forty forum fosters fought found foundation four fourteen fracture frail
frame framework france fraser free freedom freezer french fri friday fridays fridge friend friends frightened from
front full function furosemide further future fyi gabapentin gad gaf gambian gap garden gardens gas gass gastro gate
gates gave gaviscon gcs gel general gentle gentleman geriatric german germany get gets getting ghana ghanaian
gillick gin girl girlfriend give given glasgow glass glenfield gloucester gloves glucagon gmc go goal god goes going
gold gone good google gore-tex got governance government governor gp gps grab grabbed grabs gran grandad grandmother
great greek green greggs ground group groups guardian guidance guideline guidelines guinness gujarati gym gypsy had
hadnt hads hair halal haldol half hall halloween haloperidol ham ham-d hamilton hampshire hand handle handles
handover handovers hands hanukkah harbour hard hardware haribo harm harmful harms has hasnt hate have haven havent
having hawthorn hazard hazards hazel hca hcas hcpc hcr hdu he head headphones health healthcare healthroster healthy
hear heard hearing heart heather heating hed height heinz held hell hello help helped heparin hepatitis her here
heroin heron hers herself hes hi hid high him himself hinckley hindi hindu hinge hinges hip his history hit hits
hitting hiv hoard hodgkin hoist hoists hold holds holiday holly home homes honesty honos hook hooks horizon hospice
hospital hospitals hostel hostile hot hour hours house how however hr hrs hse htt huddle hull human hundred
hungarian hungry huntington huntingtons hurt husband hygiene hyoscine hypo hypostop i ibuprofen ice ico icu id idea
if ill illegible im image imam immediate impact important improve improvement improving in inaccurate incident
incidents inclusion incomplete incorrect independence independent index india indian individual induction infection
inform informal information informed informs infusion initial injection injections injured injuries injury inpatient
inpatients inquest inquiry inside insight insist insisted inspection inspector inspectorate inspectors instagram
institute instruction insulin integrated intensive interest interim internal internet interpreter interpreters
intervention interventions interview into intoxicated intranet introduction invega inventory investigation
involvement ipad ipads iphone ipswich iran iranian iraq iraqi ireland irish irritable isolated isolation issue
issues it italian italy item items its itself iv ive ivy jamaica jamaican jan january japanese jaundiced jaw jesus
jewish job joint journey jubilee judge judges jul july jump jumped jumps jun june junior juniper just justice kardex
keep keeps kellogg kelloggs kent kenya kenyan keppra kept kestrel ketamine kettering kettle key keyboard keypad keys
keyworker kick kicked kicking kicks kidney kill kind kingfisher kirton kitchen knee knees knew knife knives knocked
know knowledge known knows koran korean korsakoff kosher kpi kurdish kwells lab label laboratory labs laceration
lacerations lack lactulose ladies lado lady lager laid lamotrigine lampard lancashire lancaster language lankan
lanyard lanyards laptop laptops larch largactil large lashed last late later lates latter latvian launch laundry
laurel lavender law lawyer layout lead leader leadership leads leak learn learning least leave leeds left leg legal
legionella lego legs leicester leicestershire lent less lesson lessons lester let letter letters level levels
levothyroxine lewy lfpse liaison lid lidl lie life lift ligature ligatures light lighter lighters like likert lilac
limited lincoln line liner liners link lip lips list listening lithium lithuanian little live liver liverpool lives
living lloyds lobby local location lock locked locker lockers locks locum locums lodge lofepramine log login logins
logs london long look looked looking looks loperamide lorazepam lorenzo lose losing loss lost lots loud loughborough
lounge low lps lucozade lunch lunsers lurasidone luton lycra lying lynx lyrica macmillan made madopar madrs
magistrate magistrates magnolia main maintenance major majority make male maltese man managed management manager
manager's managers manchester mandarin mandatory mane mania manic manual many map maple mappa mar marac march
marlboro marmite marthas mask masks maslow mass mat material maternity matron mats matter mattress mau maudsley
maximum may maybe mca mcgowan mdt me meadow meal meals mean meanwhile measure measures mechanical med medical
medication medications medicine medicines meds meet meeting meetings melatonin melton memantine member members men
mental mentor message met metformin methadone method methodist methylphenidate mha mhra microwave midday
middlesbrough midlands midnight midwife midwives might milk mill min mind mine minibus minimum ministry minor mins
minute minutes mirtazapine misfiled mislabelled miss missed misses missing mission mistake mistakes mix mixed mmse
mobile mobility moca modecate model moderate modern mom mon monday mondays money monitoring montgomery month monthly
months montreal mood morbidity more morning morphine mortality mosaic mosque most mother mothers mouse mouth move
moved movement moves movicol moving mowbray mri much mug multi-agency mum mums music muslim must mute my myself na
naked naloxone name named names nan national natural nb near nearest nearly necessary neck need needed needle
needles needs negative neighbour neighbours neither nepali nephew nescafe network networks neurology never new
newcastle news news2 next ng nhs nhsp nice nicorette niece nigeria nigerian night nightingale nights nights-only
nihss nil nine nintendo nitrazepam nitrofurantoin nivea nmc no nobody nocte noise nokia none noon nor normal
norovirus northampton norton norwich nose nosebleed not note noted notes nothing nottingham nottinghamshire nov
november now nowhere nozinan nrls number numbers nurse nurse-led nurses nursing nutella nutrition nytol oak obese
objective obs observation observations observed occasion occupancy occupational ockenden oct october od of off
offence offender offenders offending offered office officer officers offices official often oh ok okay olanzapine
old older oldham om omeprazole on once oncology one ones ongoing online only onto open opened openness opens
operation operational opinion opportunity optician options optometry or oral oramorph orchard orchid order orders
organisation original orthopaedic orthopaedics osprey ot other others otherwise our ours ourselves out outage
outbreak outcome outdoor outlook outpatient outpatients outside outstanding oven over overall overdose overdue
overnight oversight overtime own oxehealth oxevision oxford oxycodone oxygen pabrinex paced pack paediatric
paediatrics pagan page pain pakistan pakistani pale palexia paliperidone palliative palsy panel panic pansi panss
paper paracetamol paramedic paramedics paranoid parcel parent parents paris park parking parkinson parkinsons
parliamentary paroxetine part participation particular partner partnership party parvolex passover passport password
passwords past pathology pathway pathways patient patients pattern payment peer peers peg pelvis pen pencil pencils
penicillin pens pentecostal people pepsi per performance perfume perhaps perinatal period permission person personal
personality persons perspective perspex peterborough pharmacist pharmacists pharmacy phenelzine philippines phoenix
phone phoned phones phq physical physio physiotherapist physiotherapy picked picture picu pillow pilot pine pinpoint
pipe pipes piportil piriton place placed placement plan planning plans plastic plate plates platinum playstation
please pls plumber plymouth pm pneumonia po podiatry point points poland police policies policy polish pool poor
poplar pork porter porters portfolio portsmouth portugal portuguese positive possession possible post potential
power ppe practice practices practitioner practitioners preceptorship predictable prednisolone preferred pregabalin
pregnant preparation prescription prescriptions presence present presentation presented presenting presents pressure
preston prevent preventing prevention previous priadel priest primary primrose principal principle principles
pringles printer printers priority priory prison privacy private prn probable probation problem problems procedure
process procyclidine professional profile programme project promethazine prompt proper property proposal propranolol
prosecution protection protocol provider prozac ps psirf psychiatric psychiatrist psychiatrists psychiatry
psychologist psychology psychosis psychotic pt pts public pull pulled pulls pulse punch punched punches punching
punjabi purpose pursuit push pushed pushes pushing put qds qrisk qualified quality quarter quarterly queen question
questions quetiapine quick quiet quite quran race racial racism racist radio radios rail rails rainbow ramadan
ramadhan ramipril ran rang rangers rapid rash rastafarian rate rather rating ratio razor razors rca rcpsych re reach
reached reaction reading really reason reasonable receive received recent reception receptionist recommendation
recommendations record recorded recording records recover recovery recruitment red redbull reduce reduced reducing
reduction referral referrals reflective refusal refuse refused refuses refusing regards regional register registered
registrar registration regular rehab rehabilitation relational relationship relative relatives released reliable
relief religion religious remain remained remains remote removed renal reply report reported reporter reporters
reporting reports request requested requesting requests required requirement requirements research resident
residents resolution resource resources respect respiratory respite respond responded responding response
responsibility responsible rest restless restrain restrained restraint restrictive result results resuscitation
retention rethink return returned returning returns review reviewed reviews rib ribena ribs right rights ring rio
risk risks risperdal risperidone ritalin rivastigmine rivermead rivotril rizla rmn rmns rn road rochdale role
romania romanian roof room rooms roots rorschach roster rosters rota rotas round rounds routine rowan royal rugby
rule rules rum run running runs rushed russia russian rutland sad sadpersons safe safeguarding safely safer safety
safewards said salbutamol saliva samaritans same sample samples samsung sandoz sanitiser sat satan sats saturday
saturdays saw say says sbar scald scalds scale scalp scan scanner scanners scarf scarves scene schedule scheme
schizophrenia school schwartz science scissors score scotland scottish scratched scream screamed screaming screen
screening screens seacole search searched searches searching seclusion second secondary seconds secretary section
section-42 sectioned sections sector secure security sedated see seem seems seen seizure seizures self self-harm
sellotape seni senior senis senna sensor sensors sensory sent sep separate sepsis sept september sergeant series
serious seroquel sertraline server service services set settled seven several severe severity sexual shaking shall
shampoo sharps shd she sheet sheets sheffield shes shift shifts shoelace shoelaces shop short shortage should
shoulder shout shouted shouting shouts show showed shower shows sick sickness side sign signature significant signs
sikh silver similar simple simpson-angus simvastatin since sincerely sinemet single sister sisters sit site sits
sitting situation six sixteen size skill skills skin skylark slack slapped sleep sleeping sleepy slept sling slings
slovak small smartcard smartcards smashed smelled smirnoff smoke smoked smoking snack snacks snapchat snickers
snowdrop so soap social society sodium software solian solicitor solicitors somali somalia some somebody somehow
someone somerset something sometimes son sons sony soon sore sores sorry sort sound source southampton spain spanish
spat speak speaking special specialist speciality specific specimen specimens speech spice spine spiritual spit
spitting spoke spoon spot spring sprinkler sprinklers sputum sri stabbed stable staff staffing staffordshire stage
stairs stairwell stand standard standards standing star stars start started starts stat state stated statement
statements station status stay stayed stays stedy steis stelazine step stick sticks stigma still stock stoke stood
stop stopped stopping stops storage store story strategy street strength stress stroke strong struck structure
struggle struggled student students stuff suboxone substance subutex success such sudanese sudden sudocrem suffer
suffered suggestion suicidal suicide suitable suite sulpiride summary summer sun sunday sundays sunderland sunflower
sunrise supernumerary supervised supervision supper supplies supply support supportive surface surgeon surgery
surgical surrey surveillance survey suspected sussex sw swab swabs swallow swallowed swallowing swansea swarm
sweating swelling swift swollen swore swung sycamore syndrome syria syrian syringe syringes system systmone table
tables tablet tablets take taken talk talked talking talks tamil tannoy tap taps task tasks taxi taxis tds tea team
teams tear tearful tears technical technique teenager teeth tegretol telephone television tell telling tells
temazepam temp temperature temple temporary ten tena tension term terrified tesco test tests tetley thai than thank
thanks thankyou that the theatre their theirs them theme themes themselves then therapeutic therapist therapists
therapy there these they theyre thiamine thing things think thinking third thirst thirteen thirty this thistle those
though thought threat threaten threatened threatening threatens threats three threshold threw throat through
throughout throw throwing throws thu thumb thur thurs thursday thus thyroid tidal tied tight tiktok till time
timeline times tin tins tired tissue tissues tmrw to toaster today toe together toilet toilets told tomorrow tonight
too took tool tooth top topic total tottenham touch touched tour tourette tourettes toward towards towel towels
toxic tracking traffic train trainee training tramadol tranq tranquillisation transfer transferred transition
translator transparency transport trauma trauma-informed traveller tray trays trazodone treatment trevicta
trevictanine triage trial tribunal tried tries trigger trileptal trimethoprim trip trolley trolleys trouble true
trust try trying tue tues tuesday tuesdays tulip turkey turkish turn turned tv twelve twenty twice twix two type
uber uk ukraine ukrainian ulcer ulcers ultrasound un unable uncle unconscious uncooperative undated under understand
understands unescorted unexpected unexplained uniform uniforms unit units universal unknown unless unlocked
unqualified unregistered unresponsive unsafe unsigned until untoward unusual unwell up update upgrade upon upset
urdu urgent urine us use used user users usual usually uti vacancies vacancy vaccination vaccine vaisakhi valium
valproate valproic value values van vape vapes various vegan vegetarian vehicle vehicles velcro venlafaxine ventolin
verbal verbally version very via victim video vietnam vietnamese view villa vimto violence violent vision visit
visited visiting visitor visitors visits vistamatic visual vodka voice voluntary volunteer vomit vomited vomiting
vortioxetine vte vulnerability vulnerable w wait waited waiting wake wales walk walked walking walks wall walls
wander wandered wandering want wanted wants ward warden wardrobe wardrobes wards warfarin warm warning warrant
warrington was wasnt waste watch watched watching water waterlow wd we weak weapon wear wearing website websites
wechsler wed wednesday weds weed week weekend weekends weekly weeks weetabix weight welcome welfare well wellbeing
wellness welsh wembley went were wernicke wet weve what whatever whatsapp wheelchair wheelchairs when whenever where
whether which while whisky white whiteboard who whoever whole whom whose why wi-fi wide wife wifi wigan will willow
wiltshire window windows wine wing winter winterbourne with within without witnessed woke wolverhampton woman women
wont worcester wore work worked worker workers workforce working workload workplace works workshop worried would
wouldnt wound wren wrist wristband wristbands write writing written wrong wrote x-ray xbox xeplion xray yeah year
years yellow yes yesterday yet yew ymrs yoga york yorkshire you young your yours yourself youth youtube zaponex
zimbabwe zimbabwean zimmer ziprasidone zone zoom zopiclone zuclopenthixol zypadhera zyprexa
""")
"""Words of wards, medicines, places and everyday English that are no name even with a capital letter."""

ORDINARY_WORDS = words("""
abbot abe aberdeen abu acar addison al alam aldershot alexa alma alpha amadi amal amber amity angel anh antrim apgar
ari ariel aries armagh armour art aurora austin ayr badger bah baker bala ban bang bangor banks bao barbie barclays
barking barley barn barnet baron basil basingstoke bass bath battle bayer bea bean beans bear beard beast beauty bee
bela belle bentley berry bexley bi bigg bill bird bishop blackburn bland blank blessed blessing bliss bloom blossom
blunt bo boast bold bond bone bones bonny books boot booth bos boss boston bow bowl bowman bowyer box boys branch
brandy brass bravo bray breeze brew bri bricker bride bright brilliant broad bromley brook brooke brooklyn brooks
broom brush buck buckle bud buddy budge buff buis bull bullock bunch bunny burden bush bushes butch butler butt
butterfly button butts buzz cain cake camden camp candy cane cannon canterbury cape captain carol carolina carpenter
carter carver case cassia cat chad chain chalk chamberlain champ chan chandler chang charity chase cheese chelmsford
chelsea cheltenham cherry chess cheung chew chi chick childs ching chip chips chosen chow chubb chuck chung churn
clay clemency clement cliff climb cloak close cloud coal coates coats cock colchester colt comb come constant conte
cook cooke cool cope coral cork corn corner cortana cotton couch counter coward cowl crab cramp crane crank crawley
craze creed crewe crisp crook crop cross crouch crow croydon crumb crush cruz crystal cubit cull cunning curl curry
cushing cutter cy da daffy dagenham dainty daisy dakota dale dallas dance dang dar dare dark darling das dash dat de
deacon deal dee deed deep dell delta den deng dent derry destiny dev devine dew di dial diamond dice dick dimple
ding dip dish ditch divine dobbin dock dodge doe doll dolly dolphin don dong dorchester dot dove dover downs drain
drake draw dream dredge drew drown drudge drum drummer dry du dua duck dud dudley duke dull dundee dung dunk dust
dusty dye dyer eager eagle ealing earl east eastbourne easy echo ed eden edge el em ember emery enfield es eve
everlasting ewe eysenck fairy faith fame fan fang fare farm farmer farrow fat fate fault favor favour fear feast
feather fee fei fellow feng fiddle fiddler field fields fig fill firm fish fisher fist fitch fitt flag flame flash
flaw fleet flesh fleur flick flint float flock flora florence flour flower flowers fly foal fog fold folly fool
force ford forest forester forge forrest fort forth fortune forward foster fountain fowler fox foxtrot frank freak
freeman freeze friar fright fringe frog frost fry fuller fun fung funk furlong furness furze fuse gage gaia gain
gale gall gamble game gander gang gape gardener gardner garland garlic garnet garter gather gato gauge gaunt gay
gear gem gemini gen gene genesis gent gentile georgia ghost giant gift ginger glad glade gladness glaze glazier glee
glen glide gloom glory glove glover glue goat gods godsgift godswill golden golf gong goodness goods goose gore gosh
gosling gown grace gracious grain grand grange grant grantham grape grass grave gravel graves gray graze greed
greenwich greet grey griddle grief grill grim grin grind grip grit groan groom groove gross grove groves grubb gruff
guang guarantee guard guest guide guildford guilt gull gum gunn gunner guo gus gust gut guy ha hack hackney haddock
haft hag hai hail haji hajj hajji hale halifax halt hammer hamper han handy hang hank hao happiness hare harmony
harness harp harrow harsh hart harvest haste hastings hat hatch hatchet hatter havering hawk hay haze heads heal
heap hearth heat heath heaven heavy hedge heel heir helm hem hema hemp hen herb herd hereford hero herring hey hiba
hick hide hijab hill hillingdon hills hind hinder hitch hive ho hoar hoax hob hog hogg holder hole holland hollow
homer hone honest honey hong honor honour hood hoop hoover hop hope horn horse horsham hose host hotel hound
hounslow houston hovel howl hu hua huddersfield huff hug hui humble hump hung hunt hunter hurdle hurry hush husky
hut hyacinth hyde idle iman ina inch indigo ingle ink inn innocent inverness inward ira iris iron islam islington
israel ito ivory jack jade jai jam jar jasmine jean jeer jelly jest jet jett jew jewel jiao jin jog join joiner joke
jolly jordan joss joy joyful ju jug juggler jury kai kala kato kay keen keeper kennel kessler khalifa kid kidd kiln
kilo kindle king kingston kiss kit kite kitty knave knell knight knot knox kong la lace lad ladder lag lake lal lamb
lambeth lan lance land lane lap lark lash lass latch laugh laughter lawn lax lay le leaf league lean leap lease
leash leather leaver leavers lecturer ledger leech leek legend legg lei lemon leone leung lever lewisham lexus li
libra lilly lily lim lima limb lime limit lin linden linnet lion lisburn lively load loan lobe loch locke loft loh
longo loop loose lord lot love lovely loveness loving lowly lu luck lucky lull lump luna lund lundbeck lung luo
lurch lure lute lyra lyric ma mace mad magic mah mai maid maiden maidstone mail mala malt mang manger mangle mani
manly mann manner manners manor mansfield mantle mantoux marble mare marigold marine mark market marks marl marrow
mars marsh marshall marvellous mash mason mast master masters match mate maverick max meadows meat medal medley meek
mel melbourne mellow melody melt memory mercedes mercia mercury mercy merit merlin merry merton mess messiah metal
mi mian miao midwinter milan mild mile miles miller mills mimi mince mint miracle mirth mirza mist misty mite mo
moan moana moat mob mock mode modesty mole monk montana moody moon moor mop moral mori morrisons mort moss moth moti
mould mound mount mow mu mud mule mullet murmur muse mustard mylan myrtle myth nail nap nape narrow nasty nave navy
neat neighbor nerve nest net nettle nevaeh newark newbury newham newport newry nhi ni niche nick nickel nimble nip
nob noble nod nomatter norm north notch nought nova nuan nun nur nut oakley oath oats obedience obvious ocean odd
offer oka olaf oldman olive olivine ong onion ono opal orange organ orion otter ou outlaw owl ox pace packer packet
pad paddock paint painter pair paisley pal palace pall palm pan pang pant papa paradise param pardon parish parke
parker parks parrot parson parsons partridge pass paste pasture pat patch path patience pause pave paw pay pea peace
peach peacock peak pear pearl pease peat pedlar peel pei pence pender penny pepper perch perfect peril perth pest
petal petty pew pfizer piao pick pickles pickup pie piece pierce pig pigeon piggott pike pile pill pillar pin pinch
ping pink pint piper pisces pit pitch pitt pity plaice plain plane plank plant plaster play player plea pleasance
pleasant plenty plot plough plow pluck plug plum plunge ply poet poh poke pole poll pond pong poole pop pope poppy
pore porsche port portland posy pot potter pound pounder praise prank pray preacher precious press prest pretty prey
price prick pride prim prince print prior privilege prize progress promise proof prosper prosperity proud prove prow
prude prune pry pump pun punn pure purple purse qi quail quaint quake quan quarrel quarry quart quebec quest quill
quilt quince ra rabbit rack raft rag rage raid rain raine raj raja rajab rake ram ramazan ramble ramp randy range
ranger rank ransom rap rasa rat raven ravine raw ray read ready real reap rear rebel reckless redbridge reed reeds
reel reeve reform reg reigate reign rein rejoice remedy ren rent reva revel rhyme ribbon rice rich richmond riddle
ride rider ridge rife rift rig rightful rigour rim rind rip ripe rise rite river rivers ro roach roam roan roar
roast rob robe roche rochester rock rocky rod roe rogue roll roma roman rook root rope roper rory rose rosemary
rosenberg rot rough rouse rover row rowdy ru rub ruby ruck rudder rude ruff rug rui ruin ruiz rumble rung rush rust
rusty rut ryder rye sabah sabbath sable sack saddle saddler saffron sage sail sainsbury saint salam sale salem
salisbury sallow salmon salt samaritan sand sandal sands sandy sang sanger santander sap sapphire sash satchel sato
saturn savannah save sawyer saxon scales scare scarlet scholar scot scotch scout scrap screw scribe scrub scull sea
seal season seat seed seek seer sell seller sellers sen senate send sense serve seto settle sewer shade shadow shaft
shake shallow sham shame shams shan shank shape share shark sharp sharpe shave shaw shed sheep sheer sheikh shell
shelter shen shepherd sheppard sheriff sherry shi shield shields shin shine ship shirt shock shoe shoemaker shoot
shooter shore shot shrew shrewsbury shrub shuang shui shum shun shutt shy si sid siege sierra sigh silence silk sill
silly sim sin sincere sinew sing singer sink sip sire siri sized skate skip skirt skull sky slade slate slater
slaughter slave sleath sledge sleek sleet sleeve sleigh slice slick slide slight slim slip slope sloth slough slow
sly smack smart smash smear smell smile smiles smirk smooth snail snake snap snare sneak snell snip snipe snooks
snoop snore snow snuff sober sock soft soil sol sole solemn sona song soot sorrel sorrow soul soup sour south
southend southern southwark sow sower spade span spare spark sparks sparrow speaker spear spears speck speed spell
spend spider spike spill spin spindle spinner spire spirit spittle sponge spooner sport spouse spray spread sprig
sprout spruce spur spurr squash squib squire squirrel stafford stag stain stair stake stale stalk stall stallion
stamford stamp stanch staple starch stark starling stead steady steal steam steed steel steele steep steer stem
sterling stern stew steward stickler stiff stile sting stirling stitch stockport stocks stoker stone stool stoop
storey stork storm stormy stout straight strain strait strand strange stranger straw stray stream stretch strict
stride strife strike string strip stroll stronger stubble stuck study stump sty style styles su suck sue suet sugar
sui suit sully sultan summers summit sumner sung sunna sunny superdrug supple sure surf sutler swain swan swann
sweat sweep sweet sweeting sweetness swell swindle swindon swine swing sword sydney tabor tack tai tail tailor taint
talent tall tam tame tan tang tangle tango tank tansy tao tape taper tar tart tasker taste taunton taverner tax tay
teach teal teas teasel telford teller temper temperance tempest tender tendon teng tennis tent testimony teva text
thankgod thatcher thaw theophilus thi thick thief thimble thin thorn thrasher thread thresher thrift throne thrush
thump thunder ti tian tick ticket tide tidy tie tiger tile tiler tiller timber ting tinker tip tipper tire title
toad toast toil token toll tomb tombs tong tongue topaz torch toss tough tow tower towers town towns toy trace track
trade trail tramp trap travel travell travers tread treasure treat tree trees trench tri tribe trick trickle trim
trinity triumph troll trot trout trowel truce trueman trump trunk truro truth trymore tsang tse tu tub tuck tug
tumble tune tunnel turf turk turner turtle tusk twain twin twine twist ty tyre ueda umeh union unique unwin upright
urge urn usher uzo vain val vale valiant valley valor vane vat veal vega veil vein venison venture venus verdant
verge verse vessel vest vi vic vicar vice victor victoria victory village villain vine vinegar vintner viola violet
virgin virgo virtue vital vivid vocal volley vos vowel voyage waddle wade wafer wage wagon wail wain waist waiter
wakefield wale walker wallet walnut walsall wan wand wandsworth wang war warble ware warn warner warp warren warrior
wart warwick wash washington waters watford watt watts wave wax way weal wealth wean weary weather weave weaver web
webster wedge wedlock wee weeds weigh weir weld wells welt wench west western whale wharf wheat wheel wheeler whelp
whet whip whirl whisker whiskey whisper whistler whiteside wick wicked widow wield wild wilder willing wills willy
win wince winch winchester wind windsor winger wink winner winsor winters wisdom wise wish wisp wit witch withers
witness woking wolf wolfe won wonder woo wood woodcock woodman woods woody wool woolf word workman world worm worry
worse worship worth worthing wrangle wrath wreath wreck wrench wrestle wretch wrexham wring writer wu xi xia xie
xing xu ya yale yam yan yang yankee yao yap yard yarn yawn ye yee yell yen yeoman yeovil yi yield yin yoke youngest
yu yue yuen ze zeal zen zeng zhong zhu zinnia zulu
""")
"""Other words that somebody may be called, but that mostly mean something else."""
