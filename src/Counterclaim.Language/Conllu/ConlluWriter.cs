using System.Globalization;

namespace Counterclaim.Language.Conllu;

/// <summary>Writes an analysis as CoNLL-U (universaldependencies.org/format), names in MISC as <c>NER=B-PER</c>.</summary>
/// <remarks>Words that are written as one ("don't", "cannot", "Vane's") stand under a line for their multiword token, as in UD English.</remarks>
public static class ConlluWriter
{
    private const string NoSpaceAfter = "SpaceAfter=No";
    private const string NameKey = "NER=";

    /// <summary>Writes every sentence; sentence identifiers are <paramref name="documentId"/>, a hyphen and a number from 1.</summary>
    /// <param name="sentencesBefore">Sentences of the same document that were written before; above 0, the document goes on.</param>
    public static void Write(TextWriter writer, Analysis analysis, string documentId, int sentencesBefore = 0)
    {
        var names = NameTags.Of(analysis);
        if (sentencesBefore == 0) writer.Write($"# newdoc id = {OneLine(documentId)}\n");
        for (var s = 0; s < analysis.Sentences.Length; s++)
        {
            if (StartsParagraph(analysis, s)) writer.Write("# newpar\n");
            writer.Write($"# sent_id = {OneLine(documentId)}-{Number(sentencesBefore + s + 1)}\n# text = ");
            WriteSentence(writer, analysis, analysis.Sentences[s], names);
        }
    }

    /// <summary>
    /// Writes the analysis of the tokens and sentences that a file gave: its comments, forms, multiword tokens and MISC as they
    /// were, the other columns anew. Empty nodes and enhanced dependencies, which are not analyzed, are left out.
    /// </summary>
    public static void Write(TextWriter writer, Analysis analysis, ConlluDocument given)
    {
        var names = NameTags.Of(analysis);
        var (token, sentence) = (0, 0);
        bool hasId = false, hasText = false, inWords = false;
        for (var l = 0; l < given.Lines.Length; l++)
        {
            var line = given.Lines[l];
            if (line.Length == 0)
            {
                writer.Write('\n');
                sentence++;
                hasId = hasText = inWords = false;
            }
            else if (line[0] == '#')
            {
                hasId |= line.StartsWith("# sent_id", StringComparison.Ordinal);
                hasText |= line.StartsWith("# text =", StringComparison.Ordinal);
                WriteLine(writer, line);
            }
            else
            {
                if (!inWords && !hasId) writer.Write($"# sent_id = {Number(given.SentencesBefore + sentence + 1)}\n");
                if (!inWords && !hasText) WriteLine(writer, "# text = " + TextOf(given.Lines.AsSpan(l)));
                inWords = true;
                var columns = line.Split('\t');
                if (columns[0].Contains('.', StringComparison.Ordinal)) continue;
                if (columns[0].Contains('-', StringComparison.Ordinal)) WriteLine(writer, line);
                else
                {
                    WriteColumns(writer, analysis, given.Sentences[sentence], token, columns[1], Misc(columns[9], names[token]));
                    token++;
                }
            }
        }
    }

    private static void WriteSentence(TextWriter writer, Analysis analysis, TokenRange sentence, string?[] names)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            writer.Write(OneLine(analysis.Form(i)));
            if (i + 1 < sentence.End && !Touches(analysis, i)) writer.Write(' ');
        }
        writer.Write('\n');
        var written = sentence.Start;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (i >= written) written = WriteMultiword(writer, analysis, sentence, i);
            var touches = i + 1 >= written && Touches(analysis, i);
            WriteColumns(writer, analysis, sentence, i, OneLine(analysis.Form(i)), Misc(touches ? NoSpaceAfter : "_", names[i]));
        }
        writer.Write('\n');
    }

    /// <summary>Writes the line of the multiword token that begins at a word, if one does; returns the index after the token's last word.</summary>
    private static int WriteMultiword(TextWriter writer, Analysis analysis, TokenRange sentence, int first)
    {
        var end = first + 1;
        while (end < sentence.End && Contractions.Joins(analysis, end)) end++;
        if (end == first + 1) return end;
        var form = OneLine(analysis.Form(new TokenRange(first, end)));
        var misc = Touches(analysis, end - 1) ? NoSpaceAfter : "_";
        writer.Write($"{Number(first - sentence.Start + 1)}-{Number(end - sentence.Start)}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n");
        return end;
    }

    private static void WriteColumns(TextWriter writer, Analysis analysis, TokenRange sentence, int i, string form, string misc)
    {
        writer.Write(Number(i - sentence.Start + 1));
        writer.Write('\t');
        writer.Write(form);
        writer.Write('\t');
        writer.Write(OneLine(analysis.Lemma(i)));
        writer.Write('\t');
        writer.Write(UniversalNames.Of(analysis.Upos[i]));
        writer.Write('\t');
        writer.Write(analysis.Xpos(i));
        writer.Write('\t');
        writer.Write(analysis.Features(i) is { Length: > 0 } features ? features : "_");
        writer.Write('\t');
        writer.Write(Number(analysis.Heads[i] < 0 ? 0 : analysis.Heads[i] - sentence.Start + 1));
        writer.Write('\t');
        writer.Write(UniversalNames.Of(analysis.Deprels[i]));
        writer.Write("\t_\t");
        writer.Write(misc);
        writer.Write('\n');
    }

    private static bool Touches(Analysis analysis, int i) => i + 1 < analysis.TokenCount && analysis.Tokens[i].End == analysis.Tokens[i + 1].Start;

    /// <summary>The first sentence does, and what comes after a blank line.</summary>
    private static bool StartsParagraph(Analysis analysis, int sentence)
    {
        var first = analysis.Sentences[sentence].Start;
        return first == 0 || analysis.Text.AsSpan(analysis.Tokens[first - 1].End..analysis.Tokens[first].Start).Count('\n') > 1;
    }

    /// <summary>MISC with the tag of a name in it, and no other than ours.</summary>
    private static string Misc(string given, string? name)
    {
        if (given.Contains(NameKey, StringComparison.Ordinal))
        {
            given = string.Join('|', given.Split('|').Where(part => !part.StartsWith(NameKey, StringComparison.Ordinal)));
            if (given.Length == 0) given = "_";
        }
        return name is null ? given : given == "_" ? NameKey + name : $"{NameKey}{name}|{given}";
    }

    /// <summary>The text that the lines of a sentence spell.</summary>
    private static string TextOf(ReadOnlySpan<string> lines)
    {
        var text = new System.Text.StringBuilder();
        var covered = 0;
        foreach (var line in lines)
        {
            if (line.Length == 0) break;
            var columns = line.Split('\t');
            var id = columns[0].Split('-');
            if (columns.Length != 10 || columns[0].Contains('.', StringComparison.Ordinal) || int.Parse(id[0], CultureInfo.InvariantCulture) <= covered) continue;
            covered = int.Parse(id[^1], CultureInfo.InvariantCulture);
            text.Append(columns[1]);
            if (!columns[9].Contains(NoSpaceAfter, StringComparison.Ordinal)) text.Append(' ');
        }
        return text.ToString().TrimEnd();
    }

    private static void WriteLine(TextWriter writer, string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A control character would end a column or a line: it is written as the replacement character.</summary>
    private static string OneLine(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return "_";
        var line = text.ToString();
        foreach (var c in text)
            if (Breaks(c)) return string.Create(line.Length, line, static (target, from) => Flatten(target, from));
        return line;
    }

    private static void Flatten(Span<char> target, string line)
    {
        for (var i = 0; i < line.Length; i++) target[i] = Breaks(line[i]) ? '\uFFFD' : line[i];
    }

    private static bool Breaks(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
