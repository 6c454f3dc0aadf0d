//! Quotations that go on behind the words that name their speaker: `“It may fail,” Lena Huld said. “It could burst.”`

use crate::engine::ledger::person_names::names_in;
use crate::engine::ledger::quotation_spans::{is_blank, is_inside, paragraph, quotations};
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Claim, Report};
use crate::engine::text::Span;
use crate::lexicon::{class, set, words};

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Speaker {
    pub who: Span,
    /// Whether the phrase carries a name.
    pub named: bool,
}

/// Finds who speaks in a claim, or nothing if that is not certain.
pub(super) type Resolve = fn(&str, &Report, &Claim) -> Option<Speaker>;

/// How many paragraphs a quotation without a speaker may follow those with one.
const PARAGRAPHS: usize = 3;

/// The longest quotation mark, or stop with a mark, in bytes.
const QUOTATION_MARK: usize = 4;

/// How far from the start of its sentence, in bytes, `He added` begins, and how many tokens of it are searched for `added`.
const OPENING: usize = 6;
const ADDING: usize = 3;

/// Returns who speaks in the quotation around a word, or nothing if that is not certain.
pub(super) fn speaker_of_quotation(text: &str, report: &Report, word: Span, speaker: Resolve) -> Option<Speaker> {
    let (place, block) = paragraph(report, word.start)?;
    let quotations = quotations(text, block);
    let here = quotations.iter().position(|quotation| quotation.start <= word.start && word.end <= quotation.end)?;
    let quotation = quotations[here];
    let outside = |claim: &&Claim| !is_inside(&quotations, claim.who);
    let of = |quotation: Span| claims_in(report, block).filter(outside).filter(move |claim| is_said(claim, quotation));
    if of(quotation).next().is_some() {
        return only(text, report, of(quotation), speaker);
    }
    if let Some(speaker) = of_sentence_before(text, report, block, quotation, speaker) {
        return Some(speaker);
    }
    let Some(before) = here.checked_sub(1).map(|before| quotations[before]) else {
        let opens = quotation.start <= block.start + 1;
        let whole = is_blank(text, Span { start: quotation.end, end: block.end });
        let goes_on = || whole || goes_on_alone(text, report, place, quotation);
        return if opens && goes_on() { last_speaker(text, report, place, speaker) } else { None };
    };
    // Only the words that name the speaker stand between the two.
    let between =
        claims_in(report, block).filter(outside).filter(|claim| claim.who.start >= before.end && claim.who.end <= quotation.start);
    let mut between = between.filter(|claim| is_said(claim, before));
    let claim = between.next()?;
    let sentence = report.sentences.get(claim.sentence)?;
    let adjoins = is_blank(text, Span { start: sentence.end.min(quotation.start), end: quotation.start });
    if adjoins && between.next().is_none() { speaker(text, report, claim) } else { None }
}

/// Returns true for a quotation at the start of a paragraph whose next sentence names nobody, or somebody who says something else: `“It could
/// burst.” The town lies below.` behind a paragraph that ends with `“It may fail,” Lena Huld said.`
fn goes_on_alone(text: &str, report: &Report, place: usize, quotation: Span) -> bool {
    let Some((_, before)) = place.checked_sub(1).and_then(|before| paragraph(report, report.blocks[before].span.start)) else {
        return false;
    };
    let quoted = quotations(text, before).last().is_some_and(|last| claims_in(report, before).any(|claim| is_said(claim, *last)));
    let number = report.sentences.partition_point(|sentence| sentence.start < quotation.end);
    let Some(next) = report.sentences.get(number) else { return false };
    let closed = is_blank(text, Span { start: quotation.end, end: next.start });
    // `That was the verdict of Quill.`, `So says Quill.`
    let points = |first: &Token| first.reads(set::SUBJECT_PRONOUN) || first.reads(set::POINTING_BACK);
    // `Tom Quill shakes his head.`: either may have spoken; who says something else there has words of their own.
    let tokens = tokens_of(text, *next);
    let person = |token: &Token| token.is(class::TITLE) || token.reads(set::PLAIN_PERSON) || token.reads(set::KIN);
    let another = names_in(&tokens).next().is_some() || tokens.iter().any(person);
    let speaks = report.claims_in(number).iter().any(|claim| claim.said.is_some());
    quoted && closed && (!another || speaks) && !tokens.first().is_some_and(points)
}

/// Returns what a claim at the end of a quotation of several sentences says: `“It leaks. It may fail,”` of `“It leaks. It may fail,” Lena Huld said.`
pub(super) fn from_first_sentence(text: &str, report: &Report, claim: &Claim) -> Option<Span> {
    let said = claim.said.unwrap_or(claim.scope);
    let (_, block) = paragraph(report, said.start)?;
    let own = report.sentences.get(claim.sentence)?;
    let holds = |quotation: &Span| quotation.start < said.start && said.start < quotation.end && quotation.start < own.start;
    let quotation = quotations(text, block).into_iter().find(|quotation| holds(quotation) && quotation.end <= claim.who.start)?;
    let rest = text.get(said.end..quotation.end).unwrap_or_default();
    let closes = rest.chars().all(|mark| matches!(mark, ',' | '.' | '?' | '!' | '"' | '”'));
    Some(Span { start: quotation.start, end: if closes { quotation.end } else { said.end } })
}

/// Returns what a claim before a quotation of several sentences says: `“It leaks. It may fail.”` of `Lena Huld said: “It leaks. It may fail.”`
pub(super) fn to_last_sentence(text: &str, report: &Report, claim: &Claim) -> Option<Span> {
    let said = claim.said.filter(|said| said.start > claim.who.end)?;
    let (_, block) = paragraph(report, said.start)?;
    let own = report.sentences.get(claim.sentence)?;
    let opens = |quotation: &Span| quotation.start + QUOTATION_MARK >= said.start && quotation.start <= said.start;
    let quotation = quotations(text, block).into_iter().find(|quotation| opens(quotation) && quotation.end > own.end)?;
    let next = report.sentences.get(claim.sentence + 1).is_some_and(|next| next.start < quotation.end);
    (next && said.end + QUOTATION_MARK >= own.end).then_some(quotation)
}

/// Returns the quotation that goes on behind the words that name its speaker: `“It could burst.”` of `“It may fail,” Lena Huld said. “It could
/// burst.”` and `“and burst”` of `“It may fail,” Lena Huld said, “and burst.”` Nothing if another claim names a speaker for it.
pub(super) fn quotation_behind(text: &str, report: &Report, claim: &Claim) -> Option<Span> {
    let said = claim.said.filter(|said| said.end <= claim.who.start)?;
    let (_, block) = paragraph(report, claim.who.start)?;
    let own = report.sentences.get(claim.sentence)?;
    let quotations = quotations(text, block);
    let before = quotations.iter().rev().find(|quotation| quotation.end <= claim.who.start)?;
    let next = quotations.iter().find(|quotation| quotation.start >= claim.who.end)?;
    let behind = next.start >= own.end && is_blank(text, Span { start: own.end, end: next.start });
    let within = next.start < own.end && goes_on_in_sentence(text, Span { start: claim.who.end, end: next.start }, *next);
    let adjoins = before.overlaps(said) && (behind || within);
    // `“It is late,” Huld said, urging them to go.`: one speaker
    let only =
        report.claims_in(claim.sentence).iter().filter(|other| !is_inside(&quotations, other.who)).all(|other| other.who == claim.who);
    let claims = claims_in(report, block).filter(|other| other.who.start >= claim.who.end && !is_inside(&quotations, other.who));
    let answers = |other: &Claim| quotation_before(text, report, other) == Some(*next);
    let named = claims.into_iter().any(|other| is_said(other, *next) || other.who.start < next.end || answers(other));
    // `“It could burst,” he added`, whom the claim behind it names.
    let closed = text[..next.end].trim_end_matches(['”', '"']).ends_with(['.', '!', '?', '…']);
    (adjoins && only && !named && closed).then_some(*next)
}

/// Returns true for ` said, ` before `“and burst.”`: one clause that names the speaker, and no title or other speaker behind it.
fn goes_on_in_sentence(text: &str, between: Span, next: Span) -> bool {
    let tokens = tokens_of(text, between);
    let comma = tokens.last().is_some_and(|last| last.is_mark(text, ","));
    let word = next.of(text).trim_start_matches(['“', '"']);
    let goes_on = word.starts_with(char::is_lowercase) || word.starts_with("I ") || word.starts_with("I’") || word.starts_with("I'");
    comma && goes_on && !tokens.iter().any(|token| token.is(class::CONJ) && !token.is(class::PREP))
}

/// Returns the question or exclamation that ends directly before the words that name its speaker: `“Who knows?”` of `“Who knows?” Huld said.`
pub(super) fn quotation_before(text: &str, report: &Report, claim: &Claim) -> Option<Span> {
    let own = report.sentences.get(claim.sentence)?;
    let (_, block) = paragraph(report, claim.who.start)?;
    let quotation = quotations(text, block).into_iter().rev().find(|quotation| quotation.end <= claim.who.start)?;
    let adjoins = quotation.end <= own.start && is_blank(text, Span { start: quotation.end, end: own.start });
    let opens = claim.who.start <= own.start + OPENING;
    let ends = quotation.of(text).trim_end_matches(['”', '"']).ends_with(['?', '!']);
    let named = claims_in(report, block).any(|other| other.sentence != claim.sentence && is_said(other, quotation));
    (adjoins && opens && ends && !named).then_some(quotation)
}

/// Returns who speaks in the sentence that a quotation without a speaker follows at once: `Lena Huld said it was late. “It may fail.”`
fn of_sentence_before(text: &str, report: &Report, block: Span, quotation: Span, speaker: Resolve) -> Option<Speaker> {
    let quotations = quotations(text, block);
    let before = report.sentences[..report.sentences.partition_point(|sentence| sentence.end <= quotation.start)].len().checked_sub(1)?;
    let end = report.sentences[before].end;
    let adjoins = report.sentences[before].start >= block.start && is_blank(text, Span { start: end, end: quotation.start });
    let said: Vec<&Claim> = report.claims_in(before).iter().filter(|claim| !is_inside(&quotations, claim.who)).collect();
    let open = quotations.iter().any(|other| other.start < end && end < other.end);
    let all_say = said.iter().all(|claim| claim.said.is_some());
    if adjoins && !open && all_say { only(text, report, said.into_iter(), speaker).filter(|speaker| speaker.named) } else { None }
}

/// Returns the last claim before a pronoun, if the pronoun names the speaker of a quotation that follows at once: `..., said Lena Huld. “It may
/// fail,” she added.` A quotation that opens a paragraph follows the only claim of the last sentence before it.
pub(super) fn goes_on_speaking(report: &Report, text: &str, claim: &Claim) -> Option<Claim> {
    let (place, block) = paragraph(report, claim.who.start)?;
    let quotations = quotations(text, block);
    let quotation = quotations.iter().rev().find(|quotation| quotation.end <= claim.who.start && is_said(claim, **quotation))?;
    let last =
        claims_in(report, block).filter(|other| !is_inside(&quotations, other.who)).filter(|other| other.who.end <= quotation.start).last();
    let opens = quotation.start <= block.start + 1;
    let last =
        last.copied().or_else(|| place.checked_sub(1).filter(|_| opens).and_then(|before| only_claim_at_end(text, report, before)))?;
    let end = report.sentences.get(last.sentence)?.end;
    let inside = quotations.iter().filter(|other| other.start >= end && other.end <= claim.who.start);
    let covered: usize = inside.map(|other| other.end - other.start).sum();
    let between = text.get(end..claim.who.start)?.trim().len();
    // Nothing but the quotation stands between the two.
    (between <= covered + 2).then_some(last)
}

/// Returns the only claim of the last sentence of a paragraph, outside quotations.
fn only_claim_at_end(text: &str, report: &Report, place: usize) -> Option<Claim> {
    let (_, block) = paragraph(report, report.blocks[place].span.start)?;
    let last = report.sentences.partition_point(|sentence| sentence.start < block.end).checked_sub(1)?;
    only_claim(text, report, last)
}

/// Returns the only claim of a sentence outside quotations, if it gives what is said.
pub(super) fn only_claim(text: &str, report: &Report, sentence: usize) -> Option<Claim> {
    let (_, block) = paragraph(report, report.sentences.get(sentence)?.start)?;
    let quotations = quotations(text, block);
    let mut claims = report.claims_in(sentence).iter().filter(|claim| !is_inside(&quotations, claim.who));
    let only = claims.next().filter(|_| claims.next().is_none())?;
    only.said.map(|_| *only)
}

/// Returns the claim of the sentence before one that begins with `He added`, `She also said`: the same person speaks.
pub(super) fn adds_to(report: &Report, text: &str, claim: &Claim) -> Option<Claim> {
    let sentence = report.sentences.get(claim.sentence)?;
    let opens = claim.who.start <= sentence.start + OPENING;
    let behind = tokens_of(text, Span { start: claim.who.end, end: sentence.end });
    let adds =
        behind.iter().take(ADDING).any(|token| token.is_word(set::ADD) || token.is_word(set::CONTINUING) || token.is_word(words!("also")));
    let before = claim.sentence.checked_sub(1).filter(|_| opens && adds)?;
    only_claim(text, report, before)
}

/// Returns the quotation that a claim introduces with a colon at the end of its sentence.
pub(super) fn behind_colon(text: &str, report: &Report, claim: &Claim) -> Option<Span> {
    let sentence = *report.sentences.get(claim.sentence)?;
    if claim.said.is_some() || !introduces(text, sentence) || report.claims_in(claim.sentence).last() != Some(claim) {
        return None;
    }
    let next = report.sentences.get(claim.sentence + 1)?;
    let (_, block) = paragraph(report, next.start)?;
    let first = quotations(text, block).into_iter().find(|quotation| quotation.end > next.start)?;
    (first.start <= next.start && next.start <= first.start + 1 && is_blank(text, Span { start: sentence.end, end: first.start }))
        .then_some(first)
}

/// Returns true for a sentence that ends with a colon.
fn introduces(text: &str, sentence: Span) -> bool {
    sentence.of(text).trim_end().ends_with(':')
}

/// Returns true for a word in a quotation: `he` there is not who is quoted. In a paragraph that is not searched any word may be in one.
pub(super) fn is_quoted(text: &str, report: &Report, word: Span) -> bool {
    paragraph(report, word.start).is_none_or(|(_, block)| is_inside(&quotations(text, block), word))
}

/// Returns who speaks last in the paragraphs before one, if they end with a quotation and the words that name its speaker.
fn last_speaker(text: &str, report: &Report, place: usize, speaker: Resolve) -> Option<Speaker> {
    for before in (place.saturating_sub(PARAGRAPHS)..place).rev() {
        let (_, block) = paragraph(report, report.blocks[before].span.start)?;
        let quotations = quotations(text, block);
        let Some(last) = quotations.last().copied() else {
            return if before + 1 == place || introduces(text, block) { last_sentence_speaker(text, report, block, speaker) } else { None };
        };
        let behind = Span { start: last.end, end: block.end };
        let said = claims_in(report, block).filter(|claim| is_said(claim, last) || claim.who.start >= last.end);
        let said = said.filter(|claim| !is_inside(&quotations, claim.who));
        let said: Vec<&Claim> = said.collect();
        if said.is_empty() {
            // A paragraph of nothing but a quotation is the same speaker's; one that goes on behind it may tell of another.
            if !is_blank(text, behind) {
                return None;
            }
            if quotations.len() > 1 {
                return speaker_of_quotation(text, report, Span { start: last.start + 1, end: last.start + 1 }, speaker);
            }
            continue;
        }
        let next = report.sentences.partition_point(|sentence| sentence.start < last.end);
        let one_sentence = report.sentences.get(next).is_none_or(|sentence| sentence.start >= block.end);
        return if one_sentence { only(text, report, said.into_iter(), speaker) } else { None };
    }
    None
}

/// Returns the named person whom the last sentence of a paragraph without a quotation cites: `Lena Huld said it was late.`
fn last_sentence_speaker(text: &str, report: &Report, block: Span, speaker: Resolve) -> Option<Speaker> {
    let last = report.sentences.partition_point(|sentence| sentence.start < block.end).checked_sub(1)?;
    let said = report.claims_in(last);
    if introduces(text, report.sentences[last]) {
        return said.last().and_then(|claim| speaker(text, report, claim));
    }
    let all_say = said.iter().all(|claim| claim.said.is_some());
    let person = |speaker: &Speaker| {
        let phrase = tokens_of(text, speaker.who);
        speaker.named && !phrase[0].is(class::DET) && names_in(&phrase).next().is_some()
    };
    if all_say { only(text, report, said.iter(), speaker).filter(person) } else { None }
}

fn claims_in(report: &Report, block: Span) -> impl Iterator<Item = &Claim> {
    let first = report.claims.partition_point(|claim| report.sentences[claim.sentence].end <= block.start);
    report.claims[first..].iter().take_while(move |claim| report.sentences[claim.sentence].start < block.end)
}

/// Returns true if a claim says words of a quotation.
fn is_said(claim: &Claim, quotation: Span) -> bool {
    claim.scope.overlaps(quotation) || claim.said.is_some_and(|said| said.overlaps(quotation))
}

/// Returns the speaker of claims that have all the same one.
fn only<'a>(text: &str, report: &Report, claims: impl Iterator<Item = &'a Claim>, speaker: Resolve) -> Option<Speaker> {
    let mut found: Option<Speaker> = None;
    for claim in claims {
        let this = speaker(text, report, claim)?;
        if found.is_some_and(|other| other.who.of(text) != this.who.of(text)) {
            return None;
        }
        found = found.or(Some(this));
    }
    found
}
