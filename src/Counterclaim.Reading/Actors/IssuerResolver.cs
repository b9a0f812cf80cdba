using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Attribution;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Actors;

/// <summary>Finds whom a report, statement or study speaks for: the name in it, whoever was said to issue it, the outlet just told of.</summary>
internal sealed class IssuerResolver
{
    private readonly DependencyIndex _syntax;
    private readonly Analysis _analysis;
    private readonly StatementTree _statements;
    private readonly MentionSet _mentions;
    private readonly List<Mention> _resolved;
    private readonly List<int> _documents = [];
    private readonly Dictionary<int, Entity> _issuers = [];

    /// <param name="resolved">The mentions resolved so far, growing.</param>
    public IssuerResolver(DependencyIndex syntax, StatementTree statements, MentionSet mentions, List<Mention> resolved)
    {
        _syntax = syntax;
        _analysis = syntax.Analysis;
        _statements = statements;
        _mentions = mentions;
        _resolved = resolved;
        for (var i = 0; i < _analysis.TokenCount; i++)
            if (_analysis.Upos[i] == Upos.Noun && NounLexicon.Default.Noun(_analysis.Lemma(i)) is { Class: NounClass.Document }) _documents.Add(i);
    }

    /// <summary>The mention inside a document's phrase that names its issuer ("an AGENCY statement", "data from the AGENCY").</summary>
    public Mention? NameInside(Mention document)
    {
        var range = _syntax.Extent(document.Head);
        Mention? best = null;
        foreach (var mention in _mentions.NamesIn(range.Start, range.End))
        {
            if (mention.Kind == ActorKind.Person && !OwnWords.Contains(document.Lemma)) continue;
            if (mention.Head > document.Head && (mention.Head > document.Head + 12 || !IsBehindIssuingWord(mention, document))) continue;
            if (best is null || Math.Abs(mention.Head - document.Head) < Math.Abs(best.Head - document.Head)) best = mention;
        }
        return best;
    }

    /// <summary>The issuer of a document that names none itself; null where the text leaves it open.</summary>
    public Entity? Find(Mention document, Mention? lastHolder)
    {
        if (document.Determination != Determination.Definite) return null;
        if (EarlierIssue(document) is { } same) return same;
        for (var i = _resolved.Count - 1; i >= 0 && _resolved.Count - i < LookBack; i--)
        {
            if (SentencesBetween(_resolved[i], document) > Window) break;
            if (_resolved[i].Entity is { Kind: ActorKind.Publication, BestName: not null } publication && Published.Contains(document.Lemma)) return publication;
        }
        if (lastHolder is not { Entity: { } holder } || holder.IsPlural != document.IsPlural || SentencesBetween(lastHolder, document) > Window) return null;
        return document.IsPlural || !holder.IsPerson || OwnWords.Contains(document.Lemma) ? holder : null;
    }

    /// <summary>Remembers whose a document turned out to be.</summary>
    public void Remember(Mention document, Entity issuer) => _issuers[document.Head] = issuer;

    private const int LookBack = 120;
    private const int Window = 3;
    private const int LongWindow = 12;

    /// <summary>What a person issues under his or her own name; a study or survey is a body's.</summary>
    private static readonly HashSet<string> OwnWords =
        ["statement", "post", "tweet", "letter", "message", "speech", "email", "e-mail", "declaration", "article", "column", "book", "video", "screenshot", "caption"];

    /// <summary>What an outlet brings out.</summary>
    private static readonly HashSet<string> Published = ["report", "article", "story", "piece", "editorial", "column", "analysis", "bulletin", "update"];

    /// <summary>"seen by": those who got hold of a document did not issue it.</summary>
    private static readonly HashSet<string> Seen = ["see", "obtain", "review", "view", "read", "cite", "leak", "verify", "share"];

    private bool IsBehindIssuingWord(Mention name, Mention document)
    {
        for (var i = document.Head + 1; i < name.Tokens.Start; i++)
            if (_analysis.Form(i) is "in" && (name.Kind == ActorKind.Publication || name.Kind == ActorKind.Organisation && Published.Contains(document.Lemma))) return true;
            else if (_analysis.Form(i) is "," && _analysis.Form(i + 1) is "by" or "from") continue;
            else if (_analysis.Form(i) is "from" or "by" or "of" or "," or "(")
                return _analysis.Form(i) is "from" or "by" or "of" && !Seen.Contains(_analysis.Lemma(i - 1));
        return false;
    }

    /// <summary>"… said in a statement … The statement said": the holder of the earlier one issued it.</summary>
    private Entity? EarlierIssue(Mention document)
    {
        var at = _documents.BinarySearch(document.Head);
        for (var i = (at < 0 ? ~at : at) - 1; i >= 0; i--)
        {
            var earlier = _documents[i];
            if (_analysis.SentenceOf[document.Head] - _analysis.SentenceOf[earlier] > LongWindow) break;
            if (!_analysis.Lemma(earlier).Equals(document.Lemma, StringComparison.OrdinalIgnoreCase)) continue;
            if (_issuers.TryGetValue(earlier, out var known)) return known;
            if ((BodyNamedIn(earlier) ?? HolderInSentence(earlier)) is { } issuer) return issuer;
        }
        return null;
    }

    /// <summary>"in an AGENCY statement": the body named before the word.</summary>
    private Entity? BodyNamedIn(int document)
    {
        foreach (var mention in _mentions.NamesIn(_syntax.Extent(document).Start, document))
            if (mention is { Kind: not ActorKind.Person, Entity: { } body } && _analysis.Heads[mention.Head] == document) return body;
        return null;
    }

    private Entity? HolderInSentence(int document)
    {
        for (var i = _resolved.Count - 1; i >= 0; i--)
        {
            var mention = _resolved[i];
            if (_analysis.SentenceOf[mention.Head] < _analysis.SentenceOf[document]) break;
            if (_analysis.SentenceOf[mention.Head] != _analysis.SentenceOf[document] || mention.HolderOf < 0) continue;
            if (_statements.InnermostAt(document) == mention.Inside) return mention.Entity;
        }
        return null;
    }

    private int SentencesBetween(Mention a, Mention b) => Math.Abs(_analysis.SentenceOf[b.Head] - _analysis.SentenceOf[a.Head]);
}
