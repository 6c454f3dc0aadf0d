//! The explanation of a mark: a small card beside it, on a phone a sheet at the bottom.

use super::article::{category_words, plain};
use super::state::{Opened, State};
use crate::engine::{Finding, Voice};
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// The card, while an explanation is open.
#[component]
pub fn Card() -> impl IntoView {
    let state = expect_context::<State>();
    let card = NodeRef::<Div>::new();
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && state.opened.with_untracked(Option::is_some) {
            close(state);
        }
    });
    let clicks = window_event_listener(ev::click, move |event| {
        let inside = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|target| target.closest("mark, .card, .go").ok().flatten());
        if inside.is_none() {
            state.opened.set(None);
        }
    });
    on_cleanup(move || {
        keys.remove();
        clicks.remove();
    });
    Effect::new(move |_| {
        let opened = state.opened.get();
        light_up(opened.as_ref());
        if let (Some(card), Some(opened)) = (card.get(), opened) {
            place(&card, &opened);
        }
    });
    let explained = move || {
        let opened = state.opened.get()?;
        let found = state.analysis.with_untracked(|analysis| {
            let report = analysis.report();
            opened
                .findings
                .iter()
                .filter_map(|index| report.findings.get(*index))
                .map(|finding| (*finding, facts(finding, analysis.text())))
                .collect::<Vec<_>>()
        });
        let label = found.first().map(|(finding, _)| category_words(finding))?;
        let parts = found.into_iter().map(|(finding, facts)| explanation(&finding, facts)).collect_view();
        Some(view! {
            <div class="card" node_ref=card role="dialog" aria-label=format!("Explanation: {label}") tabindex="-1">
                {parts}
                <div class="row">
                    <button type="button" on:click=move |_| step(state, false)>"‹ Previous"</button>
                    <button type="button" on:click=move |_| step(state, true)>"Next ›"</button>
                    <button type="button" class="close" on:click=move |_| close(state)>"Close"</button>
                </div>
            </div>
        })
    };
    view! { {explained} }
}

/// What the card quotes from the article: the marked words, then what the sentence tells about them.
fn facts(finding: &Finding, text: &str) -> (String, Vec<(&'static str, String)>) {
    let told = [("Claimed by", finding.whose), ("Who decides", finding.decider), ("When", finding.date)];
    let quoted = told.into_iter().filter_map(|(label, span)| Some((label, span?.of(text).to_owned()))).collect();
    (finding.span.of(text).to_owned(), quoted)
}

fn explanation(finding: &Finding, (text, told): (String, Vec<(&'static str, String)>)) -> impl IntoView + use<> {
    let entry = finding.entry();
    let stack = (finding.cues > 1)
        .then(|| view! { <p class="stack">{format!("{} hedges that lean on each other, counted as one.", finding.cues)}</p> });
    let told = (!told.is_empty()).then(|| {
        let row = |(label, words): (&'static str, String)| view! { <dt>{label}</dt><dd>{words}</dd> };
        view! { <dl>{told.into_iter().map(row).collect_view()}</dl> }
    });
    let voice = match finding.voice {
        Voice::Article => "the article’s words",
        Voice::Quoted => "a speaker’s words",
    };
    view! {
        <section class=finding.category().name()>
            <p class="kind"><span>{format!("{} · {}", category_words(finding), entry.kind.title())}</span><span>{voice}</span></p>
            <p class="quote">{format!("“{text}”")}</p>
            {told}
            {stack}
            <p>{plain(entry.why)}</p>
            <p class="ask">{plain(entry.ask)}</p>
        </section>
    }
}

/// Moves the keyboard into the card, once it is there.
pub fn focus_card() {
    request_animation_frame(|| {
        if let Some(card) = document().query_selector(".card").ok().flatten().and_then(|card| card.dyn_into::<HtmlElement>().ok()) {
            let _ = card.focus();
        }
    });
}

/// Closes the card and gives the keyboard back to the mark.
fn close(state: State) {
    let mark = state.opened.get_untracked().and_then(|opened| mark(opened.findings.first().copied()));
    state.opened.set(None);
    if let Some(mark) = mark {
        let _ = mark.focus();
        // Focus shows an explanation; here the reader has just closed it.
        state.opened.set(None);
    }
}

/// Goes to the next or previous finding that is shown, round the ends.
fn step(state: State, forward: bool) {
    let Some(Opened { findings, .. }) = state.opened.get_untracked() else { return };
    let Some(current) = findings.first().copied() else { return };
    let hidden = state.hidden.get_untracked();
    let next = state.analysis.with_untracked(|analysis| {
        let all = &analysis.report().findings;
        let shown = |index: &usize| hidden.shows(all[*index].kind());
        let (before, after) = (0..current, current + 1..all.len());
        if forward { after.chain(before).find(shown) } else { before.rev().chain(after.rev()).find(shown) }
    });
    if let Some(next) = next {
        go_to(state, next);
    }
}

/// Goes to a finding and explains it there.
pub fn go_to(state: State, finding: usize) {
    let Some(mark) = mark(Some(finding)) else { return };
    let findings = mark.get_attribute("data-findings").unwrap_or_default();
    scroll_to(&mark);
    state.opened.set(Some(Opened { findings: findings.split(' ').filter_map(|id| id.parse().ok()).collect(), pinned: true }));
    focus_card();
}

/// The first piece of a finding.
fn mark(finding: Option<usize>) -> Option<HtmlElement> {
    document().query_selector(&format!("mark[data-findings~='{}']", finding?)).ok().flatten()?.dyn_into().ok()
}

fn scroll_to(mark: &HtmlElement) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    mark.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Lights up every piece of the findings that are explained.
fn light_up(opened: Option<&Opened>) {
    let each = |selector: &str, work: &dyn Fn(&Element)| {
        let Ok(found) = document().query_selector_all(selector) else { return };
        (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).for_each(|element: Element| work(&element));
    };
    each("mark.current", &|mark| {
        let _ = mark.class_list().remove_1("current");
    });
    for finding in opened.into_iter().flat_map(|opened| &opened.findings) {
        each(&format!("mark[data-findings~='{finding}']"), &|mark| {
            let _ = mark.class_list().add_1("current");
        });
    }
}

/// Space between mark and card, and between card and window edge; in CSS pixels.
const GAP: f64 = 10.0;

/// Puts the card under its mark, or above it where there is no room. The style sheet makes it a sheet on a phone.
fn place(card: &HtmlElement, opened: &Opened) {
    let Some(mark) = mark(opened.findings.first().copied()) else { return };
    let (at, size) = (mark.get_bounding_client_rect(), card.get_bounding_client_rect());
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let (width, height) = (number(window().inner_width()), number(window().inner_height()));
    let (across, down) = (number(window().scroll_x().map(Into::into)), number(window().scroll_y().map(Into::into)));
    let below = at.bottom() + GAP + size.height() <= height || at.top() < size.height() + GAP;
    let top = if below { at.bottom() + GAP } else { at.top() - GAP - size.height() };
    let left = at.left().min(width - size.width() - GAP).max(GAP);
    let style = web_sys::HtmlElement::style(card);
    let _ = style.set_property("--card-top", &format!("{}px", top + down));
    let _ = style.set_property("--card-left", &format!("{}px", left + across));
    if is_sheet() && at.bottom() > height - size.height() {
        scroll_to(&mark);
    }
}

fn is_sheet() -> bool {
    window().match_media("(max-width: 40rem)").ok().flatten().is_some_and(|query| query.matches())
}
