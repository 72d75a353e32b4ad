"""Given names that people in the United Kingdom have, of many origins. Written for this program."""

from bot.domain.reports.identifying.wordlists.words import words

GIVEN_NAMES = words("""
aabid aadi aadil aakash aamir aarav aarif aaron aarti aarush aarushi aasif aasim aayush aba abayomi abbie abby
abdallah abdelrahman abdi abdiaziz abdikadir abdikarim abdinasir abdirahman abdishakur abdiwahab abdo abdul
abdulkadir abdulla abdullah abdullahi abdulrahman abdulrazak abdur abeba abebe abel abena abenaa abeni abha abhay
abhijit abhimanyu abhinav abhishek abid abida abigail abimbola abiodun abiola abosede abraham abu-bakr abubakar
achieng ada adaeze adaku adam adanna adaora adebayo adebimpe adebisi adebola adebukola adedayo adedoyin adeel
adegoke adekunle adela adelaide adele adelina adeline adenike adeniyi adenrele adeola adeolu aderinsola aderonke
adesola adetokunbo adewale adeyemi adhiambo adhira adil adina aditi aditya adjoa adnan adoma adrian adriana adrianna
adunola advait adwoa afia afolabi afolake afonso afrakoma afsana aftab aftar afua afzal agartha agastya agata agatha
agbani aggie aggy agim agnes agnieszka agron ahmad ahmadzai ahmed ahmet ahsan aidan aiden aiguo aijaz aiko aila
ailbhe aileen ailsa aimee aina aine ainembabazi aisha aishah aishat aisling aissatou ajay ajit ajith ajoke akachi
akanksha akash akbar akello akhil akhtar akiko akin akinola akinwale akinyi akira akorfa akosua akosuah akpene akram
akshay akua akuba akudo akumu akunna akwasi akwesi akyaa alan alana alasdair alastair alaya alayna alban albana
albert albie alby aldona aleah alec aled aleena aleeza alejandra alejandro aleks aleksandar aleksander aleksandra
aleksei alessandra alessandro alessia alex alexander alexandra alexandre alexandru alexei alexey alexis alf alfie
alfred alfreda alfy alhaji ali alia alice alicia alicja alin alina alison alistair aliya aliyah alka allan allen
allison almaz alok althea alun alusine alvaro alvin alyona alyssa alyssia ama amaan amadou amaka amalia aman amanda
amandeep amar amara amarachi amarachukwu amari amarjit amaya ameen ameena ameer ameera amelia amelie ameyo amin
amina aminah aminata amir amira amit amita amitabh amjad amma ammar amoako amol amondi amparo ampofo amra amrit
amrita amritpal amy ana ana-maria anabela anais analiza analyn anamaria anan anand ananya anas anastasia anastasiia
anastazja anatoly anayo anca ancuta anders andi andra andrada andre andrea andreas andreea andrei andreia andres
andrew andrey andrii andriy andrzej andy anees aneesh aneeta anesu aneta anetta aneurin angad ange angela angelica
angelika angelina angelo angharad anghel angie angus anibal aniela anika aniket anil anirudh anisa anisah anish
anisha anisoara anita anjali anjana anju ankit ankita ankur anmol ann anna annabel annabelle annalise anne annemarie
annette annie anoma anoop anotida ansh anshu anshul ante anthea anthonia anthony anton antonela antonella antoni
antonia antonino antonio antony anu anuj anulika anumol anuoluwapo anup anupam anupama anuradha anusha anushka anwar
anwen anya anyango aodhan aoibheann aoibhinn aoife aonghas aparecida aparna aphrodite apiyo apolonia aqsa araba
arabella aras arathi arben archana archibald archie ardian arfan ariana arianna arif arinze arjan arjun arkadiusz
arkady arlene arlo armando arnold arooj arron arshad arslan arta artan artem arthur arti artur arturas arturo arun
aruna arvind arwel arya aryan arzu asabea asad asadullah asamoah asen asghar asha asher ashfaq ashish ashleigh
ashley ashok ashraf ashton ashwin ashwini asif asim asiya asli asma astrid aswathy ata atanas ategeka atharv athena
athira atieno atif atim ato attila atul aubrey audrey augusta augustina auma aurel aurelia aurelie aurica ava avani
avi avigail avinash avraham avril avtar awa awais awale awet awino awuor ayaan ayan ayanle ayda aydin ayesha ayla
aylah aylin ayman aymen ayo ayobami ayodele ayokunle ayomide ayoola ayotunde ayse aysel aysha ayush azad azeez
azeeza azhar aziz azra azubuike azuka baaba baako baba babajide babar babatunde babirye badr bahar bailey bakr
balazs balbina balbir baldeep baldev baldip balj baljinder baljit balraj balvinder balwant balwinder bamidele
bankole baozhu baran barasa barbara baris barnabas barnaby barney barry bartek bartholomew bartlomiej bartosz
bartram basharat bashir basia basma batool batsirai bayo baz bazz bazza beata beatrice beatrix beatriz becca becki
becky becs bedwyr behnaz behrouz behzad bejoy bekele bekim bekki belinda bella ben benazir bence benedetta benedict
beniamin benjamin benji benny benoit berat berivan berkan berna bernadeta bernadette bernard bernardo bernice bert
bertha bertie bertrand beryl besnik bess bessie beth bethan bethany betsy betty betty-ann bev beverley beverly bex
beyonce bhanu bharat bharti bhavesh bhavik bhavika bhavin bhavna bhupinder bianca bianka biao bibin bijoy biju
bikash bilal billy bilqis bimal bimpe bina bincy bindu bingwen binh bini biniam binita binta binu biodun birgit
birhan birsen birungi bishnu bisi bisola bjorn blake blanche blanka blathnaid blazej blerim blerina blessmore blessy
boateng bob bobbi bobby bodhi bodie bogdan bogdana bogumila bogusia boguslaw boguslawa bohdan bohdana bola bolaji
bolanle bolin bonita bonnie boris borislav borys bose bosede boyan bozena bozhidar brad bradley bram brandon branka
branko branwen breda brenda brendan brenden brent bret brett brian briana brianna brid bridget bridie brigitte
brijesh britney britta brody brogan bronach bronagh bronek bronislaw bronwen bronwyn bruce bruna bruno bryan bryn
bryony buddhika bukky bukola bunmi burak burcu busayo bushra busisiwe busola byron cabdi cadhla caihong caio cait
caitlin caleb callan callie callum calum camelia camellia cameron camila camilla candice caoimh caoimhe caolan cara
carina carl carla carlo carlos carlota carly carly-ann carmel carmen carole caroline carolyn carrie carwyn carys
casey cassandra cassie cassius cassy catalin catalina catarina caterina cath cathal catherine cathleen cathy
catriona cawo cecil cecilia cecily cedric ceinwen celeste celia celina celine cem cemal ceri ceridwen cerys cesar
cezar cezary chaim chaitanya chamari chaminda chana chanda chandan chandni chandra chandresh chanel changming
channelle chantal chantelle chaoxing char charan charanjit chardonnay charity-joy charl charlene charles charley
charlie charlotta charlotte charmaine chathurika chau chaya chaz chazza chebet chelimo chell chelle chelsie chen
chenai cheng chengetai chenguang cherelle cherise cherono cherryl cheryl chesney chetan chetna chez chi-lan chi-ming
chi-wai chiamaka chiara chiazam chibueze chibuike chibundu chibuzo chibuzor chichi chidera chidi chidimma chidinma
chido chidozie chiedza chiemeka chigozie chijioke chika chikaodili chikezie chikodi chima chimamanda chimdi chimezie
chinagorom chinaza chinedu chinelo chinenye chinonso chinwe chinyere chioke chioma chipiwa chipo chirag chizaram
chizitere chizoba chloe chris chrissie chrissy christa christabel christelle christi christina christine christopher
christos christy chukwudi chukwudubem chukwuebuka chukwuemeka chukwuka chukwuma chun chunhua chunli cian ciara
ciaran cilla cillian cindy cintia ciprian claire clara clare clarence clarice clarissa claude claudette claudia
claudine claudio claudiu clayton clem clemence clementine clemmie cleo cleveland clifford clint clinton clive
clodagh clyde coco coinneach cole coleen colette colin colleen colm colman conall conan concepta concetta connor
conor conrad constance constantin consuelo cora coralie corbin cordelia corey corina corinne cormac cornel cornelia
corneliu cornelius corrie cosmin costas costel costica costin courtney craig cristi cristian cristiana cristiano
cristina cristobal csaba cuong curtis cynthia cyprian cyril cyrus czeslaw czeslawa dabira dafydd dagmar dagmara dai
daire daiva daiyu daksh dalbir dalia daljeet daljit dami damian damien damilare damilola damini damola damon dan
dana dandan dani daniel daniela daniele daniella danielle danila danka danno danny danut danuta daoud daphne dapo
dara daragh darcey darcy darek daren daria dariush dariusz darragh darrell darren darryl darshan darshana darya
daryl daryna dashiell daud dave davey david davide davina davinder davis davo dawid dawit dawood daxia dayo daz
dazza deaglan dean dearbhla deb debbie deborah debra debs declan deepa deepak deepali deepika deepthi deeqa deirdre
dejan dela dele delia delilah della delphine delroy delyth demelza demi demi-leigh demilade denis denisa denise
deniz dennis denny denver denys denzel deola deqa derek derin dermot dermott derrick dervla derya des deshawn
desiree desislava desmond despina desta devansh devesh devi devika devrim dewei dewi dexter dhananjay dhanraj dhanya
dharmesh dhruv diana diane dianne diarmuid didier diego diep dieudonne dilan dilani dilek dilini dilip dillon
dilshad dilwyn dilys dimitar dimitra dimitri dimitris dina dinah dinesh dinesha dinis dinithi diogo dionne dipak
dipesh dipika dipti dirk divya dlamini dmitri dmitry dmytro dolores dom domenico domi domingo dominic dominik
dominika dominique domnica donal donald dongmei donna donnacha donny dora dorcas doreen dorel dorin dorina doris
dorje dorota dorothy doru dotun doug dougal dougie douglas dov dovid dragan dragana dragos drita dritan duarte duc
dulani dumisani dumitru duncan dunni dunstan duro dustin duy dvora dwayne dwight dylan dzifa eachann eamon eamonn
ebele ebenezer ebere ebiere ebo ebony ebrahim ebrima ebru ebube ebun ece eddie edee edem edgar edi edidiong edie
edin edison edita edith edmond edmore edmund edna edona edosa edouard edson eduarda eduardo edward edwin edwina
edyta eesa efe efetobore effie efosa efua efya egle ehis ehsan eileen eilidh eimear eirian eirlys eirwen eitan
eithne ejike ejiro ekaette ekaterina ekene ekow ekta ekua ekundayo elaheh elaine eleanor elen elena eleni eleri
elfed eli elias elif elijah elikem elin elinam elira elisa elisabeth elisabetta elise elitsa eliyahu eliza elizabeth
elke ella ellah elle ellen ellie ellie-mae elliot elliott ellz elnaz elodie elona elowen elsa elsamma elsie elspeth
elton eluned elvir elvis elwood elwyn elzbieta emaan emanuel emefa emeka emelia emeline emem emer emerson emil emile
emilia emilio emiliya emily emina emine emlyn emma emmanuel emmanuella emmeline emmet emmett emre emrys ems emyr
enda enes engin enid eniola enitan enoch enoh enrico enrique entela enyo enyonam enzo eoghan eoin ephraim erandi
ercan erdal erdem erhan erhun eric erica erik erika erin erion ernest ernesto ernie errol eryk eshaal eshe esi
esinam esmae esmatullah esme esmee esmeralda esohe esosa esperanza esra esteban esther esti eszter ethan ethel
etienne etim etta etty euan eucharia eugen eugene eugenia eugenie eugenio eunice eurig eva evan evangelia evangeline
evelyn everard everly evgeni evgeny evie evie-mae evren ewa ewan ewart ewelina ewen eyob eyram ezekiel ezenwa
ezequiel ezinne ezinwanne ezra fabian fabiana fabienne fabio fabiola fabrice fabrizio fadeke fadi faduma fadzai fafa
fahad fahim faigy faisal faiz faiza falguni fallon farah farai fardowsa fareed farhad farhan farhana farhat farhiya
fariba farid farida faridat farideh faris farisai farnaz farooq farouk farrukh farshad faruk farzad farzana farzaneh
fatema fatemah fatih fatiha fatima fatimah fatinha fatma fatmir fatos fatou fatoumata fatoumatta fawad fawzia fay
faye fazal feargal fearghal fearne febin febisola federica federico felicia felicity felipe felix femi fengge
fenglan fenton ferdinand ferdous ferenc fereshteh fereydoun fergus ferhat fernanda fernando feyi ffion fiachra fiadh
fidelma figen fiifi fikile fikret fikreta filip filipa filipe filippo filiz filmon filofteia filsan finian finlay
finley finn finnian finola fintan fiona fionn fionnlagh fionnuala firdaus fisayo flamur flann flavia flavio florent
florentina florian florica florin florina floyd flynn foday fola folake folarin folasade foluke fortunate fotini
fouzia fran frances francesca francesco francheska francine francis francisca francisco franciszek franco francois
francoise frankie franklin fred freda freddie freddy frederic frederick frederico freds freweyni freya frida
fryderyk fumilayo fungai funke funmi funmilayo funmilola funso furqan gabe gabi gabor gabriel gabriela gabriella
gabrielle gabs gaetano gagan gagandeep gail galina galya gamuchirai gamze ganesh gareth garfield garikai garry gary
gaurav gauri gautam gavin gayan gayani gayatri gaynor gaz gazza gbemisola gbenga gbolahan gediminas geeta geetha
gelu gemma genevieve gennady genowefa gentian geo geoff geoffrey geordie george georgeta georgi georgiana georgica
georgie georgina georgios geraint gerald geraldine gerard gerda gergana gergely geri germaine gerry gertrude gerwyn
gethin ghazala ghenet gheorghe gheorghita gherghina ghulam giacomo giada giang gianluca gianni giannis gideon
giedrius gifty gilad gilbert gilberto giles gill gilles gillian gilly gina gincy ginika ginta gintaras giorgia
giorgio giovanna giovanni girdhar girish girma giselle gita giulia giulio giuseppe gizem gladys glenda glenn glenys
glesni gloria glyn godfrey godwin gokhan golnaz goncalo gonul gonzalo gopal gopi goran gordana gordon goretti
goronwy govind govinda graca gracie gracie-mae graeme graham grainne grazyna greg gregor gregory greta gretchen
griff griffith grigore griselda gruffudd gruffydd grzegorz grzesiek gugu guilan guilherme guillaume guillermo
guinevere guiying guizhen gul gulalai gulay gulcan guled guler gulsen gulshan gulsum gunther guotin guozhi gurbir
gurcharan gurdeep gurdip gurinder gurjeet gurjit gurkirat gurmeet gurmit gurnam gurpal gurpreet gursharan gurvinder
gustav gustavo gustaw guto gwen gwendolyn gwenllian gwilym gwion gwyn gwyneth gwynfor gyasi gyorgy habib habiba
habibullah hacer haci hadas hadi hadiya hadiza hadley haf hafiz hafsa hafsah hagos haider haile haiyan hajara hajra
hakan hakeem hakim hal haleema halima halimah halimat halina halinka halle haluk halyna hamad hamdi hamid hamida
hamidullah hamish hamza hana hanan hande haneef hani hania hanif hanna hannah hanne hannelore hans hansa haoran
haoyu haralambie harbans harbhajan hardeep hardip hargun hari haris harish harjeet harjinder harjit harjot harkiran
harkirat harlan harleen harlow harman harmeet harminder harold haroon harpal harpreet harriet harrison harry harsha
harshad harshani harshil haruki harun haruto harvey harvinder hasan haseeb hashini hasiba hasmukh hasnain hassan
hatice hattie hauwa havva hawa hawanatu hawre haya hayden hayley haytham heathcliff hector hedd heena hefin heidi
heike hekmatullah helder heledd helen helena helene helga hels hemal hemant hemendra hemlata hendrix henri henrietta
henrik henrique henry henryk henryka herbert herman hernan herve hettie heulwen hewa hibaaq hibo hieu hilary hilda
hilde hillel himani himanshu hina hiroshi hirut hitendra hitesh hlengiwe hoa hoang hodan hoi-yan hollie homa
hon-ming hongmei horia horst hossein howard hozan hristo huan huang hubert hubie huda hue hugh hugo huifang huiling
huiqing hulya humaira humayun humphrey humphry huong huseyin husna husnain hussain hussein huw hywel iain ian ibbie
ibiyemi ibrahim ibrahima ibukun ida idil idowu idrees idris iestyn ieuan ifan ifanwy ifeanyi ifechi ifedayo ifeoma
ifor ifrah iftikhar ifunanya ifunaya ige ignacio ignacy ignatius igor iheoma ihor ihsan ijaz ijeamaka ijeoma ike
ikechukwu ikenga ikenna ikram ilan ilana ildiko ileana ilhaan ilham ilie ilinca ilir ilkay ilker ilknur ilona ilse
ilya ilyas imaan imad imane imani ime immy imo imogen imran imre inacio inamullah inaya inayat inci inderjit
inderpreet indie indira indu indy inem ines inese inga inge ingrid ini innes insiya ioan ioana iolanda iolo ion iona
ionel ionela ionica ionut iosif iqbal iqra irek irena irene ireneusz iresha iretioluwa irfan irina irma irum irvin
iryna isa isaac isabeau isabel isabela isabella isabelle isadora isatou isha ishaan ishan ishaq ishara ishbel ishrat
ishwar isidro isioma isla ismaeel ismael ismail ismet isobel isoke isra israr issa istvan itai itayi itoro iulia
iulian iuliana ivan ivana ivanka ivaylo ivica ivo ivor iwan iwona iyabo iyanu iza izabela izhar izz izzy jaafar
jabir jabulani jac jacek jacinta jackie jacko jacks jackson jacob jacqs jacqueline jacques jacqui jaden jadesola
jadwiga jadzia jafar jagdeep jagdip jagdish jagjit jagmohan jagna jago jagoda jagraj jagtar jahangir jahi jaideep
jaime jaimie-lee jaimin jaimol jaison jake jakub jalal jaleh jamaal jamal jameel james jamie jamil jamila jamshed
jamshid jana janak janardan jane janek janet janette janice janina janine janis janki janos janusz jared jarek
jareth jarlath jaroslava jaroslaw jarrod jarvis jas jasbir jase jashan jasiek jaskaran jasleen jasmeet jasmin
jasmina jasminka jasna jason jaspal jasper jaspinder jaspreet jasraj jasvinder jasvir jaswant jaswinder jatin javaid
javed javid javier jawad jax jaxon jaxson jay jaya jayant jayanti jayce jayda jayden jaydn jaydon jayendra jayesh
jaylen jayne jayshree jaz jazz jean-paul jean-pierre jeanette jeanne jeannie jeb jed jedrzej jeena jeff jeffrey
jelani jelena jemilatu jemima jemma jen jenna jennie jennifer jennilyn jenny jens jepchirchir jepkorir jerald jeremi
jeremiah jeremy jericho jermaine jerome jerry jerzy jesna jess jessa jesse jessi jessica jessie jessy jethro jetmir
jez jezza jhoanna jhun jia jia-li jiahao jiahui jialing jian jiang jianguo jianhua jianjun jianyu jiaqi jiawei jiayi
jiayu jibin jibola jibril jide jidenna jie jigar jigna jignesh jill jillian jim jimbo jimmy jinal jincy jinesh jing
jingjing jingyi jinhua jinlong jins jinu jiri jisha jismol jissa jitka jo jo-ann jo-anne jo-jo joan joana joanna
joanne joany joao joaquim joaquin jobin joby jocelyn jock jodes jodie jody joe joel joey johan johanna john
johnathan johnnie johnny jojo jola jolanta jolyon jomo jomon jon jonah jonas jonathan jonesy jonjo jonno jonny jono
jonty jools jordana jorg jorge jorja jory jose joselito joseph josephine josette josh joshua joshy josiah josie
jovan jovana jovelyn joy-ann joyce jozef jozefa jozsef juan juanita juba jude judit judith judy jules julia julian
juliana julie julien juliet julieta julio juliusz jumoke jun-jun junaid junjie juno jurate jurgen jurgita justin
justine justyna jyothi jyothish jyoti ka-ho ka-lok ka-wai ka-yan kaan kabeer kabir kabita kacey kaci kaci-leigh
kacie kacper kadiatu kadija kadir kadra kafui kaiden kailash kain kaisey kaitlyn kaiya kaja kajetan kaleb kaleem
kalina kalpana kalpesh kalu kalvin kam kamal kamala kamaldeep kamaljit kamau kameron kamil kamila kamini kamlesh
kamran kamsi kamyar kanchan kane kanini kanta kanwal kanwaljit kar kara karam karan karanja karanjit karanvir kareem
karen karim karimot karin karina karishma kariuki karl karla karly karol karolina karthik kartik karwan kaseem
kashif kasia kasper kasun kat kata katalin katarzyna kate katelyn katerina kateryna katherine kathleen kathryn kathy
katie katrin katrina katy katya katz kausar kaushal kaushik kaveh kavita kavitha kavya kaya kaydee kayden kayla
kaylan kaylee kayleigh kayley kaylum kayode kaz kazik kazimiera kazimierz kazuo kazza keanu keegan keeley keels
keertana keerthi kehinde keiko keira keiren keiron keisha keith kekeli kelechi kelly kels kelsey kelvin kemal kemi
kemunto ken kenan kendra kenechukwu kenina kenji kenneth kenny kenton kenz kenzie kerem keri kerry kerubo kes
kestutis ketan kev keval kevan kevin keyvan keziah khadar khadija khadijah khadijat khadijo khadra khaled khaleel
khalid khalida khalil khanh khanyisile khloe khoa khosi khosrow khrystyna khurram khushboo khushi khyati kian kidane
kiera kieran kieren kieron killian kim kim-lan kimberley kimberly kin-wah kinga kingsley kinjal kinza kipchoge
kiplagat kiprop kiran kirandeep kiril kirit kirk kirpal kirst kirsteen kirsten kirstie kirsty kishan kishor klara
klaudia klaus kobe kobi kobusingye koby kody koech koen kofi kojo komal kondwani konrad konstantin konstanty kooper
korku kornel kornelia kosi kosiso kostas krasimir kreshnik kripa kris krish krishan krishna krishnamaya krishnan
kristaps kristen kristi kristian kristin kristina kristine kristopher krunal krupa krysia krystian krystyna krzysiek
krzysztof ksawery ksenia kuba kubra kuda kudakwashe kudzai kudzanai kudzi kujo kujtim kukua kulbir kuldeep kuldip
kuljit kulsum kulvinder kulwant kulwinder kumari kumud kun kunal kundai kunle kurt kusum kwaa kwabena kwabia kwabla
kwadwo kwagala kwaku kwame kwamena kwasi kweku kwesi kwezi kwok kyan kylan kyle kylie kyomuhendo kyra lacey lachlan
lacie lacramioara ladan ladi lahiru laiba laila laima lakhbir lakhvir lakhwinder lakshman lakshmi laleh lalit lalita
lamin lan-anh lana lanfen lanre lanying laoise lara larisa larissa larry lars lasma laszlo lata lateef latif latifa
latifat latoya laura lauren laurence laurent laurentiu laurie lavanya lavinia lawrence laxmi layan layla lea leah
leander leandro leanne lech lee lee-anne leela leena leia leigh leighann leighanne leighton leila lekha lekshmi len
lena lenka lennie lennox lenny lenora leo leon leona leonard leonardo leonie leonor leonora leontina leopold lerato
leroy les lesley leslie lesya leszek leszko leticia letitia lettie levent levente levi lewis lexi lexie leyla li-hua
lia liam liang lianne liaqat liara liban libby libin lidia liezl lihua liji lijo lijuan lila lilia lilian liliana
liling lillian lillie lily-mae lina linda lindani lindiwe lindsay lindsey linette ling linh linlin linsey linu linus
lionel liqin lisa lise lissy litty liu liubov liudmila liv liviu livvy liwei liwia lixia liya liz liza lizzie
ljiljana lleucu llewellyn llinos llio lloyd llyr lochlan logan lois loki lola lolade lolita londiwe long-an lorcan
loredana lorelei lorena loretta lorna lorne lorraine lorrie lotte lottie lou lou-lou louie louis louisa louise
lourdes lourenco lovemore lowri loyd loz lozza luana lubna lubomir lubos luc luca lucas lucia lucian luciana lucica
lucie lucien lucille lucinda lucio lucja lucrezia lucy lucyna ludmila ludo ludovic ludwig ludwik ludwika luella
luigi luis luisa luiz luiza luka lukasz luke lulu lulzim luminita luned lungile luqmaan luqman luther luwam luz
luzviminda lwazi lydia lyds lyla lylah lyle lyn lynda lyndon lynette lynn lynne lynsey lyubov lyudmila maa maame
maariyah mabel mac macca maci macie maciej maciek mackenzie macsen macy madalena madalina maddi maddie maddison
maddox maddy madeleine madeline madge madhav madhavi madhu madhur madhuri madiha madison mads maduabuchi madz mae
maeve mafalda magda magdalena maggie magnus mags magz mahad maham mahdi mahendra mahesh mahima mahin mahira
mahjabeen mahmood mahmoud mahnaz mahnoor mahsa mahtab maia mair maire mairead mairi mairin maisam maisey maisie
maisy majella majid makafui makeda makena makinde maks maksim maksym maksymilian mal malachi malachy malaika malak
malcolm malgorzata malgosia mali malia malik malika malini malith malka malkit mallory malti malvern malwina mamadou
mamadu man-kit man-yee manasi manav mandana mandeep mandip mandira mandla mandy mandz manfred manhas maninder
maninderjit manish manisha manjeet manjinder manjit manju manjula manjusha manmohan manoel manoj manon manouchehr
manpreet mansi mansoor mansur manu manuel manuela manvir manzoor maolisa mara marc marcel marcela marcelin marcelina
marcella marcelo marcia marcin marcio marco marcos marcus mared marek marg margaret margarida margarita margery
margo margot marguerite maria mariah mariam mariama marian mariana marianna marianne mariano maribel maribeth
maricel maricica marie marie-anne marie-claire mariia marija marijana marika marilena marilou marilyn marin marina
mario marioara mariola marion maris marisa marisol marissa marit marites marius mariusz marivic mariya mariyam
mariyana marj marjorie marketa marko markus marlene marley marlon marlowe marmaduke marnie marsali marsha marta
martha martin martina martyn martyna marvin marwa marwan mary mary-ann maryam maryamu maryann maryla marysia
marzanna marzena marzieh masako masood masoud massimo masud masuma mateo mateus mateusz matheus mathew mathieu
mathilda mathilde matias matilda matilde matt matteo matthew matthias mattia mattie matty maud maude maura maureen
maurice mauricio maurizio mauro mavis mawuli mawunyo maxamed maxim maxime maximilian maximus maxine maxwell maya
mayank maysa mayur mayuresh mayuri maz mbabazi mbali mckenna mckenzie meabh meadhbh mebh medi meena meenakshi meenal
meera meg megan megha mehdi mehmet mehmood mehran mehrdad mehreen mehret mehri mehul mehwish mei mei-ling meic
meifeng meihui meilin meiling meilir meinir meirion meixiang meiying mekdes melanie melek meleri melinda melissa
melodie meltem melvin melvyn menachem mendel meng mengqi mengyao menna mensah mercy-mol meredith mererid merin merle
merlinda meron merryn mersiha mert merve mervyn mesut metin meurig mevlut mia micah michael michaela michal
michalina michas micheal michele michelle michiko mick mickey midhun mieczyslaw mieszko miguel mihaela mihai mihail
mihaylo mikayla mike mikey mikhail miklos mikolaj milagros mildred milena milica milind millicent millie millie-mae
milly millz milo milorad milos miloslav milosz milton mimoza min-jun mina minahil minal mindaugas minesh ming
minghua mingmei mingzhu minh mini minka minnie minty mira miranda mircea mireille mirela miriam miriro mirjana
mirjeta mirko miroslav miroslava miroslaw miroslawa mirsad miruna misbah mitch mitchell mitesh mithun mitra mitul
miyuki mladen mobeen modou modupe moeen mohamad mohamed mohammad mohammed mohamud mohan mohd mohinder mohini mohit
mohsan mohsin moira moises mojgan moji mojisola moll mollie molly mona monica monifa monika monique monserrat monty
morag morayo morenike morfudd morgan morgana morowa morteza morven morwenna moses moshe mosunmola motunrayo moyosore
mpho mthunzi muazzam mubarak mubashir mubeen mudasir mudassar mughal mugur muhamed muhammad muhammed muhsin muhumuza
muireann muirne mujahid mukarram mukesh mukhtar mukta mukul mukund mulki mulugeta mumbi mumbua muna munashe muneer
mungo munir munira munya murat murdina murdo muriel murray musa mushtaq mustafa mustapha mutheu muthoni mutsa
mutsawashe muyiwa muzammil mwangi mwende mwikali my-linh mya myah myfanwy mykhailo mykola mylene myles mylo myra
myrddin mzwandile naa naana nabeel nabil nabila nabirye nada nadav nadeeka nadeem nader nadezhda nadia nadim nadine
nadir nadira nadisha nads naeem nafees nafisa nafisat naheed nahid nahla naila naima najeeb najib najibullah najma
najmo nakato nakul nalan naliaka namugga namutebi nana nancie nancy nandi nandini nandita nanjala nankya nantongo
naoise naoko naomi narayan narendra narendrasinh naresh narges narinder naseem naser nasim nasimiyu nasir nasra
nasreen nasrin nasser nat natalia natalie nataliia natalija natalya natan natasha natasza nath nathalie nathan
nathaniel natnael natty natz nauman navdeep naveed naveeda naveen naveena navid navin navjot navneet nawal nawaz
naya nayab nazan nazanin nazar nazia nazifa nazir nazish nazli nazma nazmin ndidi ndubuisi nduka neal nebojsa necati
ned neel neelam neema neena neeraj neerja neeta neetika neetu neha neil nekesa nela nell nellie nelson nelu nenad
nengi nenita nermina nerys nesrin nessa netsai nettie nev neve neville nevin ngoc ngonidzashe ngozi nguyet nhamo
nhung nhyira nia niall niamh nichola nicholas nicki nicks nicky nico nicola nicolae nicole nicoleta nicolo nicusor
nida nidhi niels nige nigel nighat nihal nik nikechi nikhil nikita nikki nikodem nikola nikolai nikolas nikolay
nikos nikunj nilam nilanthi nilay nilesh nilgun nilima nilmini niloufar nils nima nimal nimali nimco nimesh nimfa
nimisha nimo nimra nina ning niraj niranjan nirav nirmal nirmala niroshan nisha nishant nishanthi nishit nita nithin
nitin nitisha niwagaba niyah njeri njoki njoroge nkechi nkechinyere nkem nkiru nkiruka nkosana nnamdi nneka nnenna
nnenne noa noah noel noeleen noelle noemi noemie nokuthula nollaig noma nomalanga noman nomathamsanqa nomathemba
nombeko nomsa nomvula non nonhlanhla nonso nontobeko nonye noor nooreen noorjahan nora norah norbert noreen noriko
norma norman nosheen noshin nosipho nothando noxolo nozipho nozizwe nqobile ntombi nuala nuku numan nuno nupur nura
nuray nurcan nurten nusrat nuwan nwamaka nyaboke nyambura nyanchama nyaradzai nyaradzo nyarai nyasha nyawira nylah
nyokabi oaklynn oana oanh obaa oberon obi obiageli obinna obioma obiora ochieng octavia octavian octavio odette
odhran odile odin odunayo ofelia ogechi ogechukwu ogonna oisin ojas ojasvi okechukwu okey okon oksana okwudili ola
olabisi olabode olaide olajide olakunle olamide olanrewaju olatunde olatunji olawale olayinka ole oleg oleh olek
oleksandr oleksandra oleksii olena olenka olga olgierd olha oli olimpia oliver olivia olivia-rose olivier oliwia
oliwier ollie olly olu oluchi olusegun oluseyi olusola oluwadamilola oluwafemi oluwakemi oluwaseun oluwaseyi
oluwatobi oluwatosin oluwatoyin oluwole olwen omair omar omari omer omid omobola omolade omolara omotayo omotola
omotoyosi ondrej onome onur onyango onyeka onyekachi onyema onyinye oona opeyemi ophelia oran oren orfhlaith orhan
ori orin orla orlagh orlaith orlando orobosa orsolya orson ortansa osagie osama osaro osarumen osas osaze oscar osei
osian osita oskar osman ostap osvaldo oswald oswaldo oswin othman otieno otilia otis ottie ottilie otto ouma ousman
ovidiu owain owen oyebanji oyin oyindamola oyinkansola ozan ozge ozgur ozlem paa pablo paddy padma padmini padraic
padraig paidamoyo paige pak palak pallavi palwasha pam pamela panagiotis panashe panayiotis pankaj paola paolo parag
paramjeet paramjit paresh parisa parmeet parminder parminderjit parmjeet parmjit parmod parth parul parvati parveen
parveena parvez parvin parviz parwin pasang pascal pascale pascoe patience-joy patrice patricia patricio patrick
patrycja patryk patsy patti patty paudie paul paula paulina pauline paulo pavan pavel pavla pavlina pavlo pawan
pawel pawelek payal peadar pearse pedro peej pegah peggy peijing pelin pemba penelope peng penn percival percy
peregrine perla perry pervez petar pete peter petr petra petre petrica petrisor petro petronela petru petula petya
peyman phelim phil philip philippa philippe phillip phillipa philomena philomina phoebe phoebie phoebs phuc phumzile
phuong phyllis piero pierre piers pietro pilar pinar piotr piotrek pippa pips pixie piyush plamen polina polly pooja
poonam poornima poppy-rose portia pouya prabha prabhat prabhdeep prabhjot prabhu pradeep pradeepa pradip pragna
pragya prakash prakriti pramila pramod pranav pranay prasad prasanna prashant pratap prateek pratibha pratik pratima
praveen praveena pravin pravina predrag preet preethi preeti preetinder prem prerna presley princeton princy
priscilla pritam priti pritpal priya priyanka priyanshi priyantha priyesh proinsias prudence przemek przemyslaw puja
punam puneet punita purnima purvi pushpa qadeer qadir qais qaiser qasim qi-hua qian qiang qiao qiaoling qin qing
qingling qiu qiuyue quang quentin quincey quincy quinn quoc quynh raashid rabbie rabia rabindra rabiya rach rachael
rachana rachel radek radha radhika radim radka radoslaw radostina radovan radu raelene rafael rafaela rafal rafalek
rafe raff rafferty rafiq rafiqul raghav raghu raghunath raheel raheela raheem rahel rahim rahima rahma rahman
rahmatullah rahul raife raimundo rainer rajan rajani rajat rajbir rajdeep rajeev rajendra rajesh rajinder rajiv
rajni rajnish rajshree raju rajvinder rajwinder rakesh rakhi raksha ralph ralphie raluca rama raman ramatoulaye
ramesh rameshbhai rameshwar ramila ramin ramiro ramla ramneet ramnik ramon ramona ramsay ramunas ramzan rana ranbir
randolph rani rania ranjana ranjeet ranjit ranulph raoul raphael raquel rasaq rasheed rasheedat rashid rashida
rashidi rashmi rasool ratko raul ravi ravinder ravindra ravindran raymond raza razia razvan reanne rebeca rebecca
rebekah rebs rebwar recep redmond reece reema reena reeva reggie regina reginald rehan rehana rehman rehmat reinhard
reji rejimol rejoyce reka rekha remi remus remy remya renata renate renato rene renee renjith renu renuka renz reon
resham reshma reshmi reuben rex reynaldo reza rhea rhett rhian rhianna rhiannon rhoda rhodri rhona rhonda rhuaridh
rhun rhydian rhys ria riad ricardo riccardo richard richie rick ricki rickie ricky rida riddhi ridley rifat rihana
rihanna rimantas rimsha rincy rinu rishi risikat rita ritesh ritu rivka riya rizal rizwan rizwana rizza robbie robbo
robel robert roberta roberto robin robina robs robyn rocco rochel rochelle rocio roddy rodel roderick rodica rodney
rodolfo rodrigo rogelio roger rogerio rohan rohini rohit roise roisin rojin roksana roksolana roland rolando rolf
rollo romain romana romeo romilly romina rommel romulus romy ron rona ronald ronaldo ronan rong ronghua ronnie roop
roopa rosa rosaleen rosalie rosalina rosalind rosalinda rosalyn rosamma rosamund rosanna rosanne rosario rosco
roseanne roselyn rosemarie rosetta roshan roshini roshni rosie rosina ross rotimi roux rowena roxana roxanne roxie
roxy roy roya royce royston roza rozalia rozerin rozina ruadhan ruairi ruaridh ruben rubie rubina ruby-mae ruchi
ruchika ruchita rudairo rudo rudra rudy rueben rufaro rufus rukayat rukhsana rukhsar ruksar rumana rumaysa rumbi
rumbidzai rumen rune ruolan ruoxi rupa rupal rupali rupert rupinder rupinderjit ruqaya ruqayyah rushil ruslan russ
russell ruta rutendo ruth ruud ruvarashe ruvimbo ruwan ruxandra ryan ryley ryszard saad saajid saba sabeeh sabeena
sabin sabina sabir sabita sabri sabrin sabrina sachi sachin sachini sachithra sadaf sade sadhana sadhbh sadia sadie
sadiq saeed safa saffy safia safiya safiyyah safwan sagal sagar sahar sahil sahra sahro saif saifullah saima saira
sajan sajeev sajid sajida sajjad sakina sakinat sakshi sakura salah saleem saleh salena salim salima sally salma
salman sals salvador salvatore sam saman samantha samanthi samar samarth samatar sameena sameer samia samina samir
samira samit samita samiya samjhana samkelo sammi sammy samson samuel sana sanaa sanaullah sanaz sanda sandamali
sandeep sandhya sandip sandor sandra sandrine sandro sanduni sanele sangeeta sangita sanja sanjana sanjay sanjaya
sanjeev sanjeeva sanjeewa sanjit sanjiv sanjog sanjukta sanne santiago santokh santosh sanu saoirse sapna saqib
saqlain sara sarabjit sarah saraswati saravanan saravjit sarbjit sare sarfraz sarika sarita saritha sarmila saroj
saroja sartaj sarvesh sarwar sasha saskia sathya satinder satish satnam satoshi satvinder satwant satyam saul
saurabh saveta savita savitri saynab saz scarlett scott scotty sead seamus sean seb sebastian sebastiao sebby sedat
sedef sedem seema segun sehrish selam selamawit selasie selcuk selena selim selina selma selorm selwyn sema semhar
semra senad senait senan senga sepideh serap serdar seren serena sergei sergey sergio sergiy serhat serhii serhiy
serkan serwaa setareh seth seun seval sevda severine severino sevgi sevil seweryn seyda seyi shaan shabana shabbir
shabir shabnam shadi shafaq shafiq shafiullah shagufta shah shahab shahbaz shaheen shaheena shahid shahida shahin
shahla shahnaz shahram shahriar shahrzad shahzad shailesh shaista shaji shakeel shakil shakira shakirat shakti
shalini shalu shama shamaila shamim shamima shamiso shamsa shamso shanaz shane shanelle shania shanice shaniqua
shannon shanshan shanta shantanu shantelle shanti shantilal shar sharad sharan sharda sharif sharmila sharon sharron
shashank shashi shashikala shaun shauna shaunak shawn shay shayne shaz shazia shazza shea shea-lynn sheeja sheelagh
sheena sheetal sheeza shehnaz sheida sheila shelagh shelby sheldon shelley shelly sheraz sheree shereen sherelle
sheridan sherin sherise sherly sherri shez shibin shibu shijo shilpa shilpi shingai shingirai shiny shira shireen
shirin shirley shital shiv shivali shivam shivangi shivani shlomo shmuel shoaib shobha shola shon shona shoshana
shpresa shraddha shreya shreyas shrikant shrishti shruti shu shubham shufen shukri shukria shuvai shuzhen shwan
shweta shyam shyni siamak sian siavash sibel sibi sibongile sibongokuhle sibusiso siby siddharth sidney sidra
siegfried sienna sifiso sigrid sijo sikiru silas sile silke silvana silvia silvica silvija silvio silviu simao simba
simbarashe simbisai simeon simi simin simisola simo simon simona simone simran simranjit sina sinan sincy sindhu
sinead sini sinu siobhan siobs sion sioned siphiwe sipho siphokazi sirwan sisira sita sitara sithembile sitsofe siu
siu-ming siun siwan siyabonga siyu sizwe skender skye skyla slavica slawek slawomir slobodan smiffy smita smitha
smithy smriti sneha snehal snezana snezhana snigdha sobia sodiq sofia sofie sohaib sohail sohan soheila soji sola
solange solape soledad solomiia solomon solveig somto sonal sonali sonam songul sonia sonja sonny sonu sonya sooraj
sophia sophie soran soraya sorcha soren sorie sorin sorina sorinel soumya sourav sousan soya sparky spencer spozhmai
spyros srdjan sridhar srinath srinivas srinivasan sruthi stacey stacy stan stanislav stanislaw stanislawa stanley
stasiek stavros stefan stefania stefanie stefano steff steffan stelian stelica stelios stella steluta stenia steph
stephane stephanie stephen steve steven stevie stevo stewart stoyan struan stu stuart suada suat subash subhan
subhash subramaniam sucdi sucheta sudarshan sudeep sudesh sudha sudhir sue-ann sufyan suhail suhayla suja sujata
sujatha suji sujit suk-yee sukhbir sukhdeep sukhdev sukhi sukhjinder sukhjit sukhmani sukhpreet sukhraj sukhvinder
sukhwant sukhwinder sukran sulaiman sulaimon sulakhan sule suleiman suleyman sultana sumaira suman sumaya sumayyah
sumeet sumi sumit summaya summer-rose sunaina sundar sunday-joy sundeep suneet sunil sunita suraj surbhi surendra
suresh surinder surjeet surjit suryakant susan susana susanna susannah susanne sushant sushila sushma sushmita susie
suvarna suyin suz suzanne suzette suzi suzie suzy sven svenja svetla svetlana svitlana swaran swarn swaroop swati
sybil syed sylvain sylvester sylvia sylvie sylwester sylwia szabolcs szilvia szymon tabassum tabby tabitha tadek
tadeusz tadhg tadiwa tafadzwa taha tahir tahira tahmina tahsin taiba taiwo tajinder tak-wah takashi takeshi takudzwa
takunda takura talha tali talia tallulah tally talvinder talya tamara tamas tambudzai tamika tamim tammy tamsin
tamuka tanaka tanatswa tanesha tania tanisha tanmay tanuja tanveer tanvi tanvir tanya tanz taofeek tapan tapfuma
tapiwa tara taran taraneh taranjit taras tare tari tariq tariro tarkan tarlochan taro tarquin tarrant tarun tasawar
tash tasha tashy tasneem tasnim tate tatenda tatiana tatjana tatsiana tatyana tauseef tawana tawanda tayfun tayla
taylor tayo tayyab tayyaba ted teddie teddy teegan tegan tegwen tehmina tehseen tejal tejan tejas tejinder tejumade
teleri telma temel temi temilade temiloluwa temitayo temitope tendai tendekai teniola tenisha tenzin teo teodor
teodora terence tererai teresa teresita tereska tereza teri terrence terri terry tesfaye tess tessa tessy tetiana
tetyana tewodros tez thabiso thabo thaddeus thalia thamsanqa thanasis thandeka thandekile thandi thandiwe thanh
thanuja thao tharindu thea thelma themba thembi theo theobald theodora theodore theodoros theon theresa therese
thiago thibault thien thierry thies thilini thokozani thokozile thom thomas thora thorsten thulani thushara thuy tia
tiago tiana tiberiu tibor tichaona tien tiernan tiff tiffany tigist tihomir tiji tilda tillie tilly tim timea timmy
timothy tina tinashe tincuta tincy tingting tinh tinotenda tintu tinu tirion titi titilayo titilola toan tobenna
tobes tobi tobias tobie tobiloba toby tochukwu todd todor tofara tolani tolga tolu tolulope toluwani tom toma tomas
tomasz tomek tomiwa tommaso tommy tomos tonderai tones toni tony tonya tope tori torin torquil torsten tosan tosia
tosin tovah toyin tracey tracie tracy traian tram trang travis treasa tremaine trev trevor tricia trilok trina trinh
tripti trish trisha tristan tristram troy truc trudie trudy trung trupti trystan tsitsi tsungai tsungirai tsvetan
tsvetelina tsz tsz-ching tuan tuathal tudor tudur tugba tumwebaze tuncay tunde tunji turgut turkan tushar tusiime
tuyen tuyet twm tyla tyler tymon tymoteusz tyreece tyreke tyrell tyrelle tyrese tyrone tyson tzipora ubah ubaid uche
uchechi uchechukwu uchenna uday udo uduak ufuk ugo ugochi ugochukwu ugonna ugur ujjwal uju ukamaka uloma ulrich
ulrike ultan ulunma ulysses uma umaima umair umang umar umberto umesh umit umme una unyime upasana upinder upul
urmila urooj ursel ursula urszula urvashi urvi usama usha usmaan usman uthman utkarsh uwakwe uwe uwem uzair uzma
uzoamaka uzoma vaclav vadim vahid vaibhav vaishali vaishnavi valbona valdemar valentin valentina valentyn valentyna
valeria valerica valerie valeriu valon van-anh vandana vanessa vania varinder varsha varun vasant vasco vasil vasile
vasilica vasilis vassiliki vasu vasyl vasylyna vaughan veena veit velma venkat vera verity verna vernon veronica
veronique veselin vesna vibha vicente vick vicki vickie vicky vidhi vidhya vidya viet vijay vijaya vikas vikash
vikki vikram vikrant viks viktor viktoria viktorija vilma vimal vimbai vimbiso vimla vinay vinaya vince vincent
vincenza vincenzo vineet vineeta vineeth vinh vinita vinitha vinnie vinny vinod violeta viorel viorica vipin vipul
viral virender virendra virginia virginie vishakha vishal vishnu vita vitalij vitaliy vitaly vitor vittoria vittorio
viv vivek vivi vivian vivien vivienne vjekoslav vjosa vlad vladimir vladimira vladislav vladut vladyslav volkan
volodymyr vongai vrinda vuyo vytautas waceke wacera waclaw wadzanai wafa wafula waheed wahid wahidullah wai-ling
wai-yee wairimu wajid waldemar waleed wali walid wallace walt walter wambui wanda wangari wangeci wangui wanja
wanjiku wanjiru wanza waqaas waqar waqas warda warsan waseem wasim wasiu wavinya wayne wei weihong weijie weimin
weiwei wekesa wen wendy wenjing wenling wenyan werner weronika wesley whitney wiesia wieska wieslaw wieslawa wiktor
wiktoria wilbur wilf wilfie wilfred wilfredo wilhelmina willa willem william willie willis wilma wilson wim wing-yan
winifred winnie winnifred winston winta wioletta witold wladyslaw wlodzimierz wojciech wojciecha wojtek wolfgang
woodrow worlanyo wyatt wyn wynne xaawo xander xanthe xavi xavier xhevahire xhevdet xian xiang xiao xiaobo xiaodan
xiaofeng xiaohong xiaohui xiaojing xiaoli xiaolin xiaoling xiaomei xiaoming xiaoping xiaotong xiaowei xiaoyan xiaoyu
ximena xin xinyi xinyu xinyue xiu xiulan xiuying xiuzhen xolani xuan xue xueling yaa yaaba yaakov yadvinder yael
yago yahya yakubu yalda yamini yana yanmei yann yannick yannis yanting yanyan yaoting yaqub yaroslav yaroslava yasar
yaseen yash yashoda yashvi yasin yasir yasmeen yasmiin yasmin yasmina yasmine yasser yat-sen yavuz yaw yawen yayo
yayra yaz ye-hua yee-man yehuda yejide yelena yeliz yemi yemisi yetunde yeukai yevgeny yevhen yewande yiannis yichen
yifan yihan yildiz yilmaz ying yingjie yingying yinka yinusa yiorgos yitzchak yogesh yogita yohannes yoko yolanda
yomi yonas yong yongkang yordan yordanka yorick yossi younes younis younus yousaf yousef youssef yousuf yuan yucel
yuchen yuhan yuk-ling yuki yuko yulan yulia yuliia yuliya yumi yuming yun yunfeng yunus yuri yuriy yurub yusef yusra
yusuf yusufu yuting yutong yuvraj yuxuan yuying yuzhen yves yvette yvonne zaahid zabihullah zac zach zachariah
zachary zack zahara zaheer zahid zahida zahir zahra zaid zaida zain zaina zainab zainabu zainul zak zakaria zakariya
zaki zakia zaman zamzam zander zandile zanele zaneta zara zareena zarmina zawadi zayd zayden zayn zaynab zaynah zaz
zbigniew zbychu zbyszek zdenek zdenka zdravko zdzicha zdzislaw zdzislawa zeba zedong zeel zeenat zeeshan zeinab zeke
zeki zelda zeljko zena zenon zenovia zeray zerrin zev zewdu zexi zeynab zeynep zhang zhao zhen zheng zhengyu
zhenzhen zhi zhihao zhila zhivko zhiwei zhiyuan zhou zibusiso ziggy zihan zikora zinhle zion zita zixin zixuan ziyi
zlatka zodwa zoe zoey zofia zohaib zohra zohreh zola zoltan zongying zoran zoriana zorica zosia zsofia zsolt zubaida
zubair zuberi zuhaib zuhal zukiswa zulaikha zulekha zulfiqar zulmira zunaira zuri zuzana zuzanna zvichanaka
zvikomborero zygmunt
""")
"""Names that are no ordinary word of a ward: each is a name in any case."""

WORD_NAMES = words("""
addison al alam alexa alma amal amber angel anh april archer ariel art ash asia august aurora austin bal basil bea
beauty bill bishop blessing brighton brilliant brooke buddy candy carol carolina carter cat chad chance charity
chase chelsea cherish cherry chester christian clay cliff colt comfort coral crystal daisy dal dale dawn dee destiny
dev dick don dot drake drew duke dusty earl ed eve faith fang favour fern flora florence ford fox frank fraser
freedom gabby gay gen gene georgia gift ginger gladness glen godsgift godwill goodness grace grant gus guy happiness
harmony harper hazel heath heather hema hiba holly honey hong hope hua hui hunter imam ina innocent ira iris israel
ivory ivy jack jade jai jan jasmine jean jet jin jordan joss joy jun june justice kai kay kent king kit kitty lan
lance laurel lawson lei lilly lily lin lincoln lorenzo love lucky mai mala mark mason max may may-ling mel melody
memory mercedes mercia mercy merlin merry milan miles mimi misty mo montgomery myrtle nan nick noble norm nova nur
olive om param pardon parker pat patience peace pearl penny ping poppy porter praise precious preston primrose
prince privilege progress promise prosper raj raja ram randy ray reed reg rejoice rich rob rod roma roman rory rose
rosemary rowan ruby rusty sabah saffron sandy savannah sawyer scout shan shell sherry sid star sterling stew
stirling sue summer sunny sydney tam tan tidings trace trinity trix trust val valentine vic victor victoria viola
violet wade wale warren wellington will willow willy wisdom woody xia yan yang yin yu
""")
"""Names that are ordinary words or places too ("Will", "Hope", "Jordan"): names only where the sentence says so."""
