//! Search in the findings, for words or for a regular expression.

use crate::engine::{Report, Span};
use crate::lexicon::expression::{ExpressionError, between_slashes, compile};
use crate::lexicon::{Category, Kind};
use regex::Regex;

/// What the reader searches for. Case does not count.
#[derive(Clone, Debug)]
pub enum Query {
    /// Words, in lower case; empty if nothing is searched for.
    Words(String),
    /// A regular expression, written as `/.../`.
    Pattern(Regex),
}

impl Query {
    /// Reads a query: `/.../` is a regular expression, also with the flag `i` at its end, which has no effect unless the expression turns
    /// case on with `(?-i)`. Everything else is words.
    ///
    /// # Errors
    /// If the regular expression is refused. The position counts the bytes of the query.
    pub fn parse(query: &str) -> Result<Self, ExpressionError> {
        let Some(source) = between_slashes(query).filter(|source| !source.is_empty()) else {
            return Ok(Self::Words(query.trim().to_lowercase()));
        };
        let start = query.len() - query.trim_start().len() + 1;
        let in_query = |error: ExpressionError| ExpressionError { at: error.at.map(|at| start + at.start..start + at.end), ..error };
        compile(source).map(Self::Pattern).map_err(in_query)
    }

    /// True if the query is this whole name.
    fn is(&self, name: &str) -> bool {
        match self {
            Self::Words(words) => name.to_lowercase() == *words,
            Self::Pattern(pattern) => pattern.find(name).is_some_and(|found| found.as_str() == name),
        }
    }

    /// True if the query occurs in a text. An empty match does not count.
    fn occurs_in(&self, text: &str) -> bool {
        match self {
            Self::Words(words) => !words.is_empty() && text.to_lowercase().contains(words),
            Self::Pattern(pattern) => pattern.find_iter(text).any(|found| !found.is_empty()),
        }
    }
}

/// What a search found.
#[derive(Default)]
pub struct Found {
    /// The places, in order.
    pub places: Vec<Span>,
    /// The kinds by which places were found that neither their words nor the name of their category explain.
    pub kinds: Vec<Kind>,
}

/// Finds the findings whose words or kind hold what is searched for, or whose category has exactly such a name. `names` are
/// the names that a reader sees for a category.
#[must_use]
pub fn search<'a, N>(text: &str, report: &Report, query: &Query, names: impl Fn(Category) -> N) -> Found
where
    N: IntoIterator<Item = &'a str>,
{
    let of_category = |category: Category| names(category).into_iter().any(|name| query.is(name));
    let mut found = Found::default();
    for finding in &report.findings {
        let in_words = query.occurs_in(finding.span.of(text));
        // A regular expression is about the words of the article.
        let in_kind = matches!(query, Query::Words(_)) && query.occurs_in(finding.kind().title());
        let in_category = of_category(finding.category());
        if in_words || in_kind || in_category {
            found.places.push(finding.span);
        }
        if in_kind && !in_words && !in_category && !found.kinds.contains(&finding.kind()) {
            found.kinds.push(finding.kind());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    const TEXT: &str = "It may rain, ÉCOLE officials said. It may not, two critics said.";

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let names = |category: Category| [category.name(), if category == Category::Source { "Unnamed sources" } else { "others" }];
        let found = search(TEXT, &analyze(TEXT), &Query::parse(query).expect("the query is valid"), names);
        assert_eq!(found.places.iter().map(|span| span.of(TEXT)).collect::<Vec<_>>(), expected, "{query}");
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
    fn kinds_are_told_where_the_words_do_not_say_why() {
        let check = |text: &str, query: &str, places: usize, expected: &[Kind]| {
            let found = search(text, &analyze(text), &Query::parse(query).expect("the query is valid"), |_| []);
            assert_eq!((found.places.len(), found.kinds.as_slice()), (places, expected), "{query}");
        };
        let text = "The ministry is drawing up a law. The cabinet plans to vote on it.";
        check(text, "plan", 2, &[Kind::Planned]);
        check(text, "plans to", 1, &[]);
        check(text, "drawing", 1, &[]);
    }

    #[test]
    fn a_category_is_found_by_each_of_its_names() {
        let sources = ["ÉCOLE officials", "two critics"];
        check("source", &sources);
        check(" unnamed sources ", &sources);
        check("/unnamed sources?/", &sources);
        check("/^unnamed/", &[]);
        check("hedge", &["may", "may"]);
        check("name", &[]);
        check("", &[]);
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
    }

    #[track_caller]
    fn check_error(query: &str, message: &str, at: Option<usize>) {
        let error = Query::parse(query).expect_err("the query is refused");
        assert_eq!((error.message.as_str(), error.at.map(|at| at.start)), (message, at));
    }

    #[test]
    fn errors_say_where() {
        check_error("/may(/", "unclosed group", Some(4));
        check_error("  /é[a/", "unclosed character class", Some(5));
        check_error("/*/", "repetition operator missing expression", Some(1));
        check_error(r"/a\p{Nobody}/", "Unicode property not found", Some(2));
    }

    #[test]
    fn large_patterns_are_refused_and_slow_ones_are_linear() {
        check_error(r"/(\w{100}){100}/", "the expression becomes too large: repeat fewer things, or fewer times", None);
        check_error(r"/\b/", "the expression matches no characters", None);
        // Backtracking would take for ever.
        let query = Query::parse("/(a*)*b|(a|a)*b|(x+x+)+y/").expect("it is valid");
        assert!(!query.occurs_in(&["a".repeat(50_000), "x".repeat(50_000)].concat()));
    }
}
