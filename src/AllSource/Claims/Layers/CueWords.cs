using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>Stems (see <see cref="Stems"/>) of words that report speech and of those that report what nobody may have
/// said.</summary>
internal static class CueWords
{
    /// <summary>Cues that make a claim within a claim ("A said that B had told C") on their own.</summary>
    public static readonly FrozenSet<string> Strong = WordList.Of("""
        caution note stand
        say tell report deny claim alleg announc argu insist admit confirm acknowledg conced assert state writ
        write warn
        promis assur inform explain
        testify swear complain accus retract recant withdraw declin refus disput reject dismiss maintain declar
        reveal disclos according
        repeat reply respond ask tweet boast confess contend vow predict recall notify brief advis quot cit add
        """);

    public static readonly FrozenSet<string> Speech = WordList.Of("""
        say tell report deny claim alleg announc argu insist admit confirm acknowledg conced assert state writ
        write warn
        promis assur inform explain
        testify swear complain accus retract recant withdraw declin refus disput reject dismiss maintain declar
        reveal disclos according
        repeat reply respond ask tweet boast confess contend vow predict recall notify brief advis quot cit add
        call describ note suggest caution
        point indicat mention remark comment observ stress emphasiz underlin underscor highlight urg demand request
        question doubt challeng
        criticiz criticis condemn denounc blast slam attack ridicul mock prais applaud hail thank apologiz apologis
        speak talk discuss answer
        agre disagre contest contradict contend counter conclud find show estimat forecast rul order post publish
        releas issu text email
        phon telephon shout yell scream whisper jok quip lament mus pledg threaten offer propos recommend refer
        express voic rais hint imply
        insinuat specify clarify elaborat continu begin read list detail document record stand back stick correct
        accept allow corroborat verify
        verifi rebut refut repudiat disavow scoff rubbish dub label brand term deem blam charg accusation statement
        denial report reports claim
        allegation assertion announcement warning promise account testimony remark comment suggestion admission
        confession tip telegraph
        concern reiterat reaffirm restat vouch signal sign hear interview certify attest protest object plead pray
        relay pass leak circulat
        per account quotation message letter memo word diagnos argument complaint criticism accord : guarante
        depict portray character cast
        """);

    public static readonly FrozenSet<string> Belief = WordList.Of("""
        think believ hope want fear expect feel know seem appear plan intend support oppos see lik love hat
        consider aim seek wish prefer worry
        view decid try need mean wonder imagin suspect assum doubt regard trust understand realiz realis understood
        favor favour hop
        care wait will would eager likely ready willing concern confident convinced worried afraid sure certain aware
        """);

    /// <summary>Verbs whose object is the hearer.</summary>
    public static readonly FrozenSet<string> Tell = WordList.Of("""
        tell inform assur remind warn notify brief advis ask promis persuad convinc text email phon telephon messag
        writ write instruct update
        reassur alert
        """);

    /// <summary>Verbs that take the hearer after "to".</summary>
    public static readonly FrozenSet<string> SayTo = WordList.Of("""
        say writ write complain confirm explain report speak testify admit confess talk boast announc read mention
        repeat
        reply respond apologiz
        apologis deny describ reveal disclos state suggest swear send give quot leak promis point hint remark
        comment offer express pass confid swear insist deny retract withdraw maintain
        statement account letter message testimony
        """);

    public static bool IsSpeech(Draft draft, GrammarIndex index)
    {
        var belief = false;
        foreach (var cue in draft.Cue)
        {
            for (var i = cue.First; i < cue.End; i++)
            {
                var stem = Stems.Of(index.Text.Tokens.Lower[i]);
                if (Speech.Contains(stem) || Speech.Contains(index.Text.Tokens.Lower[i])) return true;
                belief |= Belief.Contains(stem);
            }
        }

        if (belief) return false;
        return draft.Content.Any(c => index.Text.Quotes.Of[c.First] >= 0);
    }
}
