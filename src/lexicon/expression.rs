//! Regular expressions that a reader writes `/like this/`: in a list of words and in the find box. Matching takes linear time; the limits
//! below bound the memory.

use regex::{Regex, RegexBuilder};
use regex_syntax::{Error, ast::Span};
use std::fmt;
use std::ops::Range;

/// The largest compiled expression, and the largest cache of its automaton, in bytes. With a full cache matching is slower, and still linear.
const LARGEST: usize = 1 << 19;
/// How deep groups and classes may be nested.
const DEEPEST: u32 = 20;

/// Why an expression is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpressionError {
    /// What is wrong, to stand behind a colon.
    pub message: String,
    /// Which bytes of what stands between the slashes are wrong; nothing if all of it is.
    pub at: Option<Range<usize>>,
}

impl fmt::Display for ExpressionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ExpressionError {}

/// Returns what stands between the slashes of `/.../` or `/.../i`, spaces around them aside.
#[must_use]
pub fn between_slashes(text: &str) -> Option<&str> {
    let inside = text.trim().strip_prefix('/')?;
    inside.strip_suffix("/i").or_else(|| inside.strip_suffix('/'))
}

/// Compiles what stands between the slashes. Case is ignored unless the expression makes it count with `(?-i)`.
///
/// # Errors
/// What is wrong with the expression, and where. It is parsed before `regex` does so again, because the error of `regex` has no position.
pub fn compile(source: &str) -> Result<Regex, ExpressionError> {
    let mut parser = regex_syntax::ParserBuilder::new().nest_limit(DEEPEST).case_insensitive(true).build();
    let parsed = parser.parse(source).map_err(|error| match &error {
        Error::Parse(error) => fault(&error.kind().to_string(), Some(error.span())),
        Error::Translate(error) => fault(&error.kind().to_string(), Some(error.span())),
        _ => fault(&error.to_string(), None),
    })?;
    if parsed.properties().maximum_len() == Some(0) {
        return Err(fault("the expression matches no characters", None));
    }
    let built = RegexBuilder::new(source).case_insensitive(true).nest_limit(DEEPEST).size_limit(LARGEST).dfa_size_limit(LARGEST).build();
    built.map_err(|_| fault("the expression becomes too large: repeat fewer things, or fewer times", None))
}

fn fault(message: &str, span: Option<&Span>) -> ExpressionError {
    ExpressionError { message: message.to_owned(), at: span.map(|span| span.start.offset..span.end.offset) }
}
