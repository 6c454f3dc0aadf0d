//! The strings of practice.
#![expect(missing_docs, reason = "the name of each function says where its string is shown")]

use super::page::NOTHING;
use super::{category_name, counted};
use crate::lexicon::Category;

#[must_use]
pub fn picked(words: &str) -> String {
    format!("{words}, selected")
}

#[must_use]
pub fn marked_as(words: &str, category: Category) -> String {
    format!("{words}: your mark, {}", category_name(category))
}

/// Returns the accessible name of a phrase in the results of practice.
#[must_use]
pub fn outcome(words: &str, guess: Option<Category>, finding: Option<Category>) -> String {
    let name = |category: Option<Category>| category.map_or(NOTHING, category_name);
    format!("{words}: you, {}; the rules, {}", name(guess), name(finding))
}

/// Returns the result of practice in sentences.
#[must_use]
pub fn tally(both: usize, otherwise: usize, extra: usize, missed: usize) -> String {
    let found = match both + otherwise + missed {
        0 => "The rules mark nothing here.".to_owned(),
        1 if both == 1 => "The rules mark 1 phrase, and you found it.".to_owned(),
        1 => "The rules mark 1 phrase, and you did not mark it as they do.".to_owned(),
        all => format!("You found {both} of the {all} phrases that the rules mark."),
    };
    let misplaced = format!("put {} in another category", counted(otherwise, "phrase", "phrases"));
    let wrong = match (otherwise, missed) {
        (0, _) => None,
        (_, 0) => Some(format!("You {misplaced}.")),
        _ => Some(format!("You {misplaced} and missed {missed}.")),
    };
    let extra = (extra > 0).then(|| format!("You marked {extra} that no rule marks."));
    [Some(found), wrong, extra].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
