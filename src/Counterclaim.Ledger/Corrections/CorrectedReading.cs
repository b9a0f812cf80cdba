using System.Text.Json;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Questions;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Corrections;

/// <summary>What people made of a claim.</summary>
public readonly record struct ClaimReview(ReviewState State, bool IsCorrected);

/// <summary>A reading with people's corrections in it: a pure function of the two, so that corrections outlive a newer reading.</summary>
/// <param name="Reviews">By the ids of assertions; those not there are proposed and unchanged.</param>
/// <param name="Detached">Corrections whose clause the reading does not have.</param>
/// <param name="KnownActors">Numbers of the ledger's actors, by the ids of actors that a correction named.</param>
public sealed record CorrectedReading(
    Model.Reading Reading, IReadOnlyDictionary<string, ClaimReview> Reviews, IReadOnlyList<Correction> Detached, IReadOnlyDictionary<string, long> KnownActors)
{
    /// <summary>Numbers of the questions that people put claims to, by the ids of assertions.</summary>
    public IReadOnlyDictionary<string, long> Questions { get; init; } = new Dictionary<string, long>();

    /// <summary>Ids of statements that people accepted, changed or added.</summary>
    public IReadOnlySet<string> ConfirmedStatements { get; init; } = new HashSet<string>();

    /// <param name="standing">Corrections of this report that hold, in their order; others are passed over.</param>
    public static CorrectedReading Of(Model.Reading reading, IReadOnlyList<Correction> standing)
    {
        var work = new Work(reading);
        foreach (var correction in standing)
            if (correction.Anchor is { } anchor && anchor.Report == reading.Report.Id) work.Apply(correction, anchor);
        return work.Result();
    }

    private sealed class Work(Model.Reading reading)
    {
        private readonly List<Assertion> _assertions = [.. reading.Assertions];
        private readonly List<Statement> _statements = [.. reading.Statements];
        private readonly List<Actor> _actors = [.. reading.Actors];
        private readonly List<Place> _places = [.. reading.Places];
        private readonly List<TimeExpression> _times = [.. reading.Times];
        private readonly Dictionary<string, ClaimReview> _reviews = new(StringComparer.Ordinal);
        private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);
        private readonly Dictionary<string, long> _questions = new(StringComparer.Ordinal);
        private readonly HashSet<string> _confirmed = new(StringComparer.Ordinal);
        private readonly List<Correction> _detached = [];
        private readonly StatementCorrections _told = new(reading);

        public CorrectedReading Result() => new(
            _told.Finish(reading with { Assertions = _assertions, Statements = _statements, Actors = _actors, Places = _places, Times = _times }), _reviews, _detached, _known)
        { Questions = _questions, ConfirmedStatements = _confirmed };

        public void Apply(Correction correction, CorrectionAnchor anchor)
        {
            if (anchor.Item == CorrectedItem.Statement) ApplyToStatement(correction, anchor);
            else ApplyToClaim(correction, anchor);
        }

        private void ApplyToClaim(Correction correction, CorrectionAnchor anchor)
        {
            var at = CorrectionAnchors.FindClaim(_assertions, anchor);
            if (at < 0)
            {
                _detached.Add(correction);
                return;
            }
            var id = _assertions[at].Id;
            var review = _reviews.GetValueOrDefault(id);
            switch (correction.Action)
            {
                case CorrectionAction.Accept:
                    _reviews[id] = review with { State = ReviewState.Confirmed };
                    return;
                case CorrectionAction.Reject:
                    _reviews[id] = review with { State = ReviewState.Rejected };
                    return;
                case CorrectionAction.Part:
                    if (QuestionIds.Parse(correction.NewValue!.Trim('"')) is { } question) _questions[id] = question;
                    return;
                case CorrectionAction.Change:
                    // Whoever sets a field right has looked at the claim.
                    _reviews[id] = new ClaimReview(ReviewState.Confirmed, true);
                    Change(at, correction);
                    return;
            }
        }

        private void Change(int at, Correction correction)
        {
            using var value = JsonDocument.Parse(correction.NewValue ?? "null");
            var json = value.RootElement;
            var none = json.ValueKind == JsonValueKind.Null;
            var assertion = _assertions[at];
            if (correction.Field is "holder" or "act")
            {
                ChangeStatement(_statements.FindIndex(s => s.Id == assertion.Statement), correction.Field, json, assertion.Span);
                return;
            }
            _assertions[at] = correction.Field switch
            {
                "kind" => assertion with { Kind = json.GetString() },
                "position" => assertion with { Position = none ? null : json.GetString() },
                "certainty" => assertion with { Certainty = CorrectionValues.Certainty(json.GetString()!) },
                "polarity" => assertion with { Polarity = json.GetString() == "-" ? Polarity.Negative : Polarity.Positive },
                "quantity" => assertion with { Quantity = CorrectionValues.Quantity(json) },
                "span" => assertion with { Span = CorrectionValues.Span(json, reading.Report.Text.Length) ?? assertion.Span },
                // The words were those of whom the machine took for it.
                "agent" => assertion with { Agent = none ? null : ActorOf(json, assertion.Span), AgentSpan = null },
                "patient" => assertion with { Patient = none ? null : ActorOf(json, assertion.Span), PatientSpan = null },
                "place" => assertion with { Place = none ? null : Added(_places, CorrectionValues.Place(json, $"p*{_places.Count + 1}", assertion.Span)).Id },
                "time" => assertion with { Time = none ? null : Added(_times, CorrectionValues.Time(json, $"t*{_times.Count + 1}", assertion.Span)).Id },
                _ => assertion,
            };
        }

        private void ApplyToStatement(Correction correction, CorrectionAnchor anchor)
        {
            if (correction.Action == CorrectionAction.Add)
            {
                if (_told.Add(correction, anchor, _statements, ActorOf, _actors) is { } added) _confirmed.Add(added);
                return;
            }
            var at = CorrectionAnchors.FindStatement(_statements, anchor);
            if (at < 0)
            {
                _detached.Add(correction);
                return;
            }
            if (correction.Action == CorrectionAction.Reject) _confirmed.Remove(_statements[at].Id);
            else _confirmed.Add(_statements[at].Id); // whoever sets it right has looked at it
            if (_told.Apply(correction, _statements, at, _assertions, _actors)) return;
            using var value = JsonDocument.Parse(correction.NewValue ?? "null");
            ChangeStatement(at, correction.Field!, value.RootElement, anchor.Span);
        }

        private void ChangeStatement(int at, string field, JsonElement json, TextSpan span)
        {
            if (at < 0) return;
            if (field is not ("act" or "holder")) return; // of another program's version
            _statements[at] = field == "act"
                ? _statements[at] with { Act = CorrectionValues.Act(json.GetString()!) }
                : _statements[at] with { Actor = json.ValueKind == JsonValueKind.Null ? null : ActorOf(json, _statements[at].Holder.IsEmpty ? span : _statements[at].Holder.Hull) };
        }

        /// <summary>The actor meant: one of the report by listed identity or name, else a new one that stands at the words corrected.</summary>
        private string ActorOf(JsonElement json, TextSpan span)
        {
            var named = CorrectionValues.Actor(json, $"a*{_actors.Count + 1}", span);
            var there = _actors.FindIndex(a => (named.Identity is not null && a.Identity == named.Identity) || string.Equals(a.Name, named.Name, StringComparison.OrdinalIgnoreCase));
            var id = there >= 0 ? _actors[there].Id : Added(_actors, named).Id;
            if (there < 0 && json.TryGetProperty("number", out var number)) _known[id] = number.GetInt64();
            return id;
        }

        private static T Added<T>(List<T> list, T item)
        {
            list.Add(item);
            return item;
        }
    }
}
