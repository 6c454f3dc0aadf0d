//! Several articles at once: a list to switch between, and a table that compares them.

use super::sheet::Sheet;
use super::state::State;
use crate::engine::{Report, SourceLedger, analyze_with, sources};
use crate::lexicon::Category;
use crate::wording::page;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// An article of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volume {
    /// The name of its file.
    pub name: String,
    /// Its text, as the reader left it.
    pub text: Arc<str>,
}

/// Adds articles to the list and puts the first of them on the page.
pub fn fill(state: State, volumes: Vec<Volume>) {
    let first = volumes[0].text.clone();
    state.replace_text(&first);
    let place = state.shelf.with_untracked(Vec::len);
    state.shelf.update(|shelf| shelf.extend(volumes));
    state.volume.set(Some(place));
}

/// Puts another article of the list on the page; the present one keeps its changes.
fn turn_to(state: State, number: usize) {
    state.keep_volume();
    let Some(text) = state.shelf.with_untracked(|shelf| shelf.get(number).map(|volume| volume.text.clone())) else { return };
    let in_list = state.volume.get_untracked().is_some();
    let aside = state.put_aside.get_untracked();
    state.replace_text(&text);
    if in_list {
        // What was on the page is in the list: nothing is set aside.
        state.put_aside.set(aside);
    }
    state.volume.set(Some(number));
    super::editor::start_reading(state);
}

/// The list.
#[component]
pub fn Shelf() -> impl IntoView {
    let state = expect_context::<State>();
    let row = move |(number, volume): (usize, Volume)| {
        let current = move || (state.volume.get() == Some(number)).then_some("true");
        view! { <li><button type="button" aria-current=current on:click=move |_| turn_to(state, number)>{volume.name}</button></li> }
    };
    let closed = RwSignal::new(Vec::new());
    let close = move |_| {
        state.keep_volume();
        closed.set(state.shelf.get_untracked());
        state.shelf.set(Vec::new());
        state.volume.set(None);
        super::article::focus_article();
    };
    let bring_back = move |_| {
        state.shelf.set(closed.get_untracked());
        super::article::focus_article();
    };
    view! {
        {move || (state.shelf.with(Vec::is_empty) && !closed.with(Vec::is_empty)).then(|| view! {
            <p class="put-aside">{page::LIST_CLOSED} " " <button type="button" id="list-back" on:click=bring_back>{page::LIST_BACK}</button></p>
        })}
        {move || (state.shelf.with(Vec::len) > 1).then(|| view! {
            <nav class="shelf" aria-label=page::ARTICLES>
                <ul>{state.shelf.get_untracked().into_iter().enumerate().map(row).collect_view()}</ul>
                <p class="row">
                    <button type="button" id="compare-articles" on:click=move |_| state.open_sheet(Sheet::Table)>{page::COMPARE_ARTICLES}</button>
                    <button type="button" on:click=close>{page::CLOSE_LIST}</button>
                </p>
            </nav>
        })}
    }
}

/// A row of the table.
#[derive(Clone)]
struct Figures {
    words: usize,
    hedged: (usize, usize),
    unnamed: (usize, usize),
    open: usize,
    marks: usize,
}

impl Figures {
    fn of(text: &str, report: &Report) -> Self {
        let ledger = sources(text, report);
        let unnamed = SourceLedger::statements(&ledger.unnamed);
        Self {
            words: text.split_whitespace().count(),
            hedged: (report.sentences_with(Category::Hedge), report.sentences.len()),
            unnamed: (unnamed, unnamed + SourceLedger::statements(&ledger.named)),
            open: report.count(Category::Pending),
            marks: report.findings.len(),
        }
    }

    /// With one decimal.
    fn density(&self) -> String {
        let tenths = (self.marks * 1000 + self.words / 2) / self.words.max(1);
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

/// The articles side by side; the rows come one by one, so that the page answers meanwhile.
pub fn table(state: State) -> impl IntoView {
    state.keep_volume();
    let volumes = state.shelf.get_untracked();
    let figures = RwSignal::new(vec![None::<Figures>; volumes.len()]);
    let texts: Vec<Arc<str>> = volumes.iter().map(|volume| volume.text.clone()).collect();
    spawn_local(async move {
        let own = state.own.get_untracked();
        for (number, text) in texts.iter().enumerate() {
            let row = Figures::of(text, &analyze_with(text, own.as_deref()));
            // The sheet may have been closed.
            if figures.try_get_untracked().is_none() {
                return;
            }
            figures.update(|figures| figures[number] = Some(row));
            pause().await;
        }
    });
    let row = move |(number, volume): (usize, Volume)| {
        let open = move |_| {
            state.sheet.set(None);
            // Once the sheet has given the keyboard back.
            request_animation_frame(move || turn_to(state, number));
        };
        let cells = move || {
            let figures = figures.with(|figures| figures[number].clone());
            figures.map(|row| {
                let (hedged, unnamed) = (page::share_of(row.hedged.0, row.hedged.1), page::share_of(row.unnamed.0, row.unnamed.1));
                let density = row.density();
                view! { <td>{row.words}</td><td>{hedged}</td><td>{unnamed}</td><td>{row.open}</td><td>{density}</td> }
            })
        };
        view! { <tr><th scope="row"><button type="button" class="go" on:click=open>{volume.name}</button></th>{cells}</tr> }
    };
    let heads = [page::TABLE_ARTICLE, page::TABLE_WORDS, page::TABLE_HEDGED, page::TABLE_UNNAMED, page::TABLE_OPEN, page::TABLE_DENSITY];
    view! {
        <p class="lead">{page::TABLE_HOW}</p>
        <div class="wide" tabindex="0" role="region" aria-label=page::ARTICLES>
            <table class="figures-table">
                <thead><tr>{heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                <tbody>{volumes.into_iter().enumerate().map(row).collect_view()}</tbody>
            </table>
        </div>
        <p class="lead">{page::LIST_FORGOTTEN}</p>
    }
}

/// Lets the browser do what waits.
async fn pause() {
    let wait = js_sys::Promise::new(&mut |done, _| drop(window().set_timeout_with_callback(&done)));
    let _ = wasm_bindgen_futures::JsFuture::from(wait).await;
}
