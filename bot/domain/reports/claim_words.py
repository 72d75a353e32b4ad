"""The words of claim codes: 7,776 short English words, written down for this product, in alphabetical order.

Unkind and clinical words are left out, and so are words that sound like another one or are a form of another one.
The order is part of every code that was given out: add none, take none away.
"""

_LIST = """
abacus abbey ability able aboard about above abroad absorb abstract abundant academy accent accept access acclaim
account accuracy acorn acre acrobat across action active actor actress actual adapt add address adept adhere adjacent
adjust admiral admire admit adobe adopt adorn adrift adult advance adverb advice aerial afar affair affirm afford
afloat aft again agate age agency agenda agent agile ago agree ahead aim airbag airbed airborne airbrush aircraft
aircrew airfield airflow airhead airlift airline airlock airmail airplane airport airship airspace airspeed airstrip
airtight airwave airwoman airy ajar album alcove alder alert alfalfa algae algebra alibi alight align alike alive
alley alliance allow alloy almanac almond almost aloe aloft alone along alongside aloud alpaca alphabet alpine
already also alto always amaze amber ambition amble amend ample amplify anagram analogy anchor anchovy ancient and
android anemone angle animal animate anklet annex announce annual another answer anteater antelope antenna anthem
anthill antler anvil anybody anyhow anyone anything anyway apart aphid apologise apparel appeal appear applaud apple
appliance appoint approach apricot april apron apt aqua aquarium aquatic arable arbour arcade arch archaic archduke
archive arctic ardent area arena arise ark armada armband armchair armful armour armrest aroma around arrange array
arrival arrive arrow arrowhead artefact artful article artist arts artwork ascend ascent ash ashore ashtray ask
asleep aspect aspen asphalt aspire assemble assent asset assign assist assume assure aster asteroid astound astride
astronaut astronomy athlete athletic atlas atom attach attain attempt attend attest attic attire attract auburn
auction auctioneer audience audio audit august aunt aurora author autograph automatic autopilot autumn avail
avalanche avenue average aviary aviator avid avocado avoid await awake award aware away awesome awhile awning axe
axiom axis axle axolotl azalea azure babble baboon babysit backbone backdrop backfire background backhand backing
backlog backpack backrest backroom backside backstage backstop backtrack backup backward backwater backyard bacon
badge badminton baffle bagel baggage bagpipe baguette bailiff bait bakehouse balance balcony ballad ballerina ballet
ballgame balloon ballot ballpoint ballroom balsa bamboo banana bandana bandstand bandwagon bandwidth bangle banister
banjo bank bankbook banknote banner banquet bantam banter banyan barbecue barber bard bareback barefoot barge
baritone barley barman barn barnacle barnyard barometer baron barrack barrage barrel barrier barrister barrow
bartender barter base baseball baseline basement bashful basic basil basin basis basket bass bassoon bathmat bathrobe
bathroom bathtub baton batter bauble bayonet bayou bazaar beachfront beachhead beacon bead beagle beaker beam bean
beanbag beanpole beanstalk bearing bearskin beaver because become bedding bedrock bedroom bedside bedtime beefsteak
beehive beekeeper beekeeping beeline beermat beeswax beetle beetroot before befriend begin begonia behave behind
beige belfry belief believe bellows belong below belt bench beneath benefit beret beside better between beverage
beyond bicker bicycle biennial bifocal bigger bigwig bike bilberry bilge billboard billet billfold billow binary bind
bingo biology biplane birch birdbath birdcage birdfeeder birdie birdseed birdsong birthday birthstone biscuit bison
bistro bitten bivalve blackbird blackboard blackcap blacksmith blackthorn blade blanket blast blastoff blazer blend
blimp blink bliss blizzard block blockade blog bloom blossom blouse blowhole blowpipe blubber blue bluebell blueberry
bluebird bluebottle bluegrass blueprint bluetit blurb blush boarding boardroom boardwalk boat boathook boathouse
boatman boatswain boatyard bobbin bobble bobcat bobsleigh bobtail body bodyguard bohemian boil bolero bollard bolster
bonanza bonfire bongo bonnet bonnie bonus bookbinder bookcase bookend booking bookkeeper booklet bookmaker bookmark
bookrest bookseller bookshelf bookshop bookstall bookstore bookworm boom boomerang boomtown boost bootlace border
borrow botany both bottle bottleneck bounce bound bouquet boutique bowl bowline bowman bowsprit bowstring box boxcar
boxroom boxwood boyhood boyish bracelet bracken bracket braid bramble branch brand brandish brass brave bravery bravo
brawny breadboard breadcrumb breadfruit breadth breaker breakfast breakwater breath breathless breeze brew briar
brick brickwork bride bridegroom bridesmaid bridge bridgehead brief briefcase brigade brigadier bright brilliant brim
brimstone brine bring brioche brisk brisket bristle broad broadband broadcast broadleaf broadside broccoli brochure
brogue bronze brooch brook broom broomstick broth brow brown brownie browse brunch brush brushwood bubble bucket
bucketful buckle buckwheat bucolic bud budget buffer buffet bugle build buildup bulb bulk bulkhead bulldozer bulletin
bullfinch bullfrog bullhorn bullock bullpen bullrush bullseye bumblebee bump bunch bundle bungalow bungee bunker
bunny bunting buoy buoyant burgundy burlap burrow burst bus busboy bush bushel bushland business busker busload
bustle butler butter buttercup butterfly buttermilk butternut button buttonhole buttress buyer buyout buzz buzzard
bygone byline bypass byroad bystander byway cabaret cabbage cabdriver cabin cabinet cable cabman cactus cadence cadet
cafe cafeteria calamine calculate calculator calendar calf calico caller calm calorie camcorder camel camellia cameo
camera camouflage camp campaign campfire campground campsite campus canal canary candid candle candy canine canister
canned cannery canoe canopy canteen canter canyon canyoneer capability capable capacity cape capital capsize captain
caption captive capture carafe caramel caravan caravel caraway carbon cardamom cardboard cardigan cardinal careen
career carefree careful caress caretaker cargo caribou caring carnation carnival carousel carpenter carpet carpool
carport carriage carry cartilage carton cartoon cartoonist cartridge cartwheel carve cascade cashbook cashbox cashew
cashier cashmere cashpoint casserole cassette castanet castaway castle castor casual catalogue catamaran catapult
catcall catch category cater catfish cathode catkin catnap catnip catwalk cauldron cause causeway caution cautious
cavalier cavalry cavern cavernous caviar cedar cedarwood ceiling celebrate celeriac celery celestial cello celsius
cement census centaur centimetre central centre century ceramic ceremony cerise certain certify chaffinch chain chair
chairlift chairman chalet chalk challenge chamber chameleon chamois champagne champion chance chancellor chandelier
change channel chant chaperone chaplain chapter character charcoal charge chariot charity charm chart chase chatroom
chatter chatty checkered checklist checkmate checkout checkpoint cheddar cheerful cheerio cheery cheese cheesecake
cheetah chef chemistry chequer cherish cherry cherub chess chest chestnut chew chick chicken chickpea chickweed
chicory chief chieftain child childhood chill chilli chime chimney chimp china chinchilla chinos chip chipmunk chirp
chisel chive chocolate choice choose chop choral chorister chorus chowchow chowder chrome chrysalis chuckle chunk
churchyard churn chute chutney cicada cider cinder cinema cinnamon cipher circle circuit circular circus cistern
citadel citation citizen citron citrus city civic civil claim clam clamber clamp clapboard clarify clarinet clarity
clasp class classic classical classify classmate classroom clause clavichord clawhammer clay claymore clean clear
cleaver clef clematis clementine clerk clever clicker cliff climate climb cling clingfilm clinker clip clipboard
cloak clock clockwise clockwork clog cloister close closet closeup cloth cloud cloudburst cloudless clover clown club
clubhouse clucking clue clump cluster coach coast coastguard coastline coat cobalt cobbler cobra cockatoo cockle
cockpit coconut coffee coffeepot cog cogwheel coil coin coinage collage collect collector college collie colony
colour colourful colt columbine column comb combine comedian comedy comet comfort comfy comic comma command comment
commerce commodore common community commute compact companion company compare compass compassion compete competent
compile complete complex compose composite compost compound compress compromise computer comrade concave concept
concert concerto concise conclude concourse concrete concur condense condor conduct conductor confer confetti confide
congress conical conifer conker connect connector conquer conserve consider console constable constant consul consult
contact contain contents contest context continent continue contour contract contralto contrast control convention
converse convert convex convey conveyor convince convoy cook cookbook cookie cookware coolant cooler cooperate
copilot copper coppice copy copyright coral cordial corduroy cork corkscrew cormorant corncob corncrake corner cornet
cornfield cornflower cornmeal cornstarch corona coronation coronet corporal corral correct corridor corsage cosmic
cosmonaut cosmos costly costume cottage cotton cottontail cougar count countess countless country couple coupon
courage courgette courier court courteous courthouse courtroom courtship courtyard couscous cousin coverlet cowbell
cowboy cowgirl cowhand cowshed cowslip coyote crab cradle craft craftsman cranberry crane cranefly crankshaft crate
cravat crawler crayfish crayon cream creamery create creation creative creator creature credible credit crescendo
crescent cress crest crevice crew crewman cribbage cricket crimson crinkle crisp criterion crochet crockery crocodile
crocus crop croquet crossbar crossbow crosscut crossing crosspiece crossroad crosswalk crosswind crossword crouton
crowbar crowd crown crucial crucible cruise crumb crumble crumpet crunch crust crystal cub cube cubic cuckoo cucumber
cuddle cue cufflink cuisine culinary cultivate cultural culture cup cupboard cupcake cupful curator curd curfew
curiosity curious curl curlew curlicue curry cursor curtain curve cushion custard custodian custom cuticle cutlass
cutlery cutlet cutout cuttlefish cyan cyberspace cyclamen cycle cyclist cyclone cylinder cypress dab dabble dachshund
dad daffodil daffy dainty dairy dairyman daisy daisychain dale dally damask damp damson dance dandelion dapper dapple
daredevil daring darkroom darling darn dart dashboard dashing data dateline daub daughter dawdle daybed daybreak
daydream daylight daylily daytime dazzle deacon dealer dealing dearly debate debit debonair debut decade decanter
decathlon december decent decibel decide decimal decipher deck deckchair deckhand declare declutter decorate
decorator decorum decoy decree dedicate dedication deduce deed deep deerskin default define definite deft degree
delegate deliberate delicate delight deliver delta deluxe demand democrat den denim density depart departure depict
depot depth derby descend describe deserve design desire desk desktop destiny detail detect detective determine
detour develop device devise dewberry dewdrop diadem diagonal diagram dial dialect dialogue diameter diamond diarist
diary dictate dictionary diesel differ digest digger digit digital dignity dilemma diligence diligent dilute
dimension dimple dinghy dingle dingo dinner dinnertime dinosaur diocese diorama dip diploma diplomacy diplomat direct
director discern disciple disco discount discover discuss disembark disguise dish dishcloth dispatch dispenser
disperse display distance distant distil district ditch ditto divan diverse divide dividend dock docket dockside
dockyard doctorate dogfish doghouse dogsled dogwood doily doll dollar dolphin domain dome domestic domicile dominion
domino donate donor doodle doodlebug door doorbell doorframe doorknob doorman doormat doorpost doorstep doorstop
doorway dormant dormer dormouse dorsal dot double dough doughnut dovetail down downbeat downhill downland download
downpour downright downsize downstairs downstream downtown downturn downward downwind dowry dozen dragnet dragon
dragonfly dragster drainpipe drake drama dramatic dramatist drape drapery drawbridge drawer drawing drawstring dream
dreamland dress dressmaker driftnet driftwood drill drink drip drive drivetrain driveway drizzle drop droplet dropout
drum drumbeat drumroll drumstick dry drysuit duchess duckbill duckling duckweed ducky duct duet duffel dugout duke
dulcet dulcimer dune dungarees duo duplex duplicate durable during dustbin dustcloth dustpan dutiful duty duvet dwell
dwindle dynamic dynamo dynasty each eager eagle early earmark earmuff earnest earphone earring earth earthbound
earthling earthwork earthworm ease easel easterly eastern eastward easygoing eat eatery eaves eavesdrop ebbing ebony
echo eclair eclipse ecology economy edge edgeways edible edit edition editor educate educator eel effect effort
eggplant eggshell eggwhisk egret eiderdown eighteen eighty either elaborate elapse elastic elder eldest elect
elective electric electron elegance elegant element elemental elephant elevate elevator eleven elf eligible elixir
elk ellipse elm elongate eloquent else elsewhere elusive email embark embassy ember emblem embrace embroider emcee
emerald emerge emigrant emigrate eminent emirate emissary emission emotion empathy emperor emphasis empire employ
emporium empress empty emu enable enamel enamour encase enchant encircle encode encore encounter encourage endear
endeavour endless endorse endpoint endure energetic energy enforce engage engagement engine engrave engross enhance
enigma enjoy enjoyable enlarge enlighten enlist enliven enormous enough enrich enrol ensemble ensign ensure enter
entertain enthral enthuse entire entourage entrance entreat entrust entry envelope envious envoy epic epilogue epoch
equal equality equation equator equestrian equinox equip equipment era erase ergonomic ermine erosion errand
escalator escarpment escort esplanade espouse espresso essay essence establish estate esteem estimate estimator
estuary etch eternal ethic etiquette eucalyptus eureka evaluate evaporate evening evenly evensong event eventual ever
evergreen everyday everyone everywhere evidence evident evoke evolve exacting examine example excavate exceed excel
excellent except excerpt exchange excite exclaim excursion excuse executive exercise exhale exhibit exhibition exist
exit exotic expand expanse expect expedition experiment expert explain explore exponent export express expressive
exquisite extend extension extent exterior extra extract exuberant eyebrow eyeglass eyepiece eyesight fable fabric
fabulous facade facecloth facet facial fact factor factual faculty fade fairground fairness fairway fairy fairyland
falcon falconry fallow falter familiar family famous fanbase fanciful fancy fanfare fanlight fantail fantastic
fantasy far faraway farewell farm farmhand farmhouse farmland farmyard farsighted fascinate fashion fastball fasten
fathom faucet favour favourite fawn fearless feasible feast feather featherbed feature february federal federation
feed feedback feel feline fellow fellowship felt fence fender fennel fern ferret ferry ferryboat ferryman fertile
festival festive fetch fetlock few fibre fiction fiddle fidget field fieldfare fieldmouse fieldstone fieldwork fiesta
fifteen fifteenth fifty figment figure filament filbert filigree film filmstrip filter filtration final finale
finalist finance financial finch finder finery finger fingertip finish firebird firebrand firefly firelight fireplace
fireproof fireside firetruck firewood firework firm first firth fish fishbowl fishcake fisherman fishery fishhook
fishmonger fishnet fishpond fitness fitting fivefold fix fixture fizz fjord flag flagon flagpole flagship flagstone
flake flamboyant flame flamenco flamingo flannel flapjack flash flashbulb flashlight flask flat flatbed flatboat
flatfish flatlet flatmate flattery flatware flavour flax fleabane fledge fledgling fleece fleet flexible flicker
flight flint flintlock flip flipside float flock flood floodgate floodlight floor floorboard floppy floral florist
flotation flotilla flourish floury flowerbed flowerpot flowery flowing fluent fluffy fluid flurry flute flutist
flutter flyer flyleaf flyover flypast flywheel foal foam focus fog foldaway foliage folk folklore folksong folktale
follow fond fondant fondue foot football footbridge footfall foothill foothold footloose footman footnote footpath
footplate footprint footrest footsore footstep footstool footwear forager forecast forefront foreground forehand
foreign foreleg forelock foreman foremost forerunner foresee foresight forest forestry forever forewarn forge fork
forklift formal format formation formula forthright fortify fortnight fortress fortunate fortune forty forum forwards
foster foundation foundry fountain fourfold fourscore foursome fourteen fox foxglove foxhole foxhound foxtrot foyer
fraction fragile fragment fragrance fragrant frame framework frankly freckle free freebie freedom freefall freehand
freehold freelance freeman freesia freestyle freeway freeze freight frequency frequent fresco fresh freshen
freshwater fretboard fretwork friar friday fridge friend friendship frieze frigate frill fringe frisbee frisky
fritter frizzy frog frogman frogspawn frolic front frontage frontier frontline frost frostwork froth frozen fructify
fructose frugal fruit fruitcake fruitful fruition fryer fuchsia fudge fuel fulcrum fulfil fullback fulltime fun
function fund fundraiser funfair funnel furlong furnace furnish furrow furry further furthest fuselage fusilier
fusion future futuristic fuzzy gable gadfly gadget gadgetry gaggle gaiety gala galactic galaxy gale gallant galleon
gallery galley gallivant gallon gallop galore galvanise gambit gameboard gamekeeper gamma gander gangplank gangway
gannet gantry gap garage garden gardenia gargle garland garlic garlicky garment garnet garnish garrison garter gas
gasket gasworks gateau gatecrash gatehouse gatekeeper gatepost gateway gather gaudy gauge gauntlet gavel gazebo
gazelle gazette gear gearbox gearshift gearwheel gecko gem gemstone genealogy general generate generator generosity
generous genial genius genre gentle gentleman genuine geography geologist geology geometry geranium gerbil gesture
geyser gherkin giant giantess gibbon giddy gift gigabyte gigantic giggle gilded gimmick ginger gingham giraffe girder
girlhood give glacier glad gladiolus glamour glance glare glass glassware glaze gleam glee glide glimmer glimpse
glint glisten glitch glitter gloaming globe glorious glory glossary glossy glove glow glowworm glue gluten glycerine
gnome goal goalkeeper goalpost goatee goatherd goblet goblin godchild godfather godmother godparent gold goldcrest
golden goldenrod goldfinch goldfish goldmine goldsmith golf gondola gondolier gong good goodbye goodnight goodwill
goose gooseberry goosebump gopher gorge gorgeous gorse gosh gosling gossamer gothic gouache gourd gourmand gourmet
govern governor gown grace graceful gracious grade gradual graduate graduation graffiti grain grammar granary grand
grandad grandchild grandeur grandiose grandma grandson grandstand granite granny grant granule grape grapefruit
grapevine graph graphic graphite grasp grass grassland grassroots grateful gratitude gravel gravity gravy graze
greenery greenfield greenfinch greengage greenhouse greenish greenwood greet grenadine greyhound grid griddle
gridiron gridlock griffin grin grind grip gristle grizzly grocer groom groove grosbeak grotto ground groundhog
groundnut groundwork group grove grow growth guarantee guardhouse guardroom guava guess guesswork guesthouse guidance
guide guidebook guideline guild guillemot guinea guitar guitarist gulf gulp gumball gumboot gumdrop gumption gunwale
guppy gurgle guru gust gusto gutter gym gymkhana gymnasium gymnast gymnastics gyroscope habit habitat hacienda
hackney hacksaw haddock haggle haiku hailstone hailstorm hairband hairbrush haircut hairdo hairdryer hairgrip hairnet
hairpin hairspring half halfback halfpenny halfway halibut hallmark hallway halo halogen halter halve ham hamburger
hamlet hammock hamper hamster handbag handball handbell handbook handbrake handcart handcraft handful handgrip
handhold handicraft handiwork handle handlebar handmade handpick handrail handset handshake handsome handspring
handstand handwork handy handyman hangglider haphazard happen happy harbinger harbour hard hardback hardboard
hardcore hardship hardware hardwood harebell harmonica harmonise harmony harp harpist harrier harvest haste hatband
hatbox hatchback hatchling hatpin hatstand haulage have haven haversack hawk hawkish hawser hawthorn hayfield hayloft
haymaker hayrick haystack haywire hazel hazelnut hazy head headband headboard headdress headgear headlamp headland
headlight headline headlong headmaster headphone headrest headroom headset headship headstrong headwater headway
headwind heartbeat hearten heartfelt hearth hearty heather heathland heatproof heatwave heavy hectare hedge hedgehog
hedgerow hefty heifer height heirloom helicopter helipad helium helix hello helm helmet help helpful helpline
helpmate hem hemisphere hemline hemp hence henhouse henna heptagon herald heraldry herb herbal herbivore herdsman
heritage hero heroic heroine heron herring hesitate hexagon hexagonal heyday hibernate hiccup hickory hidden hideaway
highland highlight highway hike hilarious hillside hilltop hindsight hinge hint hippo hipster historian history hitch
hitchhike hobby hobbyhorse hobnail hockey hogwash hoist hold holdall holdup holiday hollow hollyhock hologram
homebound homecoming homeland homely homemade homemaker homepage homespun homestead hometown homeward homework homing
honest honey honeybee honeycomb honeydew honeymoon honorary honour hoodie hoof hoop hooray hoover hop hope hopeful
hopscotch horizon horizontal horn hornbeam hornet hornpipe horoscope horseback horsebox horseman horsepower horseshoe
hose hosepipe hospitable host hostess hotbed hotcake hotel hotfoot hothouse hotplate hotrod hotshot hourglass hourly
houseboat housefly household housework housing hover hovercraft howdy however hub hubcap huddle hue hug huge human
humanity humdinger humdrum humid hummus humorous humour humpback hundred hurdle hurrah hurricane husband husbandry
husk hustle hutch hyacinth hybrid hydrant hydraulic hydro hydrofoil hydrogen hyena hyperlink hyphen iceberg icebox
icebreaker icecap icecream iced icicle icing icon icy idea ideal idealist identical identify identity idiom idyll
idyllic iguana illuminate illusion illustrate image imagery imagine imitate imitation immediate immense immerse
immigrant immune impala impart impartial imperial impetus impish implement imply import important impresario impress
impression imprint impromptu improve improvise impulse inaugurate inbound incense incentive inch incite incline
include inclusive income increase incubate index indicate indigo indoor induce indulge industry inertia infant
infantry infer infinite inflate inform informal infuse ingenious inglenook ingot ingredient inhabit inhale inherit
initial initiate ink inkblot inkpot inkstand inkwell inland inlet inner inning innkeeper innocent innovate input
inscribe insect inshore inside insight insignia insist insole inspect inspector inspire install instance instant
instead instep instinct institute instruct instructor instrument insulate insure intact integer integral intellect
intend intense intent interact intercom interest interface interior interlink interlock interlude internet interplay
interpret intersect interval intervene interview into intrepid intricate intrigue intro introduce intuition invent
inventive inventor invest investment invisible invitation invite invoice involve inward iron ironmonger ironwood
ironwork irrigate island isosceles isotope issue isthmus italic item itemise itinerary ivory ivy jabber jackdaw
jacket jackpot jackrabbit jade jaguar jalopy jamboree janitor january jar jargon jasmine jasper jaunt javelin jaybird
jaywalk jazz jeans jeep jelly jellybean jellyfish jersey jester jetlag jetliner jetstream jewel jig jiggle jigsaw job
jobshare jockey jocular jodhpurs join joint joist joke jollity jolly jonquil jotter jottings journal journalist
journey jousting jovial joy joyful joyous joystick jubilant jubilation jubilee jug juggernaut juggle juice jukebox
julep july jumble jumbo jump jumpsuit junction june jungle junior juniper junket just justice jute juvenile juxtapose
kale kangaroo karaoke karate kayak kebab keel keelboat keen keepnet keepsake kelp kelvin kennel kerchief kestrel
ketchup kettle kettledrum keyboard keyhole keynote keypad keyring keystone keyword khaki kickback kickoff kilo
kilobyte kilogram kilometre kilowatt kilt kimono kin kind kindle kindred kinetic king kingcup kingdom kingfisher
kingpin kinship kiosk kipper kit kitbag kitchen kite kitesurf kitten kittiwake kiwi knack knapsack kneel kneepad
knighthood knitting knitwear knob knock knoll knotgrass knotty knowhow knowledge known knuckle koala kohlrabi
kookaburra krill kudos label laboratory labrador labyrinth lacewing lacework lacquer lacrosse ladder ladle lady
ladybird ladybug ladylike lagging lagoon lair lakefront lakeside lamb lambswool laminate lamp lamplight lampost
lamppost lampshade land landfall landlady landlocked landlord landmark landmass landowner landscape landslide
language languid lanolin lantern lap lapdog lapel laptop lapwing larch larder large largesse lark larkspur lasagne
laser lasso latch late lateral lath latitude lattice laugh laughter launch launder laundress laundry laurel lava
lavender lavish law lawful lawmaker lawn lawnmower lawyer layer layout leader leadership leaf leafage leaflet league
leakproof leap leapfrog learn lease leaseback least leather leave lectern lecture ledge leeward left leftover legacy
legal legend legible legume legwork leisure lemming lemon lemonade lemongrass lemur length lenient lens lentil
leopard leotard leprechaun lettuce level lever leverage levitate liaison liberal liberty librarian library librettist
lichen lick lido lifebelt lifeboat lifebuoy lifeguard lifejacket lifelike lifeline lifelong lifesaver lifestyle
lifetime lift liftoff light lightbulb lighthouse lightship likeable likewise lilac lilting lily limber lime limelight
limerick limestone limit limousine limpet linchpin lineage linear linen linesman linework linger lingo lingual
linguist link linnet linoleum linseed lintel lion lioncub lioness lipstick liquefy liquid liquorice list listen
literal literary literature lithe litmus litre litter little livelihood livestock livewire lizard llama load
loadstone loafer loaves lobby lobbyist lobe lobster local localise locate location lock lockable locket lockout
locksmith locomotive locust lodestar lodge loft log loganberry logbook logic logistics logo lollipop long longboat
longbow longhand longhorn longitude longshore lookalike lookout loop loophole loose loosen lopsided lorikeet lorry
lottery lotus loud lounge lovable love lovebird lovingly low lowermost lowland loyal loyalty lubricate lucid luck
lucrative luggage lull lullaby lumber lumberjack luminosity luminous lump lunch lunchbox lunchtime lungfish lupin
lush lustre lustrous lute luxury lyrebird lyric lyrical lyricist macadamia macaroni macaroon macaw machine mackerel
mackintosh macrame macro madam maestro magazine magenta magic magical magician magistrate magma magnet magnetic
magnify magnitude magnolia magpie mahjong mahogany mailbag mailbox mailman mailroom mainframe mainland mainly
mainsail mainstay mainstream maintain majestic major majority makeover makeshift makeup malachite mallard mallet
mallow malt maltster mammal mammoth manage mandarin mandate mandible mandolin mango mangrove manicure manifest
mankind mannequin manoeuvre mansard mansion mantis manual manuscript many maple mapmaker marathon marauder marble
march margarine margin marginal marigold marimba marina marinade marinate marine marionette maritime mark markdown
market marksman markup marlin marmalade marmoset marmot maroon marquee marquess marquetry marriage marry marsh
marshland marsupial marten martini marvel marzipan mascot mash mason masonry masquerade massive mastermind mastiff
mat match matchbox matchmaker matchstick material matinee matrix mattress mature mauve maximise maximum may maybe
mayfly mayonnaise mayor maypole meadow meadowland meal mealtime meander measure mechanic mechanism medalist medallion
media medieval mediocre medium medlar medley meerkat megabyte megaphone mellow melodious melodrama melody melon
member memento memo memoir memorable memorial memory menagerie mend mention mentor menu merchant mercury merge
meridian meringue merit merlin mermaid merriment merry mesh message metallic metallurgy metalwork meteor meteorite
method metric metro metronome metropolis mezzanine microchip microphone microscope microwave midair midday middle
midfield midland midnight midpoint midship midstream midsummer midterm midtown midway midweek midwinter mighty
migrate mild mileage milepost milestone military milk milkmaid milkman milkshake milkweed millennium millet
millimetre millinery million millpond millstone millwheel mime mimic mince mincemeat mindful mineral mineshaft
minestrone mingle miniature minibar minibus minicab minim minimal minimise minimum mining miniskirt minister ministry
minivan mink minnow minstrel mint minuet minute mirage mirror mirth mirthful mission missive misting mistletoe misty
mitigate mitre mitten mix mixture mnemonic mobile moccasin mode model modem moderate moderation modern modernise
modest modify modulate module mohair moist mojo molasses mollusc molten moment momentum monarch monday money moneybox
mongoose monitor monkey monochrome monocle monogram monolith monologue monopoly monorail monsieur monsoon month
monument moon moonbeam moonflower moonless moonlight moonlit moonrise moonscape moonshine moonstone moorhen mooring
moorland mop moral morale more morello morsel mortise mosaic moss mossland most motel moth motherhood motion motivate
motive motor motorbike motorboat motorcade motorcar motorist motorway motto mound mountain mouse mouth mouthful
mouthpiece movable movement movie mower mozzarella much mud muddle mudflat mudguard mudlark muesli muff muffin muffle
mulberry mulch mule mulled mullet multiple multitude munch mundane municipal mural murmur muscovite museum mushroom
music musical musician musket muskrat muslin mussels must mustachio mustang muttering mutual mycology myriad myrtle
myself mystery mystic myth mythical nachos name namesake napkin narrate narrator narrow narrowboat nasturtium nation
nationwide nativity natter natural naturalist nature nautical navigate navigator navy near nearby neat nebula
necessary neckband necklace neckline necktie nectar nectarine negotiate neighbour neither neon nephew nestbox nestle
netball nettle network neutral neutron never newborn newcomer newfound newly newlywed newscast newsdesk newsflash
newsletter newspaper newsprint newsreel newsroom newsstand newsworthy newt next nibble nice niche nickel nickname
niece nifty nightcap nightclub nightfall nightgown nightlight nightly nightshirt nimble nimbus ninefold ninepin
nineteen ninety ninth nippy nitrogen noble nobody nod node noise nomad nominate nonsense noodle nook noon noonday nor
norm normal north northbound northeast northerly northern northward northwest nose nosebag nosegay nostalgia notable
notation notch note notebook notepad notepaper noteworthy nothing notice notify notion nougat noun nourish novel
novelist novelty november novice now nozzle nuance nuclear nucleus nudge nugget number numeral numerator numerous
nurture nutcracker nuthatch nutmeg nutrient nutrition nutshell nutty nuzzle nylon nymph oak oaken oakum oarsman oasis
oat oatcake oath oatmeal obelisk obey object objective obligation oblige oblong oboe oboist obstacle obtain obvious
occasion occasional occupant occupation occupy occur ocean oceanic ocelot octagon octagonal octahedron octave octet
october octopus oddment odometer off offbeat offcut office offload offset offshore offside offspring offstage often
ohm oilcan oilcloth oilfield oilskin oilstone oilwell oily okapi okay older olive omelette omit omnibus omnivore once
oncoming oneness oneself ongoing onion online onlooker only onrush onset onshore onto onward onyx opal opaque open
opera operate operator opinion opossum opponent opposite optic optician optimal optimism optimist optimum option
opulent oracle oral orange orangeade orangery orangutan orator oratorio orbit orchard orchestra orchestral orchid
ordinary oregano organ organic organise organist organza orienteer origami origin originate oriole ornament
ornamental ornate orthodox oscillate osier osprey ostrich other otter ottoman ought ounce outback outboard outbound
outcome outcrop outdated outdo outdoor outer outermost outfield outfit outflow outgoing outgrow outhouse outing
outlast outlet outlier outline outlook outlying outnumber outpace outpost output outrigger outright outrun outsell
outset outshine outside outsize outskirts outspoken outward outwit oval ovation oven over overall overboard overcast
overcoat overcome overflow overgrown overhang overhaul overhead overhear overjoyed overland overlap overlook overlord
overnight overpass overpower overrule oversee oversize oversleep overstay overstep overtake overtime overtone
overture overturn overview overwrite owl owlet owner ownership oxbow oxeye oxide oxlip oxtail oxygen oyster ozone
pacemaker pacesetter pachyderm pacific pacify pack package packet pact pad paddle paddleboat paddock padlock padre
paella page pageant pagoda paint paintball paintbox paintbrush paintwork palace paladin palate palatial palette
palisade palm palmistry palomino pamphlet panache pancake panda panel panhandle panorama panpipe pansy pantaloons
pantomime pantry papaya paper paperback paperclip papermill paperwork paprika papyrus parable parachute parade
paradise paradox paraffin paraglide paragon paragraph parakeet parallel paramount parapet paraphrase parasail parasol
parcel parchment pardon parish parity parka parkland parliament parlour parody parquet parrot parrotfish parsley
parsnip part partial particle particular partition partner partridge partway passage passbook passenger passer
passing passion passionate passive passkey passphrase passport password pasta paste pastel pastiche pastille pastime
pastor pastoral pastrami pastry pasture patch patchwork patent paternal path pathfinder pathway patio patriot
patriotic patrol patron patronise pattern pave pavement pavilion pavlova pawn pawprint payable paycheck payday payer
payload paymaster payment payoff payout payphone payroll peaceable peaceful peacetime peach peacock peahen peanut
pearly peashooter peatbog pebble pecan pedestal pedestrian pedigree peduncle peeler peephole peewit pegboard pelican
pellet pelt pen pencil pendant pendulum penfriend penguin peninsula penknife penmanship pennant pennyworth pentagon
penthouse people pepper peppercorn peppermint pepperoni perceive percent perch percolate percussion perennial perfect
perfection perform perfume perfumery pergola perhaps period periscope periwinkle perk permanent permit perpetual
persimmon persistent person personal persuade pertain peruse pesto petal petite petition petrel petrify petrol
petticoat petting petunia pewter pharaoh pheasant phenomenon phoenix phone phoneme phonics phosphorus photo photocopy
photograph phrase phrasebook physical physics physique pianist piano piccolo pick pickaxe pickerel picket pickle
picnic pictorial picture piebald piecrust pieman pigeon pigeonhole piggyback piglet pigment pigskin pigtail pikestaff
pilchard pilgrim pilgrimage pillar pillion pillow pillowcase pilot pimento pimpernel pinafore pinball pincer
pincushion pineapple pinecone pinhead pinhole pinion pinkish pinnacle pinpoint pinprick pinstripe pint pintail pinto
pinwheel pioneer pipe pipeline pipette pipit piranha pirouette pistachio piston pitch pitchfork pitstop pitta pivot
pivotal pixel pixie pizza placard placemat placement placid plaid plainly plainsong plaintiff plait plan planet
planking plankton plant plantain plantation plaque plasterer plastic plasticine plate plateau platelet platform
platinum platitude platoon platter platypus plausible play playback playbill playbook playful playground playgroup
playhouse playlist playmate playpen playroom playscheme plaything playtime playwright plaza pleasant please pleasure
pleat pledge plentiful plenty pliable pliers plodder ploughman plover plucky plug plughole plum plumage plumber
plumbing plume plunge plural plus plywood pneumatic pocketbook pocketful podcast podium poem poet poetic poetry pogo
point pointless poise pokeweed polar polarise polenta polestar policy polish polite political politician polka pollen
pollinate pollster polo polyglot polygon polyhedron polymer pompadour pompom poncho pond pondweed pony ponytail
poodle pool popcorn popgun popinjay poplar poplin popover poppy populace popular popularity population porcelain
porch porcupine porpoise port portable portal portcullis portfolio porthole portico portion portrait pose position
positive possess possession possible post postage postal postbag postbox postcard postcode posterity postman postmark
postmaster postpone postscript posture potable potash potato potency potent potential pothole potion potluck potpie
potpourri pottage potter pouch pouffe poultry pounding powder power powerboat powerful powerhouse practical pragmatic
prairie praise praline prance prawn precaution precede precinct precious precipice precise precision precursor
predicate predict preen preface prefect prefer prefix pregame prehistory prelude premier premises premium prepare
preschool present preserve preside presidency press prestige presume pretend pretty pretzel prevail prevalent prevent
preview previous price priceless prickle pride primary primate prime primordial primrose princess print printout
prior priority prism private privilege prize probable problem proceed process procession proclaim proclivity procure
prodigy produce product production profession professor proficient profile profound prohibit project projector
prologue prolong promenade prominent promise promote promotion prompt pronghorn pronoun pronounce prop propagate
propel property propitious proportion proposal propose proprietor prose prosecco prospect prosper prosperity
prosperous protective protector protein protest protocol proton prototype protractor proud prove proven proverb
provide province provision provost prow prowess proximity prudence prudent pseudonym public publican publicity
publish pudding puddle puffball puffin pull pullback pulley pullman pullover pulp pulsate puma pumice pump pumpkin
punchline punctual punctuate puncture pundit pungent punnet punter puppet puppeteer puppy purchase pure purify purity
purple purport purpose purposeful purr purse pursue pursuit push pussycat putty puzzle pylon pyramid pyramidal pyrite
python quad quadrangle quadrant quadruple quagmire quail quaint qualify quality quantity quantum quarry quart quartet
quasar quaternary quaver quayside queen quench quest question quetzal queue quibble quiche quick quicksand quickstep
quickwit quiet quieten quill quilt quince quinoa quintet quip quirk quite quiver quiz quizmaster quizzical quorum
quota quotation quote quotient rabbit raccoon racecourse racegoer racehorse racetrack racket racquet radar radiant
radiate radiator radio radiogram radish radius raffia raffle raft rag ragbag raglan ragtag ragtime ragwort rail
railcard railroad railway raiment rainbird rainbow raincoat raindrop rainfall rainforest rainmaker rainproof
rainstorm raintree rainwater rainy raisin rally ramble ramp rampart ramshackle ranch random range rank rapidly
rapport rapture rare raspberry ratchet rather ratio rational rationale rattle ravel raven ravenous ravine ravioli
ravishing rawhide ray reach reachable react reaction readable reader ready reaffirm real realign realise realist
realistic reality realm reaper reappear rear rearrange rearward reason reasonable reassemble reassure rebate rebound
rebuff rebuild rebuttal recall recapture receipt receive recent receptacle reception recess recharge recipe
reciprocal recital recite reckon recline recognise recollect recommend reconcile reconnect record recount recreate
recreation recruit rectangle rectify recycle redbrick redcurrant redeem redefine redeploy redesign redevelop redirect
rediscover redo redoubt redraw redshank redstart reduce redundant redwing redwood reedbed reef reel reenter referee
reference referendum refill refine reflect reflective reflector reflex reform refraction refrain refresh refuel
refuge refund refurbish regain regal regalia regard regatta regent reggae regimen regiment region register registrar
registry regroup regrow regular regulate regulator rehearsal rehearse reimburse reindeer reinforce reinstate reissue
rejoice rejuvenate rekindle relate relative relax relaxation relay relearn release relevance relevant reliable
reliant relic relish relive reload relocate rely remain remainder remark remarkable remaster rematch remedy remember
remind reminisce remix remnant remodel remote remove rendezvous rendition renew renewable renewal renovate renown
rent rental reopen reorder reorganise repaint repair repay repeat repel repertoire repetition replace replay
replenish replica reply report repose repository represent reprieve reprint reprise reproduce reptile reptilian
republic reputation request require reread resale reschedule rescue research reseat resell resemble reserve reservoir
reset reshape reshuffle reside residence resident resin resolute resolve resonance resort resounding resource respect
respectful respond response restaurant restful restock restroom result resume resurface retail retain retell rethink
retire retirement retort retouch retrace retread retrieve retrospect return returnable reunion reunite reusable reuse
revamp reveal revelation reveller revenue reverence reverie reversal reversible revise revisit revival revive
revolution revolve reward rewind rewire reword rework rhapsodise rhapsody rhetoric rhinestone rhino rhombus rhubarb
rhyme rhythm rhythmic ribbed ribbon rich ricochet riddance riddle ride ridership ridge ridgeback rigging rightful
rightly rim rind ringleader ringlet ringmaster ringside ringtone rink rinse ripe ripple rise risotto ritual rival
rivalry river riverbank riverbed riverboat riverside rivet roach roadblock roadhouse roadmap roadrunner roadshow
roadside roadster roadway roadwork roam roast robe robin robot robotic robust rock rockabye rocket rocketry rockface
rockfall rockfish rockpool rodent rodeo roebuck rollback roller rollicking romaine romance romantic romp roof rooftop
rookery room roommate rooster rootstock ropewalk rosary rosebud rosehip rosemary rosette rosewater rosewood roster
rosy rota rotate rotation rotisserie rotor rotunda rouge roughly roulette round roundabout roundel roundhouse roundup
roundworm routine rover rowboat rower rowing royal royalty rub rubberneck rubble rubric rucksack rudder ruddy ruffle
rugby rugged rugger rule rulebook rumba rumble rummage rummy run runabout runway rural rush rusk russet rustic
rusticate rustle rusty rutabaga sabbatical sabre saccharin sachet sackcloth sackful saddle saddlebag safari safe
safeguard safety safflower saffron sag saga sagebrush sailboat sailcloth sailfish sailing sailor salad salamander
salary salesman salesroom saline salmon salon saloon salsa salt saltbush saltcellar saltine saltshaker saltwater
salutation salute salvage samosa samovar sampan sampler samurai sanction sanctuary sand sandal sandbag sandbank
sandblast sandbox sandcastle sandfly sandglass sandhill sandman sandpaper sandpiper sandpit sandshoe sandstone
sandstorm sandwich sandwort sapling sapphire sapwood sardine sardonic sari sarong sash sassafras satchel satellite
satin satire satisfy satsuma saturday saturn saucepan saucer sauerkraut sauna saunter sausage savanna savour sawdust
sawfly sawhorse sawmill sawtooth saxifrage saxophone say scaffold scallop scaly scamper scampi scan scarab scarecrow
scarf scarlet scatter scenario scenery scenic scented sceptre schedule scheme scholar school schoolbag schoolbook
schoolboy schoolgirl schoolmate schoolroom schoolwork schooner science scientific scientist scissors scone scoop
scooter scope scoreboard scorebook scorecard scoreline scorer scorpion scoter scourer scout scrabble scramble
scrapbook scrapyard scrawl screen screenplay screw scribble scribe scrimmage script scroll scrub scrummage scrunch
scruple scrutiny scuba scullery sculpt sculptor sculpture scurry scuttle seabed seabird seaborne seafarer seafloor
seafood seafront seagoing seagull seahorse sealant sealskin seaman seamless seamstress seaplane seaport search
seascape seashell seashore seaside season seasonal seat seawall seaward seaway seaweed seaworthy second secondary
secondhand secret secretary sectional sedge seed seedcake seedless seedling seedpod seedsman seek seesaw segment
seismic seldom select selection selective selfless sell sellout semaphore semicircle semicolon semifinal seminar
semitone semolina senate senator senior sensation sense sensible sensor sentence sentinel sentry separate separator
september septet sequel sequence sequin sequoia serenade serene serenity sergeant series serious serration servant
serve service serviette sesame setback settee settle settlement seven sevenfold seventeen seventh seventy several
sewage sewing sextant sextet shack shade shadow shakedown shaker shakeup shale shallot shallow shampoo shamrock
shandy shandygaff shanty shape shapeless share sharp sharpener shawl sheaf shearer shearling sheathe sheen sheep
sheepdog sheepfold sheepish sheepshank sheepskin sheet shelduck shelf shell shellfish shelter shelve shepherd sherbet
sheriff shield shift shiftwork shimmer shindig shine shingle ship shipload shipmate shipment shipowner shipshape
shipwreck shipyard shirt shoal shoebill shoebox shoehorn shoelace shoemaker shoestring shop shopfront shopkeeper
shore shoreline short shortage shortbread shortcake shortcut shorten shorthand shorthorn shortlist shortstop shout
shove shovel show showboat showcase showdown showery showgirl showground showjumper showman showpiece showroom
showtime shredder shrew shrewd shrimp shrine shrink shrub shrubbery shrug shuffle shutdown shutout shutter shuttle
sibling sidearm sideboard sidecar sidekick sidelight sideline sidelong sidesaddle sideshow sidestep sidetrack
sidewalk sideways sidewinder siding sierra siesta sieve sightsee sign signal signalman signatory signature signboard
signify signpost signwriter silage silence silent silhouette silica silicon silk silken silkscreen silkworm silo
silver silverfish silverside silverware similar similarity simmer simplicity simplify simply simulate simulator since
sincere sing single singlet singsong singular siphon sir sirloin sister sit situate six sixfold sixpence sixteen
sixty size sizeable sizzle skate skateboard sketch skewbald skewer ski skiff skilful skill skillet skim skincare skip
skiplane skirt skittle skydive skyjack skylark skylight skyline skyrocket skyscraper skyward slab slalom slant
slapstick slate slatted sled sledge sleek sleepover sleet sleeve slender sleuth slice slick slideshow slim slimline
slingshot slipcase slipknot slipper slipstream slipway slogan slope slowdown slowly slowworm sluice slush small
smallish smart smattering smelter smidgen smile smilingly smith smock smokehouse smokeless smokestack smoky smooth
smoothie smudge snack snaffle snail snakebite snakeskin snap snapdragon snapshot snazzy sneaker snippet snooker
snorkel snow snowball snowbank snowbird snowboard snowbound snowcap snowdrift snowdrop snowfall snowfield snowflake
snowline snowman snowmobile snowplough snowshoe snowsuit snug snuggle soak soap soapbox soapstone soapsuds soccer
sociable social socialise society sock socket soda sofa soft softball soften software softwood soil solar solarium
solder soldier solemn solid solidarity solidify soliloquy solitaire solitude solo soloist solstice soluble solution
solve solvent sombrero someday somehow someone someplace somersault something sometime somewhat somewhere sonata song
songbird songbook songster songwriter sonic sonnet sonorous soon soot soothe soprano sorbet sorcerer sorority sorrel
sorting souffle soulful sound soundcheck soundproof soundtrack soup soupspoon sourdough south southbound southeast
southerly southern southpaw southward southwest souvenir sovereign sowing soya space spacecraft spaceman spaceship
spacesuit spacewalk spacious spade spadework spaghetti spangle spaniel spanner spareribs sparingly spark sparkle
sparrow speak spear spearhead spearmint special specialise specialist species specific specify speck speckle
spectacle spectator spectral spectrum specular speculate speech speechless speed speedboat speedway spell spellbound
spend sphere spherical sphinx spice spicebush spicery spider spill spillway spin spinach spindle spinnaker spinoff
spiral spire spirit spiritual splash splatter splendid splinter split spoke spokesman sponge sponsor spool spoon
spoonbill spoonful spore sport sportive sportsman sportswear spotless spotlight spotting spotty spout sprawl spray
spread sprig sprightly spring springbok springtime sprinkle sprint sprocket sprout spruce spry spur spyglass squad
squadron squally square squeak squeegee squeeze squid squiggle squint squire squirrel stabilise stabling stack
stadium staff staffroom stage stagecoach stagehand staircase stairway stairwell stalactite stalagmite stallion
stalwart stamina stamp stand standard standby standpipe standpoint standstill stanza staple star starboard stardust
starfish stargazer stargazing starlet starlight starlike starling starlit starship start startle state stateless
stateroom statesman station statistic statue statuette stature stay steadfast steady steamboat steamer steaming
steamship steamy steelwork steelyard steep steeple steer stem stencil stepladder stepping stepsister stepstone stereo
stevedore steward stewardess sticker stickpin still stilt stimulate stimulus stingray stirrup stoat stock stockist
stockman stockpile stockpot stockroom stocktake stockyard stonechat stonecrop stonefish stonemason stonewall
stoneware stonework stony stool stop stopcock stopgap stoplight stopover stopwatch storage store storefront
storehouse storeroom stork storm stormproof storyboard storyline stove stovepipe stow stowaway straddle straighten
strainer strand strapping stratagem strategist strategy straw strawberry strawboard streak stream streamline street
streetcar streetlamp streetwise strength stretch stride striker string stripe strive stroll strong strongbox
stronghold strongroom structural structure strudel strum stubble student studio studious study stuffing stunning
sturdy sturgeon stylish stylist stylus suave subdivide subheading subject sublime submarine submerge subscribe
subsequent subset subsist subsoil substance substitute subtitle subtotal subtract suburb suburban subway succeed
success succulent such sudden sufficient suffix sugar sugarcane sugarloaf suggest suggestion suit suitable suitcase
sulphur sultan sultana sultry summary summation summer summertime summit summon sumo sumptuous sunbathe sunbeam
sunbird sunblock sunbonnet sunburst suncream sundance sundeck sundial sundown sundress sundries sunfish sunflower
sunglasses sunhat sunlamp sunless sunlight sunlit sunlounger sunny sunray sunrise sunroof sunroom sunscreen sunset
sunshade sunshine sunspot suntan sunup super superb superhero superior supersonic superstar supervise supervisor
supper supple supplement suppose supreme supremo sure surety surface surfboard surfer surfing surge surmount surname
surpass surplice surplus surprise surround survey surveyor survival survive survivor sushi suspend suspense sustain
swaddle swagger swallow swampland swan swansong swarm swarthy sway sweatband sweater sweatshirt sweep sweetcorn
sweeten sweetheart sweetly sweetpea sweetshop swell swerve swift swim swimsuit swimwear swing swirl swish switch
switchback switchgear swivel swordfish sycamore syllable symbolic symmetry sympathy symphony symposium syncopate
syndicate synonym syntax synthesis synthetic syrup system systematic table tableau tablecloth tablespoon tabletop
tableware tabloid tabular taciturn tackle tactful tactic tactician tadpole taffeta taffrail tailback tailboard
tailcoat tailgate tailor tailpiece tailspin tailwind takeaway takeoff takeover talcum talent talisman talker tall
talon tamarin tamarind tamarisk tambourine tan tandem tandoori tangent tangerine tangible tango tangy tank tankard
tankful tannery tantalise tape tapestry tapioca tapir taproom taproot tarboosh target tariff tarmac tarnish tarpaulin
tarpon tarragon tartan task tassel taste tasteful tasteless tavern tawny taxable taxation taxi taxicab taxpayer
teabag teacake teach teacup teahouse teammate teamwork teapot tearaway teardrop tearoom teasel teaser teashop
teaspoon teatime technical technician technique techno technology tectonic tedious teenager teetotal telecast telecom
telegram telegraph telephone telescope telethon televise television tell temperate template temple tempo tempura ten
tenable tenancy tenant tend tendency tenement tenfold tennis tenor tenpin tensile tent tentacle tentative tenth
terabyte term terminal termite terrace terracotta terrain terrapin terrier terrific territory testament testify
testimony text textbook textile textual textural texture thank thankful that thatch thaw theatre theatrical theme
then theorem theory therefore thermal thermos thermostat thesaurus thesis thicket thickness thimble thimbleful think
third thirsty thirteen thirty this thistle thorn thorough though thought thoughtful thousand thread threadbare three
threefold threshold thrift thrill thrive throaty throng throw throwback thrush thunder thunderous thursday thus tiara
ticket tickle ticklish tidal tideland tideline tidemark tidewater tidy tie tiebreak tiepin tiger tight tightrope
tigress tile tilt timber timberland timekeeper timeless timely timepiece timer timeshare timetable timid timing
timpani tincture tinder tinderbox tinfoil tingle tinkle tinman tinplate tinsel tinsmith tint tip tipoff tiptoe tiptop
tireless tissue titan titanic titanium title toast tobacco toboggan today toddler toddy toffee toga together toggle
toiletry token tolerant toll tollbooth tollgate tomato tombola tomboy tomcat tomfoolery tomorrow tonality tone tongs
tonight tonne tool toolbox toolkit toolmaker toolroom toolshed toothbrush toothpaste toothpick topaz topcoat topiary
topic topical topknot topmast topmost topography topping topple topsail topside topsoil torch torchlight toreador
tornado torque torrent tortoise total totality totem toucan touch touchable touchdown touchline touchpaper touchstone
tour tourism tourist tournament toward towboat towel tower towline town townhouse townsfolk township townsman towpath
towrope toy toymaker toyshop trace traceable tracery track trackless tracksuit tractable tractor trade trademark
tradesman tradition traffic trail train trainee trait tram trampoline tranquil transcend transcribe transfer
transform transistor transit transition translate translator transmit transplant transport transpose trapdoor trapeze
trapper travel travelogue traverse trawler tray treacle tread treadle treadmill treasure treatise treaty treble tree
treehouse treelike treeline treetop trek trellis tremendous trench trend trestle triangle triathlon tribune tributary
tribute trickle tricky tricycle trident trifecta trifle trilby trillion trilogy trim trimaran trinity trinket trio
tripe triplane triple triplet tripod triumph triumphal triumphant trivet trivia trolley trolleybus trombone trophy
tropic tropical trot troubadour trough trouper trousers trousseau trout trove trowel truce truck truckload true
truffle truism trumpet trundle trunk trunkful trust trustee trustful truth truthful try tryout tube tubular tuck
tudor tuesday tug tugboat tuition tulip tumbledown tumbler tumbleweed tuna tundra tune tuneful tuneless tungsten
tunic tunnel turban turbine turbo turbojet turboprop turbot turbulent tureen turf turkey turnabout turncoat turning
turnip turnkey turnout turnover turnpike turnstile turntable turquoise turret turtle turtledove turtleneck tusk
tussle tussock tutor tutorial tutu tuxedo twaddle twang tweak tweed tweezer twelfth twelve twentieth twenty twice
twiddle twig twilight twilit twin twine twinkle twirl twister twofold twosome tycoon type typeface typescript typeset
typewriter typhoon typical typist udder ukulele ultimate umber umbrella umpire unabated unaided unanimous unbeaten
unblock unbolt unbroken unbutton unchanged unclasp uncle uncoil uncommon uncork uncover uncurl undaunted under
underarm underbrush undercoat underdog underfoot undergo underhand underlay underline underneath underpass underscore
underside understand understudy undertake undertone undertow underwater underwear underwood undivided undo undress
undulate unearth uneaten unending unequal unfailing unfasten unfinished unfold unfounded unfurl unhook unhurried
unicorn unicycle uniform uniformity unify union unique unison unite universal universe unlace unlatch unlike
unlimited unload unlock unmask unmoved unpack unpaid unpaved unplug unravel unread unroll unruffled unsaddle
unscramble unscrew unseal unspoken unstuck unsung untangle untie until untold untouched untried unusual unveil
unwavering unwieldy unwind unwrap unzip upbeat upcoming upcycle update upend upgrade upheld uphill uphold upholstery
upland uplift upload upmarket upon upper uppermost upright upriser upriver uproar upshot upside upstage upstairs
upstart upstream upswing uptake uptown upturn upward upwind uranium urban urchin usability usable usage use useful
usher usherette usual utensil utility utmost utter vacancy vacation vagabond vainly valance valentine valet valiant
valid validate valley valuable valuation value valve van vanadium vanguard vanilla vanish vanity vaporise variable
variation varied variegated variety various varnish varsity vary vase vaudeville vault veer vegetable vegetarian
vegetation vehicle vellum velocity velodrome velour velvet velveteen vendor veneer venerable venison ventilate
ventilator venture venue verb verbal verbatim verbena verdant verdict verge verify vermilion vermouth vernacular
veronica versatile verse version vertex vertical vertigo very vessel vest vestibule vestige vestry veteran viable
viaduct vibrant vibrate vibration vibrato viceroy vicinity victor victorious video videotape view viewfinder
viewpoint vigil vigilant vignette vigorous vigour villa village vine vinegar vineyard vintage vintner vinyl viola
violet violin violinist virtual virtue virtuoso virtuous visa viscose viscount visible vision visionary visor vista
visual visualise vivacious vivid vixen vocabulary vocalist vocation vocational volcanic volcano vole volley
volleyball volt voltage voltaic voltmeter volume voluntary volunteer vortex vote vouch vowel voyage wader wafer wag
wage wagon wagonload wagtail wainscot waistband waistcoat waistline waiter waiting waitress wakeful wakeup walk
walkabout walkout walkover walkway wall wallaby wallboard wallet wallflower wallpaper walnut walrus waltz wand
wanderlust wardrobe wardroom warehouse warm warmth warranty warren wash washable washbasin washboard washcloth
washday washout washroom washstand washtub wastepaper watchband watchdog watcher watchmaker watchtower watchword
water waterbed waterbird waterborne watercraft watercress waterfall waterfowl waterfront waterless waterlily
waterline watermark watermelon watermill waterproof waterside waterski waterspout watertight waterway waterwheel
waterworks waveband waveform wavelength waver wavy waxed waxwing waxwork waxy wayfarer wayside wealth wearable weasel
weatherman weaver web weblog website wedding wedge wednesday weeding weekday weekend weekly weeknight weevil weighty
welcome weld welfare well wellbeing wellington wellspring west westbound westerly western westward wetland whaleboat
whalebone wharf wheat wheatear wheatgerm wheel wheelbase wheelhouse whelk when whenever wherever whetstone whichever
whiff whimsical whimsy whinny whippet whirligig whirlpool whirlwind whirlybird whirring whisk whisper whistle
whitebait whiteboard whitecap whitefish whitethorn whitewash whiting whittle wholegrain wholemeal wholesale wholesome
whom whoop whose why wick wickerwork wicket wide widen widespread width wife wigmaker wild wildcat wilderness
wildflower wildlife wilful willow win windblown windbreak windchill windfall windjammer windlass windmill window
windowpane windowsill windpipe windproof windscreen windsock windsurf windswept windward winemaker winery wineskin
wing wingnut wingspan winnow winsome winter winterise wintertime wintry wire wireless wireman wisdom wisecrack wish
wishbone wishful wisteria wistful with within without withstand witness witty wizard wizardry wolfhound wolfish
wombat wonder wonderful wonderland wondrous woodbine woodblock woodcarver woodchip woodcock woodcraft woodcut wooded
wooden woodland woodlark woodlouse woodpecker woodpile woodpulp woodruff woodshed woodsman woodsy woodturner woodwind
woodwork woodworm woody wool woollen woolpack word wordplay work workable workaday workbench workbook workday
workflow workforce workload workman workmate workout workpiece workplace workroom worksheet workshop worktop workweek
world worldwide worsted worth worthwhile wrangle wraparound wrapper wrapping wreath wreathe wren wrench wrestle
wrinkle writer writing wryneck xylem xylophone yacht yachtsman yak yam yard yardage yardarm yardstick yarn year
yearbook yearling yearlong yearn yeast yellow yellowish yeoman yes yesterday yesteryear yield yodel yoga yonder young
youngest youngster yourself youth youthful yucca yule yuletide yummy zany zeal zealous zebra zebu zenith zephyr
zeppelin zero zest zestful ziggurat zigzag zillion zinc zing zinnia zip zircon zither zodiac zodiacal zonal zone zoo
zookeeper zoologist zoology zoom zucchini
"""
WORDS = tuple(_LIST.split())
"""Six of them make a code of 77.5 random bits."""
