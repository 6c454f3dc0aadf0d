//! Native throughput of the engine on news text. `make bench` runs it.

use caveat_lector::engine::analyze;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// Returns news text of a length in bytes: the shared corpus if it is there, else the samples, repeated.
fn news(length: usize) -> String {
    let corpus = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/wikinews.jsonl")).unwrap_or_default();
    let mut article = String::new();
    for line in corpus.lines() {
        let document: serde_json::Value = serde_json::from_str(line).expect("the corpus is JSON Lines");
        article += document["text"].as_str().unwrap_or_default();
        article += "\n\n";
    }
    if article.is_empty() {
        article = samples();
    }
    repeated(&article, length)
}

/// Returns the sample texts of the page, which are short and have many marks.
fn samples() -> String {
    let read = |name| std::fs::read_to_string(format!("src/ui/samples/{name}.txt")).expect("a sample");
    ["diplomatic", "business", "calm"].map(read).join("\n\n")
}

/// Repeats an article up to a length in bytes.
fn repeated(article: &str, length: usize) -> String {
    let mut text = article.repeat(length / article.len() + 1);
    text.truncate(text.floor_char_boundary(length));
    text
}

#[divan::bench(args = [5_000, 100_000, 1_000_000, 10_000_000], max_time = 3)]
fn analyze_news(bencher: divan::Bencher, length: usize) {
    let text = news(length);
    bencher.counter(BytesCount::new(length)).bench(|| analyze(divan::black_box(&text)));
}

#[divan::bench(args = [1_000_000], max_time = 3)]
fn analyze_samples(bencher: divan::Bencher, length: usize) {
    let text = repeated(&samples(), length);
    bencher.counter(BytesCount::new(length)).bench(|| analyze(divan::black_box(&text)));
}
