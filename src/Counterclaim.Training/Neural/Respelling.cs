namespace Counterclaim.Training.Neural;

/// <summary>Headlines, captions and shouting are rare in the treebanks: some sentences are learned again in capitals, some with every word capitalised.</summary>
internal static class Respelling
{
    private const int EveryInCapitals = 30, EveryAsTitle = 40;

    public static IEnumerable<TTo> Of<TFrom, TTo>(IReadOnlyList<TFrom> sentences, Func<TFrom, Func<string, string>, TTo> respelt)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            if (i % EveryInCapitals == 0) yield return respelt(sentences[i], text => text.ToUpperInvariant());
            if (i % EveryAsTitle == 7) yield return respelt(sentences[i], AsTitle);
        }
    }

    private static string AsTitle(string text) => string.Create(text.Length, text, (title, from) =>
    {
        for (var i = 0; i < title.Length; i++) title[i] = i == 0 || from[i - 1] == ' ' ? char.ToUpperInvariant(from[i]) : from[i];
    });
}
