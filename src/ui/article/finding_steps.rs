//! Going from finding to finding, by button or key.

use super::mark_lookup::{explanation_of, first_mark_of};
use crate::browser::timers::run_before_next_frame;
use crate::engine::Finding;
use crate::lexicon::Category;
use crate::reading::next_finding;
use crate::ui::actions;
use crate::ui::focus::focus_popover;
use crate::ui::focus::scroll::scroll_to_mark;
use crate::ui::state::{Explanation, State};
use crate::wording::page;
use leptos::prelude::*;

/// Shows the next or previous finding in the popover, around the ends.
pub fn step_popover(state: State, forward: bool) {
    let shown = state.article.shown.get_untracked();
    let current = explained(state, forward);
    let next = next_finding(&shown.report().findings, current, state.place.position.get_untracked(), forward, |_| true);
    if let Some(next) = next {
        go_to(state, next, true);
    }
}

/// Focuses the next or previous finding, of one category or of all. Without a category, a navigation is continued instead.
pub fn step(state: State, category: Option<Category>, forward: bool) {
    let navigating = || state.place.navigation.with_untracked(|navigation| navigation.as_ref().is_some_and(|one| !one.places.is_empty()));
    if category.is_none() && navigating() {
        return actions::step_navigation(state, forward);
    }
    state.place.navigation.set(None);
    let shown = state.article.shown.get_untracked();
    let wanted = |finding: &Finding| category.is_none_or(|category| finding.category() == category);
    let current = explained(state, forward);
    let next = next_finding(&shown.report().findings, current, state.place.position.get_untracked(), forward, wanted);
    match next {
        Some(next) => go_to(state, next, false),
        None => state.notify(page::nothing_to_step_to(category)),
    }
}

/// The explained finding; of several overlapping ones the last in the direction of travel.
fn explained(state: State, forward: bool) -> Option<usize> {
    state.place.explanation.with_untracked(|explanation| {
        let findings = &explanation.as_ref()?.findings;
        if forward { findings.last().copied() } else { findings.first().copied() }
    })
}

/// Scrolls to a finding and explains it. The focus goes to its mark or, if `pinned`, into the popover.
fn go_to(state: State, number: usize, pinned: bool) {
    let wanted = Explanation { findings: vec![number], look_alike: None, pinned };
    let position = state.article.shown.with_untracked(|shown| shown.report().findings.get(number).map_or(0, |finding| finding.span.start));
    state.place.position.set(position);
    state.message.set(None);
    if first_mark_of(&wanted).is_some() {
        return arrive(state, &wanted);
    }
    // Its section is not drawn yet.
    state.place.drawn_to.update(|drawn| *drawn = position.max(*drawn));
    run_before_next_frame(move || arrive(state, &wanted));
}

fn arrive(state: State, wanted: &Explanation) {
    let Some(mark) = first_mark_of(wanted) else { return };
    mark.scroll_into_view();
    scroll_to_mark(&mark);
    let explanation = explanation_of(&mark, wanted.pinned);
    if wanted.pinned {
        focus_popover();
    } else {
        let _ = mark.focus();
    }
    // Some browsers do not count this as keyboard focus, which would open the explanation.
    state.place.explanation.set(Some(explanation));
}
