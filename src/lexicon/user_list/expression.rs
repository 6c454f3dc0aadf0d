//! Regular expressions in a user list: `/.../` in place of a pattern. Matching takes linear time; the limits below bound
//! the memory.

use super::list::{ListFault, plain};
use regex::{Regex, RegexBuilder};
use regex_syntax::ast::Span;

/// The most expressions in a list: each reads every sentence.
pub(super) const MOST_EXPRESSIONS: usize = 50;
/// The largest compiled expression, and the largest cache of its automaton, in bytes.
const LARGEST: usize = 1 << 19;
/// How deep groups and classes may be nested.
const DEEPEST: u32 = 20;

/// Whether a pattern is written as a regular expression.
pub(super) fn is_expression(pattern: &str) -> bool {
    pattern.trim_start().starts_with('/')
}

/// Compiles `/.../` or `/.../i`. Case is ignored either way, as in patterns; `(?-i)` makes it count.
///
/// # Errors
/// What is wrong with the expression, and where.
pub(super) fn compile(pattern: &str) -> Result<Regex, ListFault> {
    let source = pattern.trim().strip_prefix('/').and_then(|rest| rest.strip_suffix("/i").or_else(|| rest.strip_suffix('/')));
    let Some(source) = source else {
        return Err(fault(pattern, "a regular expression stands between two slashes, `/like this/`", None));
    };
    if source.trim().is_empty() {
        return Err(plain("A regular expression must say something.".into()));
    }
    let mut parser = regex_syntax::ParserBuilder::new().nest_limit(DEEPEST).case_insensitive(true).build();
    let parsed = parser.parse(source).map_err(|error| match &error {
        regex_syntax::Error::Parse(error) => fault(pattern, &error.kind().to_string(), Some(error.span())),
        regex_syntax::Error::Translate(error) => fault(pattern, &error.kind().to_string(), Some(error.span())),
        _ => fault(pattern, &error.to_string(), None),
    })?;
    if parsed.properties().maximum_len() == Some(0) {
        return Err(fault(pattern, "the expression matches no characters", None));
    }
    let built = RegexBuilder::new(source).case_insensitive(true).nest_limit(DEEPEST).size_limit(LARGEST).dfa_size_limit(LARGEST).build();
    built.map_err(|_| fault(pattern, "the expression becomes too large: repeat fewer things, or fewer times", None))
}

/// A fault in an expression. `span` counts from behind the opening slash.
fn fault(pattern: &str, message: &str, span: Option<&Span>) -> ListFault {
    let start = pattern.find('/').map_or(0, |slash| slash + 1);
    let at = span.map_or(0..0, |span| {
        let from = (start + span.start.offset).min(pattern.len() - 1);
        let next = pattern[from..].chars().next().map_or(1, char::len_utf8);
        from..(start + span.end.offset).clamp(from + next, pattern.len())
    });
    ListFault {
        message: format!("Pattern \u{201c}{pattern}\u{201d}: {}.", message.trim_end_matches('.')),
        pattern: Some(pattern.to_owned()),
        at,
    }
}
