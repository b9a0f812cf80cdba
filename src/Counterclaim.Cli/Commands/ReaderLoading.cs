using Counterclaim.Reading;
using Counterclaim.Reading.Actors.Lists;

namespace Counterclaim.Cli.Commands;

/// <summary>Loads the reader, turning what is wrong with files the user gave into usage errors.</summary>
internal static class ReaderLoading
{
    public static ReportReader Load(ReaderOptions options)
    {
        try
        {
            return ReportReader.Load(options);
        }
        catch (ActorListException e)
        {
            throw new UsageException($"--actors: {e.Message}");
        }
        catch (Exception e) when (options.GazetteerOverlays.Count > 0 && e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UsageException($"--gazetteer: {e.Message}");
        }
    }
}
