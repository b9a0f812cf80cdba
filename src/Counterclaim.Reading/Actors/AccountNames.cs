using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.Actors;

/// <summary>Finds whose account it is, among those that a report names: "@ilseharrow", "@m_dolan", "@OrvaneRegion".</summary>
internal sealed class AccountNames
{
    /// <summary>A shorter surname may stand in an account's name by chance.</summary>
    private const int ShortestSurname = 4;

    private readonly Dictionary<string, Mention> _byName = [];
    private readonly List<(string Surname, Mention Name)> _surnames = [];

    /// <summary>Names looked at; an account is compared with each, and a report that names more is no report.</summary>
    private const int MostNames = 500;

    public AccountNames(Analysis analysis, IReadOnlyList<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (mention.Form != MentionForm.Name || mention.IsAccount || mention.Keys.Length < 2) continue;
            if (!_byName.TryAdd(Letters(analysis.Form(mention.Name)), mention)) continue;
            var surname = Letters(analysis.Form(mention.Name.End - 1));
            if (mention.Kind == ActorKind.Person && surname.Length >= ShortestSurname) _surnames.Add((surname, mention));
            if (_byName.Count == MostNames) break;
        }
    }

    /// <summary>The name that the account's name is made of; null where there is none, or the surname is that of two.</summary>
    public Mention? OwnerOf(ReadOnlySpan<char> account)
    {
        var letters = Letters(account);
        if (_byName.TryGetValue(letters, out var whole)) return whole;
        Mention? owner = null;
        foreach (var (surname, name) in _surnames)
        {
            if (!letters.Contains(surname, StringComparison.Ordinal)) continue;
            if (owner is not null && !owner.Keys.AsSpan().SequenceEqual(name.Keys)) return null;
            owner = name;
        }
        return owner;
    }

    /// <summary>The letters of a name or an account of a server, in lower case.</summary>
    public static string Letters(ReadOnlySpan<char> name)
    {
        if (name.Length > 0 && name[0] == '@' && name[1..].IndexOfAny('@', '.') is > 0 and var server) name = name[..(server + 1)];
        var letters = new char[Math.Min(name.Length, 100)];
        var count = 0;
        foreach (var c in name)
            if (char.IsLetter(c) && count < letters.Length) letters[count++] = char.ToLowerInvariant(c);
        return new string(letters, 0, count);
    }
}
