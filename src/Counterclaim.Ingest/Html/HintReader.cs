using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Counterclaim.Ingest.Html;

/// <summary>Reads hints off an element's kind, role, class and id.</summary>
/// <remarks>Names are compared word by word ("article-related" is two), so that "shadow" never reads as "ad".</remarks>
internal static class HintReader
{
    private static readonly FrozenDictionary<string, Hints> Words = Build();
    private static readonly FrozenDictionary<string, Hints>.AlternateLookup<ReadOnlySpan<char>> ByWord = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Hints Of(IElement element, string tag)
    {
        var hints = OfTag(tag);
        if (element.Attributes.Length == 0 || tag is "body" or "html") return hints;

        if (element.GetAttribute("role") is { Length: > 0 } role)
            hints |= role switch
            {
                "navigation" or "menu" or "menubar" or "search" => Hints.Navigation,
                "complementary" => Hints.Aside,
                "contentinfo" => Hints.Footer,
                "dialog" or "alertdialog" or "alert" => Hints.Furniture,
                "main" or "article" => Hints.Article,
                _ => Hints.None,
            };
        if (element.GetAttribute("itemprop") is { Length: > 0 } property)
            hints |= property switch
            {
                "articleBody" => Hints.Body,
                "author" or "publisher" or "datePublished" or "dateModified" or "commentCount" => Hints.Byline,
                "comment" => Hints.Foreign,
                "keywords" => Hints.Furniture,
                "caption" or "copyrightHolder" => Hints.Caption,
                "description" => Hints.Summary,
                _ => Hints.None,
            };
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || IsDisplayNone(element.GetAttribute("style"))) hints |= Hints.Hidden;
        if (element.GetAttribute("class") is { Length: > 0 } names) hints |= OfNames(names);
        if (element.GetAttribute("id") is { Length: > 0 } id) hints |= OfNames(id);
        if (element.GetAttribute("data-testid") is { Length: > 0 } test) hints |= OfNames(test);
        if (element.GetAttribute("data-component") is { Length: > 0 } component) hints |= OfNames(component);
        // A body is no byline and no furniture, whatever else its long list of names says.
        if ((hints & Hints.Body) != 0) hints &= Hints.Body | Hints.Article | Hints.Hidden;
        return hints;
    }

    private static Hints OfTag(string tag) => tag switch
    {
        "nav" or "menu" => Hints.Navigation,
        "aside" => Hints.Aside,
        "footer" => Hints.Footer,
        "header" => Hints.Header,
        "figcaption" or "caption" => Hints.Caption,
        "blockquote" or "q" => Hints.Quote,
        "article" or "main" => Hints.Article,
        "ul" or "ol" or "dl" => Hints.List,
        "dialog" => Hints.Furniture,
        "address" => Hints.Byline,
        _ => Hints.None,
    };

    private static bool IsDisplayNone(string? style)
    {
        if (style is null) return false;
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + 7).TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Hints of the words in a list of names, split at signs and where small letters turn to capitals.</summary>
    public static Hints OfNames(ReadOnlySpan<char> names)
    {
        var hints = Hints.None;
        names = names[..Math.Min(names.Length, 400)];
        int word = -1, previous = -1;
        Span<char> lower = stackalloc char[64];
        for (var i = 0; i <= names.Length; i++)
        {
            var inside = i < names.Length && char.IsAsciiLetter(names[i]);
            var turn = inside && word >= 0 && char.IsAsciiLetterUpper(names[i]) && char.IsAsciiLetterLower(names[i - 1]);
            if (inside && !turn)
            {
                if (word < 0) word = i;
                continue;
            }
            if (word >= 0)
            {
                hints |= Look(names[word..i], lower);
                // Two words side by side may make one name: "read-more", "articleBody".
                if (previous >= 0) hints |= Look(names[previous..i], lower);
                previous = i < names.Length && names[i] is '-' or '_' || turn ? word : -1;
            }
            word = turn ? i : -1;
        }
        return hints;
    }

    private static Hints Look(ReadOnlySpan<char> word, Span<char> lower)
    {
        if (word.Length is < 2 or > 40) return Hints.None;
        var length = 0;
        foreach (var c in word)
            if (char.IsAsciiLetter(c)) lower[length++] = char.ToLowerInvariant(c);
        return ByWord.TryGetValue(lower[..length], out var hints) ? hints : Hints.None;
    }

    private static FrozenDictionary<string, Hints> Build()
    {
        var words = new Dictionary<string, Hints>();
        void Add(Hints hint, string list)
        {
            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries)) words[word] = words.GetValueOrDefault(word) | hint;
        }
        Add(Hints.Navigation, "nav navbar navigation menu menubar submenu breadcrumb breadcrumbs pagination pager paging sitemap toc tableofcontents skiplink skiplinks");
        Add(Hints.Aside, "sidebar sidebars rail rightrail leftrail aside");
        Add(Hints.Footer, "footer foot colophon copyright");
        Add(Hints.Caption, "caption captions figcaption credit credits photocredit imagecredit imagecaption photocaption wpcaption wpcaptiontext bildunterschrift copyrightnotice");
        Add(Hints.Byline, "byline bylines dateline timestamp authorbio authorbox authorinfo aboutauthor authors pubdate publishdate postmeta entrymeta articlemeta metadata");
        Add(Hints.Furniture, """
            related relatedposts relatedarticles relatedcontent relatedlinks relatednews recommended recommendation recommendations recirc recirculation
            newsletter newsletters subscribe subscription subscribebox signup signin login register paywall
            promo promos promobox promotion teaser teasers trending mostread mostpopular mostviewed popular popularposts
            share sharing sharebar sharebuttons sharetools sharedaddy addtoany socialshare socialmedia socialbar sociallinks sharethis shareicons followus jpsharing
            ad ads advert adverts advertisement advertising adslot adbox sponsor sponsored sponsors dfp outbrain taboola zergnet revcontent mgid
            popup popin modal overlay lightbox toast snackbar
            tag tags taglist tagcloud keywords topics articletags posttags
            readmore readalso readnext morefrom morestories morenews seealso alsoread moreon upnext nextpost prevpost postnavigation latestnews latest
            donate donation donations supportus membership toolbar tools printfriendly rating ratings poll quiz survey
            noprint screenreadertext sronly visuallyhidden editsection reference reflist navbox hatnote mwempty
            """);
        Add(Hints.Foreign, """
            comment comments commentlist commentform disqus replies respond discussion
            cookie cookies cookiebanner consent gdpr ccpa onetrust otsdk cmp cookiebot usercentrics didomi
            """);
        Add(Hints.Body, "articlebody storybody articlecontent articletext storycontent storytext postcontent postbody entrycontent maincontentbody newstext newsbody contentbody bodycontent articlebodycontent richtext");
        Add(Hints.Summary, "standfirst summary excerpt lead lede intro subtitle subheadline dek deck teasertext vorspann chapo sapo");
        return words.ToFrozenDictionary();
    }
}
