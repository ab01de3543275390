package dev.assay.lab.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The interviews of wave 12 of the tracker: the one source of the data file, the tables, the report and the
/// deck, so that they agree because they cannot do otherwise.
///
/// Who gives an answer is drawn by a fixed mixing function within each region until the region's count is
/// reached; whoever usually buys a brand has bought it, considers it and knows it.
final class Survey {
    /// The first day of fieldwork.
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 5);
    private static final int DAYS = 14;
    private static final Map<String, String> IMPLIED_BY = Map.of(
            "bought", "usual",
            "consider", "bought",
            "aware", "consider");
    private static final Set<String> YOUNG = Set.of("botanic", "cobalt", "marlow", "yes", "weekly");
    private static final Set<String> SETTLED = Set.of("fenwicks", "alder", "rarely");
    private static final Set<String> SINGLE = Set.of("usual", "frequency", "recall", "recommend");

    private final List<Person> people = new ArrayList<>();

    private Survey() {
        for (Cut region : Cut.REGIONS) {
            recruit(region);
        }
        for (Measure measure : Measure.all()) {
            for (int region = 0; region < Cut.REGIONS.size(); region++) {
                answer(measure, Cut.REGIONS.get(region), measure.counts().get(region));
            }
        }
    }

    /// All interviews, in the order in which they were held.
    static List<Respondent> interviews() {
        List<Person> held = new Survey()
                .people.stream()
                        .sorted(Comparator.comparingInt((Person person) -> person.day)
                                .thenComparingLong(person -> mix(person.number, "order")))
                        .toList();
        List<Respondent> interviews = new ArrayList<>();
        for (Person person : held) {
            interviews.add(new Respondent(interviews.size() + 1, FIRST_DAY.plusDays(person.day), person.traits));
        }
        return interviews;
    }

    private void recruit(Cut region) {
        for (Cut age : Cut.AGES) {
            for (Cut sex : Cut.SEXES) {
                int wanted = region.quota() * age.quota() / Cut.ALL.quota() / Cut.SEXES.size();
                for (int i = 0; i < wanted; i++) {
                    people.add(new Person(people.size(), Set.of(region.trait(), age.trait(), sex.trait())));
                }
            }
        }
    }

    private void answer(Measure measure, Cut region, int count) {
        people.stream()
                .filter(person -> person.traits.contains(region.trait()))
                .filter(person -> mayGive(person, measure))
                .sorted(Comparator.comparingDouble((Person person) -> -inclination(person, measure)))
                .limit(count)
                .forEach(person -> person.traits.add(measure.trait()));
    }

    private static boolean mayGive(Person person, Measure measure) {
        String question = measure.question();
        boolean asked = !question.equals("recommend") || person.traits.contains("bought-harrowgate");
        boolean answered =
                SINGLE.contains(question) && person.traits.stream().anyMatch(trait -> trait.startsWith(question + "-"));
        return asked && !answered;
    }

    /// How readily somebody gives an answer: chance, age, and what else that person has answered.
    private static double inclination(Person person, Measure measure) {
        String answer = measure.trait().substring(measure.question().length() + 1);
        double chance = (mix(person.number, measure.trait()) >>> 11) * 0x1.0p-53;
        double age = (person.isYoung() ? YOUNG : SETTLED).contains(answer) ? 0.12 : 0;
        double brand = answer.equals("botanic") && person.traits.contains("usual-harrowgate") ? 0.2 : 0;
        String implying = IMPLIED_BY.getOrDefault(measure.question(), "") + "-" + answer;
        return chance + age + brand + (person.traits.contains(implying) ? 10 : 0);
    }

    /// SplitMix64 over a number and a word (Steele, Lea, Flood 2014).
    private static long mix(int number, String word) {
        long z = (number + 1) * 0x9E3779B97F4A7C15L + word.hashCode() * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static final class Person {
        private final int number;
        private final int day;
        private final Set<String> traits;

        Person(int number, Set<String> quota) {
            this.number = number;
            this.day = Math.floorMod(mix(number, "day"), DAYS);
            this.traits = new TreeSet<>(quota);
        }

        boolean isYoung() {
            return traits.contains("age-18") || traits.contains("age-25");
        }
    }
}
