//! Heads that lean on the sentence before: `It goes to the council in May`, `No decision has been taken`.

use crate::engine::lex::block::BlockKind;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::Report;
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, is_known, set, words};

/// The longest sentence, in bytes, that is put before a head, and the longest head with it.
const BEFORE: usize = 180;
const HEAD: usize = 330;
/// How many words `No final decision has been made yet` may have.
const BARE: usize = 8;

/// Returns a head with the sentence before it, if it names its matter only by pointing back, or else the head.
pub(super) fn in_context(text: &str, report: &Report, head: Span) -> Span {
    with_sentence_before(text, report, head).unwrap_or(head)
}

fn with_sentence_before(text: &str, report: &Report, head: Span) -> Option<Span> {
    let own = report.sentences.partition_point(|sentence| sentence.end <= head.start);
    let opens = report.sentences.get(own).is_some_and(|sentence| sentence.start == head.start);
    let before = *report.sentences.get(own.checked_sub(1)?).filter(|_| opens)?;
    let between = text.get(before.end..head.start)?;
    let adjoins = between.trim().is_empty() && is_paragraph(report, before) && is_paragraph(report, head);
    let short = before.len() <= BEFORE && head.end - before.start <= HEAD;
    let tokens = tokens_of(text, head);
    let leans = points_back(&tokens) || is_bare(&tokens);
    // Half a quotation, or a question, tells no more.
    let person = !tokens.first().is_some_and(|first| first.reads(set::HE_OR_SHE)) || names_person(text, before);
    let whole = person && !before.of(text).contains(['“', '”', '"', '?']) && !points_back(&tokens_of(text, before));
    (leans && short && adjoins && whole).then_some(Span { start: before.start, ..head })
}

/// Returns true in running text: a headline is no sentence before.
fn is_paragraph(report: &Report, sentence: Span) -> bool {
    let place = report.blocks.partition_point(|block| block.span.end <= sentence.start);
    report.blocks.get(place).is_some_and(|block| block.kind == BlockKind::Paragraph)
}

/// Returns true for `It`, `They`, `This option`, `Their plan` at the beginning.
fn points_back(tokens: &[Token]) -> bool {
    let Some(first) = tokens.first() else { return false };
    let pronoun = first.reads(set::SUBJECT_PRONOUN) && !first.reads(set::FIRST_PERSON) && !first.reads(words!("you"));
    // `It is not clear whether the council will agree`, `There is no plan`
    let empty =
        first.reads(words!("it")) && tokens.iter().any(|token| token.is_word(words!("whether" | "that" | "to" | "if" | "when" | "how")));
    let possessive = first.reads(set::POSSESSIVE) && !first.reads(words!("my" | "our" | "your"));
    // `That same day`
    let dated = tokens.iter().skip(1).take(2).any(|token| token.is(class::PERIOD | class::WEEKDAY) || token.reads(words!("same")));
    let says = dated || tokens.get(1).is_some_and(|verb| verb.is(class::SAY));
    (pronoun && !empty && !says) || possessive || (!dated && first.reads(words!("this" | "that" | "these" | "those" | "such")))
}

/// Returns true if a sentence names somebody for whom `he` or `she` may stand.
fn names_person(text: &str, sentence: Span) -> bool {
    let tokens = tokens_of(text, sentence);
    let opening = tokens.first().is_some_and(|first| first.is(shape::UPPER) && !is_known(first.word));
    let person = |token: &Token| token.is(shape::AGENT | class::OFFICE | class::TITLE);
    opening || tokens.iter().skip(1).any(|token| token.is(shape::UPPER)) || tokens.iter().any(person)
}

/// Returns true for `No decision has been taken yet` and `Nothing is decided`, which do not say on what.
fn is_bare(tokens: &[Token]) -> bool {
    let nothing = tokens.first().is_some_and(|first| first.reads(words!("no" | "nothing" | "neither" | "nobody")));
    let about = |token: &Token| (token.is(class::PREP) && !token.is_word(words!("by"))) || token.is_word(words!("whether" | "to"));
    let decision =
        tokens.first().is_some_and(|first| !first.reads(words!("no"))) || tokens.iter().take(3).any(|token| token.is_word(set::OPEN_STEP));
    nothing && decision && tokens.iter().filter(|token| token.is(shape::WORD)).count() <= BARE && !tokens.iter().any(about)
}
