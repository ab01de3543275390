package dev.assay.check;

import dev.assay.check.confidentiality.OtherClientTerm;
import dev.assay.check.confidentiality.PersonalData;
import dev.assay.check.confidentiality.PriorWorkOverlap;
import dev.assay.check.confidentiality.Secret;
import dev.assay.check.dataset.Dataset;
import dev.assay.check.dates.DateMismatch;
import dev.assay.check.dates.DateOutOfWindow;
import dev.assay.check.delivery.Late;
import dev.assay.check.delivery.MissingPart;
import dev.assay.check.delivery.RequiredPart;
import dev.assay.check.delivery.UnchangedResubmission;
import dev.assay.check.delivery.UnexpectedPart;
import dev.assay.check.delivery.UnrequestedChange;
import dev.assay.check.expression.Expression;
import dev.assay.check.figures.FigureFormat;
import dev.assay.check.figures.GrowthRate;
import dev.assay.check.figures.ImpossibleValue;
import dev.assay.check.figures.PercentSum;
import dev.assay.check.figures.Ratio;
import dev.assay.check.figures.SmallBase;
import dev.assay.check.formatting.Font;
import dev.assay.check.formatting.PdfNavigation;
import dev.assay.check.hygiene.ActiveContent;
import dev.assay.check.hygiene.BadRedaction;
import dev.assay.check.hygiene.EncryptedOrSigned;
import dev.assay.check.hygiene.EvasiveText;
import dev.assay.check.hygiene.HiddenContent;
import dev.assay.check.hygiene.Metadata;
import dev.assay.check.hygiene.TypeMismatch;
import dev.assay.check.hygiene.UnreadableContent;
import dev.assay.check.language.AssistantResidue;
import dev.assay.check.language.ForbiddenTerm;
import dev.assay.check.language.InconsistentTerm;
import dev.assay.check.language.PreferredTerm;
import dev.assay.check.language.UnbalancedPair;
import dev.assay.check.language.UndefinedAbbreviation;
import dev.assay.check.language.UntranslatedFragment;
import dev.assay.check.language.WrongLanguage;
import dev.assay.check.numbers.SheetIntegrity;
import dev.assay.check.numbers.TableTotal;
import dev.assay.check.sources.BadIdentifier;
import dev.assay.check.sources.CitationMismatch;
import dev.assay.check.sources.RequiredNear;
import dev.assay.check.sources.SourceNotAllowed;
import dev.assay.check.sources.StaleSource;
import dev.assay.check.statistics.Statistic;
import dev.assay.check.structure.EmptySection;
import dev.assay.check.structure.FileName;
import dev.assay.check.structure.Length;
import dev.assay.check.structure.MissingCaption;
import dev.assay.check.structure.MissingCounterpart;
import dev.assay.check.structure.MissingPhrase;
import dev.assay.check.structure.MissingSection;
import dev.assay.check.structure.MissingSignature;
import dev.assay.check.structure.NumberingGap;
import dev.assay.check.structure.PlaceholderText;
import dev.assay.check.structure.QuoteNotInSource;
import dev.assay.check.structure.SectionOrder;
import dev.assay.check.structure.StaleContentsTable;
import dev.assay.check.structure.UnansweredQuestion;
import dev.assay.check.structure.UndefinedTerm;
import dev.assay.check.structure.UnresolvedReference;
import java.util.List;
import java.util.Optional;

/// The registry of check kinds: one line each, in alphabetical order of their ids.
public final class Checks {
    private static final List<Check> ALL = List.of(
            new ActiveContent(),
            new AssistantResidue(),
            new BadIdentifier(),
            new BadRedaction(),
            new CitationMismatch(),
            new Dataset(),
            new DateMismatch(),
            new DateOutOfWindow(),
            new EmptySection(),
            new EncryptedOrSigned(),
            new EvasiveText(),
            new Expression(),
            new FigureFormat(),
            new FileName(),
            new Font(),
            new ForbiddenTerm(),
            new GrowthRate(),
            new HiddenContent(),
            new ImpossibleValue(),
            new InconsistentTerm(),
            new Late(),
            new Length(),
            new Metadata(),
            new MissingCaption(),
            new MissingCounterpart(),
            new MissingPart(),
            new MissingPhrase(),
            new MissingSection(),
            new MissingSignature(),
            new NumberingGap(),
            new OtherClientTerm(),
            new PdfNavigation(),
            new PercentSum(),
            new PersonalData(),
            new PlaceholderText(),
            new PreferredTerm(),
            new PriorWorkOverlap(),
            new QuoteNotInSource(),
            new Ratio(),
            new RequiredNear(),
            new RequiredPart(),
            new Secret(),
            new SectionOrder(),
            new SheetIntegrity(),
            new SmallBase(),
            new SourceNotAllowed(),
            new StaleContentsTable(),
            new StaleSource(),
            new Statistic(),
            new TableTotal(),
            new TypeMismatch(),
            new UnansweredQuestion(),
            new UnbalancedPair(),
            new UnchangedResubmission(),
            new UndefinedAbbreviation(),
            new UndefinedTerm(),
            new UnexpectedPart(),
            new UnreadableContent(),
            new UnrequestedChange(),
            new UnresolvedReference(),
            new UntranslatedFragment(),
            new WrongLanguage());

    private Checks() {}

    /// All kinds, in alphabetical order of their ids.
    public static List<Check> all() {
        return ALL;
    }

    /// What all kinds are called and take, for reading checklists and for their schema.
    public static List<Kind> kinds() {
        return ALL.stream().map(Check::kind).toList();
    }

    /// The kind of that id.
    public static Optional<Check> find(String id) {
        return ALL.stream().filter(check -> check.kind().id().equals(id)).findFirst();
    }
}
