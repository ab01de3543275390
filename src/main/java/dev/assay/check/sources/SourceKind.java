package dev.assay.check.sources;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Kinds of sources that clients tend not to accept.
///
/// @see SourceNotAllowed
enum SourceKind {
    WIKI(
            "a wiki",
            List.of("wikipedia.org", "wikiwand.com", "wikidata.org", "wiktionary.org", "wikihow.com", "fandom.com"),
            List.of("Wikipedia", "Wikidata", "wikiHow")),
    FORUM(
            "a forum",
            List.of("reddit.com", "quora.com", "stackoverflow.com", "stackexchange.com", "gutefrage.net"),
            List.of("Reddit", "Quora", "Stack Overflow", "Stack Exchange", "gutefrage")),
    AI(
            "an answer by a machine",
            List.of(
                    "chatgpt.com",
                    "chat.openai.com",
                    "claude.ai",
                    "gemini.google.com",
                    "copilot.microsoft.com",
                    "perplexity.ai",
                    "chat.deepseek.com",
                    "poe.com"),
            List.of("ChatGPT", "Google Gemini", "Microsoft Copilot", "Perplexity AI", "DeepSeek")),
    SOCIAL(
            "a social network",
            List.of(
                    "facebook.com",
                    "x.com",
                    "twitter.com",
                    "instagram.com",
                    "tiktok.com",
                    "youtube.com",
                    "linkedin.com"),
            List.of("Facebook", "Twitter", "Instagram", "TikTok", "YouTube", "LinkedIn"));

    private final String words;
    private final List<String> hosts;
    private final List<String> names;

    SourceKind(String words, List<String> hosts, List<String> names) {
        this.words = words;
        this.hosts = hosts;
        this.names = names;
    }

    /// With its article, for a message.
    String words() {
        return words;
    }

    List<String> hosts() {
        return hosts;
    }

    List<String> names() {
        return names;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> ids() {
        return Stream.of(values()).map(SourceKind::id).toList();
    }
}
