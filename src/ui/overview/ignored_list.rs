//! The list of ignored findings and rules.

use crate::lexicon::{RULES, Rule};
use crate::reading::{Exception, IgnoredRule};
use crate::ui::actions;
use crate::ui::controls::{Button, If, reactive};
use crate::ui::focus::place::focus_here;
use crate::ui::state::State;
use crate::wording::page;
use leptos::prelude::*;
use std::sync::Arc;

/// What is ignored in this text, each with a button that shows it again.
#[component]
pub fn IgnoredList() -> impl IntoView {
    let state = expect_context::<State>();
    let here = Memo::new(move |_| {
        let exceptions = state.article.ignored.get();
        exceptions.exceptions().iter().filter_map(|exception| Some((exception.clone(), described(state, exception)?))).collect::<Vec<_>>()
    });
    let row = move |(exception, words): (Exception, String)| {
        let label = page::show_again(&words);
        let show_again = move || {
            actions::show_again(state, &exception);
            focus_here(state);
        };
        view! { <li><span>{words}</span><Button label=label text=page::SHOW_AGAIN press=show_again/></li> }
    };
    view! {
        <If condition=move || !here.with(Vec::is_empty)>
            <section class="ignored">
                <h2 tabindex="-1">{page::IGNORED}</h2>
                <ul>{reactive(move || here.get().into_iter().map(row).collect_view())}</ul>
            </section>
        </If>
    }
}

/// The ignored words or rule; `None` if it does not occur in the text.
fn described(state: State, exception: &Exception) -> Option<String> {
    match exception {
        Exception::Rule(id) => {
            let rule = rule_of(state, id)?;
            let told = state.article.overview.with(|analysis| IgnoredRule::new(&rule, analysis.text(), analysis.report()));
            Some(page::ignored_like(&told, rule.kind.title()))
        }
        Exception::Finding { .. } => state.article.overview.with(|analysis| {
            let report = analysis.report();
            let number = *exception.in_text(analysis.text(), report).first()?;
            Some(page::in_quotes(&analysis.phrase(report.findings[number].span)))
        }),
    }
}

/// The rule of the lexicon or of the reader's list with this id.
fn rule_of(state: State, id: &str) -> Option<Arc<Rule>> {
    let own = || state.words.compiled.with(|own| own.as_ref().and_then(|own| own.rule(id)).cloned());
    RULES.iter().find(|rule| rule.id == id).cloned().or_else(own)
}
