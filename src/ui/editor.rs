//! The box to paste or type into, and the sample articles.

use super::analysing::INSTANT;
use super::files::{OpenFiles, pasted};
use super::place::{UPPER_THIRD, go, height, offset_at, range_of, selected};
use super::samples::SAMPLES;
use super::state::{Mode, State};
use crate::engine::{Ruler, Span, Unit};
use crate::wording::page;
use leptos::ev;
use leptos::html::Textarea;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlTextAreaElement;

/// The text box. It stays while the reader reads, hidden, so that its undo steps stay too. A paste that replaces
/// everything shows the marked article at once.
#[component]
pub fn Editor() -> impl IntoView {
    let state = expect_context::<State>();
    let area = NodeRef::<Textarea>::new();
    let replaced = StoredValue::new(false);
    let typed = StoredValue::new(None::<Arc<str>>);
    Effect::new(move |_| {
        // A text that came from elsewhere goes into the box; one that was typed is there already.
        let text = state.text.get();
        let here = typed.with_value(|typed| typed.as_ref().is_some_and(|typed| Arc::ptr_eq(typed, &text)));
        if let Some(area) = area.get()
            && !here
            && area.value() != *text
        {
            area.set_value(&text);
        }
    });
    Effect::new(move |_| {
        if let (Some(area), Mode::Write) = (area.get(), state.mode.get()) {
            enter(state, &area);
        }
    });
    let paste = window_event_listener(ev::paste, move |event| paste_while_reading(state, &event));
    let going = window_event_listener(ev::pagehide, move |_| state.keep_text());
    // Phones may end a page that is out of sight without a word.
    let hiding = window_event_listener(ev::visibilitychange, move |_| state.keep_text());
    on_cleanup(move || {
        paste.remove();
        going.remove();
        hiding.remove();
    });
    let before_paste = move |event: web_sys::ClipboardEvent| {
        if let Some(area) = area.get_untracked() {
            let all = area.value().encode_utf16().count();
            let start = area.selection_start().ok().flatten().unwrap_or(0) as usize;
            let end = area.selection_end().ok().flatten().unwrap_or(0) as usize;
            replaced.set_value(area.value().trim().is_empty() || (start == 0 && end == all));
            // A paste without text is followed by no input.
            set_timeout(move || replaced.set_value(false), Duration::ZERO);
            insert_rich(&area, &event);
        }
    };
    let input = move |event| {
        let paste = replaced.get_value();
        replaced.set_value(false);
        let text = event_target_value(&event);
        let read = paste && !text.trim().is_empty();
        if read {
            // At once: the browser shall not lay out a box that goes away.
            state.mode.set(Mode::Read);
            // Else the browser would scroll on to the caret of what was pasted. A long text is laid out for that: its box just goes.
            if let Some(area) = area.get_untracked().filter(|_| text.len() <= INSTANT) {
                let _ = area.set_selection_range(0, 0);
                let _ = area.blur();
            }
        }
        state.take_text(&text, read);
        typed.set_value(Some(state.text.get_untracked()));
        if read {
            set_timeout(move || start_reading(state), Duration::ZERO);
            // The browser may still scroll to the caret of what was pasted.
            set_timeout(move || to_top(state), Duration::from_millis(100));
        } else if let Some(area) = area.get_untracked() {
            keep_in_view(state, &area);
        }
    };
    let moved = move || {
        if let Some(area) = area.get_untracked() {
            state.place.set(caret(state, &area));
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !state.is_empty() {
            event.prevent_default();
            switch(state);
        }
    };
    view! {
        // Out of sight it keeps its layout: without one, some browsers forget the undo steps. For a long text that would cost a second.
        <div
            class="editor" class:away=move || state.mode.get() != Mode::Write
            class:long=move || state.text.with(|text| text.len() > INSTANT)
        >
            <label for="text">{page::BOX}</label>
            <textarea
                id="text" node_ref=area rows="9" spellcheck="false" autocomplete="off" placeholder=page::BOX_HINT
                on:paste=before_paste on:input=input on:keydown=keys on:keyup=move |_| moved() on:click=move |_| moved()
            ></textarea>
            <Show when=move || !state.is_empty()>
                <button type="button" class="primary" id="read" on:click=move |_| switch(state)>{page::READ_MARKED}</button>
            </Show>
            <OpenFiles/>
        </div>
    }
}

/// What comes with its form, as from a browser or a word processor, is put into the box as clean text; the browser's undo
/// knows it.
fn insert_rich(area: &HtmlTextAreaElement, event: &web_sys::ClipboardEvent) {
    let Some(data) = event.clipboard_data() else { return };
    let Some(text) = pasted(&data) else { return };
    event.prevent_default();
    let _ = area.focus();
    let inserted = document().unchecked_into::<web_sys::HtmlDocument>().exec_command_with_show_ui_and_value("insertText", false, &text);
    if !inserted.unwrap_or(false) {
        let _ = area.set_range_text(&text);
        let _ = web_sys::InputEvent::new("input").and_then(|input| area.dispatch_event(&input));
    }
}

/// A whole new text is read from its beginning.
pub fn start_reading(state: State) {
    state.mode.set(Mode::Read);
    state.place.set(0);
    super::article::focus_article();
    to_top(state);
    // Once the article has its height.
    request_animation_frame(move || to_top(state));
}

/// To the beginning, unless the reader is on the way elsewhere.
fn to_top(state: State) {
    let idle = state.jumps.get_value() == 0 && state.opened.with_untracked(Option::is_none) && state.tour.with_untracked(Option::is_none);
    if idle && state.mode.get_untracked() == Mode::Read {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// From reading to writing or back, at the same place.
pub fn switch(state: State) {
    let to = if state.mode.get_untracked() == Mode::Read { Mode::Write } else { Mode::Read };
    if to == Mode::Write {
        state.place.set(reading_place(state));
        return edit(state);
    }
    let place = state.place.get_untracked();
    state.set_mode(to);
    super::article::focus_article();
    go(state, Span { start: place, end: place }, UPPER_THIRD);
}

/// Opens the box at the reader's place.
pub fn edit(state: State) {
    state.set_mode(Mode::Write);
}

/// What the reader has selected, else the explained finding, else the place of the last jump where it is in view, else
/// the upper third of the window.
fn reading_place(state: State) -> usize {
    state.analysis.with_untracked(|analysis| {
        let in_view = |place: &usize| {
            let after = analysis.text().ceil_char_boundary(place + 1);
            let top = range_of(analysis, Span { start: *place, end: after }).map(|range| range.get_bounding_client_rect().top());
            top.is_some_and(|top| (0.0..height()).contains(&top))
        };
        let selection = selected(analysis).filter(|selection| !selection.is_empty()).map(|selection| selection.start);
        let place = selection.filter(in_view).or(Some(state.place.get_untracked()).filter(in_view));
        place.unwrap_or_else(|| offset_at(analysis, UPPER_THIRD * height()))
    })
}

/// The box opens: the caret goes to the place where the reader was.
fn enter(state: State, area: &HtmlTextAreaElement) {
    let text = state.text.get_untracked();
    let place = state.place.get_untracked().min(text.len());
    let caret = u32::try_from(Ruler::new(&text, Unit::Utf16).at(place)).unwrap_or(0);
    let area = area.clone();
    // Once the box is shown again.
    request_animation_frame(move || {
        let _ = area.set_selection_range(caret, caret);
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(is_beside() && !text.trim().is_empty());
        let _ = area.focus_with_options(&options);
        #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a place in the box, about")]
        let down = (f64::from(area.scroll_height()) * place as f64 / text.len().max(1) as f64) as i32;
        area.set_scroll_top(down - area.client_height() / 3);
    });
}

/// The byte of the text where the caret stands.
fn caret(state: State, area: &HtmlTextAreaElement) -> usize {
    let mut left = area.selection_start().ok().flatten().unwrap_or(0) as usize;
    state.text.with_untracked(|text| {
        let reached = |byte: u8| {
            // Bytes that go on with a character count nothing; one beyond the basic plane counts two units.
            let goes_on = matches!(byte, 0x80..0xc0);
            let here = left == 0 && !goes_on;
            left = left.saturating_sub(usize::from(!goes_on) + usize::from(byte >= 0xf0));
            here
        };
        text.bytes().position(reached).unwrap_or(text.len())
    })
}

/// Whether the article stands beside the box, not below it.
fn is_beside() -> bool {
    window().match_media("(min-width: 62.01rem)").ok().flatten().is_some_and(|query| query.matches())
}

/// While somebody writes, the article beside the box shows the place.
fn keep_in_view(state: State, area: &HtmlTextAreaElement) {
    let place = caret(state, area);
    state.place.set(place);
    let beside = is_beside();
    request_animation_frame(move || {
        let top = state.analysis.with_untracked(|analysis| {
            let before = analysis.text().floor_char_boundary(place.saturating_sub(1));
            range_of(analysis, Span { start: before, end: place }).map(|range| range.get_bounding_client_rect().top())
        });
        if beside && top.is_some_and(|top| !(0.0..height() - 40.0).contains(&top)) {
            go(state, Span { start: place, end: place }, UPPER_THIRD);
        }
    });
}

/// A paste outside of any field: the pasted text replaces the article, which can be brought back.
fn paste_while_reading(state: State, event: &web_sys::ClipboardEvent) {
    let field =
        |target: web_sys::EventTarget| target.dyn_into::<web_sys::Element>().ok()?.closest("input, textarea, dialog").ok().flatten();
    if state.mode.get_untracked() != Mode::Read || event.target().and_then(field).is_some() {
        return;
    }
    let Some(data) = event.clipboard_data() else { return };
    let pasted = pasted(&data).unwrap_or_else(|| data.get_data("text/plain").unwrap_or_default());
    if !pasted.trim().is_empty() {
        event.prevent_default();
        state.replace_text(&pasted);
        start_reading(state);
    }
}

fn open(state: State, text: &str) {
    state.replace_text(text);
    start_reading(state);
}

/// The sample articles, one click away.
#[component]
pub fn Samples() -> impl IntoView {
    let state = expect_context::<State>();
    let buttons = SAMPLES.iter().map(|sample| {
        view! {
            <li>
                <button type="button" class="sample" on:click=move |_| open(state, sample.text)>
                    {sample.title}<small>{sample.about}</small>
                </button>
            </li>
        }
    });
    view! {
        <section class="samples">
            <h2>{page::SAMPLES}</h2>
            <ul>{buttons.collect_view()}</ul>
        </section>
    }
}
