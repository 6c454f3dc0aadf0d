//! The content of the popover: a finding with its rule, or a look-alike.

use crate::engine::{Finding, Span, Voice};
use crate::lexicon::Rule;
use crate::reading::{Analysis, Exception, IgnoredRule, Note, PlacedNote};
use crate::ui::actions;
use crate::ui::controls::{Button, If, fact, reactive};
use crate::ui::state::{Mode, State};
use crate::wording::{category_words, finding_facts, page};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// One finding: what it is, why it matters, what to ask, and the buttons to ignore or edit it. Nothing for an unknown number.
#[component]
pub fn ExplainedFinding(number: usize) -> impl IntoView {
    let shown = expect_context::<State>().article.shown.get_untracked();
    shown.report().findings.get(number).map(|finding| finding_view(finding, &shown))
}

fn finding_view(finding: &Finding, shown: &Analysis) -> impl IntoView + use<> {
    let state = expect_context::<State>();
    let (rule, span) = (finding.rule.clone(), finding.span);
    let facts = finding_facts(finding, shown);
    let facts = (!facts.is_empty()).then(|| view! { <dl>{facts.into_iter().map(fact).collect_view()}</dl> });
    let stack = (finding.cues > 1).then(|| view! { <p class="stack">{page::stacked(finding.cues)}</p> });
    view! {
        <section class=finding.category().name()>
            <p class="kind">
                <span>{format!("{} · {}", category_words(finding), rule.kind.title())}</span>
                <span>{if finding.voice == Voice::Quoted { page::SPEAKERS_WORDS } else { page::ARTICLES_WORDS }}</span>
            </p>
            <p class="quote">{page::in_quotes(&shown.phrase(finding.span))}</p>
            {facts}
            {stack}
            {rule.is_own().then(|| view! { <p class="own">{page::OWN_RULE}</p> })}
            {(!rule.why.is_empty()).then(|| view! { <p>{page::quoted_words(&rule.why)}</p> })}
            {(!rule.ask.is_empty()).then(|| view! { <p class="ask">{page::quoted_words(&rule.ask)}</p> })}
            {reactive(move || notes_on(state, span).into_iter().map(move |note| note_view(state, note)).collect_view())}
            <AboutRule rule/>
            <FindingActions finding=finding.clone() words=shown.phrase(finding.span)/>
        </section>
    }
}

/// The reader's notes on passages that touch these words.
fn notes_on(state: State, span: Span) -> Vec<Note> {
    let touches = |placed: &&PlacedNote| placed.span.is_some_and(|passage| passage.overlaps(span));
    state.notes.placed.with(|notes| notes.iter().filter(touches).map(|placed| placed.note.clone()).collect())
}

fn note_view(state: State, note: Note) -> impl IntoView {
    let (comment, label) = (note.comment.clone(), page::change_note(&note.words));
    view! {
        <div class="noted">
            <p class="comment"><b>{page::NOTE}</b>" "{comment}</p>
            <Button class="change" label=label text=page::CHANGE_NOTE press=move || actions::edit_note(state, note.clone())/>
        </div>
    }
}

/// The buttons that ignore the finding or its rule, add a note, or open the text box at the finding.
#[component]
fn FindingActions(finding: Finding, words: String) -> impl IntoView {
    let state = expect_context::<State>();
    let (rule, span) = (finding.rule.clone(), finding.span);
    let ignore = move || {
        if let Some(exception) = state.article.analysis.with_untracked(|analysis| exception_of(analysis, &finding)) {
            actions::ignore(state, exception, page::ignored_one(&words));
        }
    };
    let ignore_rule = move || {
        let told = state.article.analysis.with_untracked(|analysis| IgnoredRule::new(&rule, analysis.text(), analysis.report()));
        actions::ignore(state, Exception::Rule(rule.id.to_string()), page::ignored_rule(&told, rule.kind.title()));
    };
    let edit = move || {
        state.place.position.set(span.start);
        state.place.edited.set(Some(span));
        actions::edit(state);
    };
    let reading = state.place.mode.get_untracked() == Mode::Read;
    view! {
        <p class="ignoring">
            <Button text=page::IGNORE_ONE press=ignore/>
            <Button text=page::IGNORE_RULE press=ignore_rule/>
            <If condition=move || reading && notes_on(state, span).is_empty()>
                <Button
                    id="note-here" text=move || if actions::has_draft(state, span) { page::GO_ON_WRITING } else { page::ADD_NOTE }.to_owned()
                    press=move || actions::note_on(state, span)
                />
            </If>
            {reading.then(|| view! { <Button id="edit-here" text=page::EDIT_HERE press=edit/> })}
        </p>
    }
}

/// The exception for a finding. It is counted among all findings, also those that are filtered out.
fn exception_of(analysis: &Analysis, finding: &Finding) -> Option<Exception> {
    let report = analysis.report();
    let first = report.findings.partition_point(|other| other.span.start < finding.span.start);
    let number = first + report.findings[first..].iter().position(|other| other == finding)?;
    Exception::of(analysis.text(), report, number)
}

/// The rule with examples of what it marks and of what it does not mark.
#[component]
fn AboutRule(rule: Arc<Rule>) -> impl IntoView {
    let marked = rule.flags.iter().take(3).map(|example| view! { <li>{example_view(&rule, example)}</li> }.into_any()).collect();
    let passed = rule.passes.iter().take(3).map(|example| view! { <li>{*example}</li> }.into_any()).collect();
    view! {
        <details class="rule" on:toggle=|event| show_whole(&event)>
            <summary>{page::ABOUT_RULE}</summary>
            {examples(page::IT_MARKS, marked)}
            {examples(page::IT_PASSES, passed)}
            <p class="id">{page::rule_id(&rule.id, rule.strength.name())}</p>
        </details>
    }
}

/// Scrolls what has opened into view, in a card that is too low for it.
fn show_whole(event: &web_sys::Event) {
    let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    if let Some(details) = details.filter(|details| details.has_attribute("open")) {
        details.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// A list of examples below its heading, if there are any.
fn examples(heading: &'static str, items: Vec<AnyView>) -> impl IntoView {
    (!items.is_empty()).then(|| view! { <p>{heading}</p><ul>{items}</ul> })
}

/// An example; the words that the lexicon puts in braces are underlined.
fn example_view(rule: &Rule, example: &'static str) -> impl IntoView + use<> {
    let class = rule.kind.category().name();
    let parts = example.split(['{', '}']).enumerate().map(|(place, part)| match place % 2 {
        0 => part.into_any(),
        _ => view! { <span class=class><span class="sample-mark">{part}</span></span> }.into_any(),
    });
    parts.collect_view()
}

/// A look-alike: why it is not marked. Nothing for an unknown number.
#[component]
pub fn ExplainedLookAlike(number: usize) -> impl IntoView {
    let shown = expect_context::<State>().article.shown.get_untracked();
    shown.report().rejected.get(number).map(|rejected| {
        let rule = rejected.rule.clone();
        view! {
            <section class="look-alike">
                <p class="kind"><span>{page::NOT_MARKED}</span></p>
                <p class="quote">{page::in_quotes(&shown.phrase(rejected.span))}</p>
                <p>{page::because(&rejected.reason)}</p>
                <p>{page::resembles(rule.kind.title())}</p>
                <AboutRule rule/>
            </section>
        }
    })
}
