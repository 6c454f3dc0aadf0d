//! Shortcuts: single letters, which the reader may switch off, and Escape.

use super::header::leave_mode;
use super::sheet::Sheet;
use super::state::{Mode, State};
use super::{card, editor, stepping, tour};
use crate::lexicon::Category;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

/// Listens as long as the page lives.
pub fn listen(state: State) {
    let listener = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
            return;
        }
        let done = if event.key() == "Escape" {
            escape(state)
        } else {
            !typing(&event) && state.shortcuts.get_untracked() && letter(state, &event)
        };
        if done {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether the key goes into a field, or a dialog is open.
fn typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| !matches!(target.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog"), Ok(None)))
}

/// Closes what lies on top. Open dialogs and menus close by themselves.
fn escape(state: State) -> bool {
    if document().query_selector("dialog[open], :popover-open").ok().flatten().is_some() {
        return false;
    }
    match state.mode.get_untracked() {
        _ if state.opened.with_untracked(Option::is_some) => card::close(state),
        _ if state.tour.with_untracked(Option::is_some) => tour::leave(state),
        Mode::Write if !state.text.with_untracked(|text| text.trim().is_empty()) => editor::switch(state),
        Mode::Practise | Mode::Compare => leave_mode(state),
        _ => return false,
    }
    true
}

fn letter(state: State, event: &KeyboardEvent) -> bool {
    let forward = !event.shift_key();
    let key = event.key();
    if key == "?" {
        state.open_sheet(Sheet::Help);
        return true;
    }
    if state.mode.get_untracked() != Mode::Read && state.mode.get_untracked() != Mode::Write
        || state.text.with_untracked(|text| text.trim().is_empty())
    {
        return false;
    }
    match key.to_lowercase().as_str() {
        "n" => stepping::step(state, None, forward),
        "h" => stepping::step(state, Some(Category::Hedge), forward),
        "s" => stepping::step(state, Some(Category::Source), forward),
        "p" => stepping::step(state, Some(Category::Pending), forward),
        "1" => switch(state, Category::Hedge),
        "2" => switch(state, Category::Source),
        "3" => switch(state, Category::Pending),
        "l" => state.look_alikes.update(|on| *on = !*on),
        "e" => editor::switch(state),
        "f" => tour::open_search(state),
        _ => return false,
    }
    true
}

fn switch(state: State, category: Category) {
    state.set_filter(state.filter.get_untracked().toggled_category(category));
}
