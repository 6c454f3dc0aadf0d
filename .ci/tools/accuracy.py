"""Compares findings with annotated articles and formats the figures. .ci/score uses it."""
import collections, json, pathlib, random, re, subprocess

KINDS = {
    "hedge": "modal probability hearsay appearance belief unverified condition approximation limiter".split(),
    "source": "anonymous role group agentless reports".split(),
    "pending": "undecided deliberating negotiating awaiting planned".split(),
}
RESAMPLES = 1000
MARK = re.compile(r"\{([-+]?)\"?(\w+)/(\w+) |\}")


def overlaps(a, b):
    return a["start"] < b["end"] and b["start"] < a["end"]


def own_article(path):
    """Reads an article with marks in the text. `{-` is annotated and missed by the engine, `{+` is marked wrongly by it."""
    text, spans, opened, at = "", [], [], 0
    marked = path.read_text(encoding="utf-8")
    for mark in MARK.finditer(marked):
        text += marked[at:mark.start()]
        at = mark.end()
        if mark.group() == "}":
            sign, span = opened.pop()
            spans += [] if sign == "+" else [{**span, "end": len(text)}]
        else:
            opened.append((mark[1], {"start": len(text), "category": mark[2], "kinds": [mark[3]], "optional": False}))
    return {"id": path.stem, "text": text + marked[at:], "spans": spans}


def read_sets(shared):
    """Yields (title, note on how the rules relate to the set, articles) for every set that is there."""
    load = lambda path: json.loads(path.read_text(encoding="utf-8"))
    gold = [load(path) for path in sorted((shared / "gold").glob("*.json"))]
    yield "Shared gold", "The rules were written with these articles at hand.", gold
    press = [load(path) for path in sorted((shared / "press").glob("*.json"))]
    if press:
        yield "World press", "Articles of many newspapers and agencies. Their errors were read, and the rules were corrected after them.", press
    yield from read_waves(shared)
    own = [own_article(path) for path in sorted(pathlib.Path("tests/articles").glob("*.txt"))]
    yield "Own articles", "Written for this project, in registers that the other sets lack. Their errors were read and the rules were corrected after them.", own
    corpus = shared / "corpus/wikinews.jsonl"
    if corpus.exists():
        texts = {article["id"]: article["text"] for article in map(json.loads, corpus.read_text(encoding="utf-8").splitlines())}
        for name, note in (
            ("development", "Annotated Wikinews articles whose errors were read. The rules were corrected after them."),
            ("unread", "Wikinews articles that no rule was written or changed for. They show what to expect of new articles."),
        ):
            annotated = load(pathlib.Path(f"tests/annotations/{name}.json"))
            articles = [{"id": id, "text": texts[id], "spans": [dict(zip(FIELDS, span)) for span in spans]} for id, spans in annotated.items()]
            yield f"{name.capitalize()} set", note, articles
        fresh = [own_article(path) for path in sorted(pathlib.Path("tests/fresh").glob("*.txt"))]
        yield "Fresh articles", "Written for this project after the rules. No rule was written or changed for them.", fresh


FIELDS = ("start", "end", "category", "kinds", "optional")
# The waves of press whose errors were read. Whoever reads those of another one adds it.
READ_WAVES = {1, 2, 3, 4, 6}
READ_WAVE = "Press of all kinds. Its errors were read after the first contact, and the rules were corrected after them."
UNREAD_WAVE = "Press of all kinds. Nobody has read its errors."


def read_waves(shared):
    """Yields the waves of press in the order of their numbers."""
    corpus = shared / "corpus/press.jsonl"
    waves = sorted(pathlib.Path("tests/annotations").glob("wave-*.json")) if corpus.exists() else []
    lines = corpus.read_text(encoding="utf-8").splitlines() if waves else []
    texts = {f"{article['corpus']}/{article['id']}": article["text"] for article in map(json.loads, lines)}
    for path in waves:
        number = int(path.stem.removeprefix("wave-"))
        annotated = json.loads(path.read_text(encoding="utf-8"))
        yield f"Wave {number}", READ_WAVE if number in READ_WAVES else UNREAD_WAVE, [
            {"id": id, "text": texts[id], "spans": [dict(zip(FIELDS, span)) for span in spans]} for id, spans in annotated.items()
        ]


def predict(command, documents):
    feed = "".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in documents)
    run = subprocess.run([command, "--jsonl"], input=feed.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line)["findings"] for line in run.stdout.decode().splitlines()]


class Counts:
    """Numbers of right findings, all findings, found spans and annotated spans; they can be added."""

    def __init__(self, right=0, said=0, found=0, gold=0):
        self.right, self.said, self.found, self.gold = right, said, found, gold

    def __add__(self, other):
        return Counts(self.right + other.right, self.said + other.said, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self):
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self):
        return self.found / self.gold if self.gold else 1.0

    @property
    def f1(self):
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Set:
    """A set of articles with the findings of the command in them."""

    def __init__(self, title, note, documents, answers):
        self.title, self.note, self.documents = title, note, documents
        # The errors of an unread set are not published, so that no rule is changed for them.
        self.unread = title in ("Unread set", "Fresh articles") or note == UNREAD_WAVE
        self.rows = []  # one {key: Counts} an article; a key is a category or a kind
        self.exact, self.kind = collections.Counter(), collections.Counter()
        self.rules = collections.defaultdict(collections.Counter)
        self.missed = collections.Counter()
        for document, findings in zip(documents, answers):
            self.rows.append({})
            for category in KINDS:
                self.count(category, document, [f for f in findings if f["category"] == category])

    def count(self, category, document, said):
        gold = [g for g in document["spans"] if g["category"] == category]
        must, may = [g for g in gold if not g["optional"]], [g for g in gold if g["optional"]]
        right = [f for f in said if any(overlaps(f, g) for g in must)]
        counted = [f for f in said if f in right or not any(overlaps(f, g) for g in may)]
        found = [g for g in must if any(overlaps(g, f) for f in said)]
        row = self.rows[-1]
        row[category] = Counts(len(right), len(counted), len(found), len(must))
        for kind in KINDS[category]:
            fits = lambda f: any(overlaps(f, g) and kind in g["kinds"] for g in must)
            of_kind = [g for g in must if g["kinds"][0] == kind]
            says = [f for f in counted if f["kind"] == kind]
            hit = [g for g in of_kind if any(overlaps(g, f) and f["kind"] in g["kinds"] for f in said)]
            row[kind] = Counts(sum(map(fits, says)), len(says), len(hit), len(of_kind))
        for g in must:
            over = [f for f in said if overlaps(f, g)]
            self.kind[category] += any(f["kind"] in g["kinds"] for f in over)
            self.exact[category] += any((f["start"], f["end"]) == (g["start"], g["end"]) for f in over)
            self.missed[f"{category}/{g['kinds'][0]}"] += not over
        for f in counted:
            self.rules[f["rule"]]["said"] += 1
            self.rules[f["rule"]]["wrong"] += f not in right

    def total(self, key):
        return sum((row[key] for row in self.rows), Counts())

    def categories(self):
        return {category: self.total(category) for category in KINDS}

    def interval(self, key):
        """Returns the bounds of the middle 95 % of F1 values when the articles are drawn again with repetition (bootstrap)."""
        draw = random.Random(2)
        rows = [row[key] for row in self.rows]
        values = sorted(sum(draw.choices(rows, k=len(rows)), Counts()).f1 for _ in range(RESAMPLES))
        return values[RESAMPLES * 25 // 1000], values[RESAMPLES * 975 // 1000 - 1]


RECORD_HEAD = """# Written by `make score`. `floor_*`: the best F1 on the shared gold, the world press and the waves, which CI holds to within 0.01.
# The other figures are pooled over the sets whose errors nobody has read; the page quotes them.

"""


def record(name, table, floors):
    """Returns the TOML table of one category: its floors and its figures on unread sets."""
    held = "".join(f"floor_{of} = {value}\n" for of, value in floors.items())
    figures = f"precision = {table.precision:.3f}\nrecall = {table.recall:.3f}\nf1 = {table.f1:.3f}"
    return f"[{name}]\n{held}{figures}\nspans = {table.gold}\n\n"


def row(name, found, interval):
    low, high = interval
    share = lambda value, part, all: f"{value:.2f} ({part} of {all})" if all else "–"
    precision, recall = share(found.precision, found.right, found.said), share(found.recall, found.found, found.gold)
    both = f"{found.f1:.2f} | {low:.2f} to {high:.2f}" if found.said and found.gold else "– | –"
    return f"| {name} | {precision} | {recall} | {both} |"


def section(scored):
    words = sum(len(d["text"].split()) for d in scored.documents)
    lines = [f"## {scored.title}: {len(scored.documents)} articles, {words:,} words", "", scored.note, ""]
    lines += ["| category | precision | recall | F1 | 95 % interval | right kind | exact span |", "|---|---|---|---|---|---|---|"]
    for category, found in scored.categories().items():
        n = max(1, found.found)
        lines.append(f"{row(f'**{category}**', found, scored.interval(category))} {scored.kind[category] / n:.2f} | {scored.exact[category] / n:.2f} |")
    lines += ["", "| kind | precision | recall | F1 | 95 % interval |", "|---|---|---|---|---|"]
    for category, kinds in KINDS.items():
        lines += [row(f"{category}/{kind}", scored.total(kind), scored.interval(kind)) for kind in kinds]
    if scored.unread:
        return "\n".join([*lines, ""])
    err = sorted(((n["wrong"], n["said"], rule) for rule, n in scored.rules.items() if n["wrong"]), reverse=True)[:10]
    missed = [f"{kind} {n}" for kind, n in scored.missed.most_common(8) if n]
    wrong = ", ".join(f"`{rule}` {wrong} of {said}" for wrong, said, rule in err) or "none"
    return "\n".join([*lines, "", f"Rules with most errors (wrong findings of all): {wrong}.", "", f"Missed most: {', '.join(missed) or 'nothing'}.", ""])


INTRODUCTION = """# How accurate the detector is

`make score` writes this page; nothing in it is typed by hand. A finding counts as right when it overlaps an annotated span of its
category, and for a kind if the kind agrees too. An annotated span counts as found in the same way. Spans on which the annotators disagreed do
not count, whether they are marked or not. The interval holds 95 % of the values when the articles are drawn again a thousand times with
repetition (bootstrap); a small set gives a wide interval.

How the annotations were made: language models read each article of the shared gold and the Wikinews articles of the unread set twice, independently, by the
written guidelines; spans found in both passes are required, disputed ones optional. Of the development set 64 articles were read twice and the others
once. The waves of press were read twice as well, and two more readers judged, without knowing who had marked what, each span that only one reader or the
program had marked. Of all spans that either reader marked, both marked 0.95 (hedge), 0.92 to 0.97 (source) and 0.81 to 0.93 (pending). The own and the
fresh articles were written and annotated by language models that did not know the rules; the rules were then corrected after the own articles, not after the
fresh ones. **No person annotated any of them**, so the annotations share the blind spots of the models.

"""


def sentences(folder=pathlib.Path("tests/sentences")):
    """Returns the section on single sentences: how many are right, and the known errors by outcome and kind."""
    read = lambda name: [line.split("\t") for line in (folder / name).read_text(encoding="utf-8").splitlines()]
    known = read("known-errors.tsv")
    lines = ["## Sentences", "", "Written by the guidelines and not for the rules. The kind must agree.", "", "| | right | of | known errors |", "|---|---|---|---|"]
    for title, name, fields in (("Minimal pairs", "pairs.tsv", 4), ("Cues of the literature", "cues.tsv", 3)):
        right, wrong = len(read(name)), collections.Counter(line[1] for line in known if len(line) == fields)
        listed = ", ".join(f"{outcome} {count}" for outcome, count in wrong.most_common()) or "none"
        lines.append(f"| {title} | {right} | {right + wrong.total()} | {listed} |")
    kinds = ", ".join(f"{kind} {count}" for kind, count in collections.Counter(line[0] for line in known).most_common())
    return "\n".join([*lines, "", f"Known errors by kind: {kinds or 'none'}.", ""])


FIRST_CONTACT_HEAD = """# Written by `make score`: precision, recall and F1 on each wave of press before anybody read its errors.

"""


def first_contact(sets, recorded):
    """The record of first contact, by wave: as recorded, and for a wave that is new today's figures."""
    figures = lambda table: [round(value, 3) for value in (table.precision, table.recall, table.f1)]
    waves = {scored.title: scored for scored in sets if scored.title.startswith("Wave ")}
    new = {title: {name: figures(table) for name, table in scored.categories().items()} for title, scored in waves.items()}
    return {title: recorded.get(title, figures) for title, figures in new.items()}


def first_contact_table(record):
    """A section with the record of first contact."""
    lines = ["## First contact", "", "F1 (precision / recall) on each wave of press before anybody read its errors.", ""]
    lines += ["| | hedge | source | pending |", "|---|---|---|---|"]
    for title, figures in record.items():
        cells = [f"{f1:.2f} ({precision:.2f} / {recall:.2f})" for precision, recall, f1 in figures.values()]
        lines.append(f"| {title} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def page(sets, record):
    return INTRODUCTION + "\n".join([first_contact_table(record), *map(section, sets), sentences()])


def splice(readme, sets):
    """Returns the README with a new table of figures between its two comments."""
    lines = ["| | articles | hedge | source | pending |", "|---|---|---|---|---|"]
    for scored in sets:
        cells = [f"{t.f1:.2f} ({t.precision:.2f} / {t.recall:.2f})" for t in scored.categories().values()]
        lines.append(f"| {scored.title} | {len(scored.documents)} | {' | '.join(cells)} |")
    table = "\n".join(lines)
    return re.sub(r"(<!-- accuracy -->).*?(<!-- /accuracy -->)", lambda m: f"{m[1]}\n{table}\n{m[2]}", readme, flags=re.S)
