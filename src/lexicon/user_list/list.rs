//! A reader's own list: words and patterns to mark, and wording to leave unmarked. It is written as a TOML file, in which
//! examples are optional.

use super::super::{Kind, Strength};
use std::fmt;

/// The content of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// What is marked.
    pub entries: Vec<Word>,
    /// What is left alone.
    pub exempts: Vec<Exempt>,
}

/// Wording that is marked. Only kind and patterns are required.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Its name; when empty, made from the first pattern.
    pub id: String,
    /// The kind of its findings, by name.
    pub kind: String,
    /// `weak`, `medium` or `strong`; when empty, medium.
    pub strength: String,
    /// `noun` when the patterns mark the head of a noun phrase that counts only where it speaks.
    pub marks: String,
    /// The reader's note.
    pub why: String,
    /// The question to ask.
    pub ask: String,
    /// Patterns in the language of the lexicon, of which a plain word is one, or regular expressions between slashes.
    pub patterns: Vec<String>,
    /// The match counts only where one of these holds too.
    pub only: Vec<String>,
    /// Look-alikes.
    pub unless: Vec<LookAlike>,
    /// Sentences that must match; kept, not required.
    pub flags: Vec<String>,
    /// Sentences that must not match; kept, not required.
    pub passes: Vec<String>,
}

/// A context in which a pattern does not count, and the reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LookAlike {
    /// A pattern with braces around the span.
    pub at: String,
    /// What it is instead.
    pub is: String,
}

/// Wording in which nothing is marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exempt {
    /// Patterns in the language of the lexicon, or regular expressions between slashes.
    pub patterns: Vec<String>,
    /// The reader's note.
    pub why: String,
}

/// What is wrong with a list, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListFault {
    /// What is wrong, for the reader.
    pub message: String,
    /// The pattern it is in, where it is in one.
    pub pattern: Option<String>,
    /// The bytes of that pattern that are at fault; empty when nothing closer is known.
    pub at: std::ops::Range<usize>,
}

impl fmt::Display for ListFault {
    /// The message; below it, where a pattern is at fault, the pattern with a line that points at the fault.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)?;
        let Some(pattern) = self.pattern.as_ref().filter(|_| !self.at.is_empty()) else { return Ok(()) };
        let count = |range| pattern.get(range).map_or(0, |part: &str| part.chars().count());
        write!(out, "\n  {pattern}\n  {}{}", " ".repeat(count(0..self.at.start)), "^".repeat(count(self.at.clone()).max(1)))
    }
}

/// The longest list that is read, in bytes.
pub const LONGEST_LIST: usize = 200_000;

impl List {
    /// The list as TOML, which [`List::read`] reads.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::from("# A list of one's own for Caveat Lector, in the format of its lexicon.\n");
        for word in &self.entries {
            out += "\n[[entry]]\n";
            let fields = [("id", &word.id), ("kind", &word.kind), ("strength", &word.strength), ("marks", &word.marks)];
            for (key, value) in fields.into_iter().chain([("why", &word.why), ("ask", &word.ask)]).filter(|(_, value)| !value.is_empty()) {
                out += &[key, " = ", &quoted(value), "\n"].concat();
            }
            out += &["patterns = ", &row(&word.patterns), "\n"].concat();
            for (key, values) in [("only", &word.only), ("flags", &word.flags), ("passes", &word.passes)] {
                if !values.is_empty() {
                    out += &[key, " = ", &row(values), "\n"].concat();
                }
            }
            if !word.unless.is_empty() {
                let one = |look_alike: &LookAlike| ["{ at = ", &quoted(&look_alike.at), ", is = ", &quoted(&look_alike.is), " }"].concat();
                out += &["unless = [", &word.unless.iter().map(one).collect::<Vec<_>>().join(", "), "]\n"].concat();
            }
        }
        for exempt in &self.exempts {
            out += &["\n[[exempt]]\npatterns = ", &row(&exempt.patterns), "\n"].concat();
            if !exempt.why.is_empty() {
                out += &["why = ", &quoted(&exempt.why), "\n"].concat();
            }
        }
        out
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.exempts.is_empty()
    }
}

impl Word {
    /// The kind of its findings.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.name() == self.kind)
    }

    /// The strength of its findings.
    #[must_use]
    pub fn strength(&self) -> Option<Strength> {
        if self.strength.is_empty() { Some(Strength::Medium) } else { Strength::ALL.into_iter().find(|it| it.name() == self.strength) }
    }
}

pub(super) fn plain(message: String) -> ListFault {
    ListFault { message, pattern: None, at: 0..0 }
}

/// A string of TOML, with everything escaped that must be.
fn quoted(value: &str) -> String {
    let escaped = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        _ if c.is_control() => format!("\\u{:04X}", u32::from(c)),
        _ => c.to_string(),
    };
    format!("\"{}\"", value.chars().map(escaped).collect::<String>())
}

fn row(values: &[String]) -> String {
    format!("[{}]", values.iter().map(|value| quoted(value)).collect::<Vec<_>>().join(", "))
}
