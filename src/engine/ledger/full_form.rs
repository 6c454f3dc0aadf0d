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
    let body = noun.is(class::INSTITUTION | class::OUTLET) || (noun.reads(set::DECIDING_PEOPLE) && !noun.is(shape::AGENT));
    if !the.reads(words!("the")) || !(body || noun.is(class::TITLE)) || noun.is(shape::PLURAL) {
        return None;
    }
    let start = report.sentences.get(sentence.saturating_sub(NEAR))?.start;
    let before = text.get(start..the.span.start)?;
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

/// Returns `President Lena Huld` around its title.
fn person_with(tokens: &[Token], title: usize) -> Option<Range<usize>> {
    let name = names_in(tokens).find(|name| name.start <= title && title + 1 < name.end)?;
    // `Judge Lena M. Huld`
    let initial = |at: usize| tokens.get(at).is_some_and(|token| token.is(shape::INITIAL));
    let longer = (initial(name.end) || initial(name.end - 1)) && tokens.get(name.end).is_some();
    (!longer).then_some(title..name.end)
}

/// Returns `Oster Harbour Museum` and `Ministry of Trade` around their noun.
fn body_with(tokens: &[Token], noun: usize) -> Option<Range<usize>> {
    let name = |at: usize| tokens.get(at).is_some_and(|token| token.is(shape::UPPER) && !token.is(class::DET | class::PRONOUN));
    let mut start = noun;
    while start > 0 && name(start - 1) || (start > 1 && joins(tokens, start - 1) && name(start - 2)) {
        start -= if name(start - 1) { 1 } else { 2 };
    }
    let mut end = noun + 1;
    let the = usize::from(word_at(tokens, end + 1, words!("the")));
    if word_at(tokens, end, words!("of")) && name(end + 1 + the) {
        end += 2 + the;
        while name(end) {
            end += 1;
        }
    }
    (end - start > 1).then_some(start..end)
}

/// Returns true for the `and` of `Air and Space Museum`.
fn joins(tokens: &[Token], at: usize) -> bool {
    tokens[at].is_word(words!("and" | "of" | "for"))
}

#[cfg(test)]
mod tests {
    use crate::engine::{analyze, parties_of};

    /// Compares who takes the step of the last finding of a text.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let report = analyze(text);
        let finding = report.findings.last().expect("a finding");
        assert_eq!(parties_of(text, &report, finding).as_deref().unwrap_or_default(), expected);
    }

    #[test]
    fn a_short_form_stands_for_the_one_name_that_has_its_noun() {
        check("Boats went to the Oster Harbour Museum. The museum plans to show them.", "Oster Harbour Museum");
        check("He wrote to the Ministry of Trade. The ministry plans to answer.", "Ministry of Trade");
        check("They met President Lena Huld on Monday. The president plans to leave.", "President Lena Huld");
    }

    #[test]
    fn it_stays_where_several_names_have_the_noun() {
        check("The Oster Museum lent boats to the Sund Museum. The museum plans to show them.", "The museum");
        check("Some museums are old. The museum plans to close.", "The museum");
    }
}
