using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation;

/// <summary>How one examination is run.</summary>
/// <param name="Gold">Path of the gold file.</param>
public sealed record ExamOptions(string Gold)
{
    /// <summary>Folder with the corpora, for gold that points to their texts.</summary>
    public string DataFolder { get; init; } = Training.DataFolder.Default;

    /// <summary>Path of a file of predictions; null to run our own pipeline on the gold's texts.</summary>
    public string? Predictions { get; init; }

    /// <summary>Where to keep what our pipeline predicted; null to keep nothing.</summary>
    public string? WritePredictions { get; init; }

    /// <summary>Bootstrap samples for the intervals; 0 for none.</summary>
    public int Boot { get; init; }

    /// <summary>Gold types that count; null for all.</summary>
    public IReadOnlySet<string>? Types { get; init; }

    /// <summary>Roles of our places that count; null for all. Some golds mark no "Russian troops".</summary>
    public IReadOnlySet<string>? Roles { get; init; }

    /// <summary>Only documents of this part of the corpus; null for all.</summary>
    public string? Split { get; init; }

    /// <summary>Whether punctuation marks count as tokens.</summary>
    public bool Punctuation { get; init; }

    /// <summary>Whether the analysis starts from raw text rather than from the gold's tokens and sentences.</summary>
    public bool Raw { get; init; }

    /// <summary>Whether the spans of the gold's statements are given, so that only what follows from them is examined.</summary>
    public bool Given { get; init; }

    /// <summary>Only every n-th document of the gold counts, from the first; 0 or 1 for all.</summary>
    public int Every { get; init; }

    /// <summary>The documents to examine.</summary>
    internal IReadOnlyList<T> Chosen<T>(IReadOnlyList<T> gold) => Every <= 1 ? gold : [.. gold.Where((_, i) => i % Every == 0)];

    /// <summary>How many of the largest disagreements to list.</summary>
    public int Errors { get; init; }
}

/// <summary>One step's examination: scores predictions, or our own pipeline, against a gold file.</summary>
/// <param name="Step">The subcommand's name.</param>
/// <param name="Options">Names of the options that mean something to it, beside those that all understand.</param>
/// <param name="Run">May throw <see cref="IOException"/> and <see cref="InvalidDataException"/>.</param>
public sealed record Exam(string Step, string Description, IReadOnlySet<string> Options, Func<ExamOptions, Pipeline, ScoreSheet> Run)
{
    /// <summary>The gold that is meant when none is named: a file of this repository; null where one must be named.</summary>
    public string? DefaultGold { get; init; }

    public static IReadOnlyList<Exam> All { get; } =
    [
        Quotes.QuotesExam.Exam,
        Places.PlacesExam.Exam,
        Places.PinsExam.Exam,
        Times.TimesExam.Exam,
        Times.RecognizersExam.Exam,
        Trees.TreesExam.Exam,
        Names.NamesExam.Exam,
        Pages.PagesExam.Exam,
        Conflict.ConflictExam.Exam,
        Acts.ActsExam.Exam,
        Holders.HoldersExam.Exam,
        Certainty.CertaintyExam.Exam,
        Certainty.NegationExam.Exam,
        Voice.VoiceExam.Exam,
        Posts.PostsExam.Exam,
        Identity.IdentityExam.Exam,
        Links.LinkExam.Exam,
        Assertions.AssertionExam.Exam,
        Stories.SyndicationExam.Exam,
        Stories.StoriesExam.Exam,
    ];
}
