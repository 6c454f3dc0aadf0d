//! An open matter, a row of the decision ledger.

use crate::engine::text::Span;
use crate::lexicon::{Kind, Strength};
use std::borrow::Cow;

/// One open matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The strongest wording that says it is open; of equal ones the first.
    pub wording: Span,
    /// How strong that wording is.
    pub strength: Strength,
    /// What is open, as a wording says it that names it: `plans to sell the old harbour`.
    pub matter: Span,
    /// The subject of that clause if other words stand between: `The sale` of `The sale left three ferries and is expected to close`.
    pub subject: Option<Span>,
    /// How far it has got, by that wording.
    pub stage: Kind,
    /// Who takes the step: who plans, talks, weighs or decides. Nothing unless the text says so.
    pub decider: Option<Span>,
    /// When the step is due, where the text says so.
    pub date: Option<Span>,
    /// The sentence of the wording.
    pub sentence: Span,
    /// Indices of its findings in [`Report::findings`](crate::engine::Report::findings), in order.
    pub findings: Vec<usize>,
}

impl Decision {
    /// Returns the words that name the matter: `The sale … is expected to close`.
    #[must_use]
    pub fn head<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let matter = self.matter.of(text);
        self.subject.map_or(Cow::Borrowed(matter), |subject| format!("{} … {matter}", subject.of(text)).into())
    }
}
