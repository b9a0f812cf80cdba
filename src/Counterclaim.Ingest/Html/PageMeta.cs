using AngleSharp.Dom;

namespace Counterclaim.Ingest.Html;

/// <summary>The meta elements of a page by name, in the order of the page.</summary>
internal sealed class PageMeta
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    public PageMeta(IDocument document)
    {
        foreach (var meta in document.GetElementsByTagName("meta"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
            if (name is null || meta.GetAttribute("content") is not { } content || string.IsNullOrWhiteSpace(content)) continue;
            if (!_values.TryGetValue(name.Trim(), out var list)) _values[name.Trim()] = list = [];
            list.Add(OneLine.Spaced(content));
        }
    }

    /// <summary>The first value of the first of these names that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_values.TryGetValue(name, out var list)) return list[0];
        return null;
    }

    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var list) ? list : [];
}
