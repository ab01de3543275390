package dev.assay.check.sources;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The schemes that are known.
final class Schemes {
    /// Between a label and what it labels.
    private static final String TO =
            "(?:[ \\x{00A0}](?:no\\.?|nos?\\.?|number|code|nr\\.?|id))?(?:[ \\x{00A0}](?:is|ist|was|of))?["
                    + " \\x{00A0}]?[:#=]?[ \\x{00A0}]?";
    private static final String GAP = "[ \\x{00A0}\\x{2010}\\x{2011}\\x{2013}-]?";

    static final List<Scheme> ALL = List.of(
            new Scheme(
                    "doi",
                    "DOI",
                    "ISO 26324",
                    Pattern.compile("(?i)(?:https?://(?:dx\\.)?doi\\.org/|\\bdoi[ \\x{00A0}]?[:=]["
                            + " \\x{00A0}]?(?:https?://(?:dx\\.)?doi\\.org/)?|\\bdoi[ \\x{00A0}](?=[0-9]))"
                            + "(?<id>[0-9O][^\\s\"<>\u201d\u00bb\\]]{1,200})"),
                    Optional.of(Pattern.compile("(?i)DOI")),
                    Pattern.compile("10\\.[0-9]{4,9}(?:\\.[0-9]{1,9}){0,4}/[^\\s/][^\\s]{0,250}"),
                    "10.1000/182",
                    false,
                    _ -> true),
            new Scheme(
                    "isbn",
                    "ISBN",
                    "ISO 2108",
                    Pattern.compile("(?i)\\be?-?ISBN(?:-?1[03])?" + TO + "(?<id>[0-9](?:" + GAP + "[0-9]){5,16}(?:"
                            + GAP + "X(?![\\p{L}]))?)"),
                    Optional.of(Pattern.compile("(?i)e?ISBN(?:-?1[03])?")),
                    Pattern.compile("[0-9]{9}[0-9X]|97[89][0-9]{10}"),
                    "978-3-16-148410-0 or 0-306-40615-2",
                    true,
                    key -> key.length() == 10 ? Checksums.falling(key) : Checksums.alternating(key)),
            new Scheme(
                    "issn",
                    "ISSN",
                    "ISO 3297",
                    Pattern.compile("(?i)\\b[ep]?-?ISSN(?:-L)?(?: ?\\((?:online|print|web)\\))?" + TO
                            + "(?<id>[0-9]{3,5}" + GAP + "[0-9]{2,4}X?(?![0-9]))"),
                    Optional.of(Pattern.compile("(?i)[ep]?ISSN")),
                    Pattern.compile("[0-9]{7}[0-9X]"),
                    "2049-3630",
                    true,
                    Checksums::falling),
            new Scheme(
                    "orcid",
                    "ORCID iD",
                    "ISO 7064, modulo 11-2",
                    Pattern.compile("(?i)(?:https?://orcid\\.org/|\\borcid(?:\\.org/|(?: ?iD)?" + TO
                            + "(?:https?://orcid\\.org/)?))(?<id>[0-9][0-9"
                            + " \\x{2010}\\x{2011}\\x{2013}-]{8,24}[0-9X])(?![\\p{L}0-9])"),
                    Optional.of(Pattern.compile("(?i)ORCID(?: iD)?")),
                    Pattern.compile("[0-9]{15}[0-9X]"),
                    "0000-0002-1825-0097",
                    true,
                    Checksums::elevenTwo),
            new Scheme(
                    "pmid",
                    "PMID",
                    "PubMed: one to eight digits",
                    Pattern.compile("\\bPMID" + TO + "(?<id>[0-9][\\p{L}0-9]{0,14})"),
                    Optional.of(Pattern.compile("(?i)PMID")),
                    Pattern.compile("[1-9][0-9]{0,7}"),
                    "23193287",
                    true,
                    _ -> true),
            new Scheme(
                    "nct",
                    "ClinicalTrials.gov number",
                    "ClinicalTrials.gov",
                    Pattern.compile("(?<![\\p{L}0-9])(?<id>NCT[ \\x{00A0}-]?(?:[0-9O]{4,14}))(?![\\p{L}0-9])"),
                    Optional.empty(),
                    Pattern.compile("NCT[0-9]{8}"),
                    "NCT01234567",
                    true,
                    _ -> true),
            new Scheme(
                    "eudract",
                    "EudraCT number",
                    "European Medicines Agency",
                    Pattern.compile(
                            "(?i)\\bEudra-?CT" + TO + "(?<id>[0-9][0-9 \\x{2010}\\x{2011}\\x{2013}-]{5,20}[0-9])"),
                    Optional.of(Pattern.compile("(?i)EudraCT(?: (?:no\\.?|number))?")),
                    Pattern.compile("(?:19|20)[0-9]{2}[-\u2010\u2011\u2013][0-9]{6}[-\u2010\u2011\u2013][0-9]{2}"),
                    "2015-001234-56",
                    false,
                    _ -> true),
            new Scheme(
                    "isrctn",
                    "ISRCTN",
                    "ISRCTN registry",
                    Pattern.compile("(?<![\\p{L}0-9])(?<id>ISRCTN[ \\x{00A0}-]?[0-9O]{4,14})(?![\\p{L}0-9])"),
                    Optional.empty(),
                    Pattern.compile("ISRCTN[0-9]{8}"),
                    "ISRCTN12345678",
                    true,
                    _ -> true),
            new Scheme(
                    "isin",
                    "ISIN",
                    "ISO 6166",
                    Pattern.compile("\\bISIN" + TO
                            + "(?<id>[A-Z]{2}[ \\x{00A0}]?(?=[A-Z0-9]{0,12}[0-9])[A-Z0-9]{5,14})(?![\\p{L}0-9])"),
                    Optional.of(Pattern.compile("(?i)ISIN(?: code)?")),
                    Pattern.compile("[A-Z]{2}[A-Z0-9]{9}[0-9]"),
                    "US0378331005",
                    true,
                    Checksums::isin),
            new Scheme(
                    "lei",
                    "LEI",
                    "ISO 17442",
                    Pattern.compile("(?:\\bLEI|[Ll]egal [Ee]ntity [Ii]dentifier(?: \\(LEI\\))?)" + TO
                            + "(?<id>(?=[A-Z0-9]{0,24}[0-9])[A-Z0-9]{14,24})(?![\\p{L}0-9])"),
                    Optional.of(Pattern.compile("(?i)LEI(?: code)?|legal entity identifier")),
                    Pattern.compile("[A-Z0-9]{18}[0-9]{2}"),
                    "5493001KJTIIGC8Y1R12",
                    true,
                    Checksums::ninetySeven),
            new Scheme(
                    "cusip",
                    "CUSIP",
                    "ANSI X9.6",
                    Pattern.compile("\\bCUSIP" + TO + "(?<id>(?=[A-Z0-9]{0,12}[0-9])[A-Z0-9]{6,12})(?![\\p{L}0-9])"),
                    Optional.of(Pattern.compile("(?i)CUSIP")),
                    Pattern.compile("[A-Z0-9*@#]{8}[0-9]"),
                    "037833100",
                    true,
                    Checksums::cusip),
            new Scheme(
                    "sedol",
                    "SEDOL",
                    "London Stock Exchange",
                    Pattern.compile("\\bSEDOL" + TO + "(?<id>(?=[A-Z0-9]{0,9}[0-9])[A-Z0-9]{5,9})(?![\\p{L}0-9])"),
                    Optional.of(Pattern.compile("(?i)SEDOL")),
                    Pattern.compile("[0-9BCDFGHJKLMNPQRSTVWXYZ]{6}[0-9]"),
                    "B0YBKJ7",
                    true,
                    Checksums::sedol),
            new Scheme(
                    "ecli",
                    "case identifier",
                    "ECLI, Council of the European Union 2019/C 360/01",
                    Pattern.compile("(?<![\\p{L}0-9])(?<id>ECLI[:.][\\p{L}0-9:.]{4,60}[\\p{L}0-9])"),
                    Optional.empty(),
                    Pattern.compile("ECLI:[A-Z]{2}:[A-Z][A-Z0-9]{0,6}:(?:1[89]|20)[0-9]{2}:[A-Z0-9.]{1,25}"),
                    "ECLI:EU:C:2015:650",
                    true,
                    _ -> true),
            new Scheme(
                    "eu-case",
                    "case number",
                    "Court of Justice of the European Union",
                    Pattern.compile(
                            "(?:\\b[Cc]ase|\\b[Cc]ases|\\b[Rr]echtssache|\\bRs\\.)["
                                + " \\x{00A0}](?<id>[CTF][\\x{2010}\\x{2011}\\x{2013}-]?[0-9]{1,5}/[0-9]{1,4})(?![\\p{L}0-9])"),
                    Optional.empty(),
                    Pattern.compile("[CTF][\u2010\u2011\u2013-][0-9]{1,4}/[0-9]{2}"),
                    "C-131/12",
                    false,
                    _ -> true),
            new Scheme(
                    "neutral-citation",
                    "neutral citation",
                    "Practice Direction of 11 January 2001 and its successors",
                    Pattern.compile(
                            "(?<id>[\\[(](?:19|20)[0-9]{2}[\\])]"
                                + " (?:UKSC|UKHL|UKPC|EWCA|EWHC|UKUT|UKFTT|UKEAT|EWCOP|EWFC)(?: (?:Civ|Crim))?(?:"
                                + " [0-9]{1,5})?(?:"
                                + " \\((?:Admin|Admlty|Ch|Comm|Costs|Fam|IPEC|KB|QB|Pat|SCCO|TCC|AAC|IAC|LC|TC|GRC|HESC|PC)\\))?)"),
                    Optional.empty(),
                    Pattern.compile("\\[(?:19|20)[0-9]{2}\\] (?:(?:UKSC|UKHL|UKPC|UKEAT|EWCOP|EWFC) [0-9]{1,5}|EWCA"
                            + " (?:CIV|CRIM) [0-9]{1,5}|(?:EWHC|UKUT|UKFTT|EWCOP) [0-9]{1,5} \\([A-Z]{1,6}\\))"),
                    "[2015] EWHC 123 (Ch)",
                    false,
                    _ -> true),
            new Scheme(
                    "us-case",
                    "case citation",
                    "volume, reporter, page",
                    Pattern.compile("(?<![\\p{L}0-9.])(?<id>[0-9]{1,4} (?:U\\. ?S\\.|S\\. ?Ct\\.|F\\."
                            + " ?[0-9](?:d|th|st|rd)|F\\. ?Supp\\.(?: ?[0-9]d)?)(?: [0-9]{1,5}(?![0-9])|"
                            + " ?(?=\\((?:1[789]|20)[0-9]{2}\\))))(?! (?:at|C\\.))(?! ?C)"),
                    Optional.empty(),
                    Pattern.compile(
                            "[0-9]{1,4} (?:U\\. ?S\\.|S\\. ?CT\\.|F\\. ?(?:2D|3D|4TH)|F\\. ?SUPP\\.(?: ?[23]D)?)"
                                    + " [0-9]{1,5}"),
                    "410 U.S. 113 or 123 F.3d 456",
                    false,
                    _ -> true),
            new Scheme(
                    "patent",
                    "patent number",
                    "WIPO Standard ST.13 and the offices' own form",
                    Pattern.compile("(?:(?i:patent)(?i:s| application| publication)?(?: (?i:no|number|nr)s?\\.?)?["
                            + " \\x{00A0}:]{1,2}(?<id>(?:(?:U\\.?S\\.?|EP|WO|DE|GB)[ \\x{00A0}-]?)?[0-9][0-9,/"
                            + " \\x{00A0}]{3,13}[0-9](?:[ \\x{00A0}]?[A-C][1-9])?))(?![\\p{L}0-9])"),
                    Optional.of(Pattern.compile("(?i)patent(?: (?:no\\.?|number))?")),
                    Pattern.compile(
                            "(?:U\\.?S\\.?)?(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,2}|[1-9][0-9]{4,7}|(?:19|20)[0-9]{2}/?[0-9]{7}|[0-9]{2}/[0-9]{3},?[0-9]{3})(?:[ABC][1-9])?"
                                + "|EP[0-9]{7,8}(?:[ABC][1-9])?|WO(?:19|20)?[0-9]{2}/?[0-9]{5,6}(?:[AB][1-9])?|DE[0-9]{5,13}(?:[A-CTU][1-9])?|GB[0-9]{6,7}(?:[A-C][0-9]?)?"),
                    "US 10,123,456 B2, EP 1234567 B1 or WO 2015/123456",
                    true,
                    _ -> true));

    private Schemes() {}

    static List<String> ids() {
        return ALL.stream().map(Scheme::id).toList();
    }
}
