//! Candidates to findings: overlaps, stacked hedges and the details of open decisions.

pub(crate) mod decision_details;
pub(crate) mod hedge_stack;
pub(crate) mod overlap;
