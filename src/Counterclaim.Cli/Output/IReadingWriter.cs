
namespace Counterclaim.Cli.Output;

/// <summary>Lays readings out in one format, one after the other.</summary>
internal interface IReadingWriter
{
    void Write(Model.Reading reading);

    /// <summary>Writes what comes after the last reading, and everything still held back.</summary>
    void Finish();
}
