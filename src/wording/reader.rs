//! The strings of what a reader sets and keeps: size and width of the text, practice on paper and its results.
#![expect(missing_docs, reason = "the name of each item says where it is shown")]

use crate::reading::{LEAST_WORDS, PracticeResult, PressKind, Standing, texts_measured};

// Size and width of the text.

/// The words of a setting in steps.
pub struct ScaleWords {
    /// What it sets.
    pub title: &'static str,
    /// The button for less.
    pub less: &'static str,
    /// The button for more.
    pub more: &'static str,
    /// The steps in ascending order.
    pub steps: [&'static str; 4],
}

pub const TEXT_SIZES: ScaleWords =
    ScaleWords { title: "Text size", less: "Smaller text", more: "Larger text", steps: ["small", "usual", "large", "largest"] };
pub const LINE_WIDTHS: ScaleWords =
    ScaleWords { title: "Line width", less: "Shorter lines", more: "Longer lines", steps: ["narrow", "medium", "usual", "wide"] };

// Practice on paper, and its results.
pub const PRACTICE_ON_PAPER: &str = "Underline what you take for a hedge and write H beside it, S for an unnamed source, P for an open decision. The answers are on a page of their own.";
pub const ANSWERS: &str = "Answers";
pub const ANSWERS_HOW: &str =
    "What the rules mark, in the order of the text. The rules err too: if you see something else, say why, and discuss it.";
pub const EARLIER_RESULTS: &str = "Your results so far";
pub const RESULTS_HOW: &str = "Kept on this device only. “Erase all of it” under “Privacy and storage” removes them.";

/// Returns the date and the figures of an exercise.
#[must_use]
pub fn practice_result(result: &PracticeResult) -> String {
    let PracticeResult { date, found, missed, wrong, extra, .. } = result;
    let other = if *wrong > 0 { format!(", {wrong} in another category") } else { String::new() };
    let only = if *extra > 0 { format!(", {extra} marked by you alone") } else { String::new() };
    format!("{date} · {found} of {} found, {missed} missed{other}{only}", found + missed + wrong)
}

// The yardstick.
pub const YARDSTICK: &str = "The article compared by kind of press";
pub const YARDSTICK_TEXTS: &str = "Texts measured";

/// Returns the name of the comparison.
#[must_use]
pub fn yardstick() -> String {
    format!("Compared with {} news texts we measured", texts_measured(PressKind::All))
}

/// Returns where an article stands among all texts.
#[must_use]
pub fn among_texts(among: Standing) -> String {
    match among {
        Standing::More(percent) => format!("more than in {percent}\u{a0}% of news texts"),
        Standing::Fewer(percent) => format!("fewer than in {percent}\u{a0}% of news texts"),
    }
}

#[must_use]
pub fn yardstick_how() -> String {
    format!(
        "Marks per 1,000 words, compared with {} English news texts of at least {LEAST_WORDS} words from 1987 to 2024, measured with the same rules, \
         in steps of five percent. Filters and your own rules do not count. More marks are not worse: a story about an open question has to \
         hedge, and a press release need not.",
        texts_measured(PressKind::All)
    )
}

#[must_use]
pub fn standing(standing: Standing) -> String {
    match standing {
        Standing::More(percent) => format!("more than {percent}\u{a0}%"),
        Standing::Fewer(percent) => format!("fewer than {percent}\u{a0}%"),
    }
}

#[must_use]
pub fn press_kind(kind: PressKind) -> &'static str {
    match kind {
        PressKind::All => "All",
        PressKind::Agency => "News agency (Reuters, 1987)",
        PressKind::Broadcaster => "Broadcasters (BBC, CNN)",
        PressKind::UnitedStates => "US newspapers and sites",
        PressKind::Translated => "Translated news",
        PressKind::Release => "Press releases, statements",
        PressKind::Web => "Other news on the web",
    }
}
