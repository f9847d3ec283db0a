using System.Collections.Frozen;

namespace AllSource.Language.Names;

/// <summary>Words that tell what a capital word beside them is: titles and posts before people, the nouns of
/// institutions, nationalities that are no names.</summary>
internal static class NameWords
{
    /// <summary>Words of address and rank before a person's name; they are no part of it.</summary>
    public static readonly FrozenSet<string> Titles = WordList.Of("""
        mr mrs ms miss dr prof sir dame lord lady rev fr sen sens rep reps gov lt gen col maj capt sgt adm cllr
        mr. mrs. ms. dr. prof. rev. sen. sens. rep. reps. gov. lt. gen. col. maj. capt. sgt. adm. cmdr. insp. det.
        president vice senator representative congressman congresswoman governor secretary minister premier chancellor
        king queen prince princess pope general colonel major captain sergeant admiral lieutenant corporal commander
        commodore brigadier marshal judge justice chairman chairwoman chair director professor doctor mayor sheriff
        detective inspector officer ambassador speaker spokesman spokeswoman spokesperson commissioner superintendent
        chief attorney prosecutor councillor alderman archbishop bishop cardinal father sister brother rabbi imam
        sheikh emir sultan baron count duke duchess dean coach lawyer analyst leader candidate herr frau monsieur
        madame señor señora signor editor reporter correspondent journalist engineer surgeon nurse professor principal
        constable agent operator foreman caretaker clerk treasurer auditor economist historian chef author actor
        actress singer uncle aunt grandma grandpa ex-president former then deputy acting prime foreign interior
        defence defense finance transport justice first lady
        """);

    /// <summary>Nouns, with a capital, that make the name that they stand in an organisation's.</summary>
    public static readonly FrozenSet<string> Organisations = WordList.Of("""
        ministry department agency authority administration office bureau commission committee council court tribunal
        parliament senate congress house assembly cabinet party union association federation confederation league
        alliance coalition
        movement front brigade army navy force forces guard police coastguard patrol service services secretariat
        directorate inspectorate university college school academy institute laboratory labs lab hospital clinic
        church mosque synagogue foundation trust fund charity society club team bank group company corporation corp
        corp.
        inc inc. ltd ltd. llc plc gmbh ag co co. holdings partners associates brothers industries systems technologies
        technology software networks airlines airways railways railway rail shipping lines line energy oil gas
        electric power motors motor
        pharmaceuticals medical chemicals steel mining foods insurance securities capital investments ventures
        consulting
        times post journal gazette herald tribune chronicle telegraph guardian courier mail observer bulletin sentinel
        dispatch examiner inquirer review weekly daily standard ledger mirror star sun press news wire radio
        television tv channel
        broadcasting media magazine publishing books records studios entertainment united fc city rovers athletic
        wanderers organisation organization network center centre museum library theatre theater registry treasury
        exchange nations watch international dredging construction logistics freight works mutual fm am net hydro wire
        online terminals terminal products textiles ceramics minerals robotics breweries brewery dairies dairy quarries
        shipyards shipyard docks dockyard farms vineyards plastics analytics solutions laboratories biotech aerospace
        aviation water utilities haulage transport marine offshore shipbuilding towage salvage ferries cruises hotels
        estates properties developments builders cement timber packaging supermarkets retail distillery consultants
        watchdog forum consortium cooperative syndicate guild chamber refinery refineries chemical engineering
        """);

    /// <summary>A plural that closes the name of a firm and no surname: "Orrin Terminals", "Mary Systems".</summary>
    public static bool IsOfFirms(string lower) => lower.Length > 5 && lower[^1] == 's' && Organisations.Contains(lower);

    /// <summary>Organisations whose one word says nothing else.</summary>
    public static readonly FrozenSet<string> Known = WordList.Of("""
        cia fbi nsa nato eu un who imf opec nasa fda cdc epa irs sec doj dhs ice nypd lapd mi5 mi6 gchq kgb fsb gru ira
        nra aclu naacp kremlin pentagon google facebook twitter apple microsoft amazon interpol europol unicef unesco
        hamas hezbollah isis isil taliban fifa uefa rnc dnc gop cnn bbc reuters ap afp upi npr pbs nbc abc cbs msnbc
        cnbc
        itv rt tass xinhua bloomberg politico breitbart buzzfeed axios vox slate huffpost newsweek fox congress senate
        parliament exxon boeing airbus volkswagen toyota samsung sony nokia siemens gazprom rosneft wikileaks greenpeace
        amnesty oxfam opcw iaea wto oecd asean ecb cern osce yahoo uber tesla spacex ibm intel nike walmart starbucks
        netflix disney mcdonald's goldman citigroup barclays hsbc lufthansa ryanair whatsapp instagram youtube linkedin
        medicare medicaid obamacare euronews eurostat frontex mossad bundestag bundeswehr knesset duma
        """);

    /// <summary>Nationalities, faiths, parties' members, languages: capital words that name no one thing.</summary>
    public static readonly FrozenSet<string> Nationalities = WordList.Of("""
        american americans british english french german germans russian russians chinese japanese korean koreans
        indian indians pakistani iranian iranians iraqi iraqis syrian syrians israeli israelis palestinian palestinians
        saudi turkish turks kurdish kurds arab arabs arabic european europeans african africans african-american asian
        asians latino latinos latina latinas hispanic hispanics mexican mexicans canadian canadians australian
        australians
        italian italians spanish spaniards portuguese dutch belgian swiss austrian austrians swedish swedes norwegian
        norwegians danish danes finnish finns polish poles czech czechs hungarian hungarians romanian bulgarian greek
        greeks serb serbs serbian croatian bosnian albanian ukrainian ukrainians belarusian georgian armenian afghan
        afghans egyptian egyptians libyan tunisian moroccan algerian nigerian kenyan somali ethiopian cuban cubans
        brazilian colombian venezuelan argentine chilean irish scottish scots welsh muslim muslims islamic islamist
        christian christians catholic catholics protestant protestants jewish jews hindu hindus buddhist sikh mormon
        republican republicans democrat democrats democratic conservative conservatives labour liberal liberals tory
        tories communist socialist nazi nazis western westerners soviet soviets vietnamese thai filipino indonesian
        malaysian
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december christmas easter ramadan i mon tue tues wed thu thur thurs fri sat sun jan
        feb
        mar apr jun jul aug sep sept oct nov dec god internet web tlp amber
        """);

    /// <summary>Small words inside a name of several.</summary>
    public static readonly FrozenSet<string> Links =
        WordList.Of("of for and the & de van von der den di da del la le du bin ibn al el ter");

    /// <summary>Words before a name that tell an organisation: "the vendor Castelion".</summary>
    public static readonly FrozenSet<string> BeforeOrganisation = WordList.Of("""
        vendor company firm contractor insurer employer airline carrier manufacturer supplier broadcaster newspaper
        station agency bank charity group retailer publisher operator club developer startup outlet magazine website
        site organisation organization organiser rival subsidiary unit association union paper network provider
        """);

    /// <summary>Words after a name that tell an organisation: "an NPO spokesman".</summary>
    public static readonly FrozenSet<string> AfterOrganisation = WordList.Of("""
        spokesman spokeswoman spokesperson spokespeople executives executive employees employee shares reporter
        reporters editor editors chairman headquarters staff subsidiary shareholders board correspondent ceo
        """);

    /// <summary>Posts in lower case before a name: "the mechanic Jonas Brandt".</summary>
    public static readonly FrozenSet<string> Posts = WordList.Of("""
        spokesman spokeswoman spokesperson minister president chairman chairwoman director manager engineer mechanic
        officer inspector detective prosecutor lawyer attorney solicitor judge mayor senator governor ambassador envoy
        economist analyst expert professor historian scientist researcher reporter journalist editor correspondent
        author actor actress singer coach captain striker midfielder neighbour neighbor resident driver nurse doctor
        surgeon teacher student witness brother sister son daughter wife husband father mother uncle aunt cousin
        friend colleague aide adviser advisor strategist candidate nominee leader founder secretary treasurer clerk
        foreman baker farmer fisherman vet priest vicar organist porter caretaker user predecessor successor deputy
        activist agent boss owner chief head skipper guard banker trader pollster columnist anchor host pilot dealer
        """);
}
