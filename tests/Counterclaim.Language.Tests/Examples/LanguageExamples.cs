using Counterclaim.Language.Conllu;
using Counterclaim.Model;

namespace Counterclaim.Language.Tests.Examples;

/// <summary>The examples of docs/language.md: each region is a block of code there, what it prints the block of text after it.</summary>
internal static class LanguageExamples
{
    private static readonly Analyzer Shared = Analyzer.Load();

    public static void QuickStart()
    {
        #region QuickStart
        var analyzer = Analyzer.Load();
        var document = analyzer.Analyze("Governor Orla Vane said on Tuesday that the harbour would reopen.").View;
        foreach (var sentence in document.Sentences)
        {
            Console.WriteLine($"{sentence.Root} <- {sentence.Root.Child(Deprel.Nsubj)?.Extent}");
            foreach (var name in sentence.Names) Console.WriteLine($"{name.Kind}: {name}");
        }
        #endregion
    }

    public static void Tokens()
    {
        var analyzer = Shared;
        #region Tokens
        var analysis = analyzer.Analyze("The engineers didn't leave.");
        foreach (var token in analysis.View.Tokens)
            Console.WriteLine($"{token.Span,-8} {token,-10} {token.Lemma,-10} {token.Upos,-6} {token.Xpos}");
        #endregion
    }

    public static void Trees()
    {
        var analyzer = Shared;
        #region Trees
        var sentence = analyzer.Analyze("The mayor of Marish warned that engineers, drivers and nurses would leave the old town.").View.Sentences[0];
        var warned = sentence.Root;
        Console.WriteLine($"who: {warned.Child(Deprel.Nsubj)?.Extent}");
        foreach (var child in warned.ChildrenAfter) Console.WriteLine($"{UniversalNames.Of(child.Deprel)}: {child.Extent}");

        var engineers = sentence.Tokens[6];
        Console.WriteLine($"{engineers} with {string.Join(" and ", engineers.Conjuncts)}");

        var town = sentence.Tokens.Last(token => token.Lemma == "town");
        Console.WriteLine($"{string.Join(' ', town.Subtree)} < {string.Join(" < ", town.Ancestors)}");
        #endregion
    }

    public static void States()
    {
        #region States
        var analyzer = Analyzer.Load().WithStates();
        var analysis = analyzer.Analyze("The ferry left. The ferry sank. They closed the road.");
        double Likeness(int a, int b)
        {
            double product = 0, lengthA = 0, lengthB = 0;
            for (var i = 0; i < analysis.State(a).Length; i++)
            {
                double x = analysis.State(a)[i] - 128, y = analysis.State(b)[i] - 128;
                (product, lengthA, lengthB) = (product + x * y, lengthA + x * x, lengthB + y * y);
            }
            return product / Math.Sqrt(lengthA * lengthB);
        }
        Console.WriteLine(Likeness(2, 6) > Likeness(2, 10) ? "“left” is used like “sank”" : "“left” is used like “the”");
        #endregion
    }

    public static void Names()
    {
        var analyzer = Shared;
        #region Names
        var document = analyzer.Analyze("Orla Vane left Warsaw on 5 May. Vane did not say why.").View;
        foreach (var name in document.Names)
            Console.WriteLine($"{UniversalNames.Of(name.Kind),-5} {name,-10} in sentence {name.Sentence.Index}");
        #endregion
    }

    public static void WholeNames()
    {
        var analyzer = Shared;
        #region WholeNames
        var analysis = analyzer.Analyze("The European Union answered the Bank of Japan.");
        string Text(NamedEntity name) => analysis.SpanOf(name.Tokens).In(analysis.Text).ToString();
        Console.WriteLine(string.Join(" | ", analysis.Names.Select(Text)));
        Console.WriteLine(string.Join(" | ", analysis.WholeNames.Select(Text)));
        #endregion
    }

    public static void BrokenWords()
    {
        var analyzer = Shared;
        #region BrokenWords
        var analysis = analyzer.Analyze("The govern-\nment kept its long-\nterm plan.");
        Console.WriteLine(string.Join(' ', analysis.View.Tokens.Select(token => token.ToString())));
        Console.WriteLine($"{analysis.View.Tokens[1].Lemma} {analysis.View.Tokens[1].Span}");
        #endregion
    }

    public static void Fast()
    {
        #region Fast
        var analyzer = Analyzer.Load(AnalyzerModel.Fast);
        foreach (var name in analyzer.Analyze("Orla Vane left Warsaw on 5 May.").View.Names) Console.WriteLine($"{UniversalNames.Of(name.Kind)}: {name}");
        #endregion
    }

    public static void Arrays()
    {
        var analyzer = Shared;
        #region Arrays
        var analysis = analyzer.Analyze("Rebels took the port. The army denied it.");
        for (var i = 0; i < analysis.TokenCount; i++)
            if (analysis.Upos[i] == Upos.Verb && analysis.Heads[i] < 0)
                Console.WriteLine($"{analysis.Form(i)} has {analysis.Children(i).Length} dependents");
        #endregion
    }

    public static void Offsets()
    {
        var analyzer = Shared;
        #region Offsets
        const string text = "🙂 “Nobody left,” she said.";
        var document = analyzer.Analyze(text).View;
        var nobody = document.Tokens.First(token => token.Text is "Nobody").Span;
        Console.WriteLine($"UTF-16 {nobody.Start}: {text.AsSpan(nobody.Start, nobody.Length)}");
        Console.WriteLine($"code point {new CodePointMap(text).ToCodePoint(nobody.Start)}");
        Console.WriteLine($"around the comma: {document.At(new TextSpan(14, 20))}");
        #endregion
    }

    public static void Blocks()
    {
        var analyzer = Shared;
        #region Blocks
        const string page = "Bridge closed\nShare this\nThe bridge was closed on Monday";
        var analysis = analyzer.Analyze(page, [new TextSpan(0, 13), new TextSpan(25, page.Length)]);
        foreach (var sentence in analysis.View.Sentences) Console.WriteLine($"{sentence.Span} {sentence}");
        #endregion
    }

    public static void Given()
    {
        var analyzer = Shared;
        #region Given
        const string text = "Vane left. So did we.";
        TextSpan[] tokens = [new(0, 4), new(5, 9), new(9, 10), new(11, 13), new(14, 17), new(18, 20), new(20, 21)];
        var analysis = analyzer.Analyze(text, tokens, [new TokenRange(0, 3), new TokenRange(3, 7)]);
        Console.WriteLine(string.Join(' ', analysis.View.Tokens.Select(token => $"{token}/{UniversalNames.Of(token.Upos)}")));
        #endregion
    }

    public static void Conllu()
    {
        var analyzer = Shared;
        #region Conllu
        var written = new StringWriter();
        ConlluWriter.Write(written, analyzer.Analyze("We can't leave Warsaw."), documentId: "note");
        Console.WriteLine(written.ToString());
        #endregion
    }

    public static void Threads()
    {
        var analyzer = Shared;
        #region Threads
        string[] texts = ["Vane left.", "The bridge was closed on Monday.", "Nobody was hurt."];
        var words = texts.AsParallel().AsOrdered().Select(text => analyzer.Analyze(text).TokenCount);
        Console.WriteLine(string.Join(", ", words));
        #endregion
    }
}
