#!/usr/bin/env python3
"""Measures news texts with the command and writes the quantiles that the page compares an article with: yardstick.py CORPUS COMMAND OUT

CORPUS is a JSON Lines file of texts with `corpus` and `text`. OUT gets a row for each kind of press and category: the kind, the category, the
number of texts, and the 19 quantiles (5 %, 10 % ... 95 %) of marks per 100,000 words. No text is kept."""
import json, pathlib, subprocess, sys, tempfile

LEAST_WORDS = 150
CATEGORIES = ["hedge", "source", "pending"]
# The corpora of each kind of press; the other ones are "web".
KINDS = {
    "agency": ["reuters21578_wire"],
    "broadcaster": ["bbc_2004_2005", "war_politics_2024_bbc_cnn"],
    "us": ["allsides_us_press", "basil_us_politics"],
    "translated": ["wmt_news_translated_to_en"],
    "release": ["us_state_department_releases", "newsramp_press_releases_cc0", "central_bank_statements", "district_attorney_releases"],
}
KIND_OF = {corpus: kind for kind, corpora in KINDS.items() for corpus in corpora}


def words(report):
    """Counts the words outside of page furniture, as `reading/yardstick.rs` does."""
    blocks = (report["text"][block["start"]:block["end"]] for block in report["blocks"] if block["kind"] != "furniture")
    return sum(any(c.isalnum() for c in word) for block in blocks for word in block.split())


def quantiles(values):
    """Returns the nearest-rank quantiles from 5 % to 95 %."""
    ordered = sorted(values)
    return [ordered[max(0, -(-len(ordered) * step // 20) - 1)] for step in range(1, 20)]


def reports(corpus, command):
    """Yields the kind of press and the report of each text."""
    articles = [json.loads(line) for line in pathlib.Path(corpus).read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, f"{number:05}.txt") for number in range(len(articles))]
        for path, article in zip(paths, articles):
            path.write_text(article["text"], encoding="utf-8")
        out = subprocess.run([command, "--format", "json", *map(str, paths)], check=True, capture_output=True, encoding="utf-8").stdout
    for article, line in zip(articles, out.split("\n")):
        yield KIND_OF.get(article["corpus"], "web"), json.loads(line)


def main():
    corpus, command, out = sys.argv[1:]
    rates = {}
    for kind, report in reports(corpus, command):
        count = words(report)
        if report["notice"] is None and count >= LEAST_WORDS:
            for category in CATEGORIES:
                rate = 100_000 * sum(finding["category"] == category for finding in report["findings"]) / count
                for of in ("all", kind):
                    rates.setdefault((of, category), []).append(rate)
    kinds = ["all", *KINDS, "web"]
    row = lambda kind, category, values: "\t".join([kind, category, str(len(values)), *(f"{value:.0f}" for value in quantiles(values))])
    rows = [row(kind, category, rates[kind, category]) for kind in kinds for category in CATEGORIES]
    pathlib.Path(out).write_text("\n".join(rows) + "\n")


main()
