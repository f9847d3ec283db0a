namespace AllSource.Documents.Chats;

/// <summary>What a line of a WhatsApp export is beside text.</summary>
internal enum WhatsAppMark
{
    None,
    Attachment,
    Omitted,
    Deleted,
    Call,
    System,
}

/// <summary>
/// The phrases that WhatsApp's exporter writes in place of what it leaves out, by language as far as they are known.
/// The mark of
/// direction before such a phrase (U+200E) tells it from a person who wrote the same words; some locales leave it out.
/// </summary>
internal static class WhatsAppMarks
{
    private static readonly string[] Edited =
    [
        "<This message was edited>", "<Diese Nachricht wurde bearbeitet>", "<Diese Nachricht wurde bearbeitet.>",
            "<Ce message a été modifié>",
        "<Se editó este mensaje.>", "<Se editó este mensaje>", "<Questo messaggio è stato modificato>",
            "<Dit bericht is bewerkt>",
        "<Mensagem editada>", "<Bu mesaj düzenlendi>", "<Сообщение изменено>",
    ];

    private static readonly string[] Deleted =
    [
        "This message was deleted", "You deleted this message", "Diese Nachricht wurde gelöscht",
            "Du hast diese Nachricht gelöscht",
        "Ce message a été supprimé", "Se eliminó este mensaje", "Eliminaste este mensaje",
            "Questo messaggio è stato eliminato",
        "Dit bericht is verwijderd", "Mensagem apagada", "Essa mensagem foi apagada", "Bu mesaj silindi",
            "Сообщение удалено",
        "Данное сообщение удалено", "Wiadomość została usunięta",
    ];

    private static readonly string[] Omitted =
    [
        "<Media omitted>", "image omitted", "video omitted", "audio omitted", "sticker omitted", "GIF omitted",
            "document omitted",
        "Contact card omitted", "<Medien ausgeschlossen>", "Bild weggelassen", "Video weggelassen", "Audio weggelassen",
        "Sticker weggelassen", "Dokument weggelassen", "<Médias omis>", "image absente", "vidéo absente", "audio omis",
        "<Multimedia omitido>", "<Archivo omitido>", "imagen omitida", "<Media omessi>", "immagine omessa",
            "<Media weggelaten>",
        "afbeelding weggelaten", "<Mídia oculta>", "imagem ocultada", "<Без медиафайлов>", "<Medya dahil edilmedi>",
        "<View once voice message omitted>",
    ];

    private static readonly string[] Calls =
    [
        "Missed voice call", "Missed video call", "Voice call", "Video call", "Verpasster Sprachanruf",
            "Verpasster Videoanruf",
        "Silenced voice call", "Appel vocal manqué", "Llamada perdida", "Chiamata vocale persa",
    ];

    private static readonly string[] AttachedBefore = ["<attached: ", "<Anhang: ", "<pièce jointe : ", "<adjunto: ",
        "<allegato: ", "<bijgevoegd: ", "<anexado: ", "<прикреплено: "];

    private static readonly string[] AttachedAfter =
    [
        " (file attached)", " (Datei angehängt)", " (fichier joint)", " (archivo adjunto)", " (file allegato)",
            " (bestand bijgevoegd)",
        " (arquivo anexado)", " (файл добавлен)", " (dosya ekli)",
    ];

    /// <summary>What a message's text is; <paramref name="file"/> is the attachment's name where one is
    /// given.</summary>
    public static WhatsAppMark Of(string text, bool sentByName, out string? file)
    {
        file = null;
        var marked = text.Length > 0 && text[0] == '\u200E';
        var plain = Bare(text);
        foreach (var before in AttachedBefore)
        {
            var at = plain.IndexOf(before, StringComparison.OrdinalIgnoreCase);
            var end = at < 0 ? -1 : plain.IndexOf('>', at);
            if (end < 0) continue;
            file = plain[(at + before.Length)..end];
            return WhatsAppMark.Attachment;
        }

        var firstLine = plain.IndexOf('\n') is var lineEnd and >= 0 ? plain[..lineEnd] : plain;
        foreach (var after in AttachedAfter)
        {
            if (!firstLine.EndsWith(after, StringComparison.OrdinalIgnoreCase)) continue;
            file = firstLine[..^after.Length];
            return WhatsAppMark.Attachment;
        }

        if (Omitted.Any(word => plain.Equals(word, StringComparison.OrdinalIgnoreCase))
            && (marked || plain[0] == '<')) return WhatsAppMark.Omitted;
        if (Deleted.Any(word =>
            plain.TrimEnd('.').Equals(word, StringComparison.OrdinalIgnoreCase))) return WhatsAppMark.Deleted;
        if (marked && plain.EndsWith("omitted", StringComparison.Ordinal)
            && plain.Length < 60) return WhatsAppMark.Omitted;
        if (marked && Calls.Any(word =>
            plain.StartsWith(word, StringComparison.OrdinalIgnoreCase))) return WhatsAppMark.Call;
        return !sentByName || (marked && !IsShown(plain)) ? WhatsAppMark.System : WhatsAppMark.None;
    }

    /// <summary>Where the mark of an edit begins at the end of a text; the text's length when there is none.</summary>
    public static int EditedFrom(string text)
    {
        foreach (var mark in Edited)
        {
            var at = text.LastIndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || Bare(text[(at + mark.Length)..]).Length > 0) continue;
            while (at > 0 && text[at - 1] is '\u200E' or ' ') at--;
            return at;
        }

        return text.Length;
    }

    /// <summary>Polls, places and events begin with the mark of direction, yet are a person's words.</summary>
    private static bool IsShown(string plain) =>
        plain.StartsWith("POLL:", StringComparison.OrdinalIgnoreCase)
            || plain.StartsWith("UMFRAGE:", StringComparison.OrdinalIgnoreCase)
        || plain.StartsWith("Location:", StringComparison.OrdinalIgnoreCase)
            || plain.StartsWith("EVENT:", StringComparison.OrdinalIgnoreCase)
        || plain.StartsWith("Standort:", StringComparison.OrdinalIgnoreCase);

    private static string Bare(string text) => text.Trim().Trim('\u200E', '\u200F', ' ', '\n');
}
