//! The lexicon: rules, word classes and inflection, compiled from the TOML files beside this one.
//!
//! A linguist edits `rules/CATEGORY-KIND.toml` (rules with their examples), `classes.toml` (word classes and named sets)
//! and `furniture.toml` (lines that are not article text). `pattern::parse` documents the pattern language. The build
//! script (`build/`) writes the files as the static tables of this module and stops at faults. `tests/lexicon.rs` checks
//! every example.

mod endings;
pub mod expression;
#[cfg_attr(not(test), expect(dead_code, reason = "the build script inflects nouns"))]
mod inflection;
mod inflection_exceptions;
pub(crate) mod pattern;
mod user_list;
mod vocabulary;

use serde::Serialize;
use std::borrow::Cow;
use std::sync::{Arc, LazyLock};
use table::EXCEPTIONS;

pub(crate) use endings::ending;
pub use table::{ACCURACY, FURNITURE, FURNITURE_ANYWHERE, FURNITURE_BY_START};
pub(crate) use table::{BITS, CONTEXTS, KNOWN, MASKS, OPS, PATTERNS, SETS, class, set};
pub(crate) use user_list::OwnPattern;
pub use user_list::{Exempt, LONGEST_LIST, List, ListFault, Own, Word};
pub(crate) use vocabulary::{LONGEST, has, look_up, number, number_of, words};

use pattern::instruction::Code;

#[expect(clippy::unreadable_literal, reason = "written by the build for the compiler, not for readers")]
mod table {
    use super::inflection_exceptions::Exceptions;
    use super::pattern::instruction::Op;
    use super::{Category, CompiledPattern, Context, FurnitureLine, Kind, Measured, Rule, Strength};
    use std::borrow::Cow;
    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}

/// What a finding says about the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// What the article doesn't know: it does not commit to the statement.
    Hedge,
    /// What the article won't say: somebody speaks and is not named.
    Source,
    /// What hasn't been decided, finished or put into force.
    Pending,
}

impl Category {
    /// All three, in the order of the legend.
    pub const ALL: [Self; 3] = [Self::Hedge, Self::Source, Self::Pending];

    /// The name in data: `hedge`, `source` or `pending`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hedge => "hedge",
            Self::Source => "source",
            Self::Pending => "pending",
        }
    }

    /// The letter that marks it where colour alone would not do.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::Hedge => "H",
            Self::Source => "S",
            Self::Pending => "U",
        }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident, $category:ident, $name:literal, $title:literal;)*) => {
        /// The nineteen kinds of finding, as the annotation guidelines define them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "lowercase")]
        pub enum Kind { $($(#[$doc])* $kind,)* }

        impl Kind {
            /// All kinds, category by category.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// The category it belongs to.
            #[must_use]
            pub fn category(self) -> Category {
                match self { $(Self::$kind => Category::$category,)* }
            }

            /// The name in data.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }

            /// The name for readers.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$kind => $title,)* }
            }
        }
    };
}

kinds! {
    /// `may`, `might`, `could` for possibility.
    Modal, Hedge, "modal", "possibility verb";
    /// `likely`, `possible`, `risk that`.
    Probability, Hedge, "probability", "likelihood";
    /// `reportedly`, `alleged`.
    Hearsay, Hedge, "hearsay", "hearsay";
    /// `seems`, `suggests`.
    Appearance, Hedge, "appearance", "appearance";
    /// `believes`, `fears`, `estimated`.
    Belief, Hedge, "belief", "belief";
    /// `unclear`, `unconfirmed`.
    Unverified, Hedge, "unverified", "not established";
    /// `if`, `unless`.
    Condition, Hedge, "condition", "condition";
    /// `about`, `nearly` before a quantity.
    Approximation, Hedge, "approximation", "approximate number";
    /// `largely`, `often`.
    Limiter, Hedge, "limiter", "limited or qualified";
    /// Identity withheld.
    Anonymous, Source, "anonymous", "identity withheld";
    /// Only a role is given.
    Role, Source, "role", "role only";
    /// A vague collective.
    Group, Source, "group", "vague group";
    /// Nobody says it.
    Agentless, Source, "agentless", "nobody named";
    /// Unnamed documents and media.
    Reports, Source, "reports", "unnamed reports";
    /// The text says that there is no decision.
    Undecided, Pending, "undecided", "explicitly undecided";
    /// Somebody is weighing it.
    Deliberating, Pending, "deliberating", "being weighed";
    /// Parties are still talking.
    Negotiating, Pending, "negotiating", "being negotiated";
    /// It waits for an authority or an event.
    Awaiting, Pending, "awaiting", "awaiting a decision";
    /// Announced or intended, not done.
    Planned, Pending, "planned", "planned, not done";
}

/// How much a wording weakens or hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// A light touch, often mere style.
    Weak,
    /// An ordinary signal.
    Medium,
    /// The statement rests on it.
    Strong,
}

impl Strength {
    /// From the lightest to the strongest.
    pub const ALL: [Self; 3] = [Self::Weak, Self::Medium, Self::Strong];

    /// Returns the next strength up; the strongest stays.
    #[must_use]
    pub fn stronger(self) -> Self {
        if self == Self::Weak { Self::Medium } else { Self::Strong }
    }

    /// The name in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Medium => "medium",
            Self::Strong => "strong",
        }
    }
}

/// A rule with its explanation and examples, of the lexicon or of a reader's own list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable, kebab-case, unique.
    pub id: Cow<'static, str>,
    /// The kind of its findings.
    pub kind: Kind,
    /// The strength of its findings.
    pub strength: Strength,
    /// True if the patterns mark the head of a noun phrase, which counts only where the phrase is a source.
    pub noun: bool,
    /// Why a reader may care.
    pub why: Cow<'static, str>,
    /// The question to ask.
    pub ask: Cow<'static, str>,
    /// How many of its contexts say where it counts; with none of these, it counts everywhere.
    pub(crate) only: usize,
    /// For each of the other contexts, the exceptions: what the wording is there instead.
    pub(crate) unless: Cow<'static, [Cow<'static, str>]>,
    /// Sentences that it marks, with braces round the span: for a rule of the lexicon the first three.
    pub flags: &'static [&'static str],
    /// Look-alikes that it does not mark: for a rule of the lexicon the first three.
    pub passes: &'static [&'static str],
}

impl Rule {
    /// True for a rule of a reader's own list.
    #[must_use]
    pub fn is_own(&self) -> bool {
        RULES.iter().all(|known| known.id != self.id)
    }
}

/// Every rule of the lexicon, in the order of its files.
pub static RULES: LazyLock<Vec<Arc<Rule>>> = LazyLock::new(|| table::RULES.iter().cloned().map(Arc::new).collect());

/// How well the rules of a category do on news that they were not written for (`docs/accuracy.toml`).
#[derive(Debug)]
pub struct Measured {
    /// The category.
    pub category: Category,
    /// The share of its findings that are right, from 0 to 1.
    pub precision: f64,
    /// The share of the annotated spans that are found, from 0 to 1.
    pub recall: f64,
}

/// A kind of line that belongs to the page, not to the article (`furniture.toml`).
#[derive(Debug)]
pub struct FurnitureLine {
    /// A regular expression for the whole line, in any case of its letters.
    pub(crate) matches: &'static str,
    /// The largest number of titles after the line that belong to it.
    pub(crate) follows: u8,
    /// True if the line may stand among such titles.
    pub(crate) among_titles: bool,
}

/// A compiled pattern: where its programs begin in [`OPS`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct CompiledPattern {
    /// Index of its rule in [`RULES`].
    pub rule: u16,
    /// Span and right context.
    pub forward: u32,
    /// Left context, from right to left.
    pub backward: u32,
}

/// A compiled context: the programs for the span, for what stands after it and for what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Context {
    pub inside: u32,
    pub forward: u32,
    pub backward: u32,
}

/// The compiled patterns of the lexicon.
pub(crate) static CODE: Code<'static> = Code { ops: &OPS, sets: &SETS, masks: &MASKS };

/// The number of words in the lexicon. Words are numbered from 1.
pub(crate) const WORD_COUNT: usize = BITS.len() - 1;

/// Returns true if a class or a pattern of the lexicon contains the word.
pub(crate) fn is_known(word: u16) -> bool {
    (1..=KNOWN).contains(&usize::from(word))
}
