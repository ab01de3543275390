package dev.assay.command;

import dev.assay.bundle.Bundle;
import dev.assay.bundle.BundleFile;
import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.Item;
import dev.assay.config.Fields;
import dev.assay.verdict.Ruling;
import dev.assay.work.ShownName;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/// Prints what a pre-flight came to, for a person.
record CheckPrinter(PrintWriter out) {
    /// @param wouldBe whether it is told as what the client's gate would come to
    void print(Ruling ruling, List<ItemOutcome> outcomes, boolean wouldBe) {
        out.println((wouldBe ? "Would be " : "") + ruling.verdict().word().toUpperCase(Locale.ROOT) + ": "
                + ShownName.of(ruling.reason()));
        if (!wouldBe) {
            out.println(ruling.nextStep());
        }
        outcomes.forEach(outcome -> print(outcome.item(), outcome.outcome()));
    }

    private void print(Item item, Outcome outcome) {
        switch (outcome) {
            case Outcome.Passed ignored -> out.println("\n  passed      " + item.id());
            case Outcome.Failed failed -> {
                out.println("\n  FAILED      " + item.id() + " (" + Fields.word(item.severity()) + ", "
                        + Fields.word(item.effect()) + "): " + item.requirement());
                failed.findings().forEach(this::print);
            }
            case Outcome.CannotTell untold ->
                out.println("\n  cannot tell " + item.id() + ": " + ShownName.of(untold.reason()));
            case Outcome.NotApplicable none ->
                out.println("\n  no matter   " + item.id() + ": " + ShownName.of(none.reason()));
            case Outcome.NotRun notRun ->
                out.println("\n  not run     " + item.id() + ": " + ShownName.of(notRun.reason()));
        }
    }

    private void print(Finding finding) {
        out.println("    - " + ShownName.of(finding.message()));
        out.println("      where: "
                + (finding.part().isEmpty() ? "" : ShownName.of(finding.part()) + ", ")
                + ShownName.of(finding.place().describe()));
        if (finding.quote() != null) {
            out.println("      text:  "
                    + ShownName.of(finding.quote().before() + "["
                            + finding.quote().marked() + "]" + finding.quote().after()));
        }
        out.println("      do:    " + ShownName.of(finding.remedy()));
    }

    /// What a bundle adds.
    void print(BundleFile.Opened opened, List<Bundle.ForTheClient> forTheClient, String receipt) {
        if (!forTheClient.isEmpty()) {
            out.println("\n  Only the client can tell:");
            forTheClient.forEach(each -> out.println("    - " + each.item() + ": " + ShownName.of(each.requirement())
                    + " (" + ShownName.of(each.reason()) + ")"));
        }
        out.println(
                "\n  The client also compares with earlier rounds and with other work, so that this is no promise.");
        out.println("  Bundle of " + opened.bundle().made() + " by "
                + ShownName.of(opened.bundle().client()) + ", signed by key " + opened.key());
        out.println("  Receipt " + receipt);
    }
}
