//! The strings of the library of past articles and of notes on passages.
#![expect(missing_docs, reason = "the name of each item says where it is shown")]

use super::origin_words::day;
use super::{counted, grouped};
use crate::reading::PastArticle;

pub const LIBRARY: &str = "Past articles";
pub const LIBRARY_HOW: &str = "The articles you read can be kept, on this device only, so that you find them again.";
pub const LIBRARY_ON: &str = "Keep the articles I read";
pub const LIBRARY_SEARCH: &str = "Search titles and texts";
pub const LIBRARY_EMPTY: &str = "No articles are kept yet.";
pub const LIBRARY_NOTHING_FOUND: &str = "No article contains all of these words.";
pub const LIBRARY_PRIVATE: &str = "Private mode is on, so nothing is kept. Turn it off under “Privacy and storage” first.";
pub const LIBRARY_REFUSED: &str = "This browser does not let pages store anything, so no articles can be kept.";
pub const LIBRARY_FULL: &str = "The library is full, so this was not added. What is in it stays. Export it, then erase some articles.";
pub const PAST_DAMAGED: &str = "The text of this article could not be read. Nothing was changed.";
pub const ERASE_ONE: &str = "Erase";
pub const PAST_RESTORED: &str = "Brought back.";
pub const LIBRARY_EXPORT: &str = "Export all as one file";
pub const LIBRARY_READ: &str = "Import a file";
pub const LIBRARY_ERASE: &str = "Erase all";
pub const LIBRARY_FILE: &str = "past-articles.json";

#[must_use]
pub fn library_turned(on: bool) -> &'static str {
    if on {
        "From now on, every article that stays open for a few seconds is kept."
    } else {
        "No further articles are kept. Those below stay until you erase them."
    }
}

/// Returns the date and the figures of an article.
#[must_use]
pub fn past_about(article: &PastArticle) -> String {
    let [hedges, sources, decisions] = article.marks;
    let counts = [
        counted(hedges, "hedge", "hedges"),
        counted(sources, "unnamed source", "unnamed sources"),
        counted(decisions, "undecided matter", "undecided matters"),
    ];
    let counts = if article.marks == [0; 3] { "nothing marked".to_owned() } else { counts.join(", ") };
    format!("{} · {counts}", day(&article.date))
}

#[must_use]
pub fn erase_past(title: &str) -> String {
    format!("Erase: {title}")
}

#[must_use]
pub fn past_erased(count: usize) -> String {
    if count == 1 { "The article was erased.".to_owned() } else { format!("{} articles were erased.", grouped(count)) }
}

#[must_use]
pub fn no_library(name: &str) -> String {
    format!("“{name}” is not a library this version of the page can read.")
}

#[must_use]
pub fn library_read(added: usize, left: usize) -> String {
    let mut words = match added {
        0 => "There were no new articles.".to_owned(),
        1 => "1 article was added.".to_owned(),
        _ => format!("{} articles were added.", grouped(added)),
    };
    if left > 0 {
        words = format!("{words} The library is full: {} had no room.", counted(left, "article", "articles"));
    }
    words
}

/// Returns how much the library takes, for the list of what is kept.
#[must_use]
pub fn library_kept(articles: usize) -> String {
    counted(articles, "article", "articles")
}

// Notes on passages.
pub const ADD_NOTE: &str = "Add a note";
pub const NOTE: &str = "Your note";
pub const SAVE_NOTE: &str = "Save the note";
pub const DISCARD_NOTE: &str = "Discard the draft";
pub const CLOSE_NOTE: &str = "Close and keep the draft";
pub const REMOVE_NOTE: &str = "Remove the note";
pub const CHANGE_NOTE: &str = "Change";
pub const YOUR_NOTES: &str = "Your notes";
pub const WORDS_GONE: &str = "no longer in the text";
pub const NOTE_NEEDS_WORDS: &str = "Select words of the article first, or go to a mark: then “a” adds a note.";
pub const NOTE_SAVED: &str = "Your note is saved. It is listed under “Your notes”.";
pub const NOTE_REMOVED: &str = "Your note is removed.";
pub const NOTE_PUT_OFF: &str = "Your note is not saved yet.";
pub const GO_ON_WRITING: &str = "Go on writing";
pub const NOTES_NOT_KEPT: &str = "This browser could not store the note, so it will be gone after a reload. Export the article to keep it.";

#[must_use]
pub fn change_note(words: &str) -> String {
    format!("Change the note on “{words}”")
}

/// Returns the reference from a passage to its note.
#[must_use]
pub fn note_number(number: usize) -> String {
    format!("Note {number}")
}
