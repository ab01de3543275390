package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.FoldedText;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Flags terms that are used as defined terms and defined nowhere, and terms that are defined and never used.
///
/// ## Why
///
/// "The Completion Date" with capitals says: this has a definition. Where there is none, two parties will have two.
/// A definition that nothing uses is what was left of a clause that was taken out, or of the template.
///
/// ## Example
///
/// An agreement defines (the "Supplier"), (together, the "Parties") and "Closing Date" means …; it is flagged for "the
/// Completion Date" in clause 7, which nobody defined, and for "Territory" means …, which no clause uses. Definitions
/// in brackets and quotation marks, by "means" and the like, and as entries of a section "Definitions" or "Glossary"
/// are known, in English and German; a plural is its singular. `known: [Board, Term Sheet]` names terms that another
/// document defines.
///
/// ## What it does not do
///
/// A use without definition is looked for only where at least three terms are defined in quotation marks, as
/// contracts do, and only in English, as German writes every noun with a capital; then only behind "the", "any",
/// "such" and the like, and only for the nouns that contracts define: dates, parties, fees, services, documents and
/// some
/// eighty more. Names of laws, authorities and firms are not among them. Where the document says that terms have the
/// meaning given elsewhere, it cannot tell. Whether a definition comes before its use, or is right, it does not tell.
public final class UndefinedTerm implements Check {
    private static final int LEAST_DEFINED = 3;
    private static final int ITS_BRACKET = 12;
    private static final Pattern USE = Pattern.compile(
            "\\b(?:the|any|each|such|this|these|those|all|every|either|both|said"
                + "|applicable|other|its|their|an?|no|relevant|respective)\\s+"
                + "((?:\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?\\s+(?:of\\s+)?){0,3}\\p{Lu}\\p{Ll}+)(?![\\p{L}\\p{N}]|\\s+\\p{Lu}|-\\p{Lu})");
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)\\b(?:capitali[sz]ed|defined|such)"
            + " terms?\\b[^.]{0,160}\\b(?:meanings?|defined|definitions?)\\b[^.]{0,100}\\b(?:in|by|under)"
            + " (?:the|that|our|its|an?)\\b");
    private static final Set<String> HEADS = Set.of(
            "agreement",
            "contract",
            "date",
            "period",
            "term",
            "party",
            "fee",
            "price",
            "amount",
            "payment",
            "service",
            "product",
            "good",
            "deliverable",
            "work",
            "material",
            "notice",
            "customer",
            "client",
            "supplier",
            "vendor",
            "contractor",
            "subcontractor",
            "purchaser",
            "buyer",
            "seller",
            "licensor",
            "licensee",
            "lessor",
            "lessee",
            "landlord",
            "tenant",
            "lender",
            "borrower",
            "guarantor",
            "company",
            "affiliate",
            "subsidiary",
            "share",
            "shareholder",
            "asset",
            "property",
            "territory",
            "information",
            "data",
            "software",
            "system",
            "site",
            "premise",
            "licence",
            "license",
            "right",
            "obligation",
            "loss",
            "claim",
            "event",
            "default",
            "condition",
            "document",
            "transaction",
            "closing",
            "completion",
            "loan",
            "facility",
            "account",
            "tax",
            "interest",
            "employee",
            "personnel",
            "representative",
            "order",
            "specification",
            "budget",
            "invoice",
            "deposit",
            "rent",
            "royalty",
            "report",
            "provider",
            "recipient",
            "user",
            "consultant",
            "investor",
            "fund",
            "note",
            "bond",
            "unit",
            "equipment",
            "goods",
            "purpose",
            "project",
            "business",
            "target",
            "warranty",
            "indemnity");
    private static final Set<String> NAMES = Set.of(
            "european",
            "united",
            "national",
            "federal",
            "royal",
            "american",
            "british",
            "german",
            "french",
            "english",
            "international",
            "central",
            "world",
            "new",
            "north",
            "south",
            "east",
            "west",
            "state",
            "states",
            "union",
            "bank");

    private static final Kind KIND = new Kind(
            "undefined-term",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "Every defined term is used, and every term used as one is defined.",
            List.of(
                    Parameter.choices(
                            "of",
                            List.of("undefined", "unused"),
                            List.of("undefined", "unused"),
                            "What is flagged: uses without definition, definitions without use."),
                    Parameter.optional("known", Parameter.Type.TEXTS, "Terms that are defined elsewhere, as written.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.MAY_DO_EITHER;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        List<String> of = parameters.texts("of");
        List<String> elsewhere = new ArrayList<>();
        boolean any = false;
        for (Inspection.ReadPart part : inspection.readable()) {
            DefinedTerms defined = new DefinedTerms(part.document());
            any |= !defined.terms().isEmpty();
            List<Fault> faults = new ArrayList<>();
            if (of.contains("unused")) {
                faults.addAll(unused(part.document(), defined));
            }
            if (of.contains("undefined") && defined.inQuotes() >= LEAST_DEFINED) {
                List<Fault> undefined = undefined(part.document(), defined, parameters.texts("known"));
                if (ELSEWHERE.matcher(part.document().text()).find()) {
                    undefined.forEach(fault -> elsewhere.add(fault.term()));
                } else {
                    faults.addAll(undefined);
                }
            }
            faults.sort(Comparator.comparingInt(fault -> fault.at().start()));
            faults.forEach(fault -> findings.at(part, fault.at(), fault.message(), fault.remedy()));
        }
        if (!any) {
            return new Outcome.NotApplicable("No terms are defined.");
        }
        if (findings.isEmpty() && !elsewhere.isEmpty()) {
            return new Outcome.CannotTell(
                    "Terms have the meaning that another document gives them; whether it defines these cannot be told: "
                            + String.join(", ", elsewhere.stream().limit(10).toList()) + ".",
                    Outcome.Cause.CONTENT);
        }
        return findings.outcome(
                "term is defined or used alone|terms are defined or used alone",
                "Every defined term is used, and none is used without a definition.");
    }

    /// One thing to be told.
    private record Fault(String term, Span at, String message, String remedy) {}

    private static List<Fault> unused(Document document, DefinedTerms defined) {
        Set<String> unused = new HashSet<>(defined.terms().keySet());
        Map<String, List<FoldedText>> forms = new HashMap<>();
        unused.forEach(term -> forms.put(term, defined.uses(term)));
        Passages.shown(document).forEach(passage -> {
            String text = document.text(passage);
            FoldedText cased = FoldedText.of(text, true);
            FoldedText plain = FoldedText.of(text, false);
            unused.removeIf(term -> forms.getOrDefault(term, List.of()).stream()
                    .flatMap(form -> (defined.isOfGlossary(term) ? plain : cased).find(form).stream())
                    .map(span -> new Span(passage.start() + span.start(), passage.start() + span.end()))
                    .anyMatch(span -> defined.terms().getOrDefault(term, List.of()).stream()
                            .noneMatch(place -> isNear(place, span))));
        });
        return defined.terms().entrySet().stream()
                .filter(each -> unused.contains(each.getKey()))
                .map(each -> new Fault(
                        each.getKey(),
                        each.getValue().getFirst(),
                        "'" + each.getKey() + "' is defined here and used nowhere.",
                        "Take the definition out, or use the term where it is meant."))
                .toList();
    }

    /// In the definition itself, or in the bracket behind it.
    private static boolean isNear(Span definition, Span use) {
        return use.start() < definition.end() + ITS_BRACKET && use.end() > definition.start();
    }

    private static List<Fault> undefined(Document document, DefinedTerms defined, List<String> known) {
        if (isGerman(document.text())) {
            return List.of();
        }
        Set<String> names = new HashSet<>();
        defined.terms().keySet().forEach(term -> names.add(singular(term)));
        known.forEach(term -> names.add(singular(term)));
        Map<String, List<Span>> uses = new LinkedHashMap<>();
        for (Block block : document.blocks()) {
            boolean running = block.layer() == Layer.BODY || block.layer() == Layer.INSERTED;
            if (running && !(block instanceof Block.Heading) && !(block instanceof Block.Table)) {
                uses(document, block.span(), names, uses);
            }
        }
        return uses.values().stream()
                .map(spans -> {
                    String term = document.text(spans.getFirst()).replaceAll("\\s+", " ");
                    return new Fault(
                            term,
                            spans.getFirst(),
                            "'" + term + "' is used "
                                    + (spans.size() == 1
                                            ? "once"
                                            : String.format(Locale.ROOT, "%,d times", spans.size()))
                                    + " like a defined term, and defined nowhere.",
                            "Define it, or use the defined term that is meant, or write it in small letters.");
                })
                .toList();
    }

    private static void uses(Document document, Span passage, Set<String> names, Map<String, List<Span>> uses) {
        Matcher use = USE.matcher(document.text(passage));
        while (use.find()) {
            String term = use.group(1);
            String key = singular(term);
            String[] words = key.toLowerCase(Locale.ROOT).split("\\s+");
            boolean own =
                    words.length == 1 && use.group().toLowerCase(Locale.ROOT).startsWith("this");
            boolean named = Arrays.stream(words).anyMatch(NAMES::contains);
            if (HEADS.contains(words[words.length - 1]) && !own && !named && !names.contains(key)) {
                uses.computeIfAbsent(key, each -> new ArrayList<>())
                        .add(new Span(passage.start() + use.start(1), passage.start() + use.end(1)));
            }
        }
    }

    /// A term with its last word in the singular, on one line.
    private static String singular(String term) {
        String flat = term.strip().replaceAll("\\s+", " ");
        if (flat.endsWith("ies")) {
            return flat.substring(0, flat.length() - 3) + "y";
        }
        boolean plural = flat.endsWith("s") && !flat.endsWith("ss") && !flat.endsWith("us");
        return plural ? flat.substring(0, flat.length() - 1) : flat;
    }

    private static boolean isGerman(String text) {
        String lower = text.substring(0, Math.min(text.length(), 200_000)).toLowerCase(Locale.ROOT);
        return count(lower, " und ") > count(lower, " and ");
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            count++;
        }
        return count;
    }
}
