//! Going from finding to finding, by button or key.

use super::card::{focus_card, scroll_to};
use super::pointing::{mark, opens};
use super::state::{Opened, State};
use crate::engine::Finding;
use crate::lexicon::Category;
use leptos::prelude::*;

/// The card goes on to the next or previous finding, round the ends.
pub fn step_card(state: State, forward: bool) {
    let Some(opened) = state.opened.get_untracked() else { return };
    let shown = state.shown.get_untracked();
    let findings = &shown.report().findings;
    let next = match opened.findings.first() {
        Some(current) => round(findings.len(), *current, forward).next(),
        None => beside(findings, state.place.get_untracked(), forward, |_| true),
    };
    let opened = next.and_then(|next| go_to(state, next, true));
    if opened.is_some() {
        focus_card();
    }
}

/// The keyboard goes on to the next or previous finding, of one category or of all; a running tour goes on instead.
pub fn step(state: State, category: Option<Category>, forward: bool) {
    if category.is_none() && state.tour.with_untracked(Option::is_some) {
        return state.step_tour(forward);
    }
    state.tour.set(None);
    let shown = state.shown.get_untracked();
    let of = |finding: &Finding| category.is_none_or(|category| finding.category() == category);
    let here = state.opened.with_untracked(|opened| opened.as_ref().and_then(|opened| opened.findings.first().copied()));
    let findings = &shown.report().findings;
    let next = match here {
        Some(here) => round(findings.len(), here, forward).find(|number| of(&findings[*number])),
        None => beside(findings, state.place.get_untracked(), forward, of),
    };
    let Some(next) = next else { return };
    if let Some(opened) = go_to(state, next, false)
        && let Some(mark) = mark(&opened)
    {
        let _ = mark.focus();
        // In the engines that do not count this as focus by keyboard.
        state.opened.set(Some(opened));
    }
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

/// Brings a finding into view and explains it there.
fn go_to(state: State, number: usize, pinned: bool) -> Option<Opened> {
    let wanted = Opened { findings: vec![number], look_alike: None, pinned };
    if mark(&wanted).is_none() {
        // Its section is still to be drawn.
        state.drawn.set(usize::MAX);
    }
    let mark = mark(&wanted)?;
    state.place.set(state.shown.with_untracked(|shown| shown.report().findings.get(number).map_or(0, |finding| finding.span.start)));
    mark.scroll_into_view();
    scroll_to(&mark);
    let opened = opens(&mark, pinned);
    state.opened.set(Some(opened.clone()));
    Some(opened)
}
