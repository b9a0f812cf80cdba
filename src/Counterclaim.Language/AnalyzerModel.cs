namespace Counterclaim.Language;

/// <summary>Which of the named models reads, where accuracy and speed pull apart: they differ in the names they find, and in nothing else.</summary>
public enum AnalyzerModel
{
    /// <summary>Names by layers of their own (<c>names.bin</c>).</summary>
    Accurate,

    /// <summary>Names read off the shared network by one layer; <c>names.bin</c> is not opened.</summary>
    Fast,
}
