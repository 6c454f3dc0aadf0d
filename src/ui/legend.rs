//! The legend beside the article: every kind with its count and switch.

use super::glance::title;
use super::ledgers::Ledgers;
use super::state::State;
use crate::lexicon::{ACCURACY, Category, Kind, Measured};
use leptos::prelude::*;

/// What is marked, kind by kind, and what the marks are not.
#[component]
pub fn Legend() -> impl IntoView {
    view! {
        <aside class="side" aria-label="Ledgers and legend">
            <Ledgers/>
            {Category::ALL.map(|category| view! { <CategoryKinds category/> }).collect_view()}
            <Citations/>
            <section>
                <h2>"How to read the marks"</h2>
                <p class="lead">
                    "They describe wording, never truth: a hedge is often honest work, and a named source can be wrong. A mark without "
                    "tint is a light touch. The rules "
                    "know English news prose; they miss some wording and mark some that is harmless."
                </p>
            </section>
            <Accuracy/>
            <section>
                <h2>"Private by construction"</h2>
                <p class="lead">
                    "Nothing you paste leaves this page. The text is kept on this device only, so that it survives a reload; "
                    "“New text” removes it."
                </p>
            </section>
        </aside>
    }
}

/// How often the marks err, from the figures that `make score` wrote.
#[component]
fn Accuracy() -> impl IntoView {
    let row = |measured: &'static Measured| {
        let percent = |share: f64| format!("{:.0} %", share * 100.0);
        view! { <tr><th scope="row">{title(measured.category)}</th><td>{percent(measured.precision)}</td><td>{percent(measured.recall)}</td></tr> }
    };
    view! {
        <section>
            <h2>"How often they are right"</h2>
            <table class="measured">
                <thead><tr><td></td><th scope="col">"marks right"</th><th scope="col">"wording found"</th></tr></thead>
                <tbody>{ACCURACY.iter().map(row).collect_view()}</tbody>
            </table>
            <p class="lead">"Measured on news that no rule was written for; annotated by language models, not by people."</p>
        </section>
    }
}

#[component]
fn CategoryKinds(category: Category) -> impl IntoView {
    let state = expect_context::<State>();
    let count = move |kind| state.analysis.with(|analysis| analysis.report().count_kind(kind));
    let row = move |kind: Kind| {
        view! {
            <li>
                <label>
                    <input
                        type="checkbox" data-kind=kind.name() prop:checked=move || state.hidden.get().shows(kind)
                        on:change=move |_| state.hide(state.hidden.get_untracked().toggled(kind))
                    />
                    <span>{kind.title()}</span>
                </label>
                <b class:none=move || count(kind) == 0>{move || count(kind)}</b>
            </li>
        }
    };
    let kinds = Kind::ALL.iter().copied().filter(move |kind| kind.category() == category).map(row).collect_view();
    let all = move || state.analysis.with(|analysis| analysis.report().count(category));
    view! {
        <section class=format!("kinds {}", category.name())>
            <h2><span class="sample-mark">{title(category)}</span><small>{move || marks(all())}</small></h2>
            <ul>{kinds}</ul>
        </section>
    }
}

fn marks(count: usize) -> String {
    match count {
        0 => "no marks".into(),
        1 => "1 mark".into(),
        _ => format!("{count} marks"),
    }
}

/// What the article's citation brackets name.
#[component]
fn Citations() -> impl IntoView {
    let state = expect_context::<State>();
    let cited = Memo::new(move |_| {
        state.analysis.with(|analysis| {
            let mut cited: Vec<String> = Vec::new();
            for citation in &analysis.report().citations {
                let name = citation.name.of(analysis.text()).to_owned();
                if !cited.contains(&name) {
                    cited.push(name);
                }
            }
            cited
        })
    });
    view! {
        <Show when=move || !cited.with(Vec::is_empty)>
            <section>
                <h2>"Cited in brackets"</h2>
                <ul class="cited">{move || cited.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ul>
            </section>
        </Show>
    }
}
