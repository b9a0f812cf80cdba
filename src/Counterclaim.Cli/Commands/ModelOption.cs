using System.CommandLine;
using Counterclaim.Language;

namespace Counterclaim.Cli.Commands;

/// <summary><c>--model</c>: which of the named models of language reads.</summary>
internal static class ModelOption
{
    private const string Accurate = "accurate";
    private const string Fast = "fast";

    public static Option<string> Create()
    {
        var option = new Option<string>("--model")
        {
            Description = "Of language. accurate: names by layers of their own, which have a say in parts of speech. fast: without them.",
            DefaultValueFactory = _ => Accurate,
        };
        option.AcceptOnlyFromAmong(Accurate, Fast);
        return option;
    }

    public static AnalyzerModel Of(string given) => given == Fast ? AnalyzerModel.Fast : AnalyzerModel.Accurate;
}
