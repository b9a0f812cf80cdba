using Counterclaim.Model;

namespace Counterclaim.Language;

/// <summary>Reads English text: tokens, sentences, tags, lemmas, dependency trees and names.</summary>
/// <remarks>Thread-safe: one instance serves any number of threads.</remarks>
public sealed class Analyzer
{
    /// <summary>Loads the models committed with the package.</summary>
    public static Analyzer Load() => throw new NotImplementedException();

    /// <summary>Analyzes a text. A blank line ends a sentence.</summary>
    public Analysis Analyze(string text) => throw new NotImplementedException();

    /// <summary>Analyzes the given blocks of a text, in text order; no sentence crosses a block, what lies outside is left out.</summary>
    public Analysis Analyze(string text, IReadOnlyList<TextSpan> blocks) => throw new NotImplementedException();
}
