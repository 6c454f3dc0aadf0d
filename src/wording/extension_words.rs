//! The strings of the browser extension that the page does not have.

use super::page;

/// The strings that the extension shows on a site, each with the name by which its scripts know it.
pub const EXTENSION_WORDS: [(&str, &str); 19] = [
    ("name", page::NAME),
    ("bar", "Caveat Lector: the marks on this page"),
    ("card", "Explanation of the mark"),
    ("previous", page::PREVIOUS),
    ("next", page::NEXT),
    ("close", page::CLOSE),
    ("ignoreOne", page::IGNORE_ONE),
    ("ignoreRule", page::IGNORE_RULE),
    ("markAnyway", page::MARK_ANYWAY),
    ("ledgers", page::SIDE),
    ("besidePage", "Ledgers beside the page"),
    ("openPage", "Open in Caveat Lector"),
    ("takeAway", "Remove the marks"),
    ("markPage", "Mark this page, or remove the marks"),
    ("markSelection", "Mark the selected text"),
    ("reading", page::READING),
    ("noArticle", "No article was found on this page. Select some text and try again."),
    ("notSelected", "The selected text can’t be read: it is in a text box, or in a part of the page that comes from another site."),
    ("refused", "The browser does not let extensions read this page."),
];
