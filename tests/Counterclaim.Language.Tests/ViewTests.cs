using CsCheck;
using Counterclaim.Model;

namespace Counterclaim.Language.Tests;

/// <summary>Views over an analysis: the same as its arrays, reached by walking.</summary>
public sealed class ViewTests
{
    private static readonly Analyzer Analyzer = Analyzer.Load();

    private static readonly DocumentView Document = Analyzer.Analyze(
        "The governor of Marish said on Tuesday that engineers, drivers and nurses would not leave. Orla Vane didn't reply.").View;

    private static readonly string[] Words =
        ["The", "rebels", "said", "and", "or", "left", "Orla", "Vane", "that", ",", ".", "in", "Marish", "\n\n", "n't", "“", "”"];

    private static readonly Gen<string> Texts = Gen.Int[0, Words.Length - 1].Array[0, 60].Select(picks => string.Join(' ', picks.Select(i => Words[i])));

    private static TokenView Token(string form)
    {
        foreach (var token in Document.Tokens)
            if (token.Text.SequenceEqual(form)) return token;
        throw new ArgumentException($"No token '{form}'.");
    }

    private static string[] Forms(IEnumerable<TokenView> tokens) => [.. tokens.Select(t => t.ToString())];

    [Fact]
    public void A_text_has_sentences_and_a_sentence_its_root_and_tokens()
    {
        Assert.Equal(2, Document.Sentences.Count);
        var second = Document.Sentences[1];
        Assert.Equal("Orla Vane didn't reply.", second.ToString());
        Assert.Equal("reply", second.Root.ToString());
        Assert.Equal(["Orla", "Vane", "did", "n't", "reply", "."], Forms(second.Tokens));
        Assert.Equal(second, Token("reply").Sentence);
        Assert.Equal(4, Token("reply").IndexInSentence);
        Assert.Null(second.Root.Head);
        Assert.False(Token("did").HasSpaceAfter);
    }

    [Fact]
    public void A_token_leads_to_its_head_children_edges_and_ancestors()
    {
        var said = Token("said");
        Assert.True(said.IsRoot);
        Assert.Equal(said, Token("governor").Head);
        Assert.Equal(Token("governor"), said.Child(Deprel.Nsubj));
        Assert.Null(said.Child(Deprel.Iobj));
        Assert.Equal(["The", "governor", "of", "Marish"], Forms(Token("governor").Subtree));
        Assert.Equal("The governor of Marish", Token("governor").Extent.ToString());
        Assert.Equal(("The", "Marish"), (Token("governor").LeftEdge.ToString(), Token("governor").RightEdge.ToString()));
        Assert.Equal(["The"], Forms(Token("governor").ChildrenBefore));
        Assert.Equal(["Marish"], Forms(Token("governor").ChildrenAfter));
        Assert.Equal(["Marish", "governor", "said"], Forms(Token("of").Ancestors));
        Assert.Equal(3, Token("of").Depth);
        Assert.True(said.IsAncestorOf(Token("of")));
        Assert.False(said.IsAncestorOf(said));
        Assert.False(Token("of").IsAncestorOf(said));
    }

    [Fact]
    public void Conjuncts_of_one_are_the_others()
    {
        Assert.Equal(["drivers", "nurses"], Forms(Token("engineers").Conjuncts));
        Assert.Equal(["engineers", "nurses"], Forms(Token("drivers").Conjuncts));
        Assert.Equal(["engineers", "drivers"], Forms(Token("nurses").Conjuncts));
        Assert.Empty(Token("said").Conjuncts);
    }

    [Fact]
    public void A_span_has_a_root_names_and_a_text()
    {
        var span = Document.At(new TextSpan(4, 22));
        Assert.Equal("governor of Marish", span.ToString());
        Assert.Equal("governor", span.Root.ToString());
        Assert.Contains(span.Names, n => n.ToString() == "Marish");
        Assert.True(span.Contains(Token("of")));
        Assert.False(span.Contains(Token("said")));
        Assert.Equal(Document.Sentences[0], span.Sentence);
        Assert.Equal(2, Document[new TokenRange(1, 3)].Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => Document[new TokenRange(1, 1000)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => span[3]);
        var nothing = Document[new TokenRange(2, 2)];
        Assert.Equal(("", 0), (nothing.ToString(), nothing.Names.Count));
        Assert.Throws<InvalidOperationException>(() => nothing.Root);
    }

    [Fact]
    public void A_name_knows_its_sentence_and_its_tokens_know_the_name()
    {
        var name = Document.Sentences[1].Names[0];
        Assert.Equal(("Orla Vane", EntityKind.Person), (name.ToString(), name.Kind));
        Assert.Equal(name, Token("Orla").Name);
        Assert.Equal(name, Token("Vane").Name);
        Assert.Null(Token("reply").Name);
        Assert.Equal(Document.Sentences[1], name.Sentence);
        Assert.Equal(Document.Names.Count, Document.Sentences.Sum(s => s.Names.Count));
    }

    [Fact]
    public void Walking_a_text_allocates_nothing()
    {
        static int Walk(DocumentView document)
        {
            var seen = 0;
            foreach (var sentence in document.Sentences)
            {
                seen += sentence.Root.Text.Length + sentence.Names.Count;
                foreach (var token in sentence)
                {
                    foreach (var child in token.Children) seen += child.Text.Length;
                    foreach (var below in token.Subtree) seen += below.Depth;
                    foreach (var above in token.Ancestors) seen += above.Index;
                    foreach (var conjunct in token.Conjuncts) seen += conjunct.Index;
                    if (token.Name is { } name) seen += name.Tokens.Count;
                }
            }
            return seen;
        }
        var first = Walk(Document); // makes the trees
        var before = GC.GetAllocatedBytesForCurrentThread();
        var second = Walk(Document);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Views_agree_with_the_arrays_on_any_text() => Texts.Sample(text =>
    {
        var analysis = Analyzer.Analyze(text);
        foreach (var token in analysis.View.Tokens)
        {
            var i = token.Index;
            Assert.Equal(Enumerable.Range(0, analysis.TokenCount).Where(t => analysis.Heads[t] == i), analysis.Children(i).ToArray());
            var below = Enumerable.Range(0, analysis.TokenCount).Where(t => Chain(analysis, t).Contains(i)).ToArray();
            Assert.Equal(below, token.Subtree.Select(t => t.Index));
            Assert.Equal(below.Length, token.SubtreeCount);
            Assert.Equal(new TokenRange(below[0], below[^1] + 1), token.Extent.Range);
            Assert.Equal(Chain(analysis, i).Skip(1), token.Ancestors.Select(t => t.Index));
            Assert.Equal(Chain(analysis, i).Count - 1, token.Depth);
            Assert.Equal(token.Children, token.ChildrenBefore.Concat(token.ChildrenAfter));
            var coordination = Coordination(token);
            Assert.All(token.Conjuncts, c => Assert.Equal(coordination, Coordination(c)));
        }
        Assert.Equal(analysis.TokenCount, analysis.TopDown.ToArray().Distinct().Count());
    });

    private static int[] Coordination(TokenView token) => [.. token.Conjuncts.Append(token).Select(t => t.Index).Order()];

    private static List<int> Chain(Analysis analysis, int token)
    {
        var chain = new List<int>();
        for (; token >= 0; token = analysis.Heads[token]) chain.Add(token);
        return chain;
    }
}
