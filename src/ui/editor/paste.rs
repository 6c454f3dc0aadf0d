//! Pasting, into the text box and elsewhere.

use crate::import::{Extract, without_references};
use crate::ui::actions::{pasted_text, start_reading};
use crate::ui::state::{Mode, State};
use leptos::prelude::*;
use std::borrow::Cow;
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, Element, EventTarget, HtmlDocument, HtmlTextAreaElement, InputEvent};

/// True if a paste replaces the whole text: the box is empty or everything is selected.
pub fn replaces_everything(area: &HtmlTextAreaElement) -> bool {
    let length = area.value().encode_utf16().count();
    let start = area.selection_start().ok().flatten().unwrap_or(0) as usize;
    let end = area.selection_end().ok().flatten().unwrap_or(0) as usize;
    area.value().trim().is_empty() || (start == 0 && end == length)
}

/// Inserts formatted text, as from a browser or a word processor, as plain text, and text from the source of a page with the characters that its
/// references stand for. The browser can undo it. Returns what was taken from a page.
pub fn insert_as_plain_text(area: &HtmlTextAreaElement, event: &ClipboardEvent) -> Option<Extract> {
    let data = event.clipboard_data()?;
    let extract = pasted_text(&data);
    let plain = data.get_data("text/plain").unwrap_or_default();
    match (&extract, without_references(&plain)) {
        (Some(extract), _) => insert(area, event, &extract.text),
        (None, Cow::Owned(plain)) => insert(area, event, &plain),
        (None, Cow::Borrowed(_)) => {}
    }
    extract
}

fn insert(area: &HtmlTextAreaElement, event: &ClipboardEvent, text: &str) {
    event.prevent_default();
    let _ = area.focus();
    let inserted = document().unchecked_into::<HtmlDocument>().exec_command_with_show_ui_and_value("insertText", false, text);
    if !inserted.unwrap_or(false) {
        let _ = area.set_range_text(text);
        let _ = InputEvent::new("input").and_then(|input| area.dispatch_event(&input));
    }
}

/// Handles a paste outside of any field: the pasted text replaces the article, which can be brought back.
pub fn paste_while_reading(state: State, event: &ClipboardEvent) {
    let field = |target: EventTarget| target.dyn_into::<Element>().ok()?.closest("input, textarea, dialog").ok().flatten();
    if state.place.mode.get_untracked() != Mode::Read || event.target().and_then(field).is_some() {
        return;
    }
    let Some(data) = event.clipboard_data() else { return };
    let pasted = pasted_text(&data);
    let plain = || without_references(&data.get_data("text/plain").unwrap_or_default()).into_owned();
    let text = pasted.as_ref().map_or_else(plain, |extract| extract.text.clone());
    if !text.trim().is_empty() {
        event.prevent_default();
        state.replace_text(&text);
        state.set_extract(pasted);
        start_reading(state);
    }
}
