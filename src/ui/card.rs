//! The explanation of a mark: a small card beside it, on a phone a sheet at the bottom.

use super::explanation::{Explained, LookAlike};
use super::pointing::{mark, marks};
use super::state::{Opened, State};
use crate::wording::{category_words, page};
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// The card, while an explanation is open.
#[component]
pub fn Card() -> impl IntoView {
    let state = expect_context::<State>();
    let card = NodeRef::<Div>::new();
    let clicks = window_event_listener(ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // A button that its own click took away is no click beside the card.
        let beside = target.is_some_and(|target| target.is_connected() && !matches!(target.closest("mark, .card"), Ok(Some(_))));
        if beside {
            state.opened.set(None);
        }
    });
    on_cleanup(move || clicks.remove());
    let place_it = move || {
        if let (Some(card), Some(opened)) = (card.get_untracked(), state.opened.get_untracked()) {
            place(&card, &opened);
        }
    };
    Effect::new(move |_| {
        state.opened.with(|opened| light_up(opened.as_ref()));
        card.track();
        place_it();
    });
    let sized = window_event_listener(ev::resize, move |_| place_it());
    on_cleanup(move || sized.remove());
    let explained = move || {
        let opened = state.opened.get()?;
        let shown = state.shown.get_untracked();
        let finding = opened.findings.first().and_then(|number| shown.report().findings.get(*number));
        let label = finding.map_or(page::NOT_MARKED, category_words);
        let findings = opened.findings.iter().map(|number| view! { <Explained number=*number/> }).collect_view();
        let look_alike = opened.look_alike.map(|number| view! { <LookAlike number/> });
        Some(view! {
            <div class="card" node_ref=card role="dialog" aria-label=page::explanation_of(label) tabindex="-1"
                on:mouseleave=move |_| super::pointing::leave(state)
            >
                {findings}
                {look_alike}
                <div class="row">
                    <button type="button" on:click=move |_| super::stepping::step_card(state, false)>{page::PREVIOUS}</button>
                    <button type="button" on:click=move |_| super::stepping::step_card(state, true)>{page::NEXT}</button>
                    <button type="button" class="close" on:click=move |_| close(state)>{page::CLOSE}</button>
                </div>
            </div>
        })
    };
    view! { {explained} }
}

/// Moves the keyboard into the card, once it is there.
pub fn focus_card() {
    request_animation_frame(|| {
        if let Some(card) = document().query_selector(".card").ok().flatten().and_then(|card| card.dyn_into::<HtmlElement>().ok()) {
            let _ = card.focus();
        }
    });
}

/// Closes the card and gives the keyboard back to the mark.
pub fn close(state: State) {
    let opened = state.opened.get_untracked();
    state.opened.set(None);
    let keyboard_is_here = matches!(document().query_selector(".card:focus-within, mark:focus"), Ok(Some(_)));
    let mark = opened.filter(|opened| opened.pinned || keyboard_is_here).as_ref().and_then(mark);
    if let Some(mark) = mark {
        let _ = mark.focus();
        // Focus shows an explanation; here the reader has just closed it.
        state.opened.set(None);
    }
}

/// Lights up every piece of the findings that are explained.
fn light_up(opened: Option<&Opened>) {
    if let Ok(found) = document().query_selector_all("mark.current") {
        for mark in (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<Element>().ok()) {
            let _ = mark.class_list().remove_1("current");
        }
    }
    for mark in opened.map(marks).unwrap_or_default() {
        let _ = mark.class_list().add_1("current");
    }
}

/// Space between card and window edge, and between mark and card; in CSS pixels.
const GAP: f64 = 10.0;
/// Under a finger the card keeps further away from the mark.
const FINGER: f64 = 26.0;

/// Puts the card under its mark, or above it where there is no room. The style sheet makes it a sheet on a phone.
fn place(card: &HtmlElement, opened: &Opened) {
    let Some(mark) = mark(opened) else { return };
    let (at, size) = (mark.get_bounding_client_rect(), card.get_bounding_client_rect());
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let (width, height) = (number(window().inner_width()), number(window().inner_height()));
    let (across, down) = (number(window().scroll_x().map(Into::into)), number(window().scroll_y().map(Into::into)));
    let space = if matches("(pointer: coarse)") { FINGER } else { GAP };
    let below = at.bottom() + space + size.height() <= height || at.top() < size.height() + space;
    let top = if below { at.bottom() + space } else { at.top() - space - size.height() };
    let left = at.left().min(width - size.width() - GAP).max(GAP);
    let style = web_sys::HtmlElement::style(card);
    let _ = style.set_property("--card-top", &pixels(top + down));
    let _ = style.set_property("--card-left", &pixels(left + across));
    if matches("(max-width: 40rem)") && at.bottom() > height - size.height() {
        scroll_to(&mark);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a place on the page, about")]
fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i32)
}

/// Brings a mark to the upper part of the window, which no sheet covers.
pub fn scroll_to(mark: &HtmlElement) {
    let top = mark.get_bounding_client_rect().top();
    window().scroll_by_with_x_and_y(0.0, top - super::place::UPPER_THIRD * super::place::height());
}

fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|query| query.matches())
}
