//! The ledgers: who speaks in the article, and what is undecided.

use super::links::count_link;
use crate::engine::Span;
use crate::lexicon::Category;
use crate::reading::{Filter, LedgerRow, first_rows, row_places, rows_to_draw};
use crate::ui::actions;
use crate::ui::controls::{Button, If, fact, reactive};
use crate::ui::row_link::RowLink;
use crate::ui::state::{INSTANT, Ledger, State};
use crate::wording::{grouped, page};
use leptos::prelude::*;

/// Both ledgers, one of them open. They follow the text and the filter.
#[component]
pub fn Ledgers() -> impl IntoView {
    view! {
        <div class="tabs" role="tablist" aria-label=page::SIDE>{Ledger::ALL.map(|ledger| view! { <Tab ledger/> }).collect_view()}</div>
        <Panel ledger=Ledger::Sources><Sources/></Panel>
        <Panel ledger=Ledger::Decisions><Decisions/></Panel>
    }
}

/// A tab with the number of its rows. Arrow keys go to the other one.
#[component]
fn Tab(ledger: Ledger) -> impl IntoView {
    let state = expect_context::<State>();
    let selected = move || state.place.ledger.get() == ledger;
    let key_down = move |event: web_sys::KeyboardEvent| {
        if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
            event.prevent_default();
            actions::open_ledger(state, ledger.other());
        }
    };
    view! {
        <button
            type="button" role="tab" id=format!("{}-tab", ledger.name()) aria-controls=format!("{}-panel", ledger.name())
            aria-selected=Signal::derive(move || selected().to_string())
            tabindex=Signal::derive(move || if selected() { 0 } else { -1 })
            on:click=move |_| actions::open_ledger(state, ledger) on:keydown=key_down
        >
            {page::ledger_tab(ledger)}" "<b>{reactive(move || grouped(row_count(state, ledger)))}</b>
        </button>
    }
}

/// The rows of a ledger. Print shows both ledgers, each under a heading.
#[component]
fn Panel(ledger: Ledger, children: Children) -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <section
            class=format!("ledger {}", ledger.name()) class:put-away=Signal::derive(move || state.place.ledger.get() != ledger)
            role="tabpanel" id=format!("{}-panel", ledger.name()) aria-labelledby=format!("{}-tab", ledger.name())
        >
            <h2>{page::ledger_title(ledger)}</h2>
            <If condition=move || state.place.came_from.with(Option::is_some)>
                <p class="from-ledger"><Button text=page::BACK_TO_PLACE press=move || actions::leave_ledger(state)/></p>
            </If>
            {children()}
        </section>
    }
}

#[component]
fn Sources() -> impl IntoView {
    let state = expect_context::<State>();
    let unnamed = Memo::new(move |_| state.article.source_rows.with(|rows| rows.unnamed.clone()));
    let named = Memo::new(move |_| state.article.source_rows.with(|rows| rows.named.clone()));
    let hidden = Memo::new(move |_| state.article.source_rows.with(|rows| rows.filtered));
    let none = Memo::new(move |_| state.article.source_rows.with(|rows| rows.unnamed.is_empty() && rows.named.is_empty()));
    view! {
        <p class="lead"><Share/>" "<Hidden hidden none/></p>
        <LedgerRows rows=unnamed label=page::UNNAMED_ROWS/>
        <If condition=move || named.with(|named| !named.is_empty())>
            <h3>{page::BY_NAME}</h3>
            <LedgerRows rows=named label=page::NAMED_ROWS/>
        </If>
    }
}

#[component]
fn Decisions() -> impl IntoView {
    let state = expect_context::<State>();
    // A row has all the wordings of its matter.
    let wordings = move || state.article.decision_rows.with(|rows| rows.iter().map(|row| row.places.len()).sum::<usize>());
    let hidden = Memo::new(move |_| state.article.overview.with(|all| all.report().count(Category::Pending)) > wordings());
    let none = Memo::new(move |_| state.article.decision_rows.with(Vec::is_empty));
    view! {
        <If condition=move || none.get() && !hidden.get()><p class="lead">{page::NOTHING_PENDING}</p></If>
        <If condition=hidden><p class="lead"><Hidden hidden none/></p></If>
        <LedgerRows rows=state.article.decision_rows label=page::OPEN_ROWS/>
    }
}

/// Says that marks of a ledger are hidden, and leads to all of them or to the list of what is ignored.
#[component]
fn Hidden(hidden: Memo<bool>, none: Memo<bool>) -> impl IntoView {
    let state = expect_context::<State>();
    let filtered = Memo::new(move |_| state.article.filter.get() != Filter::default());
    view! {
        <If condition=hidden>
            {reactive(move || if none.get() { page::NONE_SHOWN } else { page::SOME_FILTERED })} " "
            <If condition=filtered>
                <Button class="inline" text=page::SHOW_ALL_MARKS press=move || actions::set_filter(state, Filter::default())/>
            </If>
            <If condition=move || !filtered.get()>
                <Button class="inline" text=page::SHOW_IGNORED press=|| actions::open_ignored()/>
            </If>
        </If>
    }
}

/// Buttons that lead to the ledgers where they are not beside the article.
#[component]
pub fn ToLedgers() -> impl IntoView {
    let state = expect_context::<State>();
    let button = move |ledger| {
        let text = move || page::ledger_with_count(ledger, row_count(state, ledger));
        view! { <Button text press=move || actions::open_ledger(state, ledger)/> }
    };
    view! { <p class="to-ledgers">{Ledger::ALL.map(button).collect_view()}</p> }
}

fn row_count(state: State, ledger: Ledger) -> usize {
    match ledger {
        Ledger::Sources => state.article.source_rows.with(|rows| rows.unnamed.len() + rows.named.len()),
        Ledger::Decisions => state.article.decision_rows.with(Vec::len),
    }
}

/// The share of unnamed sources in one line.
#[component]
fn Share() -> impl IntoView {
    let state = expect_context::<State>();
    reactive(move || {
        let (unnamed, named, filtered) =
            state.article.source_rows.with(|rows| (row_places(&rows.unnamed), row_places(&rows.named), rows.filtered));
        let parts = page::share(unnamed.len(), named.len(), filtered);
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
        let short = state.article.overview.with(|overview| overview.text().len() <= INSTANT);
        let most = rows_to_draw(all.get(), !short, state.article.printed.get());
        rows.with(|rows| rows.iter().take(most).cloned().collect::<Vec<_>>())
    };
    let count = move || rows.with(Vec::len);
    let expanded = Signal::derive(move || all.get().to_string());
    view! {
        <ol aria-label=label class:all=all>
            {reactive(move || drawn().into_iter().enumerate().map(|(place, row)| row_view(row, place >= first_rows(count()))).collect_view())}
        </ol>
        <If condition=move || { count() > first_rows(count()) }>
            <button type="button" class="more" aria-expanded=expanded on:click=move |_| all.update(|all| *all = !*all)>
                {reactive(move || if all.get() { page::SHOW_FEWER.to_owned() } else { page::show_all(count()) })}
            </button>
        </If>
    }
}

/// A row; its head leads to its places. Rows with `later` are hidden until the reader asks for all.
fn row_view(row: LedgerRow, later: bool) -> impl IntoView {
    let LedgerRow { head, kind, facts, wording, further, places } = row;
    let open = kind.is_some_and(|kind| kind.category() == Category::Pending);
    let times = if open { page::in_places(places.len()) } else { page::times(places.len()) };
    let times = (places.len() > 1).then(|| view! { <span class="times">{times}</span> });
    let kind = kind.map(|kind| view! { <span class="kind">{kind.title()}</span> });
    let facts = (!facts.is_empty()).then(|| view! { <dl>{facts.iter().map(page::ledger_fact).map(fact).collect_view()}</dl> });
    let further = (!further.is_empty()).then(|| {
        let statements = further.iter().map(|said| view! { <li>{said.clone()}</li> }).collect_view();
        view! { <details><summary>{page::further_statements(further.len())}</summary><ul>{statements}</ul></details> }
    });
    let label = page::in_quotes(&head);
    view! {
        <li class:later=later>
            <RowLink head label places wording/>
            <p>{kind}{times}</p>
            {facts}
            {further}
        </li>
    }
}
