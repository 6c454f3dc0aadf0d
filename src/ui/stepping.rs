//! Going from finding to finding, by button or key.

use super::card::{focus_card, scroll_to};
use super::pointing::{mark, opens};
use super::state::{Opened, State};
use crate::engine::Finding;
use crate::lexicon::Category;
use leptos::prelude::*;

/// The card goes on to the next or previous finding, round the ends.
pub fn step_card(state: State, forward: bool) {
    let shown = state.shown.get_untracked();
    let findings = &shown.report().findings;
    let next = match explained(state, forward) {
        Some(current) => round(findings.len(), current, forward).next(),
        None => beside(findings, state.place.get_untracked(), forward, |_| true),
    };
    if let Some(next) = next {
        go_to(state, next, true);
    }
}

/// The keyboard goes on to the next or previous finding, of one category or of all; a running tour goes on instead.
pub fn step(state: State, category: Option<Category>, forward: bool) {
    if category.is_none() && state.tour.with_untracked(|tour| tour.as_ref().is_some_and(|tour| !tour.places.is_empty())) {
        return state.step_tour(forward);
    }
    state.tour.set(None);
    let shown = state.shown.get_untracked();
    let of = |finding: &Finding| category.is_none_or(|category| finding.category() == category);
    let findings = &shown.report().findings;
    let next = match explained(state, forward) {
        Some(here) => round(findings.len(), here, forward).find(|number| of(&findings[*number])),
        None => beside(findings, state.place.get_untracked(), forward, of),
    };
    if let Some(next) = next {
        go_to(state, next, false);
    }
}

/// The finding that is explained: of several that lie over each other the one at the end that the reader leaves.
fn explained(state: State, forward: bool) -> Option<usize> {
    state.opened.with_untracked(|opened| {
        let findings = &opened.as_ref()?.findings;
        if forward { findings.last().copied() } else { findings.first().copied() }
    })
}

/// All numbers but one, from it forward or back, round the ends.
fn round(count: usize, from: usize, forward: bool) -> impl Iterator<Item = usize> {
    (1..count).map(move |step| (from + if forward { step } else { count - step }) % count)
}

/// The nearest finding at or after a place, or before it; round the ends.
fn beside(findings: &[Finding], place: usize, forward: bool, of: impl Fn(&Finding) -> bool) -> Option<usize> {
    let first = findings.partition_point(|finding| finding.span.start < place);
    let (after, before) = (first..findings.len(), 0..first);
    let wanted = |number: &usize| of(&findings[*number]);
    if forward { after.chain(before).find(wanted) } else { before.rev().chain(after.rev()).find(wanted) }
}

/// Brings a finding into view and explains it there; the keyboard goes to it, into the card where that is `pinned`.
fn go_to(state: State, number: usize, pinned: bool) {
    let wanted = Opened { findings: vec![number], look_alike: None, pinned };
    state.place.set(state.shown.with_untracked(|shown| shown.report().findings.get(number).map_or(0, |finding| finding.span.start)));
    let arrive = move || {
        let Some(mark) = mark(&wanted) else { return };
        mark.scroll_into_view();
        scroll_to(&mark);
        let opened = opens(&mark, pinned);
        if pinned {
            focus_card();
        } else {
            let _ = mark.focus();
        }
        // Some engines do not count this as focus by keyboard, which would have opened it.
        state.opened.set(Some(opened));
    };
    if mark(&Opened { findings: vec![number], look_alike: None, pinned }).is_some() {
        return arrive();
    }
    // Its section is still to be drawn.
    let place = state.place.get_untracked();
    state.drawn.update(|drawn| *drawn = place.max(*drawn));
    request_animation_frame(arrive);
}
