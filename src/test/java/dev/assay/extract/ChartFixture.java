package dev.assay.extract;

/// A chart of two series, the second without its last value.
public final class ChartFixture {
    public static final String CHART = """
        <c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Share</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart>\
        <c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>2025</c:v></c:pt></c:strCache></c:strRef></c:tx>\
        <c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>North</c:v></c:pt><c:pt idx="1"><c:v>South</c:v></c:pt></c:strCache></c:strRef></c:cat>\
        <c:val><c:numRef><c:numCache><c:formatCode>0%</c:formatCode><c:pt idx="0"><c:v>0.4</c:v></c:pt>\
        <c:pt idx="1"><c:v>0.6</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>\
        <c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>2026</c:v></c:pt></c:strCache></c:strRef></c:tx>\
        <c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>North</c:v></c:pt><c:pt idx="1"><c:v>South</c:v></c:pt></c:strCache></c:strRef></c:cat>\
        <c:val><c:numRef><c:numCache><c:formatCode>0%</c:formatCode><c:pt idx="0"><c:v>0.41</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>\
        </c:barChart><c:catAx><c:title><c:tx><c:rich><a:p><a:r><a:t>Regions</a:t></a:r></a:p></c:rich></c:tx></c:title></c:catAx>\
        </c:plotArea></c:chart>\
        """;

    private ChartFixture() {}
}
