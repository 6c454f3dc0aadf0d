//! The bar that shows and continues a navigation or search, and the highlights of its places.

use crate::browser::highlight::{Light, light};
use crate::browser::timers::run_before_next_frame;
use crate::engine::Span;
use crate::reading::{Navigation, Query};
use crate::ui::actions;
use crate::ui::controls::{Button, If, reactive};
use crate::ui::focus::position::range_of;
use crate::ui::state::State;
use crate::wording::page;
use leptos::html::Input;
use leptos::prelude::*;

/// At most this many places are highlighted at once.
const MOST_HIGHLIGHTED: usize = 3_000;

/// The bar, while a navigation is open.
#[component]
pub fn NavigationBar() -> impl IntoView {
    let state = expect_context::<State>();
    highlight_places(state);
    let open = Memo::new(move |_| state.place.navigation.with(Option::is_some));
    let searching =
        Memo::new(move |_| state.place.navigation.with(|navigation| navigation.as_ref().is_some_and(|navigation| navigation.search)));
    let alone =
        Signal::derive(move || state.place.navigation.with(|navigation| navigation.as_ref().is_none_or(|one| one.places.len() < 2)));
    let label =
        move || state.place.navigation.with(|navigation| navigation.as_ref().filter(|one| !one.search).map(|one| one.label.clone()));
    let count = move || state.place.navigation.with(|navigation| navigation.as_ref().map(count_text));
    view! {
        <div class="finder-track">
            <section class="finder" class:open=open aria-label=page::FINDER>
                <If condition=searching><SearchBox/></If>
                <p role="status"><b>{reactive(label)}</b>" "<span>{reactive(count)}</span></p>
                <If condition=open>
                    <If condition=move || state.place.ledger_row.with(Option::is_some)>
                        <Button class="to-list" text=page::BACK_TO_LIST press=move || actions::return_to_row(state)/>
                    </If>
                    <Button disabled=alone label=page::PREVIOUS_PLACE text="‹" press=move || actions::step_navigation(state, false)/>
                    <Button disabled=alone label=page::NEXT_PLACE text="›" press=move || actions::step_navigation(state, true)/>
                    <Button label=page::CLOSE text="×" press=move || actions::close_navigation(state)/>
                </If>
            </section>
        </div>
    }
}

/// The number of the current place and of all places, or what is wrong with the search.
fn count_text(navigation: &Navigation) -> String {
    if navigation.search && navigation.label.trim().is_empty() {
        String::new()
    } else if let (true, Err(error)) = (navigation.search, Query::parse(&navigation.label)) {
        page::query_error(&navigation.label, &error)
    } else if navigation.places.is_empty() {
        page::NOTHING_FOUND.to_owned()
    } else {
        page::place_of(navigation.current + 1, navigation.places.len()) + &page::by_kind(&navigation.kinds)
    }
}

#[component]
fn SearchBox() -> impl IntoView {
    let state = expect_context::<State>();
    let field = NodeRef::<Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let key_down = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            actions::step_navigation(state, !event.shift_key());
        }
    };
    view! {
        <input
            type="search" node_ref=field aria-label=page::SEARCH placeholder=page::SEARCH_HINT autocomplete="off" spellcheck="false"
            on:input=move |event| actions::search_for(state, &event_target_value(&event)) on:keydown=key_down
        />
    }
}

/// Highlights all places of the navigation, and in another way the current one or the words that are edited.
fn highlight_places(state: State) {
    let places = Memo::new(move |_| state.place.navigation.with(|navigation| navigation.as_ref().map(|one| one.places.clone())));
    let current = Memo::new(move |_| state.place.navigation.with(|navigation| navigation.as_ref().and_then(Navigation::current_place)));
    Effect::new(move || {
        let highlighted = places.get().map(|places| places[..places.len().min(MOST_HIGHLIGHTED)].to_vec()).unwrap_or_default();
        highlight(state, Light::Tour, highlighted);
    });
    Effect::new(move || highlight(state, Light::Here, current.get().or(state.place.edited.get()).into_iter().collect()));
}

/// Highlights spans of the text, after the article is drawn. An effect that calls this runs again when the article is redrawn.
fn highlight(state: State, name: Light, spans: Vec<Span>) {
    state.place.drawn_to.track();
    state.article.shown.track();
    state.settings.look_alikes.track();
    run_before_next_frame(move || {
        let ranges =
            state.article.analysis.with_untracked(|analysis| spans.iter().filter_map(|span| range_of(analysis, *span)).collect::<Vec<_>>());
        // A browser without highlights still scrolls to the place.
        let _ = light(name, ranges);
    });
}
