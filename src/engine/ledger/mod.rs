//! The ledgers of a report: who speaks, and what is undecided.

pub(crate) mod decisions;
pub(crate) mod sources;
pub(crate) mod speakers;
