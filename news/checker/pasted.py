"""What other programs put around a text: numbers of pages, and who sent it when."""

import re

#: A number of a page between two lines, or alone on its line.
PAGE = re.compile(
    r"(?<=[^\W\d])\s+[-–—]\s?\d{1,3}\s?[-–—](?=\s+[^\W\d])|^[-–—]\s?\d{1,3}\s?[-–—]$"
    r"|^(?:[Pp]age|(?:ال)?صفحة)\s\d{1,3}(?:\s?(?:/|sur|of|من)\s?\d{1,3})?$"
)
#: Who wrote a message when, as WhatsApp copies it; what it says in the place of a picture; and what
#: mail puts around a text.
CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:[AP]M|[صم])\b)?"
DAY = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}"
MESSAGE = re.compile(
    rf"^\W{{0,3}}(?:\[(?:{DAY}[،,]?\s?{CLOCK}|{CLOCK}[،,]?\s?{DAY})\]\s?[^:]{{1,40}}:\s?"
    rf"|{DAY}[،,]\s?{CLOCK}\s-\s[^:]{{1,40}}:\s?)"
    r"|<(?:Media omitted|تم استبعاد الوسائط|Médias omis)>|(?:IMG|VID|PTT)-\d{8}-WA\d{4}\.\w{3,4}"
    r"|^(?:معاد توجيهها|تمت إعادة التوجيه|Forwarded|Transféré)\W*$"
    r"|^-{2,}\s?(?:Original Message|Message d'origine|Forwarded message|الرسالة الأصلية)\s?-{2,}"
    r"|^(?:Sent from my|Envoyé (?:de|depuis) mon|أُ?رسلت? من)\s\w+.{0,40}$|^>+\s?(?=\S)"
    r"|^(?:De|From|À|To|Cc)\s?:\s.{0,200}@.{0,100}$|^(?:Envoyé|Sent)\s?:\s.{0,60}\d{4}.{0,20}$"
)
