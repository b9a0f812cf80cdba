namespace Counterclaim.Language;

/// <summary>Which of the named models reads, where accuracy and speed pull apart: they differ in the names they find and in parts of speech; trees are the same but
/// where they depend on those.</summary>
public enum AnalyzerModel
{
    /// <summary>Names by layers of their own, which have a say in parts of speech (<c>names.bin</c>).</summary>
    Accurate,

    /// <summary>Names and parts of speech read off the shared network by one layer each; <c>names.bin</c> is not opened.</summary>
    Fast,
}
