using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Weighing;

/// <summary>
/// English words that texts of every kind use, by how often they stand in a million words: what is known of them before
/// a desk holds enough text to tell. Read off mail, news, press releases, web pages, interviews and letters together
/// (the mean of the logarithms, so that no one subject counts), in four steps; names and function words left out.
/// </summary>
internal static class OrdinaryWords
{
    /// <summary>Each word's code with its uses in a million words.</summary>
    public static IEnumerable<(uint Code, int Uses)> All =>
        Lists.SelectMany(static l => l.Words.Split(' ').Select(w => (WordReader.CodeOfAscii(w), l.Uses)));

    private static readonly (int Uses, string Words)[] Lists =
    [
        (900, "government state work world"),
        (450, "according already based believe best better bill billion business called case change company country "
            + "current day days end federal find four full good great group help high home important including "
            + "information issue law life little local long major million money news number office place point "
            + "power program public report right service set support system tax today week"),
        (225, "able access across action added additional address ago agreement air almost along amount announced "
            + "area areas asked available average bank base big board budget building buy call campaign care "
            + "certain children clear close co com community companies conference continue control cost costs "
            + "countries course credit currently cut data date deal decision development different director due "
            + "earlier early economic economy email energy enough especially example expected experience face fact "
            + "family final financial fire five following food force foreign former found free future gas groups "
            + "half hard head health held higher history hope hours include included includes increase industry "
            + "instead interest international issues job key kind land large late later lead leaders left legal "
            + "letter level line list live looking lost lot low man management market means meet meeting member "
            + "members military month months move name nation nations needed needs net night non note offer "
            + "officials oil old open order party past pay percent period person personal plan plans police policy "
            + "political position possible post price prices private probably problem problems process programs "
            + "project provide quality question questions rate real received recent recently record related "
            + "reported research resources response result results return rights run school sent services share "
            + "short show side site six special staff start statement stop strong sure systems taking team "
            + "technology term test th third top total trade value vote war water weeks women workers working"),
        (113, "ability account actions active activities actually add addition age agencies agency agree agreed "
            + "ahead al allow allowed alone alternative amendment analysis annual answer anti application approach "
            + "approval approved article ask assistance associated attack attacks attempt attention authority avoid "
            + "bad banks basic basis begin beginning behind benefit benefits beyond bit black body book border "
            + "bring brought build built calling calls capital car card cases cash cause caused century certainly "
            + "chance changed changes charge check child choice citizens civil claim claims class clearly closed "
            + "comes coming comment comments commercial communications compared complete computer concern concerned "
            + "concerns conditions consider considered construction contact continued contract cover create created "
            + "critical daily damage de death debate debt decided demand described design designed despite details "
            + "develop developed difference difficult direct directly discuss disease dollars domestic drive drug "
            + "easy education effect effective effort efforts eight election employees enforcement ensure entire "
            + "environment equipment estimated event events evidence exchange executive existing expect facility "
            + "failed fair fall families fast feel field fight figure file finally firm floor focus follow forces "
            + "form forward freedom friends front fuel fully fund funding funds game gives giving global goal "
            + "governments greater ground growing growth hand hands happen hear heard hearing heart helped highly "
            + "hit hold hour huge human idea image immediately impact improve income increased independent "
            + "individual individuals insurance intelligence interested interests interview introduced "
            + "investigation investment involved issued jobs joint killed lack language largest latest laws leader "
            + "leadership leading leave led legislation levels light limited lines lives living longer loss love "
            + "lower mail main majority manager markets material matter media medical men message met middle miles "
            + "mind minimum minutes morning movement moving named natural near nearly necessary network nine noted "
            + "nuclear numbers offered official opening operation operations opinion opportunity option options "
            + "organization original outside overall owned package paid paper parents particular particularly parts "
            + "pass passed peace performance phone planning play please plus points policies poor population "
            + "potential present presidential pressure prevent previous previously primary product production "
            + "products progress projects property proposal proposed protect protection provided provides providing "
            + "purchase quickly radio raise raised range rates reach read ready reason reasons receive red reduce "
            + "region regional release released remain remains remember reports request require required "
            + "responsible rest review rise risk road role room rule rules running safe safety sales save science "
            + "search season section secure self sell send senior sense series serious serve served seven showed "
            + "shows sign signed significant similar simply single situation size society software sold soon sound "
            + "source sources space specific speech spending spent stand standard standards started station status "
            + "stay step stock story strategy students study subject success successful summer supply supported "
            + "talk talking taxes terms text thousands threat throughout town training treatment tried troops true "
            + "trust turn turned type understand unit unless usually values various version video view visit vs "
            + "wall wanted weapons wide willing win won word worked works worth write written wrong wrote yesterday "
            + "young"),
    ];
}
