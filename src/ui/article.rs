//! The marked article, drawn section by section.

use super::state::{Analysis, Hidden, Opened, State};
use crate::engine::{BlockKind, Finding, Piece, Span, pieces};
use crate::lexicon::ENTRIES;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

/// Rows in one section: the browser skips the layout of sections that are out of view.
const SECTION: usize = 20;
/// Sections drawn at once; the rest follows in slices, so that the page answers meanwhile.
const AT_ONCE: usize = 3;
const SLICE: usize = 2;
/// How long the pointer rests on a mark before the explanation opens.
const HOVER: Duration = Duration::from_millis(250);

/// The article with its marks.
#[component]
pub fn Article() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <article id="article" class="paper" tabindex="-1" aria-label="The article with its marks">
            // Every page has a heading, for those who go by headings; an article without a headline gets one they hear.
            <Show when=move || state.analysis.with(|analysis| !has_headline(analysis))><h1 class="heard">"The article"</h1></Show>
            {move || view! { <Sections analysis=state.analysis.get()/> }}
        </article>
    }
}

fn has_headline(analysis: &Analysis) -> bool {
    analysis.report().blocks.first().is_some_and(|block| block.kind == BlockKind::Headline)
}

/// The sections of one analysis: the first at once, the others slice by slice.
#[component]
fn Sections(analysis: Analysis) -> impl IntoView {
    let state = expect_context::<State>();
    let rows: Arc<[Row]> = rows(&analysis).into();
    let count = rows.len().div_ceil(SECTION);
    let drawn = RwSignal::new(count.min(AT_ONCE));
    let alive = StoredValue::new(());
    if count > AT_ONCE {
        set_timeout(move || draw_more(drawn, count, alive), Duration::from_millis(30));
    }
    let rules = rule_descriptions(&analysis);
    let section = move |number: usize| {
        let (analysis, rows) = (analysis.clone(), rows.clone());
        view! { <section>{move || section_rows(&analysis, &rows, number, state.hidden.get())}</section> }
    };
    view! {
        <div
            class="sections"
            on:click=move |event| toggle(state, event.target())
            on:keydown=move |event| press(state, &event)
            on:mouseover=move |event| hover(state, event.target())
            on:mouseout=move |_| leave(state)
            on:focusin=move |event| focus(state, event.target())
        >
            <For each=move || 0..drawn.get() key=|number| *number children=section/>
        </div>
        {rules}
    }
}

fn draw_more(drawn: RwSignal<usize>, count: usize, alive: StoredValue<()>) {
    if alive.try_get_value().is_none() {
        return;
    }
    drawn.update(|drawn| *drawn = (*drawn + SLICE).min(count));
    if drawn.get_untracked() < count {
        set_timeout(move || draw_more(drawn, count, alive), Duration::from_millis(4));
    }
}

/// Hidden descriptions of the rules that occur, which marks refer to for screen readers.
fn rule_descriptions(analysis: &Analysis) -> impl IntoView + use<> {
    let rules: BTreeSet<u16> = analysis.report().findings.iter().map(|finding| finding.rule).collect();
    let descriptions = rules.into_iter().map(|rule| {
        let entry = &ENTRIES[usize::from(rule)];
        view! { <p id=format!("why-{}", entry.id)>{plain(entry.why)}</p> }
    });
    view! { <div hidden>{descriptions.collect_view()}</div> }
}

/// Explanations quote words between backticks; readers get quotation marks.
pub fn plain(explanation: &str) -> String {
    let mut open = false;
    let quote = |c| match c {
        '`' => {
            open = !open;
            if open { '“' } else { '”' }
        }
        '\'' => '’',
        _ => c,
    };
    explanation.chars().map(quote).collect()
}

/// What is drawn as one paragraph: a block, or a part of a very long one.
struct Row {
    kind: BlockKind,
    first: bool,
    span: Span,
}

/// Longest paragraph that is drawn in one, in bytes: browsers lay out endless lines very slowly.
const LONGEST: usize = 12_000;

fn rows(analysis: &Analysis) -> Vec<Row> {
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

fn section_rows(analysis: &Analysis, rows: &[Row], section: usize, hidden: Hidden) -> impl IntoView + use<> {
    let rows = rows.iter().skip(section * SECTION).take(SECTION);
    rows.map(|row| row_view(analysis, row, hidden)).collect_view()
}

fn row_view(analysis: &Analysis, block: &Row, hidden: Hidden) -> AnyView {
    let report = analysis.report();
    let row = pieces(block.span, &report.findings, |finding| hidden.shows(finding.kind()));
    let content = row
        .iter()
        .enumerate()
        .map(|(place, piece)| piece_view(analysis, piece, place.checked_sub(1).map(|before| &row[before])))
        .collect_view();
    match block.kind {
        BlockKind::Furniture => view! { <p class="furniture">{content}</p> }.into_any(),
        BlockKind::Headline if block.first => view! { <h1>{content}</h1> }.into_any(),
        BlockKind::Headline => view! { <h2>{content}</h2> }.into_any(),
        BlockKind::Paragraph => view! { <p>{content}</p> }.into_any(),
    }
}

/// Plain text, or a mark. A mark that goes on from the piece before is reached through that one.
fn piece_view(analysis: &Analysis, piece: &Piece, before: Option<&Piece>) -> AnyView {
    if piece.findings.is_empty() {
        return plain_piece(analysis, piece.span);
    }
    let text = piece.span.of(analysis.text()).to_owned();
    let findings: Vec<&Finding> = piece.findings.iter().map(|index| &analysis.report().findings[*index]).collect();
    let first = findings[0];
    let goes_on = before.is_some_and(|before| before.findings.contains(&piece.findings[0])) && piece.findings.len() == 1;
    let class = |finding: &Finding| format!("{} {}", finding.category().name(), finding.strength().name());
    let inner = match findings.get(1) {
        Some(second) => view! { <span class=class(second)>{text.clone()}</span> }.into_any(),
        None => text.clone().into_any(),
    };
    let kinds: Vec<String> = findings.iter().map(|finding| format!("{}, {}", category_words(finding), finding.kind().title())).collect();
    let label = format!("{text}: {}", kinds.join("; "));
    let described: Vec<String> = findings.iter().map(|finding| format!("why-{}", finding.entry().id)).collect();
    let ids: Vec<String> = piece.findings.iter().map(ToString::to_string).collect();
    view! {
        <mark
            class=class(first) data-findings=ids.join(" ") role="button" tabindex=if goes_on { "-1" } else { "0" }
            aria-label=label aria-describedby=described.join(" ")
        >{inner}</mark>
    }
    .into_any()
}

/// Unmarked text, with citation brackets set apart.
fn plain_piece(analysis: &Analysis, span: Span) -> AnyView {
    let (text, citations) = (analysis.text(), &analysis.report().citations);
    let mut parts = Vec::new();
    let mut at = span.start;
    let first = citations.partition_point(|citation| citation.span.start < span.start);
    for citation in citations[first..].iter().take_while(|citation| citation.span.end <= span.end) {
        parts.push(text[at..citation.span.start].to_owned().into_any());
        parts.push(view! { <span class="citation">{citation.span.of(text).to_owned()}</span> }.into_any());
        at = citation.span.end;
    }
    if parts.is_empty() {
        return span.of(text).to_owned().into_any();
    }
    parts.push(text[at..span.end].to_owned().into_any());
    parts.collect_view().into_any()
}

/// The category in the words of an explanation.
pub fn category_words(finding: &Finding) -> &'static str {
    use crate::lexicon::Category;
    match finding.category() {
        Category::Hedge => "hedged wording",
        Category::Source => "unnamed source",
        Category::Pending => "open decision",
    }
}

/// The mark that an event is about.
fn mark_of(target: Option<web_sys::EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest("mark[data-findings]").ok().flatten()
}

fn findings_of(mark: &Element) -> Vec<usize> {
    let ids = mark.get_attribute("data-findings").unwrap_or_default();
    ids.split(' ').filter_map(|id| id.parse().ok()).collect()
}

fn open(state: State, mark: &Element, pinned: bool) {
    state.opened.set(Some(Opened { findings: findings_of(mark), pinned }));
}

/// A click or tap opens the explanation and closes it again.
fn toggle(state: State, target: Option<web_sys::EventTarget>) {
    let Some(mark) = mark_of(target) else { return };
    let open_already =
        state.opened.with_untracked(|opened| opened.as_ref().is_some_and(|opened| opened.pinned && opened.findings == findings_of(&mark)));
    if open_already {
        state.opened.set(None);
    } else {
        open(state, &mark, true);
    }
}

fn press(state: State, event: &web_sys::KeyboardEvent) {
    let Some(mark) = mark_of(event.target()) else { return };
    if matches!(event.key().as_str(), "Enter" | " ") {
        event.prevent_default();
        open(state, &mark, true);
        super::card::focus_card();
    }
}

fn hover(state: State, target: Option<web_sys::EventTarget>) {
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
fn leave(state: State) {
    let wait = move || {
        let pinned = state.opened.with_untracked(|opened| opened.as_ref().is_none_or(|opened| opened.pinned));
        let over = document().query_selector("mark:hover, .card:hover, mark:focus-visible").ok().flatten().is_some();
        if !pinned && !over {
            state.opened.set(None);
        }
    };
    set_timeout(wait, HOVER);
}

/// Moving to a mark by keyboard shows its explanation.
fn focus(state: State, target: Option<web_sys::EventTarget>) {
    let Some(mark) = mark_of(target) else { return };
    if mark.matches(":focus-visible").unwrap_or(false) {
        open(state, &mark, false);
    }
}
