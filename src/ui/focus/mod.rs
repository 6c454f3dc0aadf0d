//! Where the reader is: the keyboard focus, positions in the text and scrolling.

pub mod place;
pub mod position;
pub mod resize;
pub mod scroll;
pub mod selection;
pub mod side;

use crate::browser::timers::{run_after, run_before_next_frame};
use leptos::prelude::*;
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

thread_local! {
    /// True if the article gets the focus as soon as it is drawn.
    static ARTICLE_WANTED: Cell<bool> = const { Cell::new(false) };
}

/// Focuses the article, at once or as soon as it is drawn.
pub fn focus_article() {
    focus_article_now();
    focus_article_if_lost();
}

/// Focuses the article if that was asked for before it was drawn.
pub fn article_is_drawn() {
    if ARTICLE_WANTED.take() {
        focus_article_if_lost();
    }
}

/// Focuses the article after the next frame, unless an element has the focus then. Some browsers notice only with a frame that the
/// focused element is hidden.
fn focus_article_if_lost() {
    let focus = || {
        if is_lost() {
            focus_article_now();
        }
    };
    run_before_next_frame(move || run_after(Duration::ZERO, focus));
}

/// True if no element has the focus.
pub fn is_lost() -> bool {
    document().active_element().is_none_or(|element| element.matches("body").unwrap_or(false))
}

fn focus_article_now() {
    match find("#article") {
        Some(_) => focus_in_place("#article"),
        None => ARTICLE_WANTED.set(true),
    }
}

/// Focuses the first element that matches the selector.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        let _ = element.focus();
    }
}

/// Focuses the first element that matches the selector, without scrolling.
pub fn focus_in_place(selector: &str) {
    if let Some(element) = find(selector) {
        focus_element_in_place(&element);
    }
}

/// Focuses an element without scrolling.
pub fn focus_element_in_place(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Focuses the "Undo" button after the next frame, when the ignored mark is gone.
pub fn focus_undo() {
    run_before_next_frame(|| focus("#undo"));
}

/// Focuses the popover after the next frame.
pub fn focus_popover() {
    run_before_next_frame(|| focus(".card"));
}

/// The first element that matches the selector.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}
