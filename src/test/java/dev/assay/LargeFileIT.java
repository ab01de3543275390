package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.ledger.ArrivalRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A PDF of 200 MB beside small files: they are done while it is still being taken in or read.
final class LargeFileIT {
    private static final int SMALL = 5;
    private static final int PAGES = 200;
    private static final int IMAGE_BYTES = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void smallFiles_areDoneWhileTheLargeOneIsRead() throws Exception {
        List<String> deliverables = new ArrayList<>(List.of("large"));
        for (int i = 0; i < SMALL; i++) {
            deliverables.add("small-" + i);
        }
        SmallHome home = SmallHome.in(folder, deliverables);
        String settings = Files.readString(folder.resolve("assay.properties"));
        home.write(
                "assay.properties",
                settings.replace("children.count = 1", "children.count = 2")
                                .replace("intake.most-size = 1MiB", "intake.most-size = 1GiB")
                        + "reading.deadline = 10m\n");
        Path large = folder.resolve("large.pdf");
        write(large);
        assertTrue(Files.size(large) >= 200_000_000);
        try (Wiring.Running running = home.start()) {
            Path target = home.drop().resolve("wo-1/large/large.pdf");
            Files.createDirectories(target.getParent());
            Files.move(large, target);
            SmallHome.await(() -> running.ledger().arrivals().newest(10).size() == 1);
            for (int i = 0; i < SMALL; i++) {
                home.deliver(
                        "wo-1/small-" + i + "/small.txt",
                        (SmallHome.CLEAN + " " + i + "\n").getBytes(StandardCharsets.UTF_8));
            }
            SmallHome.await(() -> published(home) >= SMALL);
            boolean stillRead = running.ledger().jobs().open() > 0;
            List<ArrivalRecord> arrivals = SmallHome.settled(running.ledger(), 1 + SMALL);
            System.out.println("The small files were done " + (stillRead ? "while" : "after")
                    + " the large one was taken in and read");
            assertEquals(1 + SMALL, published(home));
            assertTrue(arrivals.stream().allMatch(each -> each.submission().isPresent()));
            assertTrue(stillRead, "the large file kept the small ones waiting");
        }
    }

    private static int published(SmallHome home) {
        try {
            int all = 0;
            for (String queue : List.of("accept", "rework", "review")) {
                all += home.queue(queue).size();
            }
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Pages with a line of text and a picture of noise each, which no filter makes smaller.
    private static void write(Path file) throws IOException {
        Random noise = new Random(1);
        List<Long> places = new ArrayList<>();
        byte[] picture = new byte[IMAGE_BYTES];
        try (Counted out = new Counted(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.text("%PDF-1.4\n");
            object(out, places, "<< /Type /Catalog /Pages 2 0 R >>");
            StringBuilder kids = new StringBuilder();
            for (int i = 0; i < PAGES; i++) {
                kids.append(4 + 3 * i).append(" 0 R ");
            }
            object(out, places, "<< /Type /Pages /Count " + PAGES + " /Kids [" + kids + "] >>");
            object(out, places, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
            for (int i = 0; i < PAGES; i++) {
                int page = 4 + 3 * i;
                object(
                        out,
                        places,
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + (page + 1)
                                + " 0 R /Resources << /Font << /F 3 0 R >> /XObject << /I " + (page + 2)
                                + " 0 R >> >> >>");
                String content = "q 200 0 0 200 50 50 cm /I Do Q BT /F 12 Tf 50 700 Td (" + SmallHome.CLEAN + " Page "
                        + i + ".) Tj ET";
                object(out, places, "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
                noise.nextBytes(picture);
                places.add(out.count);
                out.text((page + 2) + " 0 obj\n<< /Type /XObject /Subtype /Image /Width 1000 /Height 1000"
                        + " /ColorSpace /DeviceGray /BitsPerComponent 8 /Length " + IMAGE_BYTES + " >>\nstream\n");
                out.write(picture);
                out.text("\nendstream\nendobj\n");
            }
            long start = out.count;
            out.text("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
            for (long place : places) {
                out.text(String.format("%010d 00000 n \n", place));
            }
            out.text("trailer\n<< /Size " + (places.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n");
        }
    }

    private static void object(Counted out, List<Long> places, String body) throws IOException {
        places.add(out.count);
        out.text(places.size() + " 0 obj\n" + body + "\nendobj\n");
    }

    /// Knows how much it has written.
    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private long count;

        Counted(OutputStream out) {
            this.out = out;
        }

        void text(String text) throws IOException {
            write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
