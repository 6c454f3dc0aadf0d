//! Names of sources in full: `Ana Ruiz` for `said Ruiz` and `President Ruiz said`.

use crate::engine::ledger::bodies::is_acronym;
use crate::engine::ledger::person_names::fits_title;
use crate::engine::ledger::single_names::only_full_name;
use crate::engine::ledger::source::Source;
use crate::engine::ledger::source_names::{around, without_kin};
use crate::engine::lex::token::{Token, tokens_of};
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
    let full = full.filter(|name| !titled || is_who_is_titled(text, report, *name, &tokens));
    Source { phrase: full.unwrap_or(source.phrase), ..source }
}

/// Returns true if `Mr Huld` can be the person of this name. Beside `Mrs Huld` that is not certain, `Mr Huld` is not `his mother Lena Huld`, and
/// `Ines da Silva` is not `Ines`.
fn is_who_is_titled(text: &str, report: &Report, name: Span, titled: &[Token]) -> bool {
    let [title, family] = titled else { return false };
    let near = around(text, name);
    let of_couple = |title: &str| near.contains(&format!("{title} {}", family.span.of(text)));
    let couple = of_couple("Mr") && ["Mrs", "Ms", "Miss"].into_iter().any(of_couple);
    let place = report.sentences.partition_point(|sentence| sentence.end <= name.start);
    let Some(sentence) = report.sentences.get(place).filter(|sentence| sentence.start <= name.start) else { return false };
    let before = tokens_of(text, Span { start: sentence.start, end: name.start });
    let behind = tokens_of(text, Span { start: name.end, end: sentence.end.max(name.end) });
    let goes_on = behind.first().is_some_and(|next| next.is_word(set::NAME_PARTICLE));
    let kin = before.last().is_some_and(|last| !fits_title(&[*last], title));
    !couple && !goes_on && !kin && fits_title(&tokens_of(text, name), title)
}
