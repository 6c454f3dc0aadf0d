//! What a rule must have before it is compiled: an id of its own, an explanation, and proofs.

use super::rules::Rule;
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
        for example in rule.patterns.iter().chain(&rule.only).map(|pattern| &pattern.example) {
            let braces: String = example.chars().filter(|c| matches!(c, '{' | '}')).collect();
            if braces != "{}" {
                return Err(format!("example `{example}`: braces must enclose the one span"));
            }
            self.sentence(&example.replace(['{', '}'], ""))?;
        }
        Ok(())
    }

    fn look_alikes(&mut self, rule: &Rule) -> Result<(), String> {
        let of_exceptions = rule.exceptions.iter().map(|exception| &exception.look_alike);
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
