//! Clauses that only withhold a name: `spoke on condition of anonymity`. They belong to the row of whoever spoke, and are no part of what is said.

use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Finding, Report};
use crate::engine::text::Span;
use crate::lexicon::{has, set, words};

/// The rule for such a clause without the person.
const RULE: &str = "condition-of-anonymity";
/// How many words behind `not allowed` tell what is not allowed.
const DISCLOSING: usize = 4;
/// How many words behind its first one a clause names what is withheld: `spoke to the Herald on condition of anonymity`.
const CLAUSE: usize = 8;

/// Returns true for a finding that is such a clause.
pub(super) fn is_clause(finding: &Finding) -> bool {
    &*finding.rule.id == RULE
}

/// Returns the row of the source that a clause is about: the `last` one that the text cites, in the sentence of the clause or, for a pronoun, in
/// the sentence before.
pub(super) fn row_of_clause(text: &str, report: &Report, finding: &Finding, last: Option<(Span, usize)>) -> Option<usize> {
    let (place, row) = last.filter(|_| is_clause(finding))?;
    let sentence = report.sentences.get(finding.sentence)?;
    let before = finding.sentence.checked_sub(1).and_then(|before| report.sentences.get(before));
    let first = tokens_of(text, Span { start: sentence.start, end: finding.span.start.max(sentence.start) });
    let pronoun = first.first().is_some_and(|first| first.reads(set::SPEAKING_PRONOUN) || first.reads(words!("both" | "all")));
    let near = place.start >= sentence.start || (pronoun && before.is_some_and(|before| place.start >= before.start));
    near.then_some(row)
}

/// Returns the reason that a clause gives, in its words or behind them: `because they feared for their jobs`.
pub(super) fn reason_of_clause(text: &str, report: &Report, finding: &Finding) -> Option<Span> {
    let sentence = report.sentences.get(finding.sentence)?;
    let tokens = tokens_of(text, Span { start: finding.span.start, end: sentence.end });
    let at = tokens.iter().take_while(|token| !token.is_mark(text, ".")).position(|token| token.is_word(words!("because" | "citing")))?;
    let stop = |token: &&Token| token.is_mark(text, ".") || token.is_mark(text, ",") || token.is_mark(text, ";");
    let end = tokens[at..].iter().take_while(|token| !stop(token)).last()?.span.end;
    Some(Span { start: tokens[at].span.start, end })
}

/// Returns the reason within the phrase of a source: `who asked not to be named because talks go on`.
pub(super) fn reason_within(span: Span, tokens: &[Token]) -> Option<Span> {
    let withheld = tokens.iter().position(|token| token.is_word(set::NAME_WITHHELD));
    let told = withheld.and_then(|withheld| tokens[withheld..].iter().find(|token| token.is_word(set::REASON)));
    // `a clerk who was not authorised to speak publicly`
    let barred = |at: usize| {
        let may = tokens.get(at + 1).is_some_and(|next| next.is_word(words!("authorised" | "authorized" | "allowed" | "permitted")));
        let speaks =
            |token: &Token| token.is_word(words!("speak" | "talk" | "discuss" | "comment" | "brief" | "disclose" | "release" | "reveal"));
        tokens[at].is_word(words!("not")) && may && tokens.iter().skip(at + 2).take(DISCLOSING).any(speaks)
    };
    let barred = || (0..tokens.len()).find(|at| barred(*at)).map(|at| &tokens[at]);
    let at = told.or_else(barred)?;
    // `has been named as`
    if tokens.last().is_some_and(|last| last.span == at.span) {
        return None;
    }
    Some(Span { start: at.span.start, end: span.end })
}

/// Returns what is said without such a clause behind it; nothing where it is nothing else.
pub(super) fn without_clause(text: &str, said: Span) -> Option<Span> {
    let tokens = tokens_of(text, said);
    let opens =
        words!("spoke" | "speaking" | "requested" | "requesting" | "asked" | "asking" | "insisted" | "insisting" | "declined" | "refused");
    let named = |three: &[Token]| {
        three[0].is_word(words!("to")) && three[1].is_word(words!("be")) && three[2].is_word(words!("named" | "identified"))
    };
    let withholds = |at: usize| {
        let clause = &tokens[at..tokens.len().min(at + CLAUSE)];
        let withheld = clause.iter().any(|token| token.is_word(words!("anonymity" | "anonymously"))) || clause.windows(3).any(named);
        has(&opens, tokens[at].word) && withheld
    };
    if tokens.is_empty() || withholds(0) {
        return None;
    }
    let clause = (1..tokens.len()).find(|at| tokens[at - 1].is_mark(text, ",") && withholds(*at));
    let end = clause.and_then(|at| at.checked_sub(2)).map_or(said.end, |last| tokens[last].span.end);
    Some(Span { end, ..said })
}
