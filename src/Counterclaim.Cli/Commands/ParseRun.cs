using Counterclaim.Cli.Terminal;
using Counterclaim.Ingest;
using Counterclaim.Language;
using Counterclaim.Language.Bio;
using Counterclaim.Language.Conllu;
using Counterclaim.Model;

namespace Counterclaim.Cli.Commands;

/// <summary>One run of <c>parse</c>: each source is analyzed part by part and printed as it comes.</summary>
/// <param name="NamesOnly">Whether names are printed alone (BIO).</param>
internal sealed record ParseRun(Streams Streams, Analyzer Analyzer, TextWriter Output, bool NamesOnly)
{
    public async Task<bool> Reports(string[] sources, CancellationToken cancel)
    {
        var allRead = true;
        var reader = new SourceReader(new IngestOptions(), () => Streams.Input);
        await foreach (var result in reader.ReadAsync(sources, cancel))
        {
            if (result.IsReport) Write(Analyzer.Analyze(result.Report.Text, Blocks(result.Report)), result.Report.Source, sentencesBefore: 0);
            else allRead = Failed(result.Error.Source, result.Error.Message);
        }
        return allRead;
    }

    /// <returns>Whether every file could be read to its end.</returns>
    public bool Files(string[] files, Action<TextReader, string> parse)
    {
        var allRead = true;
        foreach (var file in files)
        {
            try
            {
                using var reader = file == "-" ? new StreamReader(Streams.Input, Streams.Utf8) : new StreamReader(file, Streams.Utf8);
                parse(reader, file);
            }
            catch (Exception e) when (e is FormatException or UnauthorizedAccessException || (e is IOException io && !Streams.IsBrokenPipe(io)))
            {
                allRead = Failed(file, e.Message);
            }
        }
        return allRead;
    }

    public void Text(TextReader reader, string name)
    {
        var sentences = 0;
        foreach (var piece in TextPieces.Read(reader))
        {
            var analysis = Analyzer.Analyze(piece);
            Write(analysis, name, sentences);
            sentences += analysis.Sentences.Length;
        }
    }

    public void Conllu(TextReader reader, string name)
    {
        foreach (var part in ConlluReader.ReadParts(reader))
        {
            var analysis = Analyzer.Analyze(part.Text, part.Tokens, part.Sentences);
            if (NamesOnly) BioFile.Write(Output, analysis, part.DocumentIds[0], part.Forms);
            else ConlluWriter.Write(Output, analysis, part);
        }
    }

    public void Bio(TextReader reader, string name)
    {
        foreach (var document in BioFile.ReadDocuments(reader))
            Write(Analyzer.Analyze(document.Text, [.. document.Tokens], [.. document.SentenceRanges]), document.Id, sentencesBefore: 0);
    }

    private void Write(Analysis analysis, string id, int sentencesBefore)
    {
        if (NamesOnly) BioFile.Write(Output, analysis, id);
        else ConlluWriter.Write(Output, analysis, id, sentencesBefore);
    }

    /// <summary>All of the text: what is never read for claims (furniture, the rules drawn between paragraphs) has tokens too.</summary>
    private static List<TextSpan> Blocks(Report report)
    {
        var blocks = new List<TextSpan>();
        var at = 0;
        foreach (var paragraph in report.Paragraphs)
        {
            Add(new TextSpan(at, Math.Max(at, paragraph.Span.Start)));
            Add(paragraph.Span);
            at = paragraph.Span.End;
        }
        Add(new TextSpan(at, report.Text.Length));
        return blocks;

        void Add(TextSpan span)
        {
            if (!span.In(report.Text).IsWhiteSpace()) blocks.Add(span);
        }
    }

    private bool Failed(string source, string reason)
    {
        Streams.Error.WriteLine($"counterclaim: {source}: {reason}");
        return false;
    }
}
