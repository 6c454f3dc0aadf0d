//! Privacy: what the page requested from the network, what is stored on this device, and how to have neither.

use crate::browser::past_storage::past_ids;
use crate::browser::storage::{self, Key};
use crate::ui::actions::{self, send_page_event};
use crate::ui::controls::{Button, If, Toggle, lead, reactive};
use crate::ui::state::State;
use crate::wording::page;
use leptos::prelude::*;

/// The state of what serves the page offline, after the reader has erased it.
const OFFLINE_ERASED: &str = "erased";

/// The facts when the dialog opens, a button that erases everything stored, and the switch for private mode.
#[component]
pub fn PrivacyDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let status = RwSignal::new("");
    let private_status = RwSignal::new("");
    let works_offline = RwSignal::new(noted("data-offline"));
    let erased_values = RwSignal::new(storage::Values::default());
    let erase = move || {
        erased_values.set(storage::everything());
        let erased = storage::erase().is_ok();
        actions::forget(state);
        send_page_event("forget");
        works_offline.set(OFFLINE_ERASED.to_owned());
        private_status.set("");
        status.set(if erased { page::ERASED } else { page::NOT_ERASED });
    };
    let put_back = move || {
        if state.private.get_untracked() {
            state.set_private(false);
        }
        let kept = storage::put_back(&erased_values.get_untracked()).is_ok();
        erased_values.set(storage::Values::default());
        actions::remember(state);
        private_status.set("");
        status.set(if kept { page::IS_BACK } else { page::NOT_KEPT });
    };
    let switch = Callback::new(move |on| {
        if on {
            erased_values.set(storage::everything());
        }
        state.set_private(on);
        status.set("");
        private_status.set(if on { page::PRIVATE_NOW } else { page::KEPT_AGAIN });
    });
    let stored = move || {
        // Every change sets a status.
        status.track();
        private_status.track();
        stored_items()
    };
    view! {
        <table class="facts">
            <tbody>
                {row("requests", page::REQUESTS, page::requests(&noted("data-requests")))}
                {row("offline", page::OFFLINE, move || works_offline.with(|works| page::offline(works)))}
            </tbody>
        </table>
        <h3>{page::KEPT_HERE}</h3>
        {reactive(stored)}
        <If condition=move || works_offline.with(|works| works == "yes" || works == "now")>{lead(page::KEPT_OFFLINE)}</If>
        <p class="row">
            <Button id="erase" text=page::ERASE press=erase/>
            <If condition=move || erased_values.with(|values| values.iter().any(|values| !values.is_empty()))><Button id="put-back" text=page::PUT_BACK press=put_back/></If>
        </p>
        <p class="lead" role="status">{status}</p>
        <p class="private"><Toggle id="private" label=page::KEEP_NOTHING on=state.private flip=switch/></p>
        {lead(page::PRIVATE_HOW)}
        <p role="status">{private_status}</p>
    }
}

fn row(id: &'static str, name: &'static str, value: impl IntoView + 'static) -> impl IntoView {
    view! { <tr><th scope="row">{name}</th><td id=id>{value}</td></tr> }
}

/// What `boot.js` has noted in an attribute of the root element.
fn noted(name: &str) -> String {
    document().document_element().and_then(|root| root.get_attribute(name)).unwrap_or_default()
}

/// What the storage holds.
fn stored_items() -> AnyView {
    let item = |(key, name): (Key, &'static str)| {
        let value = storage::load(key).ok().flatten()?;
        Some(view! { <tr><th scope="row">{name}</th><td>{page::kept_value(&value)}</td></tr> })
    };
    let rows: Vec<_> = Key::ALL.into_iter().zip(page::KEPT).filter_map(item).collect();
    let past = past_ids().map_or(0, |ids| ids.len());
    if rows.is_empty() && past == 0 {
        return view! { <p id="nothing-kept">{page::NOTHING_KEPT}</p> }.into_any();
    }
    let past = (past > 0).then(|| view! { <tr><th scope="row">{page::LIBRARY}</th><td>{page::library_kept(past)}</td></tr> });
    view! { <table id="kept" class="facts"><tbody>{rows}{past}</tbody></table>{lead(page::KEPT_HOW)} }.into_any()
}
