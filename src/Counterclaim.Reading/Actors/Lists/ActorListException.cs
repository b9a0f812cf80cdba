namespace Counterclaim.Reading.Actors.Lists;

/// <summary>A user's list of actors cannot be read; the message names the file, the line where there is one, and the fault.</summary>
public sealed class ActorListException(string message, Exception? inner = null) : Exception(message, inner);
