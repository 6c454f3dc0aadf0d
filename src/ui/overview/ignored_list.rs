//! The list of ignored findings and rules.

use crate::lexicon::{Kind, RULES};
use crate::reading::Exception;
use crate::ui::controls::{Button, If, reactive};
use crate::ui::state::State;
use crate::ui::{actions, focus};
use crate::wording::page;
use leptos::prelude::*;

/// What is ignored in this text, each with a button that shows it again.
#[component]
pub fn IgnoredList() -> impl IntoView {
    let state = expect_context::<State>();
    let here = Memo::new(move |_| {
        let exceptions = state.ignored.get();
        exceptions.exceptions().iter().filter_map(|exception| Some((exception.clone(), described(state, exception)?))).collect::<Vec<_>>()
    });
    let row = move |(exception, words): (Exception, String)| {
        let label = page::show_again(&words);
        let show_again = move || {
            actions::show_again(state, &exception);
            focus::focus_article();
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
        Exception::Rule(rule) => Some(page::every(rule_title(state, rule)?, rule)),
        Exception::Finding { .. } => state.overview.with(|analysis| {
            let report = analysis.report();
            let number = *exception.in_text(analysis.text(), report).first()?;
            Some(page::in_quotes(&analysis.phrase(report.findings[number].span)))
        }),
    }
}

/// The title of a rule of the lexicon or of the reader's list; `None` for an unknown one.
fn rule_title(state: State, id: &str) -> Option<&'static str> {
    let own = state.compiled_list.with(|own| own.as_ref().and_then(|own| own.rule(id)).map(|rule| rule.kind));
    RULES.iter().find(|rule| rule.id == id).map(|rule| rule.kind).or(own).map(Kind::title)
}
