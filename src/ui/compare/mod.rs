//! Two versions of a story side by side: what became of hedges, sources and open matters.

mod pairs;
mod version_pair;

use crate::browser::timers::run_before_next_frame;
use crate::ui::controls::{Button, If, lead, reactive};
use crate::ui::focus::focus_in_place;
use crate::ui::focus::scroll::{scroll_into_view, scroll_to_top};
use crate::ui::state::{Mode, SampleTrial, State};
use crate::wording::page;
use leptos::prelude::*;
use pairs::ComparisonResult;
use version_pair::{Versions, compared};

/// The two versions of the sample story, the earlier one first.
const SAMPLE_VERSIONS: [&str; 2] = [include_str!("../samples/early.txt"), include_str!("../samples/later.txt")];

/// The two texts and, when both are there, their comparison.
#[component]
pub fn Compare() -> impl IntoView {
    let state = expect_context::<State>();
    let versions = compared(state);
    let open = versions.get_untracked().is_none();
    let only_changes = RwSignal::new(false);
    let sample_chosen = StoredValue::new(false);
    go_to_result(versions, sample_chosen);
    run_before_next_frame(|| {
        scroll_to_top();
        focus_in_place("#versions-title");
    });
    view! {
        <section class="versions" aria-labelledby="versions-title">
            <h1 id="versions-title" tabindex="-1">{page::COMPARE}</h1>
            {reactive(move || lead(if state.settings.private.get() { page::COMPARE_PRIVATE } else { page::COMPARE_HOW }))}
            <details class="texts" open=open>
                <summary>{page::THE_TEXTS}</summary>
                <Texts sample_chosen/>
            </details>
            {reactive(move || versions.get().map(|versions| view! { <ComparisonResult versions only_changes/> }))}
        </section>
    }
}

/// Goes to the result for the sample, once it is there: the boxes may fill the window.
fn go_to_result(versions: Memo<Option<Versions>>, sample_chosen: StoredValue<bool>) {
    Effect::new(move || {
        if versions.with(Option::is_some) && sample_chosen.get_value() {
            sample_chosen.set_value(false);
            run_before_next_frame(|| {
                scroll_into_view("#changes-title");
                focus_in_place("#changes-title");
            });
        }
    });
}

/// Puts the two versions of the sample into the boxes.
fn try_sample(state: State) {
    let (before, previous, file) = (state.present_text(), state.previous_text.get_untracked(), state.files.current.get_untracked());
    state.replace_text(SAMPLE_VERSIONS[1]);
    state.set_earlier(SAMPLE_VERSIONS[0]);
    state.set_mode(Mode::Compare);
    let versions = [state.earlier.get_untracked(), state.article.text.get_untracked()];
    state.sample.set_value(Some(SampleTrial { versions, before, previous, file }));
}

/// The boxes of the two texts.
#[component]
fn Texts(sample_chosen: StoredValue<bool>) -> impl IntoView {
    let state = expect_context::<State>();
    // The sample is offered only while it replaces nothing.
    let unused = Memo::new(move |_| state.earlier.with(|text| text.trim().is_empty()));
    let sample = move || {
        sample_chosen.set_value(true);
        try_sample(state);
    };
    let swap = move || {
        let (earlier, later) = (state.earlier.get_untracked(), state.article.text.get_untracked());
        state.set_earlier(&later);
        state.set_text(&earlier);
        state.notify(page::SWAPPED.to_owned());
    };
    view! {
        <div class="boxes">
            <label>
                {page::EARLIER_BOX}
                <textarea
                    id="earlier" rows="10" spellcheck="false" prop:value=Signal::derive(move || state.earlier.get().to_string())
                    on:input=move |event| state.set_earlier(&event_target_value(&event))
                ></textarea>
            </label>
            <label>
                {page::LATER_BOX}
                <textarea
                    id="later" rows="10" spellcheck="false" prop:value=Signal::derive(move || state.article.text.get().to_string())
                    on:input=move |event| state.set_text(&event_target_value(&event))
                ></textarea>
            </label>
        </div>
        <p class="row">
            <If condition=unused><Button id="sample-versions" text=page::SAMPLE_VERSIONS press=sample/></If>
            <Button text=page::SWAP press=swap/>
        </p>
    }
}
