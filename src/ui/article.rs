//! The marked article, drawn section by section.

use super::analysis::Analysis;
use super::sections::Sections;
use super::state::State;
use crate::engine::BlockKind;
use crate::wording::page;
use leptos::prelude::*;
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// The article with its marks.
#[component]
pub fn Article() -> impl IntoView {
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

/// Hidden descriptions of the rules that occur, which marks refer to for screen readers.
#[component]
fn Rules() -> impl IntoView {
    let state = expect_context::<State>();
    let rules = Memo::new(move |_| {
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
    view! { <div hidden>{move || rules.get().into_iter().map(rule).collect_view()}</div> }
}
