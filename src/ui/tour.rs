//! Going through places of the article one by one: what a number counts, where a source speaks, what a search found.

use super::place::{UPPER_THIRD, go, range_of};
use super::state::State;
use crate::browser::highlight::{Light, light};
use crate::engine::Span;
use crate::reading::search;
use crate::wording::page;
use leptos::html::Input;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;

/// Places of the text under one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tour {
    /// What the places have in common.
    pub label: String,
    /// Where they are, in order.
    pub places: Arc<[Span]>,
    /// The one where the reader is.
    pub at: usize,
    /// Whether the reader searches: then the label is what they typed.
    pub search: bool,
}

/// More places than this are not all lit up at once.
const MOST_LIT: usize = 3_000;

impl State {
    /// Lights up places and goes to the first; asked again for the same, to the next.
    pub fn start_tour(self, label: String, places: Vec<Span>) {
        if places.is_empty() {
            return;
        }
        let same = self.tour.with_untracked(|tour| tour.as_ref().is_some_and(|tour| tour.label == label && *tour.places == *places));
        if same {
            return self.step_tour(true);
        }
        self.opened.set(None);
        self.tour.set(Some(Tour { label, places: places.into(), at: 0, search: false }));
        self.show_place();
    }

    /// Goes on to the next place or back to the one before, round the ends.
    pub fn step_tour(self, forward: bool) {
        self.opened.set(None);
        self.tour.update(|tour| {
            if let Some(tour) = tour
                && !tour.places.is_empty()
            {
                let count = tour.places.len();
                tour.at = (tour.at + if forward { 1 } else { count - 1 }) % count;
            }
        });
        self.show_place();
    }

    /// Opens the search, or lays a new word into it.
    pub fn search_for(self, wanted: &str) {
        let places: Vec<Span> = self.shown.with_untracked(|shown| {
            let found = search(shown.text(), shown.report(), wanted);
            found.into_iter().map(|number| shown.report().findings[number].span).collect()
        });
        self.opened.set(None);
        self.tour.set(Some(Tour { label: wanted.to_owned(), places: places.into(), at: 0, search: true }));
        self.show_place();
    }

    fn show_place(self) {
        if let Some(place) = self.tour.with_untracked(|tour| tour.as_ref().and_then(|tour| tour.places.get(tour.at).copied())) {
            go(self, place, UPPER_THIRD);
        }
    }
}

/// Opens the search; an open one gets the keyboard.
pub fn open_search(state: State) {
    if state.tour.with_untracked(|tour| tour.as_ref().is_some_and(|tour| tour.search)) {
        if let Some(field) =
            document().query_selector(".finder input").ok().flatten().and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok())
        {
            let _ = field.focus();
            field.select();
        }
    } else {
        state.search_for("");
    }
}

/// The bar that says where the reader is, and goes on.
#[component]
pub fn Finder() -> impl IntoView {
    let state = expect_context::<State>();
    let places = Memo::new(move |_| state.tour.with(|tour| tour.as_ref().map(|tour| tour.places.clone())));
    let here = Memo::new(move |_| state.tour.with(|tour| tour.as_ref().and_then(|tour| tour.places.get(tour.at).copied())));
    Effect::new(move |_| {
        let lit = places.get().map(|places| places[..places.len().min(MOST_LIT)].to_vec()).unwrap_or_default();
        light_up(state, Light::Tour, lit);
    });
    Effect::new(move |_| light_up(state, Light::Here, here.get().into_iter().collect()));
    let open = Memo::new(move |_| state.tour.with(Option::is_some));
    let searching = Memo::new(move |_| state.tour.with(|tour| tour.as_ref().is_some_and(|tour| tour.search)));
    let label = move || state.tour.with(|tour| tour.as_ref().filter(|tour| !tour.search).map(|tour| tour.label.clone()));
    let count = move || {
        state.tour.with(|tour| match tour {
            Some(tour) if tour.search && tour.label.trim().is_empty() => String::new(),
            Some(tour) if tour.places.is_empty() => page::NOTHING_FOUND.to_owned(),
            Some(tour) => page::place_of(tour.at + 1, tour.places.len()),
            None => String::new(),
        })
    };
    view! {
        <section class="finder" class:open=move || open.get() aria-label=page::FINDER>
            <Show when=move || searching.get()><SearchBox/></Show>
            <p role="status"><b>{label}</b>" "<span>{count}</span></p>
            <Show when=move || open.get()>
                <button type="button" aria-label=page::PREVIOUS_PLACE on:click=move |_| state.step_tour(false)>"‹"</button>
                <button type="button" aria-label=page::NEXT_PLACE on:click=move |_| state.step_tour(true)>"›"</button>
                <button type="button" aria-label=page::CLOSE on:click=move |_| leave(state)>"×"</button>
            </Show>
        </section>
    }
}

/// Ends the tour; the keyboard goes back to the article.
pub fn leave(state: State) {
    state.tour.set(None);
    super::article::focus_article();
}

#[component]
fn SearchBox() -> impl IntoView {
    let state = expect_context::<State>();
    let field = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let keys = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            state.step_tour(!event.shift_key());
        }
    };
    view! {
        <input
            type="search" node_ref=field aria-label=page::SEARCH placeholder=page::SEARCH_HINT autocomplete="off" spellcheck="false"
            on:input=move |event| state.search_for(&event_target_value(&event)) on:keydown=keys
        />
    }
}

/// Lights places up, after the article is drawn; to be called where it is done again when the drawing changes.
fn light_up(state: State, name: Light, places: Vec<Span>) {
    state.drawn.track();
    state.shown.track();
    state.look_alikes.track();
    request_animation_frame(move || {
        let ranges =
            state.analysis.with_untracked(|analysis| places.iter().filter_map(|span| range_of(analysis, *span)).collect::<Vec<_>>());
        // Without highlights the reader is still taken to the place.
        let _ = light(name, ranges);
    });
}
