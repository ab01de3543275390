package dev.assay.extract.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A format code, such as `#,##0.00;[Red]-#,##0.00`, ready to show numbers and texts.
///
/// Sections are for positive numbers, negative numbers, zero and texts, or for the numbers their conditions
/// name. Numbers keep fifteen digits and are rounded half away from zero, as spreadsheets round them.
public final class NumberFormat {
    private static final int MOST_SECTIONS = 4;
    private static final Section GENERAL = SectionReader.read("General");

    private final List<Section> sections;
    private final List<Form> forms;
    private final @Nullable Section text;

    private NumberFormat(List<Section> sections, @Nullable Section text) {
        this.sections = List.copyOf(sections);
        this.forms = sections.stream().map(Section::form).toList();
        this.text = text;
    }

    /// Reads a format code. There is none that cannot be read: what means nothing is shown as it stands.
    public static NumberFormat of(String code) {
        List<Section> sections = new ArrayList<>();
        for (String section : split(code)) {
            sections.add(SectionReader.read(section));
        }
        Section last = sections.getLast();
        boolean forText = sections.size() == MOST_SECTIONS || last.isText();
        if (forText) {
            sections.removeLast();
        }
        return new NumberFormat(sections.isEmpty() ? List.of(GENERAL) : sections, forText ? last : null);
    }

    /// A text as shown.
    public String show(String words) {
        return text == null ? words : text.show(words);
    }

    /// A number as shown.
    ///
    /// @param since1904 whether dates are counted from 1904
    String show(BigDecimal value, boolean since1904) {
        int at = section(value);
        if (at < 0 && sections.size() > 1) {
            return Form.NO_ROOM;
        }
        Form form = at < 0 ? GENERAL.form() : forms.get(at);
        boolean signed = value.signum() < 0 && (at < 0 || !dropsSign(at));
        if (signed && form instanceof DateForm && !since1904) {
            return Form.NO_ROOM;
        }
        String shown = form.show(value.abs(), since1904);
        boolean needsSign = signed && !shown.isEmpty() && !(form instanceof DigitForm digits && digits.isEmpty());
        return needsSign && !shown.equals(Form.NO_ROOM) ? "-" + shown : shown;
    }

    /// The section a number is shown by; -1 where there is none.
    private int section(BigDecimal value) {
        if (sections.stream().allMatch(section -> section.condition() == null)) {
            int sign = value.signum();
            return sign < 0 && sections.size() > 1 ? 1 : sign == 0 && sections.size() > 2 ? 2 : 0;
        }
        for (int i = 0; i < sections.size(); i++) {
            if (condition(i) == null || condition(i).holds(value)) {
                return i;
            }
        }
        return -1;
    }

    /// The condition of a section among others with conditions; null where it takes what is left.
    private @Nullable Condition condition(int at) {
        Condition own = sections.get(at).condition();
        if (own != null || at == sections.size() - 1) {
            return own;
        }
        return new Condition(at == 0 ? ">" : "<", BigDecimal.ZERO);
    }

    private boolean dropsSign(int at) {
        Condition own = sections.get(at).condition();
        if (own != null) {
            return own.onlyNegative();
        }
        Condition first = sections.getFirst().condition();
        boolean restIsNegative = first == null
                || (first.limit().signum() == 0 && first.operator().startsWith(">"));
        return at == 1 && restIsNegative;
    }

    /// The sections of a code: between semicolons that are not quoted, escaped or in brackets.
    private static List<String> split(String code) {
        List<String> sections = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < code.length() && sections.size() < MOST_SECTIONS - 1) {
            char c = code.charAt(at);
            if (c == ';') {
                sections.add(code.substring(start, at));
                start = at + 1;
            }
            at = after(code, at);
        }
        int end = code.length();
        for (at = start; sections.size() == MOST_SECTIONS - 1 && at < end; at = after(code, at)) {
            end = code.charAt(at) == ';' ? at : end;
        }
        sections.add(code.substring(start, end));
        return sections;
    }

    private static int after(String code, int at) {
        return switch (code.charAt(at)) {
            case '\\', '_', '*' -> at + 2;
            case '"' -> after(code, '"', at);
            case '[' -> after(code, ']', at);
            default -> at + 1;
        };
    }

    private static int after(String code, char closing, int at) {
        int end = code.indexOf(closing, at + 1);
        return end < 0 ? code.length() : end + 1;
    }
}
