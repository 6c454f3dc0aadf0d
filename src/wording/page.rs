//! What the page says. The names tell what each is for.
#![expect(missing_docs, reason = "each constant is its own documentation")]

use super::{category_name, counted};
use crate::lexicon::{Category, Strength};
use crate::reading::{Fate, Voices};

pub const NAME: &str = "Caveat Lector";
pub const MOTTO: &str = "what an article doesn’t know, won’t say and hasn’t decided";

// The bar and its menu.
pub const SKIP: &str = "Skip to the article";
pub const NEW_TEXT: &str = "New text";
pub const EDIT: &str = "Edit";
pub const READ: &str = "Read";
pub const BACK: &str = "Back to the article";
pub const MORE: &str = "More";
pub const FIND: &str = "Find in the marks";
pub const PRACTISE: &str = "Practise";
pub const COMPARE: &str = "Compare two versions";
pub const SHARE: &str = "Share as a link";
pub const PRINT: &str = "Print";
pub const LIGHT: &str = "Light colours";
pub const DARK: &str = "Dark colours";
pub const HELP: &str = "Keyboard and help";

// The empty page.
pub const INTRODUCTION: &str = "What does the article not know, not say, not decide?";
pub const INTRODUCTION_MARKS: &str = "Paste a news story: the page marks what it ";
pub const DOES_NOT_KNOW: &str = "doesn’t know";
pub const INTRODUCTION_HEDGED: &str = " (hedged wording), ";
pub const WILL_NOT_SAY: &str = "won’t say";
pub const INTRODUCTION_UNNAMED: &str = " (unnamed sources) and ";
pub const HAS_NOT_DECIDED: &str = "hasn’t decided";
pub const INTRODUCTION_OPEN: &str = " (open decisions). Every mark is explained; none is a verdict, for a hedge is often honest work.";
pub const PROMISE: &str = "The text never leaves this page: there is no server that could read it.";
pub const SAMPLES: &str = "Or look at a sample";
pub const DIPLOMATIC: &str = "A diplomatic story";
pub const DIPLOMATIC_ABOUT: &str = "thick with hedges and unnamed sources";
pub const BUSINESS: &str = "A business story";
pub const BUSINESS_ABOUT: &str = "a deal that is not yet one";
pub const CALM: &str = "A calm story";
pub const CALM_ABOUT: &str = "with hardly anything to mark";

// The box.
pub const BOX: &str = "Article";
pub const BOX_HINT: &str = "Paste or type a news article here";
pub const READ_MARKED: &str = "Read it marked";
pub const NOT_KEPT: &str = "This browser could not store the text, so it will be gone after a reload.";
pub const PUT_ASIDE: &str = "Your last text is put aside.";
pub const BRING_BACK: &str = "Bring it back";
pub const JOIN: &str = "Put both together";

// The article.
pub const ARTICLE: &str = "The article with its marks";
pub const ARTICLE_HEADING: &str = "The article";
pub const AT_A_GLANCE: &str = "At a glance";
pub const STRIP: &str = "Sentences of the article";
pub const CLOSE: &str = "Close";

// The explanation.
pub const PREVIOUS: &str = "‹ Previous";
pub const NEXT: &str = "Next ›";
pub const ARTICLES_WORDS: &str = "the article’s words";
pub const SPEAKERS_WORDS: &str = "a speaker’s words";
pub const CLAIMED_BY: &str = "Claimed by";
pub const WHO_DECIDES: &str = "Who decides";
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
pub const FILTERS: &str = "Filters";
pub const PRESETS: &str = "Ready-made filters";
pub const PRESET_ALL: &str = "Everything";
pub const PRESET_STRONG: &str = "Strong only";
pub const PRESET_OWN: &str = "The article’s own words";
pub const WHOSE_WORDS: &str = "Whose words";
pub const HOW_STRONG: &str = "How strong";
pub const ALSO_SHOW: &str = "On the page";
pub const LOOK_ALIKES: &str = "Why not marked: look-alikes";
pub const LETTERS: &str = "Letters at the marks";

// The tour and the search.
pub const FINDER: &str = "Places in the article";
pub const PREVIOUS_PLACE: &str = "Previous place";
pub const NEXT_PLACE: &str = "Next place";
pub const SEARCH: &str = "Find in the marks";
pub const SEARCH_HINT: &str = "a word or a kind of mark";
pub const NOTHING_FOUND: &str = "no mark has it";

// The ledgers and what stands below them.
pub const SIDE: &str = "Ledgers";
pub const WHO_SPEAKS: &str = "Who speaks";
pub const UNNAMED_ROWS: &str = "Sources without a name";
pub const BY_NAME: &str = "By name";
pub const NAMED_ROWS: &str = "Named sources";
pub const WHAT_IS_OPEN: &str = "What is undecided";
pub const OPEN_ROWS: &str = "Open matters";
pub const NOTHING_PENDING: &str = "Nothing is pending.";
pub const SOME_OPEN_FILTERED: &str = "Some of what is pending is filtered out.";
pub const SOME_FILTERED: &str = "Some are filtered out.";
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
pub const HOW_TO_READ_TEXT: &str = "They describe wording, never truth: a hedge is often honest work, and a named source can be wrong. A mark without \
     tint is a light touch. The rules know English news prose; they miss some wording and mark some that is harmless.";
pub const HOW_OFTEN_RIGHT: &str = "How often they are right";
pub const MARKS_RIGHT: &str = "marks right";
pub const WORDING_FOUND: &str = "wording found";
pub const HOW_MEASURED: &str = "Measured on news that no rule was written for; annotated by language models, not by people.";
pub const PRIVATE: &str = "Private by construction";
pub const PRIVATE_TEXT: &str = "Nothing you paste leaves this page. The text is kept on this device only, so that it survives a reload; “New text” \
     removes it.";

// Help.
pub const KEY: &str = "Key";
pub const DEED: &str = "What it does";
pub const SHORTCUTS_ON: &str = "Single letters are shortcuts";
/// The keys, and what each does; where two are given, the second goes the other way.
pub const SHORTCUTS: &[(&str, &str)] = &[
    ("n Shift+N", "next and previous mark, or place"),
    ("h Shift+H", "next and previous hedge"),
    ("s Shift+S", "next and previous unnamed source"),
    ("p Shift+P", "next and previous open decision"),
    ("Enter", "on a mark: into its explanation"),
    ("1 2 3", "hedges, sources, decisions on and off"),
    ("l", "look-alikes: why something is not marked"),
    ("f", "find in the marks"),
    ("e", "edit, and back to reading"),
    ("Ctrl+Enter", "in the box: read it marked"),
    ("Escape", "close what is open"),
    ("?", "this sheet"),
];

// Sharing.
pub const SHARE_HOW: &str = "The link carries the whole text and your filters in itself, after the #. That part of an address is never sent to a \
     server: whoever has the link has the text, and nobody else.";
pub const LINK: &str = "Link";
pub const COPY: &str = "Copy the link";
pub const LINK_COPIED: &str = "The link is copied.";
pub const COPY_BY_HAND: &str = "The browser did not allow copying. The link is selected: copy it by hand.";
pub const NO_LINK: &str = "This browser cannot compress the text into a link.";
pub const LINK_DAMAGED: &str = "The link is damaged: its text could not be read. Nothing was changed.";
pub const LINK_ASKS: &str = "The link you opened carries another article. Yours can be brought back afterwards.";
pub const LINK_ACCEPT: &str = "Open the article of the link";
pub const LINK_REFUSE: &str = "Keep mine";

// Practice.
pub const PRACTICE_HOW: &str = "The marks are hidden. Select words in the article (or go with the arrow keys, Shift adds words), and mark what you \
     take for a hedge (H), an unnamed source (S) or an open decision (P). Then reveal what the rules mark.";
pub const PRACTICE_REVEALED: &str = "Phrase by phrase: what you marked, what the rules mark, and why. The rules err too.";
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
pub const COMPARE_HOW: &str = "An early and a later version of a story: what was hedged and is now stated, which source got a name, which decision \
     fell. The earlier text is kept on this device, like the other.";
pub const THE_TEXTS: &str = "The two texts";
pub const EARLIER_BOX: &str = "Earlier version";
pub const LATER_BOX: &str = "Later version";
pub const SAMPLE_VERSIONS: &str = "Show it with a sample";
pub const SWAP: &str = "Swap them";
pub const EARLIER: &str = "Earlier";
pub const LATER: &str = "Later";
pub const ONLY_CHANGES: &str = "Only what changed";
pub const NOT_YET_THERE: &str = "not yet there";
pub const DROPPED: &str = "dropped";
pub const NO_CHANGE: &str = "No mark has changed in the sentences that both versions share.";

/// Explanations quote words between backticks; readers get quotation marks.
#[must_use]
pub fn quoted_words(explanation: &str) -> String {
    let mut open = false;
    let quote = |c| match c {
        '`' => {
            open = !open;
            if open { '“' } else { '”' }
        }
        '\'' => '’',
        _ => c,
    };
    explanation.chars().map(quote).collect()
}

/// Words of the article.
#[must_use]
pub fn in_quotes(words: &str) -> String {
    format!("“{words}”")
}

#[must_use]
pub fn explanation_of(what: &str) -> String {
    format!("Explanation: {what}")
}

#[must_use]
pub fn stacked(cues: u8) -> String {
    format!("{cues} hedges that lean on each other, counted as one.")
}

#[must_use]
pub fn rule_id(id: &str, strength: &str) -> String {
    format!("Rule {id}, {strength}")
}

#[must_use]
pub fn because(reason: &str) -> String {
    format!("It is not marked: {}.", quoted_words(reason))
}

#[must_use]
pub fn resembles(kind: &str) -> String {
    format!("It resembles what the rules mark as “{kind}”.")
}

#[must_use]
pub fn look_alike(words: &str, reason: &str) -> String {
    format!("{words}: not marked, {reason}")
}

#[must_use]
pub fn ignored_one(words: &str) -> String {
    format!("“{words}” is ignored here.")
}

#[must_use]
pub fn ignored_rule(kind: &str, id: &str) -> String {
    format!("The rule {id} ({kind}) is ignored from now on.")
}

#[must_use]
pub fn every(kind: &str, id: &str) -> String {
    format!("everything by the rule {id} ({kind})")
}

#[must_use]
pub fn show_again(words: &str) -> String {
    format!("Show again: {words}")
}

/// The name of the tour through the sentences that a category marks.
#[must_use]
pub fn sentences_tour(category: Category) -> &'static str {
    match category {
        Category::Hedge => "Hedged sentences",
        Category::Source => "Sentences on unnamed sources",
        Category::Pending => "Sentences on open matters",
    }
}

#[must_use]
pub fn place_of(place: usize, all: usize) -> String {
    format!("{place} of {all}")
}

#[must_use]
pub fn go_through(count: usize, category: Category) -> String {
    let many = match category {
        Category::Hedge => "hedges",
        Category::Source => "unnamed sources",
        Category::Pending => "open decisions",
    };
    // The label holds what the eye sees: a figure.
    format!("{count} {}", if count == 1 { category_name(category) } else { many })
}

#[must_use]
pub fn go_through_kind(count: usize, kind: &str) -> String {
    format!("{kind}: {count} {}", if count == 1 { "mark" } else { "marks" })
}

#[must_use]
pub fn of_sentences(count: usize, all: usize) -> String {
    format!("in {count} of {all} {}", if all == 1 { "sentence" } else { "sentences" })
}

#[must_use]
pub fn against_named(named: usize) -> String {
    match named {
        0 => "none with a name".into(),
        _ => format!("against {named} with a name"),
    }
}

#[must_use]
pub fn with_date(count: usize) -> String {
    format!("{count} with a date")
}

#[must_use]
pub fn shown_of(shown: usize, all: usize) -> String {
    format!("{shown} of {all} {} shown", if all == 1 { "mark" } else { "marks" })
}

#[must_use]
pub fn voices(voices: Voices) -> &'static str {
    match voices {
        Voices::All => "everybody’s",
        Voices::Article => "the article’s own",
        Voices::Quoted => "only what is in quotation marks",
    }
}

#[must_use]
pub fn at_least(least: Strength) -> &'static str {
    match least {
        Strength::Weak => "everything",
        Strength::Medium => "without light touches",
        Strength::Strong => "only what carries the statement",
    }
}

/// What the strip says of a sentence.
#[must_use]
pub fn sentence_holds(sentence: usize, all: usize, categories: &[Category]) -> String {
    let holds: Vec<&str> = categories.iter().map(|category| category_name(*category)).collect();
    let holds = if holds.is_empty() { "nothing marked".to_owned() } else { holds.join(", ") };
    format!("Sentence {sentence} of {all}: {holds}")
}

/// The source ledger in one line: what counts unnamed and named statements, and what stands around.
pub struct Share {
    pub counts: [String; 2],
    pub around: [&'static str; 3],
}

#[must_use]
pub fn share(unnamed: usize, named: usize) -> Share {
    let statements =
        |count: usize, on: &str| format!("{count} {} on {on} sources", if count == 1 { "statement rests" } else { "statements rest" });
    let none = String::new;
    let (counts, around) = match (unnamed, named) {
        (0, 0) => ([none(), none()], ["No source is cited.", "", ""]),
        (0, _) => ([none(), statements(named, "named")], ["", "", ", none on unnamed ones."]),
        (_, 0) => ([statements(unnamed, "unnamed"), none()], ["", ", none on named ones.", ""]),
        _ => ([statements(unnamed, "unnamed"), format!("{named} on named ones")], ["", ", ", "."]),
    };
    Share { counts, around }
}

#[must_use]
pub fn show_all(count: usize) -> String {
    format!("Show all {count}")
}

#[must_use]
pub fn times(count: usize) -> String {
    format!("{count} times")
}

#[must_use]
pub fn link_length(characters: usize, doubtful: bool) -> String {
    let warning = if doubtful { " Some mail and chat programs cut links as long as this." } else { "" };
    format!("{characters} characters long.{warning}")
}

#[must_use]
pub fn link_too_long(characters: usize, most: usize) -> String {
    format!("The text is too long for a link: it would take {characters} characters, and browsers take {most} at most.")
}

#[must_use]
pub fn picked(words: &str) -> String {
    format!("{words}, selected")
}

#[must_use]
pub fn marked_as(words: &str, category: Category) -> String {
    format!("{words}: your mark, {}", category_name(category))
}

/// A phrase of the comparison, for those who hear it.
#[must_use]
pub fn outcome(words: &str, guess: Option<Category>, finding: Option<Category>) -> String {
    let name = |category: Option<Category>| category.map_or(NOTHING, category_name);
    format!("{words}: you, {}; the rules, {}", name(guess), name(finding))
}

/// What practice came to.
#[must_use]
pub fn tally(both: usize, otherwise: usize, extra: usize, missed: usize) -> String {
    let all = both + otherwise + missed;
    let other =
        if otherwise > 0 { format!(" You took {} for something else.", counted(otherwise, "phrase", "phrases")) } else { String::new() };
    let found = match all {
        0 => "The rules mark nothing here.".to_owned(),
        1 => format!("The rules mark 1 phrase, and you found {}.", if both == 1 { "it" } else { "none" }),
        _ => format!("You found {both} of the {all} phrases that the rules mark."),
    };
    format!("{found}{other} You passed over {missed}, and marked {extra} that no rule marks.")
}

/// How often something became of a mark between two versions.
#[must_use]
pub fn fate_count(fate: Fate, count: usize) -> String {
    let (one, many) = match fate {
        Fate::Stated => ("hedge has fallen", "hedges have fallen"),
        Fate::Named => ("unnamed source got a name", "unnamed sources got a name"),
        Fate::Settled => ("open matter is open no more", "open matters are open no more"),
        Fate::Hedged => ("new hedge", "new hedges"),
        Fate::Sourced => ("new unnamed source", "new unnamed sources"),
        Fate::Opened => ("new open matter", "new open matters"),
        Fate::Unsourced => ("unnamed source is no longer given", "unnamed sources are no longer given"),
        Fate::Reworded => ("mark in other words", "marks in other words"),
    };
    counted(count, one, many)
}

/// One change between two versions.
#[must_use]
pub fn change(fate: Fate, before: Option<String>, after: Option<String>, name: Option<String>) -> String {
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    match fate {
        Fate::Stated => format!("Was hedged (“{before}”), is now stated."),
        Fate::Named => format!("“{before}” has a name now: {}.", name.unwrap_or_default()),
        Fate::Settled => format!("Was open (“{before}”), is open no more."),
        Fate::Hedged => format!("Is now hedged: “{after}”."),
        Fate::Sourced => format!("Now rests on an unnamed source: “{after}”."),
        Fate::Opened => format!("Is now open: “{after}”."),
        Fate::Unsourced => format!("No longer rests on “{before}”."),
        Fate::Reworded => format!("“{before}” is now “{after}”."),
    }
}

#[must_use]
pub fn sentences_changed(added: usize, dropped: usize) -> String {
    format!(
        "{} only in the later version, {} only in the earlier one.",
        counted(added, "sentence", "sentences"),
        counted(dropped, "sentence", "sentences")
    )
}
