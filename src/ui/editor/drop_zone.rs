//! Opening files by button, and dropping files or text on the page.

use crate::import::{accept_attribute, without_references};
use crate::ui::actions::{choose_files, open_extract, open_files, open_text, pasted_text};
use crate::ui::controls::Button;
use crate::ui::state::State;
use crate::wording::page;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{DataTransfer, DragEvent, Element};

/// The button that opens files.
#[component]
pub fn OpenFilesButton() -> impl IntoView {
    let state = expect_context::<State>();
    let field = NodeRef::<Input>::new();
    let chosen = move |_| {
        if let Some(field) = field.get_untracked() {
            if let Some(files) = field.files() {
                open_files(state, &files);
            }
            // So that the same file can be chosen again.
            field.set_value("");
        }
    };
    view! {
        <p class="opening">
            <Button id="open-files" text=page::OPEN_FILES press=|| choose_files()/>
            <input
                type="file" id="files" node_ref=field multiple hidden
                accept=accept_attribute(&["json", "toml"]) on:change=chosen
            />
            <small>{page::OPEN_HINT}</small>
        </p>
    }
}

/// Accepts files and text that are dropped anywhere on the page.
#[component]
pub fn DropZone() -> impl IntoView {
    let state = expect_context::<State>();
    let over = RwSignal::new(false);
    // True while something is dragged that comes from the page itself.
    let internal = StoredValue::new(false);
    let accepts = move |event: &DragEvent| !internal.get_value() && brings_content(event);
    let listeners = [
        window_event_listener(ev::dragstart, move |_| internal.set_value(true)),
        window_event_listener(ev::dragend, move |_| internal.set_value(false)),
        window_event_listener(ev::dragover, move |event| {
            if accepts(&event) {
                event.prevent_default();
                over.set(true);
            }
        }),
        window_event_listener(ev::dragleave, move |event| {
            if event.related_target().is_none() {
                over.set(false);
            }
        }),
        window_event_listener(ev::drop, move |event| {
            over.set(false);
            if let Some(data) = event.data_transfer().filter(|_| accepts(&event)) {
                event.prevent_default();
                take_dropped(state, &data);
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    view! { <div class="drop" class:open=over aria-hidden="true"><p>{page::DROP_HERE}</p></div> }
}

/// True if files are dragged, or text that is not moved within a field.
fn brings_content(event: &DragEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let in_field = target.is_some_and(|target| !matches!(target.closest("textarea, input, dialog"), Ok(None)));
    let types = event.data_transfer().map(|data| data.types()).unwrap_or_default();
    let has = |kind: &str| types.includes(&kind.into(), 0);
    has("Files") || (!in_field && (has("text/html") || has("text/plain")))
}

fn take_dropped(state: State, data: &DataTransfer) {
    if let Some(files) = data.files().filter(|files| files.length() > 0) {
        return open_files(state, &files);
    }
    match pasted_text(data) {
        Some(extract) => open_extract(state, extract),
        None => open_text(state, &without_references(&data.get_data("text/plain").unwrap_or_default())),
    }
}
