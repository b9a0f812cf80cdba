using System.Runtime.InteropServices;
using Counterclaim.Language;
using Counterclaim.Language.Conllu;

namespace Counterclaim.Fuzz;

/// <summary>What holds for the analysis of every text.</summary>
public static class AnalysisChecks
{
    private const int LongestWritten = 1 << 16;

    /// <summary>What an analysis of a text breaks; null where all holds. An exception is one of the things that can be broken.</summary>
    public static string? Broken(Analyzer analyzer, string text)
    {
        try
        {
            var analysis = analyzer.Analyze(text);
            return Tokens(analysis) ?? Sentences(analysis) ?? Trees(analysis) ?? Names(analysis) ?? Written(analysis) ?? Again(analyzer, analysis);
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name}: {e.Message}{Environment.NewLine}{e.StackTrace}";
        }
    }

    private static string? Tokens(Analysis analysis)
    {
        var text = analysis.Text;
        var at = 0;
        for (var i = 0; i < analysis.TokenCount; i++)
        {
            var token = analysis.Tokens[i];
            if (token.Start < at) return $"token {i} at {token} begins before the one before it ends";
            if (token.IsEmpty) return $"token {i} at {token} is empty";
            if (!text.AsSpan(at, token.Start - at).IsWhiteSpace()) return $"a character between {at} and {token.Start} is in no token";
            foreach (var c in token.In(text))
                if (char.IsWhiteSpace(c)) return $"token {i} at {token} holds white space";
            if (analysis.Lemma(i).Length == 0) return $"token {i} at {token} has an empty lemma";
            if (analysis.Xpos(i).Length == 0) return $"token {i} at {token} has no tag";
            at = token.End;
        }
        return text.AsSpan(at).IsWhiteSpace() ? null : $"a character after {at} is in no token";
    }

    private static string? Sentences(Analysis analysis)
    {
        var at = 0;
        for (var s = 0; s < analysis.Sentences.Length; s++)
        {
            var sentence = analysis.Sentences[s];
            if (sentence.Start != at || sentence.IsEmpty) return $"sentence {s} is {sentence.Start}..{sentence.End} where {at} comes next";
            for (var i = sentence.Start; i < sentence.End; i++)
                if (analysis.SentenceOf[i] != s) return $"token {i} is said to be of sentence {analysis.SentenceOf[i]}, not {s}";
            at = sentence.End;
        }
        return at == analysis.TokenCount ? null : "tokens after the last sentence";
    }

    private static string? Trees(Analysis analysis)
    {
        foreach (var sentence in analysis.Sentences)
        {
            var roots = 0;
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                var head = analysis.Heads[i];
                if (head < 0) roots++;
                else if (!sentence.Contains(head)) return $"the head of token {i} is in another sentence";
                if (head < 0 != (analysis.Deprels[i] == Deprel.Root)) return $"token {i} is {analysis.Deprels[i]} under {head}";
            }
            if (roots != 1) return $"sentence {sentence.Start}..{sentence.End} has {roots} roots";
        }
        // Every token is reached from a root exactly when there is no circle; the array is made top down.
        return analysis.TopDown.Length == analysis.TokenCount ? null : "a circle in a tree";
    }

    private static string? Names(Analysis analysis)
    {
        var at = 0;
        foreach (var name in analysis.Names)
        {
            if (name.Tokens.IsEmpty || name.Tokens.Start < at || name.Tokens.End > analysis.TokenCount) return $"the name {name} is out of order";
            if (analysis.SentenceOf[name.Tokens.Start] != analysis.SentenceOf[name.Tokens.End - 1]) return $"the name {name} crosses a sentence";
            at = name.Tokens.End;
        }
        return null;
    }

    private static string? Written(Analysis analysis)
    {
        if (analysis.Text.Length > LongestWritten) return null;
        var writer = new StringWriter();
        ConlluWriter.Write(writer, analysis, "fuzz");
        var read = ConlluReader.Read(new StringReader(writer.ToString()));
        if (!read.Sentences.AsSpan().SequenceEqual(analysis.Sentences)) return "as CoNLL-U it reads back with other sentences";
        return read.Heads.AsSpan().SequenceEqual(analysis.Heads) ? null : "as CoNLL-U it reads back with other heads";
    }

    /// <summary>On another thread, where the buffers are warm from another text, the same is found.</summary>
    private static string? Again(Analyzer analyzer, Analysis first)
    {
        Analysis? second = null;
        Exception? error = null;
        var thread = new Thread(() =>
        {
            try
            {
                analyzer.Analyze("Vane's aides “can't” leave, he said.\n\n(The U.S. didn't.)");
                second = analyzer.Analyze(first.Text);
            }
            catch (Exception e)
            {
                error = e;
            }
        });
        thread.Start();
        thread.Join();
        if (error is not null) return $"on another thread: {error}";
        return Difference(first, second!) is { } what ? $"another thread finds other {what}" : null;
    }

    private static string? Difference(Analysis a, Analysis b)
    {
        if (!a.Tokens.SequenceEqual(b.Tokens)) return "tokens";
        if (!a.Sentences.SequenceEqual(b.Sentences)) return "sentences";
        if (!MemoryMarshal.AsBytes(a.Upos).SequenceEqual(MemoryMarshal.AsBytes(b.Upos))) return "tags";
        if (!a.Heads.SequenceEqual(b.Heads)) return "heads";
        if (!MemoryMarshal.AsBytes(a.Deprels).SequenceEqual(MemoryMarshal.AsBytes(b.Deprels))) return "relations";
        if (!a.Names.SequenceEqual(b.Names)) return "names";
        for (var i = 0; i < a.TokenCount; i++)
            if (a.Lemma(i) != b.Lemma(i) || a.Xpos(i) != b.Xpos(i)) return "lemmas or Penn tags";
        return null;
    }
}
