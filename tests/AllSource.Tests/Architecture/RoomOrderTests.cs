using AllSource.Reports;
using Mono.Cecil;

namespace AllSource.Tests.Architecture;

public sealed class RoomOrderTests
{
    private static ModuleDefinition Core() => ModuleDefinition.ReadModule(typeof(Report).Assembly.Location);

    [Fact]
    public void A_room_sees_only_the_rooms_to_its_left()
    {
        using var core = Core();
        Assert.Equal("", string.Join('\n', RoomOrder.Broken(core, RoomOrder.Rooms)));
    }

    [Fact]
    public void The_reversed_order_is_red_so_the_test_above_can_fail()
    {
        using var core = Core();
        var broken = RoomOrder.Broken(core, [.. RoomOrder.Rooms.Reverse()]);
        Assert.Contains(broken, wall => wall is { From: "Claims", To: "Reports" });
        Assert.Contains(broken, wall => wall is { From: "Reports", To: "Kernel" });
        Assert.StartsWith("Reports -> Kernel", broken.First(wall => wall is { From: "Reports", To: "Kernel" })
            .ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_of_the_core_stands_in_a_room()
    {
        using var core = Core();
        var homeless = core.Types.Where(t => t.Namespace.StartsWith("AllSource", StringComparison.Ordinal))
            .Where(t => !RoomOrder.Rooms.Contains(t.Namespace.Split('.').ElementAtOrDefault(1)))
                .Select(t => t.FullName);
        Assert.Empty(homeless);
    }

    [Fact]
    public void What_is_released_can_be_made_by_the_gate_alone()
    {
        using var core = Core();
        var open = core.GetTypes()
            .Where(t => t.Namespace == "AllSource.Release" && t.Name.StartsWith("Released", StringComparison.Ordinal))
            .Where(t => t.Methods.Any(m => m.IsConstructor && m.IsPublic)).Select(t => t.FullName);
        Assert.Empty(open);
    }

    [Fact]
    public void The_core_references_no_format_database_or_screen()
    {
        using var core = Core();
        string[] welcome = ["System", "Microsoft.CSharp", "netstandard", "MathNet.Numerics"];
        var strangers = core.AssemblyReferences.Select(r => r.Name)
            .Where(name => !welcome.Any(w => name == w || name.StartsWith(w + ".", StringComparison.Ordinal)));
        Assert.Empty(strangers);
    }
}
