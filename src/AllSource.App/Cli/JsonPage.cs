using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AllSource.App.Cli;

/// <summary>One indented JSON document on a terminal's output, the same bytes on every system.</summary>
internal static class JsonPage
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> fields)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new()
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // goes to a file or a pipe, never into a page
        }))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length));
    }
}
