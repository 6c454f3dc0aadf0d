//! Numbers that lead to the places that they count.

use crate::engine::{Finding, Span};
use crate::reading::spans_where;
use crate::ui::actions;
use crate::ui::state::State;
use leptos::prelude::*;

/// A counting phrase as a link to the counted places.
pub fn count_link(state: State, class: &'static str, words: String, label: &'static str, places: Vec<Span>) -> AnyView {
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        actions::navigate(state, label.to_owned(), places.clone());
    };
    view! { <a href="#article" class=format!("counts {class}") on:click=go>{words}</a> }.into_any()
}

/// Goes through the findings that fit.
pub fn navigate_findings(state: State, label: &str, fits: impl Fn(&Finding) -> bool) {
    let places = state.article.shown.with_untracked(|shown| spans_where(shown.report(), fits));
    actions::navigate(state, label.to_owned(), places);
}
