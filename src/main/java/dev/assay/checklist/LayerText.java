package dev.assay.checklist;

import dev.assay.config.Located;
import java.util.Optional;

/// One layer as it was parsed; its items are read when it is laid upon the others.
///
/// @param layer   what it is
/// @param name    empty where it says none
/// @param title   empty where it says none
/// @param items   the value of `items`
/// @param drop    the value of `drop`
/// @param extend  the value of `extends`, a text
/// @param figures the value of `figures`
record LayerText(
        Layer layer,
        String name,
        String title,
        Optional<Located> items,
        Optional<Located> drop,
        Optional<Located.Scalar> extend,
        Optional<Located> figures) {}
