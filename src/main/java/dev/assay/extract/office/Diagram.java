package dev.assay.extract.office;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/// The texts of a diagram (SmartArt): those of its data model's points, each point before those under it, in
/// the order of its outline; then those of points that are not part of the outline, such as labels of
/// arrows.
final class Diagram {
    private final Map<String, List<String>> points = new LinkedHashMap<>();
    private final Map<String, List<Connection>> connections = new HashMap<>();
    private String root = "";

    void read(Markup model) throws XMLStreamException, IOException {
        model.eachInside(element -> {
            switch (element.name()) {
                case "dgm:pt" -> point(element);
                case "dgm:cxn" -> connection(element);
                default -> {}
            }
        });
    }

    private void point(Markup element) throws XMLStreamException, IOException {
        String id = element.attribute("modelId", "point " + points.size());
        if (element.attribute("type", "").equals("doc")) {
            root = id;
        }
        List<String> texts = points.computeIfAbsent(id, key -> new ArrayList<>());
        element.eachInside(inside -> {
            if (inside.name().equals("dgm:prSet")) {
                inside.text();
            } else if (inside.name().equals("a:p")) {
                texts.add(ShapeText.line(inside));
            }
        });
    }

    private void connection(Markup element) {
        if (element.attribute("type", "parOf").equals("parOf")) {
            connections
                    .computeIfAbsent(element.attribute("srcId", ""), key -> new ArrayList<>())
                    .add(new Connection(element.attribute("destId", ""), element.number("srcOrd", 0)));
        }
    }

    List<String> texts() {
        List<String> ordered = new ArrayList<>();
        Map<String, List<String>> left = new LinkedHashMap<>(points);
        Deque<String> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty()) {
            String id = next.pop();
            List<String> texts = left.remove(id);
            if (texts != null) {
                ordered.addAll(texts);
                connections.getOrDefault(id, List.of()).stream()
                        .sorted(Comparator.comparingInt(Connection::order).reversed())
                        .forEach(connection -> next.push(connection.to));
            }
        }
        left.values().forEach(ordered::addAll);
        return ordered.stream().filter(text -> !text.isBlank()).toList();
    }

    /// @param order among what the same point leads to
    private record Connection(String to, int order) {}
}
