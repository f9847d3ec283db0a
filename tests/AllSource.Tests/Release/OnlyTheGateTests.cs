using AllSource.Release;
using Mono.Cecil;

namespace AllSource.Tests.Release;

public sealed class OnlyTheGateTests
{
    [Fact]
    public void Nobody_but_the_gates_hand_makes_what_is_released()
    {
        using var core = ModuleDefinition.ReadModule(typeof(Gate).Assembly.Location);
        var makers = core.GetTypes().SelectMany(t => t.Methods.Where(m => m.HasBody).Select(m => (Type: t, Method: m)))
            .Where(x => x.Method.Body.Instructions.Any(i => i.OpCode.Code == Mono.Cecil.Cil.Code.Newobj
                && i.Operand is MethodReference { DeclaringType: var made } && IsReleased(made)))
            .Select(x => Outermost(x.Type).Name).Distinct();
        Assert.Equal(["BriefMaking"], makers);
    }

    [Fact]
    public void What_is_released_cannot_be_altered_from_outside()
    {
        using var core = ModuleDefinition.ReadModule(typeof(Gate).Assembly.Location);
        var open = core.GetTypes().Where(IsReleased).SelectMany(t => t.Methods).Where(m => m.IsSetter && m.IsPublic);
        Assert.Empty(open.Select(m => m.FullName));
    }

    private static bool IsReleased(TypeReference type) =>
        type.Namespace == "AllSource.Release" && type.Name.StartsWith("Released", StringComparison.Ordinal);

    private static TypeDefinition Outermost(TypeDefinition type)
    {
        while (type.DeclaringType is not null) type = type.DeclaringType;
        return type;
    }
}
