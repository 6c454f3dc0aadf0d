//! Whom a pronoun that speaks stands for.

use crate::engine::ledger::bodies::{body_before, body_in_sentence, is_acronym, people_before, person_before, short_form};
use crate::engine::ledger::estimate_owner::owner_of_estimate;
use crate::engine::ledger::full_form::full_form;
use crate::engine::ledger::named_before::{has_other_subject, only_person_before};
use crate::engine::ledger::only_company::only_company;
use crate::engine::ledger::person_names::{ends_with_person, fits_title, known, names_in, speakers_before};
pub(crate) use crate::engine::ledger::running_quotation::Speaker;
use crate::engine::ledger::running_quotation::{adds_to, goes_on_speaking, is_quoted, speaker_of_quotation};
use crate::engine::ledger::single_names::only_single_name;
use crate::engine::ledger::unnamed_speaker::unnamed_before;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Claim, Finding, Report, Voice};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Category, class, is_known, set, words};

/// How far from the start of its sentence, in bytes, `it` may stand for the subject of the sentence before.
const OPENING: usize = 20;
/// The tokens of `Mr. Huld`.
const TITLE_AND_NAME: usize = 3;

/// Returns who claims a finding: the speaker that its sentence names, for a pronoun the name that it certainly stands for, else nothing.
#[must_use]
pub fn speaker_of(text: &str, report: &Report, finding: &Finding) -> Option<Span> {
    let Some(who) = finding.whose else {
        let quoted = finding.voice == Voice::Quoted && finding.category() != Category::Source;
        let of_quotation = || speaker_of_quotation(text, report, finding.span, speaker).map(|speaker| speaker.who);
        return if quoted { of_quotation() } else { owner_of_estimate(text, report, finding) };
    };
    let claim = report.claims_in(finding.sentence).iter().find(|claim| claim.who == who)?;
    speaker(text, report, claim).map(|speaker| speaker.who)
}

/// Returns who takes the step of an undecided matter, resolved as by [`speaker_of`].
pub(super) fn decider_of(text: &str, report: &Report, finding: &Finding) -> Option<Span> {
    let who = finding.decider?;
    if matches!(tokens_of(text, who).as_slice(), [only] if only.reads(set::FIRST_PERSON)) {
        return speaker_of(text, report, finding);
    }
    let who = referent(text, report, finding.sentence, who, true).map(|speaker| speaker.who)?;
    let who = full_form(text, report, finding.sentence, &tokens_of(text, who)).unwrap_or(who);
    let phrase = tokens_of(text, who);
    // `The leaders` tells a reader nothing.
    let vague = matches!(phrase.as_slice(), [first, last] if first.is(class::DET) && last.reads(set::VAGUE_PARTY));
    (!vague).then_some(who)
}

/// Returns who speaks in a claim, or nothing if that is not certain.
pub(crate) fn speaker(text: &str, report: &Report, claim: &Claim) -> Option<Speaker> {
    let unnamed = |finding: &Finding| finding.category() == Category::Source && finding.span.overlaps(claim.who);
    let certain = claim.named || report.findings_in(claim.sentence).iter().any(unnamed);
    if let Some(last) = same_speaker(text, report, claim) {
        let who = referent(text, report, last.sentence, last.who, last.named)?;
        // `Huld said`, where the article has named Lena Huld before
        let full =
            if tokens_of(text, who.who).len() == 1 { only_single_name(text, report, claim.sentence, &[who.who.of(text)]) } else { None };
        return Some(Speaker { named: full.is_some() || who.named || (who.who == last.who && last.named), who: full.unwrap_or(who.who) });
    }
    if let Some(last) = unnamed_before(text, report, claim) {
        return Some(Speaker { who: last.who, named: false });
    }
    let speaker = referent(text, report, claim.sentence, claim.who, certain)?;
    Some(Speaker { named: speaker.named || (speaker.who == claim.who && claim.named), ..speaker })
}

/// How many claims of one speaker are followed back to the one that names them.
const CHAIN: usize = 6;

/// Returns the claim before a quotation whose speaker `she` names, if nobody else can be meant.
fn same_speaker(text: &str, report: &Report, claim: &Claim) -> Option<Claim> {
    let pronoun = *tokens_of(text, claim.who).first().filter(|_| is_pronoun(text, claim.who))?;
    if !pronoun.reads(set::HE_OR_SHE) {
        return None;
    }
    let alike = |other: &Claim| tokens_of(text, other.who).first().is_some_and(|first| first.word == pronoun.word);
    let mut last = *claim;
    for _ in 0..CHAIN {
        let Some(before) = goes_on_speaking(report, text, &last).or_else(|| adds_to(report, text, &last)) else { break };
        last = before;
        if last.named || !alike(&last) {
            break;
        }
    }
    if last == *claim || (!last.named && !alike(&last)) {
        return None;
    }
    // In `Huld told Quill it was late` the pronoun may be Quill's, in `Huld told the Courier it was late` not.
    let sentence = tokens_of(text, report.sentences[last.sentence]);
    let hearer = sentence.windows(3).any(|words| {
        let other = words[1].is(class::OUTLET | class::INSTITUTION | class::DET);
        let mine = words[2].is_word(words!("that")) && alike(&last);
        words[0].is_word(set::TELLING) && words[1].is(shape::UPPER) && !other && !mine
    });
    // `Huld said`, where the article has named Lena Huld before
    let phrase = tokens_of(text, last.who);
    let single = matches!(phrase.as_slice(), [name] if name.is(shape::UPPER) && !is_known(name.word));
    let in_full = || single && only_single_name(text, report, claim.sentence, &[last.who.of(text)]).is_some();
    (!hearer && (alike(&last) || fits(text, report, &pronoun, &last) || in_full())).then_some(last)
}

/// Returns the `Lena Huld` that the article has named before `Mr. Huld`.
fn full_name(text: &str, report: &Report, sentence: usize, phrase: &[Token]) -> Option<Span> {
    let [title, .., name] = phrase else { return None };
    if !title.is(class::TITLE) || phrase.len() > TITLE_AND_NAME || !name.is(shape::UPPER) {
        return None;
    }
    known(text, &speakers_before(report, sentence), name.span).filter(|full| fits_title(&tokens_of(text, *full), title))
}

/// Returns the phrase itself, or what it stands for if it is a pronoun.
pub(super) fn referent(text: &str, report: &Report, sentence: usize, who: Span, certain: bool) -> Option<Speaker> {
    let phrase = tokens_of(text, who);
    let itself = Some(Speaker { who, named: false });
    if let Some(who) = full_name(text, report, sentence, &phrase) {
        return Some(Speaker { who, named: true });
    }
    let [pronoun] = phrase.as_slice() else {
        let known = short_form(text, report, sentence, &phrase).or_else(|| only_company(text, report, sentence, &phrase));
        return known.or(itself);
    };
    if pronoun.is(shape::UPPER) && !pronoun.is(class::PRONOUN) {
        let person = known(text, &speakers_before(report, sentence), who);
        // `Fell said` alone may be no name.
        let itself = itself.filter(|_| certain || !is_known(pronoun.word));
        return person.map(|who| Speaker { who, named: true }).or(itself);
    }
    if !pronoun.reads(set::SPEAKING_PRONOUN) && !pronoun.reads(set::POSSESSIVE) {
        return Some(Speaker { who, named: false });
    }
    if pronoun.reads(set::FIRST_PERSON) || is_quoted(text, report, who) {
        return None;
    }
    if let Some(other) = claim_around(text, report, sentence, who) {
        // In `Huld said her daughter feared she` the pronoun is the daughter's.
        let between = Span { start: other.who.end, end: who.start };
        if pronoun.reads(set::HE_OR_SHE) && tokens_of(text, between).iter().any(|token| token.is_word(set::KIN)) {
            return None;
        }
        let certain = fits(text, report, pronoun, other) && !has_other_subject(text, between, pronoun);
        return certain.then_some(Speaker { who: other.who, named: other.named });
    }
    if pronoun.reads(words!("it" | "its")) {
        return body_before(text, report, sentence, pronoun).or_else(|| body_in_sentence(text, report, sentence, pronoun));
    }
    if pronoun.reads(words!("they" | "their")) {
        return people_before(text, report, sentence, pronoun);
    }
    if !pronoun.reads(set::HE_OR_SHE) {
        return None;
    }
    let person = only_person_before(text, report, sentence, pronoun).map(|who| Speaker { who, named: true });
    person.or_else(|| person_before(text, report, sentence, pronoun))
}

/// Returns the claim that a pronoun is part of, if its speaker is none.
fn claim_around<'a>(text: &str, report: &'a Report, sentence: usize, who: Span) -> Option<&'a Claim> {
    report.claims_in(sentence).iter().find(|other| {
        let holds = other.scope.start <= who.start && who.end <= other.scope.end;
        other.who.end <= who.start && holds && !is_pronoun(text, other.who)
    })
}

/// Returns true if the pronoun can stand for the speaker of the claim around it: `CPC said it expects`, `Lena Huld said she expects`.
fn fits(text: &str, report: &Report, pronoun: &Token, claim: &Claim) -> bool {
    let phrase = tokens_of(text, claim.who);
    let plural = phrase.iter().any(|token| token.is(shape::PLURAL | shape::AGENTS) || token.is_word(words!("and")));
    let body = !ends_with_person(&phrase) && phrase.iter().any(|token| token.is(class::INSTITUTION | class::OUTLET | class::OFFICE));
    let agent = |token: &Token| token.is(shape::AGENT) && !token.is(shape::UPPER);
    let person = names_in(&phrase).next().is_some() || phrase.iter().any(|token| token.is(class::TITLE) || agent(token));
    if pronoun.reads(set::HE_OR_SHE) {
        let surname = phrase.last().and_then(|last| known(text, &speakers_before(report, claim.sentence), last.span));
        let owned = phrase.first().is_some_and(|first| first.reads(set::POSSESSIVE));
        let role = !owned && phrase.last().is_some_and(|last| !last.is(shape::UPPER) || ends_with_person(&phrase));
        // `Huld insisted that she`
        let single = matches!(phrase.as_slice(), [only] if only.is(shape::UPPER) && !is_known(only.word) && !is_acronym(text, only));
        // `Variety reports that he is set to play it`
        let between = tokens_of(text, Span { start: claim.who.end, end: pronoun.span.start.max(claim.who.end) });
        let reports = between.iter().any(|token| token.is_word(set::REPORT_FOR));
        let single = single && !reports && pronoun.span.start >= claim.scope.start && pronoun.span.end <= claim.scope.end;
        // `Alan Jones`
        let surname_in_s = |token: &Token| token.is(shape::UPPER) && !is_known(token.word);
        let plural =
            plural && !phrase.last().is_some_and(|last| surname_in_s(last) && !phrase.iter().any(|token| token.is_word(words!("and"))));
        !plural && !body && (person || role || single || surname.is_some()) && fits_title(&phrase, pronoun)
    } else if pronoun.reads(words!("they" | "their")) {
        // `The club said they would review it`
        plural || (body && pronoun.span.start <= claim.scope.start + OPENING)
    } else {
        // `many scholars`, not `the news agency`
        let head = phrase.iter().take_while(|token| !token.is(class::PREP) && token.byte != b',').last();
        let several = head.is_some_and(|head| head.is(shape::PLURAL | shape::AGENTS) && !head.is(shape::UPPER));
        !person && !several && !ends_with_person(&phrase)
    }
}

fn is_pronoun(text: &str, who: Span) -> bool {
    matches!(tokens_of(text, who).as_slice(), [only] if only.reads(set::SPEAKING_PRONOUN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    /// Compares who claims the last finding of a text.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let report = analyze(text);
        let finding = report.findings.last().expect("a finding");
        assert_eq!(speaker_of(text, &report, finding).map_or("", |who| who.of(text)), expected);
    }

    #[test]
    fn a_pronoun_stands_for_the_one_who_speaks_in_its_sentence() {
        check("Lena Huld said she expects a delay.", "Lena Huld");
        check("The ministry said it expects a delay.", "The ministry");
        check("The ministry said he expects a delay.", "");
    }

    #[test]
    fn a_pronoun_stands_for_the_only_person_before_it() {
        check("Lena Huld opened the dam. She said it could fail.", "Lena Huld");
        check("Lena Huld met Tom Quarrick at the dam. She said it could fail.", "");
        check("Mr Quarrick opened the dam. She said it could fail.", "");
    }

    #[test]
    fn the_first_person_is_left_open() {
        check("“I think it could fail.”", "");
    }
}
