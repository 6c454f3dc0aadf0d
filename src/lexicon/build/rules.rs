//! The rule files as plain structs.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::Path;

/// A kind of finding: one file of rules.
#[derive(Clone, Copy)]
pub struct Kind {
    /// `hedge`, `source` or `pending`.
    pub category: &'static str,
    /// The name of the kind in data.
    pub name: &'static str,
}

/// All kinds in the order of their rules. Of two rules that mark the same words the earlier wins.
pub const KINDS: [Kind; 19] = [
    Kind { category: "hedge", name: "modal" },
    Kind { category: "hedge", name: "probability" },
    Kind { category: "hedge", name: "hearsay" },
    Kind { category: "hedge", name: "appearance" },
    Kind { category: "hedge", name: "belief" },
    Kind { category: "hedge", name: "unverified" },
    Kind { category: "hedge", name: "condition" },
    Kind { category: "hedge", name: "approximation" },
    Kind { category: "hedge", name: "limiter" },
    Kind { category: "source", name: "anonymous" },
    Kind { category: "source", name: "role" },
    Kind { category: "source", name: "group" },
    Kind { category: "source", name: "reports" },
    Kind { category: "source", name: "agentless" },
    Kind { category: "pending", name: "undecided" },
    Kind { category: "pending", name: "deliberating" },
    Kind { category: "pending", name: "negotiating" },
    Kind { category: "pending", name: "awaiting" },
    Kind { category: "pending", name: "planned" },
];

impl Kind {
    /// The name of its file, without the ending.
    #[must_use]
    pub fn file(self) -> String {
        format!("{}-{}", self.category, self.name)
    }
}

/// A file of rules.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// Its rules in order.
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
    /// The numbers of the lines that are too long.
    #[serde(skip)]
    pub long_lines: Vec<usize>,
}

/// One rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable, kebab-case, unique.
    pub id: String,
    /// `weak`, `medium` or `strong`.
    pub strength: String,
    /// Empty: the pattern marks the wording. `noun`: it marks the head of a noun phrase that must speak.
    #[serde(default)]
    pub marks: String,
    /// Why a reader may care.
    pub why: String,
    /// The question to ask.
    pub ask: String,
    /// What it marks.
    #[serde(rename = "pattern")]
    pub patterns: Vec<Pattern>,
    /// The match counts only where one of these contexts holds.
    #[serde(default)]
    pub only: Vec<Pattern>,
    /// The match does not count where one of these contexts holds.
    #[serde(rename = "except", default)]
    pub exceptions: Vec<Exception>,
    /// Look-alikes that no exception has to reject.
    #[serde(default)]
    pub passes: Vec<String>,
}

/// A pattern, or a context without which a match does not count.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// In the pattern language.
    #[serde(rename = "match")]
    pub source: String,
    /// A sentence that it marks, with braces round the span of the finding.
    pub example: String,
}

/// A context in which a match is a look-alike.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// In the pattern language, with braces round the match.
    #[serde(rename = "match")]
    pub source: String,
    /// What the look-alike is.
    pub because: String,
    /// A sentence that the rule would mark without this exception.
    #[serde(rename = "look-alike")]
    pub look_alike: String,
}

/// The longest line that a rule file may have, in characters.
pub const LONGEST_LINE: usize = 140;

/// Reads the rules of all kinds, in the order of [`KINDS`].
///
/// # Errors
/// The first file that cannot be read, and why.
pub fn read_all(folder: &Path) -> Result<Vec<(Kind, RuleFile)>, String> {
    KINDS.into_iter().map(|kind| Ok((kind, read_rules(&folder.join("rules"), kind)?))).collect()
}

fn read_rules(folder: &Path, kind: Kind) -> Result<RuleFile, String> {
    let text = text(folder, &kind.file())?;
    let mut file: RuleFile = parse(&kind.file(), &text)?;
    file.long_lines = (1..).zip(text.lines()).filter(|(_, line)| line.chars().count() > LONGEST_LINE).map(|(number, _)| number).collect();
    Ok(file)
}

/// A fault for each file in `rules` that no kind reads.
#[must_use]
pub fn unlisted(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder.join("rules")).into_iter().flatten().flatten();
    let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    let listed = |name: &str| KINDS.iter().any(|kind| format!("{}.toml", kind.file()) == name);
    names.filter(|name| !listed(name)).map(|name| format!("src/lexicon/rules/{name}: no kind has this file")).collect()
}

/// Reads a TOML file.
///
/// # Errors
/// When there is no such file, or its content is not what `T` describes.
pub fn read<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<T, String> {
    parse(name, &text(folder, name)?)
}

fn text(folder: &Path, name: &str) -> Result<String, String> {
    let path = folder.join(format!("{name}.toml"));
    std::fs::read_to_string(&path).map_err(|fault| format!("{}: {fault}", path.display()))
}

fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|fault| format!("{name}.toml: {}", fault.to_string().replace('\n', " ")))
}
