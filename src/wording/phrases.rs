//! The strings of the page that contain numbers or words of the article.
#![expect(missing_docs, reason = "the name of each function says where its string is shown")]

use super::{category_name, category_plural, counted, grouped};
use crate::lexicon::expression::ExpressionError;
use crate::lexicon::{Category, Kind, Strength};
use crate::reading::{IgnoredRule, Voices};

/// Replaces backticks, which the lexicon uses around quoted words, by quotation marks, and straight apostrophes by curly ones.
#[must_use]
pub fn quoted_words(explanation: &str) -> String {
    let mut open = false;
    let quote = |c| match c {
        '`' => {
            open = !open;
            if open { '“' } else { '”' }
        }
        '\'' => '’',
        _ => c,
    };
    explanation.chars().map(quote).collect()
}

/// Returns what to say when a key looks for the next mark and there is none.
#[must_use]
pub fn nothing_to_step_to(category: Option<Category>) -> String {
    format!("No {} is marked.", category.map_or("wording", category_name))
}

/// Returns words of the article in quotation marks.
#[must_use]
pub fn in_quotes(words: &str) -> String {
    format!("“{words}”")
}

#[must_use]
pub fn questions_on(title: &str) -> String {
    format!("Questions on “{}”", title.replace('“', "‘").replace('”', "’"))
}

#[must_use]
pub fn explanation_of(what: &str) -> String {
    format!("Explanation: {what}")
}

#[must_use]
pub fn stacked(cues: u8) -> String {
    let cues = match cues {
        2 => "Two",
        3 => "Three",
        _ => "Several",
    };
    format!("{cues} hedges in a row, counted as one.")
}

#[must_use]
pub fn rule_id(id: &str, strength: &str) -> String {
    format!("Rule {id}, strength: {strength}")
}

#[must_use]
pub fn because(reason: &str) -> String {
    format!("Not marked – {}.", quoted_words(reason))
}

#[must_use]
pub fn resembles(kind: &str) -> String {
    format!("It looks like what the rules mark as “{kind}”.")
}

#[must_use]
pub fn look_alike(words: &str, reason: &str) -> String {
    format!("{words}: not marked, {reason}")
}

#[must_use]
pub fn ignored_one(words: &str) -> String {
    format!("“{words}” is ignored here.")
}

#[must_use]
pub fn ignored_rule(rule: &IgnoredRule, kind: &str) -> String {
    format!(
        "Marks like “{}” ({kind}) are hidden from now on, {} of them here. Other rules of this kind still mark.",
        rule.words,
        grouped(rule.count)
    )
}

/// Returns an ignored rule as the list of what is ignored tells it.
#[must_use]
pub fn ignored_like(rule: &IgnoredRule, kind: &str) -> String {
    let here = match rule.count {
        0 => "none here".to_owned(),
        count => format!("{} here", grouped(count)),
    };
    if rule.words.is_empty() {
        format!("a rule of yours ({kind}), {here}")
    } else {
        format!("marks like “{}” ({kind}), {here}", rule.words)
    }
}

#[must_use]
pub fn show_again(words: &str) -> String {
    format!("Show again: {words}")
}

/// Returns the title of the navigation bar for the sentences that a category marks.
#[must_use]
pub fn sentences_tour(category: Category) -> &'static str {
    match category {
        Category::Hedge => "Hedged sentences",
        Category::Source => "Sentences with unnamed sources",
        Category::Pending => "Sentences about undecided matters",
    }
}

#[must_use]
pub fn place_of(place: usize, all: usize) -> String {
    format!("{} of {}", grouped(place), grouped(all))
}

/// Returns what follows the number of places if a search found some by the names of these kinds alone.
#[must_use]
pub fn by_kind(kinds: &[Kind]) -> String {
    match kinds {
        [] => String::new(),
        [.., _] if kinds.len() > 2 => format!(", by {} kinds", kinds.len()),
        _ => format!(", by kind: {}", kinds.iter().map(|kind| in_quotes(kind.title())).collect::<Vec<_>>().join(", ")),
    }
}

/// Returns why a regular expression in the find box is refused. The position counts characters of the query from 1.
#[must_use]
pub fn query_error(query: &str, error: &ExpressionError) -> String {
    let message = &error.message;
    match &error.at {
        Some(at) => {
            let character = query.get(..at.start).map_or(1, |before| before.chars().count() + 1);
            format!("Not a valid regular expression: {message} (character {character}).")
        }
        None => format!("This cannot be searched for: {message}."),
    }
}

#[must_use]
pub fn go_through(count: usize, category: Category) -> String {
    // An accessible name must begin with the visible text, which is the number.
    format!("{} {}", grouped(count), if count == 1 { category_name(category) } else { category_plural(category) })
}

#[must_use]
pub fn go_through_kind(count: usize, kind: &str) -> String {
    format!("{kind}: {} {}", grouped(count), if count == 1 { "mark" } else { "marks" })
}

#[must_use]
pub fn of_sentences(count: usize, all: usize) -> String {
    match (count, all) {
        (1, 1) => "in the only sentence".to_owned(),
        _ => format!("in {} of {} {}", grouped(count), grouped(all), if all == 1 { "sentence" } else { "sentences" }),
    }
}

#[must_use]
pub fn against_named(named: usize) -> String {
    match named {
        0 => "nobody is cited by name".into(),
        1 => "1 statement names its source".into(),
        _ => format!("{} statements name their source", grouped(named)),
    }
}

#[must_use]
pub fn with_date(count: usize) -> String {
    format!("{} with a date", grouped(count))
}

#[must_use]
pub fn shown_of(shown: usize, all: usize) -> String {
    format!("{} of {} {} shown", grouped(shown), grouped(all), if all == 1 { "mark" } else { "marks" })
}

#[must_use]
pub fn ignored_count(count: usize) -> String {
    format!("{} ignored", grouped(count))
}

#[must_use]
pub fn marks_ignored(count: usize) -> String {
    format!("{} ignored, whatever you choose here.", counted(count, "mark is", "marks are"))
}

#[must_use]
pub fn voices(voices: Voices) -> &'static str {
    match voices {
        Voices::All => "all",
        Voices::Article => "the article’s own words",
        Voices::Quoted => "words in quotation marks",
    }
}

#[must_use]
pub fn at_least(least: Strength) -> &'static str {
    match least {
        Strength::Weak => "all",
        Strength::Medium => "medium and strong",
        Strength::Strong => "strong only",
    }
}

/// Returns the label of a cell of the minimap.
#[must_use]
pub fn sentence_holds(sentence: usize, all: usize, categories: &[Category]) -> String {
    let holds: Vec<&str> = categories.iter().map(|category| category_name(*category)).collect();
    let holds = if holds.is_empty() { "nothing marked".to_owned() } else { holds.join(", ") };
    format!("Sentence {} of {}: {holds}", grouped(sentence), grouped(all))
}

#[must_use]
pub fn none_shown(hidden: usize) -> String {
    match hidden {
        1 => "No mark is shown; one is filtered out or ignored.".into(),
        _ => format!("No mark is shown; {} are filtered out or ignored.", grouped(hidden)),
    }
}

#[must_use]
pub fn link_length(characters: usize, doubtful: bool) -> String {
    let warning = if doubtful { " Some mail and chat programs cut links as long as this." } else { "" };
    format!("{} characters long.{warning}", grouped(characters))
}

#[must_use]
pub fn link_too_long(characters: usize, most: usize) -> String {
    format!(
        "The text is too long for a link: it would take {} characters, and browsers take {} at most.",
        grouped(characters),
        grouped(most)
    )
}
