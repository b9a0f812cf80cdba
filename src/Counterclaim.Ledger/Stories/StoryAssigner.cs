using System.Data.Common;
using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Stories;

/// <summary>Puts each new report to the story of the happening it tells of, or begins one with it.</summary>
/// <remarks>
/// Single-pass clustering as of topic detection and tracking (Allan, Papka, Lavrenko 1998): a report joins the story whose sum of reports is nearest in words, actors, places and
/// matters of claims, each weighed by its rarity so far, if near enough; copies of a text join the story of the text. Only stories of these days that share a weighty term
/// are looked at. Ids never change; a story found to be an older one leads to it.
/// </remarks>
internal sealed class StoryAssigner(WriteSession session)
{
    private const int MostTerms = 64;
    private const int MostOfStory = 96;
    private const int Keys = 16;

    /// <summary>Stories kept under one key and stretch of days.</summary>
    private const int MostOfKey = 40;
    private const int MostCompared = 12;

    /// <summary>Days of one stretch under which keys are kept.</summary>
    private const int DaysOfKey = 3;

    /// <summary>Days between a story's reports and one that may still be of it.</summary>
    private const double LongestPause = 4;
    private const double PauseOfHalf = 3;

    /// <summary>Where nothing tells how rare a term is yet, the background speaks with the weight of so many reports.</summary>
    private const double BackgroundReports = 40;

    /// <summary>How near a report must be to join, and how near two stories to become one.</summary>
    private const double NearEnough = 0.2;
    private const double NearEnoughToMerge = 0.3;
    private const int MostShown = 5;
    private const long Undated = -1;
    private const long CountOfReports = 0;

    /// <param name="actors">The ledger's actors by their ids in the reading.</param>
    public void Place(long report, Model.Reading reading, IReadOnlyDictionary<string, long> actors, IReadOnlyList<Claim> claims, TextPlacement text)
    {
        var published = reading.Report.Published is { } time ? TimeColumns.Seconds(time.DateTime) : (long?)null;
        if (text.FirstPrint is { } first && session.Prepared("SELECT story FROM reports WHERE id = @0", 1).First(first) is { } same)
        {
            Join(Convert.ToInt64(same, CultureInfo.InvariantCulture), report, published, null, 1, "the same text");
            return;
        }
        var terms = StoryTerms.Of(reading, Named(actors), claims);
        var vector = Weighed(terms);
        var keys = KeysOf(terms, vector);
        var days = published is { } seconds ? (long)Math.Floor(seconds / 86400.0 / DaysOfKey) : Undated;
        var known = KnownUnder(keys, days);
        var near = Near(known, vector, published);
        var story = near.Count > 0 && near[0].Score >= NearEnough ? near[0].Story.Id : Begin(reading.Report.Title);
        if (near.Count > 0 && near[0].Score >= NearEnough)
        {
            Join(story, report, published, vector, near[0].Score, Reason(terms, vector, near[0].Story.Vector));
            if (near.Count > 1 && near[1].Score >= NearEnoughToMerge && near[0].Story.Vector.Cosine(near[1].Story.Vector) >= NearEnoughToMerge)
                story = Merge(near[0].Story.Id, near[1].Story.Id);
        }
        else Join(story, report, published, vector, null, null);
        KeepKeys(story, keys, days, known);
    }

    private sealed record Story(long Id, long? First, long? Last, StoryVector Vector);

    private Dictionary<string, long> Named(IReadOnlyDictionary<string, long> actors)
    {
        if (actors.Count == 0) return [];
        var described = session.Connection.Query($"SELECT id FROM actors WHERE described = 1 AND id IN {SqlFilter.List([.. actors.Values.Distinct()])}", r => r.GetInt64(0)).ToHashSet();
        return actors.Where(a => !described.Contains(a.Value)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Weighs terms by their rarity so far, and counts them.</summary>
    private StoryVector Weighed(List<StoryTerm> terms)
    {
        var counts = session.Connection.Query(
            $"SELECT term, reports FROM story_words WHERE term IN {SqlFilter.List([.. terms.Select(t => t.Hash).Append(CountOfReports)])}", r => (Term: r.GetInt64(0), Count: r.GetInt64(1))).ToDictionary(c => c.Term, c => c.Count);
        var reports = counts.GetValueOrDefault(CountOfReports) + BackgroundReports + 1;
        var vector = StoryVector.Of(
            terms.Select(t => (t.Hash, t.Weight * Math.Log(reports / (counts.GetValueOrDefault(t.Hash) + t.Background * BackgroundReports + 1)))), MostTerms);
        var rows = string.Join(',', terms.Select(t => t.Hash).Append(CountOfReports).Distinct().Order().Select(t => string.Create(CultureInfo.InvariantCulture, $"({t},1)")));
        session.Connection.Run($"INSERT INTO story_words (term, reports) VALUES {rows} ON CONFLICT (term) DO UPDATE SET reports = story_words.reports + 1");
        return vector;
    }

    private static List<long> KeysOf(List<StoryTerm> terms, StoryVector vector)
    {
        var kept = vector.Terms.ToHashSet();
        var weights = new Dictionary<long, double>();
        vector.Cosine(vector, (term, weight) => weights[term] = weight);
        return [.. terms.Select(t => t.Hash).Distinct().Where(kept.Contains).OrderByDescending(t => weights[t]).ThenBy(t => t).Take(Keys)];
    }

    /// <summary>Stories under the keys in these and the neighbouring days.</summary>
    private List<(long Term, long Days, long Story)> KnownUnder(List<long> keys, long days)
    {
        if (keys.Count == 0) return [];
        var (from, to) = days == Undated ? (days, days) : (days - 2, days + 2);
        return session.Connection.Query(
            string.Create(CultureInfo.InvariantCulture, $"SELECT term, days, story FROM story_keys WHERE term IN {SqlFilter.List(keys)} AND days BETWEEN {from} AND {to} ORDER BY term, days, story"),
            r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)));
    }

    private List<(Story Story, double Score)> Near(List<(long Term, long Days, long Story)> known, StoryVector vector, long? published)
    {
        var weights = new Dictionary<long, double>();
        vector.Cosine(vector, (term, weight) => weights[term] = weight);
        var likely = known.DistinctBy(k => (k.Term, k.Story)).GroupBy(k => k.Story).Select(g => (Story: g.Key, Weight: g.Sum(k => weights.GetValueOrDefault(k.Term))))
            .OrderByDescending(s => s.Weight).ThenBy(s => s.Story).Take(MostCompared).Select(s => s.Story).ToList();
        if (likely.Count == 0) return [];
        var stories = session.Connection.Query($"SELECT id, first, last, terms FROM stories WHERE id IN (SELECT COALESCE(merged, id) FROM stories WHERE id IN {SqlFilter.List(likely)})", Row);
        return [.. stories.Select(s => (s, s.Vector.Cosine(vector) * Nearness(s, published))).OrderByDescending(s => s.Item2).ThenBy(s => s.s.Id)];
    }

    private static Story Row(DbDataReader r) => new(r.GetInt64(0), r.LongOrNull(1), r.LongOrNull(2), StoryVector.Read((byte[])r.GetValue(3)));

    /// <summary>1 for a report of a story's days, less the longer the pause, 0 where it is too long.</summary>
    private static double Nearness(Story story, long? published)
    {
        if (published is not { } time || story.First is not { } first || story.Last is not { } last) return 1;
        var pause = Math.Max(0, Math.Max(first - time, time - last)) / 86400.0;
        return pause > LongestPause ? 0 : Math.Exp(-Math.Log(2) * pause * pause / (PauseOfHalf * PauseOfHalf));
    }

    private long Begin(string? title)
    {
        var id = session.NextId("stories");
        session.Insert("stories", "id, title, reports, terms", id, title, 0, Array.Empty<byte>());
        return id;
    }

    private void Join(long story, long report, long? published, StoryVector? vector, double? score, string? reason)
    {
        session.Run("UPDATE reports SET story = @1, story_score = @2, story_reason = @3 WHERE id = @0", report, story, score, reason);
        var (first, last, terms) = session.Prepared("SELECT first, last, terms FROM stories WHERE id = @0", 1).Rows(r => (r.LongOrNull(0), r.LongOrNull(1), (byte[])r.GetValue(2)), story)[0];
        if (vector is not null) terms = StoryVector.Read(terms).Plus(vector, MostOfStory).Write();
        session.Run("UPDATE stories SET reports = reports + 1, first = @1, last = @2, terms = @3 WHERE id = @0", story, Least(first, published), Most(last, published), terms);
    }

    /// <summary>The older story takes the younger one's reports; its id leads to it from now on.</summary>
    private long Merge(long one, long other)
    {
        var (kept, gone) = (Math.Min(one, other), Math.Max(one, other));
        var both = session.Connection.Query(string.Create(CultureInfo.InvariantCulture, $"SELECT id, first, last, terms FROM stories WHERE id IN ({kept},{gone}) ORDER BY id"), Row);
        session.Run("UPDATE reports SET story = @0 WHERE story = @1", kept, gone);
        session.Run(
            "UPDATE stories SET first = @1, last = @2, terms = @3, reports = (SELECT COUNT(*) FROM reports WHERE story = @0) WHERE id = @0",
            kept, Least(both[0].First, both[1].First), Most(both[0].Last, both[1].Last), both[0].Vector.Plus(both[1].Vector, MostOfStory).Write());
        session.Run("UPDATE stories SET merged = @0, reports = 0 WHERE id = @1 OR merged = @1", kept, gone);
        return kept;
    }

    private void KeepKeys(long story, List<long> keys, long days, List<(long Term, long Days, long Story)> known)
    {
        var held = known.Where(k => k.Days == days).ToLookup(k => k.Term, k => k.Story);
        var rows = keys.Where(k => held[k].Count() < MostOfKey).Select(k => string.Create(CultureInfo.InvariantCulture, $"({k},{days},{story})")).ToList();
        if (rows.Count > 0) session.Connection.Run($"INSERT INTO story_keys (term, days, story) VALUES {string.Join(',', rows)} ON CONFLICT DO NOTHING");
    }

    /// <summary>What weighs most of what a report shares with a story.</summary>
    private static string Reason(List<StoryTerm> terms, StoryVector vector, StoryVector story)
    {
        var parts = new Dictionary<long, double>();
        vector.Cosine(story, (term, weight) => parts[term] = weight);
        var shown = terms.Where(t => t.Shown is not null && parts.ContainsKey(t.Hash)).OrderByDescending(t => parts[t.Hash]).ThenBy(t => t.Hash).Select(t => t.Shown!)
            .DistinctBy(s => s, StringComparer.OrdinalIgnoreCase).Take(MostShown);
        return "both tell of " + string.Join(", ", shown);
    }

    private static long? Least(long? one, long? other) => one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;

    private static long? Most(long? one, long? other) => one is { } a && other is { } b ? Math.Max(a, b) : one ?? other;
}

/// <summary>Numbers of stories as people see them.</summary>
public static class StoryIds
{
    public static string Shown(long id) => "S" + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number; null for anything that is no such id.</summary>
    public static long? Parse(string shown) =>
        shown.Length > 1 && shown[0] is 'S' or 's' && long.TryParse(shown.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
