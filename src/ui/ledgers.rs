//! The ledgers beside the article: who speaks, and what is undecided.

use super::analysing::INSTANT;
use super::explanation::fact;
use super::glance::counts;
use super::rows::{Row, decision_rows, places, source_rows};
use super::state::State;
use crate::engine::Span;
use crate::lexicon::Category;
use crate::wording::page;
use leptos::prelude::*;

/// Rows that are shown before the reader asks for all.
const FIRST: usize = 5;
/// Rows that are drawn, hidden, for print; those of a long text only when it is printed.
const FOR_PRINT: usize = 200;

/// Both ledgers; they follow the text and the filter.
#[component]
pub fn Ledgers() -> impl IntoView {
    let state = expect_context::<State>();
    let ledger = Memo::new(move |_| state.sources.with(|sources| state.overview_shown.with(|shown| source_rows(sources, shown))));
    let open = Memo::new(move |_| state.overview_shown.with(decision_rows));
    let unnamed = Memo::new(move |_| ledger.with(|ledger| ledger.unnamed.clone()));
    let named = Memo::new(move |_| ledger.with(|ledger| ledger.named.clone()));
    let hidden = Memo::new(move |_| state.overview.with(|all| all.report().count(Category::Pending)) > open.with(Vec::len));
    let filtered = move || ledger.with(|ledger| ledger.filtered).then_some(page::SOME_FILTERED);
    let nothing = move || match (open.with(Vec::is_empty), hidden.get()) {
        (true, false) => Some(page::NOTHING_PENDING),
        (_, true) => Some(page::SOME_OPEN_FILTERED),
        (false, false) => None,
    };
    view! {
        <section class="ledger sources" aria-labelledby="who-speaks">
            <h2 id="who-speaks">{page::WHO_SPEAKS}</h2>
            <p class="lead"><Share/>" "{filtered}</p>
            <Rows rows=unnamed label=page::UNNAMED_ROWS/>
            <Show when=move || named.with(|named| !named.is_empty())>
                <h3>{page::BY_NAME}</h3>
                <Rows rows=named label=page::NAMED_ROWS/>
            </Show>
        </section>
        <section class="ledger decisions" aria-labelledby="what-is-open">
            <h2 id="what-is-open">{page::WHAT_IS_OPEN}</h2>
            {move || nothing().map(|words| view! { <p class="lead">{words}</p> })}
            <Rows rows=open label=page::OPEN_ROWS/>
        </section>
    }
}

/// The share of unnamed sources in one line; each number leads to what it counts. It is the article's, whatever is filtered out.
#[component]
fn Share() -> impl IntoView {
    let state = expect_context::<State>();
    let share = move || {
        let ledger = state.sources.get();
        let (unnamed, named) = (places(&ledger.unnamed), places(&ledger.named));
        let parts = page::share(unnamed.len(), named.len());
        let places = [Some((page::UNNAMED_STATEMENTS, unnamed)), Some((page::NAMED_STATEMENTS, named))];
        let part = |(words, places): (String, Option<(&'static str, Vec<Span>)>)| match places {
            Some((label, places)) if !places.is_empty() => counts(state, "", words, label, places),
            _ => words.into_any(),
        };
        let [start, between, end] = parts.around.map(IntoAny::into_any);
        let [one, other] = parts.counts;
        let [unnamed, named] = places;
        view! { {start}{part((one, unnamed))}{between}{part((other, named))}{end} }
    };
    share.into_any()
}

#[component]
fn Rows(rows: Memo<Vec<Row>>, label: &'static str) -> impl IntoView {
    let state = expect_context::<State>();
    let all = RwSignal::new(false);
    let drawn = move || {
        let short = state.overview.with(|overview| overview.text().len() <= INSTANT);
        let most = match all.get() {
            true => usize::MAX,
            false if short || state.printed.get() => FOR_PRINT,
            false => FIRST,
        };
        rows.with(|rows| rows.iter().take(most).cloned().collect::<Vec<_>>())
    };
    let count = move || rows.with(Vec::len);
    view! {
        <ol aria-label=label class:all=move || all.get()>
            {move || drawn().into_iter().enumerate().map(|(place, row)| one(state, row, place >= FIRST)).collect_view()}
        </ol>
        <Show when=move || { count() > FIRST }>
            <button type="button" class="more" aria-expanded=move || all.get().to_string() on:click=move |_| all.update(|all| *all = !*all)>
                {move || if all.get() { page::SHOW_FEWER.to_owned() } else { page::show_all(count()) }}
            </button>
        </Show>
    }
}

fn one(state: State, row: Row, later: bool) -> impl IntoView {
    let Row { head, kind, facts, places } = row;
    let about = kind.map(|kind| view! { <span class="kind">{kind.title()}</span> });
    let often = (places.len() > 1).then(|| view! { <span class="times">{page::times(places.len())}</span> });
    let facts = (!facts.is_empty()).then(|| view! { <dl>{facts.into_iter().map(fact).collect_view()}</dl> });
    let label = page::in_quotes(&head);
    let current = {
        let (label, places) = (label.clone(), places.clone());
        move || state.tour.with(|tour| tour.as_ref().is_some_and(|tour| tour.label == label && *tour.places == *places)).then_some("true")
    };
    let go = move |_| state.start_tour(label.clone(), places.clone());
    view! { <li class:later=later><button type="button" class="go" aria-current=current on:click=go>{head}</button><p>{about}{often}</p>{facts}</li> }
}
