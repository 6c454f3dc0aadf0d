//! An open matter, a row of the decision ledger.

use crate::engine::ledger::speakers::decider_of;
use crate::engine::report::{Finding, Report};
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
    /// The other side of talks, if it stands behind `with`: `Nordhall` in `Oster negotiates with Nordhall` and in `Oster will meet with Nordhall to
    /// discuss`.
    pub partner: Option<Span>,
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

    /// Returns the words for who takes the step: the decider, or the two sides of talks.
    #[must_use]
    pub fn parties<'a>(&self, text: &'a str) -> Option<Cow<'a, str>> {
        self.decider.map(|decider| joined(text, decider, self.partner))
    }
}

/// Returns the words for who takes the step that a finding calls open, resolved as by
/// [`speaker_of`](crate::engine::ledger::speakers::speaker_of).
#[must_use]
pub fn parties_of<'a>(text: &'a str, report: &Report, finding: &Finding) -> Option<Cow<'a, str>> {
    decider_of(text, report, finding).map(|decider| joined(text, decider, finding.partner))
}

fn joined(text: &str, one: Span, other: Option<Span>) -> Cow<'_, str> {
    match other.filter(|other| !other.overlaps(one)) {
        Some(other) => {
            let (one, other) = (one.of(text), other.of(text));
            let list = [one, other].iter().any(|side| side.contains(" and ") || side.contains(','));
            let between = if list { ";" } else { " and" };
            format!("{one}{between} {other}").into()
        }
        None => one.of(text).into(),
    }
}
