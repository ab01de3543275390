package dev.assay.lab.bench;

import dev.assay.priorwork.PlainPairs.Compared;
import dev.assay.priorwork.PlainPairs.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How well passages were found (Potthast, Stein, Barron-Cedeno and Rosso, An Evaluation Framework for Plagiarism
/// Detection, COLING 2010; macro averages over cases and detections).
///
/// @param precision   from 0 to 1
/// @param recall      from 0 to 1
/// @param granularity into how many detections a case that was found falls, at least 1
/// @param falseAlarms pairs that share nothing and were said to
/// @param clean       pairs that share nothing
record Plagdet(double precision, double recall, double granularity, int falseAlarms, int clean) {
    static Plagdet of(List<Compared> found, Map<String, List<Detection>> truth) {
        List<Double> recalls = new ArrayList<>();
        List<Double> precisions = new ArrayList<>();
        List<Double> pieces = new ArrayList<>();
        int clean = 0;
        int falseAlarms = 0;
        for (Compared compared : found) {
            List<Detection> cases = truth.getOrDefault(
                    key(compared.pair().own(), compared.pair().other()), List.of());
            if (cases.isEmpty()) {
                clean++;
                falseAlarms += compared.detections().isEmpty() ? 0 : 1;
            }
            for (Detection each : cases) {
                List<Detection> hits = touching(each, compared.detections());
                recalls.add(covered(each, hits));
                if (!hits.isEmpty()) {
                    pieces.add((double) hits.size());
                }
            }
            for (Detection each : compared.detections()) {
                precisions.add(covered(each, touching(each, cases)));
            }
        }
        return new Plagdet(mean(precisions, 0), mean(recalls, 0), mean(pieces, 1), falseAlarms, clean);
    }

    static String key(String own, String other) {
        return own + "\t" + other;
    }

    /// The harmonic mean of precision and recall, less for passages that were found in pieces.
    double plagdet() {
        double sum = precision + recall;
        return sum == 0 ? 0 : 2 * precision * recall / sum / (Math.log(1 + granularity) / Math.log(2));
    }

    private static double mean(List<Double> values, double none) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(none);
    }

    private static List<Detection> touching(Detection one, List<Detection> others) {
        return others.stream()
                .filter(other -> common(one.ownOffset(), one.ownLength(), other.ownOffset(), other.ownLength()) > 0
                        && common(one.otherOffset(), one.otherLength(), other.otherOffset(), other.otherLength()) > 0)
                .toList();
    }

    private static int common(int one, int length, int other, int otherLength) {
        return Math.min(one + length, other + otherLength) - Math.max(one, other);
    }

    /// The share of a passage's characters, on both sides together, that others cover.
    private static double covered(Detection passage, List<Detection> by) {
        List<int[]> own = by.stream()
                .map(each -> new int[] {each.ownOffset(), each.ownOffset() + each.ownLength()})
                .toList();
        List<int[]> other = by.stream()
                .map(each -> new int[] {each.otherOffset(), each.otherOffset() + each.otherLength()})
                .toList();
        int characters = union(passage.ownOffset(), passage.ownLength(), own)
                + union(passage.otherOffset(), passage.otherLength(), other);
        return (double) characters / (passage.ownLength() + passage.otherLength());
    }

    private static int union(int offset, int length, List<int[]> spans) {
        int covered = 0;
        int end = offset;
        for (int[] span :
                spans.stream().sorted(Comparator.comparingInt(each -> each[0])).toList()) {
            int to = Math.min(span[1], offset + length);
            covered += Math.max(0, to - Math.max(span[0], end));
            end = Math.max(end, to);
        }
        return covered;
    }
}
