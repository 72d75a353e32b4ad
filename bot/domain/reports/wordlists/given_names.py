"""Given names that people in the United Kingdom have, of many origins. Written for this program."""

from bot.domain.reports.wordlists.words import words

GIVEN_NAMES = words("""
aakash aarav aaron aarti aarushi abbie abby abdallah abdelrahman abdi abdikadir abdirahman abdo abdul abdulkadir
abdulla abdullah abdullahi abdulrahman abdur abeba abebe abel abena abeni abha abhay abhijit abhinav abhishek abid
abida abigail abimbola abiodun abiola abosede abraham abu-bakr abubakar achieng adaeze adam adaora adebayo adebisi
adebola adedayo adeel adela adele adeline adenike adeniyi adeola adeolu aderonke adesola adetokunbo adewale adeyemi
adhiambo adhira adil aditi aditya adjoa adnan adrian adriana adrianna adwoa afia afolabi afolake afsana aftab aftar
afua afzal agata agatha agbani agim agnes agnieszka agron ahmad ahmadzai ahmed ahmet ahsan aidan aiden aiguo aijaz
aiko ailbhe aileen ailsa aimee aina aine aisha aishah aisling aissatou ajay ajit akanksha akash akbar akhil akhtar
akiko akin akinola akinwale akinyi akira akosua akram akshay akua akuba akwasi akwesi alan alana alasdair alastair
alban albana albert albie alby alec aled aleena aleeza alejandra alejandro aleksandar aleksander aleksandra aleksei
alessandra alessandro alessia alex alexander alexandra alexandru alexei alexey alexis alfie alfred alfreda alhaji
alia alice alicia alicja alin alina alison alistair aliya aliyah alka allan allen allison almaz alok althea alun
alusine alvaro alvin alyona alyssa ama amaan amadou amaka aman amanda amandeep amar amara amarachi amari amarjit
ameen ameena ameer amelia amelie ameyo amin amina aminah aminata amir amira amit amita amitabh amjad amma ammar
amparo amra amrit amrita amritpal amy ana ana-maria analiza analyn anan anand ananya anas anastasia anatoly anayo
anca anders andre andrea andreas andreea andrei andres andrew andrey andrii andriy andrzej andy anees aneeta aneta
anetta aneurin angad angela angelica angelina angelo angharad anghel angie angus anibal aniela anika aniket anil
anisa anisah anish anisha anita anjali anjana anju ankit ankita ankur ann anna annabel annabelle anne annemarie
annette annie anoop anshu anshul ante anthea anthony anton antonella antoni antonia antonino antonio antony anu anuj
anuoluwapo anup anupam anupama anuradha anusha anushka anwar anwen aoibheann aoife aonghas aparecida aparna
aphrodite aqsa araba aras arben archana archie ardian arfan ariana arif arjan arjun arkadiusz arkady arlene arlo
armando arnold arooj arron arshad arslan arta artan artem arthur arti artur arturas arturo arun aruna arvind arwel
arzu asabea asad asadullah asamoah asen asghar asha asher ashfaq ashish ashleigh ashley ashok ashraf ashton ashwin
ashwini asif asim asiya asli asma astrid ata atanas athena atieno atif ato attila atul aubrey audrey aurel aurelia
aurelie avani avi avigail avinash avraham avril avtar awa awais awale awet awino ayaan ayan aydin ayesha ayla aylin
ayman aymen ayo ayobami ayodele ayokunle ayomide ayotunde ayse aysel aysha ayush azad azeez azeeza azhar aziz azra
azubuike baako baba babajide babar babatunde badr bahar bailey bakr balazs balbir baldeep baldev baldip balj
baljinder baljit balraj balvinder balwant balwinder bamidele bankole baozhu baran barbara baris barney barry bartek
bartholomew bartlomiej bartosz basharat bashir basia basma batool batsirai baz bazz bazza beata beatrice beatrix
beatriz becca becky bedwyr behnaz behrouz behzad bekele bekim belinda ben benazir bence benedetta benedict beniamin
benjamin benji benny benoit berat berivan berkan berna bernadette bernard bernardo bernice bertha bertie bertrand
beryl besnik bess bessie beth bethan bethany betsy betty beverley beverly bex beyonce bhanu bharat bharti bhavesh
bhavik bhavika bhavin bhavna bhupinder bianca biao bijoy biju bikash bilal bilqis bimal bina bindu bingwen binh
biniam binita binta binu birgit birhan birsen bishnu bjorn blake blanche blazej blerim blerina blessy boateng bobby
bodhi bodie bogdan bogumila bogusia boguslaw boguslawa bohdan bolaji bolanle bolin bonita bonnie boris borislav
bosede boyan bozena bozhidar brad bradley brandon branka branko branwen breda brenda brendan brenden brent bret
brett brian briana brid bridget bridie brigitte britney britta brody brogan bronach bronagh bronislaw bronwen
bronwyn bruce bruna bruno bryan bryn bryony bukola burak burcu bushra busisiwe busola byron caihong caio caitlin
caleb callum calum camelia cameron camila camilla candice caoimhe carina carl carla carlo carlos carlota carly
carmel carmen carole caroline carolyn carrie carwyn carys casey cassandra cassie catalin catalina catarina caterina
cathal catherine cathleen cathy catriona cecil cecilia cecily cedric celia celine cem cemal ceri ceridwen cerys
cezar cezary chaim chaitanya chaminda chana chanda chandan chandni chandra chanel changming chantal chantelle
chaoxing charanjit charity-joy charlene charles charley charlie charlotte chau chaya chazza chelsie chen chenai
cheng chenguang cherryl cheryl chesney chetan chetna chez chi-lan chi-ming chiamaka chiara chibueze chibuike chibuzo
chichi chidera chidi chidimma chidinma chido chiedza chijioke chika chikezie chikodi chima chimamanda chimezie
chinaza chinedu chinelo chinenye chinonso chinwe chinyere chioma chipiwa chipo chirag chizoba chloe chris chrissie
chrissy christa christelle christina christine christopher christos christy chukwudi chukwuemeka chukwuka chukwuma
chun chunhua chunli cian ciara ciaran cilla cillian cindy cintia ciprian claire clara clare clarence clarice
clarissa claude claudette claudia claudine claudio claudiu clayton clemence clementine cleo clifford clint clinton
clive clodagh clyde coinneach coleen colette colin colleen conall concepta concetta connor conor conrad constance
constantin consuelo cora coralie cordelia corey corina corinne cormac cornel cornelia corneliu cornelius cosmin
costas costel costin courtney craig cristi cristian cristiana cristiano cristina cristobal csaba cuong cynthia cyril
czeslaw czeslawa dabira dafydd dagmar dai daiva daiyu daljeet daljit damian damien damilare damilola damini damon
dan dana dandan daniel daniela daniele daniella danielle danila danno danny danut danuta daoud daphne daragh darcy
darek daren daria dariush dariusz darragh darrell darren darryl darshan darshana darya daryl daud davey david davide
davina davinder davo dawid dawit dawood daxia dayo daz dazza deaglan dearbhla debbie deborah debra debs declan deepa
deepak deepali deepika deeqa deirdre dejan dele delia della delphine delroy delyth demelza demi demi-leigh denisa
denise deniz dennis denys denzel derek dermot dervla derya des deshawn desiree desislava desmond despina desta devi
devika devrim dewei dewi dexter dhanraj dharmesh dhruv diana diane dianne diarmuid didier diego diep dieudonne dilan
dilani dilek dilini dilip dillon dilshad dilys dimitar dimitra dimitri dimitris dina dinah dinesh dinesha diogo
dionne dipak dipesh dipika dipti dirk divya dlamini dmitri dmitry dmytro dolores domenico domingo dominic dominik
dominika dominique donal donald dongmei donna donnacha dora dorcas doreen dorel dorin dorina doris dorje dorota
dorothy doru doug dougal dougie douglas dov dovid dragan dragana dragos drita dritan duarte duc dumisani dumitru
duncan dustin duy dvora dwayne dwight dylan eachann eamon eamonn ebele ebenezer ebere ebo ebrahim ebrima ebru ebube
ece eddie edgar edin edita edith edmund edna edona edosa edouard eduardo edward edwin edwina edyta eesa efe effie
efua egle ehsan eileen eilidh eimear eirian eirlys eirwen eitan eithne ejike ekaterina ekene ekow ekta ekua elaheh
elaine eleanor elen elena eleni eleri eli elias elif elijah elin elira elisa elisabeth elisabetta elise elitsa
eliyahu eliza elizabeth elke ella ellen ellie ellie-mae elliot elliott elnaz elodie elona elsie elspeth elton eluned
elvir elvis elzbieta emaan emanuel emefa emeka emeline emer emil emilia emilio emiliya emily emina emine emlyn emma
emmanuel emmett emre emrys emyr enes engin enid eniola enitan enoch enrico enrique entela enyonam enzo eoghan eoin
ephraim ercan erdal erdem erhan eric erica erik erika erin erion ernesto ernie errol eryk eshaal eshe esi esinam
esmatullah esme esmeralda esosa esperanza esra esteban esther esti eszter ethan ethel etienne etta eugene eugenie
eugenio eunice eurig eva evan evangelia evangeline evelyn everton evgeni evgeny evie evren ewa ewan ewelina ewen
eyob ezekiel ezequiel ezinne ezra fabian fabienne fabio fabiola fabrice fabrizio fadi fahad fahim faigy faisal faiz
faiza falguni farah farai fardowsa fareed farhad farhan farhana farhat fariba farid farida farideh faris farnaz
farooq farouk farrukh farshad faruk farzad farzana farzaneh fatema fatemah fatih fatiha fatima fatimah fatma fatmir
fatos fatou fatoumata fatoumatta fawad fawzia fay faye fazal febisola federica federico felicia felipe felix femi
fengge ferdous ferenc fereshteh fereydoun fergus ferhat fernanda fernando ffion figen fiifi fikile fikret fikreta
filip filipa filippo filiz filmon finlay finley finn finnian finola fintan fiona fionn fionnlagh fionnuala firdaus
flamur flavia flavio florent florentina florian florin florina floyd foday fola folake folasade foluke fotini fouzia
fran frances francesca francesco francine francis francisca francisco franciszek franco francois francoise frankie
franklin fraser fred freda freddie freddy frederic frederick freweyni freya frida fumilayo fungai funke funmi
funmilayo funmilola furqan gabi gabor gabriel gabriela gabriella gabrielle gaetano gail galina galya gamze ganesh
gareth garfield garry gary gaurav gauri gavin gayan gayatri gaynor gaz gazza gbenga gbolahan gediminas geeta geetha
gemma genevieve gennady genowefa gentian geoff geoffrey geordie george georgeta georgi georgiana georgie georgina
georgios geraint gerald geraldine gerard gerda gergana gergely geri germaine gerry gertrude gethin ghazala ghenet
gheorghe gheorghita ghulam giacomo giada giang gianluca gianni giannis gideon giedrius gilad gilbert gilberto giles
gilles gillian gina ginta gintaras giorgia giorgio giovanna giovanni girish girma giselle gita giulia giulio
giuseppe gizem gladys glenda glenn glenys glesni gloria glyn godfrey godwin gokhan golnaz gonul gonzalo gopal gopi
goran gordana gordon goronwy govind graca graeme graham grainne grazyna greg gregor gregory greta gretchen griff
griffith griselda gruffudd gruffydd grzegorz grzesiek gugu guilherme guillaume guillermo guinevere guiying gul
gulalai gulay gulcan guler gulsen gulshan gulsum gunther guotin guozhi gurbir gurdeep gurdip gurinder gurjeet gurjit
gurmeet gurmit gurnam gurpal gurpreet gursharan gurvinder gustav gustavo guto gwen gwendolyn gwenllian gwilym gwion
gwyn gwyneth gyorgy habib habiba habibullah hacer haci hadas hadi hadiya haf hafiz hafsa hafsah hagos haider haile
haiyan hajra hakan hakeem hakim haleema halima halimah halina haluk hamad hamid hamida hamidullah hamish hamza hana
hanan hande haneef hani hania hanif hanna hannah hanne hannelore hans hansa haoran harbhajan hardeep hardip haris
harish harjeet harjinder harjit harjot harleen harman harmeet harminder harold haroon harpal harpreet harriet
harrison harsha harshad harshil haruki harun haruto harvey harvinder hasan haseeb hasiba hasnain hassan hatice
hattie havva hawa hawanatu hawre haya hayden hayley haytham hector heena hefin heidi heike heinz hekmatullah helder
heledd helen helena helene helga hemal hemant hemlata henri henrietta henrik henrique henry henryk henryka herbert
herman hernan herve hettie hewa hibaaq hieu hilary hilda hilde hillel himanshu hina hiroshi hirut hitesh hlengiwe
hoa hoang hodan hoi-yan hollie homa hongmei horia horst hossein howard hozan hristo huan hubert huda hue hugh hugo
huifang huiling huiqing hulya humaira humayun humphrey huong huseyin husna husnain hussain hussein huw hywel iain
ian ibbie ibrahim ibrahima ida idowu idrees idris iestyn ieuan ifan ifeanyi ifechi ifedayo ifeoma ifor iftikhar
ifunanya ige ignacio ignacy igor ihsan ijaz ijeoma ike ikechukwu ikenna ikram ilan ilana ildiko ileana ilham ilie
ilinca ilir ilkay ilker ilknur ilona ilse ilya ilyas imaan imad imane imani imogen imran imre inacio inamullah inaya
inayat inci inderjit indira indu ines inese inga inge ingrid innes insiya ioan ioana iolo ion iona ionel ionela
ionut iqbal iqra irek irena irene ireneusz irfan irma irum irvin isaac isabel isabella isabelle isadora isatou isha
ishaan ishan ishaq ishbel ishrat isidro isioma isla ismaeel ismail ismet isobel isoke isra israr issa istvan itai
iulia iulian iuliana ivan ivana ivanka ivaylo ivica ivo ivor iwan iwona iyabo iza izabela izhar izzy jaafar jabir
jabulani jacek jacinta jackie jackson jacob jacqueline jacques jacqui jaden jadwiga jafar jagdeep jagdip jagdish
jagjit jago jagoda jagtar jahangir jahi jaideep jaime jaimie-lee jaimin jake jakub jalal jaleh jamal james jamie
jamil jamila jamshed jamshid jana janak jane janet janette janice janina janine janis janki janos janusz jared jarek
jaroslava jaroslaw jarvis jasbir jase jashan jaskaran jasleen jasmeet jasmin jasmina jasminka jasna jason jaspal
jasper jaspreet jasvinder jaswant jaswinder jatin javaid javed javid javier jawad jax jaxon jaxson jay jaya jayant
jayanti jayce jayda jayden jaydon jayesh jayne jayshree jaz jazz jean-paul jean-pierre jeanette jeanne jeannie jed
jeff jeffrey jelani jelena jemima jemma jen jenna jennie jennifer jennilyn jenny jens jerald jeremiah jeremy jericho
jermaine jerome jerry jerzy jess jesse jessica jessie jessy jesus jetmir jez jezza jhoanna jhun jia jiahao jiahui
jialing jian jianguo jianhua jianjun jianyu jiaqi jiayi jiayu jibril jidenna jie jigar jigna jignesh jill jillian
jim jimmy jincy jing jingjing jingyi jinhua jinlong jinu jiri jisha jismol jitka jo joan joana joanna joanne joany
joao joaquim joaquin jobin joby jocelyn jock jodie jody joe joel joey johan johanna john johnathan johnnie johnny
jola jolanta jomo jomon jon jonah jonas jonathan jonesy jonjo jonny jools jordana jorg jorge jose joselito joseph
josephine josette josh joshua josiah josie jovan jovana jovelyn joy-ann jozef jozefa jozsef juan juanita juba judit
judith judy jules julia julian juliana julie julien juliet julieta julio jun-jun junaid junjie jurate jurgen jurgita
justin justine justyna jyothi jyoti ka-ho ka-wai ka-yan kaan kabir kabita kacey kaci kacie kacper kadiatu kadija
kadir kadra kaiden kaisey kaitlyn kaleb kaleem kalina kalpana kalpesh kamal kamala kamaldeep kamaljit kamau kameron
kamil kamila kamini kamlesh kamran kamyar kanchan kanta karam karan karanjit karanvir kareem karen karim karin
karina kariuki karl karla karol karolina karthik kartik karwan kaseem kashif kasia kasun kat kata katalin katarzyna
kate katelyn katerina katherine kathleen kathryn kathy katie katrin katrina katy katya kausar kaushik kaveh kavita
kavitha kavya kaya kayden kayla kaylan kaylee kayleigh kayley kayode kazimiera kazimierz kazuo keanu keegan keeley
kehinde keiko keira keiren keiron keisha keith kelechi kelly kelsey kelvin kemal kemi ken kenan kendra kenechukwu
kenina kenji kenneth kenny kenton kenzie kerem keri kerry kestutis ketan kev keval kevin keyvan keziah khadija
khadijah khadra khaled khaleel khalid khalida khalil khanh khanyisile khoa khosi khosrow khurram khushboo khushi
kian kidane kiera kieran kieren kieron killian kim kim-lan kimberley kimberly kin-wah kinga kinza kipchoge kiplagat
kiprop kiran kirandeep kiril kirit kirk kirsteen kirsten kirstie kirsty kishan kishor klara klaudia klaus kobi koby
kody kofi kojo komal kondwani konrad konstantin kostas krasimir kreshnik kripa kris krish krishan krishna
krishnamaya krishnan kristaps kristen kristian kristin kristina kristine kristopher krystian krystyna krzysiek
krzysztof ksenia kuba kubra kudakwashe kudzai kudzanai kujo kujtim kulbir kuldeep kuldip kuljit kulsum kulvinder
kulwant kulwinder kumari kumud kun kunal kunle kurt kusum kwabena kwadwo kwaku kwame kwamena kwasi kwesi kwezi kwok
kyan kylan kyle kylie kyra lacey lachlan ladan lahiru laiba laila laima lakhbir lakhvir lakshmi laleh lalit lalita
lamin lan-anh lana lanfen lanre lara larisa larissa larry lars lasma laszlo lata latif latifa latoya laura lauren
laurence laurent laurentiu laurie lavanya lavinia lawrence laxmi layan layla lea leah leandro leanne lech lee leena
leigh leighanne leighton leila lekha len lena lenka lennie lenny lenora leon leona leonard leonardo leonie leonor
leonora lerato leroy les lesley leslie lesya leszek leticia letitia lettie levent levente lewis lexi lexie leyla
li-hua liam liang lianne liaqat libby lidia liezl lihua liji lijo lijuan lila lilia lilian liliana liling lillian
lillie lily-mae lina linda lindani lindiwe lindsay lindsey linette ling linlin linsey linus lionel liqin lisa lise
litty liu liudmila liviu liwei lixia liz liza lizzie ljiljana lleucu llewellyn llinos llio lloyd llyr logan lola
lolade londiwe long-an lorcan lorelei lorena loretta lorna lorne lorraine lotte lottie lou lou-lou louie louis
louisa louise lourdes lowri loz lozza lubna lubomir lubos luc luca lucas lucia lucian luciana lucie lucien lucille
lucinda lucio lucrezia lucy lucyna ludmila ludovic ludwig ludwik luella luigi luis luisa luiz luiza luka lukasz
lulzim luminita luned lungile luqman luther luwam luz luzviminda lwazi lydia lyla lylah lyle lyn lynda lyndon
lynette lynn lynne lynsey lyubov lyudmila maame maariyah mabel maciej maciek mackenzie macsen macy madalina maddie
maddison madeleine madeline madge madhav madhavi madhu madhur madiha madison madz maeve magda magdalena maggie
magnus mags magz mahad maham mahendra mahesh mahin mahira mahjabeen mahmood mahmoud mahnaz mahnoor mahsa mahtab mair
maire mairead mairi mairin maisam maisie maisy majella majid makeda makena maksim maksym malachi malachy malaika
malak malcolm malgorzata mali malik malika malini malith malka mallory malti malvern malwina mamadou mamadu man-yee
manasi mandana mandeep mandip mandla mandy manfred maninder manish manisha manjeet manjinder manjit manjula manjusha
manoel manoj manon manouchehr manpreet mansi mansoor mansur manu manuel manuela manvir manzoor marc marcel marcella
marcelo marcia marcin marcio marco marcos marcus mared marek margaret margarida margarita margery margo margot
marguerite maria mariah mariam mariama marian mariana marianne mariano maribel maribeth maricel marie marie-claire
marija marijana marilena marilou marilyn marin marina mario mariola marion maris marisa marisol marissa marit
marites marius mariusz marivic mariya mariyam mariyana marjorie marketa marko markus marlene marlon marnie marsali
marsha marta martha martin martina martyn martyna marvin marwa marwan mary maryam maryann maryla marzena marzieh
masako masood masoud massimo masud masuma mateo mateusz matheus mathew mathieu mathilda mathilde matias matilda
matilde matt matteo matthew matthias mattia mattie matty maud maude maura maureen maurice mauricio maurizio mauro
mavis mawuli maxime maxine maxwell mayank maysa mayur mayuri mbali mckenzie meabh mebh meena meenakshi meenal meera
meg megan megha mehdi mehmet mehmood mehran mehrdad mehreen mehret mehri mehul mehwish mei mei-ling meic meifeng
meihui meilin meiling meilir meinir meirion meixiang meiying mekdes melanie melek meleri melinda melissa meltem
melvin melvyn menachem mendel meng mengyao menna mensah meredith mererid merle merlinda meron mersiha mert merve
mervyn mesut metin meurig mevlut mia micah michael michaela michal michalina micheal michele michelle michiko mick
mickey mieczyslaw miguel mihaela mihai mihail mihaylo mikayla mike mikey mikhail miklos mikolaj milagros mildred
milena milica milind millicent millie milly milo milorad milos miloslav mimoza min-jun minahil minal mindaugas
minesh ming minghua mingmei mingzhu minh minnie miranda mircea mireille mirela miriam miriro mirjana mirjeta mirko
miroslav miroslava miroslaw miroslawa mirsad miruna misbah mitchell mitesh mitra mitul miyuki mladen modou modupe
mohamad mohamed mohammad mohammed mohamud mohan mohd mohinder mohini mohit moira moises mojgan moji mojisola mollie
molly mona monica monifa monika monique monserrat montgomery morag morenike morfudd morgan morgana morowa morteza
morven morwenna moses moshe moyosore mpho mthunzi mubarak mubashir mudassar mughal muhamed muhammad muhammed muhsin
muireann mujahid mukesh mukhtar mukund mulugeta muna munashe muneer mungo munir munira murat murdina murdo muriel
murray musa mushtaq mustafa mustapha mutsa mwangi my-linh myah myfanwy mykola mylene myles mylo myra myrddin
mzwandile naa nabeel nabil nabila nada nadav nadeeka nadeem nader nadezhda nadia nadim nadine nadir nadira nadisha
naeem nafisa naheed nahid naila naima najib najibullah najma nalan nana nancie nancy nandi naoko naomi narendra
naresh narges narinder naseem naser nasim nasir nasra nasreen nasrin nasser nat natalia natalie natalija natalya
natasha nath nathalie nathan nathaniel natnael natty nauman navdeep naveed naveen navid navin navjot navneet nawal
nawaz nayab nazan nazanin nazia nazifa nazir nazli nazma nazmin ndidi ndubuisi nduka neal nebojsa necati ned neel
neelam neema neena neeraj neeta neetu neha neil nell nellie nelson nelu nenad nenita nermina nerys nesrin nessa
nettie neve neville nevin ngoc ngozi nguyet nhung nia niall niamh nichola nicholas nicki nicky nicola nicolae nicole
nicoleta nicolo nida nidhi niels nigel nighat nihal nikechi nikhil nikita nikki nikodem nikola nikolai nikolay nikos
nikunj nilam nilesh nilgun niloufar nils nima nimal nimali nimesh nimisha nina ning niraj nirav nirmal nirmala
niroshan nisha nishant nishanthi nita nitin nitisha njeri njoroge nkechi nkem nkiru nkiruka nkosana nnamdi nneka
nnenna noa noah noel noeleen noelle noemi noemie noman nomathemba nombeko nomsa nomvula non nonhlanhla nonso noor
nooreen noorjahan nora norah norbert noreen noriko norma norman nosheen noshin nosipho nothando noxolo nozipho
ntombi nuala numan nuno nura nuray nurcan nurten nusrat nuwan nyambura nyaradzo nyarai nyasha nylah nyokabi oana
oanh oberon obi obiageli obinna obioma ochieng octavia octavian octavio odette odile ofelia ogechi ogechukwu oisin
ojas okechukwu okey okon oksana ola olabisi olamide olanrewaju olatunde olatunji olawale olayinka ole oleg oleh olek
oleksandr oleksii olena olga olha oliver olivia olivier oliwia oliwier ollie olu oluchi oluwadamilola oluwafemi
oluwaseun oluwaseyi oluwatobi oluwatosin oluwole olwen omar omari omer omid omobola omolara omotayo omotola ondrej
onur onyango onyeka onyekachi onyinye oona opeyemi ophelia oren orfhlaith orhan ori orla orlagh orlaith orlando
orsolya orson osagie osama osaze oscar osei osian osita oskar osman osvaldo oswald oswaldo othman otieno otis ottie
ottilie otto ouma ousman ovidiu owain owen oyin oyindamola oyinkansola ozan ozge ozgur ozlem paa pablo paddy padma
padraig paige pallavi palwasha pam pamela panagiotis panashe panayiotis pankaj paola paolo parag paramjeet paramjit
paresh parisa parminder parmjeet parmjit parmod parth parul parvati parveen parvez parvin parviz parwin pasang
pascal pascale patience-joy patrice patricia patricio patrick patrycja patryk patsy patti patty paudie paula paulina
pauline paulo pavan pavel pavla pavlina pavlo pawan pawel payal peadar pearse pedro pegah peggy peijing pelin pemba
penelope peng percy perla perry pervez petar pete peter petr petra petre petro petronela petru petula petya peyman
phil philip philippa philippe phillip phillipa philomena phoebe phuc phumzile phuong phyllis piero pierre pietro
pilar pinar piotr pippa plamen polina polly pooja poonam pouya prabha prabhdeep prabhjot prabhu pradeep pradeepa
pradip pragna prakash prakriti pramila pramod pranav pranay prashant pratap pratibha pratik pratima praveen pravin
pravina predrag preet preethi preeti prem prerna preston priscilla pritam priti pritpal priya priyanka priyantha
priyesh proinsias prudence przemek przemyslaw punam puneet punita purnima pushpa qadir qais qasim qi-hua qian qiang
qiao qing qingling qiu qiuyue quang quentin quincy quinn quoc quynh rabbie rabia rabindra rabiya rachael rachana
rachel radek radha radhika radim radka radoslaw radostina radovan radu raelene rafael rafaela rafal rafe rafferty
rafiq rafiqul raghav raghu raheel raheela raheem rahel rahim rahima rahma rahman rahmatullah rahul raimundo rainer
rajan rajat rajbir rajdeep rajeev rajendra rajesh rajinder rajiv rajni raju rajvinder rajwinder rakesh raksha ralph
ralphie raluca rama raman ramatoulaye ramesh rameshwar ramila ramin ramiro ramla ramnik ramon ramona ramsay ramunas
ramzan rana ranbir randolph rania ranjana ranjeet ranjit raoul raphael raquel rasheed rashid rashida rashidi rashmi
rasool ratko raul ravi ravinder ravindra raymond raza razia razvan reanne rebecca rebekah rebwar recep reece reema
reena reggie regina reginald rehan rehana rehman reinhard reji rejimol reka rekha remi remus remy renata renate
renato rene renee renu renuka renz resham reshma reuben rex reynaldo reza rhian rhianna rhiannon rhoda rhodri rhona
rhonda rhuaridh rhun rhydian rhys ria riad ricardo riccardo richard richie rick rickie ricky rida riddhi rifat
rihana rihanna rimantas rishi rita ritesh ritu rivka rizal rizwan rizwana rizza robbie robbo robel robert roberta
roberto robina robyn rochel rochelle rocio roddy rodel roderick rodica rodney rodolfo rodrigo rogelio roger rogerio
rohan rohini rohit roisin rojin roland rolando rolf romain romana romeo romilly romina rommel romy ron rona ronald
ronaldo ronan rong ronghua ronnie roopa rosa rosaleen rosalie rosalind rosalinda rosalyn rosamund rosanna rosanne
rosario roseanne roselyn rosemarie rosetta roshan roshini roshni rosie rosina ross rotimi rowena roxana roxanne roxy
roy roya royston rozerin ruairi ruaridh ruben rubie rubina ruchi ruchika rudo rueben rufaro rukhsana rukhsar rumana
rumaysa rumen rune ruolan rupa rupal rupali rupert rupinder ruqaya ruqayyah rushil ruslan russ russell ruta rutendo
ruud ruwan ryan ryszard saad saba sabeena sabin sabina sabir sabita sabri sabrin sabrina sachin sachini sadaf sade
sadhana sadia sadie sadiq saeed safa safia safiya safiyyah safwan sagal sagar sahar sahil sahra saif saifullah saima
sajid sajida sajjad sakina sakura salah saleem saleh salena salim salima sally salma salman salvador salvatore sam
saman samantha samanthi samar sameer samia samina samir samira samit samita samjhana samkelo sammy samson samuel
sana sanaa sanaullah sanaz sanda sandeep sandip sandor sandra sandrine sanduni sanele sangeeta sangita sanja sanjana
sanjay sanjeev sanjit sanjiv sanjog sanne santiago santokh santosh saoirse sapna saqib sara sarabjit sarah saravjit
sarbjit sarfraz sarika sarita sarmila saroj saroja sartaj sarwar sasha saskia satinder satish satnam satoshi
satvinder satwant saul saurabh savita savitri scotty sead seamus sean sebastian sedat sedef seema segun selam
selamawit selcuk selena selim selina selma selwyn sema semhar semra senad senait senga sepideh serap serdar serena
sergei sergey sergio sergiy serhat serhii serkan setareh seth seun seval sevda severine severino sevgi sevil seweryn
seyda seyi shabana shabbir shabir shabnam shadi shafiq shafiullah shagufta shah shahab shahbaz shaheen shahid
shahida shahin shahla shahnaz shahram shahriar shahrzad shahzad shailesh shaista shaji shakeel shakil shakira shakti
shalini shama shamim shamima shamiso shamsa shane shanelle shania shanice shaniqua shannon shanshan shanta shanti
sharad sharda sharif sharmila sharon sharron shashi shashikala shaun shauna shawn shayne shaz shazia shazza shea
sheeja sheelagh sheena sheetal sheeza shehnaz sheida sheila shelagh sheldon shelley sheree sheridan sherin sherri
shibu shijo shilpa shiny shira shireen shirin shirley shital shivam shivangi shivani shlomo shmuel shoaib shobha
shola shona shoshana shpresa shraddha shreya shruti shu shubham shufen shukri shwan shweta shyam siamak sian siavash
sibel sibi sibongile sibusiso siby siddharth sidney sidra siegfried sifiso sigrid sijo silas sile silke silvana
silvia silvija silvio silviu simao simba simbarashe simeon simin simisola simon simona simone simran simranjit sina
sinan sincy sindhu sinead siobhan sion sioned siphiwe sipho siphokazi sirwan sita siu-ming siun siyabonga siyu sizwe
skender skyla slavica slawek slawomir slobodan smita smitha smithy smriti sneha snehal snezana snezhana sobia sofia
sohail sohan soheila soji sola solange solape soledad solomon solveig somto sonal sonali sonam songul sonia sonja
sonya sophia sophie soran soraya sorcha soren sorie sorin sorina soumya sourav sousan spozhmai spyros srdjan sri
sridhar srinivas srinivasan stacey stacy stan stanislav stanislaw stanislawa stavros stefan stefania stefanie
stefano steffan stelian stelios steph stephane stephanie stephen steve steven stevie stewart stoyan struan stu
stuart suada suat subash subhan subhash sucheta sudesh sudha sudhir sufyan suhail suhayla suja sujata sujatha suji
suk-yee sukhbir sukhdeep sukhdev sukhi sukhjinder sukhjit sukhpreet sukhraj sukhvinder sukhwinder sukran sulaiman
sulakhan sule suleiman suleyman sultana sumaira suman sumaya sumayyah sumeet sumit summaya summer-rose sunaina
sundar sunday-joy sundeep sunil sunita suraj surbhi surendra suresh surinder surjeet surjit susan susana susanna
susannah susanne sushila sushma sushmita susie suvarna suyin suzanne suzette suzie suzy sven svenja svetla svetlana
svitlana swaran swarn swati sybil sylvain sylvester sylvia sylvie sylwester sylwia szabolcs szilvia szymon tabassum
tabitha tadeusz tadhg tafadzwa taha tahir tahira tahmina tahsin taiba taiwo tajinder tak-wah takashi takeshi
takudzwa talha tali talia tallulah talvinder tamara tamas tamika tamim tammy tamsin tamuka tanaka tania tanisha
tanuja tanveer tanvi tanvir tanya tapiwa tara taran taraneh taranjit taras tari tariq tarkan tarlochan taro tarun
tasha tasneem tasnim tatenda tatiana tatjana tatyana tauseef tawanda tayfun tayla taylor tayo tayyab teddie teddy
teegan tegan tegwen tehmina tejal tejan tejas tejinder tel telma temel temi temilade temitayo temitope tendekai
tenzin teo teodor teodora terence teresa teresita tereza teri terrence terri terry tesfaye tess tessa tetiana
tewodros thabiso thabo thanasis thandeka thandekile thandi thandiwe thanh thanuja thao tharindu thea thelma themba
thembi theo theodora theodore theodoros theresa therese thiago thibault thien thierry thies thilini thomas thora
thorsten thulani thushara thuy tia tiago tiana tiberiu tibor tichaona tien tiernan tiffany tigist tihomir tilda
tilly tim timea timmy timothy tingting tinh tinotenda tintu tinu tirion titi titilayo toan tobenna tobi tobias tobie
toby tochukwu todd todor tolani tolga tolu tolulope tom tomas tomasz tomek tomiwa tommaso tommy tomos tonderai toni
tony tonya tope tori torquil torsten tosin tovah toyin tracie tracy traian tram trang travis trevor tricia trina
trinh trish trisha tristan troy truc trudie trudy trung trupti trystan tsitsi tsvetan tsvetelina tsz tuan tudor
tugba tuncay tunde tunji turgut turkan tushar tuyen tuyet tyla tyler tymon tymoteusz tyreece tyrell tyrese tyrone
tyson tzipora ubaid uche uchechi uchenna uday udo ufuk ugo ugochi ugonna ugur uju ulrich ulrike ultan uma umaima
umair umar umberto umesh umit umme una upinder upul urmila urooj ursel ursula urszula urvashi usama usha usman
uthman utkarsh uwe uzair uzma uzoamaka uzoma vaclav vadim vahid vaishali vaishnavi valbona valentin valentina
valentyn valentyna valeria valerie valeriu valon van-anh vandana vanessa varinder varsha varun vasant vasco vasil
vasile vasilica vasilis vassiliki vasyl veena veit velma vera verity verna vernon veronica veronique veselin vesna
vicki vickie vicky viet vijay vijaya vikas vikash vikki vikram vikrant viktor viktoria viktorija vilma vimal vimbai
vimla vinay vince vincent vincenza vincenzo vineet vineeta vinh vinita vinnie vinny vinod viorel viorica vipin vipul
viral virender virendra virginie vishal vishnu vita vitalij vitaliy vitaly vitor vittoria vittorio viv vivek vivian
vivien vivienne vjekoslav vjosa vlad vladimir vladimira vladislav volkan volodymyr vongai vuyo vytautas waclaw wafa
waheed wahid wahidullah wai-ling wairimu wajid waldemar waleed wali walid wallace walter wambui wanda wangari
wanjiku wanjiru waqar waqas warda waseem wasim wayne wei weihong weimin weiwei wekesa wen wendy wenjing wenling
wenyan werner weronika wesley wieslaw wieslawa wiktor wiktoria wilbur wilf wilfred wilfredo wilhelmina willa willem
william willie wilma wilson wim wing-yan winifred winnie winnifred winston winta wioletta witold wladyslaw
wlodzimierz wojciech wojtek wolfgang wyn wynne xander xanthe xavier xhevahire xhevdet xian xiang xiao xiaobo xiaodan
xiaofeng xiaohong xiaohui xiaojing xiaoli xiaoling xiaoming xiaoping xiaowei xiaoyan ximena xin xinyi xinyue xiu
xiuying xiuzhen xolani xuan xue xueling yaa yaakov yael yago yahya yalda yana yanmei yann yannick yanting yanyan
yaoting yaqub yaroslav yasar yaseen yash yashoda yasin yasir yasmeen yasmin yasmine yasser yavuz yaw yawen ye-hua
yee-man yehuda yejide yelena yeliz yemi yemisi yetunde yevgeny yewande yiannis yichen yifan yildiz yilmaz ying
yingjie yingying yinka yiorgos yitzchak yogesh yogita yohannes yoko yolanda yomi yonas yong yongkang yordan yordanka
yossi younes younis younus yousaf yousef youssef yousuf yuan yucel yuhan yuk-ling yuki yuko yulan yulia yuliya yumi
yuming yun yunfeng yunus yuri yuriy yusef yusra yusuf yuting yuxuan yuying yuzhen yves yvette yvonne zabihullah zac
zach zachary zack zaheer zahid zahida zahir zahra zaid zaida zain zaina zainab zak zakaria zakariya zaki zakia zaman
zamzam zander zandile zanele zara zareena zarmina zawadi zayd zayden zayn zaynab zaynah zbigniew zbyszek zdenek
zdenka zdravko zdzislaw zedong zeenat zeeshan zeinab zeki zelda zeljko zena zenon zeray zerrin zev zewdu zexi zeynep
zhang zhen zheng zhengyu zhenzhen zhi zhihao zhila zhivko zhiwei zhou zihan zinhle zita zixuan ziyi zlatka zodwa zoe
zoey zofia zohaib zohra zohreh zola zoltan zongying zoran zorica zosia zsofia zsolt zubaida zubair zuberi zuhaib
zuhal zukiswa zulaikha zulfiqar zuzana zuzanna zvikomborero zygmunt
""")
"""Names that are no ordinary word of a ward: each is a name in any case."""

WORD_NAMES = words("""
addison al amber angel anh april archer art ash asia august austin basil bea beauty bill bishop blessing brilliant
brooke buddy candy carol carter cat chad chance charity chase chelsea cherry christian clay cliff colt comfort
crystal daisy dale dawn dean dee destiny dev dick don dot drake drew duke dusty earl ed eve faith fang favour fern
flora florence ford fox frank freedom friday gay gen gene georgia gift ginger gladness glen godsgift godwill
goodness grace grant gus guy happiness harmony harper hazel heath heather holly honey hope hunter imam innocent iris
israel ivory ivy jack jade jai jasmine jean jet jordan joy jun june justice kay kent king kit kitty lan lance laurel
lily lin lincoln lorenzo love lucky mai mark mason max may may-ling mel melody memory mercy merry miles misty mo
monday nick noble norm nova olive om parker pat patience peace pearl penny ping poppy porter precious prince
progress promise prosper raj ram randy ray reed reg rejoice rich rob rod rory rose rosemary rowan ruby rusty sandy
sawyer shan sid star stew sue summer sunday sunny sydney trinity trust vic victor victoria viola violet wade warren
will willow willy wisdom yan yin
""")
"""Names that are ordinary words or places too ("Will", "Hope", "Jordan"): names only where the sentence says so."""
