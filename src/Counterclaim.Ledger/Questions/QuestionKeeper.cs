using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Links;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Questions;

/// <summary>
/// Puts claims to questions: states by what they are the state of, counts and deeds to the question of those they answer one question with (<see cref="QuestionChoice"/>).
/// Ids stay as far as they can: a question that gets an earlier first claim keeps its own.
/// </summary>
/// <remarks>Claims are decided in the order of time; what a claim's question is follows from those before it.</remarks>
internal sealed class QuestionKeeper(WriteSession session, RemovedClaims removed, IReadOnlyDictionary<long, long> pinned)
{
    private readonly QuestionRows _rows = new(session);
    private readonly Dictionary<long, ClaimGroup> _decided = [];

    /// <summary>The groups that rows stand for; null for a row whose first claim has left it.</summary>
    private readonly Dictionary<long, ClaimGroup?> _owners = removed.Headless.ToDictionary(row => row, _ => (ClaimGroup?)null);

    private readonly HashSet<long> _adopted = [];
    private readonly Dictionary<long, ClaimGroup> _left = [];
    private readonly List<(PlacedClaim Claim, ClaimGroup Group, bool IsNew)> _placements = [];
    private readonly HashSet<long> _unsettled = [];

    public QuestionKeeper(WriteSession session)
        : this(session, RemovedClaims.None, new Dictionary<long, long>())
    {
    }

    /// <summary>Takes claims out of their questions, and notes who is to be looked at again: those of one question with them for whom they were near, and all of a question whose first claim goes.</summary>
    /// <param name="near">Claims in whose windows some of them stand.</param>
    public void Remove(IReadOnlyCollection<long> claims, IReadOnlyCollection<long> near, RemovedClaims removed)
    {
        if (claims.Count == 0) return;
        foreach (var (claim, question, home) in session.Connection.Query(
            $"SELECT claim, question, home FROM question_claims WHERE claim IN {SqlFilter.List(claims)}", r => (r.GetInt64(0), r.GetInt64(1), r.LongOrNull(2))))
        {
            removed.Questions[claim] = question;
            if (home is { } own) removed.Homes[claim] = own;
        }
        var homes = removed.Homes.Values.Distinct().Where(h => !_rows.IsOfMatter(h)).ToList();
        foreach (var home in homes.Where(h => _rows.FirstOf(h) is { } first && removed.Homes.ContainsKey(first.Id)))
        {
            removed.Headless.Add(home);
            removed.Followers.UnionWith(_rows.MembersOf(home));
        }
        foreach (var (claim, home) in _rows.HomesOf(near))
            if (homes.Contains(home)) removed.Followers.Add(claim);
        foreach (var claim in removed.Questions.Keys) session.Run("DELETE FROM question_claims WHERE claim = @0", claim);
        foreach (var question in removed.Questions.Values.Distinct().Order()) _rows.Count(question);
    }

    /// <summary>Finds a claim's question.</summary>
    /// <param name="held">Those told before it, the nearest first.</param>
    /// <param name="isNew">Whether it answers none yet.</param>
    /// <returns>Whether it answers another one than before, as far as that may matter to those told after it.</returns>
    public bool Decide(PlacedClaim claim, IReadOnlyList<HeldAgainst> held, bool isNew)
    {
        if (isNew && pinned.TryGetValue(claim.Id, out var chosen))
        {
            _placements.Add((claim, new ClaimGroup(claim.AsCandidate) { Row = chosen, IsOfPeople = true }, true));
            return false;
        }
        if (QuestionBuilder.IsByMatter(claim.Claim.Kind))
        {
            if (isNew && QuestionBuilder.MatterOfState(claim.Claim) is { } matter)
                _placements.Add((claim, new ClaimGroup(claim.AsCandidate) { Row = _rows.OfMatter(matter, claim.Claim.Kind) }, true));
            return false;
        }
        if (claim.Keys.Count == 0) return false;
        var homes = _rows.HomesOf([.. held.Where(h => QuestionChoice.AnswersOneQuestion(h.Link)).Select(h => h.Other.Id).Where(id => !_decided.ContainsKey(id)), .. isNew ? [] : new[] { claim.Id }]);
        long? home = homes.TryGetValue(claim.Id, out var own) ? own : null;
        if (home is null && !isNew) return false; // people put it elsewhere
        var owner = home is { } row ? OwnerOf(row) : null;
        var wasFirst = owner?.First.Id == claim.Id;
        var found = QuestionChoice.Of(claim.Claim, held, id => _decided.TryGetValue(id, out var decided) ? decided : homes.TryGetValue(id, out var of) ? OwnerOf(of) : null);
        var group = found ?? (wasFirst ? owner! : new ClaimGroup(claim.AsCandidate) { Former = removed.Homes.TryGetValue(claim.Id, out var former) || removed.Questions.TryGetValue(claim.Id, out former) ? former : null });
        if (home is { } left && group != owner)
        {
            if (group.Row is null && (owner is null || wasFirst)) Adopt(group, left);
            else if (wasFirst) (_owners[left], _left[left]) = (null, group);
            if (wasFirst) _unsettled.UnionWith(_rows.MembersOf(left).Where(m => m != claim.Id));
        }
        _decided[claim.Id] = group;
        _placements.Add((claim, group, isNew));
        return isNew || group != owner;
    }

    /// <summary>Claims of questions whose first claim has left since this was asked last.</summary>
    public IReadOnlyCollection<long> TakeUnsettled()
    {
        long[] unsettled = [.. _unsettled];
        _unsettled.Clear();
        return unsettled;
    }

    /// <summary>Writes what was decided.</summary>
    public void Write()
    {
        foreach (var group in _placements.Select(p => p.Group).Distinct().Where(g => g.Row is null)) FindRow(group);
        foreach (var row in _adopted)
            if (_owners[row] is { } group) _rows.Lead(row, group.First.Claim.Kind);
        var counted = new SortedSet<long>();
        var added = new List<(PlacedClaim Claim, ClaimGroup Group, long Question)>();
        foreach (var (claim, group, isNew) in _placements)
        {
            var question = _rows.Resolve(group.Row!.Value);
            if (isNew) added.Add((claim, group, question));
            else if (_rows.Move(claim.Id, group.Row.Value, question) is { } before) counted.UnionWith([before, question]);
        }
        foreach (var (claim, group, question) in added) _rows.Add(question, group.IsOfPeople ? null : group.Row, claim, isCounted: !counted.Contains(question));
        foreach (var question in counted) _rows.Count(question);
        foreach (var (row, group) in _left)
            if (_owners[row] is null) _rows.LeadOn(row, group.Row!.Value);
    }

    private ClaimGroup? OwnerOf(long row)
    {
        if (!_owners.TryGetValue(row, out var owner)) _owners[row] = owner = _rows.FirstOf(row) is { } first ? new ClaimGroup(first) { Row = row } : null;
        return owner;
    }

    private void Adopt(ClaimGroup group, long row)
    {
        (group.Row, _owners[row]) = (row, group);
        _adopted.Add(row);
    }

    /// <summary>Gives a group the row that its first claim had before, where nobody has it now; else a new one.</summary>
    private void FindRow(ClaimGroup group)
    {
        if (group.Former is { } former && OwnerOf(former) is null) Adopt(group, former);
        else group.Row = _rows.Begin(null, group.First.Claim.Kind);
    }
}
