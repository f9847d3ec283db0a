using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// What the head noun of a source tells of its kind, beyond the words by which sources are found
/// (<see cref="SourceWords"/>): people by trade, rank, kinship or part in an event; things written or shown;
/// institutions; papers and stations. Plural forms are found by their singular.
/// </summary>
internal static class SourceNouns
{
    /// <summary>People who are known by no post: trades, ranks, callers, onlookers, insiders.</summary>
    private static readonly FrozenSet<string> People = WordList.Of("""
        accountant acquaintance administrator admirer adolescent adviser aide ally ambassador amateur analyst angler
        announcer applicant apprentice archaeologist architect archivist arborist aristocrat artist assessor assistant
        astronomer athlete attendant attacker babysitter bailiff baker banker barber bargeman barista barmaid barman
        barrister bartender batman beekeeper beggar bellboy beneficiary biker binman bishop blacksmith blogger
        boatman bodyguard boilerman bookkeeper bookseller bosun boy brewer bricklayer bride broker bursar
        butcher butler buyer bystander cabbie cabinetmaker cadet caller cameraman candidate captive captor caregiver
        carer carpenter cashier casualty cellmate cellist chambermaid champion chap chaplain
        chauffeur chaser chef chemist chambermaid child citizen civilian claimant cleaner clergyman client climber
        coachman cobbler collector collaborator columnist comedian commander commentator commuter companion
        competitor complainant composer concierge confidant conductor congregant conscript conservator constituent
        consultant consumer contractor convict cook cooper cop copilot corporal courier counsellor cousin
        coworker co-worker craftsman craneman creditor crewman crewmember critic croupier curate custodian cyclist
        cartographer dad dairyman dancer daughter dealer debtor deckhand defector delegate deliveryman demonstrator
        dentist deserter designer detainee developer diner diplomat dispatcher dissident diver doc docker doctor
        donor doorkeeper doorman doppelganger draughtsman drayman dressmaker driver drummer drover dweller economist
        electrician elder emigrant employer enthusiast entrepreneur escort evacuee examiner executor exile explorer
        eyewitness fan farmer farmhand father fella fellow ferryman fiddler fighter filmmaker fireman firefighter
        fisher fishmonger fitter fixer flatmate florist follower footballer forager forecaster forester forger
        freelancer fugitive gaoler gardener gendarme geologist girl glazier goalkeeper goatherd gondolier graduate
        grandchild grandson granddaughter gravedigger grocer groom groundsman groundskeeper guardsman guest guide
        gunman hacker hairdresser handyman haulier hawker hairdresser herder herdsman hiker historian hitchhiker
        holidaymaker homeowner hostage host hostess hotelier householder housekeeper housewife hunter hydrologist
        illustrator immigrant informer inmate innkeeper instructor insurgent intern interpreter interviewee
        interviewer intruder invigilator ironmonger islander jailer janitor jeweller joiner juror juryman kid
        kitchenhand knitter laborer labourer lad lady landlady landowner lass laundress lecturer leaver lensman
        librarian lifeguard linguist listener litigant locksmith lodger longshoreman loyalist lumberjack machinist
        maid mailman maker manservant marine mariner marksman marshal mason mate mechanic mediator medic member
        merchant messenger midwife migrant militant militiaman miller miner minder missionary mourner mother
        motorist motorcyclist musician nanny naturalist navigator neighbour negotiator newcomer nun
        observer occupant onlooker optician organiser organizer orderly orphan outsider owner painter pal panellist
        paramedic parishioner partisan passer passerby passenger pastor patient patron patroller peasant pedestrian
        pensioner performer petitioner pharmacist philosopher photographer physician physicist physiotherapist
        picket pilgrim pilot pirate plaintiff planner plasterer player plumber poet policeman policewoman pollster
        porter postman postmaster postwoman potter practitioner preacher pressman priest prisoner producer professor
        programmer protester psychiatrist psychologist publican publicist pupil quartermaster rancher ranger
        reader rebel receptionist recipient recruit recruiter refugee relative repairman reseller reservist resident
        respondent restaurateur reviewer rider rioter rival roadie roofer roommate runner saddler sailor salesman
        saleswoman salesperson scholar schoolboy schoolgirl schoolmaster scientist scout seaman seamstress
        secretary seller sender sentry sergeant servant shareholder shepherd shipmate shipwright shoemaker shooter
        shopper showman signalman singer smuggler sniper soldier solicitor son spectator speaker spy squaddie
        stagehand stallholder statistician stationmaster steeplejack stenographer stevedore stockbroker stoker
        stonemason storekeeper storeman storyteller stranger stringer subcontractor subscriber subordinate suitor
        supervisor supporter surgeon survivor suspect sweeper swimmer switchman tailor tanner taxman taxpayer
        teammate technician teen teenager teller tenant tester therapist thief thatcher tiler toddler tourist tout
        townsman trainee trainer trainspotter translator trapper traveller traveler trawlerman trespasser trooper
        trucker trustee tutor typist uncle undergraduate undertaker usher vagrant valet vendor veteran vet vicar
        victim villager vintner violinist visitor volunteer voter walker warden warder washerwoman watchman
        watchmaker weaver welder whaler whistleblower whistle-blower widower winemaker winner woodcutter workman
        worshipper writer yachtsman youngster youth zookeeper bloke guy chap dude mate source contact informant
        insider operative handler asset walk-in caller tipster poster commenter user moderator admin participant
        attendee signatory correspondent female male deponent interlocutor
        """);

    /// <summary>Posts of one holder that are no trade: who holds it is known to those who are there.</summary>
    private static readonly FrozenSet<string> Posts = WordList.Of("""
        arbitrator ombudsman provost principal headmaster headmistress headteacher abbot abbess chancellor viceroy
        commandant commissar commodore comptroller chamberlain adjutant attaché bailiff borough warden
        sexton verger organist registrar rapporteur whip vice-president undersecretary under-secretary
        chief-of-staff harbormaster burgomaster reeve alderman landlord boss chief head deputy officer-in-charge
        constable-in-charge caretaker quaestor proctor bursar timekeeper custodian inspector referee umpire
        commissioner-general controller sub-prefect prefect rabbi imam cardinal archdeacon deacon vicar-general
        managing-director superior
        """);

    private static readonly FrozenSet<string> Documents = WordList.Of("""
        advertisement affidavit agenda album alert almanac amendment answer appendix application archive
        assessment attachment backgrounder balance-sheet ballot billboard bill bio biography blueprint book
        booklet brief brochure budget calendar caption card catalogue catalog certificate charge-sheet
        charter chart chat checklist chronicle circular clause clip clue column comic comment
        communique communiqué confession copy correspondence coverage criteria crossword data datasheet deck
        declaration decree deed deposition diagram diary directive directory disclaimer disclosure dispatch docket
        dossier draft e-book edict editorial email encyclopedia entry epitaph essay estimate evidence
        exhibit explanation fax feed figure filename filing flyer follow-up footage footnote form formula forecast
        gazetteer glossary graffiti graph graphic guide guideline handbook handout headline history
        image incident-form index inscription inscription instruction inventory invitation itinerary journal
        judgement judgment label leaflet lecture legend lesson library licence license listing logbook log-book
        manifest manifesto manuscript map marginalia markings marker mailing memoir memorial messages minute
        minutes monograph newsletter notation notebook note-book obituary op-ed ordinance outline overview
        pad page pamphlet papers paragraph parchment passport patent petition photo photograph picture placard plan
        plaque playbill plea podcast poem policy pop-up postcard poster postscript presentation preface
        press-release print printout profile programme-note projection proposal prospectus protocol
        questionnaire quotation readout reading readme recap receipt recommendation reference register
        regulation reminder reply report request response resume résumé retraction return returns review roll roster
        rota rulebook schedule scoreboard screen screenshot script scroll section sentence-sheet sheet sign
        signboard signage sketch slide slip snapshot spec specification spreadsheet stamp sticker story
        submission subpoena subtitle summons supplement syllabus synopsis table tag telegram telegraph telemetry
        telex template terms testament testimonial testing tests thesis thread ticket timeline timesheet timetable
        title tombstone translation treatise tweet update version video viewgraph voicemail voucher waiver warrant
        webpage web-page wiki will wording worksheet writ writing x-ray yearbook log sensor thermometer
        clock gauge meter radar camera tachograph counter census questionnaire barometer database inquiry
        calculation simulation model experiment examination autopsy post-mortem inquest investigation
        """);

    private static readonly FrozenSet<string> Institutions = WordList.Of("""
        academy administration airfield airport allies archive archives authority barracks bench bishopric board
        body boutique brewery brigade brokerage builders cartel casino cell center chain chamber chambers chancellery
        chapter charity choir circus city-hall clinic clubhouse coastguard collective command committee
        community company conglomerate consortium consulate convent cooperative co-operative council court crew
        customs desk developer-group diocese directorate district dockyard embassy enterprise establishment exchange
        executive factory faculty family farm federation fire-brigade firm fleet foundry front garage garrison gang
        government guild headquarters helpline high-court hotline household inquiry-team institute institution
        insurer insurers jury junta kennel landlords laboratory leadership legation legal legion library lobby lodge
        magistracy maker management manufacturer marina mill mine mission monastery mosque movement municipality
        museum nunnery observatory office orchestra outfit panel parish partnership patrol platoon plant
        police port prefecture presidency prison prosecution publisher receivers refinery
        regime regiment registry relief-agency reseller-group restaurant retailer school sect secretariat
        sector seminary senate service shelter shift shop society squad stable start-up startup station store
        studio supermarket surgery synagogue syndicate taskforce tax-office team temple theatre theater think-tank
        thinktank trader-group trading-house treasury trial-chamber tribe tribunal tribunals troupe trustees
        undertaking union unions utility vendor wholesaler volunteers-group ward watchdog weighbridge wing winery
        workshop works
        """);

    private static readonly FrozenSet<string> Outlets = WordList.Of("""
        newspaper paper broadcaster outlet magazine radio television press tabloid wire station newsroom blog podcast
        channel network site portal weekly daily monthly fortnightly broadsheet freesheet newswire programme program
        show bulletin newsletter journal gazette feed aggregator rag
        """);

    /// <summary>Words by which papers and stations call themselves, with a capital: "the Evening Clarion".</summary>
    public static readonly FrozenSet<string> Mastheads = WordList.Of("""
        times post journal gazette courier herald tribune guardian telegraph chronicle observer bulletin sentinel
        dispatch examiner inquirer review weekly daily clarion bugle lantern lamp compass gull argus echo express
        independent mercury messenger mail news record register reporter spectator beacon citizen advertiser standard
        recorder statesman voice whistle trumpet torch digest newsletter planet globe star sun mirror monitor patriot
        evening morning sunday intelligencer packet leader ledger enquirer advocate crier tattler tatler radio tv fm
        television broadcasting press magazine fortnightly monthly almanack post-dispatch wire newswire online today
        """);

    /// <summary>Somebody in the flesh, by whatever trade.</summary>
    public static bool IsPerson(string head) => In(People, head) || In(Posts, head) || In(SourceWords.Anonymous, head)
        || In(SourceWords.Relations, head) || In(SourceWords.Offices, head) || head.EndsWith("woman", Cmp)
        || head.EndsWith("man", Cmp) && head is not ("german" or "roman" or "ottoman" or "talisman")
        || head.EndsWith("men", Cmp) && head is not ("omen" or "specimen" or "regimen" or "semen" or "acumen");

    public static bool IsPost(string head) => In(Posts, head) || In(SourceWords.Offices, head);

    public static bool IsDocument(string head) => In(Documents, head) || In(SourceWords.Documents, head);

    public static bool IsInstitution(string head) => In(Institutions, head) || In(SourceWords.Organisations, head);

    public static bool IsOutlet(string head) => In(Outlets, head) || In(SourceWords.OutletNouns, head);

    /// <summary>People of whom "the" tells no more than "a": there may be many of them.</summary>
    public static bool IsAnybody(string head) => In(SourceWords.Anonymous, head);

    /// <summary>The singular by which a word is in a list.</summary>
    public static string Singular(string head) => head switch
    {
        "people" => "person",
        "children" => "child",
        "wives" => "wife",
        "thieves" => "thief",
        _ when head.EndsWith("men", Cmp) && head.Length > 4 || head is "men" => head[..^2] + "an",
        _ when head.EndsWith("ies", Cmp) && head.Length > 5 => head[..^3] + "y",
        _ when head.EndsWith("ches", Cmp) || head.EndsWith("shes", Cmp) || head.EndsWith("sses", Cmp)
            || head.EndsWith("xes", Cmp) => head[..^2],
        _ => head.Length > 3 && head[^1] == 's' && head[^2] is not ('s' or 'u') ? head[..^1] : head,
    };

    private const StringComparison Cmp = StringComparison.Ordinal;

    private static bool In(FrozenSet<string> set, string head) => set.Contains(head) || set.Contains(Singular(head));
}
