using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AllSource.Tests.Architecture;

/// <summary>One reference from a room to another that the order of rooms forbids, as it is printed.</summary>
internal sealed record BrokenWall(string From, string To, string Where)
{
    public override string ToString() => $"{From} -> {To} (in {Where})";
}

/// <summary>
/// Reads the compiled core and finds references that go against the order of rooms: from a room to one on its right.
/// Signatures and method bodies count, so a wall cannot be broken by a local variable either.
/// </summary>
internal static class RoomOrder
{
    public static IReadOnlyList<string> Rooms { get; } =
    [
        "Kernel", "Access", "Sources", "Reports", "Language", "Claims", "Lineage", "Fusion", "Assessments", "Exposure",
        "Release", "Briefs", "Desk",
    ];

    public static IReadOnlyList<BrokenWall> Broken(ModuleDefinition core, IReadOnlyList<string> order) =>
    [
        .. References(core).Where(r => !Allows(order, r.From, r.To)).DistinctBy(r => (r.From, r.To, r.Where))
            .OrderBy(r => r.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>All references between different rooms of a module.</summary>
    public static IEnumerable<BrokenWall> References(ModuleDefinition module)
    {
        foreach (var type in module.GetTypes())
        {
            if (RoomOf(type) is not { } from) continue;
            foreach (var used in TypesUsedBy(type))
            {
                if (RoomOf(used) is { } to && to != from) yield return new(from, to, type.FullName);
            }
        }
    }

    private static bool Allows(IReadOnlyList<string> order, string from, string to)
    {
        var (right, left) = (Index(order, from), Index(order, to));
        if (right < 0 || left < 0) return false;
        return from == "Briefs" ? to is "Release" or "Kernel" : left < right;
    }

    private static int Index(IReadOnlyList<string> order, string room)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i] == room) return i;
        }

        return -1;
    }

    private static string? RoomOf(TypeReference type)
    {
        var outer = type;
        while (outer.DeclaringType is not null) outer = outer.DeclaringType;
        if (outer is GenericParameter) return null;
        var parts = outer.Namespace.Split('.');
        return parts is ["AllSource", var room, ..] && outer.Scope?.Name is "AllSource.Core" or "AllSource.Core.dll"
            ? room : null;

    }

    private static IEnumerable<TypeReference> TypesUsedBy(TypeDefinition type)
    {
        var found = new List<TypeReference?> { type.BaseType };
        found.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        found.AddRange(type.Fields.Select(f => f.FieldType));
        foreach (var method in type.Methods)
        {
            found.Add(method.ReturnType);
            found.AddRange(method.Parameters.Select(p => p.ParameterType));
            if (!method.HasBody) continue;
            found.AddRange(method.Body.Variables.Select(v => v.VariableType));
            foreach (var instruction in method.Body.Instructions) found.AddRange(Operand(instruction));
        }

        return found.OfType<TypeReference>().SelectMany(Unfold);
    }

    private static IEnumerable<TypeReference?> Operand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference t => [t],
        MethodReference m => [m.DeclaringType, m.ReturnType, .. m.Parameters.Select(p => p.ParameterType),
            .. m is GenericInstanceMethod g ? g.GenericArguments : []],
        FieldReference f => [f.DeclaringType, f.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Unfold(TypeReference type)
    {
        if (type is GenericInstanceType generic)
        {
            foreach (var argument in generic.GenericArguments.SelectMany(Unfold)) yield return argument;
        }

        if (type is TypeSpecification specification)
        {
            foreach (var element in Unfold(specification.ElementType)) yield return element;
        }
        else
        {
            yield return type;
        }
    }
}
