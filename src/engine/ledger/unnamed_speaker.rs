//! Pronouns that stand for an unnamed source: `An official said it was late. He said it could fail.`

use crate::engine::ledger::person_names::names_in;
use crate::engine::ledger::running_quotation::{goes_on_speaking, only_claim};
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Claim, Report};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Category, Kind, class, set, words};

/// How far from the start of its sentence, in bytes, `He said` begins.
const OPENING: usize = 6;

/// Returns the claim of the unnamed person whom `he` or `she` certainly stands for: the only one who speaks in the sentence before, which names
/// nobody.
pub(super) fn unnamed_before(text: &str, report: &Report, claim: &Claim) -> Option<Claim> {
    let [pronoun] = tokens_of(text, claim.who)[..] else { return None };
    if !pronoun.reads(set::HE_OR_SHE) {
        return None;
    }
    let opens = claim.who.start <= report.sentences.get(claim.sentence)?.start + OPENING;
    let next = || claim.sentence.checked_sub(1).filter(|_| opens).and_then(|before| only_claim(text, report, before));
    let last = goes_on_speaking(report, text, claim).or_else(next)?;
    let sentence = tokens_of(text, *report.sentences.get(last.sentence)?);
    let nobody = names_in(&sentence).next().is_none() && !sentence.iter().any(|token| token.is(class::TITLE) || is_other(&last, token));
    (nobody && is_one_person(text, report, &last) && fits_gender(text, &last, &pronoun)).then_some(last)
}

/// Returns false for `he` after `a spokeswoman` and `she` after `a spokesman`.
fn fits_gender(text: &str, last: &Claim, pronoun: &Token) -> bool {
    let he = pronoun.reads(words!("he" | "his" | "him"));
    tokens_of(text, last.who).iter().all(|token| {
        let word = token.span.of(text);
        let woman = word.ends_with("woman") || token.reads(words!("mother" | "girl" | "sister" | "wife" | "widow" | "daughter"));
        let man = (word.ends_with("man") && !woman) || token.reads(words!("father" | "boy" | "brother" | "husband" | "son"));
        if he { !woman } else { !man }
    })
}

/// Returns true for another person whom the pronoun may stand for: `An official said a clerk had left. He said`.
fn is_other(last: &Claim, token: &Token) -> bool {
    let outside = token.span.start < last.who.start || token.span.start >= last.who.end;
    let person = token.is(class::OFFICE | shape::AGENT) || token.is_word(set::KIN) || token.reads(words!("man" | "woman" | "boy" | "girl"));
    outside && (person || token.reads(set::HE_OR_SHE))
}

/// Returns true if the speaker of a claim is one unnamed person: `a senior official`, `the source`.
fn is_one_person(text: &str, report: &Report, claim: &Claim) -> bool {
    let source = report.findings_in(claim.sentence).iter().find(|finding| {
        let kind = matches!(finding.kind(), Kind::Role | Kind::Anonymous);
        finding.category() == Category::Source && kind && finding.span.overlaps(claim.who)
    });
    let Some(source) = source else { return false };
    let phrase = tokens_of(text, source.span);
    let body = phrase.iter().any(|token| token.is(class::INSTITUTION)) && !phrase.iter().any(|token| token.is(shape::AGENT));
    phrase[0].reads(set::ONE_MORE) && !phrase.iter().take(4).any(|token| token.is(shape::PLURAL)) && !body
}
