//! The ledgers beside the article: who speaks, and what is undecided.

use super::explanation::fact;
use super::rows::{Row, decision_rows, source_rows};
use super::state::State;
use crate::lexicon::Category;
use crate::wording::page;
use leptos::prelude::*;

/// Rows that are shown before the reader asks for all.
const FIRST: usize = 5;
/// Rows that are drawn, hidden, for print.
const FOR_PRINT: usize = 200;

/// Both ledgers; they follow the text and the filter.
#[component]
pub fn Ledgers() -> impl IntoView {
    let state = expect_context::<State>();
    let ledger = Memo::new(move |_| state.shown.with(source_rows));
    let open = Memo::new(move |_| state.shown.with(decision_rows));
    let unnamed = Signal::derive(move || ledger.with(|ledger| ledger.unnamed.clone()));
    let named = Signal::derive(move || ledger.with(|ledger| ledger.named.clone()));
    let hidden = Memo::new(move |_| state.analysis.with(|all| all.report().count(Category::Pending)) > open.with(Vec::len));
    let nothing = move || if hidden.get() { page::ALL_OPEN_HIDDEN } else { page::NOTHING_PENDING };
    view! {
        <section class="ledger sources" aria-labelledby="who-speaks">
            <h2 id="who-speaks">{page::WHO_SPEAKS}</h2>
            <p class="lead">{move || ledger.with(|ledger| ledger.share.clone())}</p>
            <ShareBar counts=Signal::derive(move || ledger.with(|ledger| ledger.statements))/>
            <Rows rows=unnamed label=page::UNNAMED_ROWS/>
            <Show when=move || named.with(|named| !named.is_empty())>
                <h3>{page::BY_NAME}</h3>
                <Rows rows=named label=page::NAMED_ROWS/>
            </Show>
        </section>
        <section class="ledger decisions" aria-labelledby="what-is-open">
            <h2 id="what-is-open">{page::WHAT_IS_OPEN}</h2>
            <Show when=move || open.with(Vec::is_empty)><p class="lead">{nothing}</p></Show>
            <Rows rows=Signal::derive(move || open.get()) label=page::OPEN_ROWS/>
        </section>
    }
}

/// Unnamed against named statements, drawn; the line above says it in words.
#[component]
fn ShareBar(counts: Signal<(usize, usize)>) -> impl IntoView {
    let percent = move || {
        let (unnamed, named) = counts.get();
        (unnamed * 100).checked_div(unnamed + named)
    };
    let bar = move || percent().map(|percent| view! { <svg class="bar source" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="6"/><rect class="part" width=percent height="6"/></svg> });
    view! { {bar} }
}

#[component]
fn Rows(rows: Signal<Vec<Row>>, label: &'static str) -> impl IntoView {
    let state = expect_context::<State>();
    let all = RwSignal::new(false);
    let drawn = move || rows.with(|rows| rows.iter().take(if all.get() { usize::MAX } else { FOR_PRINT }).cloned().collect::<Vec<_>>());
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
        let label = label.clone();
        move || state.tour.with(|tour| tour.as_ref().is_some_and(|tour| tour.label == label)).then_some("true")
    };
    let go = move |_| state.start_tour(label.clone(), places.clone());
    view! { <li class:later=later><button type="button" class="go" aria-current=current on:click=go>{head}</button><p>{about}{often}</p>{facts}</li> }
}
