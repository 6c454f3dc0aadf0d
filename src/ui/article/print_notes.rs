//! The explanations as numbered notes, for print. The marks get the same numbers by a counter of the style sheet.

use crate::engine::Finding;
use crate::reading::{Analysis, footnotes};
use crate::ui::controls::{If, reactive};
use crate::ui::state::State;
use crate::wording::{category_words, finding_facts, page};
use leptos::prelude::*;

/// A note for each numbered mark. Drawn for print only: a long article has thousands.
#[component]
pub fn PrintNotes() -> impl IntoView {
    let state = expect_context::<State>();
    let some = move || state.article.printed.get() && state.article.shown.with(|shown| !shown.report().findings.is_empty());
    view! {
        <If condition=some>
            <section class="print-notes">
                <h2>{page::NOTES}</h2>
                <ol>{reactive(move || notes(state))}</ol>
            </section>
        </If>
    }
}

fn notes(state: State) -> impl IntoView {
    state.article.shown.with(|shown| {
        let findings = &shown.report().findings;
        let note = |(number, note): (usize, &Vec<usize>)| {
            let explained = note.iter().map(|index| explained(&findings[*index], shown)).collect_view();
            let letters: String = note.iter().map(|index| findings[*index].category().letter()).collect();
            view! { <li><b>{letters}{number}</b><div>{explained}</div></li> }
        };
        (1..).zip(&footnotes(shown.report())).map(note).collect_view()
    })
}

fn explained(finding: &Finding, shown: &Analysis) -> impl IntoView + use<> {
    let words = shown.phrase(finding.span);
    let facts = finding_facts(finding, shown).iter().map(|(label, fact)| format!(" {label}: {fact}.")).collect::<Vec<_>>().concat();
    let kind = format!("{}, {}.", category_words(finding), finding.kind().title());
    let (why, ask) = (page::quoted_words(&finding.rule.why), page::quoted_words(&finding.rule.ask));
    view! { <p><strong>{page::in_quotes(&words)}</strong>" "{kind}" "{why}" "<em>{ask}</em>{facts}</p> }
}
