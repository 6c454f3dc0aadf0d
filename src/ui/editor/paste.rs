//! Pasting, into the text box and elsewhere.

use crate::ui::actions::{pasted_text, start_reading};
use crate::ui::state::{Mode, State};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, Element, EventTarget, HtmlDocument, HtmlTextAreaElement, InputEvent};

/// True if a paste replaces the whole text: the box is empty or everything is selected.
pub fn replaces_everything(area: &HtmlTextAreaElement) -> bool {
    let length = area.value().encode_utf16().count();
    let start = area.selection_start().ok().flatten().unwrap_or(0) as usize;
    let end = area.selection_end().ok().flatten().unwrap_or(0) as usize;
    area.value().trim().is_empty() || (start == 0 && end == length)
}

/// Inserts formatted text, as from a browser or a word processor, as plain text. The browser can undo it.
pub fn insert_rich(area: &HtmlTextAreaElement, event: &ClipboardEvent) {
    let Some(data) = event.clipboard_data() else { return };
    let Some(text) = pasted_text(&data) else { return };
    event.prevent_default();
    let _ = area.focus();
    let inserted = document().unchecked_into::<HtmlDocument>().exec_command_with_show_ui_and_value("insertText", false, &text);
    if !inserted.unwrap_or(false) {
        let _ = area.set_range_text(&text);
        let _ = InputEvent::new("input").and_then(|input| area.dispatch_event(&input));
    }
}

/// Handles a paste outside of any field: the pasted text replaces the article, which can be brought back.
pub fn paste_while_reading(state: State, event: &ClipboardEvent) {
    let field = |target: EventTarget| target.dyn_into::<Element>().ok()?.closest("input, textarea, dialog").ok().flatten();
    if state.mode.get_untracked() != Mode::Read || event.target().and_then(field).is_some() {
        return;
    }
    let Some(data) = event.clipboard_data() else { return };
    let text = pasted_text(&data).unwrap_or_else(|| data.get_data("text/plain").unwrap_or_default());
    if !text.trim().is_empty() {
        event.prevent_default();
        state.replace_text(&text);
        start_reading(state);
    }
}
