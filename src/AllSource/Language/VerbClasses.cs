using System.Collections.Frozen;

namespace AllSource.Language;

/// <summary>
/// Kinds of words that attribute: verbs of saying, asking, thinking, wanting, the nouns and adjectives beside them.
/// What is learned of a kind carries over to words that training seldom or never saw. Not a list of cues: most of these
/// words often stand without attributing anything.
/// </summary>
internal static class VerbClasses
{
    public const byte None = 0;

    // Kinds between bars; a word of several kinds belongs to the first that lists it.
    private const string Kinds = """
        say state declare assert claim allege maintain contend argue insist aver opine remark comment observe add
        note explain affirm reaffirm reiterate repeat profess proclaim announce exclaim posit contest attest stress
        emphasize emphasise underscore underline quip joke lament continue begin conclude muse vouch
        | tell inform notify assure reassure remind warn caution alert brief advise apprise convince persuade
        instruct counsel lecture teach enlighten update
        | shout yell scream whisper mutter murmur mumble bellow bark growl snarl sneer cry croak chant sing shriek
        holler roar thunder gush sigh groan moan laugh chuckle giggle scoff snap hiss drawl blurt chirp intone
        | write tweet retweet post blog publish report broadcast document chronicle record print text email e-mail
        message telegraph wire fax release issue circulate pen scribble type sign headline editorialize
        | ask inquire enquire query question wonder quiz interrogate grill press probe challenge request urge demand
        implore beg beseech plead appeal petition command order exhort encourage invite prod nudge lobby call summon
        | answer respond reply retort counter rejoin shoot fire react riposte
        | promise vow pledge swear guarantee commit undertake threaten offer volunteer bet wager dare
        | deny reject dispute refute rebut repudiate disavow disown contradict dismiss decline refuse renounce
        recant retract withdraw disclaim negate brush downplay pooh-pooh
        | criticize criticise condemn denounce blast slam attack assail lambaste rip bash pan deride mock ridicule
        disparage decry deplore chide chastise rebuke scold admonish berate castigate censure fault blame accuse
        charge indict smear malign insult taunt belittle excoriate pillory skewer knock hammer savage trash vilify
        demonize hit object protest complain grumble gripe whine rail rant carp bemoan rage fume inveigh
        | praise hail applaud laud commend compliment thank congratulate salute cheer tout extol celebrate welcome
        defend acclaim toast bless credit champion trumpet promote endorse back apologize apologise forgive
        | admit acknowledge concede confess grant own allow recognize recognise accept fess confide reveal disclose
        divulge leak expose tip spill betray
        | think believe suppose assume presume guess reckon figure imagine suspect surmise speculate theorize
        conjecture consider deem judge regard view opine hold feel sense gather conceive fancy trust doubt question
        disbelieve understand interpret perceive misunderstand infer deduce conclude reason rationalize ponder
        contemplate
        | want hope wish desire intend plan aim seek long yearn aspire mean propose prefer crave wanna need strive
        hanker
        | know learn discover realize realise find hear see notice recall remember forget read watch witness
        recognise ascertain determine detect uncover observe note spot recollect overhear
        | fear worry dread love like hate dislike enjoy resent regret appreciate admire respect envy despise loathe
        detest abhor fret care mind rejoice mourn grieve relish fume bristle marvel balk adore cherish favor favour
        | expect predict forecast foresee anticipate project prophesy foretell envision envisage estimate calculate
        await portend augur bode
        | agree disagree decide choose opt resolve support oppose favor favour approve disapprove advocate vote rule
        concur side dissent determine conclude pick object resist embrace
        | suggest propose recommend advise float moot advocate nominate urge submit pitch hint imply insinuate
        intimate indicate signal signify
        | show demonstrate prove reveal indicate establish confirm corroborate verify illustrate attest reflect
        evidence mean entail betoken testify certify validate substantiate
        | describe characterize characterise call label brand dub term name portray depict paint cast compare liken
        equate refer define frame rate rank rank caricature deem style nickname sum
        | discuss mention talk speak address raise cite quote reference invoke bring touch outline detail describe
        recount relate narrate summarize summarise elaborate clarify specify explain debate argue bicker negotiate
        broach present air voice express convey communicate relay articulate vent utter pronounce recite chat gossip
        testify preach lecture point allude hark list enumerate explicate expound spell
        | statement comment remark claim assertion allegation contention declaration announcement report testimony
        account tweet letter memo speech interview address message post article story column editorial op-ed release
        quote quotation word words answer response reply question request demand appeal plea promise vow pledge
        threat warning accusation charge complaint criticism denial rejection admission confession acknowledgment
        suggestion proposal recommendation advice description explanation argument insistence rhetoric slogan motto
        refrain mantra joke quip lie boast compliment praise condemnation denunciation attack endorsement apology
        rumor rumour gossip mention reference talk confirmation disclosure revelation prediction forecast estimate
        finding conclusion ruling decision order verdict survey poll study analysis review tip hint caption headline
        resolution bill call cry chant note email text blog commentary critique rebuke rant tirade
        | belief opinion view thought idea notion feeling sense hope wish desire fear worry concern anxiety doubt
        suspicion expectation assumption presumption conviction confidence faith understanding knowledge awareness
        realization impression perception intention intent plan aim goal ambition preference support opposition
        approval disapproval skepticism scepticism optimism pessimism regret anger outrage frustration
        disappointment enthusiasm interest attitude stance position judgment assessment theory hypothesis
        speculation determination willingness reluctance commitment promise agreement disagreement love hatred
        contempt admiration respect disdain memory recollection mind worldview instinct guess consensus
        | confident sure certain convinced aware conscious unaware uncertain unsure doubtful skeptical sceptical
        optimistic pessimistic hopeful afraid fearful scared worried anxious concerned nervous wary leery happy glad
        pleased delighted thrilled proud sad sorry angry furious mad upset disappointed frustrated surprised shocked
        stunned amazed outraged disgusted grateful thankful eager keen willing unwilling ready reluctant determined
        interested curious adamant clear insistent critical supportive dismissive bullish bearish fond jealous
        ashamed embarrassed satisfied content comfortable uncomfortable tired sick vocal open honest candid mum
        silent quoted
        | according per reportedly allegedly apparently via
        """;

    private static readonly FrozenDictionary<string, byte> ByStem = Table();

    private static FrozenDictionary<string, byte> Table()
    {
        var table = new Dictionary<string, byte>(StringComparer.Ordinal);
        var kinds = Kinds.Split('|');
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            foreach (var word in kinds[kind].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                table.TryAdd(Stems.Of(word), (byte)(kind + 1));
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The kind of a stem (see <see cref="Stems"/>), from 1; 0 for a word of none.</summary>
    public static byte Of(string stem) => ByStem.GetValueOrDefault(stem, None);
}
