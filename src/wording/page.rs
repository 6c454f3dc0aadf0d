//! The fixed strings of the page, and the wording of the page under one path.
#![expect(missing_docs, reason = "the name of each constant says where it is shown")]

pub use super::files_and_lists::*;
pub use super::ledger_phrases::*;
pub use super::library::*;
pub use super::origin_words::*;
pub use super::phrases::*;
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
pub const FIND: &str = "Find in the marks";
pub const PRACTISE: &str = "Practise";
pub const COMPARE: &str = "Compare two versions";
pub const SHARE: &str = "Share as a link";
pub const PRINT: &str = "Print";
pub const LIGHT: &str = "Light colours";
pub const DARK: &str = "Dark colours";
pub const HELP: &str = "Keyboard shortcuts";

// The empty page.
pub const INTRODUCTION: &str = "What this article doesn’t know, won’t say and hasn’t decided";
pub const INTRODUCTION_MARKS: &str = "Paste a news story: the page marks what it ";
pub const DOES_NOT_KNOW: &str = "doesn’t know";
pub const INTRODUCTION_HEDGED: &str = " (hedged wording), ";
pub const WILL_NOT_SAY: &str = "won’t say";
pub const INTRODUCTION_UNNAMED: &str = " (unnamed sources) and ";
pub const HAS_NOT_DECIDED: &str = "hasn’t decided";
pub const INTRODUCTION_OPEN: &str = " (open decisions). Every mark is explained. None is a verdict: a hedge is often honest work.";
pub const PROMISE: &str = "The text never leaves this page: there is no server that could read it.";
pub const SAMPLES: &str = "Or look at a sample";
pub const DIPLOMATIC: &str = "A diplomatic story";
pub const DIPLOMATIC_ABOUT: &str = "thick with hedges and unnamed sources";
pub const BUSINESS: &str = "A business story";
pub const BUSINESS_ABOUT: &str = "a deal that isn’t one yet";
pub const CALM: &str = "A calm story";
pub const CALM_ABOUT: &str = "with hardly anything to mark";

// The box.
pub const BOX: &str = "Article";
pub const BOX_HINT: &str = "Paste or type a news article here";
pub const READ_MARKED: &str = "Read it with marks";
pub const NOT_KEPT: &str = "This browser could not store the text, so it will be gone after a reload.";
pub const PUT_ASIDE: &str = "Your previous text is set aside.";
pub const BRING_BACK: &str = "Bring it back";
pub const JOIN: &str = "Join both texts";

// The article.
pub const ARTICLE: &str = "The article with its marks";
pub const ARTICLE_HEADING: &str = "The article";
pub const AT_A_GLANCE: &str = "At a glance";
pub const MARK_ANYWAY: &str = "Mark it anyway";
pub const STRIP: &str = "Sentences of the article";
pub const CLOSE: &str = "Close";

// The explanation.
pub const PREVIOUS: &str = "‹ Previous";
pub const NEXT: &str = "Next ›";
pub const ARTICLES_WORDS: &str = "the article’s words";
pub const SPEAKERS_WORDS: &str = "a speaker’s words";
pub const CLAIMED_BY: &str = "Claimed by";
pub const WHEN: &str = "When";
pub const NOT_MARKED: &str = "not marked";
pub const ABOUT_RULE: &str = "About this rule";
pub const IT_MARKS: &str = "It marks, for example:";
pub const IT_PASSES: &str = "It leaves alone:";
pub const IGNORE_ONE: &str = "Ignore this one";
pub const IGNORE_RULE: &str = "Ignore this rule";
pub const EDIT_HERE: &str = "Edit here";
pub const UNDO: &str = "Undo";
pub const IGNORED: &str = "Ignored";
pub const SHOW_AGAIN: &str = "Show again";

// Filters.
pub const OFF: &str = "off";
pub const FILTERS: &str = "Filters";
pub const PRESETS: &str = "Ready-made filters";
pub const PRESET_ALL: &str = "Everything";
pub const PRESET_STRONG: &str = "Strong only";
pub const PRESET_OWN: &str = "The article’s own words";
pub const WHOSE_WORDS: &str = "Whose words";
pub const HOW_STRONG: &str = "How strong";
pub const ALSO_SHOW: &str = "Also show";
pub const LOOK_ALIKES: &str = "Look-alikes, and why they are not marked";
pub const LETTERS: &str = "Letters at the marks";

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
pub const SEARCH: &str = "Find in the marks";
pub const SEARCH_HINT: &str = "a word, a kind of mark or /a regular expression/";
pub const NOTHING_FOUND: &str = "no mark matches";

// The ledgers and what stands below them.
pub const SIDE: &str = "Ledgers";
pub const UNNAMED_ROWS: &str = "Sources without a name";
pub const BY_NAME: &str = "By name";
pub const NAMED_ROWS: &str = "Named sources";
pub const OPEN_ROWS: &str = "Open matters";
pub const NOTHING_PENDING: &str = "Nothing is pending.";
pub const SOME_OPEN_FILTERED: &str = "Some wording is filtered out or ignored.";
pub const SOME_FILTERED: &str = "Some are filtered out or ignored.";
pub const UNNAMED_STATEMENTS: &str = "Statements on unnamed sources";
pub const NAMED_STATEMENTS: &str = "Statements on named sources";
pub const DATED: &str = "Open decisions with a date";
pub const SHOW_FEWER: &str = "Show fewer";
pub const HOW_MANY: &str = "How many";
pub const SEVERAL: &str = "several, not counted";
pub const HOW_KNOWN: &str = "How known";
pub const WHY_UNNAMED: &str = "Why unnamed";
pub const THROUGH: &str = "Through";
pub const CITED_FOR: &str = "Cited for";
pub const SENTENCE: &str = "Sentence";
pub const CITED_IN_BRACKETS: &str = "Cited in brackets";
pub const HOW_TO_READ: &str = "How to read the marks";
pub const HOW_TO_READ_TEXT: &str = "They describe wording, never truth: a hedge is often honest work, and a named source can be wrong. A mark without a tint \
     is weak, often a matter of style. The rules know English news prose; they miss some wording and mark some that is harmless.";
pub const HOW_OFTEN_RIGHT: &str = "How often the marks are right";
pub const MARKS_RIGHT: &str = "marks right";
pub const WORDING_FOUND: &str = "wording found";
pub const HOW_MEASURED: &str = "Measured on articles whose errors nobody read while the rules were written. Most were published, some were written for the test; language models annotated them, not people.";
pub const PRIVATE: &str = "Private by design";
pub const BACK_TO_PLACE: &str = "Back to where you were";
pub const PRIVATE_NOW_TEXT: &str = "Nothing you paste leaves this page, and in private mode nothing is kept: a reload empties the page.";
pub const PRIVATE_TEXT: &str = "Nothing you paste leaves this page. The text is kept on this device only, so that it survives a reload; “New text” removes it. The earlier version of a comparison stays until you empty its box. “Privacy and storage” lists all that is kept, and erases it.";

// The panel of the browser extension.
pub const PANEL_EMPTY: &str = "Click the button of Caveat Lector in the toolbar: what it marks on the page is summed up here.";

// Help.
pub const KEY: &str = "Key";
pub const DEED: &str = "What it does";
pub const SHORTCUTS_ON: &str = "Use single letters as shortcuts";
pub const NAMES_ONLY: &str = "Screen readers: only the names of the marks, without explanations";
/// The shortcuts, each with what it does. Where two keys are given, the second is for the opposite direction.
pub const SHORTCUTS: &[(&str, &str)] = &[
    ("n Shift+N", "next and previous mark, or place"),
    ("h Shift+H", "next and previous hedge"),
    ("s Shift+S", "next and previous unnamed source"),
    ("p Shift+P", "next and previous open decision"),
    ("Enter", "on a mark: open its explanation"),
    ("1 2 3", "turn hedges, sources or decisions on and off"),
    ("l", "show look-alikes, and why they are not marked"),
    ("f", "find in the marks"),
    ("e", "switch between editing and reading"),
    ("Ctrl+Enter", "in the box: read it with marks"),
    ("a", "add a note to the selected words or the mark in focus"),
    ("Escape", "close what is open"),
    ("?", "show these shortcuts"),
];

// Sharing.
pub const SHARE_HOW: &str = "The link itself carries the whole text, your filters and your notes on it, after the #. Browsers never send that part to a server; whoever has the link can read the text.";
pub const LINK: &str = "Link";
pub const COPY: &str = "Copy the link";
pub const LINK_COPIED: &str = "The link is copied.";
pub const COPY_BY_HAND: &str = "The browser did not allow copying. The link is selected: copy it by hand.";
pub const NO_LINK: &str = "This browser cannot compress the text into a link.";
pub const LINK_DAMAGED: &str = "The link is damaged: its text could not be read. Nothing was changed.";
pub const LINK_ASKS: &str = "The link you opened carries another article. You can bring yours back afterwards.";
pub const LINK_ACCEPT: &str = "Open the article of the link";
pub const LINK_REFUSE: &str = "Keep mine";

// Practice.
pub const PRACTICE_HOW: &str = "The marks are hidden. Select words in the article (or move with the arrow keys; Shift adds words) and mark what you \
     take to be a hedge (H), an unnamed source (S) or an open decision (P). Then reveal what the rules mark.";
pub const PRACTICE_REVEALED: &str = "Phrase by phrase: what you marked, what the rules mark, and why. ✓ both, ≠ another category, ○ only the rules, ? only you. The rules make mistakes too.";
pub const PRACTICE_ARTICLE: &str = "The article without marks";
pub const MARK_AS: &str = "Mark the selected words";
pub const UNMARK: &str = "Unmark";
pub const REVEAL: &str = "Reveal";
pub const START_AGAIN: &str = "Start again";
pub const PHRASES: &str = "Phrase by phrase";
pub const YOU: &str = "You";
pub const THE_RULES: &str = "The rules";
pub const NOTHING: &str = "nothing";
pub const NO_RULE: &str = "No rule marks this. You may see something that the rules do not know.";

// Versions.
pub const COMPARE_HOW: &str = "An early and a later version of a story: see which hedges were dropped, which unnamed sources were replaced by a name, and what is no longer called pending. Both texts are kept on this device only.";
pub const THE_TEXTS: &str = "The two texts";
pub const EARLIER_BOX: &str = "Earlier version";
pub const LATER_BOX: &str = "Later version";
pub const SAMPLE_VERSIONS: &str = "Try it with a sample";
pub const SWAP: &str = "Swap the versions";
pub const EARLIER: &str = "Earlier";
pub const LATER: &str = "Later";
pub const ONLY_CHANGES: &str = "Only what changed";
pub const NOT_YET_THERE: &str = "not there yet";
pub const DROPPED: &str = "dropped";
pub const NO_CHANGE: &str = "No mark has changed in the sentences that both versions share.";
