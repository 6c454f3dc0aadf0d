//! The panel beside the article: ledgers, ignored findings, citations, and how to read the marks.

use super::ignored_list::IgnoredList;
use super::ledgers::Ledgers;
use super::note_list::NoteRows;
use crate::lexicon::{ACCURACY, Measured};
use crate::ui::controls::{If, lead, reactive};
use crate::ui::state::State;
use crate::wording::{category_title, page};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn SidePanel() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <aside class="side" aria-label=page::SIDE>
            <If condition=state.readable><Ledgers/></If>
            <NoteRows/>
            <IgnoredList/>
            <Citations/>
            <About title=page::HOW_TO_READ text=page::HOW_TO_READ_TEXT/>
            <Accuracy/>
            {reactive(move || view! { <About title=page::PRIVATE text=privacy(state)/> })}
        </aside>
    }
}

/// What the page, or the panel of the browser extension, keeps.
fn privacy(state: State) -> &'static str {
    match (state.panel, state.private.get()) {
        (true, _) => page::PRIVATE_PANEL_TEXT,
        (false, true) => page::PRIVATE_NOW_TEXT,
        (false, false) => page::PRIVATE_TEXT,
    }
}

#[component]
fn About(title: &'static str, text: &'static str) -> impl IntoView {
    view! { <section class="about"><h2>{title}</h2>{lead(text)}</section> }
}

/// How often the marks are right, by the figures that `make score` wrote.
#[component]
fn Accuracy() -> impl IntoView {
    let row = |measured: &'static Measured| {
        #[expect(clippy::cast_possible_truncation, reason = "shares lie between 0 and 1")]
        let percent = |share: f64| format!("{}%", (share * 100.0).round() as i32);
        let title = category_title(measured.category);
        view! { <tr><th scope="row">{title}</th><td>{percent(measured.precision)}</td><td>{percent(measured.recall)}</td></tr> }
    };
    view! {
        <section class="about">
            <h2>{page::HOW_OFTEN_RIGHT}</h2>
            <table class="measured">
                <thead><tr><td></td><th scope="col">{page::MARKS_RIGHT}</th><th scope="col">{page::WORDING_FOUND}</th></tr></thead>
                <tbody>{ACCURACY.iter().map(row).collect_view()}</tbody>
            </table>
            {lead(page::HOW_MEASURED)}
        </section>
    }
}

/// The sources that the article names in citation brackets.
#[component]
fn Citations() -> impl IntoView {
    let state = expect_context::<State>();
    let cited = Memo::new(move |_| {
        state.overview.with(|analysis| {
            let mut cited: Vec<String> = Vec::new();
            for citation in &analysis.report().citations {
                let name = analysis.phrase(citation.name);
                if !cited.contains(&name) {
                    cited.push(name);
                }
            }
            cited
        })
    });
    view! {
        <If condition=move || !cited.with(Vec::is_empty)>
            <section>
                <h2>{page::CITED_IN_BRACKETS}</h2>
                <ul class="cited">{reactive(move || cited.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view())}</ul>
            </section>
        </If>
    }
}
