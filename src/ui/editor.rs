//! The box to paste or type into, and the sample articles.

use super::samples::SAMPLES;
use super::state::{Mode, State};
use leptos::html::Textarea;
use leptos::prelude::*;
use std::time::Duration;

/// The text box. A paste into the empty box shows the marked article at once.
#[component]
pub fn Editor() -> impl IntoView {
    let state = expect_context::<State>();
    let area = NodeRef::<Textarea>::new();
    let pasted = StoredValue::new(false);
    Effect::new(move |_| {
        if let Some(area) = area.get() {
            // The box exists anew: the text goes in once, so that the caret and the undo steps stay the browser's.
            area.set_value(&state.text.get_untracked());
            let _ = area.set_selection_range(0, 0);
            let _ = area.focus();
        }
    });
    let input = move |event| {
        let was_empty = state.text.with_untracked(|text| text.trim().is_empty());
        let paste = pasted.get_value();
        pasted.set_value(false);
        state.set_text(event_target_value(&event), paste);
        if paste && was_empty && !state.text.with_untracked(|text| text.trim().is_empty()) {
            // After the event, so that the box is not taken away while the browser still works on it.
            set_timeout(move || state.mode.set(Mode::Read), Duration::ZERO);
        }
    };
    view! {
        <div class="editor">
            <label for="text">"Article"</label>
            <textarea
                id="text" node_ref=area rows="9" spellcheck="false" autocomplete="off"
                placeholder="Paste or type a news article here"
                on:paste=move |_| pasted.set_value(true)
                on:input=input
            ></textarea>
            <Show when=move || state.text.with(|text| !text.trim().is_empty())>
                <button type="button" class="primary" id="read" on:click=move |_| state.mode.set(Mode::Read)>"Read it marked"</button>
            </Show>
        </div>
    }
}

/// The sample articles, one click away.
#[component]
pub fn Samples() -> impl IntoView {
    let state = expect_context::<State>();
    let buttons = SAMPLES.iter().map(|sample| {
        view! {
            <li>
                <button type="button" class="sample" on:click=move |_| state.replace_text(sample.text)>
                    {sample.title}<small>{sample.about}</small>
                </button>
            </li>
        }
    });
    view! {
        <section class="samples">
            <h2>"Or look at a sample"</h2>
            <ul>{buttons.collect_view()}</ul>
        </section>
    }
}
