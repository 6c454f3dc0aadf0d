//! The company that `the company` stands for.

use crate::engine::ledger::person_names::ends_with_person;
use crate::engine::ledger::running_quotation::Speaker;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::Report;
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, is_known, set, words};

/// How many claims before `the company` are searched for its name.
const CLAIMS: usize = 40;

/// Returns the only company that has spoken so far, for `the company`. Nothing if another body has spoken or another company is named: either may
/// be meant.
pub(super) fn only_company(text: &str, report: &Report, sentence: usize, phrase: &[Token]) -> Option<Speaker> {
    let [the, noun] = phrase else { return None };
    if !the.reads(words!("the")) || !noun.is_word(set::COMPANY_BY_KIND) {
        return None;
    }
    let before = report.claims.partition_point(|claim| claim.sentence < sentence);
    let mut found: Option<Span> = None;
    for claim in report.claims[..before].iter().rev().take(CLAIMS).filter(|claim| claim.named) {
        let who = tokens_of(text, claim.who);
        if ends_with_person(&who) || who.iter().any(|token| token.is(class::OUTLET)) {
            continue;
        }
        let company = who.iter().any(|token| token.reads(set::COMPANY_FORM));
        // A single name may be a person's.
        if !company {
            return None;
        }
        if found.is_some_and(|other| first_word(text, other) != first_word(text, claim.who)) {
            return None;
        }
        found = Some(claim.who);
    }
    let who = found?;
    (!names_another(text, report, sentence, who)).then_some(Speaker { who, named: true })
}

fn first_word(text: &str, name: Span) -> &str {
    name.of(text).split_whitespace().next().unwrap_or_default()
}

/// Returns true if the sentences up to one name another company: `Norvik Corp`.
fn names_another(text: &str, report: &Report, sentence: usize, company: Span) -> bool {
    let first = first_word(text, company);
    let start = sentence.saturating_sub(CLAIMS);
    report.sentences[start..=sentence].iter().any(|sentence| {
        let tokens = tokens_of(text, *sentence);
        let form = |at: &usize| tokens[*at].is(shape::UPPER) && tokens[*at].reads(set::COMPANY_FORM);
        (1..tokens.len()).filter(form).any(|at| {
            let name = tokens[..at].iter().rev().take_while(|token| token.is(shape::UPPER)).last();
            name.is_some_and(|name| name.span.of(text) != first && !is_known(name.word))
        })
    })
}
