//! The article at a glance: one plain sentence, and three figures that lead to what they count.

use super::filters::Filters;
use super::state::State;
use crate::engine::{Finding, Report, SourceLedger, Span, decisions, sources};
use crate::lexicon::Category;
use crate::wording::{Part, category_title, page, summary_parts};
use leptos::prelude::*;

/// The summary, the figures and the filters.
#[component]
pub fn Glance() -> impl IntoView {
    let state = expect_context::<State>();
    let readable = Memo::new(move |_| state.analysis.with(|analysis| analysis.report().notice.is_none()));
    let parts = move || {
        let filter = state.filter.get();
        let of: Vec<Category> = Category::ALL.into_iter().filter(|category| filter.shows_any(*category)).collect();
        let parts = state.shown.with(|shown| summary_parts(shown.report(), &of));
        parts.into_iter().map(|part| part_view(state, part)).collect_view()
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
fn part_view(state: State, part: Part) -> AnyView {
    let Some(category) = part.counts else { return part.words.into_any() };
    let label = page::sentences_tour(category);
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        state.start_tour(label.to_owned(), state.shown.with_untracked(|shown| sentences(shown.report(), category)));
    };
    // A link, for it leads to places and runs on in the line.
    view! { <a href="#article" class=format!("counts {}", category.name()) on:click=go>{part.words}</a> }.into_any()
}

/// The sentences that hold findings of a category.
fn sentences(report: &Report, category: Category) -> Vec<Span> {
    let mut numbers: Vec<usize> = report.findings.iter().filter(|finding| finding.category() == category).map(|finding| finding.sentence).collect();
    numbers.dedup();
    numbers.into_iter().filter_map(|number| report.sentences.get(number).copied()).collect()
}

/// Goes through the findings that fit.
pub fn tour_of(state: State, label: &str, fits: impl Fn(&Finding) -> bool) {
    let places = state.shown.with_untracked(|shown| shown.report().findings.iter().filter(|finding| fits(finding)).map(|finding| finding.span).collect());
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
    let count = move || state.shown.with(|shown| shown.report().count(category));
    let share = Memo::new(move |_| state.shown.with(|shown| share(shown.text(), shown.report(), category)));
    let bar = move || {
        let (part, all, _) = share.get();
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
            <p>{move || share.with(|(.., words)| words.clone())}</p>
        </div>
    }
}

/// A part, the whole it is taken of, and both in words.
fn share(text: &str, report: &Report, category: Category) -> (usize, usize, String) {
    let all = report.sentences.len();
    let sentences = report.sentences_with(category);
    match category {
        Category::Hedge => (sentences, all, page::of_sentences(sentences, all)),
        Category::Source => {
            let ledger = sources(text, report);
            let (unnamed, named) = (SourceLedger::statements(&ledger.unnamed), SourceLedger::statements(&ledger.named));
            (unnamed, unnamed + named, page::against_named(named))
        }
        Category::Pending => {
            let open = decisions(report);
            let dated = open.iter().filter(|decision| decision.date.is_some()).count();
            (sentences, all, page::open_in_sentences(sentences, all, dated))
        }
    }
}
