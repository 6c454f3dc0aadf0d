//! Compiles the rules and writes them as the Rust code of `lexicon::table`.

use super::classes::Sets;
use super::pattern::compile::{self, Tables};
use super::pattern::instruction::LONGEST_UNSORTED_SET;
use super::pattern::parse::{self, Node};
use super::rules::{Kind, Rule};
use super::tables::{self, Parts};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// How many examples and look-alikes of a rule the tables keep, for the page to show.
const SHOWN: usize = 3;

/// Collects the code of the tables.
pub struct Writer {
    tables: Tables,
    sets: Sets,
    /// How many words classes and patterns have.
    known: usize,
    rules: String,
    rule_count: usize,
    code_sets: String,
    /// Where the programs of patterns and contexts begin.
    programs: Vec<u32>,
    /// How many patterns and contexts each rule has.
    parts: Vec<Parts>,
}

impl Writer {
    /// Starts with the words of the classes.
    pub fn new(tables: Tables, sets: Sets) -> Self {
        let (rules, code_sets, programs) = (String::new(), String::new(), Vec::new());
        Self { tables, sets, known: 0, rules, rule_count: 0, code_sets, programs, parts: Vec::new() }
    }

    /// Adds a rule.
    ///
    /// # Errors
    /// The first pattern that cannot be compiled, and why.
    pub fn rule(&mut self, rule: &Rule, kind: Kind) -> Result<(), String> {
        self.patterns(rule)?;
        if rule.only.len() + rule.exceptions.len() > 63 {
            return Err("more than 63 contexts".into());
        }
        for source in rule.only.iter().map(|only| &only.source).chain(rule.exceptions.iter().map(|exception| &exception.source)) {
            self.context(source)?;
        }
        let reasons: Vec<String> = rule.exceptions.iter().map(|exception| format!("Cow::Borrowed({:?})", exception.because)).collect();
        let examples: Vec<&str> = shown(rule.patterns.iter().map(|pattern| &pattern.example));
        let look_alikes = shown(rule.exceptions.iter().map(|exception| &exception.look_alike).chain(&rule.passes));
        writeln!(
            self.rules,
            "Rule {{ id: Cow::Borrowed({:?}), kind: Kind::{}, strength: Strength::{}, noun: {}, why: Cow::Borrowed({:?}), \
             ask: Cow::Borrowed({:?}), only: {}, unless: Cow::Borrowed(&[{}]), flags: &{examples:?}, passes: &{look_alikes:?} }},",
            rule.id,
            camel(kind.name),
            camel(&rule.strength),
            rule.marks == "noun",
            rule.why,
            rule.ask,
            rule.only.len(),
            reasons.join(", "),
        )
        .expect("a String accepts all writes");
        self.rule_count += 1;
        self.parts.push(Parts { patterns: rule.patterns.len(), contexts: rule.only.len() + rule.exceptions.len() });
        Ok(())
    }

    /// Adds the sets that engine code looks up. Their words that no class and no pattern has get the highest numbers:
    /// `is_known` is false for them, as for words that the lexicon does not have.
    ///
    /// # Errors
    /// When there are too many words.
    pub fn code_sets(&mut self) -> Result<(), String> {
        self.known = self.tables.words.len();
        let mut used = Vec::new();
        for (set, words) in self.sets.word_sets() {
            let mut numbers = words.into_iter().map(|word| self.tables.word(word)).collect::<Result<Vec<u16>, String>>()?;
            if numbers.len() > LONGEST_UNSORTED_SET {
                numbers.sort_unstable();
            }
            let name = set.replace('-', "_").to_uppercase();
            writeln!(self.code_sets, "pub const {name}: [u16; {}] = {numbers:?};", numbers.len()).expect("a String accepts all writes");
            if self.sets.is_used(set) {
                used.push(format!("&{name}"));
            }
        }
        // The compiler reports the sets that neither patterns nor code use.
        writeln!(self.code_sets, "const _: &[&[u16]] = &[{}];", used.join(", ")).expect("a String accepts all writes");
        Ok(())
    }

    fn parse(&self, source: &str) -> Result<parse::Pattern, String> {
        self.sets.expand_pattern(parse::parse(source).map_err(|fault| fault.to_string())?)
    }

    fn patterns(&mut self, rule: &Rule) -> Result<(), String> {
        let mut first_words = BTreeSet::new();
        for source in rule.patterns.iter().map(|pattern| &pattern.source) {
            let name = |fault: String| format!("pattern `{source}`: {fault}");
            let pattern = self.parse(source).map_err(name)?;
            first_words.extend(self.tables.first_words(&pattern.span).map_err(name)?);
            let (forward, backward) = self.tables.compile(&pattern).map_err(name)?;
            self.programs.extend([forward, backward]);
        }
        let reused = |text: &str| {
            let lower = text.to_lowercase();
            let mut words = lower.split(|c: char| !c.is_alphanumeric() && c != '\'');
            words.any(|word| self.tables.words.get(word).is_some_and(|word| first_words.contains(word)))
        };
        let mut look_alikes = rule.exceptions.iter().map(|exception| &exception.look_alike).chain(&rule.passes);
        // A pattern that begins with a shape (number 0) has no first words of its own.
        let proved = first_words.contains(&0) || look_alikes.any(|text| reused(text));
        if proved { Ok(()) } else { Err("no look-alike has a word that its patterns begin with".into()) }
    }

    fn context(&mut self, source: &str) -> Result<(), String> {
        let name = |fault: String| format!("`{source}`: {fault}");
        if !source.contains('{') {
            return Err(name("braces must say where the span stands".into()));
        }
        let pattern = self.parse(source).map_err(name)?;
        let empty = || Node::Row(Vec::new());
        let inside = parse::Pattern { before: empty(), span: pattern.span, after: empty() };
        let outside = parse::Pattern { before: pattern.before, span: empty(), after: pattern.after };
        let (forward, backward) = self.tables.compile(&outside).map_err(name)?;
        let (inside, _) = self.tables.compile(&inside).map_err(name)?;
        self.programs.extend([forward, backward, inside]);
        Ok(())
    }

    /// The code of all tables.
    pub fn finish(self) -> String {
        let Self { tables, known, rules, rule_count, code_sets, programs, parts, .. } = self;
        let mut code = format!(
            "pub(crate) static CLASSES: &[&str] = &{:?};\n\
             /// The words in alphabetical order with their numbers; only constants are computed from it.\n\
             pub(crate) const NAMES: &[(&str, u16)] = &{:?};\n\
             pub(crate) const KNOWN: usize = {known};\n\
             /// Every rule, in the order of the files.\npub(super) static RULES: [Rule; {rule_count}] = [\n{rules}];\n",
            tables.classes,
            tables.words.iter().collect::<Vec<_>>(),
        );
        code += &tables::statics(&tables, &programs, &parts);
        code += &class_bits(&tables.classes);
        code + &format!("/// The word sets without phrases: the numbers of their words.\npub(crate) mod set {{\n{code_sets}}}\n")
    }
}

/// A module with a constant for each class.
fn class_bits(classes: &[String]) -> String {
    let mut code =
        String::from("/// The class bits by name.\n#[expect(dead_code, reason = \"patterns name the others\")]\npub(crate) mod class {\n");
    for (place, class) in classes.iter().enumerate() {
        let name = class.replace('-', "_").to_uppercase();
        writeln!(code, "pub const {name}: u64 = 1 << {};", compile::FIRST_CLASS_BIT as usize + place).expect("a String accepts all writes");
    }
    code + "}\n"
}

/// The first sentences that the page shows.
fn shown<'a>(sentences: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    sentences.map(String::as_str).take(SHOWN).collect()
}

/// A name in data as the name of a variant: `modal` gives `Modal`.
pub fn camel(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}
