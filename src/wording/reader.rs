//! The strings of what a reader sets and keeps: size and width of the text, practice on paper and its results.
#![expect(missing_docs, reason = "the name of each item says where it is shown")]

use super::grouped;
use super::origin_words::day;
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
    ScaleWords { title: "Text size", less: "Smaller text", more: "Larger text", steps: ["small", "normal", "large", "largest"] };
pub const LINE_WIDTHS: ScaleWords =
    ScaleWords { title: "Line width", less: "Shorter lines", more: "Longer lines", steps: ["narrow", "medium", "normal", "wide"] };

// Practice on paper, and its results.
pub const PRACTICE_ON_PAPER: &str = "Underline each hedge and write H beside it; do the same with S for each unnamed source and U for each undecided matter. The answers are on a separate page.";
pub const ANSWERS: &str = "Answers";
pub const ANSWERS_HOW: &str =
    "What the rules mark, in the order of the text. The rules make mistakes too: if you see something else, say why, and discuss it.";
pub const EARLIER_RESULTS: &str = "Your results so far";
pub const RESULTS_HOW: &str = "Kept on this device only. “Erase everything” under “Privacy and storage” removes them.";

/// Returns the date and the figures of an exercise.
#[must_use]
pub fn practice_result(result: &PracticeResult) -> String {
    let PracticeResult { date, found, missed, wrong, extra, .. } = result;
    let other = if *wrong > 0 { format!(", {wrong} in another category") } else { String::new() };
    let only = if *extra > 0 { format!(", {extra} marked by you alone") } else { String::new() };
    format!("{} · {found} of {} found, {missed} missed{other}{only}", day(date), found + missed + wrong)
}

// The yardstick.
pub const YARDSTICK: &str = "Out of 100 texts, how many have fewer marks for their length than this one";
pub const YARDSTICK_TEXTS: &str = "Texts measured";

/// Returns the number of texts that were measured.
#[must_use]
pub fn texts_in(kind: PressKind) -> String {
    grouped(texts_measured(kind))
}

/// Returns the name of the comparison.
#[must_use]
pub fn yardstick() -> String {
    format!("How this compares with {} news texts", texts_in(PressKind::All))
}

/// Returns where an article stands among all texts.
#[must_use]
pub fn among_texts(among: Standing) -> String {
    match among {
        Standing::More(texts) => format!("for its length, more than in {texts} of 100 news texts"),
        Standing::Fewer(texts) => format!("for its length, fewer than in {texts} of 100 news texts"),
    }
}

#[must_use]
pub fn yardstick_how() -> String {
    format!(
        "The comparison is by marks per 1,000 words, with {} English news texts of at least {LEAST_WORDS} words from 1987 to 2024, measured with the \
         same rules, in steps of 5. Filters and your own rules do not count. More marks are not worse: a story about an open \
         question has to hedge; a press release need not.",
        texts_in(PressKind::All)
    )
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
