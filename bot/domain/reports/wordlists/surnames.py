"""Surnames that people in the United Kingdom have, of many origins. Written for this program."""

from bot.domain.reports.wordlists.words import words

SURNAMES = words("""
abban abbas abbasi abbott acharya acheampong acquah adamczyk adams adamska adamski adan addai addo adegoke adejumo
adekunle adelaja adeleke aden adeoye aderibigbe adesanya adeyemo adeyinka adhikari adjei adomako afridi afriyie
agarwal agbaje aggarwal aguilar agyei agyeman agyemang ahluwalia ahmadi ainsworth ajayi ajibola akande akbari akinde
akindele akinsanya akintola akinyemi akoto akpan aksoy akuffo al-hassan al-masri alabi alade alderson aldridge alemu
ali almeida alonso alvarez alves amankwah ambrose amoah amoako ampofo anderson andoh andreou andrews andrzejewski
angelov angelova anim annan ansah ansari anstey antwi appiah appleby appleton aquino aremu arkwright armitage
armstrong arora arthur-mensah asante asare asfaw ashby ashcroft ashdown ashiru ashworth asiedu askew aslam aslan
aspinall atherton atkins atkinson atta attah attwood au-yeung augustine avci avery awan awolowo awuah ayew aylward
babalola babic badu baffour bagshaw baidoo baig baines bains bajwa bak bakare bakker bakshi balan baldwin ballard
balogh balogun bamba bamford bamgbose bancroft banda bandara banerjee bangura bannister bansal baptiste barakzai
baranowska baranowski barbieri barbosa barbu barclay bardsley barker barlow barnes barnett barraclough barrett
barrington barron barros barry-bah bartlett barton bashir-ali basi basnet basra bassett bassey bassi basu bateman
bates battersby bauer bautista baxter bayliss beardsley beaumont bebb becker beckett beckford bedi bediako beeston
begic begum beharry bellamy bello benes bennett benson beresford berhane berisha berzins bevan beynon bhalla
bhandari bharadwaj bhardwaj bhatia bhatt bhattacharya bhattarai bhatti bhogal bhudia bianchi bianco bibi bickerton
biddle billingham birchall bircham birdi birkett blackman blackmore blackwell blackwood blair blakeley blakemore
blanco blenkinsop bloomfield blundell blythe boakye boamah boardman bondarenko bonnet bonsu boothroyd borkowska
borkowski bose bostock boswell bosworth botezatu bottomley boulton bowden bowen bower bowers bowes bowler bowles
boyce boyd boyko boyle bozkurt bracewell bradbury bradshaw brady braithwaite bramley brathwaite braun brearley
brennan brereton brewster bridgeman briggs brindley brissett broadbent broadhurst brobbey brookes broughton browne
brownlow bryant brzezinski buchanan buckley bucur bui bulut burgess burke burnett burrell burrowes burrows burton
butkus butterfield butterworth buxton byaruhanga byrne bytyqi cadman cadogan cadwallader cai callaghan calvert
camara campbell campion cantrell cao capper cardoso cargill carmichael carney carr carrington carroll cartwright
caruso carvalho castillo castro catalan catterall caulfield ceesay celik ceredig cerny cetin chacko chadwick chahal
chakanetsa challis chaplin chapman charalambous charlton chatterjee chaudhari chaudhary chaudhry chauhan cheema
cheetham cheng-li cherian chigumba chikwanha chikwava chimanda chingono chinyama chipunza chirila chirwa chisholm
chiwenga chmielewska chmielewski choi choi-lee chopra choudhury chowdhury christie christodoulou chua chukwu
churchill cieslak ciobanu cisse clapham clark clarke cleary cledwyn clegg clements clough cochrane cockburn
codrington coelho coffey cohen cojocaru coker cole coleman collier collinge collins colombo colquhoun compton conner
connery connolly conroy constantinescu constantinou conteh conti conway coombes cooper copeland coppola corbett
corcoran cordell cornish cornwell correia cortes cosgrove costello cotterill cottrell coulibaly coulson coulter
cowan cowell cowley cox coyle crabtree craddock craven crawford creasey creegan crichton cristea critchley crockett
croft crofts crompton cromwell cronin crosby crossley crowley crowther cullen cumberbatch cummings cunha cunningham
curran currie cusack cuthbert czarnecka czarnecki czerwinska czerwinski d'angelo dabrowska dabrowski dacosta dahal
daley dalton daly dangelo dangerfield daniels danjuma danquah danso dapaah darboe darby darko darlington darwish
dasgupta dasilva datta daugherty davenport davidson davies davis davison dawes dawson de-luca de-silva de-vries
dearden deegan dekker dela-cruz delacroix delacroix-hughes delacruz delaney delgado demetriou demir demirovic
dempsey denham denholm denton deol dervishi desai desantis devassy devereux devlin devries dewhurst dhaliwal dhami
dhanda dhanoa dhar dhillon dhindsa diaconu diallo diarra dias diaz dickens dickinson dickson digby dijkstra dimitrov
dimitrova dineen dinh dinu diop dissanayake dixon dizon djordjevic dobbs dobson dodd dodds dodson dogan doherty
dolan dolezal dominguez donaghy donaldson donkor donnelly donoghue donohue donovan dooley doran dosanjh dowd dowling
downer downey dowson doyle draghici dragomir drammeh draper drayton driscoll drummond drury duah duale dube dubey
dubois duckworth duda dudek duffield duffy dugdale duggan dumbleton dumitrescu dunbar dunlop dunn dunne duong dupont
durand durojaiye durrani duru dutta dutton dvorak dwyer dyson eagleton eames eapen earnshaw eastham easton eastwood
ebhodaghe eccles eccleston economou edet edgerton edmonds edmondson edwards effiong egal egan egbe egwu ekpo ekwueme
el-amin eldridge elkington ellershaw ellis ellison ellwood elmi elsworth emmerson enache entwistle erdogan esposito
essien etherington evangelista evans everett evison ewing eynon eze eze-okoli ezeh ezekwe fabbri fagbemi fahmy fahy
fairbairn fairclough fairhurst falade fallon fanning farkas farnsworth farr farrar farrell farrelly farrington
farthing fasanya fashola fatty faulkner faure fawcett fawehinmi fearnley fedorov feeney fellows fenton fenwick
ferguson fernandes fernandez ferrara ferrari ferraro ferreira ferris fiala fielding finch findlay finnegan finnerty
firth fischer fitton fitzgerald fitzpatrick fitzsimmons flanagan fleming fletcher florea flynn fofanah fogarty
folarin fong fonseca fontaine fontana forbes foreman forshaw forster forsyth forsythe fosu fothergill foulkes
fournier foxcroft foy frasier freitas frimpong fulton gadsby gaffney gajewska gajewski gallacher gallagher galli
gallo galloway galvin gandhi gao garcha garcia gardiner garg garner garnett garrett garrido garside garvey gashi
gaskell gaskin gayle geary gebre gebremariam gebreselassie geddes gedi georgescu georgiev georgieva georgiou
geraghty ghimire ghosh ghuman gibbons gibbs gibson gilchrist gill gillani gillespie gilligan gilmartin gilmore
gilmour giordano girard gittens gittins gittoes gladstone gladwin gleeson glowacki glynn goddard goh gohel gohil
goldberg golding goldsmith gomes gomez goncalves gonzales gonzalez gooch goodall goodfellow goodman goodwin goodyear
gorman gorska gorski goswami gough goulding gower goyal grabowska grabowski grady grainger grasso grayson greaves
greco greenall greenaway greene greenfield greenhalgh greenidge greenwood gregson grehan grenville grewal grice
griffin griffiths grigorescu grimes grimshaw grundy gulati gumbo gumede gunawardena gunes gupta gurung guthrie
gutierrez gwatidzo gwilliam gwynne gyamfi gyan habte hackett haddad hadfield hadjigeorgiou hadley hadwin hadzic
hague haigh hailu haines hajek halai halford hallam hallett halliday halliwell halloran halsall hamdan hamer hammond
hampson hampton hancock hanley hanlon hannigan hanrahan hanson haque harcourt hardcastle harding hardman hardwick
hardy hargreaves harker harland harries harrington harriott harris hartley hartmann hasani hashemi hashi hashmi
haslam hatton havard hawkins hawksworth haworth hayashi hayat haydock hayer hayes haynes hayward haywood heald healy
heathcote heaton hebden hedley heffernan hegarty henderson hendriks hendry hennessy henshaw hepburn hepworth herath
hernandez hersi hesketh hewitt hewson heywood hibbert hickey hickman hicks hickson higginbotham higgins higginson
hillier hilton hinchcliffe hindle hinds hipkins hirani hirst hlatshwayo hobbs hobson hodge hodges hodgkinson hodgson
hodson hodzic hoffmann hofmann hogan holbrook holcroft holden holdsworth holgate hollingsworth hollins hollis
hollister holloway holmes holroyd holt hooper hopkin hopkins hopkinson hoque horak horan hornby horne horner
horrocks horsfall horton horvat horvath horvatovic hoskins hosseini hothi hoti houghton houlihan hourigan hove
howarth howe howell howells howes howlett hoxha hoyle hristov hristova huang hubbard huddleston hudson hughes hulme
hume humphreys humphries huntley hurley hurst hussey hutchings hutchinson hutchison hutton huynh hyland hylton
ibbotson ibe ibeh ibrahimi idwal iglesias iheanacho ihejirika ikpe ilic ilie-m iliescu iliev ilieva illingworth
ilunga ingham inglis ingram inoue inyang ioannou ionescu irvine irving isherwood ittoop ivanov ivanova ives iwu
iwuchukwu iyengar iyer jablonska jablonski jacob-mathew jacobs jafari jagpal jain jakubowska jakubowski jalloh
jallow jama jameson jamieson jammeh jandu jankauskas jankowska jankowski jansen jansons jardine jarman jarrett
jasinska jasinski jassal jaworska jaworski jayasinghe jayasuriya jayawardena jefferies jeffers jefferson jeffreys
jeffries jegede jele jelinek jenkin jenkins jenkinson jennings jeong jepson jessop jhaveri jiang jobarteh jobson
johal johnson johnson-ade johnston jolley jones joseph-antony joshi jovanovic jowett judd juggins juhasz juric
kabila kachingwe kaczmarek kadzere kalala kalinowska kalinowski kalnins kalsi kamara kaminska kaminski kandola kane
kang kaplan kapoor kapur kargbo karia karimi karki kasongo kataria katende kaul kaur kavaliauskas kavanagh kayani
kaye kazlauskas kazlauskiene kazmi kazmierczak keane kearney keating keaveney kebede keeble keenan kehoe keita
kelleher kellett kelmendi kelshall kemp kempster kendall kendrick kennedy kenyatta kenyon keogh kerai kerr kershaw
keyes khadka khan khanna khatri khattak khera khosla khoury khoza khumalo kiani kibaki kiely kiernan kilbride
kilgour kilic killeen kilner kimani kimber kimura kinnear kinsella kiprono kirby kirkby kirkham kirkpatrick kirkwood
kitchener kitson klein knowles kobayashi koc koch koech koh kohler kohli koirala kolar kolawole kolev koleva
kolodziej konate kone korkmaz koroma kotecha kothari kouame kouassi kovacevic kovacs kovalchuk kovalenko kowalczyk
kowalska kowalski kozlowska kozlowski krajewska krajewski kral krasniqi krause kravchenko krawczyk krishnamurthy
krol kruger kubiak kucera kucharska kucharski kuffour kufuor kulkarni kumar kumi kunene kurian kurien kuznetsov
kuznetsova kwan kwarteng kwiatkowska kwiatkowski kwong kyei kyriacou lafferty lai laing lakatos lakhani lam lama
lambert lander lang langdon lange langford langley langton larkin lashley laskowska laskowski latham lau laverick
lavery lawal lawler lawley lawson lawton laycock layton lazar leach leadbetter leary leatherbarrow lebedev leeming
lefebvre lefevre lehmann leith leka lennon lennox lester lewandowska lewandowski leyland liddell liddle liepins
lightfoot lilley limbu lindley lindo lis lister litchfield littlewood livesey livingstone llewelyn lockhart lockwood
lodhi lofthouse loftus lomas lomax lombardi lombardo lonergan longbottom longworth lonsdale lopes lopez loughran
lovatt lovell lowe lowery lowther lubega ludlow lumb lumumba lungu lunn lunt lupu ly-tran lynch lyon lyons lysenko
lythgoe mabaso mabika mabuza macapagal macaulay macdonald macdougall macfarlane macgregor maciejewska maciejewski
mackay mackie mackinnon mackintosh maclean macleod macmahon macneil macpherson macrae maddock maddocks maddox madu
madueke magar magee magsaysay maguire maharaj maharjan maher maier maina majewska majewski mak makiese makin makoni
makoni-dube makowska makowski malhotra malinowska malinowski mallon malone manalo mancini mandaza mander mangan
mangena manning mannion manole mansaray mansell mansour mapfumo maphosa maponga marchant marchenko marchetti
marciniak mariani maric marinescu marini marino markovic marlow marques marriott marsden marston martindale
martinelli martinez martini martins marufu mashaba maskell massey masuku matambo matei mathai mather mathers mathias
mathieson mathur matsumoto matthews maughan mayer mayhew maynard mayo mazibuko mazur mazurek mba mbah mbatha mbeki
mbewe mbuyi mcateer mcauley mccabe mccaffrey mccallum mccann mccarthy mccluskey mcconnell mccormack mccormick mccoy
mccready mccullough mcdermott mcdonald mcdonnell mcdowell mcelroy mcevoy mcfadden mcfarlane mcgarry mcgee mcgill
mcginley mcgonagle mcgovern mcgrath mcgregor mcguinness mcguire mchugh mcinerney mcinnes mcintosh mcintyre mckay
mckee mckenna mckeown mckinney mckinnon mclaughlin mclean mclellan mcleod mcloughlin mcmahon mcmanus mcmillan
mcmullen mcnally mcnamara mcnaughton mcneil mcneill mcphee mcpherson mcquaid mcqueen mcshane mctaggart mcveigh
mdlalose meagher meakin mears mebrahtu medcalf medhurst medina meehan mehta meier meijer mellor melnyk melville
memon mendes mendoza mengistu menon mercado mercer mercier messina meszaros metcalfe meyer meyrick mhlanga mhlongo
miah michalak michalska michalski michel middleton midgley mihai-pop mikhailov milburn milligan millington millward
milne milner milosevic milton minton mishra mistry mittal mkhize mlambo mnguni modhvadia modi moffat moffatt
mohammadi mokoena mokoena-dube moldovan molefe molina molloy molnar moloney molyneux momoh monaghan montague
monteiro mooney moorcroft moore moorhouse morales moran moreau moreira moreland moreno moretti moriarty morina
morley morozov morozova morrell morris morrison morrissey morton mostyn mottram mountford mousavi moyes moynihan
moyo mpofu msimanga mtetwa mthembu mudenda mugabe mugisha muir muirhead mujuru mukamuri mukasa mukendi mukherjee
mulcahy mulder muldoon mulhern mulholland mullan mullen muller mulligan mulrooney mulumba mulvaney mumba munn munoz
munro munteanu munyaradzi murdoch muriuki murphy murtagh murwira musa-bello musgrave musoke musonda mutambara mutasa
muthoni mutsvangwa mutua muzenda mwale mwanza mwende mycock myers nagle nagra nagy naidu nair nakamura nakato
nalubega nambiar namukasa nandra naqvi narang narayan nash naughton navarro nayar naylor ncube ndebele nderitu
ndiaye ndlovu ndungu neagu neale needham neill nembhard nemec nemeth nesbitt nettleton neumann neves newbold newell
newman newton ngcobo ngo ngoma ngoy ngubane ngugi nguyen ngwenya nhamo nica nicholls nichols nicholson nicol
nicolaou niculescu nijjar nikolic nikolov nikolova nistor nixon njie njoku nkala nkansah nkomo nkosi nkrumah nnadi
nnaji nolan noonan noori noorzai norris northcott novak novakovic novikov novotny nowak nowakowska nowakowski
nowicka nowicki nsubuga nugent nunes nuttall nwachukwu nwankwo nwogu nwokolo nwosu nyamande nyambe nyarko nyathi
nyirenda nyoni o'brien o'callaghan o'carroll o'connell o'connor o'doherty o'donnell o'donoghue o'donovan o'dowd
o'dwyer o'farrell o'gorman o'grady o'hagan o'halloran o'hanlon o'hara o'kane o'keeffe o'kelly o'leary o'loughlin
o'mahony o'malley o'meara o'neill o'regan o'reilly o'rourke o'shea o'sullivan o'toole oakes oates obasi obeng obiora
obrien ocampo oconnor odedra odeyemi odhiambo odinga odonnell odonoghue odu oduya ofori ofori-atta ogbonna ogbu
ogden ogedegbe ogunbanjo ogundele ogunleye ogunsanya ohara ojo okafor okeke okello okereke okoli okolie okonkwo
okorie okoro okot okoth okoye okpara okumu okyere oladipo olaniyan olaru oldfield oldroyd oleary oliveira oliynyk
ollerenshaw oloyede olszewska olszewski olton olufemi olusanya omalley omondi omoregie omotosho oneill ongeri onslow
onuoha onwuka onyango-odhiambo opara oparanti openshaw opiyo opoku oppong oprea oreilly orji ormerod orourke orr
ortega ortiz orton orwell osborn osborne oshea osho oshodi ostrowska ostrowski osullivan otoole ouseph outram
overton owens owino owusu oxley oyedele oyelaran oyelowo oyewole ozcan ozdemir ozkan ozolins ozols ozturk pabla
padda padgett paget paine palfrey palmer pandey pandit pandya panesar papadopoulos papp parekh pargeter parikh
parisi park-kim parkes parkin parmar parnell parr parrish parrott parry partington pascoe pascual patchett patel
paterson pathak patil patterson patton paulauskas paulose pavlenko pavlou pavlovic pawlak pawlowska pawlowski paxton
payne peake pearce pearson peart pemberton pendlebury penney pennington penrose penry percival pereira perera perez
perkin perkins perrin persaud peters petrauskas petrenko petrescu petrie petrov petrova petrovic pettigrew pham phan
phelan phelps philip-kurian philips phillips phipps phiri pickering pickersgill pickford pietrzak pilkington pillai
pimblett pinder pindoria pinnock pinto piotrowska piotrowski pires pitman platt plumb plummer pointon pokharel
pokorny polat pollard pollitt pomeroy poon popa popal popescu popov popova porteous pospisil postlethwaite postma
poudel poulose poulter poulton powell pradhan prajapati prasad preda prempeh prendergast prentice prescott priestley
pringle pritchard probert prochazka proctor prosser prothero prowse pryce pryor prytherch przybylski pugh pullen
purcell purdy purewal puri purohit purvis pye pyne quansah quaye quigg quigley quilter quinlan quirke qureshi
radcliffe radebe radia rae rafter raghavan rahimi rai rai-limbu rainey rainford rajapaksa rajput ramachandran
ramaphosa ramdin ramos rampersad ramsaran ramsbottom ramsden ramsey ranasinghe randall randhawa ransome rao
ratcliffe rathnayake rathod rathore rattan raval rawlings rawlinson rawson rayner reade redding reddy redfearn
redfern redhead redman redmond rees reeves regan regmi reid reilly renshaw reyes reynolds rezaei rhodes riat ribeiro
ricci richards richardson richter ricketts riddell ridgway ridley rigby rijal rimmer rinaldi riordan ripley risley
ritchie rix rizvi rizzo roberts robertson robinson robson rocha rodrigues rodriguez rogers rogerson rolfe rollins
romano romanov romero romney ronayne rooke rooney roscoe rosser rossi rotherham rothwell rourke rousseau routledge
roux rowbotham rowe rowell rowland rowlands rowley rowntree roxburgh royle ruane rubio rudd ruddy rudenko rumbold
ruscoe rushton rusike russo rusu rutherford rutkowska rutkowski rutter ruzicka saar sackey sadeghi sadler sadowska
sadowski safi sagoo sahin sahota saini salami salazar salter samuels sanchez sanders sanderson sandford sandhu sandu
sangar sangha sanghera sanneh santoro santos sanusi sanz sarfo sargent sarkar sarpong sasaki sattar saunders
savchenko saville sawicka sawicki saxena sayer scanlon scargill schmid schmidt schmitt schneider schofield scholes
schroder schulz schulze schwarz scully seddon sedlacek seepersad sefton sehmi selby senanayake sepp serban serra
sesay sethi seward sewell seymour shackleton shaikh shakespeare shala shanahan shankar sharma sharples shava sheehan
shehu sheikh-ali shelton shergill sherlock sherman sherpa sherratt sherwood shetty shevchenko shevchuk shimizu
shipley shirazi shoesmith shonibare shorrocks shrestha shukla shumba shuttleworth sibanda sibiya siddall siddique
siddiqui sidhu sigauke sihota sikora sikorska sikorski silcock sillah silva simcox simm simmonds simmons simms
simpkins simpson sims simsek sinclair singh singleton sinha sissoko sithole siu skaria skelton skidmore skinner
slattery sloan smalley smallwood smethurst smikle smirnov smirnova smit smith smythe snape sneddon snowden soames
soares sobczak sobers sodhi sokolov sokolova sokolowska sokolowski solanki soni sood soriano sousa southgate
southwell sowande sowe soyinka sparkes spencer spicer spratt springer squires sran srivastava ssebunya ssempa
stainton stan-ion stanciu stanford stanikzai stankevicius stankovic stanton stapleton starkey staunton steadman
stennett stephens stephenson stepien stevens stevenson stockdale stockton stoddart stoica stojanovic stokes stott
stoyanov stoyanova stratton strickland stringer stubbs sturgess subedi subramaniam suggitt sullivan summerfield
sundaram suri sutcliffe sutherland sutton suzuki svoboda swales swamy sweeney swindells syed sykes symonds symons
szabo szczepanska szczepanski szewczyk szymanska szymanski szymczak tadesse taggart tait takacs takahashi takhar
talbot tallis tamang tamm tanase tandon tang-wong tanna tanner tate tatlow tattersall tebbutt tehrani teixeira tekin
tekle teklu tembo tennant tetteh tetteh-quarshie thackeray thakkar thakrar thakur thapa thewlis thiara thirlwell
thomas-mathew thomason thompson thomson thorburn thorley thorne thornhill thornley thornton thorp thorpe threlfall
thurston thwaites tidswell tierney tijani tilbury timmins timms tindall tinsley tippett titmus tkachenko todorov
todorova tolentino tolley toma tomaszewska tomaszewski tomkins tomlin tomlinson toner tonks toomey toor tordoff
torres toth touray toure townend townsend toyne tran traore traynor treacy trefor treharne tremblay tripathi trivedi
trotter troughton truong tshabalala tshibanda tshuma tsoi tsui tucker tudor-popa tulloch tully tumusiime tunney
tunnicliffe turan turay turnbull turpin tuttle tutu twigg twomey twum tyldesley tyrrell uddin udeh udoh ugwu unal
underwood ungureanu unsworth upadhyay uppal upton urbanska urbanski urbonas urquhart vaghela vaid valdez valentini
vance varga varghese varley varma varsani vasani vasilescu vasiliauskas vasiliev vazquez venables venkatesan
venkatesh verma vesely vickers vieira villa villanueva virdee virdi visser vitale voicu volkov volkova vu vyas
wadhwa wadsworth wafula wagner wainaina wainwright waite walcott walczak walia walkden waller wallis walmsley walsh
walters walton warburton wardak wardle wareing warsame wasilewska wasilewski watanabe waterhouse waterman watkin
watkins watkinson watmough watson waweru weatherill webb weber wedgwood weerasinghe welch weldu welsby wentworth
westbrook weston westwood whalley wharton wheatley wheelhouse whelan whitaker whitcombe whitehead whitehouse
whitehurst whitelaw whiteley whiteman whitfield whitlock whitmore whittaker whittingham whittle whitworth whyte
wickramasinghe widdowson wieczorek wigley wilcock wilcox wilde wilding wiles wilk wilkes wilkie wilkins wilkinson
wilks willcox willett willetts williams williamson willis willoughby willson winfield wingfield winstanley wint
winterbottom winterton wisniewska wisniewski witham witkowska witkowski wlodarczyk wojciechowska wojciechowski
wojcik wolde wolstenholme womersley wong woodhall woodhead woodhouse woodley woodruff woodward wooldridge woolley
worrall worrell worsley worthington wozniak wragg wray wrigglesworth wright wrobel wroblewska wroblewski wyatt wylie
wynn wysocka wysocki yadav yamada yamamoto yamazaki yarwood yassin yates yau yeboah yeomans yeung yiadom yildirim
yip yorath yorke yoshida youngs yousafzai zachariah zadeh zafar zaidi zajac zakrzewski zalewska zalewski zawadzka
zawadzki zeman zerai zhao zielinska zielinski zimmermann ziolkowski zondo zukauskas zuma zungu
""")
"""Names that are no ordinary word: with a capital letter each is a name."""

WORD_SURNAMES = words("""
abdi abdirahman abdullahi abebe acar adebayo adeniyi adeola adewale adeyemi afolabi ahmadzai ahmed aina akhtar
akinola akram allan allen allison amadi amin andre antony anwar arshad arslan asamoah ashraf austin aydin ayodele
aziz babatunde bah bailey bankole baran baron barry bashir bedford beech bekele bell bentley bertrand birch black
blackburn bland boateng bolton booth bos bowman bradley breeze bromley brooke brooks brown bruno bullock burns butt
cameron cannon carlisle carpenter carter carver casey chamberlain chan chana chanda chandler chandra chen cheng
chester cheung chow chukwuma church clayton clifford coates constable conte cook cooke costa court courtney coward
crane crawley crouch cruz curtis dai dang dar dave davey day deacon deng derbyshire desmond desta devine dillon ding
dlamini domingo douglas driver du dudley dumitru duncan durham elliott emery fan farah farooq feng fernando fields
flint flowers foley ford forrest fowler fox francis franklin fraser freeman french frost fuller furlong furness gale
gamble gardner garland gates gaunt gentile gethin gheorghe giles girma glasgow glover godfrey godwin gordon gore
gosling graham grant grantham gray green griffith groves guest guler gunn guo haddock haile hall hamilton han hanna
harper harrison harvey hassan hastings hay he heap heath herd heron hill hind ho hogg holder holland houston howard
hu hui hunt hunter hussain hussein hyde ibrahim idowu ige iqbal islam ismail jackson james javaid javed jeremiah
jesus jia jordan joseph joyce kamau kara karim kariuki kato kay kaya keegan keen keith kelly kenny kettle kidane
king kipchoge kirk kiss kitchen knight knox krishnan kumari kurt kwok lacey lad lal lamb lancaster lane latif
laurent lawrence leather ledger lee leech leigh leighton leonard leone leroy leslie leung lever lewis liang lin
lindsay liu llewellyn lloyd lodge logan longo lord love lu lucas luo lyle mace mackenzie macmillan mahmood mahmoud
majid malik mann mansfield marek marin marsh marshall martin mason masood masters mathew maudsley maxwell may
mcgowan mckenzie meadows mensah meredith miles miller mills mirza mitchell mohammed mohamud mohan monk montgomery
moody moon morgan mori moss mowbray mughal munir murray mustafa mwangi nasser nawaz nazir nduka neal nelson neville
nevin newbury newham ng nicholas nightingale njoroge noble noor north norton nur oakley obi olanrewaju olatunji
olawale olayinka oldham oliver omar ong onyango onyekachi osagie osei osman otieno ouma owen packer paddock page
painter pan parker parkinson parsons partridge parvez peacock peel peng pepper perry pickles pickup plant poole pop
pope porter potter power preston price prince pun quick quinn radu rafferty rafiq rahman raine rajan raman ramesh
ramsay rana rasheed rashid raymond raza read reece reed reeve rehman ren rhys roach roche rochester roderick roe
rose rosenberg ross roy ruiz russell ryan ryder sadiq saeed saleem saleh salem salisbury salt sands sawyer saxon
scales scott sebastian sellers sen senior seth shafiq shah shahid shannon sharif sharp sharpe shaw sheikh shepherd
sheppard sheridan shields short simon slack slater sleath small smart snell snow song southern spooner stacey
stafford stark steel steele stewart stirling stone storey street strong stuart styles su summers sumner sun swain
swan swann swift tahir tailor taiwo tanaka tang tariq tay taylor telford teo tesfaye thomas tian tiller todd towers
tracey trevor trinh trueman tsang tse tudor turner tyler uche umeh usher uzoma vaughan vernon vincent vos wade
wairimu wakefield walker wall wallace wambui wang wangari wanjiru ward warner warren warrington warwick waters watt
watts weaver webster wei weir wells werner wesley west wheeler white whiteside wills wilson winchester windsor
winter winters wise withers wolf wood woodcock worth wren wu wynne xiao xie xu xue yan yang yavuz ye yildiz yilmaz
young younis yousaf youssef yuan yusuf zaman zeng zhang zheng zhou zhu zulu
""")
"""Names that are words or given names too: names only beside a given name or a title."""
