using Counterclaim.GazetteerCompiler;

var options = new Dictionary<string, string>();
for (var i = 0; i + 1 < args.Length; i += 2) options[args[i].TrimStart('-')] = args[i + 1];
string[] needed = ["cities500", "cities", "states", "tables", "output"];
if (needed.FirstOrDefault(n => !options.ContainsKey(n)) is { } missing)
{
    Console.Error.WriteLine($"--{missing} PATH is needed; eng/gazetteer/build gives all of them.");
    return 2;
}

var draft = new GazetteerDraft();
OwnTables.AddCountries(draft, Path.Combine(options["tables"], "countries.csv"));
Divisions.AddRegions(draft, Path.Combine(options["cities"], "admin1.json"), options["states"], Path.Combine(options["tables"], "division-points.csv"));
OwnTables.AddAbbreviations(draft, Path.Combine(options["tables"], "abbreviations.csv"));
var settlements = Settlements.ReadCities500(options["cities500"]);
Divisions.PlaceRegions(draft, settlements);
Divisions.AddDistricts(draft, Path.Combine(options["cities"], "admin2.json"), settlements);
var first = draft.Rows.Count;
Settlements.Add(draft, settlements);
Settlements.AddMissing(draft, Path.Combine(options["cities"], "cities.json"), first);
var nearest = new NearestSettlement(draft);
var firstOwn = draft.Rows.Count;
var merged = OwnTables.AddSupplement(draft, Path.Combine(options["tables"], "supplement.csv"), nearest);
GazetteerWriter.Write(draft, options["output"]);
Console.WriteLine(draft.Summary(new FileInfo(options["output"]).Length));
Console.WriteLine($"supplement: {draft.Rows.Count - firstOwn} rows of its own, {merged} that only add names to places held");
foreach (var doubtful in nearest.Doubtful(draft.Rows.Skip(firstOwn))) Console.WriteLine($"look at: {doubtful}");
return 0;
