//! Every string of the page and the summary, in one place, so that it can be translated. The explanations of the rules are in
//! the lexicon.

mod category_words;
mod comparison_phrases;
mod extension_words;
mod files_and_lists;
mod finding_facts;
mod ledger_phrases;
mod library;
mod origin_words;
pub mod page;
mod phrases;
mod practice_phrases;
mod reader;

pub use category_words::{category_name, category_names, category_plural, category_title, category_words};
pub use extension_words::EXTENSION_WORDS;
pub use finding_facts::finding_facts;

use crate::engine::{Notice, Report};
use crate::lexicon::{Category, Kind, Strength};
use crate::reading::{Filter, Voices};

/// A part of the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The words.
    pub words: String,
    /// The category whose sentences the words count; `None` for the words between.
    pub counts: Option<Category>,
}

/// Returns the summary of a report in one sentence, restricted to some categories. It describes the wording and does not judge it.
#[must_use]
pub fn summary(report: &Report, of: &[Category]) -> String {
    summary_parts(report, of).into_iter().map(|part| part.words).collect()
}

/// Returns the summary in parts, restricted to some categories.
#[must_use]
pub fn summary_parts(report: &Report, of: &[Category]) -> Vec<Part> {
    let plain = |words: String| vec![Part { words, counts: None }];
    match report.notice {
        Some(Notice::Empty) => return plain("There is no text yet.".into()),
        Some(Notice::Address) => {
            return plain("This is only the address of a page. Open it, copy the text of the article and paste that.".into());
        }
        Some(Notice::NotText) => return plain("This does not look like text, so nothing is marked.".into()),
        Some(Notice::NotEnglish) => {
            return plain("This does not look like English. The rules only know English, so nothing is marked.".into());
        }
        None if of.is_empty() => return plain("All marks are switched off.".into()),
        None => {}
    }
    let all = report.sentences.len();
    let counts: Vec<(Category, usize)> = of.iter().map(|category| (*category, report.sentences_with(*category))).collect();
    if counts.iter().all(|(_, count)| *count == 0) {
        return plain(nothing(all, of));
    }
    let says: Vec<Part> = if all == 1 {
        let held = counts.iter().filter(|(_, count)| *count > 0);
        held.map(|(category, _)| Part { words: one_sentence(*category).into(), counts: Some(*category) }).collect()
    } else {
        counts.iter().enumerate().map(|(place, (category, count))| clause(*category, *count, (place == 0).then_some(all))).collect()
    };
    let start = if all == 1 { "This sentence " } else { "" };
    joined(start, says)
}

/// Returns the summary of a text without marks; `all` is the number of its sentences.
fn nothing(all: usize, of: &[Category]) -> String {
    let text = match all {
        0 => "this text".to_owned(),
        1 => "this sentence".to_owned(),
        _ => format!("the {} sentences of this text", grouped(all)),
    };
    let missing: Vec<&str> = of.iter().map(|category| category_name(*category)).collect();
    format!("Nothing is marked in {text}: no {}.", missing.join(", no "))
}

/// Returns a summary that says that it counts only what is shown, and how many marks are hidden.
#[must_use]
pub fn of_shown(mut parts: Vec<Part>, hidden: usize) -> Vec<Part> {
    let verb = if hidden == 1 { "is" } else { "are" };
    if let Some(first) = parts.first_mut() {
        first.words.get_mut(..1).into_iter().for_each(str::make_ascii_lowercase);
    }
    let words = format!("Counting only the marks that are shown ({} {verb} hidden), ", grouped(hidden));
    parts.insert(0, Part { words, counts: None });
    parts
}

fn one_sentence(category: Category) -> &'static str {
    match category {
        Category::Hedge => "is hedged",
        Category::Source => "rests on a source it does not name",
        Category::Pending => "describes a matter still undecided",
    }
}

/// Returns `13 of the 22 sentences are hedged`, or without `all` `13 are hedged`.
fn clause(category: Category, count: usize, all: Option<usize>) -> Part {
    let number = if count == 0 { "none".to_owned() } else { grouped(count) };
    let mut words = all.map_or(number.clone(), |all| format!("{number} of the {} sentences", grouped(all)));
    words.push(' ');
    words.push_str(match (category, count) {
        (Category::Hedge, 0 | 1) => "is hedged",
        (Category::Hedge, _) => "are hedged",
        (Category::Source, 0 | 1) => "rests on a source the article does not name",
        (Category::Source, _) => "rest on sources the article does not name",
        (Category::Pending, 0 | 1) => "describes a matter still undecided",
        (Category::Pending, _) => "describe matters still undecided",
    });
    Part { words: if all.is_some() { capitalised(&words) } else { words }, counts: (count > 0).then_some(category) }
}

/// Joins parts to `A.`, `A and B.` or `A, B, and C.` `start` comes before the first.
fn joined(start: &str, says: Vec<Part>) -> Vec<Part> {
    let between = |words: &str| Part { words: words.to_owned(), counts: None };
    let last = says.len() - 1;
    let mut parts = Vec::from_iter((!start.is_empty()).then(|| between(start)));
    for (place, part) in says.into_iter().enumerate() {
        match place {
            0 => {}
            _ if !start.is_empty() || last == 1 => parts.push(between(" and ")),
            _ if place == last => parts.push(between(", and ")),
            _ => parts.push(between(", ")),
        }
        parts.push(part);
    }
    parts.push(between("."));
    parts
}

fn capitalised(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// Returns a sentence that states how many marks are shown, how many are filtered out or ignored, and by which filter.
#[must_use]
pub fn statement(filter: &Filter, kept_back: usize, shown: usize) -> String {
    let all = counted(shown, "mark is shown", "marks are shown");
    if *filter == Filter::default() && kept_back == 0 {
        return capitalised(&format!("{all}; nothing is filtered out or ignored."));
    }
    let off = switched_off(*filter);
    let off = (!off.is_empty()).then(|| format!("switched off: {}", off.join(", ")));
    let least = match filter.least {
        Strength::Weak => None,
        Strength::Medium => Some("only medium and strong marks".to_owned()),
        Strength::Strong => Some("only strong marks".to_owned()),
    };
    let voices = match filter.voices {
        Voices::All => None,
        Voices::Article => Some("only the article’s own words".to_owned()),
        Voices::Quoted => Some("only words in quotation marks".to_owned()),
    };
    let rules: Vec<String> = [off, least, voices].into_iter().flatten().collect();
    let rules = if rules.is_empty() { String::new() } else { format!(" ({})", rules.join("; ")) };
    capitalised(&format!("{all}; {kept_back} filtered out or ignored{rules}."))
}

/// Returns the names of what a filter switches off: a category, or those of its kinds that are off.
fn switched_off(filter: Filter) -> Vec<&'static str> {
    let of_category = |category: &Category| {
        let off = Kind::ALL.iter().filter(|kind| kind.category() == *category && !filter.shows_kind(**kind));
        if filter.shows_any(*category) { off.map(|kind| kind.title()).collect() } else { vec![category_plural(*category)] }
    };
    Category::ALL.iter().flat_map(of_category).collect()
}

/// Returns a number with its noun: `no marks`, `1 mark`, `2 marks`.
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{} {many}", grouped(count)),
    }
}

/// Returns a number with its thousands set apart: `1,178`.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    #[test]
    fn thousands_are_set_apart() {
        let numbers = [0, 999, 1_000, 12_345, 1_234_567].map(grouped);
        assert_eq!(numbers, ["0", "999", "1,000", "12,345", "1,234,567"]);
    }

    #[track_caller]
    fn check(text: &str, of: &[Category], expected: &str) {
        let parts = summary_parts(&analyze(text), of);
        assert_eq!(parts.into_iter().map(|part| part.words).collect::<String>(), expected);
    }

    #[test]
    fn the_summary_is_grammatical_for_none_one_and_many() {
        let all = &Category::ALL;
        check("", all, "There is no text yet.");
        check("It may rain.", all, "This sentence is hedged.");
        check("It may rain, critics say.", all, "This sentence is hedged and rests on a source it does not name.");
        check("It rained.", all, "Nothing is marked in this sentence: no hedge, no unnamed source, no undecided matter.");
        check(
            "It rained. It may snow.",
            all,
            "1 of the 2 sentences is hedged, none rests on a source the article does not name, and none describes a matter still undecided.",
        );
        check(
            "Critics disagreed. Officials said no. Parliament has yet to approve it.",
            all,
            "None of the 3 sentences is hedged, 2 rest on sources the article does not name, and 1 describes a matter still undecided.",
        );
    }

    #[test]
    fn the_summary_leaves_out_what_is_switched_off() {
        let text = "It may rain. Officials said no.";
        check(text, &[], "All marks are switched off.");
        check(text, &[Category::Source], "1 of the 2 sentences rests on a source the article does not name.");
        check(text, &[Category::Hedge, Category::Pending], "1 of the 2 sentences is hedged and none describes a matter still undecided.");
        check(text, &[Category::Pending], "Nothing is marked in the 2 sentences of this text: no undecided matter.");
    }

    #[test]
    fn the_statement_names_a_whole_category_once() {
        let off = Filter::default().toggled_category(Category::Source).toggled(Kind::Hearsay);
        let all = Filter::default();
        let mut strong = all;
        strong.least = Strength::Strong;
        let check = |filter: Filter, kept_back, shown, expected| assert_eq!(statement(&filter, kept_back, shown), expected);
        check(all, 0, 1, "1 mark is shown; nothing is filtered out or ignored.");
        check(off, 2, 3, "3 marks are shown; 2 filtered out or ignored (switched off: hearsay, unnamed sources).");
        check(strong, 4, 0, "No marks are shown; 4 filtered out or ignored (only strong marks).");
    }
}
