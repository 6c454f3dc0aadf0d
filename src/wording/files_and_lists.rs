//! The strings of the page about files, storage, exports, lists and the bookmarklet.
#![expect(missing_docs, reason = "the name of each item says where it is shown")]

use super::{counted, grouped};
use crate::engine::Notice;
use crate::import::{LARGEST, Markup, Unreadable};
use crate::reading::Column;

// Files.
pub const OPEN_FILES: &str = "Open files";
pub const OPEN_HINT: &str = "or drop them here; several files become a list";
pub const DROP_HERE: &str = "Drop to read it here";
pub const ARTICLES: &str = "Articles";
pub const COMPARE_ARTICLES: &str = "Compare in a table";
pub const LIST_CLOSED: &str = "The list is closed.";
pub const LIST_BACK: &str = "Bring the list back";
pub const CLOSE_LIST: &str = "Close the list";
pub const TABLE_HOW: &str =
    "The whole articles, whatever is filtered out or ignored. Percentages allow texts of different lengths to be compared.";
pub const DOWNLOAD_TABLE: &str = "Download this table";
pub const DOWNLOAD_MARKS: &str = "Download all marks";
/// The names of the downloaded files.
pub const TABLE_FILE: &str = "articles.csv";
pub const MARKS_FILE: &str = "marks.csv";
pub const LIST_FORGOTTEN: &str = "The list is kept until this tab is closed; after that, only the article on the page is kept.";
pub const FILES_NOT_KEPT: &str = "This browser could not store the list of articles: it will be gone after a reload.";

/// Returns what stands in place of the figures of a text in which nothing is marked.
#[must_use]
pub fn not_analysed(notice: Notice) -> &'static str {
    match notice {
        Notice::Empty => "No text",
        Notice::Address => "Only an address",
        Notice::NotText => "Not a text",
        Notice::NotEnglish => "Not English, so nothing is marked",
    }
}

/// The head of a column of the table.
#[must_use]
pub fn table_column(column: Column) -> &'static str {
    match column {
        Column::Article => "Article",
        Column::Words => "Words",
        Column::Hedged => "Hedged sentences",
        Column::Unnamed => "Statements from unnamed sources",
        Column::Open => "Mentions of undecided matters",
        Column::Density => "Marks per 1,000 words",
    }
}

// Web pages.
pub const READ_SOURCE: &str = "Read it formatted";
#[must_use]
pub fn is_source(markup: Markup) -> &'static str {
    match markup {
        Markup::Html => "This is the HTML source of a page.",
        Markup::Markdown => "This is written in Markdown.",
    }
}
pub const TAKE_WHOLE_PAGE: &str = "Use the whole page instead";

/// How many lines of the text are not of the article proper.
#[must_use]
pub fn lines_set_apart(count: usize) -> String {
    let (are, they) = if count == 1 { ("is", "it looks") } else { ("are", "they look") };
    format!("{} in grey {are} left out: {they} like a byline, a date or other words around the article.", counted(count, "line", "lines"))
}

#[must_use]
pub fn article_taken(taken: usize, all: usize) -> String {
    format!("Only the article was taken from the web page: {} of its {} paragraphs.", grouped(taken), grouped(all))
}

// Privacy.
pub const PRIVACY: &str = "Privacy and storage";
pub const REQUESTS: &str = "Requests since the page was loaded";
pub const OFFLINE: &str = "Works offline";
pub const KEPT_HERE: &str = "Kept in this browser, on this device";
/// The stored values, in the order of the storage keys.
pub const KEPT: [&str; 19] = [
    "The article",
    "Where it comes from",
    "The earlier version you compare with",
    "What you filter out",
    "What you ignore",
    "Your own words",
    "Letters on the marks",
    "Single-letter shortcuts",
    "Light or dark",
    "Names only for screen readers",
    "The list of articles, until this tab is closed",
    "Your previous text, until this tab is closed",
    "Your marks in practice, until this tab is closed",
    "The size of the text",
    "The width of the lines",
    "Your results in practice",
    "Your notes",
    "Notes you have not saved, until this tab is closed",
    "Whether past articles are kept",
];
pub const KEPT_HOW: &str = "Only pages on this site can read it.";
pub const KEPT_OFFLINE: &str = "For offline use, the browser also keeps the page’s own files until you erase everything.";
pub const NOTHING_KEPT: &str = "Nothing.";
pub const ERASE: &str = "Erase everything";
pub const ERASED: &str =
    "Everything is erased, including the files for offline use. What is on the page stays until you close or change it.";
pub const PUT_BACK: &str = "Put it back";
pub const IS_BACK: &str = "It is kept again.";
pub const NOT_ERASED: &str = "The browser blocks storage, so nothing of this page is stored.";
pub const KEEP_NOTHING: &str = "Private: keep nothing from now on";
pub const PRIVATE_HOW: &str = "This erases what is kept, including past articles and notes, and lasts until you close this tab or switch it off. The page’s address then ends in #private: open that address to start in private mode.";
pub const PRIVATE_NOW: &str = "What was kept is erased, and nothing is kept from now on: a reload empties the page.";
pub const KEPT_AGAIN: &str = "The article and your settings are kept again.";
pub const NEW_VERSION: &str = "A new version of this page is ready.";
pub const LOAD_VERSION: &str = "Load it";
pub const NEW_VERSION_LATER: &str = "A new version of this page is ready for your next visit.";

/// Returns the number of requests since the page was loaded; `count` is empty if the browser does not count them.
#[must_use]
pub fn requests(count: &str) -> String {
    if count.is_empty() { "this browser does not count them".to_owned() } else { count.to_owned() }
}

/// Returns whether the page works without a network.
#[must_use]
pub fn offline(works: &str) -> &'static str {
    match works {
        "now" => "yes",
        "yes" => "yes, from the next visit on",
        "no" => "not in this browser",
        "erased" => "not any more; again from the next visit on",
        _ => "getting ready",
    }
}

/// Returns a stored value as the list of what is kept shows it: a setting in words, of anything else the length.
#[must_use]
pub fn kept_value(value: &str) -> String {
    match value {
        "on" => "yes".to_owned(),
        "off" => "no".to_owned(),
        "middle" => "medium".to_owned(),
        "light" | "dark" | "small" | "large" | "largest" | "narrow" | "wide" => value.to_owned(),
        _ => counted(value.chars().count(), "character", "characters"),
    }
}

// Exports.
pub const EXPORT: &str = "Export";
pub const EXPORT_FORMATS: &str = "Format";
pub const COPY_EXPORT: &str = "Copy";
pub const DOWNLOAD: &str = "Download";
pub const EXPORT_COPIED: &str = "Copied.";
pub const DOWNLOADED: &str = "The download has begun.";
pub const NO_COPY: &str = "The browser did not allow copying. Download it instead.";
pub const NO_DOWNLOAD: &str = "The browser did not allow the download. Copy it instead.";

// The title and the purpose of each export format.
pub const EXPORT_HTML: (&str, &str) = ("Web page", "one file with notes, good for printing");
pub const EXPORT_MARKDOWN: (&str, &str) = ("Markdown", "explanations as footnotes");
pub const EXPORT_QUESTIONS: (&str, &str) = ("Questions", "each question once, with its passages, to send to the author");
pub const EXPORT_JSON: (&str, &str) = ("JSON", "everything; this page opens it again");
pub const EXPORT_CSV: (&str, &str) = ("CSV", "one row for each mark, for spreadsheets");
pub const EXPORT_ANNOTATION: (&str, &str) = ("W3C Web Annotation", "JSON-LD, for annotation tools");
pub const EXPORT_BRAT_TEXT: (&str, &str) = ("brat: text", "the .txt file");
pub const EXPORT_BRAT: (&str, &str) = ("brat: annotations", "the .ann file for it");

// The reader's own list.
pub const WORDS: &str = "Your own words";
pub const WORDS_HOW: &str = "Words or patterns that you want marked too, or not marked. They are kept on this device.";
pub const WORDS_PRIVATE: &str = "Words or patterns that you want marked too, or not marked. Private mode is on, so they are not kept.";
pub const ALREADY_LISTED: &str = "Your list has this already.";
pub const WORDS_FIELD: &str = "Words or pattern";
pub const WORDS_HINT: &str = "word on the street";
pub const WORDS_AS: &str = "Mark as";
pub const WORDS_NOTE: &str = "Note (optional)";
pub const LEAVE_ALONE: &str = "Do not mark";
pub const ADD: &str = "Add";
pub const REMOVE: &str = "Remove";
pub const RULE_REMOVED: &str = "Removed.";
pub const YOUR_LIST: &str = "Your list";
pub const IMPORT_LIST: &str = "Import a list";
pub const EXPORT_LIST: &str = "Export the list";
pub const PATTERN_HELP: &str = "How patterns are written";
/// Items of the pattern language, each with what it matches.
pub const PATTERN_ITEMS: [(&str, &str); 8] = [
    ("word on the street", "these words, in any case"),
    ("rumour(s)", "with or without the ending"),
    ("whisper~", "every form of the verb"),
    ("(rumour|gossip) has it", "one of several"),
    ("talk (is)? of", "with or without"),
    ("talk _3 of", "up to three words in between; .. allows up to forty"),
    ("{rumoured} to <be>", "braces mark the part to show; <be> is a class of words"),
    ("/colou?r\\w*/", "a regular expression between slashes, within one sentence, in any case; whole words are marked"),
];

// Bringing articles in.
pub const BOOKMARKLET: &str = "Send articles here from other sites";
pub const BOOKMARKLET_HOW: &str = "Drag this button to your bookmarks bar. Then, on any site, click the bookmark: the article, or the text you selected, opens here. It travels in the address after the #, which is not sent to any server.";
pub const BOOKMARKLET_CODE: &str = "Or copy its code: add a bookmark of any page, edit it, and put the code in place of its address.";
pub const BOOKMARKLET_NAME: &str = "Read with Caveat Lector";
pub const BOOKMARKLET_COPY: &str = "Copy its code";
pub const BOOKMARKLET_DRAG: &str = "Drag it to your bookmarks bar instead: here it would only read this page.";
pub const BOOKMARKLET_FILE: &str =
    "This page was opened from a file, which other sites cannot open. Use a copy of this page on the web to make the bookmark.";
pub const BOOKMARKLET_PHONE: &str = "On an Android phone, add this page to the home screen from the menu of Chrome, Edge or Samsung Internet. Then select the text of an article in any app, share it, and choose Caveat Lector. If you share a page as a whole, only its address arrives. Other browsers and iPhones do not offer this.";
pub const BOOKMARKLET_TOUCH: &str = "A bookmark works in every browser. Copy its code, add a bookmark of any page, edit it, and put the code in place of its address. Then open an article, type the bookmark’s name into the address bar and tap the bookmark: the article opens here. It travels in the address after the #, which is not sent to any server.";
pub const NO_ARTICLE: &str = "No text was found in it. Nothing was changed.";

#[must_use]
pub fn unreadable(name: &str, fault: Unreadable) -> String {
    match fault {
        Unreadable::Empty => format!("“{name}” has no text in it."),
        Unreadable::TooLarge(size) => {
            format!("“{name}” is too large: it has {} MB, and the limit is {} MB.", size.div_ceil(1_000_000), LARGEST / 1_000_000)
        }
        Unreadable::Binary(Some(what)) => format!("“{name}” is {what}, not a text file. Open it in another program and copy the text."),
        Unreadable::Binary(None) => format!("“{name}” is not a text file."),
    }
}

#[must_use]
pub fn not_read(name: &str) -> String {
    format!("“{name}” could not be read. It may have changed or gone since it was chosen.")
}

#[must_use]
pub fn no_saved(name: &str) -> String {
    format!("“{name}” is not an article saved by this version of the page.")
}

#[must_use]
pub fn saved_opened(name: &str) -> String {
    format!("“{name}” was opened with its filters and ignored marks. Yours come back with the next text.")
}

#[must_use]
pub fn would_mark(count: usize, whole: bool) -> String {
    format!("{}, {} would be marked.", in_this(whole), counted(count, "place", "places"))
}

fn in_this(whole: bool) -> &'static str {
    if whole { "In this text" } else { "In the first part of this long text" }
}

#[must_use]
pub fn would_leave(count: usize, whole: bool) -> String {
    format!("{}, {} would disappear.", in_this(whole), counted(count, "mark", "marks"))
}

#[must_use]
pub fn list_imported(count: usize) -> String {
    format!("The list has been read: {} added.", counted(count, "rule was", "rules were"))
}

#[must_use]
pub fn list_fault(name: &str, fault: &str) -> String {
    format!("“{name}” was not read. {fault}")
}

pub const LIST_TOO_LONG: &str = "The list would become too long. Nothing was added.";
pub const LIST_NOT_KEPT: &str = "This browser could not store the list: it will be gone after a reload. Export it to keep it.";

#[must_use]
pub fn remove(words: &str) -> String {
    format!("Remove: {words}")
}

#[must_use]
pub fn share_of(part: usize, all: usize) -> String {
    match (part * 100 + all / 2).checked_div(all) {
        Some(percent) => format!("{} of {} ({percent}%)", grouped(part), grouped(all)),
        None => "–".to_owned(),
    }
}
