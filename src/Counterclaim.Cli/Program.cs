using Counterclaim.Cli;
using Counterclaim.Cli.Terminal;

using var streams = Streams.OfProcess();
return await CommandLineProgram.RunAsync(args, streams);
