using System.Reflection;

namespace AllSource.App;

/// <summary>What this program calls itself.</summary>
internal static class Product
{
    public static string Version { get; } =
        typeof(Product)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "unknown";
}
