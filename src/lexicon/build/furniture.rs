//! Reads `furniture.toml`, checks its regular expressions against their examples, and writes them as a table.
//!
//! Neighbouring kinds of line that are followed by as many titles share one expression, which is faster than one for each.

use regex::Regex;
use regex::bytes;
use serde::Deserialize;
use std::collections::BTreeMap;
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
/// The longest expression that is joined of several kinds, in bytes: the page compiles each in a task of its own.
const LONGEST_JOINED: usize = 8_000;

/// The code of the table.
///
/// # Errors
/// Every fault in the file, with the kind of line that it is in.
pub fn table(folder: &Path) -> Result<String, Vec<String>> {
    let text = std::fs::read_to_string(folder.join("furniture.toml")).map_err(|fault| vec![format!("furniture.toml: {fault}")])?;
    let file: File = toml::from_str(&text).map_err(|fault| vec![format!("furniture.toml: {fault}")])?;
    let long = text.lines().enumerate().filter(|(_, line)| line.chars().count() > LONGEST_LINE);
    let mut faults: Vec<String> = long.map(|(at, _)| format!("furniture.toml: line {} is too long", at + 1)).collect();
    let mut groups: Vec<(String, u8, bool)> = Vec::new();
    for line in &file.lines {
        match line.checked(&file.parts) {
            Ok(matches) => match groups.last_mut() {
                Some((joined, follows, among_titles))
                    if (*follows, *among_titles) == (line.follows, line.among_titles) && joined.len() + matches.len() < LONGEST_JOINED =>
                {
                    *joined += "|";
                    *joined += &matches;
                }
                _ => groups.push((matches, line.follows, line.among_titles)),
            },
            Err(fault) => faults.push(format!("furniture.toml: line `{}`: {fault}", line.id)),
        }
    }
    if faults.is_empty() { Ok(code(&groups)) } else { Err(faults) }
}

fn code(groups: &[(String, u8, bool)]) -> String {
    let mut code = String::from("/// The lines that are page furniture.\npub static FURNITURE: &[FurnitureGroup] = &[\n");
    for (matches, follows, among_titles) in groups {
        writeln!(code, "FurnitureGroup {{ matches: {matches:?}, follows: {follows}, among_titles: {among_titles} }},")
            .expect("a String accepts all writes");
    }
    code + "];\n"
}

impl Line {
    /// One expression for all of this kind, when each has an example and no look-alike matches.
    fn checked(&self, parts: &BTreeMap<String, String>) -> Result<String, String> {
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
        let all = whole_line(&sources.join("|"));
        builder(&all).build().map_err(|fault| fault.to_string())?;
        Ok(all)
    }
}

fn whole_line(source: &str) -> String {
    format!("^(?:{source})$")
}

/// Builds an expression as the engine does.
fn builder(source: &str) -> bytes::RegexBuilder {
    let mut builder = bytes::RegexBuilder::new(source);
    builder.case_insensitive(true).unicode(false);
    builder
}

fn compiled(source: &str) -> Result<bytes::Regex, String> {
    builder(&whole_line(source)).build().map_err(|fault| fault.to_string())
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
