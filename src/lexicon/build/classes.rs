//! `classes.toml`: word classes, which have a bit, and named sets, which patterns expand to the words they list.

use super::inflection;
use super::pattern::compile::{self, SHAPES, Tables};
use super::pattern::parse::{self, Node};
use super::rules::read;
use serde::Deserialize;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassFile {
    #[serde(rename = "class")]
    classes: toml::Table,
    #[serde(rename = "set", default)]
    sets: toml::Table,
}

/// The members of a class or a set.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Members {
    /// Words as they are written.
    #[serde(default)]
    words: String,
    /// Verbs in all their forms.
    #[serde(default)]
    verbs: String,
    /// Nouns in singular and plural.
    #[serde(default)]
    nouns: String,
    /// Other sets.
    #[serde(default)]
    sets: String,
    /// Rows of the pattern language; only a set may have them.
    #[serde(default)]
    phrases: Vec<String>,
}

/// What `classes.toml` defines.
pub struct Words {
    /// The words of all classes.
    pub tables: Tables,
    /// The named sets.
    pub sets: Sets,
}

/// The named sets with their alternatives.
#[derive(Default)]
pub struct Sets {
    all: BTreeMap<String, Vec<Node>>,
    /// Those that patterns, classes or other sets name.
    used: RefCell<BTreeSet<String>>,
}

/// Reads `classes.toml`.
///
/// # Errors
/// The first fault, with the class or set that it is in.
pub fn words(folder: &Path) -> Result<Words, String> {
    let file: ClassFile = read(folder, "classes")?;
    let sets = Sets::new(&file.sets, &file.classes)?;
    let mut tables = Tables::default();
    for (name, value) in &file.classes {
        let fault = |fault: String| format!("src/lexicon/classes.toml: class `{name}`: {fault}");
        let words = members(value).and_then(|members| sets.class_words(&members)).map_err(fault)?;
        add_to_class(&mut tables, name, &words).map_err(fault)?;
    }
    Ok(Words { tables, sets })
}

fn members(value: &toml::Value) -> Result<Members, String> {
    value.clone().try_into().map_err(|fault: toml::de::Error| fault.to_string().replace('\n', " "))
}

/// Adds words to a new class.
fn add_to_class(tables: &mut Tables, class: &str, words: &[String]) -> Result<(), String> {
    let bit = compile::FIRST_CLASS_BIT as usize + tables.classes.len();
    if bit > 62 {
        return Err(format!("more than {} word classes", 63 - compile::FIRST_CLASS_BIT));
    }
    tables.classes.push(class.to_owned());
    for word in words {
        let number = tables.word(word)?;
        tables.bits[usize::from(number) - tables.base.bits.len()] |= 1 << bit;
    }
    Ok(())
}

impl Members {
    /// All words in all forms.
    ///
    /// # Errors
    /// When a word has a hyphen: to the tokenizer it is a word of its own.
    fn all_words(&self) -> Result<Vec<String>, String> {
        let plain = self.words.split_whitespace().map(str::to_owned);
        let verbs = self.verbs.split_whitespace().flat_map(inflection::verb);
        let nouns = self.nouns.split_whitespace().flat_map(|noun| [noun.to_owned(), inflection::plural(noun)]);
        let all: Vec<String> = plain.chain(verbs).chain(nouns).collect();
        match all.iter().find(|word| word.len() > 1 && word.contains('-')) {
            Some(word) => Err(format!("`{word}` can never match: the hyphen is a word of its own")),
            None => Ok(all),
        }
    }

    /// True if it contains the set with this name.
    fn names(&self, set: &str) -> bool {
        let in_class = |class: &str| class.split_once('>').is_some_and(|(names, _)| names.split('|').any(|name| name == set));
        let in_phrase = |phrase: &String| phrase.split('<').skip(1).any(in_class);
        self.sets.split_whitespace().any(|name| name == set) || self.phrases.iter().any(in_phrase)
    }
}

impl Sets {
    /// The sets of the file.
    fn new(file: &toml::Table, classes: &toml::Table) -> Result<Self, String> {
        let mut sets = Self::default();
        for name in file.keys() {
            let taken = classes.contains_key(name) || SHAPES.iter().any(|(shape, _)| shape == name);
            let added = if taken { Err("a class or shape has this name".into()) } else { sets.add(name, file, &mut Vec::new()) };
            added.map_err(|fault| format!("src/lexicon/classes.toml: set `{name}`: {fault}"))?;
        }
        Ok(sets)
    }

    /// Adds a set, after the sets that it names. `open` are those that wait for it.
    fn add<'a>(&mut self, name: &'a str, file: &'a toml::Table, open: &mut Vec<&'a str>) -> Result<(), String> {
        if self.all.contains_key(name) {
            return Ok(());
        }
        if open.contains(&name) {
            return Err(format!("it contains itself: {}", open.join(", ")));
        }
        let (name, value) = file.get_key_value(name).ok_or_else(|| format!("there is no set `{name}`"))?;
        let members = members(value)?;
        open.push(name);
        for other in file.keys().filter(|other| members.names(other)) {
            self.add(other, file, open)?;
        }
        open.pop();
        let alternatives = self.alternatives(&members)?;
        self.all.insert(name.to_owned(), alternatives);
        Ok(())
    }

    fn alternatives(&self, members: &Members) -> Result<Vec<Node>, String> {
        let mut alternatives: Vec<Node> = members.all_words()?.into_iter().map(Node::Word).collect();
        for name in members.sets.split_whitespace() {
            alternatives.extend(self.get(name)?.iter().cloned());
        }
        for phrase in &members.phrases {
            if phrase.contains(['{', '}']) {
                return Err(format!("`{phrase}`: braces stand in patterns only"));
            }
            let pattern = parse::parse(phrase).map_err(|fault| format!("`{phrase}`: {fault}"))?;
            alternatives.push(self.expand(pattern.span)?);
        }
        if alternatives.is_empty() { Err("it is empty".into()) } else { Ok(alternatives) }
    }

    fn get(&self, name: &str) -> Result<&[Node], String> {
        self.used.borrow_mut().insert(name.to_owned());
        self.all.get(name).map(Vec::as_slice).ok_or_else(|| format!("there is no set `{name}`"))
    }

    /// The words of a class, those of the sets that it names included.
    fn class_words(&self, members: &Members) -> Result<Vec<String>, String> {
        let mut words = members.all_words()?;
        if !members.phrases.is_empty() {
            return Err("only a set may have phrases".into());
        }
        for name in members.sets.split_whitespace() {
            for node in self.get(name)? {
                match node {
                    Node::Word(word) => words.push(word.clone()),
                    _ => return Err(format!("set `{name}` has phrases: a class has words only")),
                }
            }
        }
        Ok(words)
    }

    /// The sets without phrases, which engine code can look up, with their words in the order of the file.
    pub fn word_sets(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        self.all.iter().filter_map(|(name, nodes)| {
            let mut words = Vec::new();
            for node in nodes {
                let Node::Word(word) = node else { return None };
                if !words.contains(&word.as_str()) {
                    words.push(word.as_str());
                }
            }
            Some((name.as_str(), words))
        })
    }

    /// True if a pattern, a class or another set names the set.
    pub fn is_used(&self, set: &str) -> bool {
        self.used.borrow().contains(set)
    }

    /// Replaces the names of sets in a pattern by their alternatives.
    ///
    /// # Errors
    /// When a pattern excludes a set (`<!set>`).
    pub fn expand_pattern(&self, pattern: parse::Pattern) -> Result<parse::Pattern, String> {
        let parse::Pattern { before, span, after } = pattern;
        Ok(parse::Pattern { before: self.expand(before)?, span: self.expand(span)?, after: self.expand(after)? })
    }

    fn expand(&self, node: Node) -> Result<Node, String> {
        let all = |nodes: Vec<Node>| nodes.into_iter().map(|node| self.expand(node)).collect::<Result<Vec<Node>, String>>();
        Ok(match node {
            Node::Class(names, none_of) => self.expand_class(names, none_of)?,
            Node::Row(nodes) => Node::Row(all(nodes)?),
            Node::Choice(nodes) => Node::Choice(all(nodes)?),
            Node::Optional(node) => Node::Optional(Box::new(self.expand(*node)?)),
            other => other,
        })
    }

    fn expand_class(&self, names: Vec<String>, none_of: bool) -> Result<Node, String> {
        let (sets, classes): (Vec<String>, Vec<String>) = names.into_iter().partition(|name| self.all.contains_key(name));
        if none_of && let Some(set) = sets.first() {
            return Err(format!("`<!{set}>`: only a class can be excluded, not a set"));
        }
        if sets.is_empty() {
            return Ok(Node::Class(classes, none_of));
        }
        let mut alternatives = Vec::new();
        for set in &sets {
            alternatives.extend_from_slice(self.get(set)?);
        }
        if !classes.is_empty() {
            alternatives.push(Node::Class(classes, false));
        }
        Ok(Node::Choice(alternatives))
    }
}
