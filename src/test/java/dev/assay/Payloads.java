package dev.assay;

import java.util.List;

/// Texts that a page must show as text: markup, scripts, template expressions, characters that reorder others.
public final class Payloads {
    public static final List<String> ALL = List.of(
            "<script>document.title='owned'</script>",
            "</title><script>document.title='owned'</script>",
            "</style><script>document.title='owned'</script>",
            "</bdi></h1><img src=x onerror=alert(1)>",
            "<img src=x onerror=\"document.title='owned'\">",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<iframe src=\"javascript:alert(1)\"></iframe>",
            "<a href=\"javascript:alert(1)\">click</a>",
            "\"><script>alert(1)</script>",
            "'><script>alert(1)</script>",
            "\" onmouseover=\"alert(1)",
            "' onfocus='alert(1)' autofocus='",
            "` onclick=`alert(1)`",
            "<body onload=alert(1)>",
            "<link rel=stylesheet href=//evil.example/x.css>",
            "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
            "<base href=//evil.example/>",
            "<form action=//evil.example><input name=q></form>",
            "<object data=x></object><embed src=x>",
            "<details open ontoggle=alert(1)>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
            "<style>*{display:none}</style>",
            "<div style=\"position:fixed;inset:0\">over</div>",
            "<!-- comment",
            "--><b>after</b>",
            "<![CDATA[<b>x</b>]]>",
            "<?xml version=\"1.0\"?><b>x</b>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&#60;script&#62;alert(1)&#60;/script&#62;",
            "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
            "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E",
            "${7*7} @{7*7} #{7*7} {{7*7}}",
            "@template.dev.assay.page.layout(title=\"x\")",
            "$unsafe{\"<b>x</b>\"}",
            "<template><b>x</b></template><noscript><b>x</b></noscript>",
            "<textarea><plaintext>",
            "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
            "\u202Egnp.exe\u202C \u2066<b>x</b>\u2069",
            "\uD800<b>half a pair</b>",
            "<xmp><listing><b>x</b>");

    private Payloads() {}
}
