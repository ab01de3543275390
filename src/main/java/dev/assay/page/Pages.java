package dev.assay.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/// Renders templates that were compiled with the build. Every value is escaped for the place it stands in.
public final class Pages {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private Pages() {}

    /// Renders a page.
    ///
    /// @param template the template's path from the source root, such as `dev/assay/report/report.jte`
    /// @param model    the template's only parameter
    public static String render(String template, Object model) {
        StringOutput out = new StringOutput();
        ENGINE.render(template, model, out);
        return out.toString();
    }
}
