//! Numbers that lead to the places that they count.

use crate::engine::{Finding, Report, Span};
use crate::lexicon::Category;
use crate::ui::actions;
use crate::ui::state::State;
use leptos::prelude::*;

/// A counting phrase as a link to the counted places.
pub fn count_link(state: State, class: &'static str, words: String, label: &'static str, places: Vec<Span>) -> AnyView {
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        actions::navigate(state, label.to_owned(), places.clone());
    };
    view! { <a href="#article" class=format!("counts {class}") on:click=go>{words}</a> }.into_any()
}

/// Goes through the findings that fit.
pub fn navigate_findings(state: State, label: &str, fits: impl Fn(&Finding) -> bool) {
    let places = state
        .shown
        .with_untracked(|shown| shown.report().findings.iter().filter(|finding| fits(finding)).map(|finding| finding.span).collect());
    actions::navigate(state, label.to_owned(), places);
}

/// The sentences that contain findings of a category.
pub fn sentences_with(report: &Report, category: Category) -> Vec<Span> {
    let mut numbers: Vec<usize> =
        report.findings.iter().filter(|finding| finding.category() == category).map(|finding| finding.sentence).collect();
    numbers.dedup();
    numbers.into_iter().filter_map(|number| report.sentences.get(number).copied()).collect()
}
