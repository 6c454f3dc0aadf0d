//! Mouse, finger and keyboard on the marks: when an explanation opens and closes.

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
    let ids = mark.get_attribute("data-findings").unwrap_or_default();
    let look_alike = mark.get_attribute("data-look-alike").and_then(|number| number.parse().ok());
    Opened { findings: ids.split(' ').filter_map(|id| id.parse().ok()).collect(), look_alike, pinned }
}

/// The first mark of what is explained.
pub fn mark(opened: &Opened) -> Option<HtmlElement> {
    let selector = match (opened.findings.first(), opened.look_alike) {
        (Some(finding), _) => format!("#article mark[data-findings~='{finding}']"),
        (None, Some(number)) => format!("#article mark[data-look-alike='{number}']"),
        (None, None) => return None,
    };
    document().query_selector(&selector).ok().flatten()?.dyn_into().ok()
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
