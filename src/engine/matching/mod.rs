//! Finds where the patterns of the lexicon match: prefilter, matcher, candidates.

pub(crate) mod candidates;
pub(crate) mod matcher;
pub(crate) mod prefilter;
