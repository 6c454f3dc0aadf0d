//! The answers to the exercise, on a printed page of their own.

use super::exercise::Exercise;
use crate::engine::Finding;
use crate::ui::controls::{If, reactive};
use crate::ui::state::State;
use crate::wording::{category_name, page};
use leptos::prelude::*;

/// What the rules mark, in the order of the text. Drawn for print only, and only before the comparison, which has the same phrases.
#[component]
pub fn AnswerSheet(exercise: Exercise) -> impl IntoView {
    let state = expect_context::<State>();
    let printed = move || state.article.printed.get() && exercise.outcomes.with(Option::is_none);
    view! {
        <If condition=printed>
            <section class="answers">
                <h2>{page::ANSWERS}</h2>
                <p>{page::ANSWERS_HOW}</p>
                <ol>{reactive(move || answers(exercise))}</ol>
            </section>
        </If>
    }
}

fn answers(exercise: Exercise) -> impl IntoView {
    exercise.analysis.with_value(|analysis| {
        let answer = |finding: &Finding| {
            let kind = format!("{}, {}.", category_name(finding.category()), finding.kind().title());
            let words = page::in_quotes(&analysis.phrase(finding.span));
            view! { <li><b>{finding.category().letter()}</b><p><strong>{words}</strong>" "{kind}" "{page::quoted_words(&finding.rule.why)}</p></li> }
        };
        analysis.report().findings.iter().map(answer).collect_view()
    })
}
