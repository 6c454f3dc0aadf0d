//! The result of a comparison: what changed, and the sentences in pairs.

use super::version_pair::Versions;
use crate::browser::timers::run_after;
use crate::engine::Span;
use crate::lexicon::{Category, Kind};
use crate::reading::{Analysis, Change, Fate, Pair, split_span};
use crate::ui::controls::{Button, If};
use crate::wording::{category_words, page};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// The number of pairs drawn at once; the others follow in slices of this size.
const SLICE: usize = 150;

/// The counts of changes, which lead to the changes, and all pairs.
#[component]
pub fn ComparisonResult(versions: Versions, only_changes: RwSignal<bool>) -> impl IntoView {
    let (earlier, later, comparison) = (&versions.0.0, &versions.0.1, &versions.0.2);
    let last = StoredValue::new(None::<usize>);
    let fates = Fate::ALL.iter().map(|fate| (*fate, comparison.count(*fate))).filter(|(_, count)| *count > 0);
    let fates = fates.map(|(fate, count)| {
        view! { <li><Button class="go" text=page::fate_count(fate, count) press=move || go_to_next(fate, last)/></li> }
    });
    let fates = fates.collect_view();
    let equal = earlier.text() == later.text();
    let sentences = page::sentences_changed(comparison.added(later.report()), comparison.dropped(earlier.report()));
    let sentences = if equal { String::new() } else { sentences };
    let unchanged = comparison.pairs.iter().all(|pair| pair.changes.is_empty());
    let nothing = unchanged.then(|| view! { <p>{if equal { page::SAME_TEXTS } else { page::NO_CHANGE }}</p> });
    let count = comparison.pairs.len();
    let drawn = RwSignal::new(SLICE.min(count));
    draw_more(drawn, count);
    let pairs = (0..count).step_by(SLICE).map(move |first| {
        let versions = versions.clone();
        let pairs = move || versions.0.2.pairs.iter().skip(first).take(SLICE).map(|pair| pair_view(&versions, pair)).collect_view();
        view! { <If condition=move || { first < drawn.get() }>{pairs()}</If> }
    });
    let pairs = pairs.collect_view();
    view! {
        <h2 id="changes-title" tabindex="-1">{page::CHANGES}</h2>
        <div class="fates" role="status"><ul>{fates}</ul>{nothing}<p class="lead">{sentences}</p></div>
        <label class="only">
            <input
                type="checkbox" id="only-changes" prop:checked=move || only_changes.get()
                on:change=move |_| only_changes.update(|on| *on = !*on)
            />
            {page::ONLY_CHANGES}
        </label>
        <div class="heads" aria-hidden="true"><b>{page::EARLIER}</b><b>{page::LATER}</b></div>
        <ol class="pairs" class:only-changes=only_changes>
            {pairs}
        </ol>
    }
}

/// Draws the next slices, each in a task of its own.
fn draw_more(drawn: RwSignal<usize>, count: usize) {
    let draw = move || {
        if drawn.try_get_untracked().is_some_and(|so_far| so_far < count) {
            drawn.update(|drawn| *drawn = (*drawn + SLICE).min(count));
            draw_more(drawn, count);
        }
    };
    run_after(Duration::from_millis(30), draw);
}

/// A sentence that is in one version, or its wording in both, with its changes.
fn pair_view(versions: &Versions, pair: &Pair) -> impl IntoView + use<> {
    let (before, after, _) = &*versions.0;
    let named = |fate| pair.changes.iter().filter(|change| change.fate == fate).filter_map(|change| change.name).collect::<Vec<Span>>();
    let earlier = pair.earlier.map(|number| sentence(before, number, &changed(pair, |change| change.earlier), &named(Fate::Unnamed)));
    let later = pair.later.map(|number| sentence(after, number, &changed(pair, |change| change.later), &named(Fate::Named)));
    let changes = pair.changes.iter().map(|change| change_view(versions, change)).collect_view();
    let fates: Vec<&str> = pair.changes.iter().map(|change| change.fate.name()).collect();
    let class = match pair {
        Pair { same: true, .. } => "same",
        Pair { earlier: None, .. } => "added",
        Pair { later: None, .. } => "dropped",
        _ => "reworded",
    };
    let missing = |words: &'static str| view! { <i>{words}</i> };
    view! {
        <li class=class data-fates=fates.join(" ") tabindex="-1">
            <p><span class="heard">{page::EARLIER}": "</span>{earlier}{pair.earlier.is_none().then(|| missing(page::NOT_YET_THERE))}</p>
            <p><span class="heard">{page::LATER}": "</span>{later}{pair.later.is_none().then(|| missing(page::DROPPED))}</p>
            {(!pair.changes.is_empty()).then(|| view! { <ul class="changes">{changes}</ul> })}
        </li>
    }
}

fn change_view(versions: &Versions, change: &Change) -> impl IntoView + use<> {
    let (before, after, _) = &*versions.0;
    let words = |analysis: &Analysis, number: Option<usize>| number.map(|number| analysis.phrase(analysis.report().findings[number].span));
    let category = |analysis: &Analysis, number: Option<usize>| number.map(|number| analysis.report().findings[number].category());
    let class = category(before, change.earlier).or(category(after, change.later)).unwrap_or(Category::Hedge).name();
    // It stands below the version that it is about.
    let side = match (change.earlier, change.later, change.name) {
        (Some(_), None, None) => "earlier",
        (None, _, None) => "later",
        _ => "both",
    };
    let class = format!("{class} {side}");
    let named = if change.fate == Fate::Unnamed { before } else { after };
    let name = change.name.map(|name| named.phrase(name));
    let agentless = |analysis: &Analysis, number: Option<usize>| {
        number.is_some_and(|number| analysis.report().findings[number].kind() == Kind::Agentless)
    };
    let told = match change.fate {
        Fate::Unsourced if agentless(before, change.earlier) => {
            page::agentless_change(&words(before, change.earlier).unwrap_or_default(), true)
        }
        Fate::Sourced if agentless(after, change.later) => page::agentless_change(&words(after, change.later).unwrap_or_default(), false),
        fate => page::change(fate, words(before, change.earlier), words(after, change.later), name),
    };
    view! { <li class=class>{told}</li> }
}

fn changed(pair: &Pair, side: impl Fn(&Change) -> Option<usize>) -> Vec<usize> {
    pair.changes.iter().filter_map(side).collect()
}

/// A sentence with its marks. Changed marks and names that have come or gone stand out.
fn sentence(analysis: &Analysis, number: usize, changed: &[usize], named: &[Span]) -> AnyView {
    let report = analysis.report();
    let Some(span) = report.sentences.get(number).copied() else { return ().into_any() };
    let first = report.findings.partition_point(|finding| finding.sentence < number);
    let found = report.findings_in(number).iter().enumerate().map(|(place, finding)| (finding.span, Some(first + place)));
    let mut marks: Vec<(Span, Option<usize>)> = found.collect();
    for name in named {
        marks.insert(marks.partition_point(|(span, _)| span <= name), (*name, None));
    }
    let part = |(part, place): (Span, Option<usize>)| {
        let words = analysis.words(part);
        match place.map(|place| marks[place].1) {
            None => words.into_any(),
            Some(None) => view! { <b class="named">{words}</b> }.into_any(),
            Some(Some(number)) => {
                let finding = &report.findings[number];
                let class = format!("{} {}", finding.category().name(), finding.strength().name());
                let title = format!("{}, {}", category_words(finding), finding.kind().title());
                let letter = finding.category().letter();
                view! { <mark class=class class:changed=changed.contains(&number) data-letters=letter title=title>{words}</mark> }
                    .into_any()
            }
        }
    };
    split_span(span, marks.iter().map(|(span, _)| *span)).into_iter().map(part).collect_view().into_any()
}

/// Focuses the next pair with a change of this kind, around the end.
fn go_to_next(fate: Fate, last: StoredValue<Option<usize>>) {
    let Ok(pairs) = document().query_selector_all(".pairs > li") else { return };
    let pairs: Vec<HtmlElement> = (0..pairs.length()).filter_map(|place| pairs.get(place)?.dyn_into().ok()).collect();
    let has = |pair: &HtmlElement| pair.get_attribute("data-fates").is_some_and(|fates| fates.split(' ').any(|name| name == fate.name()));
    let after = last.get_value().map_or(0, |last| last + 1).min(pairs.len());
    let next = (after..pairs.len()).chain(0..after).find(|place| has(&pairs[*place]));
    last.set_value(next);
    if let Some(pair) = next.map(|next| &pairs[next]) {
        let _ = pair.focus();
    }
}
