using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>General knowledge about the words by which texts name their sources.</summary>
internal static class SourceWords
{
    public static readonly FrozenSet<string> Titles = WordList.Of("""
        mr mrs ms miss dr prof sir dame lord lady rev fr sen sens rep reps gov lt gen col maj capt sgt adm
        president vice senator representative
        congressman congresswoman governor secretary minister prime chancellor king queen prince princess pope
        general colonel major captain
        sergeant admiral judge justice chairman chairwoman chair director professor doctor mayor sheriff detective
        inspector officer ambassador
        speaker spokesman spokeswoman spokesperson commissioner superintendent chief attorney deputy former then
        acting crown foreign interior
        defence defense finance press operator herr frau commander reporter engineer councillor archbishop bishop
        father sister brother
        dean coach lawyer analyst leader candidate nominee frontrunner agent constable lieutenant corporal
        republican democratic democrat
        gop sens. reps. mr. mrs. ms. dr. prof. rev. sen. rep. gov. lt. gen. col. maj. capt. sgt. adm. madame
        monsieur señor skipper journalist meteorologist geologist biologist historian researcher
        scientist activist campaigner pilot
        correspondent economist vet midfielder striker goalkeeper defender clerk cllr embattled retired author
        actor actress singer comedian host anchor columnist ex
        """);

    public static readonly FrozenSet<string> Offices = WordList.Of("""
        president minister premier chancellor secretary senator governor mayor spokesman spokeswoman spokesperson
        spokespeople spokesmen chairman
        chairwoman chair chairperson director head chief commander captain prosecutor prosecutors investigators
        judge ambassador commissioner
        superintendent sheriff attorney speaker ceo cfo coo manager treasurer caretaker surveyor foreman dean
        rector bishop pope king queen
        prince master harbourmaster counsel advocate auditor inspectorate general coroner magistrate registrar
        envoy consul leader lawyer lawyers
        editor moderator moderators curator steward clerk skipper coach
        """);

    public static readonly FrozenSet<string> Anonymous = WordList.Of("""
        official officials source sources person people man woman men women witness witnesses resident residents
        guard guards aide aides
        colleague colleagues insider insiders guy employee employees worker workers inspector inspectors officer
        officers neighbour neighbours
        neighbor neighbors friend friends student students teacher driver drivers fisherman fishermen visitor
        visitors contact informant cook
        waiter doorman operative operatives staffer staffers adviser advisers advisor advisors lawmaker lawmakers
        diplomat diplomats soldier
        soldiers nurse nurses doctor doctors expert experts analyst analysts critic critics voter voters user users
        customer
        customers passenger passengers villager villagers local locals someone somebody anyone others some many one
        another other member members
        participant participants ex-employee ex-officer veteran veterans executive executives trader traders
        engineer engineers technician
        scientist scientists researcher researchers historian researcher's docker dockers welder sailor sailors
        crewman clerk porter
        shopkeeper parent parents observer observers activist activists protester protesters supporter supporters
        opponent opponents reporter
        reporters journalist journalists cousin cleaner
        """);

    public static readonly FrozenSet<string> Relations = WordList.Of("""
        wife husband son daughter mother father sister brother lawyer lawyers attorney attorneys widow partner
        fiancee girlfriend boyfriend uncle
        aunt nephew niece grandmother grandfather parents assistant predecessor successor deputy solicitor agent
        doctor biographer mum mom dad grandma grandpa granny neighbour neighbor superior boss cousin brother-in-law
        sister-in-law mother-in-law father-in-law employer landlord ex-wife ex-husband stepfather stepmother
        """);

    public static readonly FrozenSet<string> OutletNames = WordList.Of("""
        cnn bbc reuters ap afp upi npr pbs nbc abc cbs msnbc cnbc itv rt tass xinhua bloomberg politico breitbart
        buzzfeed axios vox slate salon
        huffpost newsweek fox times post journal gazette courier herald tribune guardian telegraph chronicle
        observer bulletin sentinel
        dispatch examiner inquirer review weekly daily magazine newspaper newspapers paper papers broadcaster
        broadcasters outlet outlets radio tv
        television media press tabloid tabloids wire newswire sheet blog podcast journal's newsroom reuters'
        atlantic economist wsj nyt
        """);

    public static readonly FrozenSet<string> OutletNouns = WordList.Of("""
        newspaper newspapers paper papers broadcaster broadcasters outlet outlets magazine radio television media
        press tabloid tabloids wire station
        newsroom blog podcast channel network site
        """);

    public static readonly FrozenSet<string> Organisations = WordList.Of("""
        ministry department government company union police committee council court authority authorities agency
        agencies association commission
        parliament party group bank university institute hospital campaign administration office army navy brigade
        coastguard force forces firm
        corporation board team club church foundation society federation league organisation organization charity
        embassy vendor employer hotel
        insurer auditors regulator prosecution defence defense management bureau service services inc inc. corp
        corp. ltd ltd. llc plc co co.
        senate congress house pentagon kremlin cabinet opposition coalition alliance militia military fund trust
        laboratory school college county
        city state town side sides staff nation nations country lab conservatives liberals democrats republicans
        industry airline railway
        operator carrier contractor supplier manufacturer secretariat directorate inspectorate task unit division
        centre center shipyard yard
        """);

    public static readonly FrozenSet<string> OrganisationNames = WordList.Of("""
        cia fbi nsa nato eu un who imf opec nasa fda cdc epa irs sec doj dhs ice nypd lapd mi5 mi6 gchq kgb fsb gru
        ira nra aclu naacp kremlin
        pentagon white google facebook twitter apple microsoft amazon congress interpol europol unicef hamas
        hezbollah isis fifa rnc dnc gop
        """);

    public static readonly FrozenSet<string> Documents = WordList.Of("""
        report reports memo memorandum letter letters statement statements document documents filing filings log
        logs note notes audit study
        studies survey surveys poll polls record records indictment complaint manual leaflet dashboard website
        transcript transcripts book affidavit
        email emails e-mail mail ledger advisory law bill act treaty agreement contract text tape recording video
        footage message messages article
        paper's files file cable cables dossier analysis research data statistics figures list page release
        constitution minutes digest bulletin
        invoice receipt certificate diary ruling order post posts tweet tweets evidence results result findings
        assessment briefing headline ad
        advertisement advertisements edition notice sign banner circular summary account chapter annex website's
        """);

    public static readonly FrozenSet<string> Female = WordList.Of("""
        mrs ms miss mrs. ms. lady dame queen princess madame frau spokeswoman chairwoman congresswoman woman wife
        mother sister daughter aunt niece
        widow girlfriend grandmother actress businesswoman policewoman councilwoman her she
        """);

    public static readonly FrozenSet<string> Male = WordList.Of("""
        mr mr. sir lord king prince herr monsieur spokesman chairman congressman man husband father brother son
        uncle nephew boyfriend grandfather
        fr pope actor businessman policeman councilman his he guy doorman waiter fisherman
        """);
}
