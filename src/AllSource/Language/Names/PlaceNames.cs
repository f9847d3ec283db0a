using System.Collections.Frozen;

namespace AllSource.Language.Names;

/// <summary>Countries, states, large cities and the common nouns that end a place's name, in lower case; a name of
/// several words is kept with single spaces.</summary>
internal static class PlaceNames
{
    /// <summary>Names of places of one word.</summary>
    public static readonly FrozenSet<string> Single = WordList.Of("""
        afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain
        bangladesh barbados belarus belgium belize benin bhutan bolivia botswana brazil brunei bulgaria burundi
        cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus czechia denmark djibouti dominica
        ecuador egypt eritrea estonia eswatini ethiopia fiji finland france gabon gambia germany ghana greece grenada
        guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica
        japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya
        liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico
        micronesia moldova monaco mongolia montenegro morocco mozambique myanmar burma namibia nauru nepal netherlands
        nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal
        qatar romania russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain sudan
        suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey türkiye
        turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe england
        scotland wales britain europe asia africa america antarctica oceania scandinavia balkans crimea donbas gaza
        kashmir tibet xinjiang siberia chechnya kurdistan catalonia bavaria normandy tuscany sicily corsica
        alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
        indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
        montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington
        wisconsin wyoming ontario quebec alberta manitoba saskatchewan queensland tasmania
        london paris berlin madrid rome vienna moscow kyiv kiev warsaw prague budapest bucharest sofia athens ankara
        istanbul brussels amsterdam rotterdam copenhagen stockholm oslo helsinki dublin lisbon bern zurich geneva
        belgrade zagreb sarajevo skopje tirana vilnius riga tallinn minsk tbilisi yerevan baku beijing shanghai
        guangzhou shenzhen tokyo osaka kyoto seoul pyongyang delhi mumbai kolkata bangalore karachi lahore islamabad
        kabul tehran baghdad basra mosul damascus aleppo beirut jerusalem amman cairo alexandria tripoli benghazi
        tunis algiers rabat casablanca khartoum nairobi mogadishu kampala kigali lagos abuja accra dakar bamako
        johannesburg pretoria capetown harare lusaka maputo luanda kinshasa riyadh jeddah dubai doha muscat sanaa aden
        bangkok hanoi saigon manila jakarta singapore sydney melbourne brisbane perth canberra auckland wellington
        toronto montreal vancouver ottawa calgary chicago boston philadelphia houston dallas austin miami atlanta
        seattle denver detroit baltimore cleveland cincinnati pittsburgh phoenix orlando tampa charlotte nashville
        memphis milwaukee minneapolis sacramento oakland honolulu anchorage manhattan brooklyn queens bronx harlem
        hollywood havana caracas bogota lima quito santiago brasilia montevideo asuncion manchester liverpool
        birmingham leeds sheffield glasgow edinburgh belfast cardiff bristol hamburg munich cologne frankfurt stuttgart
        dresden leipzig lyon marseille toulouse bordeaux nice milan naples turin venice florence barcelona seville
        valencia bilbao krakow gdansk odessa odesa kharkiv mariupol donetsk luhansk lviv sevastopol vladivostok
        novosibirsk grozny lund davos
        """);

    private static readonly FrozenSet<string> Many = FrozenSet.ToFrozenSet(
    [
        "united states", "united kingdom", "new york", "new york city", "new jersey", "new mexico", "new hampshire",
        "north carolina", "south carolina", "north dakota", "south dakota", "west virginia", "rhode island",
        "los angeles", "san francisco", "san diego", "san antonio", "san jose", "las vegas", "new orleans",
        "st. louis", "kansas city", "salt lake city", "el paso", "fort worth", "washington dc", "washington d.c.",
        "hong kong", "north korea", "south korea", "saudi arabia", "south africa", "south sudan", "sri lanka",
        "new zealand", "costa rica", "el salvador", "puerto rico", "dominican republic", "czech republic",
        "united arab emirates", "sierra leone", "burkina faso", "ivory coast", "cape verde", "equatorial guinea",
        "papua new guinea", "trinidad and tobago", "bosnia and herzegovina", "north macedonia", "northern ireland",
        "middle east", "latin america", "north america", "south america", "central america", "west bank",
        "gaza strip", "tel aviv", "abu dhabi", "new delhi", "kuala lumpur", "ho chi minh city", "mexico city",
        "buenos aires", "rio de janeiro", "sao paulo", "são paulo", "cape town", "addis ababa", "st. petersburg",
        "black sea", "red sea", "south china sea", "baltic sea", "north sea", "persian gulf", "silicon valley",
        "long island", "staten island", "wall street", "british columbia", "nova scotia", "new south wales",
        "soviet union", "the hague", "guantanamo bay", "palm beach", "des moines", "baton rouge", "little rock",
    ], StringComparer.Ordinal);

    /// <summary>Common nouns that close a place's name.</summary>
    public static readonly FrozenSet<string> Closing = WordList.Of("""
        street road avenue lane boulevard drive highway motorway bridge tunnel river lake sea ocean bay gulf strait
        island islands isle peninsula mountain mountains valley desert forest hills hill beach coast canal harbour
        harbor square park gardens plaza county province district borough village town city state territory region
        republic kingdom emirate airport station quay pier terminal ridge creek springs falls heights ward
        """);

    /// <summary>Common nouns and adjectives that open one.</summary>
    public static readonly FrozenSet<string> Opening = WordList.Of(
        "port lake mount fort cape north south east west northern southern eastern western upper lower great san santa "
            + "saint st. los las el new");

    public static bool Has(string words) => Single.Contains(words) || Many.Contains(words);
}
