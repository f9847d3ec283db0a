using System.Collections.Immutable;
using AllSource.Documents.Text;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Documents.Chats;

/// <summary>One message as it comes out of a JSON export, before it is written into a text.</summary>
internal sealed record ChatEntry(JsonText Sender, string SenderName, JsonText Written, ReportedTime? At,
    IReadOnlyList<JsonText> Body, JsonText Forwarded);

/// <summary>
/// Writes messages as <c>[time] Name: text</c>, an empty line after each. Names, times and texts keep their bytes;
/// brackets, colon
/// and line ends are the reader's own. A forwarded message is also a quoted block.
/// </summary>
internal sealed class ChatText(Reading reading, JsonTree tree, string? part = null)
{
    private readonly TextAssembly _assembly = new(reading.Bytes, reading.Lines, part);
    private readonly List<Message> _messages = [];
    private readonly List<QuotedBlock> _quoted = [];

    public TextAssembly Assembly => _assembly;

    public ImmutableArray<Message> Messages => [.. _messages];

    public ImmutableArray<QuotedBlock> Quoted => [.. _quoted];

    public void Add(ChatEntry entry)
    {
        if (entry.Written.Text.Length > 0)
        {
            _assembly.AppendOwn("[");
            Append(entry.Written);
            _assembly.AppendOwn("] ");
        }

        if (entry.Sender.Text.Length > 0) Append(entry.Sender);
        else _assembly.AppendOwn(entry.SenderName);
        if (entry.Forwarded.Text.Length > 0)
        {
            _assembly.AppendOwn(" (forwarded from ");
            Append(entry.Forwarded);
            _assembly.AppendOwn(")");
        }

        _assembly.AppendOwn(": ");
        var start = _assembly.Length;
        foreach (var piece in entry.Body) Append(piece);
        var body = new TextSpan(start, _assembly.Length);
        _assembly.AppendOwn("\n\n");
        var forwarded = entry.Forwarded.Text.Length > 0 ? entry.Forwarded.Text : null;
        _messages.Add(new(body, entry.SenderName, entry.At, forwarded));
        if (forwarded is not null && !body.IsEmpty) _quoted.Add(new(body, forwarded, null));
    }

    private void Append(JsonText text) => tree.Append(_assembly, text, reading.Bytes.Length);
}
