//! The types of the page's signals.

use crate::import::Extract;
use crate::reading::{Exception, Note, Provenance};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How much of the text is on the page: a long text is analyzed and drawn in steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The text is being analyzed.
    Analyzing,
    /// The summary is on the page.
    Summarized,
    /// The article is on the page.
    Drawn,
}

/// The open explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Indices of the explained findings in the shown report.
    pub findings: Vec<usize>,
    /// Index of the explained look-alike.
    pub look_alike: Option<usize>,
    /// Opened by click or key: it stays open until the reader closes it.
    pub pinned: bool,
}

/// Where the reader left the article for another mode.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftPlace {
    /// The text.
    pub text: Arc<str>,
    /// The reader's position in it.
    pub position: usize,
    /// A byte of the topmost row in the window.
    pub row: usize,
    /// The height of this row in the window, in CSS pixels.
    pub top: f64,
}

/// A text that another one replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutAside {
    /// The text.
    pub text: String,
    /// Where it comes from.
    pub from: Option<Provenance>,
    /// The earlier version that it was compared with.
    pub earlier: String,
}

/// What was on the page before the reader tried the sample of two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleTrial {
    /// The versions of the sample, the earlier one first.
    pub versions: [Arc<str>; 2],
    /// The text, and what it was compared with.
    pub before: PutAside,
    /// The text that this one had replaced.
    pub previous: Option<PutAside>,
    /// The index of the file on the page.
    pub file: Option<usize>,
}

/// A short message at the foot of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The message.
    pub text: String,
    /// What its button does.
    pub offer: Option<Offer>,
}

/// What the button of a message does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Shows again what was ignored.
    Undo(Exception),
    /// Brings a removed note back.
    BringBack(Note),
    /// Goes on with a note that is not saved.
    Continue(Note),
}

/// An article of the file list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenFile {
    /// The file name.
    pub name: String,
    /// The text with the reader's changes.
    pub text: Arc<str>,
    /// The web page that it was taken from.
    pub page: Option<Arc<Extract>>,
    /// Where it comes from.
    pub from: Provenance,
}

/// The list of files in the storage.
#[derive(Default, Serialize, Deserialize)]
pub struct StoredFiles {
    /// The index of the file on the page.
    pub current: Option<usize>,
    /// Names, texts, and where they come from.
    pub files: Vec<(String, String, Provenance)>,
}

impl StoredFiles {
    /// Reads the stored list: the files, and the index of the one on the page. What cannot be read is no list.
    pub fn read(stored: &str) -> (Vec<OpenFile>, Option<usize>) {
        let Self { current, files } = serde_json::from_str(stored).unwrap_or_default();
        let file = |(name, text, from): (String, String, Provenance)| OpenFile { name, text: text.into(), page: None, from };
        let files: Vec<OpenFile> = files.into_iter().map(file).collect();
        let current = current.filter(|number| *number < files.len());
        (files, current)
    }
}

/// The dialogs. One is open at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogKind {
    /// The keyboard shortcuts.
    Shortcuts,
    /// A link that contains the text.
    Share,
    /// The findings in other formats.
    Export,
    /// The reader's own list of rules.
    UserList,
    /// The bookmarklet that brings articles from other sites.
    Bookmarklet,
    /// A table that compares the open files.
    FileTable,
    /// A note on a passage.
    Note,
    /// The library of past articles.
    Library,
    /// What is stored and what was requested from the network.
    Privacy,
}

/// A line of the article and where it stands in the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ArticleLine {
    /// A byte of its row.
    pub row: usize,
    /// The share of the row's height above the line.
    pub share: f64,
    /// Its height in the window, in CSS pixels.
    pub top: f64,
}
