using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>Quotations signed behind a dash, as in rounds of opinion and set-off quotations: “We left at dawn.” — Ilse Brandt, baker.</summary>
internal static class SignedQuotes
{
    private const double Confidence = 0.95;

    /// <summary>Tokens of a signature at most: what is longer is text.</summary>
    private const int LongestSignature = 16;

    private const string Marks = "\"“”„«»‘’'`";

    /// <summary>Puts the signed quotations in the place of what was found in their paragraphs.</summary>
    /// <returns>Those that were added.</returns>
    public static HashSet<Candidate> Add(TokenTable table, List<Candidate> chosen)
    {
        var signed = Find(table);
        if (signed.Count == 0) return [];
        var inSigned = new bool[table.Count];
        foreach (var quotation in signed) inSigned.AsSpan(quotation.Content[0].Start, quotation.Holder.End - quotation.Content[0].Start).Fill(true);
        bool Overlaps(TokenRange range) => inSigned.AsSpan(range.Start, range.Count).Contains(true);
        foreach (var statement in chosen) statement.Content.RemoveAll(Overlaps);
        chosen.RemoveAll(statement => statement.Content.Count == 0 || Overlaps(statement.Cue));
        chosen.AddRange(signed);
        chosen.Sort((a, b) => a.Cue.Start.CompareTo(b.Cue.Start));
        return [.. signed];
    }

    private static List<Candidate> Find(TokenTable table)
    {
        var found = new List<Candidate>();
        var quoted = default(TokenRange);
        for (int p = 0, start = 0, end; p < table.Paragraphs.Count; p++, start = end)
        {
            end = start;
            while (end < table.Count && table.ParagraphOf[end] == p) end++;
            var paragraph = new TokenRange(start, end);
            var kind = table.Paragraphs[p].Kind;
            var before = quoted;
            quoted = default;
            if (paragraph.IsEmpty || kind is ParagraphKind.Social or ParagraphKind.Title or ParagraphKind.Caption) continue;
            if (IsDash(table, start) && !before.IsEmpty && IsSignature(table, new TokenRange(start + 1, end))) found.Add(Signed(table, before, start, end));
            else if (!IsQuotation(table, paragraph, kind)) continue;
            else if (DashWithin(table, paragraph, kind) is > 0 and var dash) found.Add(Signed(table, new TokenRange(start, dash), dash, end));
            else if (kind == ParagraphKind.Quote || EndsInMark(table, end - 1)) quoted = paragraph;
        }
        return found;
    }

    private static Candidate Signed(TokenTable table, TokenRange content, int dash, int end)
    {
        if (table.Analysis.Form(end - 1) is ".") end--;
        var quotation = new Candidate(new TokenRange(dash, dash + 1), 1) { Holder = new TokenRange(dash + 1, end), Confidence = Confidence };
        quotation.Content.Add(content);
        return quotation;
    }

    private static bool IsQuotation(TokenTable table, TokenRange paragraph, ParagraphKind kind) =>
        kind == ParagraphKind.Quote || Marks.Contains(table.Analysis.Form(paragraph.Start)[0]);

    /// <summary>The dash between a quotation and the signature that ends its paragraph; −1 where there is none.</summary>
    private static int DashWithin(TokenTable table, TokenRange paragraph, ParagraphKind kind)
    {
        for (var t = paragraph.End - 2; t > paragraph.Start + 1 && t >= paragraph.End - 1 - LongestSignature; t--)
            if (IsDash(table, t))
                return (EndsInMark(table, t - 1) || kind == ParagraphKind.Quote && EndsSentence(table, t - 1)) && IsSignature(table, new TokenRange(t + 1, paragraph.End)) ? t : -1;
        return -1;
    }

    private static bool IsDash(TokenTable table, int token) => table.Analysis.Form(token) is "—" or "–" or "―" or "--" or "-";

    private static bool EndsInMark(TokenTable table, int token) => Marks.Contains(table.Analysis.Form(token)[^1]);

    private static bool EndsSentence(TokenTable table, int token) => table.Analysis.Form(token)[^1] is '.' or '!' or '?' or '…';

    /// <summary>A name or a description of a person, and no verb that would make it a sentence: “Go,” — she said.</summary>
    private static bool IsSignature(TokenTable table, TokenRange tokens)
    {
        if (tokens.IsEmpty || tokens.Count > LongestSignature) return false;
        var first = table.Analysis.Form(tokens.Start);
        if (!char.IsUpper(first[0]) && table.Analysis.Upos[tokens.Start] != Upos.Det) return false;
        for (var t = tokens.Start; t < tokens.End; t++)
            if (table.Analysis.Xpos(t) is "VBD" or "VBZ" or "VBP" or "MD" || EndsInMark(table, t) && table.Analysis.Upos[t] == Upos.Punct) return false;
        return true;
    }
}
