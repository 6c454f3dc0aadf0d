//! The yardstick: how often the article marks something, compared with news texts that were measured.

use crate::lexicon::Category;
use crate::reading::{Analysis, PressKind, Yardstick};
use crate::ui::controls::{If, reactive};
use crate::ui::state::State;
use crate::wording::{category_title, page};
use leptos::prelude::*;

/// Where the article stands among all texts, for the caption of a figure; nothing while any marks are hidden or are the reader's own.
pub fn among_all(state: State, category: Category) -> Option<String> {
    let count = |of: &Analysis| of.report().findings.len();
    let own = |of: &Analysis| of.report().findings.iter().any(|finding| finding.rule.is_own());
    if state.article.overview_shown.with(count) != state.article.overview.with(count) || state.article.overview.with(own) {
        return None;
    }
    state.article.yardstick.with(|measured| measured.as_ref().and_then(|measured| measured.standing(category)).map(page::among_texts))
}

/// Where the article stands by kind of press, in a table that opens. Nothing for a short text.
#[component]
pub fn YardstickDetails() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <If condition=move || state.article.yardstick.with(Option::is_some)>
            <details class="yardstick">
                <summary>{page::yardstick()}</summary>
                <p class="lead">{page::yardstick_how()}</p>
                {reactive(move || state.article.yardstick.get().map(table))}
            </details>
        </If>
    }
}

fn table(measured: Yardstick) -> impl IntoView {
    let row = move |kind| {
        let cell = move |category| view! { <td data-of=category_title(category)>{measured.fewer(kind, category)}</td> };
        view! { <tr><th scope="row">{page::press_kind(kind)}<small>{page::texts_in(kind)}</small></th>{Category::ALL.map(cell)}</tr> }
    };
    view! {
            <table>
                <caption>{page::YARDSTICK}</caption>
                <thead>
                    <tr><th scope="col">{page::YARDSTICK_TEXTS}</th>{Category::ALL.map(|category| view! { <th scope="col">{category_title(category)}</th> })}</tr>
                </thead>
                <tbody>{PressKind::ALL.map(row)}</tbody>
            </table>
    }
}
