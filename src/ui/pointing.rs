//! Mouse, finger and keyboard on the marks: when an explanation opens and closes.

use super::place::{base_of, section_of};
use super::state::{Opened, State};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, EventTarget, HtmlElement};

/// How long the pointer rests on a mark before the explanation opens.
const HOVER: Duration = Duration::from_millis(250);

/// The mark that an event is about.
fn mark_of(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest(".sections mark").ok().flatten()
}

/// What a mark explains.
pub fn opens(mark: &Element, pinned: bool) -> Opened {
    let base = base_of(mark);
    let numbers = |name, first: usize| {
        let numbers = mark.get_attribute(name).unwrap_or_default();
        numbers.split(' ').filter_map(|number| Some(first + number.parse::<usize>().ok()?)).collect::<Vec<_>>()
    };
    Opened { findings: numbers("data-findings", base.findings), look_alike: numbers("data-look-alike", base.rejected).pop(), pinned }
}

/// The marks of what is explained.
pub fn marks(opened: &Opened) -> Vec<HtmlElement> {
    let findings = opened.findings.iter().map(|number| (*number, false));
    let marks = findings.chain(opened.look_alike.map(|number| (number, true))).filter_map(|(number, look_alike)| {
        let (section, base) = section_of(number, |base| if look_alike { base.rejected } else { base.findings })?;
        let (name, first) = if look_alike { ("data-look-alike", base.rejected) } else { ("data-findings", base.findings) };
        section.query_selector_all(&format!("mark[{name}~='{}']", number.checked_sub(first)?)).ok()
    });
    marks.flat_map(|found| (0..found.length()).filter_map(move |index| found.get(index)?.dyn_into().ok())).collect()
}

/// The first of them.
pub fn mark(opened: &Opened) -> Option<HtmlElement> {
    marks(opened).into_iter().next()
}

fn open(state: State, mark: &Element, pinned: bool) {
    let opened = opens(mark, pinned);
    let shown = state.shown.get_untracked();
    let finding = opened.findings.first().and_then(|number| shown.report().findings.get(*number)).map(|finding| finding.span);
    if let Some(span) = finding {
        state.place.set(span.start);
    }
    state.said.set(None);
    state.opened.set(Some(opened));
}

/// A click or tap opens the explanation and closes it again.
pub fn toggle(state: State, event: &web_sys::MouseEvent) {
    let Some(mark) = mark_of(event.target()) else { return };
    let same = |opened: &Opened| opened.pinned && *opened == opens(&mark, true);
    if state.opened.with_untracked(|opened| opened.as_ref().is_some_and(same)) {
        state.opened.set(None);
    } else {
        open(state, &mark, true);
        // A screen reader presses marks without a pointer: the keyboard goes with it.
        if event.detail() == 0 {
            super::card::focus_card();
        }
    }
}

/// Enter and space open the explanation and take the keyboard into it.
pub fn press(state: State, event: &web_sys::KeyboardEvent) {
    let Some(mark) = mark_of(event.target()) else { return };
    if matches!(event.key().as_str(), "Enter" | " ") {
        event.prevent_default();
        open(state, &mark, true);
        super::card::focus_card();
    }
}

/// A pointer that rests on a mark opens its explanation.
pub fn hover(state: State, target: Option<EventTarget>) {
    let Some(mark) = mark_of(target) else { return };
    let wait = move || {
        let pinned = state.opened.with_untracked(|opened| opened.as_ref().is_some_and(|opened| opened.pinned));
        if !pinned && mark.matches(":hover").unwrap_or(false) {
            open(state, &mark, false);
        }
    };
    set_timeout(wait, HOVER);
}

/// The pointer has left a mark: its explanation goes, unless the pointer went into it or it is pinned.
pub fn leave(state: State) {
    let wait = move || {
        let pinned = state.opened.with_untracked(|opened| opened.as_ref().is_none_or(|opened| opened.pinned));
        let over = document().query_selector("mark:hover, .card:hover, .card:focus-within, mark:focus-visible").ok().flatten().is_some();
        if !pinned && !over {
            state.opened.set(None);
        }
    };
    set_timeout(wait, HOVER);
}

/// Moving to a mark by keyboard shows its explanation.
pub fn focus(state: State, target: Option<EventTarget>) {
    let Some(mark) = mark_of(target) else { return };
    if mark.matches(":focus-visible").unwrap_or(false) {
        open(state, &mark, false);
    }
}
