//! A row of the source ledger.

use crate::engine::text::Span;
use crate::lexicon::Kind;
use serde::Serialize;

/// How many people a source phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Number {
    /// This many.
    Count(u32),
    /// More than one; the text does not say how many.
    Several,
    /// A name, a document, or nobody at all.
    None,
}

/// One source: all places where the article uses the same phrase or name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The phrase at its first place, the longest form of a name.
    pub phrase: Span,
    /// The kind of an unnamed source; nothing for a named one.
    pub kind: Option<Kind>,
    /// How many people.
    pub number: Number,
    /// How the text says they know: `briefed on the plan`.
    pub knowledge: Option<Span>,
    /// The reason it gives for the missing name: `because they were not authorised to speak`.
    pub reason: Option<Span>,
    /// Who relays it: `Reuters` in `Reuters reported, citing two officials`.
    pub outlet: Option<Span>,
    /// Where it speaks, in order.
    pub places: Vec<Span>,
    /// What it is cited for, in order; a place whose claim is not known has none.
    pub claims: Vec<Span>,
}
