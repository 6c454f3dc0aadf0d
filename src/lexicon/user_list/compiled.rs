//! A reader's own list, compiled: it works beside the lexicon, with the same matcher.

use super::super::pattern::compile::{Base, Tables};
use super::super::pattern::instruction::Code;
use super::super::pattern::parse::{self, Node};
use super::super::{BITS, Context, RULES, Rule, number_of, table};
use super::list::{Exempt, List, ListFault, Word, plain};
use super::own_expression::{self, MOST_EXPRESSIONS, is_expression};
use regex::Regex;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::Arc;

/// A compiled list.
#[derive(Debug, Default)]
pub struct Own {
    tables: Tables,
    /// What is marked.
    pub(crate) rules: Vec<CompiledRule>,
    /// What is left alone, by the words that can start it.
    exempts: FxHashMap<u16, Vec<OwnPattern>>,
    /// Why each exemption leaves its wording alone.
    pub(crate) reasons: Vec<Cow<'static, str>>,
    /// Patterns of `rules` by the words that can start them.
    starts: FxHashMap<u16, Vec<OwnPattern>>,
    /// Regular expressions that mark, each with the index of its rule in `rules`.
    pub(crate) expressions: Vec<(Regex, usize)>,
    /// Regular expressions that exempt, each with the index of its reason in `reasons`.
    pub(crate) exempt_expressions: Vec<(Regex, usize)>,
}

/// A rule with its contexts, which refer to the tables of the list.
#[derive(Debug)]
pub(crate) struct CompiledRule {
    pub rule: Arc<Rule>,
    /// Those in which alone it counts, then those of its look-alikes.
    pub contexts: Vec<Context>,
}

/// A pattern of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OwnPattern {
    /// Index of its rule in [`Own::rules`], of an exemption in [`Own::reasons`].
    pub rule: usize,
    pub forward: u32,
    pub backward: u32,
}

/// The most patterns in a list.
const MOST_PATTERNS: usize = 500;
/// The longest pattern, in bytes.
const LONGEST_PATTERN: usize = 300;
/// The most `..` and `_3` in a pattern: each multiplies the work of a match.
const MOST_GAPS: usize = 3;
/// What an exemption without a note gives as its reason.
const EXEMPT: &str = "your own list leaves it alone";

impl List {
    /// Compiles the list for the engine.
    ///
    /// # Errors
    /// The first fault in it, with the pattern it is in.
    pub fn compile(&self) -> Result<Own, ListFault> {
        Own::compile(self)
    }
}

impl Own {
    /// Compiles a list.
    pub(super) fn compile(list: &List) -> Result<Self, ListFault> {
        let base = Base { number: number_of, bits: &BITS, classes: table::CLASSES };
        let mut own = Self { tables: Tables { base, ..Tables::default() }, ..Self::default() };
        let patterns = list.entries.iter().map(|word| word.patterns.len() + word.only.len() + word.unless.len()).sum::<usize>();
        if patterns + list.exempts.iter().map(|exempt| exempt.patterns.len()).sum::<usize>() > MOST_PATTERNS {
            return Err(plain(format!("A list may hold {MOST_PATTERNS} patterns.")));
        }
        let sources = list.entries.iter().flat_map(|word| &word.patterns).chain(list.exempts.iter().flat_map(|exempt| &exempt.patterns));
        if sources.filter(|source| is_expression(source)).count() > MOST_EXPRESSIONS {
            return Err(plain(format!("A list may hold {MOST_EXPRESSIONS} regular expressions.")));
        }
        for word in &list.entries {
            own.add(word)?;
        }
        for exempt in &list.exempts {
            own.exempt(exempt)?;
        }
        Ok(own)
    }

    /// The rule of that id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Arc<Rule>> {
        self.rules.iter().map(|compiled| &compiled.rule).find(|rule| rule.id == id)
    }

    /// The instructions of its patterns.
    pub(crate) fn code(&self) -> Code<'_> {
        Code { ops: &self.tables.ops, sets: &self.tables.sets, masks: &self.tables.masks }
    }

    /// The number of a word that only the list knows; 0 for others.
    pub(crate) fn number_of(&self, word: &str) -> u16 {
        self.tables.words.get(word).copied().unwrap_or(0)
    }

    /// The patterns that a word can start.
    pub(crate) fn triggered_by(&self, word: u16) -> &[OwnPattern] {
        self.starts.get(&word).map_or(&[], Vec::as_slice)
    }

    /// The exemptions that a word can start.
    pub(crate) fn exempted_by(&self, word: u16) -> &[OwnPattern] {
        self.exempts.get(&word).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, word: &Word) -> Result<(), ListFault> {
        let rule = self.rules.len();
        let own = own_rule(word, rule)?;
        for source in &word.patterns {
            if is_expression(source) {
                self.expressions.push((regular(source)?, rule));
                continue;
            }
            let (pattern, forward, backward) = self.program(source)?;
            let firsts = self.tables.first_words(&pattern.span).map_err(|message| near(source, &message))?;
            for first in firsts {
                self.starts.entry(first).or_default().push(OwnPattern { rule, forward, backward });
            }
        }
        let sources = word.only.iter().chain(word.unless.iter().map(|unless| &unless.at));
        let contexts = sources.map(|at| self.context(at)).collect::<Result<_, _>>()?;
        self.rules.push(CompiledRule { rule: Arc::new(own), contexts });
        Ok(())
    }

    fn exempt(&mut self, exempt: &Exempt) -> Result<(), ListFault> {
        let rule = self.reasons.len();
        self.reasons.push(if exempt.why.trim().is_empty() { EXEMPT.into() } else { exempt.why.clone().into() });
        for source in &exempt.patterns {
            if is_expression(source) {
                self.exempt_expressions.push((regular(source)?, rule));
                continue;
            }
            let (pattern, forward, backward) = self.program(source)?;
            for first in self.tables.first_words(&pattern.span).map_err(|message| near(source, &message))? {
                self.exempts.entry(first).or_default().push(OwnPattern { rule, forward, backward });
            }
        }
        Ok(())
    }

    fn program(&mut self, source: &str) -> Result<(parse::Pattern, u32, u32), ListFault> {
        let pattern = parse(source)?;
        let (forward, backward) = self.tables.compile(&pattern).map_err(|message| near(source, &message))?;
        Ok((pattern, forward, backward))
    }

    fn context(&mut self, source: &str) -> Result<Context, ListFault> {
        if is_expression(source) {
            return Err(near(source, "a regular expression may stand in `patterns` only"));
        }
        if !source.contains('{') {
            return Err(near(source, "braces must say where the span stands"));
        }
        let pattern = parse(source)?;
        let nothing = || Node::Row(Vec::new());
        let inside = parse::Pattern { before: nothing(), span: pattern.span.clone(), after: nothing() };
        let outside = parse::Pattern { before: pattern.before, span: nothing(), after: pattern.after };
        let (forward, backward) = self.tables.compile(&outside).map_err(|message| near(source, &message))?;
        let (inside, _) = self.tables.compile(&inside).map_err(|message| near(source, &message))?;
        Ok(Context { inside, forward, backward })
    }
}

fn regular(source: &str) -> Result<Regex, ListFault> {
    check_length(source)?;
    own_expression::compile(source)
}

fn check_length(source: &str) -> Result<(), ListFault> {
    if source.len() <= LONGEST_PATTERN {
        return Ok(());
    }
    Err(near(source, &format!("a pattern may hold {LONGEST_PATTERN} bytes; this one has {}", source.len())))
}

fn parse(source: &str) -> Result<parse::Pattern, ListFault> {
    if source.trim().is_empty() {
        return Err(plain("A pattern must say something.".into()));
    }
    check_length(source)?;
    let pattern = parse::parse(source).map_err(|fault| ListFault { at: fault.at, ..near(source, &fault.message) })?;
    if gaps(&pattern.before) + gaps(&pattern.span) + gaps(&pattern.after) > MOST_GAPS {
        return Err(near(source, &format!("a pattern may hold {MOST_GAPS} of `..` and `_3`")));
    }
    Ok(pattern)
}

fn gaps(node: &Node) -> usize {
    match node {
        Node::Gap(..) => 1,
        Node::Row(nodes) | Node::Choice(nodes) => nodes.iter().map(gaps).sum(),
        Node::Optional(node) => gaps(node),
        _ => 0,
    }
}

/// A fault of a pattern; what the message names in backquotes is pointed at.
fn near(source: &str, message: &str) -> ListFault {
    let named = message.split('`').nth(1).filter(|item| !item.is_empty());
    let at = named.and_then(|item| Some(source.find(item)?..source.find(item)? + item.len())).unwrap_or(0..0);
    ListFault { message: format!("Pattern \u{201c}{source}\u{201d}: {message}."), pattern: Some(source.to_owned()), at }
}

fn own_rule(word: &Word, number: usize) -> Result<Rule, ListFault> {
    let first = word.patterns.first().ok_or_else(|| plain("An entry needs a pattern.".into()))?;
    let kind = word.kind().ok_or_else(|| {
        let kinds = super::super::Kind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
        plain(format!("Kind \u{201c}{}\u{201d} is none of {kinds}.", word.kind))
    })?;
    let strength =
        word.strength().ok_or_else(|| plain(format!("Strength \u{201c}{}\u{201d} is none of weak, medium, strong.", word.strength)))?;
    if !["", "noun"].contains(&word.marks.as_str()) {
        return Err(plain(format!("Marks \u{201c}{}\u{201d}: only \u{201c}noun\u{201d} may stand here.", word.marks)));
    }
    let mut id = if word.id.trim().is_empty() { slug(first) } else { slug(&word.id) };
    if id.is_empty() {
        id = format!("own-{}", number + 1);
    }
    if RULES.iter().any(|rule| rule.id == id) {
        id = format!("own-{id}");
    }
    Ok(Rule {
        id: id.into(),
        kind,
        strength,
        noun: word.marks == "noun",
        why: word.why.clone().into(),
        ask: word.ask.clone().into(),
        only: word.only.len(),
        unless: word.unless.iter().map(|unless| unless.is.clone().into()).collect(),
        flags: &[],
        passes: &[],
    })
}

/// Letters, digits and hyphens only: an id stands in addresses and files.
fn slug(name: &str) -> String {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-").to_lowercase()
}
