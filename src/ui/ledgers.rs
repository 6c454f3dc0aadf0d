//! The ledgers beside the article: who speaks, and what is undecided.

use super::card::go_to;
use super::state::{Analysis, Hidden, State};
use crate::engine::{Number, Report, Source, SourceLedger, Span, decisions, sources};
use crate::lexicon::{Category, Kind};
use leptos::prelude::*;

/// Rows that are shown before the reader asks for all.
const FIRST: usize = 5;
/// Longest claim that is shown, in characters.
const CLAIM: usize = 110;

/// One row of a ledger, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    /// The wording, the phrase or the name.
    head: String,
    /// The kind, if the article marks it.
    kind: Option<Kind>,
    /// What is known, label by label.
    facts: Vec<(&'static str, String)>,
    /// How often it stands in the text.
    times: usize,
    /// The finding at its first place.
    finding: Option<usize>,
}

/// Both ledgers; they follow the text and the switches.
#[component]
pub fn Ledgers() -> impl IntoView {
    let state = expect_context::<State>();
    let ledger = Memo::new(move |_| state.analysis.with(|analysis| source_rows(analysis, state.hidden.get())));
    let open = Memo::new(move |_| state.analysis.with(|analysis| decision_rows(analysis, state.hidden.get())));
    let share = move || ledger.with(|(share, ..)| share.clone());
    let unnamed = Signal::derive(move || ledger.with(|(_, unnamed, _)| unnamed.clone()));
    let named = Signal::derive(move || ledger.with(|(.., named)| named.clone()));
    view! {
        <section class="ledger sources" aria-labelledby="who-speaks">
            <h2 id="who-speaks">"Who speaks"</h2>
            <p class="lead">{share}</p>
            <Rows rows=unnamed label="Sources without a name"/>
            <Show when=move || named.with(|named| !named.is_empty())>
                <h3>"By name"</h3>
                <Rows rows=named label="Named sources"/>
            </Show>
        </section>
        <section class="ledger decisions" aria-labelledby="what-is-open">
            <h2 id="what-is-open">"What is undecided"</h2>
            <Show when=move || state.analysis.with(|analysis| analysis.report().count(Category::Pending) == 0)>
                <p class="lead">"Nothing is pending."</p>
            </Show>
            <Rows rows=Signal::derive(move || open.get()) label="Open matters"/>
        </section>
    }
}

#[component]
fn Rows(rows: Signal<Vec<Row>>, label: &'static str) -> impl IntoView {
    let state = expect_context::<State>();
    let all = RwSignal::new(false);
    let shown = move || rows.with(|rows| rows.iter().take(if all.get() { usize::MAX } else { FIRST }).cloned().collect::<Vec<_>>());
    let count = move || rows.with(Vec::len);
    view! {
        <ol aria-label=label>{move || shown().into_iter().map(|row| one(state, row)).collect_view()}</ol>
        <Show when=move || { count() > FIRST && !all.get() }>
            <button type="button" class="more" on:click=move |_| all.set(true)>{move || format!("Show all {}", count())}</button>
        </Show>
    }
}

fn one(state: State, row: Row) -> impl IntoView {
    let Row { head, kind, facts, times, finding } = row;
    let about = kind.map(|kind| view! { <span class="kind">{kind.title()}</span> });
    let often = (times > 1).then(|| view! { <span class="times">{format!("{times} times")}</span> });
    let fact = |(label, words): (&'static str, String)| view! { <dt>{label}</dt><dd>{words}</dd> };
    let facts = (!facts.is_empty()).then(|| view! { <dl>{facts.into_iter().map(fact).collect_view()}</dl> });
    let head = match finding {
        Some(finding) => view! { <button type="button" class="go" on:click=move |_| go_to(state, finding)>{head}</button> }.into_any(),
        None => view! { <b>{head}</b> }.into_any(),
    };
    view! { <li>{head}<p>{about}{often}</p>{facts}</li> }
}

/// The share in one line, then the rows without and with a name.
fn source_rows(analysis: &Analysis, hidden: Hidden) -> (String, Vec<Row>, Vec<Row>) {
    let (text, report) = (analysis.text(), analysis.report());
    let SourceLedger { mut unnamed, named } = sources(text, report);
    let share = share(SourceLedger::statements(&unnamed), SourceLedger::statements(&named));
    unnamed.retain(|source| source.kind.is_none_or(|kind| hidden.shows(kind)));
    let row = |source: &Source| {
        let finding = source.kind.and_then(|_| finding_at(report, *source.places.first()?));
        let number = match source.number {
            Number::Several => Some(("How many", "several, not counted".to_owned())),
            Number::Count(count) if source.kind.is_some() && count > 1 => Some(("How many", count.to_string())),
            _ => None,
        };
        let quoted = |label, span: Option<Span>| span.map(|span| (label, span.of(text).to_owned()));
        let claim = source.claims.first().map(|claim| ("Cited for", shortened(claim.of(text))));
        let known = quoted("How known", source.knowledge);
        let facts = [number, known, quoted("Why unnamed", source.reason), quoted("Through", source.outlet), claim];
        Row {
            head: source.phrase.of(text).to_owned(),
            kind: source.kind,
            facts: facts.into_iter().flatten().collect(),
            times: source.places.len(),
            finding,
        }
    };
    (share, unnamed.iter().map(row).collect(), named.iter().map(row).collect())
}

/// The number of the source finding that covers exactly this.
fn finding_at(report: &Report, span: Span) -> Option<usize> {
    let first = report.findings.partition_point(|finding| finding.span.start < span.start);
    let here = report.findings[first..].iter().take_while(|finding| finding.span.start == span.start);
    here.enumerate().find(|(_, finding)| finding.span == span && finding.category() == Category::Source).map(|(place, _)| first + place)
}

fn share(unnamed: usize, named: usize) -> String {
    let statements = |count: usize| if count == 1 { "1 statement rests".to_owned() } else { format!("{count} statements rest") };
    match (unnamed, named) {
        (0, 0) => "No source is cited.".into(),
        (0, _) => format!("{} on named sources, none on unnamed ones.", statements(named)),
        (_, 0) => format!("{} on unnamed sources, none on named ones.", statements(unnamed)),
        _ => format!("{} on unnamed sources, {named} on named ones.", statements(unnamed)),
    }
}

fn decision_rows(analysis: &Analysis, hidden: Hidden) -> Vec<Row> {
    let text = analysis.text();
    let row = |decision: &crate::engine::Decision| {
        let told = [("Who decides", decision.decider), ("When", decision.date)];
        let facts = told.into_iter().filter_map(|(label, span)| Some((label, span?.of(text).to_owned())));
        let sentence = ("Sentence", shortened(decision.sentence.of(text)));
        Row {
            head: decision.wording.of(text).to_owned(),
            kind: Some(decision.stage),
            facts: facts.chain([sentence]).collect(),
            times: 1,
            finding: Some(decision.finding),
        }
    };
    decisions(analysis.report()).iter().filter(|decision| hidden.shows(decision.stage)).map(row).collect()
}

/// The first words, cut after a word.
fn shortened(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = one_line.char_indices().nth(CLAIM) else { return one_line.trim_end_matches([',', ' ']).to_owned() };
    let cut = one_line[..end].rfind(' ').unwrap_or(end);
    format!("{} …", one_line[..cut].trim_end_matches([',', ';', ':']))
}
