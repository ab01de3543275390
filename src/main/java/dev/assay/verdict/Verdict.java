package dev.assay.verdict;

/// What becomes of a submission.
public sealed interface Verdict {
    /// The verdict in a person's words, such as `accept with notes`.
    String word();

    /// There is no verdict yet.
    ///
    /// @param until what has to happen first
    record Pending(Until until) implements Verdict {
        @Override
        public String word() {
            return "no verdict yet";
        }
    }

    /// The deliverable is accepted.
    ///
    /// @param withNotes whether something was found that does not stand in the way
    record Accept(boolean withNotes) implements Verdict {
        @Override
        public String word() {
            return withNotes ? "accept with notes" : "accept";
        }
    }

    /// The vendor mends it.
    ///
    /// @param awaitsRelease whether a person releases the letter first
    record Rework(boolean awaitsRelease) implements Verdict {
        @Override
        public String word() {
            return "rework";
        }
    }

    /// A person decides.
    ///
    /// @param restricted whether nothing may be sent and only cleared people may look
    record Review(boolean restricted) implements Verdict {
        @Override
        public String word() {
            return restricted ? "review, restricted" : "review";
        }
    }

    /// What a verdict waits for.
    enum Until {
        /// Parts that are missing, within their window.
        PARTS,
        /// Nothing: a newer revision replaced this one and gets the verdict.
        NEWER_REVISION,
        /// A password: held, the vendor is asked.
        PASSWORD,
        /// A person: a part passed a safety limit and is quarantined.
        QUARANTINE,
        /// Another attempt at reading.
        RETRY
    }
}
