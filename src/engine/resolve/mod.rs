//! Candidates to findings: who is named, which candidate of an overlap stays, stacked hedges, and the details of open decisions.

mod date_phrase;
mod deciding_phrase;
pub(crate) mod decision_details;
pub(crate) mod hedge_stack;
pub(crate) mod mentions;
pub(crate) mod open_date;
pub(crate) mod overlap;
pub(crate) mod source_phrase;
