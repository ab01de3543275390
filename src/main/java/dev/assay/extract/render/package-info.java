/// Shows where passages stand: pages as pictures with boxes, slides as positioned frames, ranges of sheets as
/// tables, other text among its neighbours. Start with [Renderer][dev.assay.extract.render.Renderer].
///
/// Markup made here uses the few elements and attributes of [FrameHtml][dev.assay.extract.render.FrameHtml],
/// and nothing of a file reaches it but as text.
@NullMarked
package dev.assay.extract.render;

import org.jspecify.annotations.NullMarked;
