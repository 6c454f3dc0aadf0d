//! The decision ledger: the open matters of a report.
//!
//! A matter is often called open in several sentences, which make one row. Two wordings belong together if they are about the same nouns, if both
//! are about what headline and first sentence tell of, or if the second names no matter at all and stands near the first.

use crate::engine::ledger::decision::Decision;
use crate::engine::ledger::head_in_claim::head_in_claim;
use crate::engine::ledger::head_in_context::in_context;
use crate::engine::ledger::matter::{heading, matter};
use crate::engine::ledger::open_quotation::without_open_quotation;
use crate::engine::ledger::phrase_head::phrase_head;
use crate::engine::ledger::relative_head::{head_behind_aside, relative_head};
use crate::engine::ledger::row_head::{RowHead, row_head};
use crate::engine::ledger::same_matter::{
    Topic, goes_on, has_head_of, is_about_talks, is_deal, is_part, is_same, main_topic, refers_back, takes_up, topic_of,
};
use crate::engine::ledger::speakers::decider_of;
use crate::engine::lex::block::BlockKind;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Finding, Report, Voice};
use crate::engine::text::Span;
use crate::lexicon::{Category, Kind, words};
use std::cell::LazyCell;

/// How many sentences after a matter a wording without one still belongs to it.
const NEAR: usize = 2;
/// How many rows back a matter may have been called open before: keeps the time linear.
const ROWS: usize = 50;

/// Returns the open matters of a report, in the order of their first wording. `text` is the text that the report was made from.
#[must_use]
pub fn decisions(text: &str, report: &Report) -> Vec<Decision> {
    let headline = report.blocks.first().is_some_and(|block| block.kind == BlockKind::Headline);
    let main = main_topic(text, report, headline);
    let mut rows: Vec<(Decision, Topic, usize)> = Vec::new();
    let open = report.findings.iter().enumerate().filter(|(_, finding)| finding.category() == Category::Pending);
    for (number, finding) in open {
        let refers = refers_back(text, report, finding);
        let mut topic = if refers { Topic::default() } else { topic_of(text, report, finding) };
        // What a headline calls open is what the article is about.
        if headline && finding.sentence == 0 {
            topic.extend(main.iter().cloned());
        }
        let decider = decider_of(text, report, finding);
        let takes_up = takes_up(text, report, finding);
        let words = LazyCell::new(|| matter(text, report, finding).of(text).to_lowercase());
        let first = rows.len().saturating_sub(ROWS);
        let known = rows[first..].iter().rposition(|(row, known, last)| {
            let near = finding.sentence - last <= NEAR && !is_apart(text, report, row, finding);
            let goes_on = row.findings.last().is_some_and(|other| goes_on(text, report.findings[*other].span, finding.span));
            goes_on
                || (takes_up && finding.sentence - last <= 1 && is_deal(text, row))
                || is_part(text, row, finding, decider, || &words)
                || is_same(text, (row, known), (finding, &topic, decider.filter(|_| !refers)), &main, near)
        });
        let about_talks = topic.is_empty() && is_about_talks(text, finding);
        let near = |last: usize| finding.sentence - last <= NEAR;
        let talks = rows[first..].iter().rposition(|(row, _, last)| about_talks && row.stage == Kind::Negotiating && near(*last));
        match talks.or(known).map(|place| &mut rows[first + place]) {
            Some((row, known, last)) => {
                add(text, report, row, number, (decider, refers));
                known.extend(topic);
                *last = finding.sentence;
            }
            None => rows.push((row(text, report, number, decider), topic, finding.sentence)),
        }
    }
    let rows = without_rows_of_sources(report, rows.into_iter().map(|(row, ..)| row).collect());
    one_row_a_head(text, rows.into_iter().map(|row| headed(text, report, row)))
}

/// Joins a row of a wording within the phrase of a source, as `draft` in `according to a draft paper, Oster is considering a sale`, to another row of
/// its sentence.
fn without_rows_of_sources(report: &Report, mut rows: Vec<Decision>) -> Vec<Decision> {
    let within_source = |row: &Decision| match row.findings.as_slice() {
        [only] => {
            let finding = &report.findings[*only];
            let sources = report.findings_in(finding.sentence).iter().filter(|source| source.category() == Category::Source);
            sources.into_iter().any(|source| source.span.start <= finding.span.start && finding.span.end <= source.span.end)
        }
        _ => false,
    };
    for place in (0..rows.len()).rev().filter(|place| within_source(&rows[*place])).collect::<Vec<_>>() {
        let number = rows[place].findings[0];
        let sentence = report.findings[number].sentence;
        let beside = |row: &Decision| row.findings.iter().any(|other| *other != number && report.findings[*other].sentence == sentence);
        let near = place.saturating_sub(1)..rows.len().min(place + 2);
        if let Some(other) = near.into_iter().find(|other| beside(&rows[*other])) {
            rows[other].findings.push(number);
            rows[other].findings.sort_unstable();
            rows.remove(place);
        }
    }
    rows
}

/// Joins rows with one head: a sentence that calls several steps open heads one row.
fn one_row_a_head(text: &str, rows: impl Iterator<Item = Decision>) -> Vec<Decision> {
    let mut joined: Vec<Decision> = Vec::new();
    for row in rows {
        let first = joined.len().saturating_sub(ROWS);
        match joined[first..].iter_mut().rev().find(|known| has_head_of(text, known, &row)) {
            Some(known) => join(known, row),
            None => joined.push(row),
        }
    }
    joined
}

/// Adds the wordings of a row with the same head to a row.
fn join(row: &mut Decision, other: Decision) {
    row.findings.extend(other.findings);
    row.findings.sort_unstable();
    if other.matter.len() > row.matter.len() {
        (row.matter, row.subject) = (other.matter, other.subject);
    }
    if other.strength > row.strength {
        let decider = other.decider.or(row.decider.filter(|_| row.stage == other.stage));
        let partner = if other.decider.is_some() { other.partner } else { row.partner.filter(|_| decider.is_some()) };
        (row.wording, row.stage, row.strength, row.sentence) = (other.wording, other.stage, other.strength, other.sentence);
        (row.decider, row.partner, row.date) = (decider, partner, other.date);
    } else if row.decider.is_none() && row.stage == other.stage {
        (row.decider, row.partner) = (other.decider, other.partner);
    }
}

/// Returns a row whose head does not mislead.
fn headed(text: &str, report: &Report, row: Decision) -> Decision {
    let row = with_head(text, report, row);
    Decision { matter: without_open_quotation(text, row.matter), ..row }
}

fn with_head(text: &str, report: &Report, mut row: Decision) -> Decision {
    if row.subject.is_some() {
        return row;
    }
    let sentence = match row_head(text, report, row.matter, row.decider) {
        RowHead::Sentence(sentence) => sentence,
        RowHead::Clause(clause) => {
            row.matter = in_context(text, report, clause);
            return row;
        }
    };
    let named_by = row.findings.iter().map(|number| &report.findings[*number]).find(|finding| finding.span.overlaps(row.matter));
    let phrase = |finding| phrase_head(text, report, finding, row.matter).map(|phrase| (phrase, None));
    let predicate = |finding| head_behind_aside(text, report, finding);
    let narrower = |finding| {
        let head = relative_head(text, report, finding).or_else(|| predicate(finding)).or_else(|| phrase(finding));
        head.or_else(|| head_in_claim(text, report, finding))
    };
    match named_by.and_then(narrower) {
        Some((statement, subject)) => (row.matter, row.subject) = (statement, subject),
        None => row.matter = in_context(text, report, sentence),
    }
    row
}

/// Returns the open matters of a report as far as another one, with some findings left out, still shows them: what is hidden moves no mark to
/// another matter. The rows index the findings of `shown`.
#[must_use]
pub fn decisions_among(text: &str, report: &Report, shown: &Report) -> Vec<Decision> {
    let rows = decisions(text, report);
    if shown.findings.len() == report.findings.len() {
        return rows;
    }
    let place = |number: &usize| {
        let finding = &report.findings[*number];
        let first = shown.findings.partition_point(|other| other.span.start < finding.span.start);
        let same = |other: &Finding| other.span == finding.span && other.kind() == finding.kind();
        shown.findings[first..].iter().take_while(|other| other.span.start == finding.span.start).position(same).map(|at| first + at)
    };
    let shown_of = |row: &Decision| {
        let findings: Vec<usize> = row.findings.iter().filter_map(place).collect();
        if findings.len() == row.findings.len() {
            return Some(Decision { findings, ..row.clone() });
        }
        among(text, shown, findings.into_iter()).map(|row| headed(text, report, row))
    };
    rows.iter().filter_map(shown_of).collect()
}

/// Returns the row of these findings, if there are any.
fn among(text: &str, report: &Report, mut numbers: impl Iterator<Item = usize>) -> Option<Decision> {
    let decider = |number: usize| decider_of(text, report, &report.findings[number]);
    let first = numbers.next()?;
    let mut row = row(text, report, first, decider(first));
    for number in numbers {
        let refers = refers_back(text, report, &report.findings[number]);
        add(text, report, &mut row, number, (decider(number), refers));
    }
    Some(row)
}

/// Returns true for a quotation in another paragraph than the last wording of a row: what somebody says need not be of the same matter.
fn is_apart(text: &str, report: &Report, row: &Decision, finding: &Finding) -> bool {
    let last = row.findings.last().map_or(row.wording.end, |number| report.findings[*number].span.end);
    let between = text.get(last..finding.span.start).unwrap_or_default();
    finding.voice == Voice::Quoted && between.contains('\n')
}

fn row(text: &str, report: &Report, number: usize, decider: Option<Span>) -> Decision {
    let finding = &report.findings[number];
    let (matter, subject) = heading(text, report, finding, decider);
    Decision {
        wording: finding.span,
        strength: finding.strength(),
        matter,
        subject,
        stage: finding.kind(),
        decider,
        partner: finding.partner.filter(|_| decider.is_some()),
        date: finding.date,
        sentence: report.sentences.get(finding.sentence).copied().unwrap_or(finding.span),
        findings: vec![number],
    }
}

/// Adds a further wording to a matter, with who decides by it, and whether it only refers to a matter: `no final decision`.
fn add(text: &str, report: &Report, row: &mut Decision, number: usize, (decider, refers): (Option<Span>, bool)) {
    let finding = &report.findings[number];
    row.findings.push(number);
    // The date of another step is no date of this one.
    let near = row.findings.iter().rev().nth(1).is_some_and(|last| finding.sentence - report.findings[*last].sentence <= 1);
    row.date = row.date.or(finding.date.filter(|_| near || finding.kind() != Kind::Planned));
    let stronger = finding.strength() > row.strength;
    let (own, subject) = heading(text, report, finding, decider);
    if !refers && !names_object(text, report, row.findings[0], row.matter) && names_object(text, report, number, own) {
        (row.matter, row.subject) = (own, subject);
    }
    let (from, to) = if stronger { (row.stage, finding.kind()) } else { (finding.kind(), row.stage) };
    let (own, other) = if stronger { (decider, row.decider) } else { (row.decider, decider) };
    let known = row.decider;
    row.decider = fuller(text, own, other.filter(|_| same_question(from, to)));
    let partner = finding.partner.filter(|_| row.decider == decider);
    row.partner = if row.decider == known { row.partner.or(partner) } else { partner };
    if stronger {
        (row.wording, row.stage, row.strength) = (finding.span, finding.kind(), finding.strength());
        row.sentence = report.sentences.get(finding.sentence).copied().unwrap_or(finding.span);
    }
}

/// Returns true if a matter says what is weighed or planned: `continues to discuss the bridge`, not `Deliberations and Votes`.
fn names_object(text: &str, report: &Report, number: usize, matter: Span) -> bool {
    let wording = report.findings[number].span;
    // The matter is in the words of another mark that named it.
    if !matter.overlaps(wording) {
        return true;
    }
    let behind = tokens_of(text, Span { start: wording.end.min(matter.end), end: matter.end });
    let list = behind.first().is_some_and(|first| first.is_word(words!("and" | "or")));
    let about = |token: &Token| token.is_word(words!("about" | "over" | "on" | "whether"));
    (behind.len() > 1 && !list) || tokens_of(text, wording).iter().any(about)
}

/// Returns the first of two names, or the second if it holds the first: `Marenna` and `the cabinet of Marenna`.
fn fuller(text: &str, one: Option<Span>, other: Option<Span>) -> Option<Span> {
    let holds = |one: Span| other.filter(|other| other.of(text).split_whitespace().any(|word| word == one.of(text)));
    one.map(|one| holds(one).unwrap_or(one)).or(other)
}

/// Returns true if who takes a step of one stage also takes that of the other: who weighs a matter decides it, who plans one awaits others.
fn same_question(from: Kind, to: Kind) -> bool {
    from == to || (to == Kind::Undecided && from != Kind::Awaiting) || (to == Kind::Deliberating && from == Kind::Planned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;
    use crate::lexicon::Strength;

    #[test]
    fn what_is_hidden_moves_no_mark_to_another_matter() {
        let text = "“We wait,” said Ines Vogt, adding that her party had yet to decide how to vote.\n\nThe state's Ports Authority \
            must still approve any transfer of the land. A person close to it said approval was “far from certain”.";
        let all = analyze(text);
        let rows = |report: &Report| -> Vec<Vec<&str>> {
            let places = |row: &Decision| row.findings.iter().map(|number| report.findings[*number].span.of(text)).collect();
            decisions_among(text, &all, report).iter().map(places).collect()
        };
        assert_eq!(rows(&all), [vec!["had yet to decide"], vec!["must still approve", "far from certain"]]);
        let mut strong = all.clone();
        strong.findings.retain(|finding| finding.strength() == Strength::Strong);
        assert_eq!(rows(&strong), [vec!["had yet to decide"], vec!["far from certain"]]);
    }
}
