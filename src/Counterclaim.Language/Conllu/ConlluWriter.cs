using System.Globalization;

namespace Counterclaim.Language.Conllu;

/// <summary>Writes an analysis as CoNLL-U, names in MISC as <c>NER=B-PER</c>.</summary>
/// <remarks>Words that are written as one ("don't", "cannot", "Vane's") stand under a line for their multiword token, as in UD English.</remarks>
public static class ConlluWriter
{
    /// <summary>Writes every sentence; sentence identifiers are <paramref name="documentId"/>, a hyphen and a number from 1.</summary>
    public static void Write(TextWriter writer, Analysis analysis, string documentId)
    {
        var names = NameTags(analysis);
        writer.Write($"# newdoc id = {OneLine(documentId)}\n");
        WriteSentences(writer, analysis, names, documentId, 0, analysis.Sentences.Length);
    }

    /// <summary>Writes the analysis of the tokens and sentences that a file gave, with its documents.</summary>
    public static void Write(TextWriter writer, Analysis analysis, ConlluDocument given)
    {
        var names = NameTags(analysis);
        for (var d = 0; d < given.Documents.Length; d++)
        {
            var end = d + 1 < given.Documents.Length ? given.Documents[d + 1] : given.Sentences.Length;
            var id = given.DocumentIds[d].Length > 0 ? given.DocumentIds[d] : (d + 1).ToString(CultureInfo.InvariantCulture);
            writer.Write($"# newdoc id = {OneLine(id)}\n");
            WriteSentences(writer, analysis, names, id, given.Documents[d], end);
        }
    }

    private static void WriteSentences(TextWriter writer, Analysis analysis, string?[] names, string id, int from, int to)
    {
        for (var s = from; s < to; s++)
        {
            var sentence = analysis.Sentences[s];
            writer.Write($"# sent_id = {OneLine(id)}-{(s - from + 1).ToString(CultureInfo.InvariantCulture)}\n");
            writer.Write($"# text = {OneLine(analysis.SpanOf(sentence).In(analysis.Text))}\n");
            var written = sentence.Start;
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                if (i >= written) written = WriteMultiword(writer, analysis, sentence, i);
                WriteWord(writer, analysis, sentence, i, names[i], i + 1 >= written);
            }
            writer.Write('\n');
        }
    }

    /// <summary>Writes the line of the multiword token that begins at a word, if one does; returns the index after the token's last word.</summary>
    private static int WriteMultiword(TextWriter writer, Analysis analysis, TokenRange sentence, int first)
    {
        var end = first + 1;
        while (end < sentence.End && Contractions.Joins(analysis, end)) end++;
        if (end == first + 1) return end;
        writer.Write((first - sentence.Start + 1).ToString(CultureInfo.InvariantCulture));
        writer.Write('-');
        writer.Write((end - sentence.Start).ToString(CultureInfo.InvariantCulture));
        writer.Write('\t');
        writer.Write(OneLine(analysis.Text.AsSpan(analysis.Tokens[first].Start..analysis.Tokens[end - 1].End)));
        writer.Write(Touches(analysis, sentence, end - 1) ? "\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" : "\t_\t_\t_\t_\t_\t_\t_\t_\n");
        return end;
    }

    private static bool Touches(Analysis analysis, TokenRange sentence, int i) =>
        i + 1 < sentence.End && analysis.Tokens[i].End == analysis.Tokens[i + 1].Start;

    private static void WriteWord(TextWriter writer, Analysis analysis, TokenRange sentence, int i, string? name, bool endsToken)
    {
        var head = analysis.Heads[i] < 0 ? 0 : analysis.Heads[i] - sentence.Start + 1;
        var touches = endsToken && Touches(analysis, sentence, i);
        writer.Write((i - sentence.Start + 1).ToString(CultureInfo.InvariantCulture));
        writer.Write('\t');
        writer.Write(OneLine(analysis.Form(i)));
        writer.Write('\t');
        writer.Write(OneLine(analysis.Lemma(i)));
        writer.Write('\t');
        writer.Write(UniversalNames.Of(analysis.Upos[i]));
        writer.Write('\t');
        writer.Write(analysis.Xpos(i));
        writer.Write('\t');
        writer.Write(analysis.Features(i) is { Length: > 0 } features ? features : "_");
        writer.Write('\t');
        writer.Write(head.ToString(CultureInfo.InvariantCulture));
        writer.Write('\t');
        writer.Write(UniversalNames.Of(analysis.Deprels[i]));
        writer.Write("\t_\t");
        writer.Write(name is null ? touches ? "SpaceAfter=No" : "_" : touches ? $"NER={name}|SpaceAfter=No" : $"NER={name}");
        writer.Write('\n');
    }

    private static string?[] NameTags(Analysis analysis)
    {
        var tags = new string?[analysis.TokenCount];
        foreach (var name in analysis.Names)
        {
            for (var i = name.Tokens.Start; i < name.Tokens.End; i++)
                tags[i] = (i == name.Tokens.Start ? "B-" : "I-") + UniversalNames.Of(name.Kind);
        }
        return tags;
    }

    /// <summary>A tab or line break inside a form or text would end the column: it is written as a space.</summary>
    private static string OneLine(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return "_";
        var line = text.ToString();
        foreach (var c in text)
            if (char.IsControl(c) || c is '\u2028' or '\u2029') return string.Create(line.Length, line, Flatten);
        return line;
    }

    private static void Flatten(Span<char> target, string line)
    {
        for (var i = 0; i < line.Length; i++) target[i] = char.IsControl(line[i]) || line[i] is '\u2028' or '\u2029' ? ' ' : line[i];
    }
}
