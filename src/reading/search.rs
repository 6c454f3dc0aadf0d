//! Search in the findings, for words or for a regular expression.

use crate::engine::{Report, Span};
use regex::{Regex, RegexBuilder};
use std::fmt;

/// Largest compiled regular expression, in bytes.
const SIZE_LIMIT: usize = 1 << 20;
/// Largest cache of a running search, in bytes. With a full cache the search is slower, and still linear in the text.
const CACHE_LIMIT: usize = 1 << 20;

/// What the reader searches for. Case does not count.
#[derive(Clone, Debug)]
pub enum Query {
    /// Words, in lower case; empty if nothing is searched for.
    Words(String),
    /// A regular expression, written as `/.../`.
    Pattern(Regex),
}

/// Why a regular expression is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryError {
    /// It is not valid.
    Syntax {
        /// What is wrong, in the words of the `regex` crate.
        message: String,
        /// The byte of the query at which it is wrong.
        at: usize,
    },
    /// Its compiled form would be too large.
    TooLarge,
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { message, at } => write!(f, "{message} (at byte {at})"),
            Self::TooLarge => f.write_str("the compiled regular expression is too large"),
        }
    }
}

impl std::error::Error for QueryError {}

impl Query {
    /// Reads a query: `/.../` is a regular expression, also with the flag `i` at its end, which has no effect unless the expression turns
    /// case on with `(?-i)`. Everything else is words.
    ///
    /// # Errors
    /// If the regular expression is not valid or too large.
    pub fn parse(query: &str) -> Result<Self, QueryError> {
        let trimmed = query.trim();
        let Some(pattern) = pattern_of(trimmed) else { return Ok(Self::Words(trimmed.to_lowercase())) };
        let start = query.len() - query.trim_start().len() + 1;
        let compiled = RegexBuilder::new(pattern).case_insensitive(true).size_limit(SIZE_LIMIT).dfa_size_limit(CACHE_LIMIT).build();
        compiled.map(Self::Pattern).map_err(|_| error_in(pattern, start))
    }

    /// True if the query occurs in a text. An empty match does not count.
    fn occurs_in(&self, text: &str) -> bool {
        match self {
            Self::Words(words) => !words.is_empty() && text.to_lowercase().contains(words),
            Self::Pattern(pattern) => pattern.find_iter(text).any(|found| !found.is_empty()),
        }
    }
}

/// Returns the pattern between the slashes of `/.../` or `/.../i`; nothing if the query is words.
fn pattern_of(query: &str) -> Option<&str> {
    let inside = query.strip_prefix('/')?;
    inside.strip_suffix("/i").or_else(|| inside.strip_suffix('/'))
}

/// Returns why a pattern, which begins at byte `start` of the query, is refused. Parses it again, because the error of `regex` does not say
/// where the pattern is wrong.
fn error_in(pattern: &str, start: usize) -> QueryError {
    let (message, span) = match regex_syntax::parse(pattern) {
        Err(regex_syntax::Error::Parse(error)) => (error.kind().to_string(), *error.span()),
        Err(regex_syntax::Error::Translate(error)) => (error.kind().to_string(), *error.span()),
        _ => return QueryError::TooLarge,
    };
    QueryError::Syntax { message, at: start + span.start.offset }
}

/// Returns the spans of the findings whose words, kind or category name hold what is searched for.
#[must_use]
pub fn search(text: &str, report: &Report, query: &Query) -> Vec<Span> {
    let hits = report.findings.iter().filter(|finding| {
        [finding.span.of(text), finding.kind().title(), finding.category().name()].iter().any(|words| query.occurs_in(words))
    });
    hits.map(|finding| finding.span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;
    use std::time::{Duration, Instant};

    const TEXT: &str = "It may rain, ÉCOLE officials said. It may not, two critics said.";

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let found = search(TEXT, &analyze(TEXT), &Query::parse(query).expect("the query is valid"));
        assert_eq!(found.iter().map(|span| span.of(TEXT)).collect::<Vec<_>>(), expected, "{query}");
    }

    #[test]
    fn words_and_kinds_are_found() {
        check(" MAY", &["may", "may"]);
        check("two critics", &["two critics"]);
        check("   ", &[]);
        check("\u{0}", &[]);
        check("/", &[]);
        check("a/b/", &[]);
    }

    #[test]
    fn regular_expressions_are_found() {
        check("/^m.y$/", &["may", "may"]);
        check("/MAY/", &["may", "may"]);
        check("/MAY/i", &["may", "may"]);
        check("/(?-i)MAY/", &[]);
        check(r" /^\w+ c\w+s$/ ", &["two critics"]);
        check(r"/may|\bcritics/", &["may", "may", "two critics"]);
        check(r"/(?-i)\p{Lu}/", &["ÉCOLE officials"]);
        check("/école/", &["ÉCOLE officials"]);
    }

    #[test]
    fn empty_matches_do_not_count() {
        check("//", &[]);
        check("/x*/", &[]);
        check("/(^ma)|x*/", &["may", "may"]);
        check(r"/\b/", &[]);
    }

    #[track_caller]
    fn check_error(query: &str, message: &str, at: usize) {
        let error = Query::parse(query).expect_err("the query is refused");
        assert_eq!(error, QueryError::Syntax { message: message.into(), at });
        assert!(query.is_char_boundary(at));
    }

    #[test]
    fn errors_say_where() {
        check_error("/may(/", "unclosed group", 4);
        check_error("  /é[a/", "unclosed character class", 5);
        check_error("/*/", "repetition operator missing expression", 1);
        check_error(r"/a\p{Nobody}/", "Unicode property not found", 2);
    }

    #[test]
    fn large_patterns_are_refused_and_slow_ones_are_linear() {
        assert_eq!(Query::parse(r"/(\w{100}){100}/").err(), Some(QueryError::TooLarge));
        let started = Instant::now();
        let query = Query::parse("/(a*)*b|(a|a)*b|(x+x+)+y/").expect("it is valid");
        assert!(!query.occurs_in(&["a".repeat(50_000), "x".repeat(50_000)].concat()));
        assert!(started.elapsed() < Duration::from_secs(5), "backtracking would take for ever");
    }
}
