package dev.assay.lab.soak;

import dev.assay.lab.soak.Delivery.Content;
import dev.assay.lab.soak.Delivery.Queue;
import dev.assay.lab.soak.Delivery.Way;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What is delivered in a soak, all of it known before it begins: distinct short notes as text, table and Word
/// document; some delivered again with the same bytes, some as a revision with others, some mails with two files.
final class DeliveryPlan {
    private static final double REVISIONS = 0.10;
    private static final double DUPLICATES = 0.08;
    private static final double POOR = 0.10;
    private static final double SECOND_FILES = 0.30;
    private static final int WORDS = 24;
    private static final String[] VOCABULARY = ("sales water cider market shelf price region north south spring autumn"
                    + " visit shop share brand bottle survey buyer family week month budget campaign poster recall"
                    + " taste quality margin retail online store chain weather holiday garden train ticket office")
            .split(" ");

    private final RandomGenerator random;
    private final List<Way> ways;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<Way, String> newest = new EnumMap<>(Way.class);
    private int deliverables;

    /// @param submissions how many different contents
    DeliveryPlan(RandomGenerator random, List<Way> ways, int submissions) {
        this.random = random;
        this.ways = List.copyOf(ways);
        for (int i = 0; i < submissions; i++) {
            add(i);
        }
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    private void add(int i) {
        Way way = ways.get(random.nextInt(ways.size()));
        boolean revision = newest.containsKey(way) && random.nextDouble() < REVISIONS;
        String deliverable = revision ? newest.get(way) : String.format(Locale.ROOT, "d%05d", deliverables++);
        newest.put(way, deliverable);
        Queue queue = random.nextDouble() < POOR ? Queue.REWORK : Queue.ACCEPT;
        List<Content> files = new ArrayList<>();
        files.add(content(deliverable + "-" + i, queue));
        if (way == Way.MAIL && random.nextDouble() < SECOND_FILES) {
            files.add(content(deliverable + "-" + i + "-annex", Queue.ACCEPT));
        }
        deliveries.add(new Delivery(deliveries.size(), way, deliverable, queue, files));
        if (random.nextDouble() < DUPLICATES) {
            List<Content> again =
                    files.stream().map(file -> file.under(again(file.name()))).toList();
            deliveries.add(new Delivery(deliveries.size(), way, deliverable, queue, again));
        }
    }

    private static String again(String name) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "-again" + name.substring(dot);
    }

    private Content content(String name, Queue queue) {
        String text = prose(name) + (queue == Queue.REWORK ? " This is guaranteed." : "");
        return switch (random.nextInt(5)) {
            case 0 -> new Content(name + ".csv", utf8("note;subject\r\n1;" + text + "\r\n2;" + name + "\r\n"));
            case 1 -> new Content(name + ".docx", docx(text));
            default -> new Content(name + ".txt", utf8(text + "\n"));
        };
    }

    private String prose(String name) {
        StringBuilder text = new StringBuilder("Note " + name + " on ");
        for (int i = 0; i < WORDS; i++) {
            text.append(VOCABULARY[random.nextInt(VOCABULARY.length)]).append(i + 1 < WORDS ? " " : ".");
        }
        return text.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The least that a word processor opens.
    private static byte[] docx(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                            + " Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                            + " PartName=\"/word/document.xml\" ContentType=\"application"
                            + "/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships"
                        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                        + " Target=\"word/document.xml\"/></Relationships>");
            entry(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>"
                            + "<w:r><w:t>" + text + "</w:t></w:r></w:p></w:body></w:document>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text));
        zip.closeEntry();
    }
}
