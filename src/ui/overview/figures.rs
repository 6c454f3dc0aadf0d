//! The figure of a category: its switch, the number of its marks, and its share of the article as a bar.

use super::links::{count_link, navigate_findings};
use super::yardstick_view::among_all;
use crate::engine::Span;
use crate::lexicon::Category;
use crate::reading::{CategoryFigure, dated, row_places, sentences_with};
use crate::ui::actions;
use crate::ui::controls::{Button, reactive};
use crate::ui::state::State;
use crate::wording::{category_title, grouped, page};
use leptos::prelude::*;

/// The figure of a category.
#[component]
pub fn Figure(category: Category) -> impl IntoView {
    let state = expect_context::<State>();
    let pressed = Signal::derive(move || match state.article.filter.get() {
        filter if filter.shows_all(category) => "true",
        filter if filter.shows_any(category) => "mixed",
        _ => "false",
    });
    let figure = move || {
        state
            .article
            .sources
            .with(|sources| state.article.overview_shown.with(|shown| CategoryFigure::new(shown.report(), sources, category)))
    };
    let off = move || state.article.filter.with(|filter| !filter.shows_any(category));
    let count = move || state.article.overview_shown.with(|shown| shown.report().count(category));
    view! {
        <div class=format!("figure {}", category.name())>
            <button
                type="button" class=format!("chip {}", category.name()) data-category=category.name() aria-pressed=pressed
                on:click=move |_| actions::set_filter(state, state.article.filter.get_untracked().toggled_category(category))
            >
                <i aria-hidden="true">{category.letter()}</i>
                <span class="sample-mark">{category_title(category)}</span>
            </button>
            <Button
                class="number" disabled=move || count() == 0 label=move || if off() { page::OFF.to_owned() } else { page::go_through(count(), category) }
                text=move || if off() { page::OFF.to_owned() } else { grouped(count()) }
                press=move || navigate_findings(state, category_title(category), |finding| finding.category() == category)
            />
            <Bar percent=move || figure().percent()/>
            <p>{reactive(move || if off() { ().into_any() } else { caption(state, category) })}</p>
            <p class="among">{reactive(move || if off() { None } else { among_all(state, category) })}</p>
        </div>
    }
}

#[component]
fn Bar(#[prop(into)] percent: Signal<usize>) -> impl IntoView {
    view! {
        <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect class="all" width="100" height="6"/>
            <rect class="part" width=percent height="6"/>
        </svg>
    }
}

/// The text below the bar. Its numbers lead to the counted places.
fn caption(state: State, category: Category) -> AnyView {
    if category == Category::Source {
        let named = state.article.source_rows.with(|rows| row_places(&rows.named));
        return link(state, page::against_named(named.len()), page::NAMED_STATEMENTS, named);
    }
    state.article.overview_shown.with(|shown| {
        let report = shown.report();
        let sentences = sentences_with(report, category);
        let words = page::of_sentences(sentences.len(), report.sentences.len());
        let sentences = link(state, words, page::sentences_tour(category), sentences);
        let dated = dated(report, category);
        let dated = (!dated.is_empty()).then(|| view! { <br/>{link(state, page::with_date(dated.len()), page::DATED, dated)} });
        view! { {sentences}{dated} }.into_any()
    })
}

/// A counting phrase; a link unless it counts nothing.
fn link(state: State, words: String, label: &'static str, places: Vec<Span>) -> AnyView {
    if places.is_empty() { words.into_any() } else { count_link(state, "", words, label, places) }
}
