package dev.assay.extract.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A pass over one XML part: elements under their usual prefixed names (`w:p`), whatever prefix the part uses
/// and whether it is transitional or strict.
///
/// Document type declarations and external entities are off. Of each `mc:AlternateContent` one branch is seen,
/// the first; the other branches and the wrapper itself are not.
public final class Markup implements AutoCloseable {
    private static final String DEEPEST = "400";
    private static final String MOST_ATTRIBUTES = "2000";
    private static final String NO_LIMIT = "0";
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;
    private final Namespaces namespaces = new Namespaces();
    private final Deque<Boolean> branchTaken = new ArrayDeque<>();
    private String name = "";
    private int depth;

    /// Opens a part and moves to its root element. The stream is closed with this object.
    public Markup(InputStream in) throws XMLStreamException {
        this.in = in;
        synchronized (FACTORY) {
            reader = FACTORY.createXMLStreamReader(in);
        }
        while (depth == 0) {
            step();
        }
    }

    /// What is done at an element.
    public interface Visit {
        void at(Markup element) throws XMLStreamException, IOException;
    }

    /// The prefixed name of the element at hand.
    public String name() {
        return name;
    }

    /// Visits each child of the element at hand and ends after its end tag. A visit may read as much of its
    /// element as it likes.
    public void each(Visit visit) throws XMLStreamException, IOException {
        int inside = depth;
        while (depth >= inside) {
            step();
            if (depth > inside) {
                visit.at(this);
                leave(inside + 1);
            }
        }
    }

    /// Visits every descendant for which the visit of each of its ancestors read nothing.
    public void eachInside(Visit visit) throws XMLStreamException, IOException {
        int inside = depth;
        while (depth >= inside) {
            int before = depth;
            step();
            if (depth > before) {
                visit.at(this);
            }
        }
    }

    /// Visits as [#eachInside] does, and hands out the character data between, in order.
    public void eachInside(Visit visit, Consumer<String> characters) throws XMLStreamException, IOException {
        int inside = depth;
        while (depth >= inside) {
            int before = depth;
            if (step() == XMLStreamConstants.CHARACTERS) {
                characters.accept(reader.getText());
            } else if (depth > before) {
                visit.at(this);
            }
        }
    }

    /// All character data inside the element at hand; ends after its end tag.
    public String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int inside = depth;
        while (depth >= inside) {
            if (step() == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
        return text.toString();
    }

    /// The value of an attribute: `w:val` by namespace, `name` for one that has none; null where it is missing.
    @Nullable
    public String attribute(String attribute) {
        int colon = attribute.indexOf(':');
        String local = attribute.substring(colon + 1);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (local.equals(reader.getAttributeLocalName(i)) && hasPrefix(i, attribute, colon)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    public String attribute(String attribute, String otherwise) {
        String value = attribute(attribute);
        return value == null ? otherwise : value;
    }

    /// An attribute as a whole number; the given value where it is missing or is none.
    public int number(String attribute, int otherwise) {
        long value = wide(attribute, otherwise);
        return value == (int) value ? (int) value : otherwise;
    }

    public long wide(String attribute, long otherwise) {
        String value = attribute(attribute);
        if (value == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /// An attribute that switches something on or off: `1`, `true`, `on`; the given value where it is missing.
    public boolean flag(String attribute, boolean otherwise) {
        String value = attribute(attribute);
        return value == null ? otherwise : value.equals("1") || value.equals("true") || value.equals("on");
    }

    /// Whether any attribute lies in the relationship namespace; calls back with each value.
    public void relationshipIds(Consumer<String> taker) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if ("r".equals(namespaces.prefix(reader.getAttributeNamespace(i)))) {
                taker.accept(reader.getAttributeValue(i));
            }
        }
    }

    /// Where the pass stands, for messages: line and column.
    public String position() {
        return position(reader.getLocation());
    }

    public static String position(javax.xml.stream.Location at) {
        return "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean hasPrefix(int index, String attribute, int colon) {
        String namespace = reader.getAttributeNamespace(index);
        if (colon < 0) {
            return namespace == null || namespace.isEmpty();
        }
        return attribute.startsWith(namespaces.prefix(namespace))
                && namespaces.prefix(namespace).length() == colon;
    }

    private void leave(int level) throws XMLStreamException {
        while (depth >= level) {
            step();
        }
    }

    /// Goes to the next start, end or text, past the wrappers of alternatives.
    private int step() throws XMLStreamException {
        while (true) {
            int event = parserStep();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    name = namespaces.name(reader.getNamespaceURI(), reader.getLocalName());
                    if (!name.startsWith("mc:")) {
                        depth++;
                        return event;
                    }
                    enterAlternative();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    String ended = namespaces.name(reader.getNamespaceURI(), reader.getLocalName());
                    if (!ended.startsWith("mc:")) {
                        depth--;
                        return event;
                    }
                    leaveAlternative(ended);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    return XMLStreamConstants.CHARACTERS;
                }
                case XMLStreamConstants.DTD -> throw new XMLStreamException(new ForbiddenDeclaration());
                default -> {}
            }
        }
    }

    private void leaveAlternative(String ended) {
        if (ended.equals("mc:AlternateContent")) {
            branchTaken.poll();
        }
    }

    private void enterAlternative() throws XMLStreamException {
        if (name.equals("mc:AlternateContent")) {
            branchTaken.push(false);
            return;
        }
        if (branchTaken.isEmpty()) {
            return;
        }
        if (branchTaken.pop()) {
            skipRaw();
        }
        branchTaken.push(true);
    }

    private void skipRaw() throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = parserStep();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private int parserStep() throws XMLStreamException {
        try {
            return reader.next();
        } catch (RuntimeException e) {
            // The parser answers some malformed input, and reading past the end, with unchecked exceptions.
            throw new XMLStreamException("The parser failed", reader.getLocation(), e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.maxElementDepth", DEEPEST);
        factory.setProperty("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
        // The JDK counts &amp; and the like against these limits; declared entities are off altogether.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", NO_LIMIT);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", NO_LIMIT);
        return factory;
    }
}
