//! The sheet with the shortcuts.

use super::erased::act;
use super::filters::Toggle;
use super::state::State;
use crate::wording::page;
use leptos::html::Dialog;
use leptos::prelude::*;

/// A dialog that opens with `?`.
#[component]
pub fn Help() -> impl IntoView {
    let state = expect_context::<State>();
    let sheet = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        if let (Some(sheet), true) = (sheet.get(), state.help.get())
            && !sheet.open()
        {
            let _ = sheet.show_modal();
        }
    });
    let close = move |_| {
        if let Some(sheet) = sheet.get_untracked() {
            sheet.close();
        }
    };
    let row = |(keys, words): &(&'static str, &'static str)| {
        let keys = keys.split(' ').map(|key| view! { <kbd>{key}</kbd> }).collect_view();
        view! { <tr><th scope="row">{keys}</th><td>{*words}</td></tr> }
    };
    view! {
        <dialog class="sheet" id="help-sheet" node_ref=sheet aria-labelledby="help-title" on:close=act(move |_| state.help.set(false))>
            <h2 id="help-title">{page::HELP}</h2>
            <table>
                <thead class="heard"><tr><th scope="col">{page::KEY}</th><th scope="col">{page::DEED}</th></tr></thead>
                <tbody>{page::SHORTCUTS.iter().map(row).collect_view()}</tbody>
            </table>
            <p><Toggle id="shortcuts" label=page::SHORTCUTS_ON on=state.shortcuts.into() flip=Callback::new(move |on| state.set_shortcuts(on))/></p>
            <p class="row"><button type="button" on:click=act(close)>{page::CLOSE}</button></p>
        </dialog>
    }
}
