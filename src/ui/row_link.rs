//! The head of a row in a list: a button that goes through the row's places in the article.

use super::actions;
use super::state::State;
use crate::engine::Span;
use crate::reading::Navigation;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, MouseEvent};

/// The button. While the reader goes through its places it is the current one, to which the bar of the navigation leads back.
#[component]
pub fn RowLink(
    head: String,
    /// The name of the navigation.
    label: String,
    places: Vec<Span>,
    /// The words of the head that stand out; empty for none.
    #[prop(optional)]
    wording: String,
) -> impl IntoView {
    let state = expect_context::<State>();
    let current = {
        let (label, places) = (label.clone(), places.clone());
        Signal::derive(move || {
            let is_this = |navigation: &Navigation| navigation.is_through(&label, &places);
            state.place.navigation.with(|navigation| navigation.as_ref().is_some_and(is_this)).then_some("true")
        })
    };
    let go = move |event: MouseEvent| {
        let row = event.current_target().and_then(|row| row.dyn_into::<Element>().ok());
        if let Some(row) = row {
            actions::follow_row(state, &row, label.clone(), places.clone());
        }
    };
    view! { <button type="button" class="go" aria-current=current on:click=go>{with_wording(head, wording)}</button> }
}

/// The head; its wording stands out.
fn with_wording(head: String, wording: String) -> AnyView {
    let parts = head.match_indices(&wording).map(|(at, _)| (head[..at].to_owned(), head[at + wording.len()..].to_owned())).find(
        |(before, behind)| !wording.is_empty() && !before.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric),
    );
    match parts {
        Some((before, behind)) => view! { {before}<b>{wording}</b>{behind} }.into_any(),
        None => head.into_any(),
    }
}
