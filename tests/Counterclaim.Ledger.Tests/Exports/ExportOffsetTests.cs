using System.Text;
using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Exports;
using Counterclaim.Ledger.Tests.Store;
using Counterclaim.Model;
using CsCheck;

namespace Counterclaim.Ledger.Tests.Exports;

/// <summary>Offsets of any text: emoji, combining marks, right-to-left letters and overrides, breaks of every kind, lone surrogates, tabs.</summary>
public class ExportOffsetTests
{
    private static readonly string[] All =
    [
        "a", "harbour ", "🚢", "👩‍👩‍👧", "é", "هارسك", "‮", "\u2066", "\n", "\r\n", "\t", "\u2028", "\u0085", "\v", "\ud83d", "\udea2", "中", "“", "”", "\u0000", " ",
    ];

    private static readonly Gen<string> Pieces = Gen.Int[0, All.Length - 1].Select(i => All[i]);

    private static readonly Gen<Model.Reading> Readings =
        from pieces in Pieces.Array[1, 40]
        from cuts in Gen.Int[0, 10_000].Array[8]
        select Reading(string.Concat(pieces), cuts);

    private static Model.Reading Reading(string text, int[] cuts)
    {
        // What a page or a line of JSON can hold: a text as it is after UTF-8.
        text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes("x" + text));
        TextSpan At(int i)
        {
            int one = cuts[i] % text.Length, other = cuts[i + 1] % text.Length;
            int start = Begin(text, Math.Min(one, other)), end = Whole(text, Math.Max(one, other) + 1);
            return new TextSpan(start, Math.Max(end, start + (char.IsHighSurrogate(text[start]) ? 2 : 1)));
        }
        var statement = new Statement("s1", [], [], [At(0), At(2)]) { Mode = StatementMode.Direct, Act = SpeechAct.Assert, Confidence = 1 };
        return new Model.Reading(new Report("sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text))), "x", text, [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)]))
        {
            Statements = [statement],
            Assertions = [new Assertion("c1", At(4), Voice.Attributed) { Statement = "s1", Kind = "control" }, new Assertion("c2", At(6), Voice.Own) { Kind = "route" }],
        };
    }

    /// <summary>Where a pair begins that the text may end with.</summary>
    private static int Begin(string text, int at) => at > 0 && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;

    /// <summary>No span of a reading parts a pair.</summary>
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at + 1 : at;

    [Fact]
    public void Whatever_the_text_annotations_and_standoff_lead_back_to_the_same_characters() => Readings.Array[20].Sample(
        readings =>
        {
            using var ledger = new TestLedger();
            ledger.Store.Add(readings, TestLedger.Version);
            var texts = readings.GroupBy(r => r.Report.Id).Select(g => g.First()).ToDictionary(r => Ledger.Store.ReadingForm.TextHash(r.Report.Text)["sha256:".Length..], r => r);
            using var output = new MemoryStream();
            ledger.Store.Export(LedgerQuery.Empty, ExportFormat.Find("webannotation")!, output);
            var collection = JsonDocument.Parse(output.ToArray()).RootElement;
            var targets = collection.GetProperty("first").GetProperty("items").EnumerateArray().Select(a => a.GetProperty("target"))
                .SelectMany(t => t.ValueKind == JsonValueKind.Array ? t.EnumerateArray().ToArray() : [t]).ToArray();
            Assert.True(targets.Length >= 3 * texts.Count);
            foreach (var target in targets) WebAnchors.Check(target, texts[target.GetProperty("state").GetProperty("cached").GetString()!["urn:sha256:".Length..]].Report.Text);
            var files = ExportGoldenTests.Unzipped(ExportFixture.Export(ledger.Store, "brat", "")).ToDictionary(f => f.Name, f => f.Text);
            foreach (var reading in texts.Values)
            {
                var name = reading.Report.Id["sha256:".Length..][..16];
                Assert.Equal(reading.Report.Text, files[name + ".txt"]);
                var brat = new BratReader(files[name + ".txt"], files[name + ".ann"]);
                Assert.True(brat.Marks.Count <= 3);
            }
            _ = CsvReader.Read(Encoding.UTF8.GetString(ExportFixture.Export(ledger.Store, "csv", "")));
        },
        iter: 25, threads: 1);
}
