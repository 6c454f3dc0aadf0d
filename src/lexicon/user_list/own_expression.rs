//! Regular expressions in a user list: `/.../` in place of a pattern.

use super::list::{ListFault, plain};
use crate::lexicon::expression::{self, ExpressionError, between_slashes};
use regex::Regex;

/// The most expressions in a list: each reads every sentence.
pub(super) const MOST_EXPRESSIONS: usize = 50;

/// Whether a pattern is written as a regular expression.
pub(super) fn is_expression(pattern: &str) -> bool {
    pattern.trim_start().starts_with('/')
}

/// Compiles `/.../` or `/.../i`.
///
/// # Errors
/// What is wrong with the expression, and where.
pub(super) fn compile(pattern: &str) -> Result<Regex, ListFault> {
    let Some(source) = between_slashes(pattern) else {
        let message = "a regular expression stands between two slashes, `/like this/`".to_owned();
        return Err(fault(pattern, &ExpressionError { message, at: None }));
    };
    if source.trim().is_empty() {
        return Err(plain("A regular expression must say something.".into()));
    }
    expression::compile(source).map_err(|error| fault(pattern, &error))
}

/// The fault of a list in which an expression is refused.
fn fault(pattern: &str, error: &ExpressionError) -> ListFault {
    let start = pattern.find('/').map_or(0, |slash| slash + 1);
    let at = error.at.as_ref().map_or(0..0, |at| {
        let from = (start + at.start).min(pattern.len() - 1);
        let next = pattern[from..].chars().next().map_or(1, char::len_utf8);
        from..(start + at.end).clamp(from + next, pattern.len())
    });
    ListFault {
        message: format!("Pattern \u{201c}{pattern}\u{201d}: {}.", error.message.trim_end_matches('.')),
        pattern: Some(pattern.to_owned()),
        at,
    }
}
