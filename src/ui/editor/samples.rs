//! The sample articles, written for this project about invented places and people.

use crate::ui::actions::open_text;
use crate::ui::state::State;
use crate::wording::page;
use leptos::prelude::*;

/// A sample article.
struct Sample {
    title: &'static str,
    /// What the sample shows.
    about: &'static str,
    text: &'static str,
}

const SAMPLES: [Sample; 3] = [
    Sample { title: page::DIPLOMATIC, about: page::DIPLOMATIC_ABOUT, text: include_str!("../samples/diplomatic.txt") },
    Sample { title: page::BUSINESS, about: page::BUSINESS_ABOUT, text: include_str!("../samples/business.txt") },
    Sample { title: page::CALM, about: page::CALM_ABOUT, text: include_str!("../samples/calm.txt") },
];

/// A button for each sample.
#[component]
pub fn SampleButtons() -> impl IntoView {
    let state = expect_context::<State>();
    let buttons = SAMPLES.iter().map(|sample| {
        view! {
            <li>
                <button type="button" class="sample" on:click=move |_| open_text(state, sample.text)>
                    {sample.title}<small>{sample.about}</small>
                </button>
            </li>
        }
    });
    view! {
        <section class="samples">
            <h2>{page::SAMPLES}</h2>
            <ul>{buttons.collect_view()}</ul>
        </section>
    }
}
