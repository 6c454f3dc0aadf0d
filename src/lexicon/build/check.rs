//! What a rule must have before it is compiled: an id of its own, an explanation, and proofs.

use super::rules::{Kind, Rule, RuleFile};
use std::collections::HashSet;

/// Collects the ids and the sentences of all rules.
#[derive(Default)]
pub struct Check {
    ids: HashSet<String>,
    sentences: HashSet<String>,
}

impl Check {
    /// Checks the texts of a rule.
    ///
    /// # Errors
    /// The first fault.
    pub fn rule(&mut self, rule: &Rule) -> Result<(), String> {
        self.id(&rule.id)?;
        if !["weak", "medium", "strong"].contains(&rule.strength.as_str()) {
            return Err(format!("strength `{}` is none of weak, medium, strong", rule.strength));
        }
        if !["", "noun"].contains(&rule.marks.as_str()) {
            return Err(format!("marks `{}`: only `noun` may stand here", rule.marks));
        }
        if rule.why.trim().is_empty() || rule.ask.trim().is_empty() {
            return Err("why and ask must say something".into());
        }
        if let Some(exception) = rule.exceptions.iter().find(|exception| exception.because.trim().is_empty()) {
            return Err(format!("exception `{}`: `because` must say something", exception.source));
        }
        self.examples(rule)?;
        self.look_alikes(rule)
    }

    fn examples(&mut self, rule: &Rule) -> Result<(), String> {
        for example in rule.patterns.iter().chain(&rule.only).map(|pattern| &pattern.example).filter(|example| !example.is_empty()) {
            let braces: String = example.chars().filter(|c| matches!(c, '{' | '}')).collect();
            if braces != "{}" {
                return Err(format!("`{example}`: braces must enclose the one span"));
            }
            self.sentence(&example.replace(['{', '}'], ""))?;
        }
        Ok(())
    }

    fn look_alikes(&mut self, rule: &Rule) -> Result<(), String> {
        let of_exceptions = rule.exceptions.iter().map(|exception| &exception.look_alike).filter(|text| !text.is_empty());
        for text in of_exceptions.chain(&rule.passes) {
            if text.trim().is_empty() || text.contains(['{', '}']) {
                return Err(format!("`{text}`: a look-alike is a sentence without braces"));
            }
            self.sentence(text)?;
        }
        Ok(())
    }

    fn id(&mut self, id: &str) -> Result<(), String> {
        let kebab = !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !kebab {
            return Err("the id must be kebab-case".into());
        }
        if self.ids.insert(id.to_owned()) { Ok(()) } else { Err("the id is taken".into()) }
    }

    fn sentence(&mut self, sentence: &str) -> Result<(), String> {
        if self.sentences.insert(sentence.to_owned()) { Ok(()) } else { Err(format!("`{sentence}` stands twice in the lexicon")) }
    }
}

/// What a file of rules still lacks, as one message.
pub fn gaps(kind: Kind, file: &RuleFile) -> Option<String> {
    let count = |missing: fn(&Rule) -> usize| file.rules.iter().map(missing).sum::<usize>();
    let examples = count(|rule| rule.patterns.iter().chain(&rule.only).filter(|pattern| pattern.example.is_empty()).count());
    let look_alikes = count(|rule| rule.exceptions.iter().filter(|exception| exception.look_alike.is_empty()).count());
    let long = file.long_lines;
    (examples + look_alikes + long > 0).then(|| {
        format!(
            "src/lexicon/rules/{}.toml: {examples} patterns without example, {look_alikes} exceptions without look-alike, {long} long lines",
            kind.file()
        )
    })
}
