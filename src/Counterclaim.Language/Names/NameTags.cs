namespace Counterclaim.Language.Names;

/// <summary>The tags of the name tagger: outside 0, then for every kind its beginning and its inside.</summary>
internal static class NameTags
{
    public const int Kinds = 9;
    public const int Count = 1 + 2 * Kinds;
    public const int Outside = 0;

    public static int Begin(EntityKind kind) => 1 + 2 * (int)kind;

    public static int Inside(EntityKind kind) => 2 + 2 * (int)kind;

    public static EntityKind KindOf(int tag) => (EntityKind)((tag - 1) / 2);

    public static bool IsInside(int tag) => tag > 0 && tag % 2 == 0;

    /// <summary>An inside follows only the beginning or inside of its own kind.</summary>
    public static bool MayFollow(int previous, int tag) => !IsInside(tag) || previous == tag || previous == tag - 1;
}
