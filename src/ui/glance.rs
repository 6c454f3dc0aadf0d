//! The article at a glance: one plain sentence, and three figures that lead to what they count.

use super::filters::Filters;
use super::rows::places;
use super::state::State;
use crate::engine::{Finding, Report, SourceLedger, Span};
use crate::lexicon::Category;
use crate::wording::{self, category_title, page, summary_parts};
use leptos::prelude::*;

/// The summary, the figures and the filters.
#[component]
pub fn Glance() -> impl IntoView {
    let state = expect_context::<State>();
    let readable = Memo::new(move |_| state.overview.with(|analysis| analysis.report().notice.is_none()));
    let parts = move || {
        let filter = state.filter.get();
        let of: Vec<Category> = Category::ALL.into_iter().filter(|category| filter.shows_any(*category)).collect();
        let parts = state.overview_shown.with(|shown| summary_parts(shown.report(), &of));
        let all =
            state.overview.with(|all| all.report().findings.len()) == state.overview_shown.with(|shown| shown.report().findings.len());
        let note = (!all && !of.is_empty()).then(|| format!(" {}", page::ONLY_SHOWN));
        view! { {parts.into_iter().map(|part| part_view(state, part)).collect_view()}{note} }
    };
    view! {
        <section class="glance" aria-label=page::AT_A_GLANCE>
            <p id="summary" aria-live="polite">{parts}</p>
            <Show when=move || readable.get()>
                <div class="figures">{Category::ALL.map(|category| view! { <Figure category/> }).collect_view()}</div>
                <Filters/>
            </Show>
        </section>
    }
}

/// Words of the summary; those that count lead to the sentences that they count.
fn part_view(state: State, part: wording::Part) -> AnyView {
    let Some(category) = part.counts else { return part.words.into_any() };
    let places = state.overview_shown.with_untracked(|shown| sentences(shown.report(), category));
    counts(state, category.name(), part.words, page::sentences_tour(category), places)
}

/// Words that count something, and lead to it. A link, for it leads to places and runs on in the line.
pub fn counts(state: State, class: &'static str, words: String, label: &'static str, places: Vec<Span>) -> AnyView {
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        state.start_tour(label.to_owned(), places.clone());
    };
    view! { <a href="#article" class=format!("counts {class}") on:click=go>{words}</a> }.into_any()
}

/// The sentences that hold findings of a category.
fn sentences(report: &Report, category: Category) -> Vec<Span> {
    let mut numbers: Vec<usize> =
        report.findings.iter().filter(|finding| finding.category() == category).map(|finding| finding.sentence).collect();
    numbers.dedup();
    numbers.into_iter().filter_map(|number| report.sentences.get(number).copied()).collect()
}

/// Goes through the findings that fit.
pub fn tour_of(state: State, label: &str, fits: impl Fn(&Finding) -> bool) {
    let places = state
        .shown
        .with_untracked(|shown| shown.report().findings.iter().filter(|finding| fits(finding)).map(|finding| finding.span).collect());
    state.start_tour(label.to_owned(), places);
}

/// A category: its switch, the number of its marks, and its share of the article as a bar.
#[component]
fn Figure(category: Category) -> impl IntoView {
    let state = expect_context::<State>();
    let pressed = move || match state.filter.get() {
        filter if filter.shows_all(category) => "true",
        filter if filter.shows_any(category) => "mixed",
        _ => "false",
    };
    let count = move || state.overview_shown.with(|shown| shown.report().count(category));
    let share = move || match category {
        Category::Source => {
            let named = state.sources.with(|sources| SourceLedger::statements(&sources.named));
            (count(), count() + named)
        }
        _ => state.overview_shown.with(|shown| (shown.report().sentences_with(category), shown.report().sentences.len())),
    };
    let bar = move || {
        let (part, all) = share();
        let percent = (part * 100).checked_div(all).unwrap_or(0);
        view! { <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="6"/><rect class="part" width=percent height="6"/></svg> }
    };
    view! {
        <div class=format!("figure {}", category.name())>
            <button
                type="button" class=format!("chip {}", category.name()) data-category=category.name() aria-pressed=pressed
                on:click=move |_| state.set_filter(state.filter.get_untracked().toggled_category(category))
            >
                <i aria-hidden="true">{category.letter()}</i>
                <span class="sample-mark">{category_title(category)}</span>
            </button>
            <button
                type="button" class="number" disabled=move || count() == 0 aria-label=move || page::go_through(count(), category)
                on:click=move |_| tour_of(state, category_title(category), |finding| finding.category() == category)
            >{count}</button>
            {bar}
            <p>{move || caption(state, category)}</p>
        </div>
    }
}

/// What stands below the bar; its numbers lead to what they count.
fn caption(state: State, category: Category) -> AnyView {
    let shown = state.overview_shown.get();
    let report = shown.report();
    if category == Category::Source {
        let named = state.sources.with(|sources| places(&sources.named));
        let words = page::against_named(named.len());
        return if named.is_empty() { words.into_any() } else { counts(state, "", words, page::NAMED_STATEMENTS, named) };
    }
    let places = sentences(report, category);
    let words = page::of_sentences(places.len(), report.sentences.len());
    let sentences = if places.is_empty() { words.into_any() } else { counts(state, "", words, page::sentences_tour(category), places) };
    let dated: Vec<Span> = report
        .findings
        .iter()
        .filter(|finding| finding.date.is_some() && finding.category() == category)
        .map(|finding| finding.span)
        .collect();
    let dated = (!dated.is_empty()).then(|| view! { <br/>{counts(state, "", page::with_date(dated.len()), page::DATED, dated)} });
    view! { {sentences}{dated} }.into_any()
}
