//! The rows of both ledgers: who speaks, and what is undecided.

use super::quote_length::{LONGEST, LONGEST_HEAD, QuoteLength};
use super::shown_sources::shown_sources;
use super::{Analysis, one_line};
use crate::engine::{Decision, Number, Source, SourceLedger, Span, decisions_among};
use crate::lexicon::Kind;

/// The marks that end a sentence.
const END: [char; 3] = ['.', '!', '?'];
/// Rows that are shown before the reader asks for all. A few further ones are shown with them: a button would save little room.
const FIRST_ROWS: usize = 5;
const FEW: usize = 3;
/// Rows that are drawn, hidden, for print.
const FOR_PRINT: usize = 200;

/// One row of a ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerRow {
    /// The wording, the phrase or the name.
    pub head: String,
    /// The kind, if the article marks it.
    pub kind: Option<Kind>,
    /// What the article says about it, in the order of display.
    pub facts: Vec<Fact>,
    /// Of an open matter: the words of the head that call it open; empty if the head does not have them.
    pub wording: String,
    /// What else a source is cited for, if the row quotes only the first statement.
    pub further: Vec<String>,
    /// Where it stands in the text.
    pub places: Vec<Span>,
}

/// What the article says about a source or an open matter, in its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// The number of people; nothing if they are several and not counted.
    HowMany(Option<u32>),
    /// How the source knows.
    HowKnown(String),
    /// Why it is not named.
    WhyUnnamed(String),
    /// Who relays it.
    Through(String),
    /// What it is cited for.
    CitedFor(String),
    /// Who takes the step at this stage: who plans, talks, weighs or decides.
    Decider(Kind, String),
    /// The date of the decision.
    Date(String),
    /// The sentence that calls the matter open, unless the head says as much.
    Sentence(String),
}

/// The rows of the source ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRows {
    /// Sources without a name that have a place which is shown.
    pub unnamed: Vec<LedgerRow>,
    /// Named sources.
    pub named: Vec<LedgerRow>,
    /// Whether the filter or the exceptions keep any unnamed source back.
    pub filtered: bool,
}

/// Returns the rows of a source ledger; of unnamed sources only the places that are `shown`.
#[must_use]
pub fn source_rows(ledger: &SourceLedger, shown: &Analysis, length: QuoteLength) -> SourceRows {
    let SourceLedger { unnamed, named } = shown_sources(ledger, &shown.report().findings);
    let rows = |sources: &[Source]| sources.iter().map(|source| source_row(shown, source, length)).collect();
    let filtered = SourceLedger::statements(&unnamed) < SourceLedger::statements(&ledger.unnamed);
    SourceRows { unnamed: rows(&unnamed), named: rows(&named), filtered }
}

/// Returns every place of some rows, in the order of the text.
#[must_use]
pub fn row_places(rows: &[LedgerRow]) -> Vec<Span> {
    let mut places: Vec<Span> = rows.iter().flat_map(|row| row.places.iter().copied()).collect();
    places.sort_unstable();
    places
}

fn source_row(analysis: &Analysis, source: &Source, length: QuoteLength) -> LedgerRow {
    let claims: Vec<String> = source.claims.iter().map(|claim| length.quote(claim.of(analysis.text()))).collect();
    let shown = if length == QuoteLength::Short { 1 } else { claims.len() };
    let (claims, further) = claims.split_at(claims.len().min(shown));
    let sentence = if claims.is_empty() { source.places.first().and_then(|place| sentence_around(analysis, *place, length)) } else { None };
    let claims = claims.iter().cloned().map(Fact::CitedFor);
    LedgerRow {
        wording: String::new(),
        head: analysis.phrase(source.phrase),
        kind: source.kind,
        facts: source_facts(analysis.text(), source).into_iter().chain(claims).chain(sentence).collect(),
        further: further.to_vec(),
        places: source.places.clone(),
    }
}

/// Returns the sentence with a source of which the article says nothing else.
fn sentence_around(analysis: &Analysis, place: Span, length: QuoteLength) -> Option<Fact> {
    let sentences = &analysis.report().sentences;
    let sentence = sentences.get(sentences.partition_point(|sentence| sentence.end <= place.start)).filter(|it| it.start <= place.start)?;
    let before = place.start - sentence.start;
    Some(Fact::Sentence(length.excerpt(sentence.of(analysis.text()), (before, place.len()), LONGEST)))
}

/// Returns what the article says of a source besides what it is cited for.
#[must_use]
pub fn source_facts(text: &str, source: &Source) -> Vec<Fact> {
    let number = match source.number {
        Number::Several => Some(Fact::HowMany(None)),
        Number::Count(count) if source.kind.is_some() && count > 1 => Some(Fact::HowMany(Some(count))),
        _ => None,
    };
    let words = |span: Option<Span>| span.map(|span| one_line(span.of(text)));
    let facts = [
        number,
        words(source.knowledge).map(Fact::HowKnown),
        words(source.reason).map(Fact::WhyUnnamed),
        words(source.outlet).map(Fact::Through),
    ];
    facts.into_iter().flatten().collect()
}

/// Returns the rows of the decision ledger.
#[must_use]
pub fn decision_rows(analysis: &Analysis, length: QuoteLength) -> Vec<LedgerRow> {
    let row = |decision: &Decision| {
        let decider = decision.parties(analysis.text()).map(|who| Fact::Decider(decision.stage, one_line(&who)));
        let date = decision.date.map(|span| Fact::Date(analysis.phrase(span)));
        let (head, wording) = (head_of(analysis, decision, length), one_line(decision.wording.of(analysis.text())));
        LedgerRow {
            wording: if head.contains(&wording) { wording } else { String::new() },
            head,
            kind: Some(decision.stage),
            facts: [decider, date, sentence_of(analysis, decision, length)].into_iter().flatten().collect(),
            further: Vec::new(),
            places: decision.findings.iter().map(|number| analysis.report().findings[*number].span).collect(),
        }
    };
    decisions_among(analysis.text(), analysis.whole_report(), analysis.report()).iter().map(row).collect()
}

/// Returns the sentence that calls a matter open, unless the head says as much: in print all of it, else most of it.
fn sentence_of(analysis: &Analysis, decision: &Decision, length: QuoteLength) -> Option<Fact> {
    let sentence = decision.sentence.of(analysis.text());
    let (head, line) = (one_line(&decision.head(analysis.text())), one_line(sentence));
    let matter = one_line(decision.matter.of(analysis.text()));
    let most = length == QuoteLength::Short && line.contains(&matter) && head.len() * 5 >= line.len() * 4;
    if most || head.trim_end_matches(END) == line.trim_end_matches(END) {
        return None;
    }
    let before = Span { start: decision.sentence.start, end: decision.wording.start };
    Some(Fact::Sentence(length.excerpt(sentence, (before.len(), decision.wording.len()), LONGEST)))
}

/// Returns the head of a row; of one that is too long the part around the wording that calls the matter open.
fn head_of(analysis: &Analysis, decision: &Decision, length: QuoteLength) -> String {
    let head = decision.head(analysis.text());
    let Decision { matter, wording, .. } = decision;
    let inside = matter.start <= wording.start && wording.end <= matter.end;
    let place = |at: usize| one_line(head.get(..head.len() - (matter.end - at)).unwrap_or_default()).len();
    let (start, end) = if inside { (place(wording.start), place(wording.end)) } else { (0, 0) };
    length.excerpt(&one_line(&head), (start, end.saturating_sub(start)), LONGEST_HEAD)
}

/// Returns how many of so many rows are shown before the reader asks for all.
#[must_use]
pub fn first_rows(count: usize) -> usize {
    if count <= FIRST_ROWS + FEW { count } else { FIRST_ROWS }
}

/// Returns how many rows are drawn: all for a reader who asks for them and when the text is `printed`; otherwise the first ones and, unless
/// the text is long, more hidden ones, which a browser prints that does not announce it.
#[must_use]
pub fn rows_to_draw(all: bool, long_text: bool, printed: bool) -> usize {
    match all || printed {
        true => usize::MAX,
        false if !long_text => FOR_PRINT,
        false => FIRST_ROWS + FEW,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::sources;
    use crate::reading::{Exception, ExceptionList, Filter};

    fn analysis(text: &str) -> Analysis {
        Analysis::new(text.into(), None)
    }

    /// Compares rows, each as its head, its facts and the words at its places.
    #[track_caller]
    fn check(text: &str, rows: &[LedgerRow], expected: &[(&str, &[Fact], &[&str])]) {
        let places = |row: &LedgerRow| row.places.iter().map(|place| place.of(text)).collect::<Vec<_>>();
        let shown: Vec<_> = rows.iter().map(|row| (row.head.as_str(), row.facts.as_slice(), places(row))).collect();
        let expected: Vec<_> = expected.iter().map(|(head, facts, places)| (*head, *facts, places.to_vec())).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn sources_carry_what_the_article_says_of_them() {
        let text = "Two officials briefed on the plan said it was over. Lena Huld said no. Critics disagreed.";
        let analysis = analysis(text);
        let rows = source_rows(&sources(text, analysis.report()), &analysis, QuoteLength::Short);
        let cited = |words: &str| Fact::CitedFor(words.into());
        let two = "Two officials briefed on the plan";
        check(
            text,
            &rows.unnamed,
            &[
                (two, &[Fact::HowMany(Some(2)), Fact::HowKnown("briefed on the plan".into()), cited("it was over")], &[two]),
                ("Critics", &[Fact::HowMany(None), Fact::Sentence("Critics disagreed.".into())], &["Critics"]),
            ],
        );
        check(text, &rows.named, &[("Lena Huld", &[Fact::Sentence("Lena Huld said no.".into())], &["Lena Huld"])]);
        assert!(!rows.filtered);
        assert_eq!(row_places(&rows.unnamed).len(), 2);
    }

    #[test]
    fn places_that_are_not_shown_are_left_out() {
        let text = "Officials said no. It rained. Officials said yes.";
        let all = analysis(text);
        let ledger = sources(text, all.report());
        let mut exceptions = ExceptionList::default();
        exceptions.add(Exception::of(text, all.report(), 0).expect("there is a finding"));
        let rows = source_rows(&ledger, &all.shown(&Filter::default(), &exceptions), QuoteLength::Short);
        assert_eq!((rows.unnamed.len(), rows.unnamed[0].places.len(), rows.filtered), (1, 1, true));
    }

    #[test]
    fn open_matters_carry_their_decider_and_date() {
        let text = "Parliament has yet to approve the budget.";
        let decider = Fact::Decider(Kind::Undecided, "Parliament".into());
        check(
            text,
            &decision_rows(&analysis(text), QuoteLength::Short),
            &[("Parliament has yet to approve the budget", &[decider], &["has yet to approve"])],
        );
        let text = "In May, parliament has yet to approve the budget.";
        let rows = |length| decision_rows(&analysis(text), length);
        assert_eq!(rows(QuoteLength::Short)[0].head, "parliament has yet to approve the budget");
        assert_eq!(rows(QuoteLength::Whole)[0].facts.last(), Some(&Fact::Sentence(text.into())));
        // The head says most of it.
        assert_eq!(rows(QuoteLength::Short)[0].facts.last(), Some(&Fact::Date("May".into())));
        check("It rained.", &decision_rows(&analysis("It rained."), QuoteLength::Short), &[]);
    }

    #[test]
    fn a_few_further_rows_are_shown_at_once() {
        assert_eq!([0, 3, 6, 8, 9, 40].map(first_rows), [0, 3, 6, 8, 5, 5]);
    }

    #[test]
    fn rows_for_print_quote_whole_sentences() {
        let text = "Parliament has yet to approve the budget, which pays for two schools, a bridge over the harbour, a library and the repair of \
                    the old town hall.";
        let quoted = |length| match decision_rows(&analysis(text), length)[0].facts.last() {
            Some(Fact::Sentence(words)) => words.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(quoted(QuoteLength::Whole), text);
        assert!(quoted(QuoteLength::Short).ends_with(" …"));
    }

    #[test]
    fn bullets_stay_in_the_article() {
        let row = |text: &str| decision_rows(&analysis(text), QuoteLength::Whole).remove(0).facts.pop();
        for bullet in ["•", "–", "*", "3.", ">", "> >"] {
            let text = format!("It rained.\n\n{bullet} In May, parliament has yet to approve the budget.");
            assert_eq!(row(&text), Some(Fact::Sentence("In May, parliament has yet to approve the budget.".into())), "{bullet}");
        }
    }

    #[test]
    fn rows_for_print_are_drawn_unless_the_text_is_long() {
        assert_eq!(rows_to_draw(true, true, false), usize::MAX);
        assert_eq!(rows_to_draw(false, true, false), FIRST_ROWS + FEW);
        assert_eq!(rows_to_draw(false, true, true), usize::MAX);
        assert_eq!(rows_to_draw(false, false, false), FOR_PRINT);
    }
}
