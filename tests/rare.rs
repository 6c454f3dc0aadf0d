//! Reports how often each pattern of the lexicon matches in real news. It is a tool for linguists, not a test.
//!
//! `make concordance RULE=rare` runs it.

#[expect(dead_code, reason = "the build script uses the rest")]
#[path = "../src/lexicon/build/rules.rs"]
mod rules;

use caveat_lector::engine::{PatternMatch, pattern_matches};
use std::collections::HashSet;
use std::path::Path;

/// Prints, for each pattern: the rule, the number of the pattern, in how many articles it marks something, how many spans it marks, how
/// many of these no other pattern of the rule marks, and the pattern.
#[test]
#[ignore = "a report, run by .ci/concordance"]
fn matches_by_pattern() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let articles = articles();
    let files = rules::read_all(&folder).expect("the files of rules");
    let all = files.iter().flat_map(|(_, file)| &file.rules);
    for (number, rule) in all.enumerate() {
        let mut counts = vec![[0; 3]; rule.patterns.len()];
        for article in &articles {
            add_matches(&accepted(number, rule, article), &mut counts);
        }
        for (index, (pattern, [articles, spans, alone])) in rule.patterns.iter().zip(counts).enumerate() {
            println!("{}\t{index}\t{articles}\t{spans}\t{alone}\t{}", rule.id, pattern.source);
        }
    }
}

/// Returns the matches of a rule that no exception and no name rejects.
fn accepted(number: usize, rule: &rules::Rule, article: &str) -> Vec<PatternMatch> {
    let counts =
        |found: &PatternMatch| found.rejected.is_none() && found.exceptions.is_empty() && (rule.only.is_empty() || !found.only.is_empty());
    pattern_matches(number, article).into_iter().filter(counts).collect()
}

/// Adds the matches in one article to the counts of each pattern.
fn add_matches(matches: &[PatternMatch], counts: &mut [[usize; 3]]) {
    let spans = |pattern: usize| matches.iter().filter(move |found| found.pattern == pattern).map(|found| found.span);
    for (pattern, [articles, all, alone]) in counts.iter_mut().enumerate() {
        let marked: HashSet<_> = spans(pattern).collect();
        *articles += usize::from(!marked.is_empty());
        *all += marked.len();
        let other = |span| matches.iter().any(|found| found.pattern != pattern && found.span == span);
        *alone += marked.iter().filter(|span| !other(**span)).count();
    }
}

/// Returns the texts of the articles in the files that `ARTICLES` lists: each file is one JSON object or JSON Lines.
fn articles() -> Vec<String> {
    let files = std::env::var("ARTICLES").expect("ARTICLES names the files");
    let texts = files.split_whitespace().flat_map(|file| {
        let content = std::fs::read_to_string(file).unwrap_or_else(|fault| panic!("{file}: {fault}"));
        let whole = serde_json::from_str::<serde_json::Value>(&content).map(|article| vec![article]);
        whole.unwrap_or_else(|_| content.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect())
    });
    texts.map(|article| article["text"].as_str().expect("an article has a text").to_owned()).collect()
}
