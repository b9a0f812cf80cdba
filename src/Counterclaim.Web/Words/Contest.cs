namespace Counterclaim.Web.Words;

/// <summary>How contested a question is, in words.</summary>
internal static class Contest
{
    public static string Of(double contested) => contested switch
    {
        0 => "agreed",
        < 0.25 => $"little contested ({contested:0.00})",
        < 0.6 => $"contested ({contested:0.00})",
        _ => $"much contested ({contested:0.00})",
    };
}
