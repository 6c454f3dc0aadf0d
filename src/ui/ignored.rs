//! Messages with a way back, and the list of what is passed over.

use super::state::State;
use crate::lexicon::{Kind, RULES};
use crate::reading::Exception;
use crate::wording::page;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// The last message, at the foot of the window.
#[component]
pub fn Message() -> impl IntoView {
    let state = expect_context::<State>();
    let undo = move |_| {
        if let Some(exception) = state.said.get_untracked().and_then(|said| said.undo) {
            state.heed(&exception);
        }
        super::article::focus_article();
    };
    let dismiss = move |_| {
        state.said.set(None);
        super::article::focus_article();
    };
    view! {
        <div class="message" class:open=move || state.said.with(Option::is_some)>
            <p role="status">{move || state.said.with(|said| said.as_ref().map(|said| said.words.clone()))}</p>
            <Show when=move || state.said.with(|said| said.as_ref().is_some_and(|said| said.undo.is_some()))>
                <button type="button" id="undo" on:click=undo>{page::UNDO}</button>
            </Show>
            <Show when=move || state.said.with(Option::is_some)>
                <button type="button" aria-label=page::CLOSE on:click=dismiss>"×"</button>
            </Show>
        </div>
    }
}

/// The mark that had the keyboard is gone: it goes to "Undo".
pub fn focus_undo() {
    request_animation_frame(|| {
        if let Some(undo) = document().get_element_by_id("undo").and_then(|undo| undo.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = undo.focus();
        }
    });
}

/// What is passed over in this text, each with a button that shows it again.
#[component]
pub fn IgnoredList() -> impl IntoView {
    let state = expect_context::<State>();
    let here = Memo::new(move |_| {
        state.ignored.with(|ignored| {
            let analysis = state.overview.get();
            let line = |exception: &Exception| {
                let report = analysis.report();
                let words = match exception {
                    Exception::Rule(rule) => page::every(rule_title(state, rule)?, rule),
                    Exception::Finding { .. } => {
                        let number = *exception.in_text(analysis.text(), report).first()?;
                        page::in_quotes(&analysis.words(report.findings[number].span))
                    }
                };
                Some((exception.clone(), words))
            };
            ignored.exceptions().iter().filter_map(line).collect::<Vec<_>>()
        })
    });
    let row = move |(exception, words): (Exception, String)| {
        let again = page::show_again(&words);
        let heed = move |_| {
            state.heed(&exception);
            super::article::focus_article();
        };
        view! { <li><span>{words}</span><button type="button" aria-label=again on:click=heed>{page::SHOW_AGAIN}</button></li> }
    };
    view! {
        <Show when=move || !here.with(Vec::is_empty)>
            <section class="ignored">
                <h2>{page::IGNORED}</h2>
                <ul>{move || here.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}

/// What a rule is called, of the lexicon or of the reader's own list; nothing when it is no more.
fn rule_title(state: State, id: &str) -> Option<&'static str> {
    let own = state.own.with(|own| Some(own.as_ref()?.rule(id)?.kind));
    RULES.iter().find(|rule| rule.id == id).map(|rule| rule.kind).or(own).map(Kind::title)
}
