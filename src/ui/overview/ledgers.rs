//! The ledgers: who speaks in the article, and what is undecided.

use super::links::count_link;
use crate::engine::Span;
use crate::lexicon::Category;
use crate::reading::{FIRST_ROWS, LedgerRow, Navigation, QuoteLength, decision_rows, rows_to_draw, source_places, source_rows};
use crate::ui::actions;
use crate::ui::controls::{If, fact, reactive};
use crate::ui::state::{INSTANT, State};
use crate::wording::page;
use leptos::prelude::*;

/// Both ledgers. They follow the text and the filter.
#[component]
pub fn Ledgers() -> impl IntoView {
    let state = expect_context::<State>();
    let length = move || if state.printed.get() { QuoteLength::Whole } else { QuoteLength::Short };
    let ledger = Memo::new(move |_| state.sources.with(|sources| state.overview_shown.with(|shown| source_rows(sources, shown, length()))));
    let open = Memo::new(move |_| state.overview_shown.with(|shown| decision_rows(shown, length())));
    let unnamed = Memo::new(move |_| ledger.with(|ledger| ledger.unnamed.clone()));
    let named = Memo::new(move |_| ledger.with(|ledger| ledger.named.clone()));
    // A row has all the wordings of its matter.
    let wordings = move || open.with(|rows| rows.iter().map(|row| row.places.len()).sum::<usize>());
    let hidden = Memo::new(move |_| state.overview.with(|all| all.report().count(Category::Pending)) > wordings());
    let filtered = move || ledger.with(|ledger| ledger.filtered).then_some(page::SOME_FILTERED);
    let nothing = move || match (open.with(Vec::is_empty), hidden.get()) {
        (true, false) => Some(page::NOTHING_PENDING),
        (_, true) => Some(page::SOME_OPEN_FILTERED),
        (false, false) => None,
    };
    view! {
        <section class="ledger sources" aria-labelledby="who-speaks">
            <h2 id="who-speaks">{page::WHO_SPEAKS}</h2>
            <p class="lead"><Share/>" "{reactive(filtered)}</p>
            <LedgerRows rows=unnamed label=page::UNNAMED_ROWS/>
            <If condition=move || named.with(|named| !named.is_empty())>
                <h3>{page::BY_NAME}</h3>
                <LedgerRows rows=named label=page::NAMED_ROWS/>
            </If>
        </section>
        <section class="ledger decisions" aria-labelledby="what-is-open">
            <h2 id="what-is-open">{page::WHAT_IS_OPEN}</h2>
            {reactive(move || nothing().map(|words| view! { <p class="lead">{words}</p> }))}
            <LedgerRows rows=open label=page::OPEN_ROWS/>
        </section>
    }
}

/// The share of unnamed sources in one line. It describes the whole article, whatever the filter hides.
#[component]
fn Share() -> impl IntoView {
    let state = expect_context::<State>();
    reactive(move || {
        let ledger = state.sources.get();
        let (unnamed, named) = (source_places(&ledger.unnamed), source_places(&ledger.named));
        let parts = page::share(unnamed.len(), named.len());
        let link = |words: String, label, places: Vec<Span>| {
            if places.is_empty() { words.into_any() } else { count_link(state, "", words, label, places) }
        };
        let [start, between, end] = parts.around;
        let [first, second] = parts.counts;
        view! {
            {start}{link(first, page::UNNAMED_STATEMENTS, unnamed)}{between}{link(second, page::NAMED_STATEMENTS, named)}{end}
        }
    })
}

/// The rows of a ledger: the first ones, or all if the reader asks for them.
#[component]
fn LedgerRows(rows: Memo<Vec<LedgerRow>>, label: &'static str) -> impl IntoView {
    let state = expect_context::<State>();
    let all = RwSignal::new(false);
    let drawn = move || {
        let short = state.overview.with(|overview| overview.text().len() <= INSTANT);
        let most = rows_to_draw(all.get(), !short, state.printed.get());
        rows.with(|rows| rows.iter().take(most).cloned().collect::<Vec<_>>())
    };
    let count = move || rows.with(Vec::len);
    let expanded = Signal::derive(move || all.get().to_string());
    view! {
        <ol aria-label=label class:all=all>
            {reactive(move || drawn().into_iter().enumerate().map(|(place, row)| row_view(state, row, place >= FIRST_ROWS)).collect_view())}
        </ol>
        <If condition=move || { count() > FIRST_ROWS }>
            <button type="button" class="more" aria-expanded=expanded on:click=move |_| all.update(|all| *all = !*all)>
                {reactive(move || if all.get() { page::SHOW_FEWER.to_owned() } else { page::show_all(count()) })}
            </button>
        </If>
    }
}

/// A row; its head leads to its places. Rows with `later` are hidden until the reader asks for all.
fn row_view(state: State, row: LedgerRow, later: bool) -> impl IntoView {
    let LedgerRow { head, kind, facts, places } = row;
    let open = kind.is_some_and(|kind| kind.category() == Category::Pending);
    let times = if open { page::in_places(places.len()) } else { page::times(places.len()) };
    let times = (places.len() > 1).then(|| view! { <span class="times">{times}</span> });
    let kind = kind.map(|kind| view! { <span class="kind">{kind.title()}</span> });
    let facts = (!facts.is_empty()).then(|| view! { <dl>{facts.iter().map(page::ledger_fact).map(fact).collect_view()}</dl> });
    let label = page::in_quotes(&head);
    let current = {
        let (label, places) = (label.clone(), places.clone());
        Signal::derive(move || {
            let is_this = |navigation: &Navigation| navigation.is_through(&label, &places);
            state.navigation.with(|navigation| navigation.as_ref().is_some_and(is_this)).then_some("true")
        })
    };
    let go = move |_| actions::navigate(state, label.clone(), places.clone());
    view! {
        <li class:later=later>
            <button type="button" class="go" aria-current=current on:click=go>{head}</button>
            <p>{kind}{times}</p>
            {facts}
        </li>
    }
}
