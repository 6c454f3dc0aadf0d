//! The fixed strings of the page, and the wording of the page under one path.
#![expect(missing_docs, reason = "the name of each constant says where it is shown")]

pub use super::comparison_phrases::*;
pub use super::files_and_lists::*;
pub use super::ledger_phrases::*;
pub use super::library::*;
pub use super::origin_words::*;
pub use super::phrases::*;
pub use super::practice_phrases::*;
pub use super::reader::*;

pub const NAME: &str = "Caveat Lector";
pub const MOTTO: &str = "what an article doesn’t know, won’t say and hasn’t decided";

// The bar and its menu.
pub const SKIP: &str = "Skip to the article";
pub const PRIVATE_NOTE: &str = "Private: nothing is kept";
pub const NEW_TEXT: &str = "New text";
pub const EDIT: &str = "Edit";
pub const READ: &str = "Read";
pub const READING: &str = "Reading …";
pub const BACK: &str = "Back to the article";
pub const MORE: &str = "More";
pub const TO_SUMMARY: &str = "Summary";
pub const FIND: &str = "Search the marks";
pub const PRACTISE: &str = "Practise";
pub const COMPARE: &str = "Compare two versions";
pub const SHARE: &str = "Share as a link";
pub const PRINT: &str = "Print";
pub const LIGHT: &str = "Light colours";
pub const DARK: &str = "Dark colours";
pub const HELP: &str = "Keyboard shortcuts";

// The empty page.
pub const INTRODUCTION: &str = "What an article doesn’t know, won’t say and hasn’t decided";
pub const INTRODUCTION_MARKS: &str = "Paste a news story, and this page marks what the story ";
pub const DOES_NOT_KNOW: &str = "doesn’t know";
pub const INTRODUCTION_HEDGED: &str = " (hedged wording), ";
pub const WILL_NOT_SAY: &str = "won’t say";
pub const INTRODUCTION_UNNAMED: &str = " (unnamed sources) and ";
pub const HAS_NOT_DECIDED: &str = "hasn’t decided";
pub const INTRODUCTION_OPEN: &str = " (undecided matters). Every mark is explained. None is a verdict: a hedge is often honest work.";
pub const PROMISE: &str = "Your text never leaves this page. There is no server to send it to.";
pub const SAMPLES: &str = "Or try a sample";
pub const DIPLOMATIC: &str = "A diplomatic story";
pub const DIPLOMATIC_ABOUT: &str = "thick with hedges and unnamed sources";
pub const BUSINESS: &str = "A business story";
pub const BUSINESS_ABOUT: &str = "a deal that isn’t one yet";
pub const CALM: &str = "A calm story";
pub const CALM_ABOUT: &str = "with hardly anything to mark";

// The box.
pub const BOX: &str = "Article";
pub const BOX_HINT: &str = "Paste or type a news article here";
pub const READ_MARKED: &str = "Show the marks";
pub const NOT_KEPT: &str = "This browser could not store the text, so it will be gone after a reload.";
pub const PUT_ASIDE: &str = "Your previous text is set aside.";
pub const BRING_BACK: &str = "Bring it back";
pub const JOIN: &str = "Join both texts";
pub const DISMISS_PREVIOUS: &str = "Forget the previous text";

// The article.
pub const ARTICLE: &str = "The article with its marks";
pub const ARTICLE_HEADING: &str = "The article";
pub const AT_A_GLANCE: &str = "At a glance";
pub const MARK_ANYWAY: &str = "Mark it anyway";
pub const EVERY_LINE: &str = "Every line is read as part of the article.";
pub const SET_APART_AGAIN: &str = "Set lines of the page apart again";
pub const READ_THEM: &str = "Read it all as the article";
pub const MARKED_ANYWAY: &str =
    "This does not look like English, and the rules know only English: they miss most of what other languages say.";
pub const STRIP: &str = "Sentences of the article";
pub const CLOSE: &str = "Close";

// The explanation.
pub const PREVIOUS: &str = "‹ Previous";
pub const NEXT_MARK: &str = "Next mark";
pub const NEXT: &str = "Next ›";
pub const ARTICLES_WORDS: &str = "the article’s words";
pub const SPEAKERS_WORDS: &str = "a speaker’s words";
pub const CLAIMED_BY: &str = "Claimed by";
pub const WHEN: &str = "When";
pub const NOT_MARKED: &str = "not marked";
pub const ABOUT_RULE: &str = "About this rule";
pub const OWN_RULE: &str = "One of your own words.";
pub const IT_MARKS: &str = "It marks, for example:";
pub const IT_PASSES: &str = "It does not mark:";
pub const IGNORE_ONE: &str = "Ignore this one";
pub const IGNORE_RULE: &str = "Ignore this rule";
pub const EDIT_HERE: &str = "Edit here";
pub const UNDO: &str = "Undo";
pub const IGNORED: &str = "Ignored";
pub const SHOW_AGAIN: &str = "Show again";

// Filters.
pub const SWITCHES: &str = "A name hides or shows its marks; a number goes through them.";
pub const OFF: &str = "off";
pub const FILTERS: &str = "Filters";
pub const PRESETS: &str = "Ready-made filters";
pub const SHOW_IGNORED: &str = "See the list";
pub const PRESET_ALL: &str = "Everything";
pub const PRESET_STRONG: &str = "Strong only";
pub const PRESET_OWN: &str = "The article’s own words";
pub const WHOSE_WORDS: &str = "Whose words";
pub const HOW_STRONG: &str = "How strong";
pub const ALSO_SHOW: &str = "Also show";
pub const LOOK_ALIKES: &str = "Look-alikes, and why they are not marked";
pub const LETTERS: &str = "Letters on the marks";

// Exports.
pub const NO_QUESTIONS: &str = "No mark is shown, so there is nothing to ask.";
pub const QUESTIONS_FOOTER: &str = "The questions come from rules about wording. They judge nobody, and some will not apply.";
pub const NOTES: &str = "Notes";
pub const EXPORT_FOOTER: &str = "The marks describe wording, never truth: a hedge is often honest work, and a named source can be wrong. Caveat Lector’s rules know \
     English news prose; they miss some wording and mark some that is harmless.";

// The tour and the search.
pub const FINDER: &str = "Places in the article";
pub const PREVIOUS_PLACE: &str = "Previous place";
pub const NEXT_PLACE: &str = "Next place";
pub const SEARCH: &str = "Search the marks";
pub const SEARCH_HINT: &str = "marked words, kind or /regex/";
pub const BACK_TO_LIST: &str = "Back to the list";
pub const NOTHING_FOUND: &str = "no mark matches";

// The ledgers and what stands below them.
pub const SIDE: &str = "Ledgers";
/// The name of the foot for screen readers.
pub const ABOUT_MARKS: &str = "About the marks";
pub const UNNAMED_ROWS: &str = "Unnamed sources";
pub const BY_NAME: &str = "By name";
pub const NAMED_ROWS: &str = "Named sources";
pub const OPEN_ROWS: &str = "Undecided matters";
pub const NOTHING_PENDING: &str = "Nothing is marked as undecided.";
pub const NONE_SHOWN: &str = "Nothing is shown here: the marks are filtered out or ignored.";
pub const SHOW_ALL_MARKS: &str = "Show all marks";
pub const SOME_FILTERED: &str = "Some marks are filtered out or ignored.";
pub const UNNAMED_STATEMENTS: &str = "Statements from unnamed sources";
pub const NAMED_STATEMENTS: &str = "Statements from named sources";
pub const DATED: &str = "Undecided matters with a date";
pub const SHOW_FEWER: &str = "Show fewer";
pub const HOW_MANY: &str = "How many";
pub const SEVERAL: &str = "more than one; the text gives no number";
pub const HOW_KNOWN: &str = "How they know";
pub const WHY_UNNAMED: &str = "Why unnamed";
pub const THROUGH: &str = "Reported by";
pub const CITED_FOR: &str = "Cited for";
pub const SENTENCE: &str = "Sentence";
pub const CITED_IN_BRACKETS: &str = "Cited in brackets";
pub const HOW_TO_READ: &str = "How to read the marks";
pub const HOW_TO_READ_TEXT: &str = "They describe wording, never truth: a hedge is often honest work, and a named source can be wrong. A mark with no tint is \
     weak and often only a matter of style. The rules know English news prose; they miss some wording and mark some that is harmless.";
pub const HOW_OFTEN_RIGHT: &str = "How often the marks are right";
pub const MARKS_RIGHT: &str = "marks that are right";
pub const WORDING_FOUND: &str = "wording that is found";
pub const HOW_MEASURED: &str = "Measured on articles whose errors nobody looked at while writing the rules. Most were published, some were written for the test; language models, not people, annotated them.";
pub const PRIVATE: &str = "Private by design";
pub const BACK_TO_PLACE: &str = "Back to where you were";
pub const PRIVATE_NOW_TEXT: &str = "Nothing you paste leaves this page, and in private mode nothing is kept: a reload empties the page.";
pub const PRIVATE_TEXT: &str = "Nothing you paste leaves this page. The text is kept on this device only, so that it survives a reload; “New text” sets it aside until you close the tab. The earlier version of a comparison stays until you empty its box. “Privacy and storage” lists everything that is kept and can erase it.";

// The panel of the browser extension.
pub const PRIVATE_PANEL_TEXT: &str = "The article is read and marked on this device; nothing about it is sent anywhere. What you mark on a site is forgotten when you remove the marks or close the tab. Your own words, what you ignore and what you filter out are kept in this browser.";
pub const PANEL_EMPTY: &str = "Click the Caveat Lector button in the toolbar. A summary of the marks appears here.";

// Help.
pub const KEY: &str = "Key";
pub const DEED: &str = "What it does";
pub const SHORTCUTS_ON: &str = "Use single letters as shortcuts";
pub const NAMES_ONLY: &str = "For screen readers: read out only the name of each mark";
/// The shortcuts, each with what it does. Where two keys are given, the second is for the opposite direction.
pub const SHORTCUTS: &[(&str, &str)] = &[
    ("n Shift+N", "next and previous mark, or place"),
    ("h Shift+H", "next and previous hedge"),
    ("s Shift+S", "next and previous unnamed source"),
    ("u Shift+U", "next and previous undecided matter"),
    ("Enter", "on a mark: open its explanation"),
    ("1 2 3", "turn hedged, unnamed or undecided on and off"),
    ("l", "show look-alikes, and why they are not marked"),
    ("f", "search the marks"),
    ("e", "edit the text; Escape leads back"),
    ("Ctrl+Enter", "in the box: show the marks"),
    ("a", "add a note to the selected words or the mark in focus"),
    ("Escape", "close what is open"),
    ("?", "show these shortcuts"),
];

// Sharing.
pub const SHARE_HOW: &str = "The link contains the whole text, your filters and your notes, after the #. Browsers do not send that part to a server. Anyone with the link can read the text.";
pub const LINK: &str = "Link";
pub const COPY: &str = "Copy the link";
pub const LINK_COPIED: &str = "The link has been copied.";
pub const COPY_BY_HAND: &str = "The browser did not allow copying. The link is selected: copy it by hand.";
pub const NO_LINK: &str = "This browser cannot compress the text into a link.";
pub const LINK_DAMAGED: &str = "The link is damaged: its text could not be read. Nothing was changed.";
pub const LINK_ASKS: &str = "This link contains another article. You can get yours back afterwards.";
pub const LINK_ACCEPT: &str = "Open the linked article";
pub const LINK_REFUSE: &str = "Keep mine";

// Practice.
pub const PRACTICE: &str = "Practice";
pub const PRACTICE_TOUCH: &str = "The marks are hidden. Tap a word of the article, or touch and hold it and drag the ends for more words, and mark every hedge (H), \
     unnamed source (S) and undecided matter (U) you see. Then reveal what the rules mark.";
pub const PRACTICE_HOW: &str = "The marks are hidden. Select words in the article (or move with the arrow keys; Shift adds words) and mark \
     every hedge (H), unnamed source (S) and undecided matter (U) you see. Then reveal what the rules mark.";
pub const PRACTICE_REVEALED: &str = "Phrase by phrase: what you marked, what the rules mark, and why. ✓ you and the rules agree · ≠ different category · ○ only the rules · ? only you. The rules make mistakes too.";
pub const PRACTICE_ARTICLE: &str = "The article without marks";
pub const PRACTICE_COMPARED: &str = "The article with your marks and those of the rules";
pub const MARK_AS: &str = "Mark the selected words";
pub const UNMARK: &str = "Unmark";
pub const REVEAL: &str = "Reveal";
pub const START_AGAIN: &str = "Start again";
pub const PHRASES: &str = "Phrase by phrase";
pub const YOU: &str = "You";
pub const THE_RULES: &str = "The rules";
pub const NOTHING: &str = "nothing";
pub const NO_RULE: &str = "No rule marks this. You may have spotted something the rules miss.";

// Versions.
pub const COMPARE_HOW: &str = "An early and a later version of a story: see which hedges were dropped, which unnamed sources were replaced by a name, and what is no longer described as undecided. Both texts are kept on this device only.";
pub const COMPARE_PRIVATE: &str = "An early and a later version of a story: see which hedges were dropped, which unnamed sources were replaced by a name, and what is no longer described as undecided. Private mode is on, so neither text is kept.";
pub const CHANGES: &str = "What changed";
pub const THE_TEXTS: &str = "The two texts";
pub const EARLIER_BOX: &str = "Earlier version";
pub const LATER_BOX: &str = "Later version";
pub const SAMPLE_VERSIONS: &str = "Try it with a sample";
pub const SWAPPED: &str = "Swapped: the article is now what was the earlier version.";
pub const SWAP: &str = "Swap the versions";
pub const EARLIER: &str = "Earlier";
pub const LATER: &str = "Later";
pub const ONLY_CHANGES: &str = "Only what changed";
pub const NOT_YET_THERE: &str = "not there yet";
pub const DROPPED: &str = "dropped";
pub const SAME_TEXTS: &str = "The two texts are the same.";
pub const NO_CHANGE: &str = "No mark has changed in the sentences that both versions share.";
