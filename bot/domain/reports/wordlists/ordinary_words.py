"""Words that are no name, or not only a name. Written for this program."""

from bot.domain.reports.wordlists.words import words

NOT_NAMES = words("""
a a&e abbey abcde abilify about above absconded abt abusive acacia access accident accidents account ace act action
actions acts acuphase acute addenbrooke addenbrookes addiction address admission admissions admitted adolescent
adrenaline adult adults advocacy advocate afghanistan africa african after afternoon again against age agency
aggressive agitated agreed agreement aid air airlock alarm alarms alcohol alder aldi alert all allergies allergy
almost alone along already also although always alzheimer alzheimers am amazon ambulance america amhp amhps
amisulpride amitriptyline amlodipine among amount amoxicillin amu an anaesthetist anaesthetists and anger angry
annoyed another answer anxiety anxious any anybody anyone anything appeal approved apr april arabic are area areas
aripiprazole arm arms around arrival as ascom asda ash asia asian aside ask asked asking asks asleep aspen asperger
aspergers aspirin assault assaulted assessment assessments assist assistant assistants assisted asthma at
atomoxetine attack attacked attempt attempts attend attended attending attends attention audit audits aug august
aunt autism autistic automatic autumn available awake aware away awol baby back bad bag bags balint bandage
bangladesh bank barthel base basic bathroom bay bays bd be beacon became because beck become bed bedding bedford
beds beech been before began behaviour behind being belfast belongings below bengali benzo benzos berkshire beside
besides best better between big bipolar birch birmingham bisoprolol bit bite bites biting bitten black blackpool
blade blades bleed bleeding bleep bleeps blind blood bloods blue bluebell bm board body bolam bolton book boots
bored both bournewood boy boyfriend bp braden bradford bradgate brand break breakfast breaks breathing bridge
brighton bring bristol britain british broke broken broset brother brothers brought brown bruise bruises bruising
builder building buprenorphine bury business busy but by cage caldicott call called calling calls calm cambridge
camcog came camera cameras camhs can cancelled cancer candour cannabis cannot cant cantonese capacity capgras
capsule capsules car carbamazepine card cardiac cardiff cards care carenotes carer carers caribbean carlisle castle
casualty cathedral catholic caught cause cctv cdu cedar center centre cerner chair chairs chance change changed
chaplain charge chart charts check checked checking checks chef cheshire chest chester chestnut chief child children
china chinese chlorpromazine choice choking christian christmas chrtt church cigarette cigarettes citalopram claimed
clares clean cleaner cleaners clear clerk clexane client clients climbed clinic clinical clinician clinics
clonazepam clopixol closed clothes clothing clover clozapine clozaril cmht cocaine codeine coffee cold collapse
collapsed colleague colleagues college colour commission committee community competence competencies competency
competent complain complained complains complaint complaints complan complete completed computer concern concerned
concerns concerta condition confused consent constable consultant consultants contact contacted continued contractor
contractors control coordinator corby cornwall coronation coroner correct corridor corridors costa cotard could
couldnt council county couple court courtyard cousin coventry cover covered covid covid-19 cpa cpn cqc crew crews
cried crisis criteria crohn crohns crown ct cto cup cupboard cups curie current cut cuts cyclizine cygnet dad dads
daffodil damage damaged danger dangerous data date dates datix daughter daughters dawn day days de-escalation dead
deaf dec december declined deescalation delay delayed dementia denied denies dentist deny denying denzapine depakote
department departmental depixol depot depots depression deputy derby derbyshire destroyed details detained
deteriorate devon diabetes diabetic diazepam diclofenac did didnt died diet dietitian different difficult digital
dining dinner director disability discharge discharged disease disorder disorganised distressed district diwali do
doctor doctors does doesnt doing dols domestic domestics done donepezil dont door doors doppler dorset dose doses
dosette dosing double down doxycycline dozen drank drawer dressing drink drinking drinks driver drop dropped drowsy
drug drugs drunk dublin due duloxetine dundrum durham during dusk duty each ear earlier earlies early easter eat
eaten eating ecg ect edinburgh eeg eid eight eip either elated elder elderly electrician electronic eleven elm else
elvanse elysium email emergency emis empty end ended engage engaged engaging engineer engineers england english
enough enoxaparin ensure entered entrance entry epds epic epilepsy epilim epipen epma equasym equipment eroster
error escalated escalating escaped escitalopram escort escorted espranor esr essex estates europe european even
evening event ever every everybody everyone everything evidence example except executive exeter exit expressed
expresses external extra eye eyes face facebook fact factor failed falcon fall falls false families family farsi
fast father fathers fax feb february federation feel feeling feels fell felt female fence fentanyl fern few fifteen
fifty fight fighting file find finds fine finger fingers fire firefighter first fit fits five flat floor floors flu
fluid fluids flumazenil fluoxetine flupentixol fob fobs foley follow followed following food foot for forensic form
former forms fortisip forty fought found foundation four fourteen fracture frail framework france fraser free
freedom freezer french fri friday fridays fridge friend friends frightened from front full furosemide further
gabapentin gad garden gardens gate gates gave gaviscon gcs general gentleman german germany get gets getting ghana
gillick girl girlfriend give given glasgow glass gloucester glucagon gmc go goes going gone good google got
government governor gp gps grab grabbed grabs gran grandad grandmother great green greggs ground group groups
guardian guidance guideline guidelines gujarati had hadnt hair haldol half hall halloween haloperidol hamilton
hampshire hand handover hands harbour hard harm has hasnt have haven havent having hawthorn hazel hca hcas hcpc hcr
hdu he head health healthcare healthroster healthy hear heard hearing heart heather hed height held hell help helped
heparin hepatitis her here heroin heron hers herself hes hid high him himself hinckley hindi hindu his hit hits
hitting hiv hoard hodgkin hold holds holiday holly home homes honos horizon hospital hospitals hostel hostile hot
hour hours house how however hr hrs hse htt huddle hull hundred hungry huntington huntingtons hurt husband hygiene
hyoscine hypo hypostop i ibuprofen ice ico icu id idea if ill im imam important in incident incidents index india
induction infection inform informal information informed informs infusion injection injections injured injuries
injury inpatient inpatients inquiry inside insist insisted inspector inspectorate inspectors instagram institute
insulin integrated intensive internal interpreter interpreters into intoxicated invega inventory investigation
ipswich iran iraq ireland irish irritable isolated issue issues it italian italy item items its itself iv ive ivy
jamaica jan january jaundiced jewish job jubilee judge judges jul july jump jumped jumps jun june junior juniper
just kardex keep keeps kent kenya keppra kept kestrel ketamine kettering kettle key keypad keys keyworker kick
kicked kicking kicks kidney kill kind kingfisher kitchen knew knife knives knocked know known knows korsakoff kpi
kurdish lactulose ladies lady laid lamotrigine lancashire lancaster laptop larch largactil large lashed last late
later lates latter laundry laurel lavender law lawyer lead leader leads learn learning least leave leeds left leg
legs leicester leicestershire less let letter letters level levels levothyroxine lewy lfpse liaison lidl lie life
lift ligature ligatures light lighter lighters like likert lilac lincoln line list lithium little live liver
liverpool lives living lloyds lobby local lock locked locker lockers locks locum lodge lofepramine london long look
looked looking looks loperamide lorazepam lorenzo lose losing lost lots loud loughborough lounge low lps lucozade
lunch lurasidone luton lying lyrica macmillan made madopar magnolia main make male man management manager managers
manchester mandarin mane mania manic many maple mar march marthas maslow matron matter mattress mau maudsley may
maybe mca mcgowan mdt me meadow meal meals mean meanwhile med medical medication medications medicine medicines meds
meet meeting meetings melatonin melton memantine member members men mental met metformin methadone methylphenidate
mha mhra microwave midday middlesbrough midlands midnight might milk mill min mind mine ministry mins minute minutes
mirtazapine missed missing mmse mobile moca modecate mom mon monday mondays money montgomery month months mood more
morning morphine mosaic mosque most mother mothers mouth move moved moves movicol moving mowbray mri much mug mum
mums muslim must mute my myself naked naloxone name named names nan national near nearly neck need needed needs
neighbour neighbours neither nephew network never new newcastle news news2 next ng nhs nhsp nice nicorette niece
nigeria night nightingale nights nihss nine nitrazepam nitrofurantoin nmc no nobody nocte noise none noon nor normal
norovirus northampton norwich nose not note notes nothing nottingham nottinghamshire nov november now nowhere
nozinan nrls number numbers nurse nurses nursing oak obese obs observation observations observed ockenden oct
october od of off offered office officer officers offices often oh ok okay olanzapine old older oldham om omeprazole
on once one ones online only onto open opened opens optician or oramorph orchard orchid order osprey ot other others
otherwise our ours ourselves out outlook outpatient outpatients outside oven over overdose overnight oversight own
oxehealth oxevision oxford oxycodone oxygen pabrinex paced page pain pakistan pale palexia paliperidone palsy panic
paper paracetamol paramedic paramedics paranoid parcel parent parents paris park parking parkinson parkinsons
parliamentary paroxetine part partner partnership party parvolex passport past patient patients peer peers peg
penicillin people per perhaps perinatal person personality persons perspex peterborough pharmacist pharmacists
pharmacy phenelzine philippines phoenix phone phoned phones phq physical physio physiotherapist picked picu pillow
pine pinpoint piportil place placed plan planning plans please pls plumber plymouth pm pneumonia po point poland
police policies policy polish poor poplar porter porters portsmouth portugal portuguese positive possession possible
post power practice practitioner practitioners prednisolone pregabalin pregnant prescription prescriptions present
presented presenting presents pressure preston priadel priest primrose principle principles printer priory private
prn problem problems procedure process procyclidine programme project promethazine property propranolol protection
protocol prozac psirf psychiatric psychiatrist psychiatrists psychiatry psychologist psychology psychosis psychotic
pt pts public pull pulled pulls pulse punch punched punches punching punjabi push pushed pushes pushing put qds
quality quarter question quetiapine quick quiet quite race radio radios rainbow ramadan ramipril ran rang rapid rash
rate rather rating razor razors rca rcpsych re reach reached reading really reason receive received reception
receptionist record recording records recovery red referral referrals refuse refused refuses refusing regional
register registrar regular rehab rehabilitation relative relatives released remain remained remains remote removed
report reported reporting reports request requested requesting requests required resident residents resolution
respond responded responding responsible rest restless restrain restrained restraint result results rethink return
returned returning returns review reviewed reviews right rio risk risks risperdal risperidone ritalin rivastigmine
rivotril rmn rmns rn road rochdale role romania romanian roof room rooms rorschach round rounds rowan royal rugby
rule rules run running runs rushed russia russian rutland sad sadpersons safe safeguarding safety safewards said
salbutamol samaritans same sandoz sat sats saturday saturdays saw say says sbar scale scan scene schizophrenia
school schwartz scissors score scotland scottish scratched scream screamed screaming seacole search searched
searches searching seclusion second seconds section sectioned sections security sedated see seem seems seen seizure
seizures self self-harm seni senior senis senna sent sep sepsis sept september sergeant serious seroquel sertraline
server service services set settled seven several shaking shall shd she sheet sheets sheffield shes shift shifts
shop short should shout shouted shouting shouts show showed shower shows sick side sign signs sikh simple
simvastatin since sinemet single sister sisters sit site sits sitting situation six sixteen size skin skylark slack
slapped sleep sleeping sleepy slept small smashed smelled smoke smoked smoking snack snacks snapchat snowdrop so
social society sodium solian solicitor solicitors somali somalia some somebody somehow someone somerset something
sometimes son sons soon sorry sort sound southampton spain spanish spat speak speaking special specialist speciality
spice spit spitting spoke spot spring stabbed stable staff staffordshire stairs stairwell stand standard standards
standing start started starts stat state stated statement station stay stayed stays stedy steis stelazine step still
stoke stood stop stopped stopping stops store story strategy street stroke strong struck struggle struggled student
students stuff suboxone subutex such sudden suffer suffered suicidal suicide suite sulpiride summer sun sunday
sundays sunderland sunflower sunrise supper support surgeon surrey suspected sussex sw swab swallow swallowed
swallowing swansea swarm sweating swift swore swung sycamore syndrome syria system systmone table tables tablet
tablets take taken talk talked talking talks tamil tds tea team teams tearful teenager teeth tegretol telephone
television tell telling tells temazepam temp temperature temple ten tena terrified tesco test tests than thank
thanks that the theatre their theirs them themselves then therapist therapists there these they theyre thiamine
thing things think thinking third thirteen thirty this thistle those though thought threaten threatened threatening
threatens three threw throat through throughout throw throwing throws thu thumb thur thurs thursday thus thyroid
tied tight tiktok till time times tired tmrw to toaster today toe together toilet toilets told tomorrow tonight too
took tooth top total touch touched tourette tourettes toward towards trainee training tramadol tranq
tranquillisation transfer transferred translator transport trauma trazodone treatment trevicta trevictanine tribunal
tried tries trigger trileptal trimethoprim trip trolley trolleys trouble true trust try trying tue tues tuesday
tuesdays tulip turkey turkish turn turned tv twelve twenty twice two type uber uk ukraine ukrainian un uncle
unconscious uncooperative under understand understands unescorted unit units unless unlocked unresponsive unsafe
until unwell up upon upset urdu urgent urine us use used user users usual usually uti valium valproate valproic vape
vapes various velcro venlafaxine ventolin verbal verbally very via victim vietnam view violent visit visited
visiting visitor visitors visits vistamatic voice vomited vomiting vortioxetine vte vulnerable w wait waited waiting
wake wales walk walked walking walks wall walls wander wandered wandering want wanted wants ward wards warfarin warm
warning warrington was wasnt watch watched watching water waterlow wd we weak weapon wear wearing wechsler wed
wednesday weds weed week weekend weekends weeks weight well wellbeing welsh went were wernicke wet weve what
whatever whatsapp when whenever where whether which while white who whoever whole whom whose why wide wife wifi
wigan will willow wiltshire window windows wing winter winterbourne with within without witnessed woke wolverhampton
woman women wont worcester wore work worked worker workers working works worried would wouldnt wound wren wrist
write writing written wrong wrote x-ray xeplion xray yeah year years yellow yes yesterday yet yew york yorkshire you
young your yours yourself youth youtube zaponex zimbabwe zimmer ziprasidone zoom zopiclone zuclopenthixol zypadhera
zyprexa
""")
"""Words of wards, medicines, places and everyday English that are no name even with a capital letter."""

ORDINARY_WORDS = words("""
abbot abe aberdeen abu acar ada addison al alam aldershot alexa alma alpha amadi amal amber amity angel anh antrim
apgar apple ari ariel aries armagh armour art aurora austin ayr badger bah baker bala ban bang bangor banks bao
barbie barclays barking barley barn barnet baron basil basingstoke bass bath battle bayer bea bean beans bear beard
beast beauty bee bela bell bella belle bells bentley berry bexley bi bigg bill bin bird bishop blackburn bland blank
blessed blessing bliss bloom blossom blunt bo boast bold bond bone bones bonny books boot booth bos boss boston bow
bowl bowman bowyer box boys branch brandy brass bravo bray breeze brew bri bricker bride brief bright brilliant
broad bromley brook brooke brooklyn brooks broom brush buck buckle bud buddy budge buff buis bull bullock bunch
bunny burden burn burns bush bushes butch butler butt butterfly button butts buzz cable cain cake camden camp candle
candy cane cannon canterbury cape captain cara carol carolina carpenter carter carver case cash cassia cat celeste
chad chain chalk chamberlain champ chan chandler chang chapel charity chase cheek cheese chelmsford chelsea
cheltenham cherry chess cheung chew chi chick childs chin ching chip chips chosen chow chubb chuck chung churn clay
clemency clement cliff climb cloak close cloud coal coates coats cock coke colchester colt comb come comfort
constant conte cook cooke cool cope coral cork corn corner cortana cost cotton couch counter coward cowl crab craft
cramp crane crank crawley craze creed crewe crisp crook crop cross crouch crow croydon crumb crush cruz crystal
cubit cull cunning curl curry curtain curtis cushing cutter cy da daffy dagenham dainty daisy dakota dale dallas
dance dang dar dare dark darling das dash dat dave de deacon deal dear death dee deed deep dell delta den deng dent
derry destiny dev devine dew di dial diamond dice dick dimple ding dip dish ditch divine dobbin dock dodge doe doll
dolly dolphin don dong dorchester dot dove dover downs draft drain drake draw dream dredge drew drown drudge drum
drummer dry du dua duck dud dudley duke dull dundee dung dunk dust dusty dye dyer eager eagle ealing earl east
eastbourne easy ebony echo ed eden edge el elsa em ember emery enfield ernest es eve everlasting ewe eysenck fair
fairy faith fame fan fang fare farm farmer farrow fat fate fault favor favour fear feast feather fee fei felicity
fellow feng fiddle fiddler field fields fig fill firm fish fisher fist fitch fitt flag flame flash flaw fleet flesh
fleur flick flint float flock flood flora florence flour flow flower flowers fly foal fog fold folly fool force ford
forest forester forge fork forrest fort forth fortune forward foster fountain fowler fox foxtrot frame frank freak
freeman freeze friar fright fringe frog frost fry fuller fun fung funk furlong furness furze fuse gage gaia gain
gale gall gamble game gander gang gape gardener gardner garland garlic garnet garter gather gato gauge gaunt gay
gear gem gemini gen gene genesis gent gentile georgia ghost giant gift gin ginger glad glade gladness glaze glazier
glee glen glide gloom glory glove glover glue goal goat gods godsgift godswill gold golden golf gong goodness goods
goose gore gosh gosling gown grace gracious grain grand grange grant grantham grape grass grave gravel graves gray
graze greed greenwich greet grey griddle grief grill grim grin grind grip grit groan groom groove gross grove groves
grubb gruff guang guarantee guard guest guide guildford guilt gull gum gunn gunner guo gus gust gut guy gypsy ha
hack hackney haddock haft hag hai hail haji hajj hajji hale halifax halt ham hammer hamper han handy hang hank hao
happiness hare harmony harness harp harrow harsh hart harvest haste hastings hat hatch hatchet hatter havering hawk
hay haze heads heal heap hearth heat heath heaven heavy hedge heel heir hello helm hem hema hemp hen herb herd
hereford hero herring hey hiba hick hide hijab hill hillingdon hills hind hinder hinge hip hitch hive ho hoar hoax
hob hog hogg holder hole holland hollow homer hone honest honey hong honor honour hood hook hoop hoover hop hope
horn horse horsham hose host hotel hound hounslow houston hovel howl hu hua huddersfield huff hug hui humble hump
hung hunt hunter hurdle hurry hush husky hut hyacinth hyde idle iman ina inch indigo ingle ink inn innocent
inverness inward ira iris iron islam islington israel ito ivory jack jade jai jam jar jasmine jaw jean jeer jelly
jest jet jett jew jewel jiao jin jog join joiner joint joke jolly jordan joss joy joyce joyful ju jug juggler jury
justice kai kala kara kato kay keen keeper kennel kessler khalifa kid kidd kiln kilo kindle king kingston kiss kit
kite kitty knave knee knell knight knot knowledge knox kong la lace lack lad ladder lag lake lal lamb lambeth lan
lance land lane lap lark lash lass latch laugh laughter lawn lax lay le leaf league lean leap lease leash leather
leaver leavers lecturer ledger leech leek legend legg lei lemon leo leone leung lever lewisham lexus li libra lid
lilly lily lim lima limb lime limit lin linden linh link linnet lion lisburn lively load loan lobe loch locke loft
loh longo loop loose lord lot love lovely lovemore loveness loving lowly lu luck lucky luke lull lump luna lund
lundbeck lung luo lurch lure lute lyra lyric ma mace mad mae magic mah mai maid maiden maidstone mail major mala
malt mang manger mangle mani manly mann manner manners manor mansfield mantle mantoux map marble mare marigold
marine mark market marks marl marlboro marrow mars marsh marshall marvellous mash mask mason mass mast master
masters mat match mate maverick max meadows measure meat medal medley meek mel melbourne mellow melody melt memory
mercedes mercia mercury mercy merit merlin merry merton mess messiah metal mi mian miao midwinter milan mild mile
miles miller mills mimi mina mince minor mint mira miracle mirth mirza miss mist misty mite mix mo moan moana moat
mob mock mode modesty mole monk montana moody moon moor mop moral mori morrisons mort moss moth moti mould mound
mount mouse mow mu mud mule mullet murmur muse music mustard mylan myrtle myth na nail nap nape narrow nasty nave
navy neat needle neighbor nerve nest net nettle nevaeh newark newbury newham newport newry nhi ni niche nickel
nimble nip nob noble nod nomatter norm north norton notch nought nova nuan nun nur nut oakley oath oats obedience
obvious ocean odd offer oka olaf oldman olive olivine ong onion ono opal orange organ orion otter ou outlaw owl ox
pace pack packer packet pad paddock paint painter pair paisley pal palace pall palm pan pang pant papa paradise
param pardon parish parke parker parks parrot parson parsons partridge pass paste pasture pat patch path patience
pattern paul pause pave paw pay pea peace peach peacock peak pear pearl pease peat pedlar peel pei pen pence pender
penny pepper perch perfect peril period perth pest petal petty pew pfizer piao pick pickles pickup pie piece pierce
pig pigeon piggott pike pile pill pillar pilot pin pinch ping pink pint pipe piper pisces pit pitch pitt pity plaice
plain plane plank plant plaster plate play player plea pleasance pleasant plenty plot plough plow pluck plug plum
plunge ply poet poh poke pole poll pond pong pool poole pop pope poppy pore pork porsche port portia portland posy
pot potter pound pounder praise prank pray preacher precious press prest pretty prey price prick pride prim prince
print prior privilege prize progress promise proof proper prosper prosperity proud prove prow prude prune pry pump
pun punn pure purple purse qi quail quaint quake quan quarrel quarry quart quebec queen quest quill quilt quince ra
rabbit rack raft rag rage raid rail rain raine raj raja rajab rake ram ramadhan ramazan ramble ramp randy range
ranger rank ransom rap rasa rat raven ravine raw ray read ready real reap rear rebel reckless redbridge reed reeds
reel reeve reform reg reigate reign rein rejoice relief remedy ren rent reva revel rhea rhyme rib ribbon rice rich
richmond riddle ride rider ridge rife rift rig rightful rigour rim rind ring rip ripe rise rite river rivers ro
roach roam roan roar roast rob robe roche rochester rock rocky rod roe rogue roll roma roman rook root rope roper
rory rose rosemary rosenberg rot rough rouse rover row rowdy ru rub ruby ruck rudder rude ruff rug rui ruin ruiz rum
rumble rung rush rust rusty rut ruth ryder rye sabah sabbath sable sack saddle saddler saffron sage sail sainsbury
saint salam sale salem salisbury sallow salmon salt samaritan sample sand sandal sands sandy sang sanger santander
sap sapphire sash satchel sato saturn savannah save sawyer saxon scales scare scarlet scarlett scholar scot scotch
scott scout scrap screen screw scribe scrub scull sea seal season seat seed seek seer sell seller sellers sen senate
send sense serve seto settle sewer shade shadow shaft shake shallow sham shame shams shan shank shape share shark
sharp sharpe shave shaw shed sheep sheer sheikh shell shelter shen shepherd sheppard sheriff sherry shi shield
shields shin shine ship shirt shiv shock shoe shoemaker shoot shooter shore shot shoulder shrew shrewsbury shrub
shuang shui shum shun shutt shy si sid siege sienna sierra sigh silence silk sill silly silver sim sin sincere sinew
sing singer sink sip sire siri sized skate skill skip skirt skull sky skye slade slate slater slaughter slave sleath
sledge sleek sleet sleeve sleigh slice slick slide slight slim slip slope sloth slough slow sly smack smart smash
smear smell smile smiles smirk smooth snail snake snap snare sneak snell snip snipe snooks snoop snore snow snuff
soap sober sock soft soil sol sole solemn sona song soot sorrel sorrow soul soup sour south southend southern
southwark sow sower spade span spare spark sparks sparrow speaker spear spears speck speed spell spend spider spike
spill spin spindle spine spinner spire spirit spittle sponge spoon spooner sport spouse spray spread sprig sprout
spruce spur spurr squash squib squire squirrel stafford stag stage stain stair stake stale stalk stall stallion
stamford stamp stanch stanley staple star starch stark starling stead steady steal steam steed steel steele steep
steer stella stem sterling stern stew steward stick stickler stiff stile sting stirling stitch stock stockport
stocks stoker stone stool stoop storey stork storm stormy stout straight strain strait strand strange stranger straw
stray stream stretch strict stride strife strike string strip stroll stronger stubble stuck study stump sty style
styles su success suck sue suet sugar sui suit sully sultan summers summit sumner sung sunna sunny superdrug supple
sure surf sutler swain swan swann sweat sweep sweet sweeting sweetness swell swindle swindon swine swing sword
sydney tabor tack tai tail tailor taint talent tall tam tame tan tang tangle tango tank tansy tao tap tape taper tar
tart tasker taste taunton taverner tax taxi tay teach teal tear tears teas teasel ted telford teller temper
temperance tempest tendai tender tendon teng tennis tent term testimony teva text thankgod thatcher thaw theophilus
thi thick thief thimble thin thirst thorn thrasher thread threat thresher thrift throne thrush thump thunder ti tian
tick ticket tide tidy tie tiger tile tiler tiller timber tin tina tinashe ting tinker tip tipper tire title toad
toast toil token toll tomb tombs tong tongue tool topaz torch toss tough tow towel tower towers town towns toy trace
tracey track trade trail train tramp trap travel travell traveller travers tread treasure treat tree trees trench
tri trial tribe trick trickle trim trinity triumph troll trot trout trowel truce trueman trump trunk truro truth
trymore tsang tse tu tub tuck tug tumble tune tunnel turf turk turner turtle tusk twain twin twine twist ty tyre
ueda umeh uniform union unique unwin upright urge urn usher uzo vain val vale valiant valley valor value van vane
vat vaughan veal vega veil vein venison venture venus verdant verge verse vessel vest vi vic vicar vice victor
victoria victory village villain vine vinegar vintner viola violet virgin virginia virgo virtue vital vivid vocal
volley vos vowel voyage waddle wade wafer wage wagon wail wain waist waiter wakefield wale walker wallet walnut
walsall wan wand wandsworth wang war warble warden wardrobe ware warn warner warp warren warrior wart warwick wash
washington waste waters watford watt watts wave wax way weal wealth wean weary weather weave weaver web webster
wedge wedlock wee weeds weigh weir welcome weld wells welt wembley wench west western whale wharf wheat wheel
wheeler whelp whet whip whirl whisker whiskey whisky whisper whistler whiteside wick wicked widow wield wild wilder
willing wills willy win wince winch winchester wind windsor wine winger wink winner winsor winters wisdom wise wish
wisp wit witch withers witness woking wolf wolfe won wonder woo wood woodcock woodman woods woody wool woolf word
workman world worm worry worse worship worth worthing wrangle wrath wreath wreck wrench wrestle wretch wrexham wring
writer wu xi xia xie xing xu ya yale yam yan yang yankee yao yap yard yarn yawn ye yee yell yen yeoman yeovil yi
yield yin yoke youngest yu yue yuen ze zeal zen zeng zhong zhu zinnia zulu
""")
"""Other words that somebody may be called, but that mostly mean something else."""
