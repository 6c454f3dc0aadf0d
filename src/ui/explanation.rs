//! What the card says of a finding, of its rule, and of a look-alike.

use super::analysis::Analysis;
use super::state::{Mode, State};
use crate::engine::{Finding, Voice};
use crate::lexicon::Rule;
use crate::reading::Exception;
use crate::wording::{category_words, page};
use leptos::prelude::*;
use std::sync::Arc;

/// One finding: what it is, why a reader may care, what to ask; and what the reader may do about it.
#[component]
pub fn Explained(number: usize) -> Option<impl IntoView> {
    let state = expect_context::<State>();
    let shown = state.shown.get_untracked();
    let finding = shown.report().findings.get(number).cloned()?;
    let rule = finding.rule.clone();
    let told = told(&finding, &shown);
    let told = (!told.is_empty()).then(|| view! { <dl>{told.into_iter().map(fact).collect_view()}</dl> });
    let stack = (finding.cues > 1).then(|| view! { <p class="stack">{page::stacked(finding.cues)}</p> });
    let words = shown.words(finding.span);
    let ignore = {
        let (words, finding) = (words.clone(), finding.clone());
        move |_| {
            if let Some(exception) = state.analysis.with_untracked(|analysis| exception_of(analysis, &finding)) {
                state.ignore(exception, page::ignored_one(&words));
                super::ignored::focus_undo();
            }
        }
    };
    let edit = move |_| {
        state.place.set(finding.span.start);
        super::editor::edit(state);
    };
    let reading = state.mode.get_untracked() == Mode::Read;
    let ignored = rule.clone();
    let ignore_rule = move |_| {
        state.ignore(Exception::Rule(ignored.id.to_string()), page::ignored_rule(ignored.kind.title(), &ignored.id));
        super::ignored::focus_undo();
    };
    Some(view! {
        <section class=finding.category().name()>
            <p class="kind">
                <span>{format!("{} · {}", category_words(&finding), rule.kind.title())}</span>
                <span>{if finding.voice == Voice::Quoted { page::SPEAKERS_WORDS } else { page::ARTICLES_WORDS }}</span>
            </p>
            <p class="quote">{page::in_quotes(&words)}</p>
            {told}
            {stack}
            <p>{page::quoted_words(&rule.why)}</p>
            <p class="ask">{page::quoted_words(&rule.ask)}</p>
            <AboutRule rule/>
            <p class="ignoring">
                <button type="button" on:click=ignore>{page::IGNORE_ONE}</button>
                <button type="button" on:click=ignore_rule>{page::IGNORE_RULE}</button>
                {reading.then(|| view! { <button type="button" id="edit-here" on:click=edit>{page::EDIT_HERE}</button> })}
            </p>
        </section>
    })
}

/// The exception of a finding, counted among all that are found: also those that are filtered out.
fn exception_of(analysis: &Analysis, finding: &Finding) -> Option<Exception> {
    let report = analysis.report();
    let first = report.findings.partition_point(|other| other.span.start < finding.span.start);
    let number = first + report.findings[first..].iter().position(|other| other == finding)?;
    Exception::of(analysis.text(), report, number)
}

/// What the sentence tells about it, label by label.
fn told(finding: &Finding, analysis: &Analysis) -> Vec<(&'static str, String)> {
    let told = [(page::CLAIMED_BY, finding.whose), (page::WHO_DECIDES, finding.decider), (page::WHEN, finding.date)];
    told.into_iter().filter_map(|(label, span)| Some((label, analysis.words(span?)))).collect()
}

/// A label with what it stands for, inside a `dl`.
pub fn fact((label, words): (&'static str, String)) -> impl IntoView {
    view! { <dt>{label}</dt><dd>{words}</dd> }
}

/// The rule with its proof: what it marks, and what it leaves alone.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its properties")]
fn AboutRule(rule: Arc<Rule>) -> impl IntoView {
    let marked = rule.flags.iter().take(3).map(|example| view! { <li>{example_view(&rule, example)}</li> }).collect_view();
    let passed = rule.passes.iter().take(3).map(|example| view! { <li>{*example}</li> }).collect_view();
    view! {
        <details class="rule">
            <summary>{page::ABOUT_RULE}</summary>
            <p>{page::IT_MARKS}</p>
            <ul>{marked}</ul>
            <p>{page::IT_PASSES}</p>
            <ul>{passed}</ul>
            <p class="id">{page::rule_id(&rule.id, rule.strength.name())}</p>
        </details>
    }
}

/// An example with its span, which the lexicon puts in braces, underlined.
fn example_view(rule: &Rule, example: &'static str) -> impl IntoView + use<> {
    let class = rule.kind.category().name();
    let parts = example.split(['{', '}']).enumerate().map(|(place, part)| match place % 2 {
        0 => part.into_any(),
        _ => view! { <span class=class><span class="sample-mark">{part}</span></span> }.into_any(),
    });
    parts.collect_view()
}

/// Why a phrase that looks like a finding is none.
#[component]
pub fn LookAlike(number: usize) -> Option<impl IntoView> {
    let state = expect_context::<State>();
    let shown = state.shown.get_untracked();
    let rejected = shown.report().rejected.get(number).cloned()?;
    let rule = rejected.rule.clone();
    Some(view! {
        <section class="look-alike">
            <p class="kind"><span>{page::NOT_MARKED}</span></p>
            <p class="quote">{page::in_quotes(&shown.words(rejected.span))}</p>
            <p>{page::because(&rejected.reason)}</p>
            <p>{page::resembles(rule.kind.title())}</p>
            <AboutRule rule/>
        </section>
    })
}
