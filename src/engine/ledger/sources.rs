//! The source ledger: who speaks, named and unnamed.

use crate::engine::grammar::speaker::is_person;
use crate::engine::ledger::bodies::is_acronym;
use crate::engine::ledger::named_partner::{partner_before, unnamed_at};
use crate::engine::ledger::person_names::fits_title;
use crate::engine::ledger::quotations_cited::cite_quotations;
use crate::engine::ledger::source::{Number, Source};
use crate::engine::ledger::source_in_full::in_full;
use crate::engine::ledger::source_names::{is_one_of_many, name, people, same};
use crate::engine::ledger::speakers::{Speaker, speaker};
use crate::engine::ledger::statements::{meant, said_by, says_reverse, statements};
use crate::engine::ledger::withheld_names::{is_clause, reason_of_clause, reason_within, row_of_clause};
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Claim, Finding, Report};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Category, Kind, class, is_known, set, words};
use rustc_hash::FxHashMap;

/// How far behind `a spokesman for the port`, in bytes, `a spokesman` is the same one.
const SOON: usize = 500;

/// Unnamed and named sources, each in the order of their first place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceLedger {
    /// Sources the article does not name.
    pub unnamed: Vec<Source>,
    /// People and organisations that the article names.
    pub named: Vec<Source>,
}

impl SourceLedger {
    /// How many statements rest on the sources of a side.
    #[must_use]
    pub fn statements(sources: &[Source]) -> usize {
        sources.iter().map(|source| source.places.len()).sum()
    }
}

/// Returns the source ledger of a report; `text` is the text it was made from.
#[must_use]
pub fn sources(text: &str, report: &Report) -> SourceLedger {
    let mut ledger = SourceLedger { unnamed: unnamed(text, report), named: Vec::new() };
    ledger.named = named(text, report, &mut ledger.unnamed);
    cite_quotations(text, report, &mut ledger.unnamed, &mut ledger.named);
    ledger
}

fn unnamed(text: &str, report: &Report) -> Vec<Source> {
    let mut rows: Vec<Source> = Vec::new();
    let mut known: FxHashMap<(Kind, String), usize> = FxHashMap::default();
    let mut last = None;
    for finding in report.findings.iter().filter(|finding| finding.category() == Category::Source) {
        if let Some(row) = row_of_clause(text, report, finding, last) {
            rows[row].places.push(finding.span);
            last = Some((finding.span, row));
            rows[row].reason = rows[row].reason.or_else(|| reason_of_clause(text, report, finding));
            continue;
        }
        let claims = report.claims_in(finding.sentence);
        let through = claims.iter().filter(|claim| is_of(text, claim, finding));
        let said: Vec<Span> = through.clone().flat_map(|claim| statements(text, report, claim)).collect();
        let outlet = claims.iter().find(|claim| claim.named && relays(text, claim.who, finding.span));
        let said = if said.is_empty() && !says_reverse(text, report, finding.sentence, finding.span) {
            outlet.and_then(|outlet| outlet.said).or(finding.cited_for).and_then(|said| meant(text, said)).into_iter().collect()
        } else {
            said
        };
        let tokens = tokens_of(text, finding.span);
        let key = key(text, &tokens);
        if let Some(row) = taken_up(text, &tokens, &key, &rows) {
            known.insert((finding.kind(), key.clone()), row);
        }
        let row = *known.entry((finding.kind(), key)).or_insert_with(|| {
            let outlet = outlet.map(|claim| claim.who).or_else(|| through.clone().find_map(|claim| claim.through));
            rows.push(unnamed_source(text, finding, &tokens, outlet));
            rows.len() - 1
        });
        rows[row].places.push(finding.span);
        rows[row].claims.extend(said);
        last = Some((finding.span, row));
    }
    rows
}

/// Returns the row of an unnamed source, without a place yet.
fn unnamed_source(text: &str, finding: &Finding, tokens: &[Token], outlet: Option<Span>) -> Source {
    Source {
        phrase: finding.span,
        kind: Some(finding.kind()),
        number: number(text, tokens, finding.kind()),
        knowledge: knowledge(text, finding.span, tokens),
        reason: reason_within(finding.span, tokens),
        outlet,
        places: Vec::new(),
        claims: Vec::new(),
    }
}

/// Returns the named sources. A claim whose speaker points back to an unnamed source goes into the row of that one.
fn named(text: &str, report: &Report, unnamed_rows: &mut [Source]) -> Vec<Source> {
    let mut rows: Vec<(Vec<String>, Source)> = Vec::new();
    let unnamed = |claim: &Claim| {
        let here = report.findings_in(claim.sentence);
        here.iter().any(|finding| finding.category() == Category::Source && finding.span.overlaps(claim.who))
    };
    for claim in &report.claims {
        if unnamed(claim) {
            if let Some(partner) = partner_before(text, report, claim) {
                add_named(text, statements(text, report, claim), partner, partner, &mut rows);
            }
            continue;
        }
        let Some(Speaker { who, named }) = speaker(text, report, claim) else { continue };
        if let Some(place) = unnamed_at(report, who) {
            if let Some(row) = unnamed_rows.iter_mut().find(|row| row.places.contains(&place)) {
                row.places.push(claim.who);
                row.claims.extend(statements(text, report, claim));
            }
            continue;
        }
        if !named || is_one_of_many(text, who) {
            continue;
        }
        // `Huld said she expected it`: one statement.
        let inner = |other: &Claim| {
            let holds = other.said.is_some_and(|said| said.start <= claim.who.start && claim.who.end <= said.end);
            holds && other.who != claim.who && speaker(text, report, other).is_some_and(|other| other.who == who)
        };
        if report.claims_in(claim.sentence).iter().any(inner) {
            continue;
        }
        let people = people(text, who);
        for person in &people {
            let place = if people.len() > 1 { *person } else { claim.who };
            add_named(text, statements(text, report, claim), place, *person, &mut rows);
        }
    }
    rows.into_iter().map(|(_, source)| in_full(text, report, source)).collect()
}

/// Adds what is said to the row of a name, or a row for it.
fn add_named(text: &str, said: Vec<Span>, place: Span, who: Span, rows: &mut Vec<(Vec<String>, Source)>) {
    let tokens = tokens_of(text, who);
    let name = name(text, &tokens);
    // `Mr Huld` is not `his mother Lena Huld`.
    let fits = |row: &Source| {
        let other = tokens_of(text, row.phrase);
        (!tokens[0].is(class::TITLE) || fits_title(&other, &tokens[0])) && (!other[0].is(class::TITLE) || fits_title(&tokens, &other[0]))
    };
    let row = rows
        .iter()
        .rposition(|(known, row)| same(known, &name) && fits(row))
        .or_else(|| by_first_name(text, who, &name, rows))
        .unwrap_or_else(|| {
            let source = Source {
                phrase: who,
                kind: None,
                number: Number::None,
                knowledge: None,
                reason: None,
                outlet: None,
                places: Vec::new(),
                claims: Vec::new(),
            };
            rows.push((name.clone(), source));
            rows.len() - 1
        });
    let (known, source) = &mut rows[row];
    if name.len() > known.len() {
        (*known, source.phrase) = (name, who);
    }
    source.places.push(place);
    source.claims.extend(said);
}

/// Returns the only row of a person whose name begins with a single name: `Wang Yi` for `Wang`.
fn by_first_name(text: &str, who: Span, name: &[String], rows: &[(Vec<String>, Source)]) -> Option<usize> {
    let tokens = tokens_of(text, who);
    let [only] = tokens.as_slice() else { return None };
    let person =
        |row: &(Vec<String>, Source)| (2..=3).contains(&row.0.len()) && row.0[0] == name[0] && is_person(&tokens_of(text, row.1.phrase));
    let mut found = (0..rows.len()).filter(|row| !is_known(only.word) && !is_acronym(text, only) && person(&rows[*row]));
    found.next().filter(|_| found.next().is_none())
}

/// Returns the key of a row, without an article: `The critics` and `critics` are one row.
fn key(text: &str, tokens: &[Token]) -> String {
    let word = |token: &Token| token.span.of(text).to_lowercase();
    let from = usize::from(tokens.first().is_some_and(|first| first.reads(set::ARTICLE)));
    tokens[from..].iter().map(word).collect::<Vec<_>>().join(" ")
}

/// Returns the row that `the diplomat` refers to: the last one with that head.
fn taken_up(text: &str, tokens: &[Token], word: &str, rows: &[Source]) -> Option<usize> {
    if tokens.len() != 2 {
        return None;
    }
    // `a spokesman` soon after `a spokesman for the port`
    if tokens[0].reads(words!("a" | "an")) && tokens[1].reads(words!("spokesman" | "spokeswoman" | "spokesperson")) {
        let last = rows.len().checked_sub(1)?;
        let row = tokens_of(text, rows[last].phrase);
        let near = rows[last].places.last().is_some_and(|place| place.end + SOON > tokens[0].span.start);
        let alike = row.len() > 3 && row[0].reads(words!("a" | "an")) && row[1].word == tokens[1].word && row[2].is_word(words!("for"));
        return Some(last).filter(|_| near && alike);
    }
    if !tokens[0].span.of(text).eq_ignore_ascii_case("the") {
        return None;
    }
    let has_head = |row: &Source| {
        let words = tokens_of(text, row.phrase);
        let head =
            words.iter().take_while(|token| !token.is(class::PREP | class::KNOWLEDGE | shape::MARK) && token.span.of(text) != "who").last();
        head.is_some_and(|head| head.span.of(text).eq_ignore_ascii_case(word))
    };
    rows.iter().rposition(has_head)
}

fn number(text: &str, tokens: &[Token], kind: Kind) -> Number {
    if matches!(kind, Kind::Reports | Kind::Agentless) {
        return Number::None;
    }
    let first = tokens.first().map(|token| token.span.of(text).to_lowercase()).unwrap_or_default();
    let counted = tokens.first().and_then(|first| set::ONE_TO_TEN.iter().position(|word| *word == first.word));
    match counted.map(|place| u32::try_from(place + 1).unwrap_or(1)).or_else(|| first.parse().ok()) {
        Some(count) => Number::Count(count),
        None if tokens.first().is_some_and(|first| first.reads(set::ONE_MORE)) => Number::Count(1),
        None if kind == Kind::Group || tokens.iter().take(5).any(|token| token.is(shape::PLURAL)) => Number::Several,
        None => Number::Count(1),
    }
}

/// Returns true if the source of a finding makes the claim: not `they` in `managers, who asked not to be named because they feared for their jobs`.
fn is_of(text: &str, claim: &Claim, finding: &Finding) -> bool {
    let within = claim.who.start > finding.span.start && claim.who.end < finding.span.end;
    claim.who.overlaps(finding.span) && !(within && tokens_of(text, claim.who).iter().all(|token| token.is(class::PRONOUN)))
}

/// Returns what an unnamed source is cited for in the sentence of its finding.
#[must_use]
pub fn cited_for(text: &str, report: &Report, finding: &Finding) -> Option<Span> {
    let claims = report.claims_in(finding.sentence).iter().filter(|_| finding.category() == Category::Source);
    claims
        .filter(|claim| is_of(text, claim, finding))
        .find_map(|claim| said_by(text, report, claim))
        .or(finding.cited_for)
        .filter(|_| !says_reverse(text, report, finding.sentence, finding.span))
        .and_then(|said| meant(text, said))
}

/// Returns the reason that the text gives for a name that is missing: `because they were not authorised to speak`.
#[must_use]
pub fn reason_of(text: &str, report: &Report, finding: &Finding) -> Option<Span> {
    if finding.category() != Category::Source {
        return None;
    }
    let clause = || if is_clause(finding) { reason_of_clause(text, report, finding) } else { None };
    reason_within(finding.span, &tokens_of(text, finding.span)).or_else(clause)
}

/// Returns how an unnamed source knows, if its finding says so: `briefed on the plan`.
#[must_use]
pub fn knowledge_of(text: &str, finding: &Finding) -> Option<Span> {
    if finding.category() == Category::Source { knowledge(text, finding.span, &tokens_of(text, finding.span)) } else { None }
}

/// Returns `familiar with the matter`, up to a clause about the name.
fn knowledge(text: &str, span: Span, tokens: &[Token]) -> Option<Span> {
    let at = tokens.iter().position(|token| token.is(class::KNOWLEDGE))?;
    // `with direct knowledge of the talks`
    let with = (at.saturating_sub(2)..at).rev().find(|with| tokens[*with].is_word(words!("with")));
    let at = with.map_or(at, |with| with + 1);
    // `experts not involved in the study`
    if at > 0 && tokens[at - 1].is(class::NEGATOR) {
        return None;
    }
    let end = tokens[at..]
        .iter()
        .find(|token| token.is_mark(text, ",") || token.is_word(set::SPEAKER_CLAUSE) || token.is_word(set::ABOUT_THE_NAME))
        .map_or(span.end, |token| token.span.start);
    let end = tokens.iter().rev().find(|token| token.span.end <= end).map_or(end, |token| token.span.end);
    (tokens[at].span.start < end).then_some(Span { start: tokens[at].span.start, end })
}

/// Returns true if the named source relays the unnamed one: `Reuters reported, citing two officials`.
fn relays(text: &str, who: Span, source: Span) -> bool {
    let between = text.get(who.end..source.start).unwrap_or_default();
    ["citing", "cited", "quoting", "quoted"].iter().any(|word| between.contains(word))
}
