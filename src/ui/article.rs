//! The marked article, drawn section by section.

use super::analysis::Analysis;
use super::marks::row_view;
use super::part::{Part, Parts, Show, listed};
use super::pointing;
use super::state::State;
use crate::engine::{BlockKind, Span};
use crate::wording::page;
use caveat_lector_view::view;
use leptos::ev;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast as _;

/// Rows in one section: the browser skips the layout of sections that are out of view.
const SECTION: usize = 20;
/// Sections drawn at once; the rest follows in slices, so that the page answers meanwhile.
const AT_ONCE: usize = 3;
const SLICE: usize = 2;

/// The article with its marks.
#[component]
pub fn Article() -> Part {
    let state = expect_context::<State>();
    let print = window_event_listener(ev::beforeprint, move |_| state.drawn.set(usize::MAX));
    on_cleanup(move || print.remove());
    view! {
        <article id="article" class="paper" class:letters=move || state.letters.get() tabindex="-1" aria-label=page::ARTICLE>
            // Every page has a heading, for those who go by headings; an article without a headline gets one they hear.
            <Show when=move || state.analysis.with(|analysis| !has_headline(analysis))><h1 class="heard">{page::ARTICLE_HEADING}</h1></Show>
            {move || view! { <Sections analysis=state.analysis.get()/> }}
        </article>
    }
}

/// Gives the keyboard to the article as a whole: at once, or as soon as it is drawn.
pub fn focus_article() {
    focus_now();
    request_animation_frame(focus_if_lost);
}

/// When what has the keyboard goes away or becomes another mark, the keyboard goes to the article.
pub fn keep_focus() {
    if document().active_element().is_some_and(|element| element.matches("mark").unwrap_or(false)) {
        focus_now();
    }
    request_animation_frame(focus_if_lost);
}

fn focus_if_lost() {
    if document().active_element().is_none_or(|element| element.matches("body").unwrap_or(false)) {
        focus_now();
    }
}

fn focus_now() {
    if let Some(article) = document().get_element_by_id("article").and_then(|article| article.dyn_into::<web_sys::HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = article.focus_with_options(&options);
    }
}

fn has_headline(analysis: &Analysis) -> bool {
    analysis.report().blocks.first().is_some_and(|block| block.kind == BlockKind::Headline)
}

/// The sections of one text: the first at once, the others slice by slice.
#[component]
fn Sections(analysis: Analysis) -> Part {
    let state = expect_context::<State>();
    let rows: Arc<[Row]> = rows(&analysis).into();
    let count = rows.len().div_ceil(SECTION);
    // While somebody writes, what stands around the place where they write is drawn at once.
    let near = state.place.get_untracked();
    let place = rows.partition_point(|row| row.span.start <= near) / SECTION + 1;
    state.drawn.set(AT_ONCE.max(place));
    let alive = StoredValue::new(());
    if count > AT_ONCE {
        set_timeout(move || draw_more(state, count, alive), Duration::from_millis(30));
    }
    let rules = rule_descriptions(&analysis);
    let section = move |number: usize| {
        let (analysis, rows) = (analysis.clone(), rows.clone());
        view! { <section>{move || section_rows(state, &analysis, &rows, number)}</section> }
    };
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
            {listed(move || 0..state.drawn.get().min(count), section)}
        </div>
        {rules}
    }
}

fn draw_more(state: State, count: usize, alive: StoredValue<()>) {
    if alive.try_get_value().is_none() || state.drawn.get_untracked() >= count {
        return;
    }
    state.drawn.update(|drawn| *drawn += SLICE);
    set_timeout(move || draw_more(state, count, alive), Duration::from_millis(4));
}

/// Hidden descriptions of the rules that occur, which marks refer to for screen readers.
fn rule_descriptions(analysis: &Analysis) -> Part {
    let rules: BTreeMap<&str, &str> = analysis.report().findings.iter().map(|finding| (finding.rule.id, finding.rule.why)).collect();
    let descriptions = rules.into_iter().map(|(id, why)| view! { <p id=format!("why-{id}")>{page::quoted_words(why)}</p> });
    view! { <div hidden>{descriptions.parts()}</div> }
}

/// What is drawn as one paragraph: a block, or a part of a very long one.
pub struct Row {
    /// What the block is.
    pub kind: BlockKind,
    /// Whether it opens the article.
    pub first: bool,
    /// What it holds.
    pub span: Span,
}

/// Longest paragraph that is drawn in one, in bytes: browsers lay out endless lines very slowly.
const LONGEST: usize = 12_000;

/// The rows of an article, in order.
pub fn rows(analysis: &Analysis) -> Vec<Row> {
    let report = analysis.report();
    let mut rows = Vec::with_capacity(report.blocks.len());
    for (number, block) in report.blocks.iter().enumerate() {
        let parts = parts(analysis.text(), block.span, &report.sentences);
        rows.extend(parts.into_iter().map(|span| Row { kind: block.kind, first: number == 0, span }));
    }
    rows
}

/// Cuts a long block after a sentence; inside one only where a sentence alone is too long.
fn parts(text: &str, block: Span, sentences: &[Span]) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = block.start;
    while block.end - start > LONGEST {
        let limit = start + LONGEST;
        let next = sentences.partition_point(|sentence| sentence.end <= limit);
        let sentence_end = next.checked_sub(1).map(|last| sentences[last].end).filter(|end| *end > start);
        let end = sentence_end.unwrap_or_else(|| text.floor_char_boundary(limit)).min(block.end);
        parts.push(Span { start, end });
        start = end;
    }
    if start < block.end {
        parts.push(Span { start, end: block.end });
    }
    parts
}

fn section_rows(state: State, analysis: &Analysis, rows: &[Row], section: usize) -> Vec<Part> {
    let (shown, look_alikes) = (state.shown.get(), state.look_alikes.get());
    // The text has changed: a moment later this section is gone.
    if !shown.is_of(analysis) {
        return Vec::new();
    }
    rows.iter().skip(section * SECTION).take(SECTION).map(|row| row_view(&shown, row, look_alikes)).collect()
}
