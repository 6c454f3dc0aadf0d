//! The sections of the marked article, the one component that builds its nodes through `web_sys`.
//!
//! Sections are keyed: one whose text and findings are unchanged keeps its node. Browsers lay out a section when it comes into view
//! (`content-visibility` in the style sheet). A long article is drawn in slices, between which the page responds.

use super::layout::{Arrangement, Base, Layout, Section};
use super::marks::{element, row_element, set};
use super::place::{BASE, base_words};
use super::pointing;
use super::state::State;
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use rustc_hash::FxHashMap;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Sections drawn at once.
const FIRST: usize = 2;
/// Sections drawn in each later task.
const SLICE: usize = 2;

/// The sections of the article and the mouse and keyboard events on their marks.
#[component]
pub fn Sections() -> impl IntoView {
    let state = expect_context::<State>();
    let container = NodeRef::<Div>::new();
    let layout = Memo::new(move |last: Option<&Layout>| Layout::new(state.shown.get(), state.look_alikes.get(), last));
    // An article that is shown again is drawn up to the reader's place first.
    state.drawn.set(state.place.get_untracked());
    let drawn = StoredValue::new_local(Vec::<Drawn>::new());
    Effect::new(move || {
        if let Some(container) = container.get() {
            let count = layout.with(|layout| count_to_draw(state, layout));
            drawn.update_value(|drawn| layout.with(|layout| update(&container, drawn, layout, count)));
        }
    });
    let waiting = StoredValue::new(false);
    Effect::new(move || draw_more(state, layout, waiting));
    view! {
        <div
            class="sections" node_ref=container
            on:click=move |event| pointing::toggle(state, &event)
            on:keydown=move |event| pointing::press(state, &event)
            on:mouseover=move |event: ev::MouseEvent| pointing::hover(state, event.target())
            on:mouseout=move |_| pointing::leave(state)
            on:focusin=move |event: ev::FocusEvent| pointing::focus(state, event.target())
            on:focusout=move |_| pointing::leave(state)
        ></div>
    }
}

/// The number of sections to draw: at least as far as `state.drawn` says.
fn count_to_draw(state: State, layout: &Layout) -> usize {
    layout.up_to(state.drawn.get()).max(FIRST).min(layout.sections.len())
}

/// Schedules the next slice until all sections are drawn.
fn draw_more(state: State, layout: Memo<Layout>, waiting: StoredValue<bool>) {
    let incomplete = layout.with(|layout| Some(count_to_draw(state, layout)).filter(|count| *count < layout.sections.len()));
    let Some(count) = incomplete.filter(|_| !waiting.get_value()) else { return };
    waiting.set_value(true);
    let draw = move || {
        if waiting.try_update_value(|waiting| *waiting = false).is_some() {
            // The layout may have changed in the meantime.
            let next = layout.with_untracked(|layout| end_of_next_slice(state, layout));
            state.drawn.update(|drawn| *drawn = next.max(*drawn));
        }
    };
    set_timeout(draw, Duration::from_millis(if count <= FIRST { 30 } else { 4 }));
}

/// The byte up to which the article is drawn with the next slice. Once all sections are drawn, every later change is drawn at once.
fn end_of_next_slice(state: State, layout: &Layout) -> usize {
    let last = layout.up_to(state.drawn.get_untracked()).max(FIRST).min(layout.sections.len()) + SLICE;
    if last >= layout.sections.len() { usize::MAX } else { layout.sections[last - 1].base.bytes }
}

/// A section in the document.
struct Drawn {
    number: usize,
    base: Base,
    element: Element,
}

impl Drawn {
    fn new(layout: &Arrangement, section: &Section) -> Self {
        let element = element("section", &[(BASE, &base_words(section.base))]);
        for row in &layout.rows[section.rows.clone()] {
            let row = row_element(&layout.shown, row, section.base, layout.look_alikes);
            let _ = element.append_child(&row);
        }
        Self { number: section.number, base: section.base, element }
    }

    /// Updates the attribute that says where the section begins.
    fn begin_at(&mut self, base: Base) {
        if self.base != base {
            set(&self.element, BASE, &base_words(base));
            self.base = base;
        }
    }
}

/// Makes the document show the first `count` sections of the layout. Sections with a known number keep their nodes, in the same order.
fn update(container: &Element, drawn: &mut Vec<Drawn>, layout: &Layout, count: usize) {
    let focused = focused_mark(container);
    let sections = &layout.sections[..count];
    let mut old: FxHashMap<usize, Drawn> = drawn.drain(..).map(|section| (section.number, section)).collect();
    drawn.extend(sections.iter().map(|section| old.remove(&section.number).unwrap_or_else(|| Drawn::new(layout, section))));
    for removed in old.values() {
        removed.element.remove();
    }
    let mut next = container.first_element_child();
    for (drawn, section) in drawn.iter_mut().zip(sections) {
        if next.as_ref() == Some(&drawn.element) {
            next = drawn.element.next_element_sibling();
        } else {
            let _ = container.insert_before(&drawn.element, next.as_deref());
        }
        drawn.begin_at(section.base);
    }
    if let Some(focused) = focused {
        restore_focus(container, &focused);
    }
}

/// A selector for the mark that has the keyboard focus, which a redraw takes away.
fn focused_mark(container: &Element) -> Option<String> {
    let mark = document().active_element()?.closest("mark").ok().flatten()?;
    let section = mark.closest("section").ok().flatten().filter(|section| container.contains(Some(section)))?;
    let (base, numbers) = (section.get_attribute(BASE)?, mark.get_attribute("data-findings")?);
    Some(format!("section[{BASE}='{base}'] mark[data-findings='{numbers}']"))
}

/// Gives the focus back to the mark of the same findings, unless it never lost it.
fn restore_focus(container: &Element, mark: &str) {
    let lost = document().active_element().is_none_or(|element| element.matches("body").unwrap_or(false));
    let mark = container.query_selector(mark).ok().flatten().filter(|_| lost);
    if let Some(mark) = mark.and_then(|mark| mark.dyn_into::<HtmlElement>().ok()) {
        let _ = mark.focus();
    }
}
