//! The report: findings, sentences, claims.

use crate::engine::lex::block::Block;
use crate::engine::lex::quotation::Citation;
use crate::engine::text::Span;
use crate::lexicon::{Category, Kind, Rule, Strength};
use serde::Serialize;
use std::borrow::Cow;
use std::sync::Arc;

/// Whose words a finding is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// The article's own.
    Article,
    /// Inside a direct quotation.
    Quoted,
}

impl Voice {
    /// The name in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Quoted => "quoted",
        }
    }
}

/// Wording that a rule marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The marked bytes.
    pub span: Span,
    /// The rule behind it.
    pub rule: Arc<Rule>,
    /// Whose words.
    pub voice: Voice,
    /// Index of its sentence in [`Report::sentences`].
    pub sentence: usize,
    /// How many hedges it stacks: 2 for `could potentially`, otherwise 1.
    pub cues: u8,
    /// In reported speech, who claims it: `critics` in `critics say it may`.
    pub whose: Option<Span>,
    /// Of an undecided matter: who decides, where the sentence says so.
    pub decider: Option<Span>,
    /// The other side of talks, if it stands behind `with`: `Nordhall` in `Oster negotiates with Nordhall` and in `Oster will meet with Nordhall to
    /// discuss`.
    pub partner: Option<Span>,
    /// Of an undecided matter: the date the sentence gives.
    pub date: Option<Span>,
    /// Of a source to which no claim belongs: what it is cited for, where the sentence says so.
    pub cited_for: Option<Span>,
}

impl Finding {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.rule.kind
    }

    /// Its category.
    #[must_use]
    pub fn category(&self) -> Category {
        self.kind().category()
    }

    /// Its strength; a stack is a step stronger than its first hedge.
    #[must_use]
    pub fn strength(&self) -> Strength {
        let strength = self.rule.strength;
        if self.cues > 1 { strength.stronger() } else { strength }
    }
}

/// A look-alike: wording that a rule matches and that is no finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// Where it stands.
    pub span: Span,
    /// The rule it resembles.
    pub rule: Arc<Rule>,
    /// What it is instead.
    pub reason: Cow<'static, str>,
}

/// Why findings may mislead for this text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    /// There is nothing to read.
    Empty,
    /// Nothing but the address of a page.
    Address,
    /// Too many control characters, or hardly a word.
    NotText,
    /// Hardly an English function word in it.
    NotEnglish,
}

/// A statement and its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The noun phrase that speaks; pronouns too.
    pub who: Span,
    /// What the claim governs, with the verb where it comes first.
    pub scope: Span,
    /// What they say: a clause, or the verb with its object. Nothing where the sentence does not give it.
    pub said: Option<Span>,
    /// Who relays it: `AP` in `AP quoted him as saying`.
    pub through: Option<Span>,
    /// Whether the phrase carries a name.
    pub named: bool,
    /// Index of its sentence in [`Report::sentences`].
    pub sentence: usize,
}

/// Everything the engine knows about a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Furniture, headlines and paragraphs, in order.
    pub blocks: Vec<Block>,
    /// The sentences of the article text, in order.
    pub sentences: Vec<Span>,
    /// The `[Citation: ...]` brackets, in order.
    pub citations: Vec<Citation>,
    /// The findings, sorted by start; two of one category never overlap.
    pub findings: Vec<Finding>,
    /// Who says what, in order.
    pub claims: Vec<Claim>,
    /// Look-alikes, sorted by start.
    pub rejected: Vec<Rejected>,
    /// Why the findings may mislead.
    pub notice: Option<Notice>,
}

impl Report {
    /// Returns the findings of a sentence, in order.
    #[must_use]
    pub fn findings_in(&self, sentence: usize) -> &[Finding] {
        let first = self.findings.partition_point(|finding| finding.sentence < sentence);
        let last = self.findings.partition_point(|finding| finding.sentence <= sentence);
        &self.findings[first..last]
    }

    /// Returns the claims of a sentence, in order.
    #[must_use]
    pub fn claims_in(&self, sentence: usize) -> &[Claim] {
        let first = self.claims.partition_point(|claim| claim.sentence < sentence);
        let last = self.claims.partition_point(|claim| claim.sentence <= sentence);
        &self.claims[first..last]
    }

    /// The number of findings of a category.
    #[must_use]
    pub fn count(&self, category: Category) -> usize {
        self.findings.iter().filter(|finding| finding.category() == category).count()
    }

    /// The number of sentences that hold a finding of a category.
    #[must_use]
    pub fn sentences_with(&self, category: Category) -> usize {
        let mut sentences: Vec<usize> =
            self.findings.iter().filter(|finding| finding.category() == category).map(|finding| finding.sentence).collect();
        sentences.dedup();
        sentences.len()
    }
}
