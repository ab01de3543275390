package dev.assay.check.sources;

import java.util.List;

/// A kind of source that clients tend not to accept.
///
/// @param id    as in the parameter `kinds` of [SourceNotAllowed]
/// @param words with its article, for a message
/// @param hosts where such sources are
/// @param names by which they are given as a source
record SourceKind(String id, String words, List<String> hosts, List<String> names) {
    static final List<SourceKind> ALL = List.of(
            new SourceKind(
                    "wiki",
                    "a wiki",
                    List.of(
                            "wikipedia.org",
                            "wikiwand.com",
                            "wikidata.org",
                            "wiktionary.org",
                            "wikihow.com",
                            "fandom.com"),
                    List.of("Wikipedia", "Wikidata", "wikiHow")),
            new SourceKind(
                    "forum",
                    "a forum",
                    List.of("reddit.com", "quora.com", "stackoverflow.com", "stackexchange.com", "gutefrage.net"),
                    List.of("Reddit", "Quora", "Stack Overflow", "Stack Exchange", "gutefrage")),
            new SourceKind(
                    "ai",
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
            new SourceKind(
                    "social",
                    "a social network",
                    List.of(
                            "facebook.com",
                            "x.com",
                            "twitter.com",
                            "instagram.com",
                            "tiktok.com",
                            "youtube.com",
                            "linkedin.com"),
                    List.of("Facebook", "Twitter", "Instagram", "TikTok", "YouTube", "LinkedIn")));

    SourceKind {
        hosts = List.copyOf(hosts);
        names = List.copyOf(names);
    }

    static List<String> ids() {
        return ALL.stream().map(SourceKind::id).toList();
    }
}
