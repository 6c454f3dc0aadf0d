//! The sheet on privacy: what the page asked the network for, what is kept on this device, and how to have neither.

use super::filters::Toggle;
use super::state::State;
use crate::browser::storage::{self, Key};
use crate::wording::page;
use leptos::prelude::*;

/// What is known when the sheet opens, what is kept with a button that erases it, and the switch for keeping nothing.
pub fn content(state: State) -> impl IntoView {
    let changed = RwSignal::new(());
    let told = RwSignal::new("");
    let erase = move |_| {
        let erased = storage::erase().is_ok();
        ask("forget");
        told.set(if erased { page::ERASED } else { page::NOT_ERASED });
        changed.set(());
    };
    let switch = Callback::new(move |on| {
        state.set_private(on);
        told.set(if on { page::PRIVATE_NOW } else { page::KEPT_AGAIN });
        changed.set(());
    });
    view! {
        <table class="facts">
            <tbody>
                {fact("requests", page::REQUESTS, page::requests(&noted("data-requests")))}
                {fact("offline", page::OFFLINE, page::offline(&noted("data-offline")).to_owned())}
            </tbody>
        </table>
        <h3>{page::KEPT_HERE}</h3>
        {move || {
            changed.track();
            kept()
        }}
        <p class="lead">{page::KEPT_HOW}</p>
        <p class="row"><button type="button" id="erase" on:click=erase>{page::ERASE}</button></p>
        <p class="private"><Toggle id="private" label=page::KEEP_NOTHING on=state.private flip=switch/></p>
        <p class="lead">{page::PRIVATE_HOW}</p>
        <p role="status">{move || told.get()}</p>
    }
}

fn fact(id: &'static str, name: &'static str, value: String) -> impl IntoView {
    view! { <tr><th scope="row">{name}</th><td id=id>{value}</td></tr> }
}

/// What `boot.js` has noted on the root element.
fn noted(name: &str) -> String {
    document().document_element().and_then(|root| root.get_attribute(name)).unwrap_or_default()
}

/// Asks `boot.js` for something.
pub fn ask(event: &str) {
    let _ = web_sys::Event::new(event).and_then(|event| window().dispatch_event(&event));
}

/// What the storage holds.
fn kept() -> AnyView {
    let held = |(key, name): (Key, &'static str)| {
        let value = storage::load(key).ok().flatten()?;
        Some(view! { <tr><th scope="row">{name}</th><td>{page::characters(value.chars().count())}</td></tr> })
    };
    let rows: Vec<_> = Key::ALL.into_iter().zip(page::KEPT).filter_map(held).collect();
    if rows.is_empty() {
        return view! { <p id="nothing-kept">{page::NOTHING_KEPT}</p> }.into_any();
    }
    view! { <table id="kept" class="facts"><tbody>{rows}</tbody></table> }.into_any()
}
