/**
 * @file Nouns that occupations are called by, as the last word of a title: "conveyancing clerk", "glass polisher".
 * A table of 665 words. @source head words of the occupation titles of ESCO (EU, reuse with attribution) and O*NET
 * (US Department of Labor, CC BY 4.0), without those that are mostly something else ("printer", "player").
 */
export const OCCUPATION_NOUNS: ReadonlySet<string> = new Set(
  (
    "accompanist activist actor actress actuary acupuncturist adjudicator adjunct adjuster administator agronomist ambassador anchor animator annealer " +
    "announcer anthropologist applicator appraiser aquarist arbitrator arboriculturist arborist archaeologist archeologist archivist aromatherapist " +
    "arranger assayer assembler assessor astrologer astronomer auctioneer audiologist author autoglazier babysitter baker banker barback barber bartender " +
    "basketmaker beater behaviorist behaviourist bellhop bellman bender beveler beveller binder biochemist bioengineer biologist biometrician biophysicist " +
    "biotechnologist blacksmith blaster blender blogger boarder boatman boatmaster boatwoman boilermaker bookbinder booker bookmaker bookseller botanist " +
    "bouncer braider brander brazer brazier breeder brewer brewmaster bricklayer brigadier broadcaster builder busser butcher butler cabinetmaker " +
    "cabler calibrator cameraman campaigner canvasser captioner cardiologist carer caretaker caricaturist carrier cartographer cartoonist carver caseworker " +
    "caster cataloguer caulker cementer ceramicist chainmaker chairmaker chairman chairperson chairwoman chambermaid channeller chargehand chauffeur " +
    "checker chemist childminder chiropodist chiropractor chocolatier choirmaster choirmistress choreographer choreologist chromatographer cio clarifier " +
    "cleaner clergy climatologist climber clinician clockmaker cmo coachbuilder coater cobbler coder collier colonel colorist colourist columnist comedian " +
    "commandant commander commentator commissioner communicator compiler composer concierge conciliator confectioner configurator conservator constructor " +
    "constuctor cooper copier coppersmith copywriter coremaker coroner corporal cosmetologist cosmologist costermonger costumer councillor counsellor " +
    "courier couturier coverer cpo craftsman craftswoman craftworker crewman criminologist cultivator cutter cytotechnologist dancer dealer deckhand " +
    "decksman decorator deliverer demographer demonstrator dermatologist derrickhand describer dietician dietitian digger dipper dishwasher distiller " +
    "distributer distributor diver docent dollmaker doorman doorwoman drafter draftsman draftsperson draftswoman draughter draughtsman draughtsperson " +
    "draughtswoman dresser dressmaker drier driller ecologist educator embalmer embroiderer embryologist enameller enginer engraver entertainer enumerator " +
    "environmentalist epidemiologist erector ergonomist etcher evaluator expediter extern fabricator facilitator farmer farmworker farrier fermenter " +
    "fighter filer finisher firefighter fireman firer firewoman fisherman fisherwoman fitter fixer forecaster forester forewoman forger formulator " +
    "forwarder foundryman framemaker framer fundraiser furnisher gatherer gauger gemmologist gemologist genealogist geneticist geochemist geographer " +
    "geologist geophysicist geotechnician gerontologist glazier goldsmith governor grader granulator graphologist grinder groomer groundsman groundswoman " +
    "groundworker grower guardian gunsmith hacker hairdresser handcarver handyman handywoman harvester hawker headmaster headteacher healthcarer helmsman " +
    "helmswoman herbalist herder hewer historian horticulturist housekeeper hunter hydrogeologist hydrographer hydrologist hydrotherapist hygienist " +
    "illustrator imagesetter immunologist inker integrator interviewer ironworker jailer janitor janitress jeweler jeweller joiner jointer judge " +
    "kinesiologist knitter labourer ladleman ladleperson landscaper laster lector lender lexicographer liaison linesman lineswoman lineworker linguist " +
    "lithographer lobbyist locksmith logger lyricist magician maintainer maker manicurist marketeer marshaller mason matcher mate mathematician mayor " +
    "mayoress measurer mechanist mediator member mender merchant messenger metallurgist metalworker meteorologist metrologist microbiologist midwife miller " +
    "milliner minder miner mineralogist mixer modelist modeller moderator molder mortician motorhand moulder mounter mover muralist musician nanoengineer " +
    "naturalist negotiator neurologist neuropsychologist neutraliser neutralizer notary notator nutritionist observer oceanographer oenologist ombudsman " +
    "ophthalmologist optician optometrist orchestrator organiser orthoptist orthotist overseer packager packer paperhanger papermaker paramedic " +
    "parasitologist pastor pathologist patissier patternmaker paver pawnbroker pedicurist pelletiser perfomer perfusionist pharmacologist philosopher " +
    "phlebotomist photojournalist physicist physiologist physiotherapist picker pipefitter pipelayer planer plasterer plater playwright podiatrist " +
    "pointsman pointswoman polisher porter postdoc postman postwoman potter pourer practitioner preparator preparer presenter preserver press presser " +
    "pressman printmaker procurer programer projectionist promoter promotor proofer proprietor prosecutor prosthetist prototyper pruner psychotherapist " +
    "publisher pumper puppeteer purchaser purifier purveyor pusher pyrotechnician radiographer ranger rater reamer rearer recycler refinisher refueller " +
    "remover rep repairer repairman reps resident responder restorer retailer retoucher reviser revisionist rider rigger riveter roaster rolltender roofer " +
    "rustproofer sailor salesman salesperson saleswoman sandblaster sander sargeant sawyer scaffolder scenographer scheduler scholar scopist scraper " +
    "screener sculptor sculptress seaman seamster seamstress seawoman seismologist senator servicer setter sexer shampooer sharpener shearer shipbroker " +
    "shipfitter shipmaster shipper shipwright shoemaker shopper shotfirer shunter signaller signalman signalperson silversmith singer skater skipper skiver " +
    "slaughterer slaughterman slaughterperson slaughterwoman slicer smith sociologist solderer soldier solicitor songwriter sophrologist sorter " +
    "speechwriter spinner spokesperson sprayer stacker stagehand stainer stamper stationer statistician steamfitter steersman steerswoman stenographer " +
    "stewardess stocker stoneworker storekeeper straightener stripper subtitler supplier supporter swallower sweeper switchman switchwoman taker tanner " +
    "taper taxidermist taxonomist techician techinician tecnician telemarketer tendor theater tiler toolmaker toolpusher toxicologist toymaker trader " +
    "transcriber transcriptionist trapezist trapper treasurer treater trimer trimmer trucker tuner turner typesetter typist upholster upholsterer usher " +
    "valeter valuator valuer varnisher vendor ventriloquist verger veterinarian violinist visitor vlogger vocalist volunteer vulcaniser vulcanizer waiter " +
    "waitress walker wallpaper washer watchmaker weaver webmaster weigher winder wireman wirer woodcarver woodturner woodworker zookeeper zoologist"
  ).split(" "),
);
