//! Reads `furniture.toml`, checks its regular expressions against their examples, and writes them as a table.
//!
//! Most expressions can only match lines that begin in a few ways. They are filed under these starts, so that the engine compiles and tries
//! those alone that a line asks for.

use regex::Regex;
use regex::bytes;
use regex_syntax::hir::literal::Extractor;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

/// The content of `furniture.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Expressions that others name as `<name>`.
    #[serde(default)]
    parts: BTreeMap<String, String>,
    /// The kinds of line.
    #[serde(rename = "line")]
    lines: Vec<Line>,
}

/// A kind of line that belongs to the page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Line {
    id: String,
    r#match: Vec<String>,
    #[serde(default)]
    follows: u8,
    #[serde(default)]
    among_titles: bool,
    examples: Vec<String>,
    look_alikes: Vec<String>,
}

/// Parts may name parts, to this depth.
const DEEPEST: usize = 8;
/// The longest line of the file, in characters.
const LONGEST_LINE: usize = 140;
/// The longest expression that is joined of several, in bytes: the page compiles each in a task of its own.
const LONGEST_JOINED: usize = 1_000;
/// So many bytes at the start of a line decide which expressions are tried on it.
const KEY: usize = 2;

/// An expression of the table.
struct Expression {
    /// Matches a whole line.
    matches: String,
    follows: u8,
    among_titles: bool,
    /// How a line that it matches can begin: [`KEY`] bytes in lower case, or fewer; none if a line can begin with too much.
    starts: Option<BTreeSet<Vec<u8>>>,
}

/// The code of the table.
///
/// # Errors
/// Every fault in the file, with the kind of line that it is in.
pub fn table(folder: &Path) -> Result<String, Vec<String>> {
    let text = std::fs::read_to_string(folder.join("furniture.toml")).map_err(|fault| vec![format!("furniture.toml: {fault}")])?;
    let file: File = toml::from_str(&text).map_err(|fault| vec![format!("furniture.toml: {fault}")])?;
    let long = text.lines().enumerate().filter(|(_, line)| line.chars().count() > LONGEST_LINE);
    let mut faults: Vec<String> = long.map(|(at, _)| format!("furniture.toml: line {} is too long", at + 1)).collect();
    let mut expressions: Vec<Expression> = Vec::new();
    for line in &file.lines {
        match line.checked(&file.parts) {
            Ok(sources) => sources.iter().for_each(|source| add(&mut expressions, line, source)),
            Err(fault) => faults.push(format!("furniture.toml: line `{}`: {fault}", line.id)),
        }
    }
    if faults.is_empty() { Ok(code(&expressions)) } else { Err(faults) }
}

/// Adds an expression. What is tried on every line is joined with its like.
fn add(expressions: &mut Vec<Expression>, line: &Line, source: &str) {
    let matches = whole_line(source);
    let starts = starts(source);
    let alike = |other: &&mut Expression| (other.follows, other.among_titles) == (line.follows, line.among_titles);
    let last = expressions.iter_mut().rev().find(|other| other.starts.is_none()).filter(alike);
    match last.filter(|other| starts.is_none() && other.matches.len() + matches.len() < LONGEST_JOINED) {
        Some(other) => other.matches = [other.matches.as_str(), "|", &matches].concat(),
        None => expressions.push(Expression { matches, follows: line.follows, among_titles: line.among_titles, starts }),
    }
}

/// Returns how the lines that an expression matches can begin.
fn starts(source: &str) -> Option<BTreeSet<Vec<u8>>> {
    let mut parser = regex_syntax::ParserBuilder::new().case_insensitive(true).unicode(false).utf8(false).build();
    let parsed = parser.parse(source).expect("the expression has been compiled");
    let mut extractor = Extractor::new();
    extractor.limit_literal_len(KEY).limit_class(12).limit_total(10_000);
    let found = extractor.extract(&parsed);
    let starts: BTreeSet<Vec<u8>> = found.literals()?.iter().map(|start| start.as_bytes().to_ascii_lowercase()).collect();
    (!starts.contains(&Vec::new())).then_some(starts)
}

fn code(expressions: &[Expression]) -> String {
    let mut code = String::from("/// The lines that are page furniture.\npub static FURNITURE: &[FurnitureLine] = &[\n");
    let mut by_start: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    let mut by_any = Vec::new();
    for (index, Expression { matches, follows, among_titles, starts }) in expressions.iter().enumerate() {
        writeln!(code, "FurnitureLine {{ matches: {matches:?}, follows: {follows}, among_titles: {among_titles} }},").expect(WRITES);
        match starts {
            Some(starts) => starts.iter().for_each(|start| by_start.entry(start).or_default().push(index)),
            None => by_any.push(index),
        }
    }
    writeln!(code, "];\n/// Those of [`FURNITURE`] that are tried on every line.\npub static FURNITURE_ANYWHERE: &[u16] = &{by_any:?};")
        .expect(WRITES);
    writeln!(code, "/// Those of [`FURNITURE`] that are tried on lines with a certain start, in the order of the starts.").expect(WRITES);
    writeln!(code, "pub static FURNITURE_BY_START: &[(&[u8], &[u16])] = &[").expect(WRITES);
    for (start, indices) in by_start {
        writeln!(code, "(&{start:?}, &{indices:?}),").expect(WRITES);
    }
    code + "];\n"
}

const WRITES: &str = "a String accepts all writes";

impl Line {
    /// The expressions of this kind, when each has an example and no look-alike matches.
    fn checked(&self, parts: &BTreeMap<String, String>) -> Result<Vec<String>, String> {
        let sources = self.r#match.iter().map(|source| expanded(source, parts)).collect::<Result<Vec<_>, _>>()?;
        let expressions = sources.iter().map(|source| compiled(source)).collect::<Result<Vec<_>, _>>()?;
        for (expression, written) in expressions.iter().zip(&self.r#match) {
            if !self.examples.iter().any(|example| expression.is_match(example.as_bytes())) {
                return Err(format!("`{written}` matches none of the examples"));
            }
        }
        let matches = |line: &String| expressions.iter().any(|expression| expression.is_match(line.as_bytes()));
        if let Some(example) = self.examples.iter().find(|example| !matches(example)) {
            return Err(format!("nothing matches the example `{example}`"));
        }
        if let Some(look_alike) = self.look_alikes.iter().find(|look_alike| matches(look_alike)) {
            return Err(format!("the look-alike `{look_alike}` is matched"));
        }
        if self.look_alikes.len() < 2 {
            return Err("two look-alikes are required".into());
        }
        Ok(sources)
    }
}

fn whole_line(source: &str) -> String {
    format!("^(?:{source})$")
}

/// Compiles an expression as the engine does.
fn compiled(source: &str) -> Result<bytes::Regex, String> {
    let built = bytes::RegexBuilder::new(&whole_line(source)).case_insensitive(true).unicode(false).build();
    built.map_err(|fault| fault.to_string())
}

/// Marks classes with characters beyond ASCII as Unicode; everything else matches bytes.
fn with_unicode_classes(source: &str) -> String {
    let class = Regex::new(r"\\.|\[(?:\\.|[^\]\\])*\]").expect("an expression");
    let marked = |found: &regex::Captures<'_>| {
        if found[0].is_ascii() || found[0].starts_with('\\') { found[0].to_owned() } else { format!("(?u:{})", &found[0]) }
    };
    class.replace_all(source, marked).into_owned()
}

/// An expression on one line, with its parts put in.
fn expanded(source: &str, parts: &BTreeMap<String, String>) -> Result<String, String> {
    let mut source: String = source.lines().map(str::trim_start).collect();
    for _ in 0..DEEPEST {
        for (name, part) in parts {
            let part: String = part.lines().map(str::trim_start).collect();
            source = source.replace(&format!("<{name}>"), &format!("(?:{part})"));
        }
    }
    let name = Regex::new("<[a-z]+>").expect("an expression");
    name.find(&source).map_or(Ok(with_unicode_classes(&source)), |name| Err(format!("there is no part `{}`", name.as_str())))
}
