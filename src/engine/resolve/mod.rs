//! Candidates to findings: who is named, which candidate of an overlap stays, stacked hedges, and the details of undecided matters.

mod date_phrase;
mod deciding_phrase;
pub(crate) mod decision_details;
pub(crate) mod hedge_stack;
pub(crate) mod mentions;
mod named_reason;
pub(crate) mod open_date;
pub(crate) mod overlap;
mod phrase_around;
pub(crate) mod plan_owner;
pub(crate) mod source_phrase;
pub(crate) mod step_subject;
