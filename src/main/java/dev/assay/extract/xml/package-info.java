/// XML as vendors deliver it: read as a stream, with no declaration of entities and nothing fetched.
@NullMarked
package dev.assay.extract.xml;

import org.jspecify.annotations.NullMarked;
