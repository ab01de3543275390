package dev.assay.check.confidentiality.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What nothing but its label tells from any other date or number: dates of birth, numbers of medical records and of
/// study subjects.
final class Labelled {
    private static final String DATE = "[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
            + "|[0-9]{1,2}(?:st|nd|rd|th|\\.)?[ -]\\p{L}{3,9}\\.?,?[ -][0-9]{4}|\\p{L}{3,9}\\.? [0-9]{1,2},? [0-9]{4}";
    private static final String NUMBER = "[A-Z]{0,4}[-/ ]?[0-9]{2,10}(?:[-/][0-9]{1,8}){0,3}";
    private static final List<Labelled> ALL = List.of(
            new Labelled(
                    "birth-date",
                    "date of birth",
                    "dates? of birth|birth ?dates?|D\\.?O\\.?B\\.?|born(?: on)?|Geburtsdatum|geboren(?: am)?|geb\\.",
                    DATE),
            new Labelled(
                    "medical-record",
                    "medical record number",
                    "MRN|medical record(?: (?:no|number|id))?\\.?|patient (?:id|no|number)\\.?|hospital"
                            + " (?:no|number)\\.?|chart"
                            + " (?:no|number)\\.?|Patienten(?:-ID|nummer)|Krankenaktennummer|Fallnummer",
                    NUMBER),
            new Labelled(
                    "subject-number",
                    "study subject number",
                    "(?:study )?(?:subject|participant) (?:id|no|number)\\.?|screening (?:no|number)\\.?"
                            + "|randomi[sz]ation (?:no|number)\\.?|Probanden(?:-ID|nummer)|Teilnehmernummer",
                    NUMBER));

    private final String data;
    private final String name;
    private final Pattern inText;
    private final Pattern header;
    private final Pattern whole;

    private Labelled(String data, String name, String label, String value) {
        this.data = data;
        this.name = name;
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        inText = Pattern.compile(
                "(?<!\\p{L})(?:" + label + ")(?!\\p{L})(?: (?:is|was|of))?[^\\p{L}\\p{N}]{0,4}(" + value
                        + ")(?![\\p{L}\\p{N}])",
                flags);
        header = Pattern.compile("(?<!\\p{L})(?:" + label + ")(?!\\p{L})", flags);
        whole = Pattern.compile("\\s*(" + value + ")\\s*", flags);
    }

    static List<Found> in(Piece piece) {
        List<Found> found = new ArrayList<>();
        if (piece.text().chars().anyMatch(Character::isDigit)) {
            ALL.forEach(each -> each.find(piece, found));
        }
        return found;
    }

    private void find(Piece piece, List<Found> found) {
        Matcher matcher = inText.matcher(piece.text());
        while (matcher.find()) {
            add(piece, matcher, found);
        }
        Matcher cell = whole.matcher(piece.text());
        boolean named = header.matcher(piece.header()).find()
                || header.matcher(piece.label()).find();
        if (named && cell.matches()) {
            add(piece, cell, found);
        }
    }

    private void add(Piece piece, Matcher matcher, List<Found> found) {
        String value = matcher.group(1);
        found.add(new Found(piece.in(matcher.start(1), matcher.end(1)), data, name, value, Mask.of(value, 0, 0), true));
    }
}
