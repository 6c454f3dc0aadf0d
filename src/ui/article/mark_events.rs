//! Mouse, touch and keyboard events on marks: they open and close the explanation.

use super::mark_lookup::explanation_of;
use crate::browser::timers::run_after;
use crate::reading::PlacedNote;
use crate::ui::focus::position::{range_of, selected};
use crate::ui::state::{Explanation, State, Timer};
use crate::ui::{actions, focus};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, EventTarget, Range};

/// The time that the pointer rests on a mark before its explanation opens, and is away before it closes.
const HOVER: Duration = Duration::from_millis(250);

/// The mark that an event is about.
fn mark_of(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest(".sections mark").ok().flatten()
}

fn open(state: State, mark: &Element, pinned: bool) {
    let explanation = explanation_of(mark, pinned);
    let shown = state.article.shown.get_untracked();
    let finding = explanation.findings.first().and_then(|number| shown.report().findings.get(*number)).map(|finding| finding.span);
    if let Some(span) = finding {
        state.place.position.set(span.start);
    }
    state.message.set(None);
    state.place.explanation.set(Some(explanation));
}

/// Handles a click or tap: opens the explanation or closes it again.
pub fn click(state: State, event: &web_sys::MouseEvent) {
    let Some(mark) = mark_of(event.target()) else { return open_note_soon(state, event) };
    let same = |explanation: &Explanation| explanation.pinned && *explanation == explanation_of(&mark, true);
    if state.place.explanation.with_untracked(|explanation| explanation.as_ref().is_some_and(same)) {
        state.place.explanation.set(None);
    } else {
        open(state, &mark, true);
        // A screen reader clicks without a pointer; the focus follows it into the popover.
        if event.detail() == 0 {
            focus::focus_popover();
        }
    }
}

/// After this time a click is not the first of a double click.
const DOUBLE_CLICK: Duration = Duration::from_millis(350);

/// Opens the note on the words that were clicked, unless the click closes a card or begins a double click.
fn open_note_soon(state: State, event: &web_sys::MouseEvent) {
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    if event.detail() == 1 && state.place.explanation.with_untracked(Option::is_none) {
        run_after(DOUBLE_CLICK, move || open_note_at(state, x, y));
    }
}

/// Opens the note on the words at this place of the window, unless the reader selects some.
fn open_note_at(state: State, x: f64, y: f64) {
    let note = state.article.analysis.with_untracked(|analysis| {
        let selecting = selected(analysis).is_some_and(|span| !span.is_empty());
        let at = |placed: &PlacedNote| {
            !selecting && placed.span.and_then(|span| range_of(analysis, span)).is_some_and(|range| shows_at(&range, x, y))
        };
        state.notes.placed.with_untracked(|notes| notes.iter().find(|placed| at(placed)).map(|placed| placed.note.clone()))
    });
    if let Some(note) = note {
        actions::edit_note(state, note);
    }
}

/// Whether words of a range stand at this place of the window, in CSS pixels.
fn shows_at(range: &Range, x: f64, y: f64) -> bool {
    let lines = range.get_client_rects();
    let mut lines = lines.iter().flat_map(|lines| (0..lines.length()).filter_map(|number| lines.item(number)));
    lines.any(|line| (line.left()..=line.right()).contains(&x) && (line.top()..=line.bottom()).contains(&y))
}

/// Handles Enter and space: opens the explanation and focuses it.
pub fn key_down(state: State, event: &web_sys::KeyboardEvent) {
    let Some(mark) = mark_of(event.target()) else { return };
    if matches!(event.key().as_str(), "Enter" | " ") {
        event.prevent_default();
        open(state, &mark, true);
        focus::focus_popover();
    }
}

/// The pointer on the article. When the page scrolls under a pointer that rests, browsers report a movement, too; that opens nothing.
#[derive(Default)]
pub struct Pointer {
    /// Where it was last, in the window.
    place: (i32, i32),
    /// Runs out when it has rested on a mark.
    rest: Timer,
}

impl Pointer {
    /// Opens the explanation of a mark on which the pointer comes to rest.
    pub fn moved(&mut self, state: State, event: &web_sys::MouseEvent) {
        let place = (event.client_x(), event.client_y());
        if std::mem::replace(&mut self.place, place) == place {
            return;
        }
        match mark_of(event.target()) {
            Some(mark) => self.rest.set(move || open_if_resting(state, &mark), HOVER),
            None => self.rest.clear(),
        }
    }
}

fn open_if_resting(state: State, mark: &Element) {
    let pinned = state.place.explanation.with_untracked(|explanation| explanation.as_ref().is_some_and(|explanation| explanation.pinned));
    if !pinned && !is_dismissed(state, mark) && mark.matches(":hover").unwrap_or(false) {
        open(state, mark, false);
    }
}

/// True if the reader has closed the explanation of this mark and the pointer has not left it since.
fn is_dismissed(state: State, mark: &Element) -> bool {
    let here = explanation_of(mark, false);
    let same = |closed: &Explanation| closed.findings == here.findings && closed.look_alike == here.look_alike;
    state.place.dismissed.with_value(|closed| closed.as_ref().is_some_and(same))
}

/// Closes the explanation after the pointer has left the mark, unless it is pinned or the pointer or focus is in the popover.
pub fn leave(state: State) {
    let close_if_away = move || {
        let pinned =
            state.place.explanation.with_untracked(|explanation| explanation.as_ref().is_none_or(|explanation| explanation.pinned));
        let over = document().query_selector("mark:hover, .card:hover, .card:focus-within, mark:focus-visible").ok().flatten().is_some();
        if !pinned && !over {
            state.place.explanation.set(None);
        }
        if !over {
            state.place.dismissed.set_value(None);
        }
    };
    run_after(HOVER, close_if_away);
}

/// Opens the explanation of a mark that gets the focus by keyboard, unless a dialog gives it back.
pub fn focus_in(state: State, target: Option<EventTarget>) {
    let Some(mark) = mark_of(target).filter(|_| state.dialog.with_untracked(Option::is_none)) else { return };
    if mark.matches(":focus-visible").unwrap_or(false) {
        open(state, &mark, false);
    }
}
