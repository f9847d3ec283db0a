using AllSource.Claims;

namespace AllSource.Tests.Claims;

public sealed class LanguageOfTextTests
{
    [Theory]
    [InlineData("Der Minister wies die Berichte am Freitag zurück.")]
    [InlineData("Le ministre a nié que le port soit fermé.")]
    [InlineData("El ministro negó que el puerto esté cerrado.")]
    [InlineData("Il ministro ha detto che il porto non è chiuso.")]
    [InlineData("De minister zei dat de haven niet gesloten wordt.")]
    [InlineData("O ministro disse que o porto não está fechado.")]
    [InlineData("Ministern sade att hamnen inte är stängd.")]
    [InlineData("Ministeren sagde, at havnen ikke er lukket.")]
    [InlineData("Minister powiedział, że port nie jest zamknięty.")]
    [InlineData("Ministr řekl, že přístav není uzavřen.")]
    [InlineData("Bakan limanın kapalı olmadığını ve bunun için bir karar alınmadığını söyledi.")]
    [InlineData("Ministeri sanoi, että satama ei ole suljettu.")]
    [InlineData("A miniszter azt mondta, hogy a kikötő nem zárt be.")]
    [InlineData("Ministrul a spus că portul nu este închis și că nu va fi.")]
    [InlineData("Menteri mengatakan bahwa pelabuhan itu tidak ditutup.")]
    [InlineData("Bộ trưởng nói rằng cảng không được đóng.")]
    [InlineData("Министр заявил, что порт не закрыт.")]
    [InlineData("Ο υπουργός είπε ότι το λιμάνι δεν έκλεισε.")]
    [InlineData("قال الوزير إن الميناء ليس مغلقا.")]
    [InlineData("部长说港口没有关闭。")]
    [InlineData("大臣は港は閉鎖されていないと述べた。")]
    [InlineData("השר אמר שהנמל אינו סגור.")]
    public void A_sentence_in_another_language_is_said_to_be_unread(string text)
    {
        var read = new ClaimReader().ReadText(text);
        Assert.Equal("unread", read.Language);
        Assert.Empty(read.Attributions);
        Assert.Empty(read.Names);
    }

    [Theory]
    [InlineData("Minister denies port closure")]
    [InlineData("Ursula von der Leyen denies report")]
    [InlineData("Men met son, police say")]
    [InlineData("he said so")]
    [InlineData("Le Monde: Macron to visit Rio de Janeiro")]
    [InlineData("The café owner’s fiancée, José Muñoz de la Cruz said, was naïve.")]
    [InlineData("GDP up 3 per cent")]
    [InlineData("👍")]
    [InlineData("")]
    public void A_headline_a_name_or_a_sign_is_no_other_language(string text) =>
        Assert.Equal("en", new ClaimReader().ReadText(text).Language);

    [Theory]
    [InlineData("Der Minister sagte, dass der Hafen nicht geschlossen wird.")]
    [InlineData("Министр заявил, что порт не закрыт.")]
    public void In_a_mixed_text_only_the_English_paragraphs_are_read(string other)
    {
        const string english = "The harbour master, Ada Voss, said that the port was closed on Monday.";
        foreach (var text in new[] { $"{english}\n\n{other}", $"{other}\n\n{english}",
            $"{other}\n\n{english}\n\n{other}\n\n{other}" })
        {
            var read = new ClaimReader().ReadText(text);
            Assert.Equal("mixed", read.Language);
            Assert.Equal("Ada Voss", Assert.Single(read.Attributions, a => a.Canonical.Length > 0).Canonical);
        }
    }
}
