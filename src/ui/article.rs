//! The marked article, drawn section by section.

use super::analysis::Analysis;
use super::layout::{Base, Layout, Section};
use super::marks::row_view;
use super::part::{IntoPart, Memo, Part, Parts, Show, derived, follow, listed_with};
use super::place::{BASE, base_words};
use super::pointing;
use super::state::State;
use crate::engine::BlockKind;
use crate::wording::page;
use caveat_lector_view::view;
use leptos::ev;
use leptos::prelude::*;
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, Node};

/// Sections drawn at once; the rest follows in slices, so that the page answers meanwhile.
const AT_ONCE: usize = 2;
const SLICE: usize = 2;

/// The article with its marks.
#[component]
pub fn Article() -> Part {
    let state = expect_context::<State>();
    if WANTED.take() {
        focus_soon();
    }
    view! {
        <article id="article" class="paper" class:letters=move || state.letters.get() tabindex="-1" aria-label=page::ARTICLE>
            // Every page has a heading, for those who go by headings; an article without a headline gets one they hear.
            <Show when=move || state.analysis.with(|analysis| !has_headline(analysis))><h1 class="heard">{page::ARTICLE_HEADING}</h1></Show>
            <Sections/>
            <Rules/>
        </article>
    }
}

/// Draws what is only drawn when it is seen, or printed.
pub fn draw_for_print(state: State) {
    state.finish();
    state.drawn.set(usize::MAX);
    state.printed.set(true);
}

thread_local! {
    /// Whether an article that is still to come gets the keyboard.
    static WANTED: Cell<bool> = const { Cell::new(false) };
}

/// Gives the keyboard to the article as a whole: at once, or as soon as it is drawn.
pub fn focus_article() {
    focus_now();
    focus_soon();
}

/// When what has the keyboard goes away or becomes another mark, the keyboard goes to the article.
pub fn keep_focus() {
    if document().active_element().is_some_and(|element| element.matches("mark").unwrap_or(false)) {
        focus_now();
    }
    focus_soon();
}

/// Behind the next frame: only with it do some browsers notice that what had the keyboard is hidden.
fn focus_soon() {
    request_animation_frame(|| set_timeout(focus_if_lost, Duration::ZERO));
}

fn focus_if_lost() {
    if document().active_element().is_none_or(|element| element.matches("body").unwrap_or(false)) {
        focus_now();
    }
}

fn focus_now() {
    if let Some(article) = document().get_element_by_id("article").and_then(|article| article.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = article.focus_with_options(&options);
    } else {
        WANTED.set(true);
    }
}

fn has_headline(analysis: &Analysis) -> bool {
    analysis.report().blocks.first().is_some_and(|block| block.kind == BlockKind::Headline)
}

/// The sections: the first at once, the others slice by slice.
#[component]
fn Sections() -> Part {
    let state = expect_context::<State>();
    let last = StoredValue::new(None::<Layout>);
    let layout = derived(move || {
        let layout = last.with_value(|was| Layout::new(state.shown.get(), state.look_alikes.get(), was.as_ref()));
        last.set_value(Some(layout.clone()));
        layout
    });
    let numbers = move || layout.with(|layout| layout.sections.iter().take(drawn(state, layout)).map(|section| section.number).collect());
    let written = StoredValue::new(Vec::<(usize, Base)>::new());
    let told = move |place: usize, number: usize, node: &Node| {
        if let Some(section) = layout.with_untracked(|layout| layout.sections.get(place).cloned()) {
            written.update_value(|written| count_from(written, place, (number, section.base), node));
        }
    };
    // An article that comes back is drawn up to the reader's place first.
    state.drawn.set(state.place.get_untracked());
    let waits = StoredValue::new(false);
    follow(move || draw_more(state, layout, waits));
    view! {
        <div
            class="sections"
            on:click=move |event| pointing::toggle(state, &event)
            on:keydown=move |event| pointing::press(state, &event)
            on:mouseover=move |event: ev::MouseEvent| pointing::hover(state, event.target())
            on:mouseout=move |_| pointing::leave(state)
            on:focusin=move |event: ev::FocusEvent| pointing::focus(state, event.target())
            on:focusout=move |_| pointing::leave(state)
        >
            {listed_with(numbers, move |number| layout.with_untracked(|layout| layout.section(number).map(|section| section_view(layout, section))).into_part(), told)}
        </div>
    }
}

/// How many sections are drawn. While somebody writes, what stands around the place where they write is drawn at once.
fn drawn(state: State, layout: &Layout) -> usize {
    layout.up_to(state.drawn.get()).max(AT_ONCE).min(layout.sections.len())
}

/// Draws the next sections a moment later, until all are there.
fn draw_more(state: State, layout: Memo<Layout>, waits: StoredValue<bool>) {
    let drawn = layout.with(|layout| Some(drawn(state, layout)).filter(|drawn| *drawn < layout.sections.len()));
    let Some(so_far) = drawn.filter(|_| !waits.get_value()) else { return };
    waits.set_value(true);
    let draw = move || {
        if waits.try_update_value(|waits| *waits = false).is_some() {
            // Of the article as it is by now.
            let next = layout.with_untracked(|layout| next_end(state, layout));
            state.drawn.update(|drawn| *drawn = next.max(*drawn));
        }
    };
    set_timeout(draw, Duration::from_millis(if so_far <= AT_ONCE { 30 } else { 4 }));
}

/// Up to where the next slice goes. Once all sections are there they stay so, wherever a change moves them.
fn next_end(state: State, layout: &Layout) -> usize {
    let last = drawn(state, layout) + SLICE;
    if last >= layout.sections.len() { usize::MAX } else { layout.sections[last - 1].base.bytes }
}

fn section_view(layout: &Layout, section: &Section) -> Part {
    let rows = &layout.rows[section.rows.clone()];
    let base = base_words(section.base);
    view! { <section data-base=base>{rows.iter().map(|row| row_view(&layout.shown, row, section.base, layout.look_alikes)).parts()}</section> }
}

/// Tells a section on the page where it begins, unless that is written on it.
fn count_from(written: &mut Vec<(usize, Base)>, place: usize, section: (usize, Base), node: &Node) {
    if written.get(place) == Some(&section) {
        return;
    }
    if let Some(element) = node.dyn_ref::<Element>() {
        let _ = element.set_attribute(BASE, &base_words(section.1));
    }
    // Those behind it may have another place now.
    written.truncate(place);
    written.push(section);
}

/// Hidden descriptions of the rules that occur, which marks refer to for screen readers.
#[component]
fn Rules() -> Part {
    let state = expect_context::<State>();
    let rules = derived(move || {
        let mut rules: Vec<(Cow<'static, str>, Cow<'static, str>)> = Vec::new();
        let mut seen = FxHashSet::default();
        state.overview.with(|overview| {
            let fresh = overview.report().findings.iter().map(|finding| &finding.rule).filter(|rule| seen.insert(Arc::as_ptr(rule)));
            rules.extend(fresh.map(|rule| (rule.id.clone(), rule.why.clone())));
        });
        rules.sort_unstable();
        rules.dedup();
        rules
    });
    let rule = |(id, why): (Cow<'static, str>, Cow<'static, str>)| view! { <p id=format!("why-{id}")>{page::quoted_words(&why)}</p> };
    view! { <div hidden>{move || rules.get().into_iter().map(rule).parts()}</div> }
}
