//! The explanation of a mark: a popover in the margin beside it, on a phone a panel at the bottom.

use super::explanation::{ExplainedFinding, ExplainedLookAlike};
use super::mark_lookup::{first_mark_of, marks_of};
use super::{finding_steps, mark_events};
use crate::browser::media::{TOUCH, matches};
use crate::browser::timers::run_before_next_frame;
use crate::reading::{PopoverPlace, Surroundings, scroll_above_sheet};
use crate::ui::controls::{Button, reactive};
use crate::ui::focus::find;
use crate::ui::focus::scroll::{scroll_by, window_height};
use crate::ui::state::{Explanation, State};
use crate::wording::{category_words, page};
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// The popover, while an explanation is open.
#[component]
pub fn Popover() -> impl IntoView {
    let state = expect_context::<State>();
    let popover = NodeRef::<Div>::new();
    close_on_outside_click(state);
    let place = move || {
        if let (Some(popover), Some(explanation)) = (popover.get_untracked(), state.place.explanation.get_untracked()) {
            place_beside_mark(&popover, &explanation);
        }
    };
    Effect::new(move || {
        state.place.explanation.with(|explanation| highlight(explanation.as_ref()));
        popover.track();
        place();
    });
    highlight_after_redraw(state);
    let resized = window_event_listener(ev::resize, move |_| place());
    on_cleanup(move || resized.remove());
    let content = move || {
        let explanation = state.place.explanation.get()?;
        let shown = state.article.shown.get_untracked();
        let finding = explanation.findings.first().and_then(|number| shown.report().findings.get(*number));
        let label = finding.map_or(page::NOT_MARKED, category_words);
        let findings = explanation.findings.iter().map(|number| view! { <ExplainedFinding number=*number/> }).collect_view();
        let look_alike = explanation.look_alike.map(|number| view! { <ExplainedLookAlike number/> });
        Some(view! {
            <div class="card" node_ref=popover role="dialog" aria-label=page::explanation_of(label) tabindex="-1"
                on:mouseleave=move |_| mark_events::leave(state)
                // A part that opens or closes changes its height.
                on:click=move |_| run_before_next_frame(place)
            >
                <div class="told">{findings}{look_alike}</div>
                <Buttons/>
            </div>
        })
    };
    reactive(content)
}

/// Highlights the explained words again when a redraw has replaced marks.
fn highlight_after_redraw(state: State) {
    Effect::new(move || {
        state.settings.look_alikes.track();
        run_before_next_frame(move || state.place.explanation.with_untracked(|explanation| highlight(explanation.as_ref())));
    });
}

/// The buttons that go to another finding or close the popover.
#[component]
fn Buttons() -> impl IntoView {
    let state = expect_context::<State>();
    let place = move || {
        let number = state.place.explanation.with(|explanation| explanation.as_ref()?.findings.first().copied())?;
        let all = state.article.shown.with(|shown| shown.report().findings.len());
        Some(page::place_of(number + 1, all))
    };
    view! {
        <div class="row">
            <Button text=page::PREVIOUS press=move || finding_steps::step_popover(state, false)/>
            <Button text=page::NEXT press=move || finding_steps::step_popover(state, true)/>
            <small class="place">{reactive(place)}</small>
            <Button class="close" text=page::CLOSE press=move || close_explanation(state)/>
        </div>
    }
}

fn close_on_outside_click(state: State) {
    let clicked = window_event_listener(ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // A button that was removed by its own click is not outside, and a dialog lies over the card.
        let outside = target.is_some_and(|target| target.is_connected() && !matches!(target.closest("mark, .card, dialog"), Ok(Some(_))));
        if outside {
            state.place.explanation.set(None);
        }
    });
    on_cleanup(move || clicked.remove());
}

/// Closes the explanation and gives the focus back to the mark.
pub fn close_explanation(state: State) {
    let explanation = state.place.explanation.get_untracked();
    state.place.dismissed.set_value(explanation.clone());
    state.place.explanation.set(None);
    let has_focus = matches!(document().query_selector(".card:focus-within, mark:focus"), Ok(Some(_)));
    let mark = explanation.filter(|explanation| explanation.pinned || has_focus).as_ref().and_then(first_mark_of);
    if let Some(mark) = mark {
        let _ = mark.focus();
        // Focus on a mark opens its explanation, which the reader has just closed.
        state.place.explanation.set(None);
    }
}

/// Highlights the marks of the explained findings.
fn highlight(explanation: Option<&Explanation>) {
    if let Ok(found) = document().query_selector_all("mark.current") {
        for mark in (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<Element>().ok()) {
            let _ = mark.class_list().remove_1("current");
        }
    }
    for mark in explanation.map(marks_of).unwrap_or_default() {
        let _ = mark.class_list().add_1("current");
    }
}

/// Space between mark and popover, and between them on a touch screen, where a finger covers more; in CSS pixels.
const GAP: f64 = 10.0;
const TOUCH_GAP: f64 = 26.0;

/// Places the popover beside its mark ([`PopoverPlace`]). In a small window the style sheet places it at the foot.
fn place_beside_mark(popover: &HtmlElement, explanation: &Explanation) {
    let Some(mark) = first_mark_of(explanation) else { return };
    let style = web_sys::HtmlElement::style(popover);
    // Its height is measured without a limit, which scrolls its text to the top.
    let told = popover.first_element_child();
    let scrolled = told.as_ref().map_or(0, Element::scroll_top);
    let _ = style.remove_property("--card-room");
    let (at, size) = (mark.get_bounding_client_rect(), popover.get_bounding_client_rect());
    let edge = |selector: &str| find(selector).map(|element| element.get_bounding_client_rect());
    let place = PopoverPlace::beside(&Surroundings {
        mark_left: at.left(),
        mark_top: at.top(),
        mark_bottom: at.bottom(),
        article_right: edge("#article").map(|article| article.right()),
        width: document().document_element().map_or(0.0, |root| root.client_width().into()),
        top: edge(".masthead").map_or(0.0, |head| head.bottom()),
        bottom: window_height(),
        popover: (size.width(), size.height()),
        gap: if matches(TOUCH) { TOUCH_GAP } else { GAP },
    });
    let (across, down) = (window().scroll_x().unwrap_or_default(), window().scroll_y().unwrap_or_default());
    let _ = style.set_property("--card-top", &pixels(place.top + down));
    let _ = style.set_property("--card-left", &pixels(place.left + across));
    let _ = style.set_property("--card-room", &pixels(place.room));
    if let Some(told) = told {
        told.set_scroll_top(scrolled);
    }
    if matches(SMALL_WINDOW) {
        let last = marks_of(explanation).last().map_or(at.bottom(), |mark| mark.get_bounding_client_rect().bottom());
        let bar = edge(".masthead").map_or(0.0, |bar| bar.bottom());
        scroll_by(scroll_above_sheet((at.top(), last), (bar, window_height() - size.height())));
    }
}

/// Windows in which the style sheet places the popover at the foot.
const SMALL_WINDOW: &str = "(max-width: 40rem), (max-height: 36rem)";

#[expect(clippy::cast_possible_truncation, reason = "whole pixels are enough")]
fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i32)
}
