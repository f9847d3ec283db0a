using System.Globalization;
using System.Text;

namespace AllSource.Documents.Calls;

/// <summary>What a column of call records holds.</summary>
internal enum CallColumn
{
    From,
    To,
    Start,
    Date,
    Time,
    Utc,
    Duration,
    Type,
    FirstCell,
    LastCell,
    Imei,
    Imsi,
    Subscriber,
    OtherParty,
    RowNumber,
}

/// <summary>
/// The words that operators put over their columns, in several languages. There is no standard; a name that is not here
/// leaves the
/// column unread, and its values stay in the text.
/// </summary>
internal static class CallColumns
{
    private static readonly Dictionary<string, CallColumn> ByName = Build(
        (CallColumn.From,
            "a party|a number|a no|a nr|anumber|aparty|a msisdn|msisdn a|party a|a subscriber|calling|calling "
            + "party|calling number|"
            + "calling no|calling party number|calling station|caller|caller number|caller id|caller "
                + "no|originating number|originator|origin|from|"
            + "from number|source|source number|src|initiator|a rufnummer|rufnummer a|a teilnehmer|anrufer|rufende "
                + "nummer|appelant|numero appelant|"
            + "llamante|numero origen|origen|numero a|abonado a|chiamante|numero chiamante|numer a|abonent a|chamador"),
        (CallColumn.To,
            "b party|b number|b no|b nr|bnumber|bparty|b msisdn|msisdn b|party b|b subscriber|called|called "
            + "party|called number|"
            + "called no|called party number|called station|callee|recipient|receiver|dialled number|dialed "
                + "number|dialled digits|dialed digits|dialled|"
            + "dialed|destination|destination number|dst|to|to number|terminating number|b rufnummer|rufnummer b|b "
                + "teilnehmer|angerufener|"
            + "zielrufnummer|gerufene nummer|appele|numero appele|llamado|numero destino|destino|numero b|abonado "
                + "b|chiamato|numero chiamato|"
            + "numer b|abonent b|chamado"),
        (CallColumn.Start,
            "start|start time|start date time|start datetime|datetime|date time|date and time|call date time|call "
            + "start|call start time|"
            + "timestamp|begin|begin time|beginn|setup time|connect time|event time|event date time|zeitpunkt|date "
                + "heure|fecha hora|fecha y hora|"
            + "data ora|data hora|start of call|answer time|seize time|call begin|starttime|startdate"),
        (CallColumn.Date, "date|call date|start date|event date|datum|fecha|data|giorno|dia"),
        (CallColumn.Time,
            "time|call time|event time of day|uhrzeit|zeit|heure|hora|ora|godzina|call initiation time|start hour"),
        (CallColumn.Duration,
            "duration|dur|call duration|duration s|duration sec|duration secs|duration seconds|dur s|dur "
            + "sec|seconds|secs|sec|"
            + "call duration s|call duration sec|length|billsec|talk time|dauer|dauer s|dauer sek|dauer "
                + "sekunden|gesprachsdauer|duree|duree s|"
            + "duracion|duracion s|durata|duracao|czas trwania|duration min|duration minutes"),
        (CallColumn.Type,
            "type|call type|record type|event type|service|service type|usage type|direction|call "
            + "direction|typ|art|dienst|richtung|"
            + "sens|tipo|sentido|service code|toc|ticket type"),
        (CallColumn.FirstCell,
            "first cell|first cell id|first cell a|first cell id a|first cellid|1st cell|1st cell id|start "
            + "cell|start cell id|cell|"
            + "cell id|cellid|cell a|first bts|first bts location|first tower|first site|begin cell|cgi|first "
                + "cgi|ecgi|zelle|funkzelle|erste zelle|"
            + "cellule|celda|cella|site|cell site|start site"),
        (CallColumn.LastCell,
            "last cell|last cell id|last cell a|last cell id a|last cellid|end cell|end cell id|last bts|last bts "
            + "location|"
            + "last tower|last site|last cgi|letzte zelle|end site"),
        (CallColumn.Imei, "imei|imei a|a imei|calling imei|imei number|handset|device"),
        (CallColumn.Imsi, "imsi|imsi a|a imsi|calling imsi|imsi number"),
        (CallColumn.Subscriber,
            "subscriber|subscriber number|target|target number|target no|msisdn|own number|phone "
            + "number|number|anschluss"),
        (CallColumn.OtherParty,
            "other party|other number|other party number|opposite number|opposite party|correspondent|contact number|"
            + "gegenstelle|gegenrufnummer|remote number|remote party|correspondant"),
        (CallColumn.RowNumber, "seq|sequence|row|no|nr|s no|sl no|sr no|record no|lfd nr|record|id|record id"));

    /// <summary>Null when nobody knows the name.</summary>
    public static CallColumn? Of(string header)
    {
        var name = Plain(header);
        if (name.Length is 0 or > 60) return null;
        var words = name.Split(' ');
        if ((words.Contains("utc") || words.Contains("gmt"))
            && words.Any(w => w is "start" or "time" or "date" or "datetime" or "begin"))
        {
            return CallColumn.Utc;
        }

        if (ByName.TryGetValue(name, out var column)) return column;
        // Units and zones behind the name: "Duration (HH:MM:SS)", "Start Time (local)".
        var open = header.IndexOfAny(['(', '[']);
        return open > 0 && ByName.TryGetValue(Plain(header[..open]), out column) ? column : null;
    }

    /// <summary>Lower case, without accents, and with one space for whatever is no letter or digit.</summary>
    public static string Plain(string header)
    {
        var plain = new StringBuilder();
        foreach (var c in header.Length > 80 ? "" : header.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().Trim();
    }

    /// <summary>How a missing column is called to a person.</summary>
    public static string Describe(CallColumn column) => column switch
    {
        CallColumn.From => "the calling party (such as A_PARTY or CALLING NUMBER)",
        CallColumn.To => "the called party (such as B_PARTY or CALLED NUMBER)",
        CallColumn.Start => "the time (such as START, or DATE and TIME)",
        CallColumn.Duration => "the duration (such as DURATION_S)",
        _ => column.ToString(),
    };

    private static Dictionary<string, CallColumn> Build(params (CallColumn Column, string Names)[] table)
    {
        var byName = new Dictionary<string, CallColumn>(StringComparer.Ordinal);
        foreach (var (column, names) in table)
        {
            foreach (var name in names.Split('|')) byName.TryAdd(name, column);
        }

        return byName;
    }
}
