namespace Counterclaim.Ingest.Posts;

/// <summary>The networks posts come from, by the names people give them and by the addresses that lead to them.</summary>
internal static class PostNetworks
{
    /// <summary>The names as a regular expression's alternatives.</summary>
    public const string Names = "X|Twitter|Telegram|Facebook|Instagram|Truth Social|Bluesky|Mastodon|Threads|TikTok|YouTube|VK|VKontakte|Weibo|LinkedIn|WhatsApp|Reddit|Gab|Rumble|Substack";

    private static readonly (string Host, string Network)[] Hosts =
    [
        ("twitter.com", "X"), ("x.com", "X"), ("t.me", "Telegram"), ("telegram.me", "Telegram"), ("facebook.com", "Facebook"), ("instagram.com", "Instagram"),
        ("truthsocial.com", "Truth Social"), ("bsky.app", "Bluesky"), ("threads.net", "Threads"), ("threads.com", "Threads"), ("tiktok.com", "TikTok"),
        ("youtube.com", "YouTube"), ("youtu.be", "YouTube"), ("vk.com", "VK"), ("reddit.com", "Reddit"), ("linkedin.com", "LinkedIn"), ("weibo.com", "Weibo"),
    ];

    /// <summary>The network whose site an address leads to; null for any other.</summary>
    public static string? OfAddress(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return null;
        foreach (var (host, network) in Hosts)
            if (address.Host == host || address.Host.EndsWith("." + host, StringComparison.Ordinal)) return network;
        return null;
    }
}
