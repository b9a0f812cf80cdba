using Counterclaim.Ledger.Consequences;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Store;
using Counterclaim.Web.Adding;
using Counterclaim.Web.Mapping;
using Counterclaim.Web.Notes;
using Counterclaim.Web.Pages;

namespace Counterclaim.Web;

/// <summary>What every page works with.</summary>
internal sealed class Desk(WebOptions options)
{
    private const int MostKept = 64;

    private MapBook? _maps;

    public MapBook Maps => _maps ??= new MapBook(this);

    public LedgerStore Ledger { get; } = options.Ledger;

    /// <summary>Consequence maps by query.</summary>
    public Kept<ConsequenceMap> Consequences { get; } = new(options.Ledger, MostKept);

    private readonly Kept<IReadOnlyList<string>> _kinds = new(options.Ledger, 1);
    private readonly Kept<IReadOnlyList<Outlet>> _outlets = new(options.Ledger, 1);

    /// <summary>The kinds that the ledger's claims have.</summary>
    public IReadOnlyList<string> Kinds => _kinds.Of("", Ledger.Kinds);

    /// <summary>Outlets, those with most reports first.</summary>
    public IReadOnlyList<Outlet> Outlets => _outlets.Of("", Ledger.Outlets);

    /// <summary>What is told of somebody, by their id.</summary>
    public Kept<ActorFile> Actors { get; } = new(options.Ledger, MostKept);

    /// <summary>Profiles of outlets by name.</summary>
    public Kept<OutletProfile> Profiles { get; } = new(options.Ledger, 16 * MostKept);

    /// <summary>Dossiers by place.</summary>
    public Kept<Dossier> Dossiers { get; } = new(options.Ledger, MostKept);

    public Notebook Notes { get; } = Notebook.Open(options.Notebook, options.Clock);

    public NewRows New { get; } = new(options.Ledger);

    public QuestionBook Questions { get; } = new(options.Ledger);

    /// <summary>Null in a room that only shows.</summary>
    public Intake? Intake { get; } = options.Reader is { } reader ? new Intake(options.Ledger, reader) : null;

    private FeedDesk? _feeds;

    /// <summary>Null in a room that only shows.</summary>
    public FeedDesk? Feeds => Intake is { } intake ? _feeds ??= new FeedDesk(Notes, intake, Options.Ingest, Options.Clock) : null;

    /// <summary>Under whose name corrections are made, where a form does not say.</summary>
    public string Author => Notes.Author ?? Options.Author;

    public WebOptions Options { get; } = options;
}
