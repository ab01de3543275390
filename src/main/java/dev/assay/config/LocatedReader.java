package dev.assay.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Reads YAML (and so JSON) into [Located] values. Anchors and aliases are refused, so that a file is what it
/// looks like and cannot unfold; a key given twice is a mistake; nesting is limited to 50 levels and size to 4
/// Mi characters.
public final class LocatedReader {
    private static final int MOST_LEVELS = 50;
    private static final int MOST_CHARACTERS = 4 << 20;
    private static final YAMLFactory YAML = factory();

    private final String file;
    private final YAMLParser parser;
    private final Problems problems;

    private LocatedReader(String file, YAMLParser parser, Problems problems) {
        this.file = file;
        this.parser = parser;
        this.problems = problems;
    }

    private static YAMLFactory factory() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(MOST_LEVELS);
        return YAMLFactory.builder().loaderOptions(options).build();
    }

    /// Reads one document. Mistakes of syntax go to `problems`; empty when the file could not be read as a
    /// whole.
    public static Optional<Located> read(String file, String text, Problems problems) {
        try (YAMLParser parser = YAML.createParser(text)) {
            LocatedReader reader = new LocatedReader(file, parser, problems);
            if (parser.nextToken() == null) {
                problems.add(new Position(file, 1, 1), "the file is empty");
                return Optional.empty();
            }
            Located value = reader.value(1);
            if (parser.nextToken() != null) {
                problems.add(reader.position(), "the file holds a second document. Keep one, without '---' in between");
            }
            return Optional.of(value);
        } catch (JacksonException e) {
            problems.add(syntax(file, e));
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }

    private Located value(int level) throws IOException {
        if (level > MOST_LEVELS) {
            throw new com.fasterxml.jackson.core.JsonParseException(
                    parser, "nested deeper than " + MOST_LEVELS + " levels");
        }
        Position at = position();
        refuseAnchor(at);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(at, level);
            case START_ARRAY -> sequence(at, level);
            case VALUE_NULL -> new Located.Scalar(Located.Scalar.Type.NOTHING, "", at);
            case VALUE_TRUE, VALUE_FALSE -> new Located.Scalar(Located.Scalar.Type.FLAG, parser.getText(), at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new Located.Scalar(Located.Scalar.Type.NUMBER, parser.getText(), at);
            case VALUE_STRING -> new Located.Scalar(Located.Scalar.Type.TEXT, parser.getText(), at);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new com.fasterxml.jackson.core.JsonParseException(parser, "unexpected " + token);
        };
    }

    private void refuseAnchor(Position at) throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            problems.add(at, "anchors and aliases (& and *) are not read. Write the value out");
        }
    }

    private Located.Mapping mapping(Position at, int level) throws IOException {
        List<Located.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Position keyAt = position();
            String key = parser.currentName();
            if (!keys.add(key)) {
                problems.add(keyAt, "key '" + key + "' is given twice");
            }
            parser.nextToken();
            entries.add(new Located.Entry(key, keyAt, value(level + 1)));
        }
        return new Located.Mapping(entries, at);
    }

    private Located.Sequence sequence(Position at, int level) throws IOException {
        List<Located> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(level + 1));
        }
        return new Located.Sequence(values, at);
    }

    private Position position() {
        return position(file, parser.currentTokenLocation());
    }

    private static Position position(String file, JsonLocation location) {
        return location == null
                ? new Position(file, 1, 1)
                : new Position(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /// What the scanner met and where, rather than what it was about to do.
    private static Problem syntax(String file, JacksonException e) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark mark = marked.getProblemMark();
            return new Problem(
                    new Position(file, mark.getLine() + 1, mark.getColumn() + 1),
                    "not valid YAML: " + withHint(marked.getProblem()) + began(marked));
        }
        return new Problem(position(file, e.getLocation()), "not valid YAML: " + firstLine(e.getOriginalMessage()));
    }

    private static String began(MarkedYAMLException marked) {
        Mark begin = marked.getContextMark();
        return begin == null || begin.getLine() == marked.getProblemMark().getLine()
                ? ""
                : ". What is not right here began in line " + (begin.getLine() + 1);
    }

    private static String withHint(String problem) {
        String plain =
                problem.replaceFirst(" *\\(Do not use .*", "").replaceFirst("'?<stream end>'?", "the end of the file");
        if (problem.contains("(TAB)")) {
            return plain + " Indent with spaces";
        }
        return problem.startsWith("mapping values are not allowed")
                ? plain + ". Put a text that holds ': ' in quotes"
                : plain;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
