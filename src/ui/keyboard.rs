//! The keyboard shortcuts: Escape, and single letters, which the reader can turn off.

use super::actions;
use super::article::{close_explanation, step};
use super::focus::place::focus_here;
use super::state::{DialogKind, Mode, State};
use crate::lexicon::Category;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

/// Handles shortcuts for as long as the page lives.
pub fn listen(state: State) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let reading = state.place.mode.get_untracked() != Mode::Write;
        if reading && changes_history(&event) && !event.default_prevented() && !event.is_composing() && !typing(&event) {
            undo(state, &event);
            return;
        }
        if event.default_prevented() || event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
            return;
        }
        let done = if event.key() == "Escape" {
            escape(state)
        } else {
            !typing(&event) && !popover_open() && state.settings.shortcuts.get_untracked() && letter(state, &event)
        };
        if done {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// True for the keys with which a browser undoes and redoes what was typed.
fn changes_history(event: &KeyboardEvent) -> bool {
    let command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    let key = event.key().to_lowercase();
    // On a keyboard without Latin letters the key has another name. Cmd+Y is the history of the browser.
    command && (key == "z" || event.code().ends_with('Z') || (key == "y" && event.ctrl_key()))
}

/// Undoes what the last message offers to undo. Outside of fields a browser would undo the paste in the hidden text box, and the article would
/// be gone.
fn undo(state: State, event: &KeyboardEvent) {
    event.prevent_default();
    let forward = event.shift_key() || event.key().eq_ignore_ascii_case("y");
    if !forward && actions::undo(state) {
        focus_here(state);
    }
}

/// True if the key goes into a field or a dialog.
fn typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| !matches!(target.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog"), Ok(None)))
}

/// True if a popover is open, the menu, whose commands the keys go to.
fn popover_open() -> bool {
    document().query_selector(":popover-open").ok().flatten().is_some()
}

/// Closes what is open on top. Dialogs and menus close by themselves.
fn escape(state: State) -> bool {
    if popover_open() || document().query_selector("dialog[open]").ok().flatten().is_some() {
        return false;
    }
    match state.place.mode.get_untracked() {
        _ if state.place.explanation.with_untracked(Option::is_some) => close_explanation(state),
        _ if state.place.navigation.with_untracked(Option::is_some) => actions::close_navigation(state),
        Mode::Write if !state.article.text.with_untracked(|text| text.trim().is_empty()) => actions::toggle_editing(state),
        Mode::Practise | Mode::Compare => actions::leave(state),
        _ => return false,
    }
    true
}

/// Runs the command of a letter. Returns false if it has none here.
fn letter(state: State, event: &KeyboardEvent) -> bool {
    let forward = !event.shift_key();
    let key = event.key();
    if key == "?" {
        state.open_dialog(DialogKind::Shortcuts);
        return true;
    }
    if state.place.mode.get_untracked() != Mode::Read && state.place.mode.get_untracked() != Mode::Write
        || state.article.text.with_untracked(|text| text.trim().is_empty())
    {
        return false;
    }
    match key.to_lowercase().as_str() {
        "n" => step(state, None, forward),
        "h" => step(state, Some(Category::Hedge), forward),
        "s" => step(state, Some(Category::Source), forward),
        "u" => step(state, Some(Category::Pending), forward),
        "1" => switch(state, Category::Hedge),
        "2" => switch(state, Category::Source),
        "3" => switch(state, Category::Pending),
        "l" => state.settings.look_alikes.update(|on| *on = !*on),
        "e" => actions::toggle_editing(state),
        "f" => actions::open_search(state),
        "a" => actions::start_note(state),
        _ => return false,
    }
    true
}

fn switch(state: State, category: Category) {
    actions::set_filter(state, state.article.filter.get_untracked().toggled_category(category));
}
