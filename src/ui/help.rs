//! The sheet with the shortcuts.

use super::filters::Toggle;
use super::state::State;
use crate::wording::page;
use leptos::prelude::*;

/// The keys, and the switch that turns single letters off.
pub fn content(state: State) -> impl IntoView {
    let row = |(keys, words): &(&'static str, &'static str)| {
        let keys = keys.split(' ').map(|key| view! { <kbd>{key}</kbd> }).collect_view();
        view! { <tr><th scope="row">{keys}</th><td>{*words}</td></tr> }
    };
    view! {
        <table>
            <thead class="heard"><tr><th scope="col">{page::KEY}</th><th scope="col">{page::DEED}</th></tr></thead>
            <tbody>{page::SHORTCUTS.iter().map(row).collect_view()}</tbody>
        </table>
        <p><Toggle id="shortcuts" label=page::SHORTCUTS_ON on=state.shortcuts flip=Callback::new(move |on| state.set_shortcuts(on))/></p>
    }
}
