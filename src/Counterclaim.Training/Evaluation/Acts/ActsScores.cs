using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.Training.Evaluation.Conflict;
using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Acts;

/// <summary>
/// What was read of each labelled statement. Rows of F1 count a statement that was not found as missed; precision is taken over
/// what was read of those found. Shares are over those found.
/// </summary>
internal static class ActsScores
{
    public static Tally Of(ReadStatements read)
    {
        var tally = new Tally();
        var found = read.Pairs.Count(p => p.Read is not null);
        tally.Matches("statement found", "", found, read.Statements.Count, read.Gold.Statements.Count);
        AddActs(tally, read);
        AddHeldBack(tally, read);
        AddChains(tally, read);
        AddLinks(tally, read);
        foreach (var (gold, ours) in read.Pairs)
        {
            AddField(tally, "addressee", gold.Addressee.Count > 0, ours?.Addressee is not null, IsAddresseeRight(read, gold, ours));
            AddField(tally, "channel", gold.Channel.Count > 0, ours?.Channel is not null, IsChannelRight(gold, ours));
            AddField(tally, "time of saying", !gold.Time.IsEmpty, ours?.Time is not null, IsTimeRight(read, gold, ours));
        }
        return tally;
    }

    public static bool IsActRight(ActsStatement gold, Statement ours) => gold.Acts.Contains(ReadStatements.ActOf(ours));

    /// <summary>Whether what was not asserted is read as if it had been: neither held back nor declined nor asked.</summary>
    public static bool IsToldAsPlain(ActsStatement gold, Statement ours) =>
        gold.HeldBack == true && !ours.NegatedOrHypothetical && ours.Act is not (SpeechAct.Decline or SpeechAct.Ask);

    public static bool IsViaRight(ReadStatements read, ActsStatement gold, Statement ours) =>
        gold.Via is { } via ? read.NumberOf(ours.Via) == via : ours.Via is null;

    public static bool IsAddresseeRight(ReadStatements read, ActsStatement gold, Statement? ours) =>
        read.Name(ours?.Addressee) is { } name ? gold.Addressee.Any(a => NameLikeness.Match(a, name)) : gold.Addressee.Count == 0;

    public static bool IsChannelRight(ActsStatement gold, Statement? ours) =>
        ours?.Channel is { } channel ? gold.Channel.Any(c => NameLikeness.Match(c, channel)) : gold.Channel.Count == 0;

    public static bool IsTimeRight(ReadStatements read, ActsStatement gold, Statement? ours) =>
        read.Time(ours?.Time) is { } time ? gold.Time.Overlaps(time) : gold.Time.IsEmpty;

    /// <summary>Links of one of our statements that stand between labelled ones.</summary>
    public static IEnumerable<ActsLink> LinksOf(ReadStatements read, Statement ours) =>
        read.Links.Where(l => l.From == ours.Id).Select(l => new ActsLink(JsonNames.Of(l.Relation), read.NumberOf(l.To)));

    private static void AddActs(Tally tally, ReadStatements read)
    {
        var found = read.Pairs.Where(p => p.Read is not null).ToList();
        tally.Share("act accuracy", "", found.Count(p => IsActRight(p.Gold, p.Read!)), found.Count);
        foreach (var act in Enum.GetValues<SpeechAct>().Select(JsonNames.Of))
        {
            foreach (var (gold, ours) in read.Pairs)
            {
                var said = ours is null ? "" : ReadStatements.ActOf(ours);
                var meant = ours is not null && IsActRight(gold, ours) ? said : gold.Acts[0];
                tally.Matches("act", act, said == act && meant == act ? 1 : 0, said == act ? 1 : 0, meant == act ? 1 : 0);
            }
        }
    }

    private static void AddHeldBack(Tally tally, ReadStatements read)
    {
        foreach (var (gold, ours) in read.Pairs)
        {
            if (gold.HeldBack is not { } held) continue;
            AddField(tally, "held back", held, ours?.NegatedOrHypothetical == true, isRight: true);
            if (held) tally.Share("held back not told as plain", "", ours is null || !IsToldAsPlain(gold, ours) ? 1 : 0, 1);
        }
    }

    /// <summary>Each statement's own link to its outer one, and whole chains of three and more tellers, all the way out.</summary>
    private static void AddChains(Tally tally, ReadStatements read)
    {
        tally.Matches("via links", "", read.Pairs.Count(p => p.Gold.Via is not null && p.Read is not null && IsViaRight(read, p.Gold, p.Read)),
            read.Pairs.Count(p => p.Read?.Via is not null), read.Gold.Statements.Count(s => s.Via is not null));
        foreach (var (gold, _) in read.Pairs)
        {
            if (gold.Via is not { } outer || read.Gold.Statements[read.Gold.IndexOf(outer)].Via is null) continue;
            tally.Share("chains of three and more", "", IsChainRight(read, gold) ? 1 : 0, 1);
        }
    }

    private static bool IsChainRight(ReadStatements read, ActsStatement gold)
    {
        for (var at = gold; ;)
        {
            var ours = read.Pairs.First(p => p.Gold == at).Read;
            if (ours is null || !IsViaRight(read, at, ours)) return false;
            if (at.Via is not { } outer) return true;
            at = read.Gold.Statements[read.Gold.IndexOf(outer)];
        }
    }

    private static void AddLinks(Tally tally, ReadStatements read)
    {
        foreach (var (gold, ours) in read.Pairs)
        {
            var links = ours is null ? [] : LinksOf(read, ours).ToList();
            var right = links.Any(gold.Links.Contains);
            var isExpected = gold.Links.Count > 0 && (!gold.LinkMayBeMissing || right);
            tally.Matches("links", "", right ? 1 : 0, links.Count, isExpected ? 1 : 0);
            tally.Matches("links whatever the relation", "", links.Any(l => gold.Links.Any(g => g.To == l.To)) ? 1 : 0, links.Count, isExpected ? 1 : 0);
        }
    }

    private static void AddField(Tally tally, string measure, bool isGold, bool isRead, bool isRight) =>
        tally.Matches(measure, "", isGold && isRead && isRight ? 1 : 0, isRead ? 1 : 0, isGold ? 1 : 0);
}
