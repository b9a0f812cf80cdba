using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Counterclaim.Ingest.Web;

/// <summary>Tells addresses of the open internet from those inside networks and machines.</summary>
/// <remarks>The IANA registries of special-purpose addresses (RFC 6890 and its updates); what carries an IPv4 address inside is judged by that.</remarks>
internal static class AddressPolicy
{
    private static readonly (uint Network, int Bits)[] ClosedV4 =
    [
        (0x00000000, 8), (0x0A000000, 8), (0x64400000, 10), (0x7F000000, 8), (0xA9FE0000, 16), (0xAC100000, 12), (0xC0000000, 24), (0xC0000200, 24),
        (0xC0586300, 24), (0xC0A80000, 16), (0xC6120000, 15), (0xC6336400, 24), (0xCB007100, 24), (0xE0000000, 4), (0xF0000000, 4),
    ];

    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            Span<byte> bytes = stackalloc byte[4];
            address.TryWriteBytes(bytes, out _);
            return IsPublicV4(BinaryPrimitives.ReadUInt32BigEndian(bytes));
        }
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return false;
        Span<byte> six = stackalloc byte[16];
        address.TryWriteBytes(six, out _);
        var high = BinaryPrimitives.ReadUInt64BigEndian(six);
        var low = BinaryPrimitives.ReadUInt64BigEndian(six[8..]);
        var last = (uint)low;
        if (high == 0 && (low >> 32) is 0xFFFF or 0) return low > 1 && IsPublicV4(last);
        if (high == 0x0064_FF9B_0000_0000 && low >> 32 == 0) return IsPublicV4(last);
        if (high >> 48 == 0x2002) return IsPublicV4((uint)(high >> 16));
        // Teredo and the other protocol assignments, and the range of documentation.
        if (high >> 41 == 0x2001_0000 >> 9 || high >> 32 == 0x2001_0DB8 || high >> 44 == 0x3FFF0) return false;
        return high >> 61 == 1;
    }

    private static bool IsPublicV4(uint address)
    {
        foreach (var (network, bits) in ClosedV4)
            if ((address ^ network) >> (32 - bits) == 0) return false;
        return true;
    }
}
