//! The keyboard shortcuts.

use crate::ui::controls::Toggle;
use crate::ui::state::State;
use crate::wording::page;
use leptos::prelude::*;

/// The shortcuts, and the switches that turn single letters off and the descriptions of marks.
#[component]
pub fn ShortcutsDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let row = |(keys, action): &(&'static str, &'static str)| {
        let keys = keys.split(' ').map(|key| view! { <kbd>{key}</kbd> }).collect_view();
        view! { <tr><th scope="row">{keys}</th><td>{*action}</td></tr> }
    };
    view! {
        <table>
            <thead class="heard"><tr><th scope="col">{page::KEY}</th><th scope="col">{page::DEED}</th></tr></thead>
            <tbody>{page::SHORTCUTS.iter().map(row).collect_view()}</tbody>
        </table>
        <p><Toggle id="shortcuts" label=page::SHORTCUTS_ON on=state.settings.shortcuts flip=Callback::new(move |on| state.set_shortcuts(on))/></p>
        <p><Toggle id="names-only" label=page::NAMES_ONLY on=state.settings.names_only flip=Callback::new(move |on| state.set_names_only(on))/></p>
    }
}
