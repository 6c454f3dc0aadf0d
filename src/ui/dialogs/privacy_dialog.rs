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

/// What the dialog says, and what it could bring back.
#[derive(Clone, Copy)]
struct Told {
    state: State,
    /// What became of the stored values.
    stored: RwSignal<&'static str>,
    /// What private mode does.
    private: RwSignal<&'static str>,
    works_offline: RwSignal<String>,
    erased_values: RwSignal<storage::Values>,
}

impl Told {
    fn erase(self) {
        self.erased_values.set(storage::everything());
        let erased = storage::erase().is_ok();
        actions::forget(self.state);
        send_page_event("forget");
        self.works_offline.set(OFFLINE_ERASED.to_owned());
        self.private.set("");
        self.stored.set(if erased { page::ERASED } else { page::NOT_ERASED });
    }

    fn put_back(self) {
        if self.state.settings.private.get_untracked() {
            self.state.set_private(false);
        }
        let kept = storage::put_back(&self.erased_values.get_untracked()).is_ok();
        self.erased_values.set(storage::Values::default());
        actions::remember(self.state);
        self.private.set("");
        self.stored.set(if kept { page::IS_BACK } else { page::NOT_KEPT });
    }

    fn switch_private_mode(self, on: bool) {
        if on {
            self.erased_values.set(storage::everything());
        }
        self.state.set_private(on);
        self.stored.set("");
        self.private.set(if on { page::PRIVATE_NOW } else { page::KEPT_AGAIN });
    }
}

/// The facts when the dialog opens, a button that erases everything stored, and the switch for private mode.
#[component]
pub fn PrivacyDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let (stored, private) = (RwSignal::new(""), RwSignal::new(""));
    let (works_offline, erased_values) = (RwSignal::new(noted("data-offline")), RwSignal::new(storage::Values::default()));
    let told = Told { state, stored, private, works_offline, erased_values };
    let items = move || {
        // Every change is told.
        stored.track();
        private.track();
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
        {reactive(items)}
        <If condition=move || works_offline.with(|works| works == "yes" || works == "now")>{lead(page::KEPT_OFFLINE)}</If>
        <p class="row">
            <Button id="erase" text=page::ERASE press=move || told.erase()/>
            <If condition=move || erased_values.with(|values| values.iter().any(|values| !values.is_empty()))>
                <Button id="put-back" text=page::PUT_BACK press=move || told.put_back()/>
            </If>
        </p>
        <p class="lead" role="status">{stored}</p>
        <p class="private">
            <Toggle id="private" label=page::KEEP_NOTHING on=state.settings.private flip=Callback::new(move |on| told.switch_private_mode(on))/>
        </p>
        {lead(page::PRIVATE_HOW)}
        <p role="status">{private}</p>
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
