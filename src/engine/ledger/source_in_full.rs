//! Names of sources in full: `Ana Ruiz` for `said Ruiz` and `President Ruiz said`.

use crate::engine::ledger::bodies::is_acronym;
use crate::engine::ledger::person_names::fits_title;
use crate::engine::ledger::single_names::only_full_name;
use crate::engine::ledger::source::Source;
use crate::engine::ledger::source_names::without_kin;
use crate::engine::lex::token::tokens_of;
use crate::engine::report::Report;
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, is_known, set};

/// Names a source in full that speaks by its last name alone: `Ana Ruiz` for `said Ruiz` and `President Ruiz said`.
pub(super) fn in_full(text: &str, report: &Report, source: Source) -> Source {
    let source = Source { phrase: without_kin(text, source.phrase), ..source };
    let tokens = tokens_of(text, source.phrase);
    // `President Ruiz`
    let (titled, only) = match tokens.as_slice() {
        [only] => (false, only),
        [title, only] if title.is(class::TITLE) && title.is(shape::UPPER) => (true, only),
        _ => return source,
    };
    if !only.is(shape::UPPER) || is_known(only.word) || is_acronym(text, only) {
        return source;
    }
    let sentence = report.sentences.partition_point(|sentence| sentence.end <= source.phrase.start);
    let full = only_full_name(text, report, sentence, only.span.of(text));
    // Beside `Mrs Huld` it is not certain who `Mr Huld` is, and `Ines da Silva` is not `Ines`.
    let of_couple = |title: &str| titled && text.contains(&format!("{title} {}", only.span.of(text)));
    let couple = of_couple("Mr") && ["Mrs", "Ms", "Miss"].into_iter().any(of_couple);
    let goes_on = |name: &Span| {
        tokens_of(text, Span { start: name.end, end: sentence_end(report, *name) })
            .first()
            .is_some_and(|next| next.is_word(set::NAME_PARTICLE))
    };
    let fits = |name: &Span| !titled || (!couple && !goes_on(name) && fits_title(&tokens_of(text, *name), &tokens[0]));
    Source { phrase: full.filter(fits).unwrap_or(source.phrase), ..source }
}

/// Returns where the sentence around a phrase ends.
fn sentence_end(report: &Report, phrase: Span) -> usize {
    let place = report.sentences.partition_point(|sentence| sentence.end <= phrase.start);
    report.sentences.get(place).map_or(phrase.end, |sentence| sentence.end.max(phrase.end))
}
