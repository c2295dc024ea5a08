/**
 * Common English words, spelled right, that mean no topic: the fillers of requests ("who can show me"), and words that
 * lie within a slip or two of a topic's word ("note" and "node"). One text, split on white space.
 */
export const commonWords = `
able above accept accessing ace acid acre across act actually add adding advert advertise advice advise advisor
afraid after afternoon again against ago agree ahead aim air aka ala all allow almost along already alter although
always among analysis analyze anger annoying another anybody anyone anything anywhere apartment app apply approach
arising around art ash ask asked asking assessed assign assigned ate attend attended auction audi audio available
aviation aware away awful back backing bad bag baking ball banking banner banners bare barn based basically basics
batch bath baths battery bay beach beaches beam bearing became because become becoming bed bedding before begin
beginner beginners beginning behind belief believe below beside best bet better betting between bid bidding bids big
billing bind binding bit bite bleeding blend blink blond blow blowing bob bold bone book booking border borders born
boss both bother bowling boxed boxing brain breaking breeding bring broader broker brokers brother browse buried
burner burst busier busy butter buy cab cable cables cafe cage cake cakes calm came camp cancel cannot canon cant
cap cape car card care carriers cars cart carter cas cast casting cat catch cause causes cave cell cells centers
central cents certain challenge challenges chance chances change channel channels charge charged charger chargers
charges charging charles charming chase chat check cheers chips choose cite city clan clean cleaners cleaning clear
clip close cluster clusters coach coached coaches coaching coating cod col cold cole colleague colleagues colleges
come comes comfortable coming comment commodity communist complete completely concept concern concerning concert
concerts confidence confident confused connect connecting consent constantly constraint consult consultant contact
content contest context convention conventions convergence cookbook cooking cool cooling coordinator cope copying
cord core cork corners correct cost counter couple course cove cover covering covers coworker coworkers crack craft
crash crazy creating crossing crude cure current custom customs cut cutting dad daily dam dance danger dare dash
date day dead deal dealers dealing dear debut decide decision decline deeper delete delivery den dental departmental
deployment dept derived des desperate detection develop development developmental device devices die different
difficulty dig dining dinner directory disk dist dive diverse diving division dna dock docs doesnt dog doing doll
dome don done dont door dos dot down drain dream drinking drive driver driving drop dry duck dude during each ear
early earrings ease easily east easter easy eat eating editing effective egg either election elections electron
elevation else email employee employees encoding end ending endorsement enjoy enough enquiry enter enters entry
equality especially etc ethnic even evening ever every everybody everyone everything everywhere evolution exactly
example exchange exchanges exist expanded expect experience experienced expert experts explain exports eye face fact
fail failing fake fall falling falls fame familiar fan far fare farm farmers farms fat fate fathers fax feeding feel
feeling feelings feels fellow fever few fighting figure fill filling film filme films filters fin find finding fine
finish finishing fire fires firms first fist fit fitting five fix fixes flashing floor flour flow flowers fly foam
focus fog fold folks follow food ford forget forgot fork form forums forward foster foul found free fresh friday
friend friends full fun fund funding fur further future gage gallery game gap gas gate gave gene general genes gets
girl give given glad glance glow god goes going gold gone good goodness grain great green greeting greetings group
grow growing guess guidance guide gun guns guru guy guys half hall ham hand handle handling hang hanging happen
happens happy hard hardly harm hart hat hate hay head header headers heading headline headlines healing hear heard
hearing hearings heating heavy held help helped helpful helping helps here hide high hiking hip hire hist hit
hitting hold holder holders hole holes hollow honey hood hope hopes hoping horrible hose host hot hotel hour hours
huge hunting ice idea ideas idol ignore implications important imports improve improving include indeed injury ink
inline inquire inside instance instant intended intent inter interact interest interested interior internal involved
issue item itself jail jam jet job joe join joint jon journey joy jun keep kept key kick kid kills kim kind kinds
kiss kit kits knew know knowledge known knows lab lack laid lake lance landing lang large last late lately later
latest latitude latter laugh lay layers leaf lean learn learned learners learning lease leasing least leave led lee
left leg legs len lender lenders lending lens leo less lesson lessons let lets letter letting level lid lie lies
lift light like lime line link linking listen lit little live liver load loading lock locking log lol lone long
longer look looked looking lord lose losing lost lot lots lottery love loving low lower luck lunch lung mad made mae
magical mai main make maker makers makes making male mall man manner many map march markers marking master masters
mate math mating matter may maybe mean meaning means meant medal media median meet meeting mel member men mens
mentee mentees mention mentor mentored mentoring mentors mere merger mess message messages messed messing met meters
mid middle might mile miles mime mind mine mining minute minutes miss missing mistake mistakes mix mod mode mold
moment monday month months mood moral morning mother mothers move mud mum music musical must myself nail name nano
nap nations near nearby nearly necessary neck need needed needs neither nest net never new newcomer newer news next
nice night nobody nod node nodes noise non none nope nor nose not noted nothing noticed notification notifications
novice now number numbers nut obviously occasionally odd off offer offered offers office often oil okay old older
once one ones online only onto open opinion opinions opposition optics option options order organic organisms other
ought out outdoor outside over overcome overview own pace packing pad paid pain paint pair paired pal palace pale
pan par parking partner partners partnership pass past pat patch patent pattern patterns pause pay pen pending pens
per perhaps person personnel pest pet petition pick picked pie pilot pin pipes pit place placing plain plains plane
planes planners plant plants play playing plays pleasure poem poet point poker police poor pop pork port portion
portions ports pose possible pot pour powder practice pray prefer pregnant prepaid present preservation press
pressed pressing pretty prev preview previews pricing print printing privacy pro problem problems proceeding process
production profession professor progress project promised proper properly proportion proposed pros protective
provide pull pure push pushing put putting qualify quality quantity question questions quick quickly quiet quite
race racing rack radical rage raid rail rain raising ran ranger rangers ranges ranging ranking rare rat rather rats
raw ray reach reaches reaching reader readers readily real reality reason receive recent recently recommend red
reflection reforms regarding relating relying remainder remember remote remove render rep replace replication reply
report representation reproductive request requests resistance resort resorts resource resources rest reverse
revision revolution rid ride riding right rising rob rock role roles rome ron rookie room row rub rug run running
rusty sad sage said sail sake sam same sat saturday savvy saw say saying says scanners scanning scared scenes
schedule school sea search seasonal seating second section see seed seeing seek seeking seem seems seen sees select
selfish sell sellers selling send sending senior sense sent separation series serious serve serves serving session
sessions set several sewing shall shaped share shaved sheep sheer shelf ship shoe shop short shot show showing shown
shows sick side sides sign signing similar simple since singing single sit sitting situation six size ski skill
skilled sky sleeping slot small smell snow soccer sold soldiers sole solid solo solution solve somebody somehow
someone something sometimes somewhat somewhere son song soon sorry sort sound sources speak special specialist
spelling spend spending sport sports spring spy stable staffing stage stand standing starring start started starting
state stating ste steam steering stem step steps sticker stickers still stone stop strain streets string strong
struggle struggled struggles struggling stuck stud study studying stuff stunning style sub such suddenly sue
sufficient suggest suggestion suite sum sun sunday superior supervisor supervisors supplies support suppose sure
surely survive suspended sweet sword tablet tablets tackle tail take taken taking tale tales talk talking tall tan
tank tanks tap task tasks tax tba tea teach teacher teaching teams tear tech technical ted telephony tell telling
temporal temporarily ten terrible test testing text thee thing things think thinking third though thought three
through thursday ticket tickets tide tie tile tiles till tim timer times tin tiny tions tip tips tire tired today
toe together told tomorrow ton toner tonight tons took tool tools top topic topics totally touch tour toward towards
tower town toy trace track tracker tract tracy trader trading tradition traditional trail trailer trailers
transaction translation treasure treating tree trick tricks tricky tried trouble truck true truly trust try trying
tub tuesday tune tuning turn turned turning tutor tutorial twice two type under understand understanding unless
until upcoming update upon usa usb use used useful user uses using usual usually vacation value van various vast
vehicle verse version veteran vice vid view viewer viewing views viii viral virtue vision visit visual vital voice
vol volunteer vote votes wait waiting wake walk walking wall walls wanna want wanted wanting wants war ward ware
warming warning warnings wash washing watch waters wave waves way wearing weather web webcast wed wedding weddings
wednesday week weekend weekly weeks weird welcome welding well went werent wet wether whatever whenever wherever
whether while white whiz whoever whole wider wife win wine winners winning wire wiring wise wish wishing within
without wizard woman won wonder wondering wont wood words workplace world worm worn worried worry worse worst worth
wrap writer wrong wrote yard yeah year years yep yes yesterday yet young yourself zip zone
`;
