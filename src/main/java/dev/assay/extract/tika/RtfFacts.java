package dev.assay.extract.tika;

import dev.assay.document.Fact;
import dev.assay.document.Fact.ActiveContent;
import dev.assay.document.Fact.ExternalLink;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the RTF parser does not tell: fields that act or lead outside, objects, the attached template, hidden and
/// deleted text, and whether the file ends before its outermost group does.
final class RtfFacts {
    private static final int MOST = 1_000;
    private static final int LONGEST = 500;
    private static final int DEEPEST = 10_000;
    private static final Pattern INSTRUCTION =
            Pattern.compile("\\s*([A-Za-z]+)\\s+(?:\"([^\"]*)\"?|(\\S+))?.*", Pattern.DOTALL);

    /// Destinations whose text is no text of the document.
    private static final Set<String> NO_TEXT = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "objdata",
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "generator",
            "revtbl",
            "themedata",
            "colorschememapping",
            "latentstyles",
            "datastore",
            "xmlnstbl",
            "filetbl");

    /// Destinations whose text is gathered.
    private static final Set<String> GATHERED = Set.of("fldinst", "template", "objclass");

    private final DocumentDraft draft;
    private final InputStream in;
    private final Deque<State> states = new ArrayDeque<>();
    private final StringBuilder gathered = new StringBuilder();
    private State state = new State("", false, false);
    private int depth;
    private int told;
    private int hidden;
    private int deleted;
    private boolean linked;

    private RtfFacts(DocumentDraft draft, InputStream in) {
        this.draft = draft;
        this.in = in;
    }

    /// What holds inside one group.
    private record State(String destination, boolean hidden, boolean deleted) {}

    static void tell(Path file, DocumentDraft draft) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            new RtfFacts(draft, in).read();
        }
    }

    private void read() throws IOException {
        for (int c = in.read(); c >= 0; c = in.read()) {
            switch (c) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n' -> {
                    // Line ends are none of the text.
                }
                default -> character((char) c);
            }
        }
        if (depth > 0) {
            draft.gap(Gap.Reason.TRUNCATED, new Place.Whole(), "the file ends before its outermost group does");
        }
        tellMixed();
    }

    private void open() {
        depth++;
        if (states.size() < DEEPEST) {
            states.push(state);
        }
    }

    private void close() {
        if (depth <= states.size() && !states.isEmpty()) {
            State outer = states.pop();
            if (!outer.destination.equals(state.destination) && GATHERED.contains(state.destination)) {
                tell(state.destination, gathered.toString().strip());
            }
            state = outer;
        }
        depth = Math.max(0, depth - 1);
    }

    private void control() throws IOException {
        in.mark(2);
        int c = in.read();
        if (c == '\'') {
            in.skipNBytes(2);
            character('?');
            return;
        }
        if (!isLetter(c)) {
            if (c == '\\' || c == '{' || c == '}') {
                character((char) c);
            }
            return;
        }
        StringBuilder word = new StringBuilder();
        while (isLetter(c) && word.length() < 40) {
            word.append((char) c);
            in.mark(1);
            c = in.read();
        }
        int value = number(c);
        word(word.toString(), value);
    }

    /// The number after a control word, 1 where there is none; the space that ends it is passed over.
    private int number(int first) throws IOException {
        StringBuilder digits = new StringBuilder();
        int c = first;
        while (c == '-' || (c >= '0' && c <= '9' && digits.length() < 10)) {
            digits.append((char) c);
            in.mark(1);
            c = in.read();
        }
        if (c != ' ') {
            in.reset();
        }
        try {
            return digits.isEmpty() ? 1 : Integer.parseInt(digits.toString());
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void word(String word, int value) throws IOException {
        switch (word) {
            case "bin" -> in.skip(Math.max(0, value));
            case "v" -> state = new State(state.destination, value != 0, state.deleted);
            case "deleted" -> state = new State(state.destination, state.hidden, value != 0);
            case "plain" -> state = new State(state.destination, false, false);
            case "objautlink", "objlink" -> linked = true;
            default -> {
                if (NO_TEXT.contains(word) || GATHERED.contains(word)) {
                    state = new State(word, state.hidden, state.deleted);
                    gathered.setLength(0);
                }
            }
        }
    }

    private void character(char c) {
        if (GATHERED.contains(state.destination)) {
            gathered.append(gathered.length() < LONGEST ? String.valueOf(c) : "");
        } else if (!NO_TEXT.contains(state.destination) && !Character.isWhitespace(c)) {
            hidden += state.hidden ? 1 : 0;
            deleted += state.deleted ? 1 : 0;
        }
    }

    private void tell(String destination, String words) {
        if (words.isEmpty() || told++ >= MOST) {
            return;
        }
        switch (destination) {
            case "template" -> link(ExternalLink.Kind.TEMPLATE, words);
            case "objclass" -> {
                draft.fact(new ActiveContent(ActiveContent.Kind.OLE_OBJECT, words, new Place.Whole()));
                if (linked) {
                    link(ExternalLink.Kind.OBJECT, words);
                }
                linked = false;
            }
            default -> field(words);
        }
    }

    private void field(String instruction) {
        Matcher parts = INSTRUCTION.matcher(instruction);
        if (!parts.matches()) {
            return;
        }
        String target = parts.group(2) == null ? String.valueOf(parts.group(3)) : parts.group(2);
        switch (parts.group(1).toUpperCase(Locale.ROOT)) {
            case "DDE", "DDEAUTO" ->
                draft.fact(new ActiveContent(ActiveContent.Kind.DDE, instruction.strip(), new Place.Whole()));
            case "INCLUDEPICTURE", "IMPORT" -> link(ExternalLink.Kind.MEDIA, target);
            case "INCLUDETEXT", "INCLUDE", "RD" -> link(ExternalLink.Kind.OTHER, target);
            case "LINK" -> link(ExternalLink.Kind.OBJECT, instruction.strip());
            case "DATABASE" -> link(ExternalLink.Kind.DATA, target);
            default -> {
                // A field that stays inside, or a link that the parser tells.
            }
        }
    }

    private void link(ExternalLink.Kind kind, String target) {
        draft.fact(new ExternalLink(kind, target, new Place.Whole()));
    }

    private void tellMixed() {
        if (hidden > 0) {
            draft.fact(new Fact.Hidden(Fact.Hidden.Kind.TEXT, hidden + " characters", new Place.Whole()));
        }
        if (deleted > 0) {
            draft.fact(new Fact.TrackedChange("", Fact.TrackedChange.Action.DELETION, "", null, new Place.Whole()));
        }
        Mixed.tell(hidden > 0, deleted > 0, draft);
    }
}
