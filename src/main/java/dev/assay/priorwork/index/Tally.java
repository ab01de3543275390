package dev.assay.priorwork.index;

import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.lucene.index.NumericDocValues;

/// In how much work each fingerprint of a query stands, and whether it brings candidates up.
final class Tally {
    /// Up to how many passages may have a fingerprint that brings candidates up though it is not rare.
    private static final int CUT = 50;

    private static final double PART_OF_COMMON = .05;

    private final Query query;
    private final int passages;
    private final int ownProject;
    private final int ownClient;
    private final int[] read;
    private final int[] firsts;
    private final Distinct projects;
    private final Distinct clients;
    private final Distinct projectsOfClient;

    Tally(Query query, IndexedWork.Source own, int passages) {
        this.query = query;
        this.passages = passages;
        this.ownProject = own.projectNumber();
        this.ownClient = own.clientNumber();
        this.read = new int[query.size()];
        this.firsts = IntStream.range(0, query.size()).toArray();
        this.projects = new Distinct(read);
        this.clients = new Distinct(read);
        this.projectsOfClient = new Distinct(read);
    }

    /// Distinct numbers for each fingerprint, next to each other in one array.
    private static final class Distinct {
        private final int[] most;
        private final int[] counts;
        private int[] starts = new int[0];
        private int[] values = new int[0];

        /// @param most how many each may have; filled before the first is added
        Distinct(int[] most) {
            this.most = most;
            this.counts = new int[most.length];
        }

        void add(int number, int value) {
            if (starts.length == 0) {
                allot();
            }
            int start = starts[number];
            for (int i = start; i < start + counts[number]; i++) {
                if (values[i] == value) {
                    return;
                }
            }
            values[start + counts[number]++] = value;
        }

        private void allot() {
            starts = new int[most.length];
            int sum = 0;
            for (int i = 0; i < most.length; i++) {
                starts[i] = sum;
                sum += most[i];
            }
            values = new int[sum];
        }

        int count(int number) {
            return counts[number];
        }
    }

    int size() {
        return query.size();
    }

    /// How many passages with a fingerprint were read.
    void read(int number, int count) {
        read[number] = count;
    }

    /// That a fingerprint is the same as one before.
    void repeats(int number, int first) {
        firsts[number] = first;
    }

    /// Counts the work that a segment's hits are of.
    void take(Segment segment) throws IOException {
        NumericDocValues projectNumbers = segment.numbers(Fields.PROJECT);
        NumericDocValues clientNumbers = segment.numbers(Fields.CLIENT_NUMBER);
        Hits hits = segment.hits();
        int passage = -1;
        int project = 0;
        int client = 0;
        for (int i = 0; i < hits.size(); i++) {
            if (hits.passage(i) != passage) {
                passage = hits.passage(i);
                project = (int) Segment.number(projectNumbers, passage);
                client = (int) Segment.number(clientNumbers, passage);
            }
            if (project != ownProject && firsts[hits.number(i)] == hits.number(i)) {
                count(hits.number(i), project, client);
            }
        }
    }

    private void count(int number, int project, int client) {
        projects.add(number, project);
        clients.add(number, client);
        if (client == ownClient) {
            projectsOfClient.add(number, project);
        }
    }

    /// Whether passages with a fingerprint may be candidates.
    boolean tells(int number) {
        return read[firsts[number]] <= CUT || isRare(number);
    }

    boolean isRare(int number) {
        return projects.count(firsts[number]) <= Commonness.RARE;
    }

    /// How much a fingerprint tells: its inverse document frequency, and of one that is not rare a small part of it.
    double weight(int number) {
        double weight = Math.log((1.0 + passages) / read[firsts[number]]);
        return isRare(number) ? weight : weight * PART_OF_COMMON;
    }

    int token(int number) {
        return query.token(number);
    }

    boolean isSame(int number, int other) {
        return firsts[number] == firsts[other];
    }

    Commonness commonness() {
        return new Commonness(IntStream.range(0, query.size())
                .filter(number -> projects.count(firsts[number]) > 0)
                .mapToObj(this::spread)
                .toArray(Commonness.Spread[]::new));
    }

    private Commonness.Spread spread(int number) {
        int first = firsts[number];
        return new Commonness.Spread(
                query.token(number), projects.count(first), clients.count(first), projectsOfClient.count(first));
    }
}
