//! The foot of a read article: how to read the marks, how often they are right, and what is kept.

use crate::lexicon::{ACCURACY, Measured};
use crate::ui::controls::{lead, reactive};
use crate::ui::state::State;
use crate::wording::{category_title, page};
use leptos::prelude::*;

/// The foot.
#[component]
pub fn About() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <aside class="about" aria-label=page::ABOUT_MARKS>
            <Part title=page::HOW_TO_READ text=page::HOW_TO_READ_TEXT/>
            <Accuracy/>
            {reactive(move || view! { <Part title=page::PRIVATE text=privacy(state)/> })}
        </aside>
    }
}

/// What the page, or the panel of the browser extension, keeps.
fn privacy(state: State) -> &'static str {
    match (state.panel, state.settings.private.get()) {
        (true, _) => page::PRIVATE_PANEL_TEXT,
        (false, true) => page::PRIVATE_NOW_TEXT,
        (false, false) => page::PRIVATE_TEXT,
    }
}

#[component]
fn Part(title: &'static str, text: &'static str) -> impl IntoView {
    view! { <section><h2>{title}</h2>{lead(text)}</section> }
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
        <section>
            <h2>{page::HOW_OFTEN_RIGHT}</h2>
            <table class="measured">
                <thead><tr><td></td><th scope="col">{page::MARKS_RIGHT}</th><th scope="col">{page::WORDING_FOUND}</th></tr></thead>
                <tbody>{ACCURACY.iter().map(row).collect_view()}</tbody>
            </table>
            {lead(page::HOW_MEASURED)}
        </section>
    }
}
