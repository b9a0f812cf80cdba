namespace Counterclaim.View;

/// <summary>Colours that people with any common colour blindness can tell apart; always shown with a label.</summary>
/// <remarks>Okabe and Ito, "Color Universal Design", 2008; black left out.</remarks>
public static class OkabeIto
{
    /// <summary>Red, green and blue. Holders beyond these share one grey and are told apart by their label.</summary>
    public static readonly (byte R, byte G, byte B)[] Colours =
    [
        (0xE6, 0x9F, 0x00), (0x56, 0xB4, 0xE9), (0x00, 0x9E, 0x73), (0xCC, 0x79, 0xA7),
        (0xD5, 0x5E, 0x00), (0x00, 0x72, 0xB2), (0xF0, 0xE4, 0x42),
    ];
}
