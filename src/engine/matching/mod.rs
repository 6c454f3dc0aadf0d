//! Tokens and lexicon to candidate findings.

pub(crate) mod ahead;
pub(crate) mod asking;
pub(crate) mod candidates;
pub(crate) mod matcher;
pub(crate) mod needs;
pub(crate) mod starts;
pub(crate) mod walk;
pub(crate) mod word_set;
