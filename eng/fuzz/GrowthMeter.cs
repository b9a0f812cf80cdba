using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Counterclaim.Fuzz;

/// <summary>How the time of an analysis grows as its text does.</summary>
/// <param name="Ratio">Processor time for a character of the text repeated eight times, over that of the text itself.</param>
/// <param name="SecondsPerMillion">Processor time for a million characters, of the longest text.</param>
public readonly record struct Growth(double Ratio, double SecondsPerMillion);

/// <summary>Measures growth over three doublings, in processor time of this thread, which a busy machine does not spoil.</summary>
public static partial class GrowthMeter
{
    private const int Doublings = 3;
    private const double ShortestMeasure = 0.01;

    /// <param name="work">What is measured.</param>
    /// <param name="unit">What is repeated.</param>
    /// <param name="length">Characters of the shortest text; longer where that is over too soon to be measured.</param>
    public static Growth Measure(Action<string> work, string unit, int length)
    {
        var first = Best(work, HostileTexts.Repeat(unit, length));
        while (first < ShortestMeasure && length < HostileTexts.Longest >> Doublings)
        {
            length *= 2;
            first = Best(work, HostileTexts.Repeat(unit, length));
        }
        var last = Best(work, HostileTexts.Repeat(unit, length << Doublings));
        return new Growth(last / (first * (1 << Doublings)), last / (length << Doublings) * 1_000_000);
    }

    /// <summary>The best of three, or of one where that takes long; it is the least disturbed.</summary>
    private static double Best(Action<string> work, string text)
    {
        var best = double.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            var start = ThreadSeconds();
            work(text);
            best = Math.Min(best, ThreadSeconds() - start);
            if (best > 1) break;
        }
        return best;
    }

    private static double ThreadSeconds()
    {
        const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID
        if (OperatingSystem.IsLinux() && ClockGetTime(ThreadCpuTime, out var time) == 0) return time.Seconds + time.Nanoseconds * 1e-9;
        return Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeValue time);

    private readonly struct TimeValue
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
