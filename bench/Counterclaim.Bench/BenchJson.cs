using System.Text.Json.Serialization;

namespace Counterclaim.Bench;

/// <summary>JSON read without reflection, whose start would count as ours.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class BenchJson : JsonSerializerContext;
