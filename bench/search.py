"""The search over 100,000 releases of 1.5 kB: `python bench/search.py`.

In process, on SQLite in a file of its own, or on the empty database that DATABASE_URL names
(`python tests/with_postgres.py python bench/search.py`). The words are those of the demo site and
made-up ones, as frequent as words are (Zipf), half of them after the words they follow elsewhere.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from datetime import timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

FOLDER = tempfile.mkdtemp(prefix="ampcpp-bench-")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{FOLDER}/bench.sqlite3")
os.environ |= {"DJANGO_SETTINGS_MODULE": "ampcpp.settings", "MEDIA_ROOT": FOLDER}
os.environ.setdefault("SECRET_KEY", "x" * 64)

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from ampcpp.arabic import WORD  # noqa: E402
from ampcpp.search.question import ask  # noqa: E402
from ampcpp.search.results import find  # noqa: E402
from news.checker import Draft, Knowledge, check  # noqa: E402
from news.models import Category, Release  # noqa: E402

ROWS = int(os.environ.get("ROWS", "100000"))
SIZE = 1_500  # bytes of a text
VOCABULARY = 30_000
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
PATTERNS = ["123", "1ا23", "م12و3", "ت12ي3", "12ي3", "ا1ت2ا3", "م123", "12ا3ة", "است12ا3", "1وا23"]
PREFIXES = [*[""] * 14, *["ال"] * 8, "و", "وال", "ب", "بال", "ل", "لل"]
QUESTIONS = 40  # of each sort
PAGE = 20


class Writer:
    """Writes texts; the same ones on every run."""

    def __init__(self):
        self.random = random.Random(1)
        pages = sorted((ROOT / "content").rglob("*.html"))
        written = [word for page in pages for word in WORD.findall(page.read_text("utf-8"))]
        words = [word for word, _count in Counter(written).most_common() if word[0] in LETTERS]
        self.words = list(dict.fromkeys([*words, *(self.made_up() for _ in range(VOCABULARY))]))
        self.weights = list(accumulate(1 / (place + 3) for place in range(len(self.words))))
        self.followers = {}

    def made_up(self):
        root = dict(zip("123", self.random.choices(LETTERS, k=3), strict=True))
        return "".join(root.get(sign, sign) for sign in self.random.choice(PATTERNS))

    def word(self):
        (word,) = self.random.choices(self.words, cum_weights=self.weights)
        return word if word.startswith("ال") else self.random.choice(PREFIXES) + word

    def text(self, size):
        words, length = [self.word()], 0
        while length < size:
            known = self.followers.setdefault(words[-1], [])
            if len(known) < 6:
                known.append(self.word())
            words.append(self.random.choice(known) if self.random.random() < 0.5 else self.word())
            length += len(words[-1].encode()) + 1
        return " ".join(words[1:])


def fill(writer):
    category = Category.objects.create(name_ar="لقاءات", slug="meetings")
    now = timezone.now()
    rows = (
        Release(
            title_ar=writer.text(100),
            body_ar=f"<p>{writer.text(SIZE)}</p>",
            category=category,
            state="published",
            published_at=now - timedelta(hours=number),
        )
        for number in range(ROWS)
    )
    Release.objects.bulk_create(rows, batch_size=1_000)


def questions(writer):
    """Two hundred, as `sort: texts`."""
    choose = writer.random
    bodies = list(Release.objects.values_list("body_ar", flat=True)[:2_000])
    texts = [WORD.findall(body)[1:-1] for body in bodies]
    frequent = Counter(word for words in texts for word in set(words))
    common = [word for word, _count in frequent.most_common(60) if len(word) > 2]
    rare = [word for word, count in frequent.items() if count == 1]
    some = [word for word, count in frequent.items() if count > 10 and len(word) > 4]

    def phrase():
        words = choose.choice(texts)
        start = choose.randrange(len(words) - 3)
        return '"{}"'.format(" ".join(words[start : start + choose.choice([2, 3])]))

    def with_common(word, number):
        return f"{choose.choice(common)} {word}" if number % 2 else word

    many = range(QUESTIONS)
    return {
        "common": [" ".join(choose.sample(common, choose.choice([1, 2, 3]))) for _ in many],
        "rare": [with_common(choose.choice(rare), number) for number in many],
        "absent": [with_common(f"ظظظ{chr(0x628 + number)}", number) for number in many],
        "phrases": [phrase() for _ in many],
        "prefixes": [with_common(choose.choice(some)[:4] + "*", number) for number in many],
    }


def milliseconds(act):
    began = time.perf_counter()
    answer = act()
    return (time.perf_counter() - began) * 1_000, answer


def first_page(text, **options):
    return find(ask(text), Release.kind_term(), language="ar", rows=PAGE, **options)


def spread(times):
    highest = sorted(times)[int(len(times) * 0.99) - 1]
    return f"p50 {statistics.median(times):6.1f} ms, p99 {highest:6.1f} ms"


def measure_questions(asked):
    for order in ("newest", "relevance"):
        every = []
        for sort, texts in asked.items():
            ask_for = partial(first_page, by_relevance=order == "relevance")
            for text in texts:  # what it reads is then in memory, as on a server that runs
                ask_for(text)
            took = [milliseconds(partial(ask_for, text))[0] for text in texts]
            every += took
            print(f"{order:<10} {sort:<9} {spread(took)}, longest {max(took):6.1f} ms")
        print(f"{order:<10} all 200   {spread(every)}")


def measure_paging(text):
    """Page 500 by going on from each page to the next."""
    results = first_page(text)
    for _page in range(498):
        results = first_page(text, after=results.following)

    def median(after):
        return statistics.median(
            milliseconds(partial(first_page, text, after=after))[0] for _ in range(9)
        )

    first, last = median(None), median(results.following)
    print(f"page 1 {first:.1f} ms, page 500 {last:.1f} ms: ratio {last / first:.2f}")


def measure_saving():
    """What a save takes more than one that leaves the index as it is; alternately, in one run."""
    rows = list(Release.objects.order_by("?")[:100])
    with_index, without = [], []
    for number, row in enumerate(rows):
        row.body_ar += f"<p>{number} تغيير</p>"
        with_index.append(milliseconds(row.save)[0])
        row.body_ar += f"<p>{number} آخر</p>"
        keep, row.index = row.index, lambda: None
        without.append(milliseconds(row.save)[0])
        row.index = keep
    more = statistics.median(with_index) - statistics.median(without)
    print(f"saving {statistics.median(with_index):.1f} ms, without the index "
          f"{statistics.median(without):.1f} ms: {more:.1f} ms more")  # fmt: skip


def measure_advice():
    """What the checker takes for one release beside all the others."""
    drafts = [Draft.of(row) for row in Release.objects.order_by("?")[:40]]
    took = [milliseconds(lambda one=one: check(one, Knowledge.load(one)))[0] for one in drafts]
    print(f"advice on one release: {spread(took)}")


def measure_size():
    text = sum(len((row[0] + row[1]).encode()) for row in
               Release.objects.values_list("title_ar", "body_ar").iterator())  # fmt: skip
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE %s", ["ampcpp_search%"])
        else:
            cursor.execute("SELECT pg_total_relation_size('ampcpp_searchentry')")
        size = cursor.fetchone()[0]
    print(
        f"text {text / ROWS:.0f} bytes a release, index {size / ROWS:.0f}: {size / text:.2f} of it"
    )


def main():
    call_command("migrate", verbosity=0)
    writer = Writer()
    fill(writer)
    took, _nothing = milliseconds(lambda: call_command("rebuild_search"))
    print(f"{connection.vendor}: {ROWS} releases indexed in {took / 1_000:.0f} s")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    measure_size()
    asked = questions(writer)
    measure_questions(asked)
    measure_paging(asked["common"][0].split()[0])
    measure_saving()
    measure_advice()


if __name__ == "__main__":
    main()
