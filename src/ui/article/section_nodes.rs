//! The sections of the marked article, the one component that builds its nodes through `web_sys`.
//!
//! Sections are keyed: one whose text and findings are unchanged keeps its node. Browsers lay out a section when it comes into view
//! (`content-visibility` in the style sheet). A long article is drawn in slices, between which the page responds.

use super::mark_events;
use super::marks::{element, row_element, set};
use super::section_estimates::{expect_height, measure, reach_end};
use crate::browser::timers::{run_after, run_before_next_frame};
use crate::reading::{Layout, Section, SectionBase, Typography};
use crate::ui::focus;
use crate::ui::focus::position::BASE;
use crate::ui::focus::resize::call_on_resize;
use crate::ui::state::State;
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use rustc_hash::FxHashSet;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Sections drawn at once.
const FIRST: usize = 2;
/// The class of an article that is drawn to its end.
const WHOLE: &str = "whole";
/// Sections drawn in each later task.
const SLICE: usize = 2;

/// The sections of the article and the mouse and keyboard events on their marks.
#[component]
pub fn Sections() -> impl IntoView {
    let state = expect_context::<State>();
    let container = NodeRef::<Div>::new();
    let layout = Memo::new(move |last: Option<&Layout>| Layout::new(state.article.shown.get(), state.settings.look_alikes.get(), last));
    // An article that is shown again is drawn up to the reader's position first.
    state.place.drawn_to.set(state.place.position.get_untracked());
    let drawn = StoredValue::new_local(Vec::<Drawn>::new());
    let estimates = Estimates::default();
    Effect::new(move || {
        if let Some(container) = container.get() {
            let count = layout.with(|layout| count_to_draw(state, layout));
            drawn.update_value(|drawn| layout.with(|layout| update(&container, drawn, layout, count)));
            estimates.new_layout(&container, layout, drawn);
        }
    });
    let resized = move || {
        if let Some(Some(container)) = container.try_get_untracked() {
            estimates.new_width(&container, layout, drawn);
        }
    };
    call_on_resize(container, resized);
    reach_end();
    let waiting = StoredValue::new(false);
    let pointer = StoredValue::new(mark_events::Pointer::default());
    let moved = window_event_listener(ev::mousemove, move |event| pointer.update_value(|pointer| pointer.moved(state, &event)));
    on_cleanup(move || moved.remove());
    Effect::new(move || draw_more(state, layout, waiting));
    view! {
        <div
            class="sections" node_ref=container
            on:click=move |event| mark_events::click(state, &event)
            on:keydown=move |event| mark_events::key_down(state, &event)
            on:mouseout=move |_| mark_events::leave(state)
            on:focusin=move |event: ev::FocusEvent| mark_events::focus_in(state, event.target())
            on:focusout=move |_| mark_events::leave(state)
        ></div>
    }
}

/// The heights of sections that are not laid out yet.
#[derive(Clone, Copy, Default)]
struct Estimates {
    /// How the first section is set.
    typography: StoredValue<Option<Typography>>,
    /// The width of the column when that was measured, in CSS pixels.
    width: StoredValue<i32>,
}

impl Estimates {
    /// Estimates new sections. Measures the first section of a long article that has just come in.
    fn new_layout(self, container: &Element, layout: Memo<Layout>, drawn: StoredValue<Vec<Drawn>, LocalStorage>) {
        if drawn.with_value(Vec::len) <= FIRST && layout.with_untracked(|layout| layout.sections.len()) > FIRST {
            self.typography.set_value(measure(container));
            self.width.set_value(container.client_width());
        }
        self.estimate(layout, drawn, true);
    }

    /// Measures and estimates again if the column has another width.
    fn new_width(self, container: &Element, layout: Memo<Layout>, drawn: StoredValue<Vec<Drawn>, LocalStorage>) {
        let width = container.client_width();
        if self.typography.with_value(Option::is_some) && self.width.get_value() != width {
            self.width.set_value(width);
            self.typography.set_value(measure(container));
            // The browser forgets the heights that sections had with the old width.
            let again = move |remembers| {
                drawn.try_update_value(|drawn| drawn.iter_mut().for_each(|section| section.estimated = false));
                self.estimate(layout, drawn, remembers);
            };
            again(false);
            run_before_next_frame(move || run_before_next_frame(move || again(true)));
        }
    }

    fn estimate(self, layout: Memo<Layout>, drawn: StoredValue<Vec<Drawn>, LocalStorage>, remembers: bool) {
        // A requested frame may come after the article is removed.
        let Some(typography) = self.typography.try_get_value().flatten() else { return };
        layout.with_untracked(|layout| {
            drawn.update_value(|drawn| {
                for (drawn, section) in drawn.iter_mut().zip(&layout.sections).filter(|(drawn, _)| !drawn.estimated) {
                    let height = typography.height(layout.shown.text(), &layout.rows[section.rows.clone()]);
                    expect_height(&drawn.element, height, remembers);
                    drawn.estimated = true;
                }
            });
        });
    }
}

/// The number of sections to draw: at least as far as `state.place.drawn_to` says.
fn count_to_draw(state: State, layout: &Layout) -> usize {
    layout.up_to(state.place.drawn_to.get()).max(FIRST).min(layout.sections.len())
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
            state.place.drawn_to.update(|drawn| *drawn = next.max(*drawn));
        }
    };
    run_after(Duration::from_millis(if count <= FIRST { 30 } else { 4 }), draw);
}

/// The byte up to which the article is drawn with the next slice. Once all sections are drawn, every later change is drawn at once.
fn end_of_next_slice(state: State, layout: &Layout) -> usize {
    let last = layout.up_to(state.place.drawn_to.get_untracked()).max(FIRST).min(layout.sections.len()) + SLICE;
    if last >= layout.sections.len() { usize::MAX } else { layout.sections[last - 1].base.bytes }
}

/// A section in the document.
struct Drawn {
    number: usize,
    base: SectionBase,
    element: Element,
    /// True if it has an estimate of its height.
    estimated: bool,
}

impl Drawn {
    fn new(layout: &Layout, section: &Section) -> Self {
        let element = element("section", &[(BASE, &section.base.to_string())]);
        Self { number: section.number, base: section.base, element, estimated: false }.with_rows(layout, section)
    }

    /// Turns this section into another one. Rows that look the same keep their nodes.
    fn with_rows(mut self, layout: &Layout, section: &Section) -> Self {
        let mut next = self.element.first_element_child();
        for row in &layout.rows[section.rows.clone()] {
            let row = row_element(&layout.shown, row, section.base, layout.look_alikes);
            let Some(old) = next else {
                let _ = self.element.append_child(&row);
                continue;
            };
            next = old.next_element_sibling();
            if !old.is_equal_node(Some(&row)) {
                let _ = self.element.replace_child(&row, &old);
            }
        }
        while let Some(old) = next {
            next = old.next_element_sibling();
            old.remove();
        }
        self.number = section.number;
        self.estimated = false;
        self
    }

    /// Updates the attribute that says where the section begins.
    fn begin_at(&mut self, base: SectionBase) {
        if self.base != base {
            set(&self.element, BASE, &base.to_string());
            self.base = base;
        }
    }
}

/// Makes the document show the first `count` sections of the layout. A section with a known number keeps its node; a changed section takes
/// over the node of one that is gone.
fn update(container: &Element, drawn: &mut Vec<Drawn>, layout: &Layout, count: usize) {
    let focused = focused_mark(container);
    let sections = &layout.sections[..count];
    let numbers: FxHashSet<usize> = sections.iter().map(|section| section.number).collect();
    let (kept, changed): (Vec<Drawn>, Vec<Drawn>) = drawn.drain(..).partition(|section| numbers.contains(&section.number));
    let (mut kept, mut changed) = (kept.into_iter().peekable(), changed.into_iter());
    drawn.extend(sections.iter().map(|section| {
        let same = kept.next_if(|kept| kept.number == section.number);
        same.or_else(|| Some(changed.next()?.with_rows(layout, section))).unwrap_or_else(|| Drawn::new(layout, section))
    }));
    for removed in kept.chain(changed) {
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
    let _ = container.class_list().toggle_with_force(WHOLE, count == layout.sections.len());
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
    let mark = container.query_selector(mark).ok().flatten().filter(|_| focus::is_lost());
    if let Some(mark) = mark.and_then(|mark| mark.dyn_into::<HtmlElement>().ok()) {
        let _ = mark.focus();
    }
}
