using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.Training.Evaluation.Conflict;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Voice;

/// <summary>What we say of a labelled report.</summary>
/// <param name="Beliefs">How certain the predicate of every labelled clause is, with whoever tells it.</param>
internal sealed record VoiceReading(Model.Reading Reading, IReadOnlyList<(string Certainty, string Polarity)?> Beliefs);

/// <summary>Own voice against attribution, certainty and polarity, loaded words and quoted phrases of one report.</summary>
internal static class VoiceScores
{
    /// <summary>Share of a clause's words that must be in a voice for it to be that voice's.</summary>
    private const double Enough = 0.5;

    public static Tally Of(VoiceReport gold, VoiceReading ours)
    {
        var tally = new Tally();
        var tokens = new GoldTokens(gold.Text, countPunctuation: false);
        var map = new CodePointMap(gold.Text);
        var words = Words(gold, tokens);
        var own = ours.Reading.Assertions.Where(a => a.Voice == Model.Voice.Own).ToList();
        AddVoices(tally, gold, ours, words, tokens, map);
        AddCertainty(tally, gold, ours, own, words, tokens, map);
        AddLoaded(tally, gold, own, tokens, map);
        return tally;
    }

    /// <summary>The words of every labelled clause, without those of clauses inside it.</summary>
    public static TokenSet[] Words(VoiceReport gold, GoldTokens tokens) =>
        [.. gold.Clauses.Select(c => gold.Clauses.Where(inner => inner != c && inner.Span.Start >= c.Span.Start && inner.Span.End <= c.Span.End)
            .Aggregate(tokens.In([c.Span]), (all, inner) => all.Except(tokens.In([inner.Span]))))];

    /// <summary>"own", "attributed" or "none": where most of the clause's words lie.</summary>
    public static string VoiceOf(TokenSet clause, TokenSet own, TokenSet attributed) =>
        own.Shared(clause) >= Enough * clause.Count ? "own" : attributed.Shared(clause) >= Enough * clause.Count ? "attributed" : "none";

    public static (TokenSet Own, TokenSet Attributed) Voices(Model.Reading reading, GoldTokens tokens, CodePointMap map) => (
        tokens.In(Pipeline.Points(reading.Assertions.Where(a => a.Voice == Model.Voice.Own).Select(a => a.Span), map))
            .Except(tokens.In(Pipeline.Points(reading.Statements.SelectMany(s => s.Content), map))),
        tokens.In(Pipeline.Points(reading.Statements.SelectMany(s => s.Content), map)));

    private static void AddVoices(Tally tally, VoiceReport gold, VoiceReading ours, TokenSet[] words, GoldTokens tokens, CodePointMap map)
    {
        var (own, attributed) = Voices(ours.Reading, tokens, map);
        var wanted = TokenSet.Union(words.Where((_, i) => gold.Clauses[i].Voice == "own"));
        var neutral = TokenSet.Union(words.Where((_, i) => gold.Clauses[i].Voice == "frame"));
        var found = own.Except(neutral);
        tally.Matches("own-voice token", "", wanted.Shared(found), found.Count, wanted.Count);
        var told = gold.Clauses.Select((c, i) => (c.Voice, Ours: VoiceOf(words[i], own, attributed))).Where(c => c.Voice != "frame").ToList();
        foreach (var voice in new[] { "own", "attributed" })
            tally.Matches("voice of clause", voice, told.Count(t => t.Voice == voice && t.Ours == voice), told.Count(t => t.Ours == voice), told.Count(t => t.Voice == voice));
        tally.Share("voice of clause", "accuracy", told.Count(t => t.Voice == t.Ours), told.Count);
    }

    private static void AddCertainty(Tally tally, VoiceReport gold, VoiceReading ours, List<Assertion> own, TokenSet[] words, GoldTokens tokens, CodePointMap map)
    {
        var wanted = gold.Clauses.Select((c, i) => (c, i)).Where(x => x.c.Voice == "own").ToList();
        var shown = own.Select(a => tokens.In([Pipeline.Points(a.Span, map)])).ToList();
        var pairs = SpanPairs.Of([.. wanted.Select(x => words[x.i])], shown);
        var frames = words.Where((_, i) => gold.Clauses[i].Voice == "frame").ToList();
        // Two assertions of one clause, and frames that carry a loaded word, are neither asked for nor wrong.
        var distinct = shown.Where(s => !frames.Exists(f => SpanPairs.Dice(f, s) >= Enough)).DistinctBy(s => s.Count == 0 ? (0, 0) : (s.Tokens[0], s.Tokens[^1])).Count();
        tally.Matches("own-voice clause", "", pairs.Count, distinct, wanted.Count);
        tally.Share("certainty as shown", "", pairs.Count(p => wanted[p.Gold].c.Certainty == JsonNames.Of(own[p.Predicted].Certainty)), pairs.Count);
        tally.Share("polarity as shown", "", pairs.Count(p => wanted[p.Gold].c.Polarity == Sign(own[p.Predicted].Polarity)), pairs.Count);

        var judged = gold.Clauses.Zip(ours.Beliefs).Where(p => p.First.Certainty is not null && p.Second is not null).ToList();
        tally.Share("certainty", "accuracy", judged.Count(p => p.First.Certainty == p.Second!.Value.Certainty), judged.Count);
        foreach (var degree in Enum.GetValues<Model.Certainty>().Select(JsonNames.Of))
            tally.Matches("certainty", degree, judged.Count(p => p.First.Certainty == degree && p.Second!.Value.Certainty == degree),
                judged.Count(p => p.Second!.Value.Certainty == degree), judged.Count(p => p.First.Certainty == degree));
        tally.Matches("denied", "", judged.Count(p => p.First.Polarity == "-" && p.Second!.Value.Polarity == "-"),
            judged.Count(p => p.Second!.Value.Polarity == "-"), judged.Count(p => p.First.Polarity == "-"));
    }

    private static void AddLoaded(Tally tally, VoiceReport gold, List<Assertion> own, GoldTokens tokens, CodePointMap map)
    {
        var marked = Pipeline.Points(own.SelectMany(a => a.Loaded).Select(l => l.Span), map).Distinct().ToList();
        var quoted = tokens.In([.. gold.Quotes.Select(q => q.Span)]);
        var (wanted, found) = (tokens.In(gold.Loaded), tokens.In(marked).Except(quoted));
        tally.Matches("loaded token", "", wanted.Shared(found), found.Count, wanted.Count);
        var scare = gold.Quotes.Where(q => marked.Exists(m => tokens.In([m]).SameAs(tokens.In([q.Span])))).ToList();
        tally.Matches("scare quote", "", scare.Count(q => q.Kind == "scare"), scare.Count, gold.Quotes.Count(q => q.Kind == "scare"));
    }

    private static string Sign(Polarity polarity) => polarity == Polarity.Positive ? "+" : "-";
}
