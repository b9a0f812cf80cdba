using Counterclaim.Ledger.Claims;
using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.View;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Parts;

/// <summary>How a claim is shown wherever one stands: who says it through whom, the words cut from the report, what they come to.</summary>
internal static class ClaimParts
{
    /// <summary>A clause longer than this is cut, and says so: a hostile report may be one sentence of megabytes.</summary>
    private const int MostCharacters = 700;

    /// <summary>A claim as an entry of a list.</summary>
    public static void Entry(Claim claim, HtmlBuilder html)
    {
        html.Write($"""
            <li class="row claim{(claim.Review == ReviewState.Rejected ? " rejected" : "")}" data-open="{Urls.Item(claim.Ref)}" tabindex="0">
            <p class="what"><b>{claim.Kind}</b> {html => Slots(claim, html)}</p>
            <div class="said">{html => Quote(claim, html)}<p class="who">{html => Chain(claim, html)}</p></div>
            <p class="when">{html => AsOf(claim, html)} <br>{html => State(claim, html)}</p>
            </li>

            """);
    }

    /// <summary>The clause, cut from the report, leading to where it stands there.</summary>
    public static void Quote(Claim claim, HtmlBuilder html)
    {
        html.Write($"<q class=\"cut\" dir=\"auto\"><a href=\"{Urls.Item(claim.Ref)}\">");
        var shown = new TextSpan(0, End(claim.Exact));
        var marks = claim.Loaded.Where(w => claim.Span.Contains(w.Span))
            .Select(w => new Mark(new TextSpan(w.Span.Start - claim.Span.Start, w.Span.End - claim.Span.Start), 0, "<mark class=\"loaded\">", "</mark>"));
        new MarkedText(claim.Exact, marks).Write(shown, html);
        html.Raw("</a>");
        if (shown.End < claim.Exact.Length) html.Write($" … <small>[{Texts.MoreCharacters(claim.Exact.Length - shown.End)}]</small>");
        html.Raw("</q>");
    }

    private static int End(string text)
    {
        if (text.Length <= MostCharacters) return text.Length;
        var end = text.LastIndexOf(' ', MostCharacters);
        if (end < MostCharacters / 2) end = char.IsLowSurrogate(text[MostCharacters]) ? MostCharacters - 1 : MostCharacters;
        return end;
    }

    /// <summary>Who tells it, outermost first: "The Courier ▸ the ministry".</summary>
    public static void Chain(Claim claim, HtmlBuilder html) => Chain(claim.Tellers, Manner(claim), html);

    /// <param name="manner">How the innermost puts it.</param>
    public static void Chain(IReadOnlyList<ClaimTeller> tellers, string manner, HtmlBuilder html)
    {
        for (var i = 0; i < tellers.Count; i++)
        {
            if (i > 0) html.Raw(" <span class=\"step\" aria-label=\"tells that\">▸</span> ");
            var isFirst = i == tellers.Count - 1;
            if (isFirst) html.Raw("<b>");
            Teller(tellers[i], html);
            if (isFirst) html.Raw("</b>");
        }
        html.Write($" <span class=\"how\">{manner}</span>");
    }

    public static void Teller(ClaimTeller teller, HtmlBuilder html)
    {
        if (teller.Actor is { } actor) Actor(actor, teller.Name, html);
        else html.Write($"<bdi>{NameOf(teller)}</bdi>");
    }

    public static string NameOf(ClaimTeller teller) => teller.Name.Length > 0 ? teller.Name : teller.IsPublisher ? Texts.UnnamedPublisher : Texts.NobodyNamed;

    /// <summary>Somebody of the ledger leads to their page; somebody known by a description alone has none.</summary>
    public static void Actor(ClaimActor actor, string name, HtmlBuilder html)
    {
        if (actor.Cluster is { } id) html.Write($"<a href=\"{Urls.Actor(id)}\"><bdi>{name}</bdi></a>");
        else html.Write($"<bdi>{name}</bdi>");
    }

    /// <summary>Who or what fills a slot: somebody of the ledger, or words alone.</summary>
    private static void Slot(ClaimActor? actor, string words, HtmlBuilder html)
    {
        if (actor is not null) Actor(actor, words, html);
        else html.Write($"<bdi>{words}</bdi>");
    }

    /// <summary>"denies, through Telegram": how it is said.</summary>
    private static string Manner(Claim claim)
    {
        var first = claim.FirstTeller;
        if (first.IsPublisher) return Texts.OwnVoice;
        return Wording.Joined(
            first.Act == SpeechAct.Assert ? "" : JsonNames.Of(first.Act),
            first.Mode is { } mode ? JsonNames.Of(mode) : "",
            first.NegatedOrHypothetical ? Texts.NotAsserted : "",
            first.Channel is { } channel ? Texts.Through(channel) : "");
    }

    /// <summary>"killed · ≥ 30 people · Quillhaven · probable": what the clause comes to.</summary>
    public static void Slots(Claim claim, HtmlBuilder html) => Write(claim, hasPlace: true, html);

    /// <summary>The same without its place.</summary>
    public static void Matter(Claim claim, HtmlBuilder html) => Write(claim, hasPlace: false, html);

    private static void Write(Claim claim, bool hasPlace, HtmlBuilder html)
    {
        var separator = "";
        if (claim.Polarity == Polarity.Negative) Say(Texts.Negated);
        if (claim.Position is { } position) Say(position);
        if (claim.Quantity is { } quantity) Say(Wording.Quantity(quantity));
        if (claim.AgentName is { } agent) Part(html => Slot(claim.Agent, agent, html));
        // Who is counted stands in the figure already: "60 rebels".
        if (claim.PatientName is { } patient && (claim.Patient is not null || claim.Quantity?.Unit is null)) Part(html =>
        {
            html.Write($"{(claim.AgentName is null ? Texts.Of : Texts.To)} ");
            Slot(claim.Patient, patient, html);
        });
        if (hasPlace && claim.Place is { } place) Part(html => Place(place, html));
        if (claim.Meant is { } meant) Say(Wording.When(meant.Value, meant.Words));
        if (claim.Certainty != Certainty.Certain) Say(JsonNames.Of(claim.Certainty));
        if (claim.Stance == ClaimStance.Denies) Say(Texts.Denied);
        if (claim.Stance == ClaimStance.HeldBack) Say(Texts.NotCommitted);

        void Say(string words) => Part(html => html.Write($"<bdi>{words}</bdi>"));

        void Part(Action<HtmlBuilder> part)
        {
            html.Raw(separator);
            part(html);
            separator = " · ";
        }
    }

    public static void Place(ClaimPlace place, HtmlBuilder html)
    {
        if (place.Relation is { } relation) html.Write($"<bdi>{relation.Words}</bdi> ");
        // The ends of a way are two places; the claim is listed with the one that its words name last.
        if (place.Relation is { Ends: { Count: > 0 } ends })
        {
            foreach (var end in ends) html.Raw(end == ends[0] ? "" : " – ").Write($"<a href=\"{(end.Name == place.Name ? Urls.Place(place) : Urls.Place(end.Name))}\"><bdi>{end.Name}</bdi></a>");
            return;
        }
        html.Write($"<a href=\"{Urls.Place(place)}\"><bdi>{place.Name}</bdi></a>");
    }

    public static void AsOf(Claim claim, HtmlBuilder html)
    {
        if (claim.AsOf is { } asOf) html.Write($"<time datetime=\"{Dates.Machine(asOf.From)}\">{Dates.Day(asOf.From)}</time>");
        else html.Write($"<span>{Texts.Undated}</span>");
    }

    /// <summary>What people made of it: proposed by the machine and confirmed by a person are never to be taken for each other.</summary>
    public static void State(Claim claim, HtmlBuilder html)
    {
        var (sign, word) = claim.Review switch
        {
            ReviewState.Confirmed => ("●", claim.IsCorrected ? Texts.Corrected : ClaimNames.Of(claim.Review)),
            ReviewState.Rejected => ("×", ClaimNames.Of(claim.Review)),
            _ => ("○", ClaimNames.Of(claim.Review)),
        };
        html.Write($"<span class=\"state {ClaimNames.Of(claim.Review)}\"><span aria-hidden=\"true\">{sign}</span> <span class=\"word\">{word}</span></span>");
    }
}
