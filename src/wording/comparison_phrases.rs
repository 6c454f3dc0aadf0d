//! The strings of the comparison of two versions.
#![expect(missing_docs, reason = "the name of each function says where its string is shown")]

use super::counted;
use crate::reading::Fate;

/// Returns how many marks had the same fate between two versions.
#[must_use]
pub fn fate_count(fate: Fate, count: usize) -> String {
    let (one, many) = match fate {
        Fate::Stated => ("hedge dropped", "hedges dropped"),
        Fate::Named => ("unnamed source gave way to a name", "unnamed sources gave way to names"),
        Fate::Settled => ("mark of an undecided matter dropped", "marks of undecided matters dropped"),
        Fate::Hedged => ("new hedge", "new hedges"),
        Fate::Sourced => ("new unnamed source", "new unnamed sources"),
        Fate::Opened => ("new mark of an undecided matter", "new marks of undecided matters"),
        Fate::Unnamed => ("name gave way to an unnamed source", "names gave way to unnamed sources"),
        Fate::Unsourced => ("unnamed source dropped", "unnamed sources dropped"),
        Fate::Reworded => ("mark reworded", "marks reworded"),
    };
    counted(count, one, many)
}

/// Returns the description of one change between two versions.
#[must_use]
pub fn change(fate: Fate, before: Option<String>, after: Option<String>, name: Option<String>) -> String {
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    match fate {
        Fate::Stated => format!("No longer hedged with “{before}”."),
        Fate::Named => format!("“{before}” is gone; {} is cited.", inside(name)),
        Fate::Settled => format!("No longer says “{before}”."),
        Fate::Hedged => format!("Now hedged with “{after}”."),
        Fate::Sourced => format!("Now cites “{after}”, unnamed."),
        Fate::Opened => format!("Now undecided: “{after}”."),
        Fate::Unnamed => format!("The name {} is gone; “{after}” is cited, unnamed.", inside(name)),
        Fate::Unsourced => format!("No longer cites “{before}”."),
        Fate::Reworded => format!("“{before}” is now “{after}”."),
    }
}

/// A name inside a sentence: `the minister, Ann Lee,` for `The minister, Ann Lee`.
fn inside(name: Option<String>) -> String {
    let name = name.unwrap_or_default();
    let name = name.strip_prefix("The ").map_or_else(|| name.clone(), |rest| format!("the {rest}"));
    if name.contains(',') { name + "," } else { name }
}

/// What became of wording that names nobody, such as `is believed to`.
#[must_use]
pub fn agentless_change(words: &str, gone: bool) -> String {
    if gone { format!("No longer says “{words}”.") } else { format!("Now says “{words}”, without saying who.") }
}

#[must_use]
pub fn sentences_changed([added, marks_added]: [usize; 2], [dropped, marks_dropped]: [usize; 2]) -> String {
    if added + dropped == 0 {
        return "Every sentence has its counterpart in the other version.".into();
    }
    let part = |count, marks| match marks {
        0 => counted(count, "sentence", "sentences"),
        _ => format!("{} with {}", counted(count, "sentence", "sentences"), counted(marks, "mark", "marks")),
    };
    format!("Only in the later version: {}. Only in the earlier one: {}.", part(added, marks_added), part(dropped, marks_dropped))
}
