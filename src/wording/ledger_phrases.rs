//! The wording of both ledgers.
#![expect(missing_docs, reason = "the name of each function says where its string is shown")]

use super::grouped;
use super::page::{CITED_FOR, HOW_KNOWN, HOW_MANY, SENTENCE, SEVERAL, THROUGH, WHEN, WHY_UNNAMED};
use crate::lexicon::Kind;
use crate::reading::{Fact, Ledger};

/// Returns the title of a ledger.
#[must_use]
pub fn ledger_title(ledger: Ledger) -> &'static str {
    match ledger {
        Ledger::Sources => "Who speaks",
        Ledger::Decisions => "What is undecided",
    }
}

/// Returns the title of a ledger on its tab.
#[must_use]
pub fn ledger_tab(ledger: Ledger) -> &'static str {
    match ledger {
        Ledger::Sources => "Who speaks",
        Ledger::Decisions => "Undecided matters",
    }
}

/// Returns the text of a button that leads to a ledger with this number of rows.
#[must_use]
pub fn ledger_with_count(ledger: Ledger, rows: usize) -> String {
    format!("{} · {}", ledger_tab(ledger), grouped(rows))
}

/// Returns the text of the skip link to a ledger.
#[must_use]
pub fn skip_to(ledger: Ledger) -> &'static str {
    match ledger {
        Ledger::Sources => "Skip to who speaks",
        Ledger::Decisions => "Skip to what is undecided",
    }
}

/// The source ledger in one line: `counts` are the numbers of statements on unnamed and on named sources, `around` is the text
/// before, between and after them. `filtered` is true if unnamed sources are hidden.
pub struct Share {
    pub counts: [String; 2],
    pub around: [&'static str; 3],
}

#[must_use]
pub fn share(unnamed: usize, named: usize, filtered: bool) -> Share {
    let statements = |count: usize, one: &str, many: &str| {
        if count == 1 { format!("1 statement rests on {one}") } else { format!("{} statements rest on {many}", grouped(count)) }
    };
    let unnamed_ones = || statements(unnamed, "an unnamed source", "unnamed sources");
    let named_ones = || if named == 1 { "1 on a named one".to_owned() } else { format!("{} on named ones", grouped(named)) };
    let none = String::new;
    let (counts, around) = match (unnamed, named) {
        // What is filtered out is not denied.
        (0, 0) if filtered => ([none(), none()], ["", "", ""]),
        (0, _) if filtered => ([none(), statements(named, "a named source", "named sources")], ["", "", "."]),
        (0, 0) => ([none(), none()], ["No source was found.", "", ""]),
        (0, _) => ([none(), statements(named, "a named source", "named sources")], ["", "", ", none on unnamed ones."]),
        (_, 0) => ([unnamed_ones(), none()], ["", ", none on named ones.", ""]),
        _ => ([unnamed_ones(), named_ones()], ["", ", ", "."]),
    };
    Share { counts, around }
}

/// Returns the question that a stage of an open matter asks.
#[must_use]
pub fn who_label(stage: Kind) -> &'static str {
    match stage {
        Kind::Planned => "Who would act",
        Kind::Negotiating => "Between whom",
        Kind::Deliberating => "Who weighs it",
        _ => "Who decides",
    }
}

/// What stands before the date in the brackets of an exported row.
pub const DATE: &str = "when:";

/// Returns what stands before the words for who takes the step, in the brackets of an exported row.
#[must_use]
pub fn step_by(stage: Kind) -> &'static str {
    match stage {
        Kind::Planned => "planned by",
        Kind::Negotiating => "parties:",
        Kind::Deliberating => "weighed by",
        _ => "to be decided by",
    }
}

/// Returns words of the article as they stand inside a sentence: an article or pronoun that began one loses its capital. One before a name
/// may belong to it (`The Hague`) and stays.
#[must_use]
pub fn inside_sentence(words: &str) -> String {
    const STARTS: [&str; 10] = ["A", "An", "Her", "His", "Its", "Our", "That", "The", "Their", "This"];
    match words.split_once(' ') {
        Some((start, rest)) if STARTS.contains(&start) && rest.starts_with(char::is_lowercase) => {
            format!("{} {rest}", start.to_lowercase())
        }
        _ => words.to_owned(),
    }
}

/// Returns the label and the value of a fact in a ledger row.
#[must_use]
pub fn ledger_fact(fact: &Fact) -> (&'static str, String) {
    let (label, words) = match fact {
        Fact::HowMany(Some(count)) => return (HOW_MANY, count.to_string()),
        Fact::HowMany(None) => return (HOW_MANY, SEVERAL.to_owned()),
        Fact::HowKnown(words) => (HOW_KNOWN, words),
        Fact::WhyUnnamed(words) => (WHY_UNNAMED, words),
        Fact::Through(words) => (THROUGH, words),
        Fact::CitedFor(words) => (CITED_FOR, words),
        Fact::Decider(stage, words) => (who_label(*stage), words),
        Fact::Date(words) => (WHEN, words),
        Fact::Sentence(words) => (SENTENCE, words),
    };
    (label, words.clone())
}

#[must_use]
pub fn show_all(count: usize) -> String {
    format!("Show all {}", grouped(count))
}

#[must_use]
pub fn times(count: usize) -> String {
    if count == 1 { "cited in one place".to_owned() } else { format!("cited in {} places", grouped(count)) }
}

/// The label of what else a source is cited for.
#[must_use]
pub fn further_statements(count: usize) -> String {
    if count == 1 { "One more statement".to_owned() } else { format!("{} more statements", grouped(count)) }
}

#[must_use]
pub fn in_places(count: usize) -> String {
    format!("{} marks on this matter", grouped(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_is_grammatical_for_none_one_and_many() {
        let check = |unnamed, named, expected: &str| {
            let Share { counts: [first, second], around: [start, between, end] } = share(unnamed, named, false);
            assert_eq!([start, &first, between, &second, end].concat(), expected);
        };
        check(0, 0, "No source was found.");
        check(0, 1, "1 statement rests on a named source, none on unnamed ones.");
        check(1, 0, "1 statement rests on an unnamed source, none on named ones.");
        check(2, 1, "2 statements rest on unnamed sources, 1 on a named one.");
        check(1, 1_500, "1 statement rests on an unnamed source, 1,500 on named ones.");
    }

    #[test]
    fn words_inside_a_sentence_begin_without_a_capital() {
        let check = |words, expected: &str| assert_eq!(inside_sentence(words), expected);
        check("The cabinet", "the cabinet");
        check("Its board and the works council", "its board and the works council");
        check("the cabinet", "the cabinet");
        check("The Hague", "The Hague");
        check("Marenna", "Marenna");
        check("Ana Ruiz", "Ana Ruiz");
    }
}
