"""Surnames that people in the United Kingdom have, of many origins. Written for this program."""

from bot.domain.reports.identifying.wordlists.words import words

SURNAMES = words("""
abban abbas abbasi abbott abreu acharya acheampong acquah adamczyk adams adamska adamski adamu adan addai addo
adegbite adegbola adejumo adekoya adelaja adeleke aden adenuga adeoye aderemi aderibigbe adesanya adesina adetola
adewole adeyemo adeyinka adhikari adigun adjei adomako afolayan afridi afriyie agarwal agbaje agboola aggarwal
agrawal agu aguilar agyei agyeman agyemang ahluwalia ahmadi ahuja aigbe ainsworth ajao ajayi ajibade ajibola akanbi
akande akbari akinbola akinde akindele akinfenwa akinlade akinrinade akinsanya akintola akinyemi akoto akpan aksoy
akuffo al-hassan al-masri alabi alade albu alderson aldridge alemu aliyu almeida alonso alvarez alves amaechi
amankwah amaral ambrose amissah amoah amorim amponsah amusan anderson andoh andrade andreou andrews andrzejewski
angelov angelova anim aning annan anokye ansah ansari ansong anstey antunes antwi anyaegbu anyanwu apostol appiah
appleby appleton aquino araujo ardelean aremu arkwright armitage armstrong arora arowolo arthur-mensah aryee asamany
asante asare asemota asfaw ashby ashcroft ashdown ashiru ashitey ashworth asiedu askew aslam aslan aspinall assuncao
atanda atherton atkins atkinson atta attah attwood atwal au-yeung augustine avci avery awan awolowo awoyemi awuah
awuku ayew ayinde ayisi aylward azevedo azikiwe baah babalola babatope babic babu bachelor bacon bada badea badmus
badu baffour bagshaw baidoo baig baines bains bajaj bajwa bak bakare bakker bakshi balachandran balakrishnan balan
balasubramanian baldwin bali ball ballard balogh balogun bamba bamford bamgbose bancroft banda bandara banerjee
bangura banik bannister bansal baptista baptiste barakzai baranowska baranowski barber barbieri barbosa barbu
barclay bardsley barimah barker barlow barnes barnett barraclough barrett barrington barron barros barry-bah
bartlett barton bashir-ali basi basnet basra bassett bassey bassi basu bateman bates batista batra battersby bauer
bautista baxter bayliss beach beardsley beaumont beaver bebb becker beckett beckford bedi bediako beeston begic
begum beharry bekoe bellamy bello benes bennett benson beresford berhane berisha berzins bevan beynon bhalla
bhandari bharadwaj bhardwaj bhasin bhatia bhatt bhattacharya bhattal bhattarai bhatti bhogal bhopal bhudia bianchi
bianco bibi bickerton biddle billingham birchall bircham birdi birkett biswas blackman blackmore blackwell blackwood
blair blakeley blakemore blanco blankson blenkinsop bloomfield blundell blythe boafo boahen boakye boamah boardman
boboc bolarinwa bondarenko bonnet bonsu boothroyd borges borkowska borkowski bostock boswell bosworth botchway
botezatu bottomley boulton bowden bowen bower bowers bowes bowler bowles boyce boyd boyko boyle bozkurt bracewell
bradbury bradshaw brady braithwaite bramley branco brar brathwaite braun brearley brennan brereton brewster
bridegroom bridgeman bridges briggs brindley brissett brito broadbent broadhurst brobbey brookes broughton browne
brownlow bryant brzezinski buchanan buckley buckman bucur budd bui bulut burgess burke burnett burrell burrowes
burrows burton butcher butkus butterfield butterworth buxton byaruhanga byrne bytyqi cadman cadogan cadwallader cai
calf calin callaghan calvert camara campbell campion campos cantrell cao capper cardoso cargill carmichael carneiro
carney carr carrington carroll cartwright caruso carvalho castillo castro catalan catterall caulfield cave ceesay
celik ceredig cerny cetin chacko chadwick chaggar chahal chakanetsa challis chambers chander chandran chaplin
chapman charalambous charlton chatterjee chaudhari chaudhary chaudhry chauhan chawla cheema cheetham cheng-li
cherian chigumba chigwedere chihota chikwanha chikwava chimanda chimbetu chingono chinyama chipere chipunza chiriac
chirila chirinda chirwa chisholm chitando chiwara chiwenga chiyangwa chmielewska chmielewski choi choi-lee chopra
choudhry choudhury chowdhury christie christodoulou chua chukwu churchill cieslak ciobanu ciobotaru cisse clapham
clark clarke cleary cledwyn clegg clements clough cochrane cockburn codd codrington coelho coffey cohen cojocaru
coker coleman collier collinge collins colombo colquhoun coman compton coney conner connery connolly conroy
constantinescu constantinou conteh conti conway coombes cooper copeland coppola corbett corcoran cordell cornish
cornwell correia cortes cosgrove costello cottage cotterill cottrell coulibaly coulson coulter cousins cowan cowell
cowley cox coyle crabb crabtree craciun craddock craven crawford creasey creegan crentsil cretu crichton cristea
critchley crockett croft crofts crompton cromwell cronin crosby crossley crowley crowther cullen cumberbatch
cummings cunha cunningham curran currie cusack cuthbert czajka czajkowski czarnecka czarnecki czerwinska czerwinski
d'angelo dabrowska dabrowski dacosta dada dahal daley dalton daly dangarembga dangelo dangerfield daniels danjuma
danquah danso dapaah darboe darby darko darlington darwish dasgupta dasilva datta daugherty davenport davidson
davies davison dawes dawson dayal de-luca de-silva de-vries dearden debrah deegan dekker dela-cruz delacroix
delacroix-hughes delacruz delaney delgado demetriou demir demirovic dempsey denham denholm denton deo deol dervishi
desai desantis deshmukh devassy devereux devlin devries dewan dewhurst dhaliwal dhami dhanda dhanoa dhar dhawan
dhillon dhindsa diaconescu diaconu diallo diarra dias diaz dickens dickinson dickson digby dijkstra dima dimitrov
dimitrova dinca dineen dinh dinu diop dissanayake dixon diya dizon djordjevic dobbs dobre dobrescu dobson dodd dodds
dodoo dodson dogan doherty dolan dolezal domanski domingues dominguez donaghy donaldson donkor donnelly donoghue
donohue donovan dooley doran dosanjh dowd dowling downer downey dowson doyle draghici dragomir drammeh draper
drayton driscoll drummond drury duah duale dube dubey dubois duckworth duda dudek duffield duffy dugdale duggal
duggan dumbleton dumitrescu dunbar dunlop dunn dunne duong dupont durand durojaiye durrani duru dutta dutton dvorak
dwamena dwyer dyson eagleton eames eapen earnshaw eastham easton eastwood ebhodaghe ebong eccles eccleston economou
edet edgerton edmonds edmondson edwards effiong eftimie egal egan egbe egbuna egwu egwuonwu ehigie ekanem ekeh ekong
ekpo ekwueme el-amin eldridge elkington ellershaw ellis ellison ellwood elmi elms elsworth emmerson enache enahoro
ene eneh entwistle erdogan esposito essien essuman esteves etherington evangelista evans everett evison eweka ewing
eynon eze eze-okoli ezeani ezeh ezekwe ezeugo fabbri fadipe fagbemi fagbenle fahmy fahy fairbairn fairclough
fairhurst fajemirokun falade familusi fanning faria farkas farnsworth farr farrar farrell farrelly farrington
farthing fasanya fashola fatty fatunla faulkner faure fawcett fawehinmi fayemi fearnley fedorov feeney fellows
fenwick ferguson fernandes fernandez ferrara ferrari ferraro ferreira ferris fiala fielding figueiredo filipek
filipiak finch findlay finnegan finnerty firth fischer fitton fitzgerald fitzpatrick fitzsimmons flanagan fleming
fletcher florea fofanah fogarty fogg fong fonseca fontaine fontana forbes foreman forshaw forson forster forsyth
forsythe fosu fothergill foulkes fournier foxcroft foy frasier freitas frimpong fulton gaba gadhvi gadsby gaffney
gaisie gajewska gajewski gallacher gallagher galli gallo galloway galvin gandhi ganguly gao garcha garcia gardiner
garg garlick garner garnett garrett garrido garside garvey gashi gaskell gaskin gaspar gavrila gawron gayle
gbadamosi geary gebre gebremariam gebreselassie geddes gedi georgescu georgiev georgieva georgiou geraghty ghai
gheorghiu ghimire ghita ghosh ghuman gibbons gibbs gibson gilchrist gillani gillespie gilligan gilmartin gilmore
gilmour giordano girard gittens gittins gittoes giwa gladstone gladwin gleeson glowacki glynn goddard goh gohel
gohil gola goldberg goldie golding goldsmith golightly gomes gomez goncalves gonese gonzales gonzalez gooch goodall
goodbody goodchild goodfellow goodman goodwin goodyear gorman gorska gorski goswami gough gould goulding govindan
gower goyal grabowska grabowski grady grainger grasso grayson greaves greco greenall greenaway greene greenfield
greenhalgh greenidge greenwood gregson grehan grenville grewal grice griffin griffiths grigorescu grimes grimshaw
grover grundy guerreiro guha gulati gumbo gumede gunawardena gunes gupta gurung guthrie gutierrez gutowski gwatidzo
gwaze gwilliam gwynne gyamfi gyan habte hackett haddad hadfield hadjigeorgiou hadwin hadzic hagan hague haigh hailu
haines hajduk hajek halai halford hallam hallett halliday halliwell halloran halsall hamdan hamer hammond hampson
hampton hancock handa hanley hanlon hannigan hanrahan hanson happy haque harcourt hardcastle harding hardman
hardwick hardy hargreaves harker harland harries harrington harriott harris hartley hartmann hasani hashemi hashi
hashmi haslam hastie hatton havard hawkins hawksworth haworth hayashi hayat haydock hayer hayes haynes hayward
haywood hazell heald healy heathcote heaton hebden hedley heffernan hegarty henderson hendriks hendry hennessy
henriques henshaw hepburn hepworth herath hernandez hersi hesketh hewitt hewson heywood hibbert hickey hickman hicks
hickson higginbotham higgins higginson hillier hilton hinchcliffe hindle hinds hipkins hira hirani hirst hlatshwayo
hobbs hobson hodge hodges hodgkinson hodgson hodson hodzic hoffmann hofmann hogan holbrook holcroft holden
holdsworth holgate hollingsworth hollins hollis hollister holloway holmes holroyd holt hooper hopkin hopkins
hopkinson hoque horak horan hornby horne horner horrocks horsfall horton horvat horvath horvatovic hoskins hosseini
hothi hoti houghton houlihan hourigan hove howarth howe howell howells howes howlett hoxha hoyle hristov hristova
hubbard huddleston hudson hughes hulme hume humphreys humphries huntley hurley hurst hussey hutanu hutchings
hutchinson hutchison hutton huynh hyland hylton iacob ibbotson ibe ibeh ibekwe ibironke ibitoye ibrahimi idahosa
idwal igbinedion iglesias igwe iheanacho ihejirika ikeme ikpe ilic ilie-m iliescu iliev ilieva illingworth iloka
ilori ilunga imade imasuen ingham inglis ingram inoue inyang ioannou ionescu ionita iordache iorga irabor irvine
irving isherwood isibor ispas ittoop ivanov ivanova ives iwobi iwu iwuchukwu iyengar iyer izuchukwu jablonska
jablonski jacob-mathew jacobs jafari jagielski jagpal jain jaiswal jakubowska jakubowski jalloh jallow jama jameson
jamieson jammeh jandu janicki janik jankauskas jankowska jankowski jansen jansons jardine jarman jarosz jarrett
jasinska jasinski jassal jaworska jaworski jayasinghe jayasuriya jayawardena jefferies jeffers jefferson jeffreys
jeffries jegede jele jelinek jenkin jenkins jenkinson jennings jeong jepson jessop jewell jha jhaveri jimoh jindal
jobarteh jobson johal johnson johnson-ade johnston jolaoso jolley jones joseph-antony joshi jovanovic jowett judd
juggins juhasz juric kabila kachingwe kaczmarek kaczor kadam kadzere kakkar kalala kalinowska kalinowski kalnins
kalra kalsi kamara kamath kamble kaminska kaminski kanagaratnam kandhari kandola kang kania kankam kanyemba kapila
kaplan kapoor kapur kargbo karia karimi karki karpinski kaseke kasongo kataria katende katsande katyal kaul kaur
kavaliauskas kavanagh kayani kaye kazlauskas kazlauskiene kazmi kazmierczak keane kearney keating keaveney kebede
kedzierski keeble keenan kehoe keita kelleher kellett kelmendi kelshall kemp kempster kendall kendrick kennedy
kenyatta kenyon keogh kerai kerr kershaw keshwani keyes khadka khan khanna khatri khattak khera khosla khoury khoza
khumalo khurana kiani kibaki kiely kiernan kilbride kilgour kilic killeen kilner kimani kimber kimura kinnear
kinsella kiprono kirby kirkby kirkham kirkpatrick kirkwood kishore kitchener kitson klein klimek knightly knowles
kobayashi koc koch kochhar koh kohler kohli koirala kolar kolawole kolev koleva kolodziej konate kone koomson
korankye korkmaz koroma kosinski kostrzewa kot kotecha kothari kouame kouassi kovacevic kovacs kovalchuk kovalenko
kowal kowalczyk kowalska kowalski kozak kozlow kozlowska kozlowski krajewska krajewski kral krasniqi krause
kravchenko krawczyk krishnamurthy krol kruger kubiak kucera kucharska kucharski kuffour kufuor kugathasan kujawa
kukreja kulkarni kumar kumi kunene kurek kurian kurien kurowski kuti kuznetsov kuznetsova kwan kwarteng kwiatkowska
kwiatkowski kwong kyei kyriacou labus ladipo lafferty lai laing lakatos lakhani lalwani lam lama lambert lander lang
langdon lange langford langley langton larbi larkin lartey lashley laskowska laskowski latham lau laverick lavery
lawal lawanson lawler lawley lawton laycock layton lazar leach leadbetter leal leary leatherbarrow lebedev leeming
lees lefebvre lefevre lehmann leite leith leka lennon leszczynski lewandowska lewandowski leyland liddell liddle
liepins lightfoot lilley limbu lindley lindo lipinski lis lister litchfield littlewood livesey livingstone llewelyn
lockhart lockwood lodhi lofthouse loftus lohia lomas lomax lombardi lombardo lonergan longbottom longworth lonsdale
lopes lopez loughran loureiro lovatt lovejoy lovell lowe lowery lowther lubega ludlow lukasik lumb lumumba lungu
lunn lunt lupu luthra ly-tran lynch lyon lyons lysenko lythgoe mabaso mabika mabuza macapagal macaulay macdonald
macdougall macedo macfarlane macgregor machado maciejewska maciejewski mackay mackie mackinnon mackintosh maclean
macleod macmahon macneil macpherson macrae madan maddock maddocks madej madhavan madu madueke madzima mafunga magaji
magalhaes magar magaya magee magsaysay maguire mahajan maharaj maharjan mahendran maher maier maina maini majchrzak
majewska majewski majumdar mak makaza makepeace makiese makin makoni makoni-dube makowska makowski makumbe malhotra
malinowska malinowski mallon malone malviya manalo mancini manda mandaza mander manea mangan mangat mangena manku
manning mannion manole mansaray mansell mansour manyika mapfumo maphosa maponga mapuranga marchant marchenko
marchetti marciniak marcinkowski marechera mariani maric marimo marinescu marini marino markiewicz markovic marlow
marques marriott marsden marston martindale martinelli martinez martini martins marufu marwaha mashaba maskell
massey masuku matambo matanga matei mathai matharu mather mathers mathias mathieson mathur matos matsumoto matthews
matusiak matuszewski maughan mavhunga mayer mayhew maynard mayo mazibuko mazilescu mazur mazurek mazvita mba mbah
mbanje mbatha mbeki mbewe mbuyi mcateer mcauley mccabe mccaffrey mccallum mccann mccarthy mccluskey mcconnell
mccormack mccormick mccoy mccready mccullough mcdermott mcdonald mcdonnell mcdowell mcelroy mcevoy mcfadden
mcfarlane mcgarry mcgee mcgill mcginley mcgonagle mcgovern mcgrath mcgregor mcguinness mcguire mchugh mcinerney
mcinnes mcintosh mcintyre mckay mckee mckeown mckinney mckinnon mclaughlin mclean mclellan mcleod mcloughlin mcmahon
mcmanus mcmillan mcmullen mcnally mcnamara mcnaughton mcneil mcneill mcphee mcpherson mcquaid mcqueen mcshane
mctaggart mcveigh mdlalose meagher meakin mears mebrahtu medcalf medhurst medina meehan mehta meier meijer mellor
melnyk melo melville memon mendes mendoza mengistu menon mercado mercer merchant mercier messina meszaros metcalfe
meyer meyrick mgbemena mhlanga mhlongo miah michalak michalska michalski michel middleton midgley mihai-pop
mihalache mikhailov milburn milewski milligan millington millward milne milner milosevic minhas minton miron mishra
mistry mitrea mittal mkhize mlambo mlilo mnguni mocanu modhvadia modi moffat moffatt mohammadi mohanty mokoena
mokoena-dube moldovan molefe molina molloy molnar moloney molyneux momoh monaghan mongia montague monteiro mooney
moorcroft moore moorhouse morais morales moran morawski moreau moreira moreland moreno moretti moriarty morina
morley morozov morozova morrell morris morrison morrissey morton mostyn mota mottram mountain mountford moura
mousavi moyana moyes moynihan moyo mpofu mroz msimanga mtetwa mthembu mucha muchena mudenda mudzingwa mugabe mugari
mugisha muir muirhead mujuru mukamuri mukasa mukendi mukherjee mukherji mukono mukwazhi mulcahy mulder muldoon
mulhern mulholland mullan mullen muller mulligan mulrooney mulumba mulvaney mumba mundi munn munoz munro munteanu
munyaradzi mupfumi muradzikwa murawski murdoch murehwa muresan muriuki murphy murtagh murthy murwira musa-bello
musgrave mushonga musial musoke musonda mutambara mutasa mutemeri mutsago mutsvangwa mutu mutua muzenda muzorewa
mwale mwanza mycock myers nadar nadarajah nagarajah nagle nagpal nagra nagy naidu nair nakamura nalubega nambiar
namukasa nanda nandra naqvi narang nartey narula nascimento nash natarajan naughton navarro nawrocki nayar naylor
ncube ndebele nderitu ndhlovu ndiaye ndlovu ndungu neagu neale neave needham neill nembhard nemec nemes nemeth
nesbitt neto nettleton neumann neves newbold newell newman newton ngcobo ngo ngoma ngoy ngubane ngugi nguyen ngwenya
ngwerume nica nicholls nichols nicholson nicol nicolaou niculescu niemczyk nijjar nikolic nikolov nikolova nistor
nixon njie njoku nkala nkansah nketia nkomo nkosi nkrumah nnabuife nnadi nnaji nnamani nogueira nolan noonan noori
noorzai norris northcott novak novakovic novikov novotny nowak nowakowska nowakowski nowicka nowicki nsiah nsubuga
ntim nugent nunes nunn nuttall nwabueze nwachi nwachukwu nwafor nwagbara nwaneri nwankwo nweke nwogu nwoke nwokolo
nwosa nwosu nyamande nyambe nyamhunga nyamupinga nyarko nyathi nyirenda nyoni o'brien o'callaghan o'carroll
o'connell o'connor o'doherty o'donnell o'donoghue o'donovan o'dowd o'dwyer o'farrell o'gorman o'grady o'hagan
o'halloran o'hanlon o'hara o'kane o'keeffe o'kelly o'leary o'loughlin o'mahony o'malley o'meara o'neill o'regan
o'reilly o'rourke o'shea o'sullivan o'toole oakes oancea oates obasanjo obaseki obasi obeng oberoi obiakor obiechina
obrien ocampo oconnor ocran odame odedra odeyemi odhiambo odinga odoi odonkor odonnell odonoghue odoom odu odukoya
odumosu oduya ofoegbu ofori ofori-atta ogbeide ogbodo ogbonna ogbu ogden ogedegbe ogunbanjo ogunbiyi ogundele
ogunleye ogunsanya oguntoyinbo ohaeri ohara ojo ojukwu okafor okagbare okai okeke okello okenwa okeowo okereke okine
okojie okoli okolie okonjo okonkwo okorafor okorie okoro okoronkwo okot okoth okoye okpala okpara okumu okyere
oladapo oladele oladipo olaleye olaniyan olaru oldfield oldroyd oleary olejniczak olejnik oliveira oliynyk
ollerenshaw olorunfemi olowo oloyede olszewska olszewski oltean olteanu olton olufemi olusanya omalley omolayo omole
omondi omoregie omotosho onabanjo oneill ongeri onifade onions onofrei onslow onuoha onwuachi onwudiwe onwuka
onyango-odhiambo onyia opara oparanti opare openshaw opiyo opoku oppong oprea oreilly oriola orji orlowski ormerod
orourke orr ortega ortiz orton orwell osborn osborne oshea osho oshodi osinbajo osinski ostrowska ostrowski osuji
osullivan oti otoo otoole ouseph outram overton owczarek owens owino owolabi owusu owusu-ansah oxley oyebode oyedele
oyedepo oyekan oyelaran oyelowo oyeniyi oyetunde oyewole oza ozcan ozdemir ozkan ozolins ozols ozturk pabari pabla
pacheco padda padgett paget paine paiva palfrey palmer paluch pana panchal pandey pandit pandya panesar pangli
papadopoulos papp paramanathan parekh pargeter parikh parisi park-kim parkes parkin parmar parnell parr parrish
parrott parry partington pascual patchett patel paterson pathak patil patterson patton paulauskas paulose paun
pavlenko pavlou pavlovic pawar pawlak pawlik pawlowska pawlowski paxton payne peake pearce pearson peart pemberton
pendlebury penney pennington penrose penry pereira perera perez perkin perkins perrin persaud peters petrauskas
petrenko petrescu petrie petrov petrova petrovic pettigrew pham phan phelan phelps philip-kurian philips phillips
phipps phiri phull piasecki piatek pickering pickersgill pickford pietrzak pietrzyk pigg pilarczyk pilkington pillai
pillay pimblett pinder pindoria pinheiro pinnock pintea pinto piotrowska piotrowski pires pirvu pitman platt plumb
plummer pobee poddar pointon pokharel pokorny polak polat pollard pollitt pomeroy ponnambalam poon pooni popa popal
popat popescu popoola popov popova porteous pospisil postlethwaite postma potts poudel poulose poulter poulton
powell pradhan prajapati preda prempeh prendergast prentice prescott priestley pringle pritchard probert prochazka
proctor prosser prothero prowse pryce pryor prytherch przybyla przybylski pugh pujara pullen purcell purdy purewal
puri purohit purvis puscasu pye pyne quansah quartey quaye queiroz quigg quigley quilter quinlan quirke quist
qureshi radcliffe radebe radia rae rafter raghavan rahi rahimi rai rai-limbu rainey rainford rajagopal rajapaksa
rajaratnam rajasekaran rajendran raji rajkumar rajput ramachandran ramalho ramanathan ramaphosa ramdin ramos
rampersad ramsaran ramsbottom ramsden ramsey ranasinghe randall randhawa ranganathan ransome rao rastogi ratajczak
ratcliffe rathnayake rathod rathore ratnam rattan rattu raut raval rawat rawlings rawlinson rawson rayner reade
redding reddy redfearn redfern redhead redman reehal rees reeves regan regmi reid reilly renshaw resende reyes
reynolds rezaei rhode rhodes riat ribeiro ricci richards richardson richter ricketts riddell ridgway rigby rijal
riley rimmer rinaldi riordan ripley risley ritchie rix riyat rizvi rizzo roberts robertson robinson robson rocha
rodrigues rodriguez rogalski rogers rogerson rogowski rolfe rollins romano romanov romero romney ronayne rooke
rooney roscoe rosinski rosser rossi rosu rotaru rotherham rothwell rourke rousseau routledge rowbotham rowe rowell
rowland rowlands rowley rowntree roxburgh royle ruane rubio rudd ruddy rudenko rughani rukuni rumbold ruscoe rusere
rushton rusike russo rusu rutherford rutkowska rutkowski rutter ruzicka rybak saar sabharwal sachdev sackey sadeghi
sadiku sadler sadlowski sadowska sadowski safi sagoo sahin sahni sahota saini salami salazar salter samkange sampaio
samra samuels sanchez sanders sanderson sandford sandhu sandu sangar sangha sanghera sanghvi sango sangster sanneh
santana santhanam santoro santos sanusi sanz sarai saraiva sarbu sarfo sargent sarkar saroya sarpong sasaki
sathasivam sattar saunders sava savage savchenko saville savory savu sawant sawhney sawicka sawicki saxena sayer
scanlon scargill schmid schmidt schmitt schneider schofield scholes schroder schulz schulze schwarz scully seddon
sedlacek seepersad sefton sehgal sehmi sekhon sekyere selby selliah selvam selvaraj selvarajah senanayake sepp
serafin serban serra sesay sethi sethia seward sewell seymour shackleton shaikh shakespeare shala shanahan shankar
shanker shanmugam sharma sharples shava sheehan shehu sheikh-ali shelton shenoy shergill sherlock sherman sherpa
sherratt sherriff sherwood shetty shevchenko shevchuk shilling shimizu shinde shipley shirazi shittu shoesmith
shonibare shorrocks shrestha shukla shumba shuttleworth sibanda sibiya siddall siddique siddiqui sidhu sigauke
sihota sikora sikorska sikorski silcock sillah silva sima simcox simion simm simmonds simmons simms simoes simpkins
simpson sims simsek sinclair singh singleton sinha sissoko sisterson sithole sivagnanam sivakumar sivanathan
sivapalan sivaraman siwela skaria skelton skiba skidmore skinner skowronski slattery sloan slowik smalley smallwood
smethurst smikle smirnov smirnova smit smith smythe snape sneddon snowden soames soares sobczak sobers sobolewski
sobowale sodhi sokolov sokolova sokolowska sokolowski solanke solanki somani soneye soni sood soriano sousa
southgate southwell sowande sowe soyinka sparkes spicer spratt springer squires sran sriram srivastava ssebunya
ssempa stachowiak stachura stagg stainton stan-ion stanciu stancu stanescu stanford stanikzai stankevicius stankovic
stanton stapleton starkey stasiak staunton steadman stefaniak stennett stephens stephenson stepien stevens stevenson
stockdale stockton stoddart stoica stojanovic stokes stott stoyanov stoyanova stratton strickland stringer stubbs
sturgess subedi suciu suggitt sulek sullivan summerfield sundaram sundaresan suri sutcliffe sutherland sutton suzuki
svoboda swales swaminathan swamy sweeney swiatek swindells sykes symonds symons szabo szczepanska szczepanski
szczygiel szewczyk szulc szymanska szymanski szymczak tadesse taggart tait takacs takahashi takhar takyi talbot
tallis tamang tamm tanase tandoh tandon tang-wong tanna tanner tata tataru tatlow tattersall tavengwa tebbutt
tehrani teixeira tekere tekin tekle teklu teles tembo tennant tetteh tetteh-quarshie thackeray thakkar thakrar
thakur thangarajah thanki thapa thevarajah thewlis thiagarajah thiara thirlwell thomas-mathew thomason thompson
thomson thorburn thorley thorne thornhill thornley thornton thorp thorpe threlfall thurston thwaites tidswell
tierney tijani tilbury timmins timms tindall tinsley tinubu tippett titmus tiwana tiwari tkachenko tkaczyk todorov
todorova tolentino tolley tomar tomaszewska tomaszewski tomescu tomkins tomlin tomlinson toner tonks toomey toor
tordoff torres toth touray toure townend townsend toyne tran trandafir traore traynor treacy trefor treharne
tremblay trifan tripathi trivedi trotter troughton truong tshabalala tshibanda tshuma tsoi tsui tucker tudor-popa
tulloch tully tulsi tumusiime tunney tunnicliffe turan turay turcu turek turnbull turpin tuttle tutu twigg twomey
twum tyagi tyldesley tylko tyrrell uddin udeh udoh udoka ufot ugwu uka ukpabi umeadi umoh unal underwood ungureanu
unsworth upadhyay uppal upton urban urbanska urbanski urbonas urquhart ursu uwaifo vaghela vaid vaidya valdez
valente valentini vance varga varghese varia varley varma varsani vasani vasilescu vasiliauskas vasiliev vasudevan
vaz vazquez venables venkatesan venkatesh venugopal verma vesely vickers vieira vigneswaran vij villanueva virdee
virdi virk visan visser vitale voicu voinea volkov volkova vora vu vyas wadhwa wadsworth wagner wahab wahi wainaina
wainwright waite walcott walczak walia walkden waller wallis walmsley walsh walters walton warburton wardak wardle
wareing warsame wasik wasilewska wasilewski wason watanabe waterhouse waterman watkin watkins watkinson watmough
watson waweru wawrzyniak weatherill webb weber wedgwood weerasinghe wegrzyn welch weldu welsby wentworth westbrook
weston westwood whalley wharton wheatley wheelhouse whelan whitaker whitcombe whitehead whitehouse whitehurst
whitelaw whiteley whiteman whitfield whitlock whitmore whittaker whittingham whittle whitworth whyte wickramasinghe
widdowson wieczorek wierzbicki wigley wilcock wilcox wilczynski wilde wilding wiles wilk wilkes wilkie wilkins
wilkinson wilks willcox willett willetts williams williamson willoughby willows willson winfield wingfield
winstanley wint winterbottom winterton wiredu wisnia wisniewska wisniewski witczak witham witkowska witkowski
wlodarczyk wlodarski wojciechowska wojciechowski wojcik wojtas wojtowicz wolde wolny wolski wolstenholme womersley
wong woodhall woodhead woodhouse woodley woodruff woodward wooldridge woolley worrall worrell worsley worthington
wozniak wragg wray wrigglesworth wright wrobel wroblewska wroblewski wrona wylie wynn wysocka wysocki yadav yamada
yamamoto yamazaki yamoah yankey yankson yarwood yassin yates yau yeboah yeomans yeung yiadom yildirim yip yoganathan
yogarajah yorath yorke yoshida youngman youngs yousafzai yusuff zadeh zafar zaharia zaidi zajac zakrzewski zalewska
zalewski zamfir zareba zarzycki zawadzka zawadzki zeman zerai zhuwao zielinska zielinski zielonka ziemba zimmermann
ziolkowski zondo zukauskas zuma zungu zuraw zvobgo zych zyla
""")
"""Names that are no ordinary word: with a capital letter each is a name."""

WORD_SURNAMES = words("""
abdi abdirahman abdullahi abebe abiodun acar adebayo adebisi adedayo adegoke adekunle adeniyi adeola adesola
adetokunbo adewale adeyemi afolabi ahmadzai ahmed aina akhtar akinola akinwale akram alexander ali allan allen
allison amadi amin amoako ampofo anand andre anghel antony anwar apple archer armour arnold arshad arslan arya
asamoah ash ashraf ashton austin aydin ayodele aziz babatunde badger bah bailey baker bankole banks baran barn baron
barry bashir bass bath bean bedford beech bekele bell bentley berry bertrand bill birch bird bishop black blackburn
blake bland bliss bloom blunt boateng bogdan bolton bond boot booth bos bose bowman boys bradley branch bray breeze
bride bridge bright bromley brook brooke brooks brothers brown bruce bruno buck buckle bull bullock burns bush
butler butt button cameron cannon carlisle carpenter carter carver casey cash castle chalk chamberlain chan chana
chanda chandler chandra chen cheng cherry chester cheung chibueze childs chima chow christmas chukwudi chukwuma
church clay clayton cliff clifford coates cole connor constable conte cook cooke costa cotton court courtney coward
crane crawley cross crouch crow cruz curry curtis dai dale damian dang dar dark darling dave davey davis day deacon
dean dell deng derbyshire desmond desta devi devine diamond dillon ding dlamini doe domingo douglas drake driver
drum du dudley duke dumitru duncan durham dyer earl elliott emeka emery england english ezenwa fallon fan farah
farmer farooq fathers feng fenton fern fernando fiddler field fields filip fisher flint flowers flynn folarin foley
ford forest forester forrest foster fowler fox francis franklin fraser freeman french friday frost fuller furlong
furness gale gamble garden gardener gardner garland gates gaunt gay gentile gentle george gethin gheorghe gilbert
giles gill girma glasgow glazier glen glover godfrey godwin gold gopal gordon gore gosling graham grant grantham
gray green gregory griffith grove groves guest guler gunn guo gyasi haddock hadley hail haile hall ham hamilton han
hanna hare harper harrison hart harvey hassan hastings hawk hawthorn hay he heap heath heather herd heron herring
hill hind ho hogg holder holland holly hope horn house houston howard hu huang hui hunt hunter husband hussain
hussein hyde ibrahim idowu ige ikenna iqbal ireland islam ismail ivan jackson james jarvis javaid javed jeremiah
jesus jia jiang john jolly jordan joseph joshua joy joyce judge kalu kamau kane kara karim kariuki kato kay kaya
keegan keen kehinde keith kelly kenny kent kettle kidane kidd king kipchoge kirk kiss kitchen knight knox koech
krishna krishnan krupa kumari kurt kwok lace lacey lad lake lal lamb lancaster lane large latif laurent law lawrence
lawson leaf leather ledger lee leech leek leigh leighton lennox leonard leone leroy leslie lester leung lever lewis
liang light lin lindsay little liu llewellyn lloyd lodge logan long longo lord lourenco love lu lucas luo lyle mace
mackenzie macmillan maddox mahmood mahmoud maia maiden majid major makinde malik mani mann mansfield maple marek
marin marks marsh marshall martin mason masood masters mathew matias maudsley maxwell may mcgowan mckenna mckenzie
meadow meadows meena mensah meredith merry mihai miles miller mills milton miranda mirza mist mitchell mohammed
mohamud mohan money monk montgomery moody moon morgan mori moss mowbray mughal munir murray mustafa mustapha mustard
muthoni mwangi mwende nakato nandi narayan nasser nath nawaz nazir nduka neal nelson neville nevin newbury newham ng
nhamo nicholas nightingale nita njoroge nnamdi noble noel noor norman north norton nur oak oakley obi obinna obiora
okechukwu olanrewaju olatunde olatunji olawale olayinka old oldham oldman oliver oluwole omar ong onyango onyekachi
opeyemi orchard osagie osaze osei osman otieno otter ouma owen packer paddock page painter pal pan parish park
parker parkinson parks parsons partridge parvez pascoe paul pavel peacock peak pear pearl pease peel peng penny
pepper percival perry pickles pickup pike piper plant player pond pool poole poor pop pope porter post potter pound
power prasad preston price prince prior pun queen quick quinn radu rafferty rafiq rahman rain raine raj raja rajan
raman ramesh ramsay rana rasheed rashid ravi ray raymond raza read redmond reece reed reeve rehman ren rhys rice
rich rider ridley ring rivers roach road roche rochester rock roderick roe rook root rose rosenberg ross roux rowan
roy ruiz russell ryan ryder sadiq saeed sage saleem saleh salem salisbury salmon salt sands sawyer saxon scales
scotland scott sea sebastian sellers sen senior seth shafiq shah shahid shannon sharif sharp sharpe shaw sheikh
shepherd sheppard sheridan shield shields shooter shore short silk silver simon singer siu slack slater sleath small
smart snell snow song southern spear speed spencer spooner spring squire stacey stafford stark steel steele stephen
steward stewart stirling stone storey storm street strong stuart styles su subramaniam summers sumner sun suresh
swain swan swann sweet swift sword syed tahir tailor taiwo tanaka tang tank tariq tate tay taylor telford temple teo
tesfaye thandi thatcher thomas thorn tian tiller todd toma tower towers tracey treasure trevor trinh trueman tsang
tse tudor turner tyler uche umeh uncle usher usman uzoma vasile vaughan vernon vincent vlad vos wade wafula wairimu
wakefield walker wall wallace wambui wang wangari wanjiru ward warner warren warrington warwick waters watt watts
weaver webster weeks wei weir wells werner wesley west wheeler white whiteside willis wills wilson winchester
windsor winter winters wise withers wolf wood woodcock woods wool worth wren wu wyatt wynne xavier xiao xie xu xue
yakubu yan yang yavuz ye yildiz yilmaz young younis yousaf youssef yuan yusuf zachariah zak zaman zeng zhang zhao
zheng zhou zhu zubair zulu
""")
"""Names that are words or given names too: names only beside a given name or a title."""
