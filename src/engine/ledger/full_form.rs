//! The name that `the museum` and `the president` stand for.

use crate::engine::ledger::person_names::names_in;
use crate::engine::lex::token::{Token, tokens_of, word_at};
use crate::engine::report::Report;
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How many sentences before the short form are searched.
const NEAR: usize = 40;

/// Returns `Oster Harbour Museum` for `the museum` and `President Lena Huld` for `the president`, if the sentences before name one alone.
pub(super) fn full_form(text: &str, report: &Report, sentence: usize, phrase: &[Token]) -> Option<Span> {
    let [the, noun] = phrase else { return None };
    let body = noun.is(class::INSTITUTION | class::OUTLET) || noun.reads(set::BODY_WITH_NAME);
    if !the.reads(words!("the")) || !(body || noun.is(class::TITLE)) || noun.is(shape::PLURAL) {
        return None;
    }
    let start = report.sentences.get(sentence.saturating_sub(NEAR))?.start;
    let before = text.get(start..the.span.start)?;
    // `Nordhall drivers formed a union. The union`
    let lower = noun.span.of(text).to_lowercase();
    if [" a ", " an "].iter().any(|article| before.contains(&[article, lower.as_str()].concat())) {
        return None;
    }
    let mut found: Option<Span> = None;
    for (at, _) in before.match_indices(&capitalised(noun.span.of(text))) {
        let Some(name) = name_at(text, report, start + at, noun) else { continue };
        found = match found {
            Some(known) if known.of(text).contains(name.of(text)) => Some(known),
            Some(known) if !name.of(text).contains(known.of(text)) => return None,
            _ => Some(name),
        };
    }
    found
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Returns the name that has the noun at a place of the text; nothing in a line whose words are all capitalised.
fn name_at(text: &str, report: &Report, place: usize, noun: &Token) -> Option<Span> {
    let around = report.sentences.partition_point(|sentence| sentence.end <= place);
    let tokens = tokens_of(text, *report.sentences.get(around)?);
    let at = tokens.iter().position(|token| token.span.start == place && token.span.len() == noun.span.len())?;
    if tokens[at].is(shape::HEADLINE) {
        return None;
    }
    let name = if noun.is(class::TITLE) { person_with(&tokens, at) } else { body_with(&tokens, at) }?;
    Some(Span { start: tokens[name.start].span.start, end: tokens[name.end - 1].span.end })
}

/// Returns `President Lena Huld` around its title; nothing for `Vice President Lena Huld` and `Judge Lena M. Huld`.
fn person_with(tokens: &[Token], title: usize) -> Option<Range<usize>> {
    let name = names_in(tokens).find(|name| name.start <= title && title + 1 < name.end)?;
    let initial = |at: usize| tokens.get(at).is_some_and(|token| token.is(shape::INITIAL) || token.span.len() == 1);
    let before = title.checked_sub(1).map(|before| &tokens[before]);
    let lesser = before.is_some_and(|before| before.reads(set::BELOW_OFFICE) || before.is(class::TITLE));
    (!lesser && !initial(name.end - 1) && !initial(name.end)).then_some(title..name.end)
}

/// Returns `Oster Harbour Museum` and `Ministry of Trade` around their noun; nothing where the name may go on or begin elsewhere.
fn body_with(tokens: &[Token], noun: usize) -> Option<Range<usize>> {
    const OTHER: u64 = class::DET
        | class::PRONOUN
        | class::PREP
        | class::CONJ
        | class::ADVERB
        | class::WEEKDAY
        | class::MONTH
        | class::NUMBER
        | class::MODIFIER
        | class::TITLE;
    let name = |at: usize| {
        let part =
            |token: &Token| token.is(shape::UPPER) && !token.is(OTHER) && !token.reads(set::NEAR_DAY) && !token.reads(set::BELOW_OFFICE);
        tokens.get(at).is_some_and(part)
    };
    let mut start = noun;
    while start > 0 && name(start - 1) || (start > 1 && joins(tokens, start - 1) && name(start - 2)) {
        start -= if name(start - 1) { 1 } else { 2 };
    }
    let end = end_of_body(tokens, noun);
    // `Oster Party Leader`, `University of Oster Hospital`, `New York University and Stanford University`
    let longer = tokens.get(end).is_some_and(|next| next.is(shape::UPPER));
    let other = (end > noun + 1 && tokens[end - 1].is(class::INSTITUTION))
        || tokens[start..noun].iter().any(|token| token.word == tokens[noun].word);
    // `Air and Space Museum` is one name, `House and Senate` are two.
    let joined = start > 1 && tokens[start - 1].is_word(words!("and")) && tokens[start - 2].is(shape::UPPER);
    (end - start > 1 && !longer && !other && !joined).then_some(start..end)
}

/// Returns the end of `Museum of the City of Oster`, from its noun.
fn end_of_body(tokens: &[Token], noun: usize) -> usize {
    let capital = |at: usize| tokens.get(at).is_some_and(|token| token.is(shape::UPPER));
    let mut end = noun + 1;
    while word_at(tokens, end, words!("of")) {
        let the = usize::from(word_at(tokens, end + 1, words!("the")));
        if !capital(end + 1 + the) {
            break;
        }
        end += 1 + the;
        while capital(end) {
            end += 1;
        }
    }
    end
}

/// Returns true for the `of` of `Bank of Oster Museum`.
fn joins(tokens: &[Token], at: usize) -> bool {
    tokens[at].is_word(words!("of" | "for"))
}
