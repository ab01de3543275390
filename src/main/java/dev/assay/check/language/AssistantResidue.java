package dev.assay.check.language;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Hit;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.check.Sought;
import dev.assay.checklist.Parameter;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Flags what a chat assistant leaves behind in text that was copied from it: phrases of the conversation, marks of
/// its citations, tracking parameters of its links, formatting marks that were never turned into formatting.
///
/// ## Why
///
/// "Certainly! Here is a revised version" on page 9 tells the client how the report was made and that nobody read it.
/// Whether assistants may be used is for the contract to say; that their chatter does not belong in a deliverable,
/// nobody doubts.
///
/// ## Example
///
/// Flagged are "As an AI language model, I cannot", "Would you like me to add a table?", "I hope this helps!",
/// `:contentReference[oaicite:3]`, `turn0search0`, `utm_source=chatgpt.com` in a link, and in Word, PowerPoint and PDF
/// files `**bold**`, `## Heading`, a code fence or a table drawn with
/// bars. `of` names the sorts that are looked at; `allow` takes phrases that are meant.
///
/// ## What it does not do
///
/// It does not judge whether a text was written by a machine: nobody can, from the text. What stands in quotation marks
/// or in code is passed over, so that a report about assistants may quote them; so are a tool's name and everything
/// that people, too, write in reports. Marks of formatting are looked for in word processing files, slides and PDF
/// only, where they have no use, and there not in lines of program code. Plain text, Markdown and spreadsheets are
/// looked through for the rest.
public final class AssistantResidue implements Check {
    /// What only a conversation with an assistant has.
    private static final List<Sought> PHRASES = List.of(
            Sought.of(
                    "(?i)\\bas an? (?:AI|artificial intelligence)(?: language)? (?:model|assistant)\\b[^.!?\\n]{0,80}",
                    "as an ai",
                    "as a ai",
                    "artificial intelligence"),
            Sought.of("(?i)\\bas a large language model\\b[^.!?\\n]{0,80}", "large language model"),
            Sought.of(
                    "(?i)\\b(?:as of|up to|until) my (?:last|latest|most recent)? ?(?:knowledge"
                            + " (?:update|cutoff|cut-off)|training(?: data)?(?: cutoff)?|update)\\b",
                    "as of my",
                    "up to my",
                    "until my"),
            Sought.of("(?i)\\bmy (?:knowledge|training) (?:cutoff|cut-off)\\b", "my knowledge", "my training"),
            Sought.of("(?i)\\bmy training data (?:only )?(?:goes|extends|includes|ends)\\b", "my training data"),
            Sought.of(
                    "(?i)\\bI (?:do not|don'?t|cannot|can'?t) (?:have (?:access to )?(?:real-time|the ability to"
                        + " (?:browse|access))|browse the (?:internet|web)|access (?:real-time|external))\\b[^.!?\\n"
                        + "]{0,60}",
                    "real-time",
                    "the ability to",
                    "browse the",
                    "access external"),
            Sought.of(
                    "(?i)\\bI(?:'m| am) (?:sorry|unable|not able)[^.!?\\n"
                            + "]{0,20}(?:,? but I (?:can'?t|cannot)|to (?:assist|help|fulfill?) (?:with"
                            + " )?(?:that|this|your) request)\\b",
                    "sorry",
                    "unable",
                    "not able"),
            Sought.of(
                    "(?i)^\\W{0,3}(?:certainly|sure|sure thing|of course|absolutely|great question|gladly)\\b"
                        + " ?[!,.:\u2013\u2014-]+ ?(?:here(?:'s| is| are)|below (?:is|are)|I(?:'ll| will|'ve| have|'d"
                        + " be| can)|let(?:'s| me)|this (?:is|revised))\\b[^\\n"
                        + "]{0,80}",
                    "certainly",
                    "sure",
                    "of course",
                    "absolutely",
                    "great question",
                    "gladly"),
            Sought.of(
                    "(?i)^\\W{0,3}(?:certainly|of course|absolutely|great question|sure thing)!",
                    "certainly!",
                    "of course!",
                    "absolutely!",
                    "great question!",
                    "sure thing!"),
            Sought.of(
                    "(?i)\\bhere(?:'s| is) (?:a|an|the|your) (?:\\w+["
                        + " -]){0,4}(?:revised|rewritten|polished|refined|improved|updated|reworded|shortened|condensed|concise|professional|more"
                        + " formal)(?: \\w+){0,3}"
                        + " (?:version|draft|paragraph|text|rewrite|summary|abstract|section|email)\\b[^\\n"
                        + "]{0,60}",
                    "here's",
                    "here is"),
            Sought.of(
                    "(?i)\\b(?:would|do) you (?:like|want) me to\\b[^?\\n]{0,100}\\??",
                    "you like me to",
                    "you want me to"),
            Sought.of(
                    "(?i)\\b(?:shall|should) I (?:also"
                        + " )?(?:expand|rewrite|rephrase|adjust|add|include|continue|elaborate|turn|create|draft|provide)\\b[^?\\n"
                        + "]{0,100}\\?",
                    "shall i ",
                    "should i "),
            Sought.of(
                    "(?i)\\blet me know if you(?:'d| would) (?:like|want|prefer|need) (?:me|it|this|any"
                        + " (?:changes|adjustments|edits|revisions|tweaks|modifications|further|other|more)|(?:further|other|more)"
                        + " (?:changes|adjustments|edits))\\b[^.!?\\n"
                        + "]{0,60}",
                    "let me know if you"),
            Sought.of(
                    "(?i)\\blet me know if you (?:want|need|prefer) (?:me to|it"
                            + " (?:shorter|longer|adjusted|adapted))\\b[^.!?\\n"
                            + "]{0,60}",
                    "let me know if you"),
            Sought.of("(?i)\\bif you(?:'d| would) like,? I can\\b[^.!?\\n]{0,100}", "like, i can", "like i can"),
            Sought.of(
                    "(?i)\\bfeel free to (?:ask|let me know|adjust (?:this|it|the)|modify"
                            + " (?:this|it)|tweak)\\b[^.!?\\n"
                            + "]{0,60}",
                    "feel free to"),
            Sought.of("(?i)\\bI hope this (?:helps|meets your|is helpful)\\b[^\\n]{0,40}", "i hope this"),
            Sought.of(
                    "(?i)^\\W{0,3}is there anything else (?:I can|you(?:'d| would) like)\\b[^?\\n]{0,60}\\??",
                    "is there anything else"),
            Sought.of(
                    "(?i)\\bI(?:'ve| have)"
                            + " (?:rewritten|revised|rephrased|refined|polished|condensed|shortened|restructured)"
                            + " (?:the|your|this)"
                            + " (?:text|paragraph|section|draft|passage|document|report|abstract|summary)\\b[^.!?\\n"
                            + "]{0,80}",
                    "i've ",
                    "i have "),
            Sought.of(
                    "(?i)^\\W{0,3}(?:regenerate response|copy code|continue generating)\\W{0,3}$",
                    "regenerate response",
                    "copy code",
                    "continue generating"),
            Sought.of("(?i)^\\W{0,3}(?:ChatGPT|Claude|Gemini|Copilot|You) said:\\W{0,3}", " said:"),
            Sought.of(
                    "(?i)\\bthis content may violate our (?:usage|content) polic(?:y|ies)\\b",
                    "this content may violate"),
            Sought.of(
                    "(?i)\\bals (?:KI-?|k\u00FCnstliche )(?:Sprachmodell|Modell|Assistent|Intelligenz)\\w{0,3}[^.!?\\n"
                            + "]{0,80}",
                    "als ki",
                    "als k\u00FCnstliche"),
            Sought.of(
                    "(?i)^\\W{0,3}(?:gerne|nat\u00FCrlich|selbstverst\u00E4ndlich) ?[!,.:\u2013\u2014-]+ ?(?:hier"
                            + " (?:ist|sind|kommt|folgt|finden)|ich (?:habe|kann|werde))\\b[^\\n"
                            + "]{0,80}",
                    "gerne",
                    "nat\u00FCrlich",
                    "selbstverst\u00E4ndlich"),
            Sought.of(
                    "(?i)\\b(?:m\u00F6chten Sie|m\u00F6chtest du|soll ich),? (?:dass"
                            + " ich|noch|auch|den|das|die|einen|eine|ein)\\b[^?\\n"
                            + "]{0,100}\\?",
                    "m\u00F6chten sie",
                    "m\u00F6chtest du",
                    "soll ich"),
            Sought.of("(?i)\\bich hoffe,? (?:das|dies) hilft\\b[^\\n]{0,40}", "ich hoffe"),
            Sought.of(
                    "(?i)\\b(?:sag|sagen Sie|lass|lassen Sie) (?:mir |es mich )?(?:gerne |gern )?(?:Bescheid|wissen),?"
                            + " (?:wenn|falls|ob) (?:Sie|du) (?:noch |weitere"
                            + " |m\u00F6chten|m\u00F6chtest|\u00C4nderungen)[^.!?\\n"
                            + "]{0,80}",
                    "bescheid",
                    "wissen"));

    /// Marks of citations, of tool calls and of the messages themselves.
    private static final List<Sought> MARKS = List.of(
            Sought.of(":?contentReference\\s?\\[[^\\]\\n]{0,40}\\](?:\\{[^}\\n]{0,40}\\})?", "contentreference"),
            Sought.of("\\[?oai_?cite:\\s?\\d+\\]?(?:\\{index=\\d+\\})?", "oaicite:", "oai_cite:"),
            Sought.of("\\boaicite\\b", "oaicite"),
            Sought.of("\\boai_citation(?::\\d+)?", "oai_citation"),
            Sought.of("\\bcite(?:turn\\d{1,3}[a-z]{3,12}\\d{1,3})+", "cite"),
            Sought.of(
                    "\\bturn\\d{1,3}(?:search|view|news|image|file|fetch|forecast|finance|sports|product|reddit)\\d{1,3}\\b",
                    "turn0",
                    "turn1",
                    "turn2",
                    "turn3",
                    "turn4",
                    "turn5",
                    "turn6",
                    "turn7",
                    "turn8",
                    "turn9"),
            Sought.of("\u3010\\d{1,3}(?::\\d{1,3})?\u2020[^\u3011\\n]{0,60}\u3011", "\u3010"),
            Sought.of("\\[\\^?\\d{1,3}\\^?:?\\d{0,3}\u2020[^\\]\\n]{0,60}\\]", "\u2020"),
            Sought.of("\\[cite(?:_start|: ?\\d+(?:, ?\\d+)*)\\]", "[cite"),
            Sought.of("\\bgrok_(?:card|render)[a-z_]{0,30}", "grok_"),
            Sought.of("<\\|(?:im_start|im_end|endoftext|system|user|assistant)\\|>", "<|"),
            Sought.of(
                    "</?(?:antArtifact|antThinking|thinking|think|function_calls)\\b[^>\\n]{0,60}>",
                    "antartifact",
                    "antthinking",
                    "<think",
                    "</think",
                    "function_calls"),
            Sought.of("\\[/?INST\\]", "[inst]", "[/inst]"),
            Sought.of(
                    "(?i)^\\s*(?:system prompt|user prompt|prompt)\\s*:\\s*(?:you are|act"
                            + " as|write|rewrite|summari[sz]e|generate)\\b[^\\n"
                            + "]{0,80}",
                    "prompt"),
            Sought.of(
                    "(?i)^\\s*you are an? (?:helpful|expert|experienced|professional)[^.\\n"
                            + "]{0,40}(?:assistant|writer|editor|analyst|consultant)\\. (?:write|your"
                            + " task|please|rewrite)\\b[^\\n"
                            + "]{0,80}",
                    "you are a"),
            Sought.of("(?i)\\battached_file:\\d+\\b", "attached_file:"),
            Sought.of("\\bsandbox:/mnt/data/[^\\s)]{1,80}", "sandbox:/"));

    private static final List<Sought> LINKS = List.of(
            Sought.of(
                    "(?i)[?&]utm_source=(?:chatgpt(?:\\.com)?|openai(?:\\.com)?|chat\\.openai\\.com|perplexity(?:\\.ai)?"
                        + "|copilot(?:\\.com|\\.microsoft\\.com)?|bing_?chat|gemini(?:\\.google\\.com)?|claude(?:\\.ai)?"
                        + "|grok(?:\\.com)?|deepseek(?:\\.com)?)",
                    "utm_source="),
            Sought.of("(?i)[?&]referrer=grok\\.com", "referrer=grok"));

    /// A single number sign heads a column of numbers and is left alone.
    private static final List<Sought> FORMATTING = List.of(
            Sought.of("(?<![*\\\\\\w])\\*\\*[^\\s*][^*\\n]{0,200}\\*\\*(?![*\\w])", "**"),
            Sought.of("(?<![_\\w])__[^\\s_][^_\\n]{0,200}[^\\s_]__(?![_\\w])", "__"),
            Sought.of("^\\s*#{2,6}\\s{1,3}[^\\s#][^\\n]{1,200}", "##"),
            Sought.of("^\\s*```[a-zA-Z]{0,12}\\s*$|^\\s*```[a-zA-Z]{0,12}\\s", "```"),
            Sought.of("^\\s*\\|?(?:\\s?:?-{3,}:?\\s?\\|){1,30}\\s?(?::?-{3,}:?)?\\s*$", "---"),
            Sought.of("\\[[^\\]\\n]{1,120}\\]\\(https?://[^)\\s]{1,300}\\)", "]("));

    private static final Set<String> OFFICE = Set.of(
            "application/pdf",
            "application/msword",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.presentation",
            "application/rtf");

    private static final Kind KIND = new Kind(
            "assistant-residue",
            1,
            "0.1",
            Kind.Family.LANGUAGE,
            "Nothing of a conversation with an assistant is left in the text.",
            List.of(
                    Parameter.choices(
                            "of",
                            List.of("phrases", "marks", "links", "formatting"),
                            List.of("phrases", "marks", "links", "formatting"),
                            "What is looked for: phrases of a conversation, marks of citations and messages, tracking"
                                    + " parameters in links, marks of formatting."),
                    Parameter.optional(
                            "allow", Parameter.Type.TEXTS, "Phrases that may stand, as parts of what is found."),
                    Parameter.choice(
                            "layers",
                            List.of("shown", "all"),
                            "all",
                            "Where to look: what a reader sees, or also comments, notes, hidden and deleted text.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        List<String> of = parameters.texts("of");
        List<String> allow = parameters.texts("allow").stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
        for (Inspection.ReadPart part : inspection.readable()) {
            Document document = part.document();
            Rules rules = Rules.of(document, of);
            (parameters.text("layers").equals("all") ? Passages.all(document) : Passages.shown(document))
                    .forEach(passage -> passage(part, passage, rules, allow, findings));
            if (of.contains("links")) {
                targets(part, findings);
            }
        }
        return findings.outcome(
                "remnant of an assistant|remnants of an assistant",
                "Nothing of a conversation with an assistant was found.");
    }

    private static void passage(
            Inspection.ReadPart part, Span passage, Rules rules, List<String> allow, Findings findings) {
        String text = part.document().text(passage);
        List<Hit> hits = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            rules.find(line, start, hits);
            start += line.length() + 1;
        }
        Quoted quoted = hits.isEmpty() ? Quoted.NOTHING : Quoted.in(text);
        for (Hit hit : Hit.apart(hits)) {
            String found = hit.quoted(text);
            boolean allowed = allow.stream()
                    .anyMatch(phrase -> found.toLowerCase(Locale.ROOT).contains(phrase));
            if (!allowed && !quoted.holds(hit.span())) {
                findings.at(part, hit.in(passage), "'" + found + "' is " + hit.rule() + ".", remedy(hit.rule()));
            }
        }
    }

    private static final String PHRASE = "said by a chat assistant, not by the report";
    private static final String MARK = "a mark that a chat assistant puts for its own use";
    private static final String LINK = "a link's trace of the chat assistant it was copied from";
    private static final String FORMAT = "a mark of formatting that was left as plain text";

    private static String remedy(String rule) {
        return switch (rule) {
            case LINK -> "Take the parameter off the link, and make sure that the source says what is cited.";
            case FORMAT -> "Format the text instead, and read the passage once more.";
            case MARK -> "Take it out, and give the source that it stands for.";
            default -> "Take it out, and read the whole passage once more.";
        };
    }

    /// The patterns of which a document may hold something.
    private record Rules(List<Pattern> phrases, List<Pattern> marks, List<Pattern> links, List<Pattern> formatting) {
        static Rules of(Document document, List<String> of) {
            String lower = straight(document.text()).toLowerCase(Locale.ROOT);
            return new Rules(
                    of.contains("phrases") ? Sought.in(PHRASES, lower) : List.of(),
                    of.contains("marks") ? Sought.in(MARKS, lower) : List.of(),
                    of.contains("links") ? Sought.in(LINKS, lower) : List.of(),
                    of.contains("formatting") && OFFICE.contains(document.mediaType())
                            ? Sought.in(FORMATTING, lower)
                            : List.of());
        }

        void find(String line, int start, List<Hit> hits) {
            if (line.isBlank()) {
                return;
            }
            add(phrases, straight(line), PHRASE, start, hits);
            add(marks, line, MARK, start, hits);
            add(links, line, LINK, start, hits);
            if (!formatting.isEmpty() && !CodeLines.areIn(line)) {
                add(formatting, line, FORMAT, start, hits);
            }
        }

        private static String straight(String text) {
            return text.replace('\u2019', '\'');
        }
    }

    private static void add(List<Pattern> patterns, String line, String rule, int start, List<Hit> hits) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(line);
            while (matcher.find()) {
                hits.add(new Hit(new Span(start + matcher.start(), start + matcher.end()), rule));
            }
        }
    }

    private static void targets(Inspection.ReadPart part, Findings findings) {
        part.document()
                .facts(Fact.ExternalLink.class)
                .filter(link -> LINKS.stream()
                        .anyMatch(sought ->
                                sought.pattern().matcher(link.target()).find()))
                .forEach(link -> findings.about(
                        part.part().name(),
                        link.place(),
                        "link " + link.target(),
                        "The link to '" + link.target() + "' has " + LINK + ".",
                        remedy(LINK)));
    }
}
