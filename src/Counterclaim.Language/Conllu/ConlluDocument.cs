using Counterclaim.Model;

namespace Counterclaim.Language.Conllu;

/// <summary>What a CoNLL-U file holds, with the text its tokens stand in.</summary>
/// <remarks>
/// The text is rebuilt from the forms and SpaceAfter=No: sentences follow each other after one space, a blank line starts a
/// paragraph or document. Columns that a file leaves open (<c>_</c>) read as null, and as −1 in <see cref="Heads"/>.
/// </remarks>
/// <param name="Text">The text of all sentences.</param>
/// <param name="Tokens">The span of every syntactic word. The words of a multiword token ("don't") part its characters between
/// them; where their forms do not spell it ("au" as "à le"), the first has them all and the others are empty.</param>
/// <param name="Sentences">Half-open ranges of token indexes.</param>
/// <param name="Documents">Index of the first sentence of every document.</param>
/// <param name="DocumentIds">The identifiers given by <c># newdoc id</c>, parallel to <paramref name="Documents"/>.</param>
/// <param name="Lines">The lines of the file, one empty line after each sentence.</param>
/// <param name="SentencesBefore">Sentences of the same file that an earlier part holds (<see cref="ConlluReader.ReadParts"/>).</param>
/// <param name="Heads">Token index of the head, −1 for a root or where the column is open.</param>
public sealed record ConlluDocument(
    string Text,
    TextSpan[] Tokens,
    TokenRange[] Sentences,
    int[] Documents,
    string[] DocumentIds,
    string[] Forms,
    string?[] Lemmas,
    string?[] Upos,
    string?[] Xpos,
    string?[] Features,
    int[] Heads,
    string?[] Deprels,
    string?[] Misc,
    string[] Lines,
    int SentencesBefore);
