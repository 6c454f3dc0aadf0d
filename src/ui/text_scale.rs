//! The size of the text and the width of its lines, as the reader chose them. The style sheet has a rule for each step.

use super::actions;
use super::controls::{Button, reactive};
use super::state::State;
use crate::browser::storage::{self, Key};
use crate::wording::page;
use leptos::prelude::*;

/// A setting in steps.
struct Scale {
    key: Key,
    /// The attribute of the root element that the style sheet reads.
    attribute: &'static str,
    /// The stored values of the steps, in ascending order.
    steps: [&'static str; 4],
    /// The step before the reader chooses.
    usual: usize,
}

static TEXT_SIZE: Scale =
    Scale { key: Key::TextSize, attribute: "data-text-size", steps: ["small", "usual", "large", "largest"], usual: 1 };
static LINE_WIDTH: Scale =
    Scale { key: Key::LineWidth, attribute: "data-line-width", steps: ["narrow", "middle", "usual", "wide"], usual: 2 };

impl Scale {
    /// The step that the reader chose.
    fn chosen(&self) -> usize {
        let stored = storage::load(self.key).ok().flatten();
        stored.and_then(|stored| self.steps.iter().position(|step| *step == stored)).unwrap_or(self.usual)
    }

    fn apply(&self, step: usize) {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute(self.attribute, self.steps[step]);
        }
    }

    /// Stores and applies a step. If the browser refuses to store it, it holds for this visit.
    fn choose(&self, step: usize) {
        let _ = storage::save(self.key, if step == self.usual { "" } else { self.steps[step] });
        self.apply(step);
    }
}

/// Applies what the reader chose on an earlier visit.
pub fn apply_chosen() {
    for scale in [&TEXT_SIZE, &LINE_WIDTH] {
        scale.apply(scale.chosen());
    }
}

/// Both settings, for the menu.
#[component]
pub fn TextScales() -> impl IntoView {
    view! {
        <Stepper scale=&TEXT_SIZE id="text-size" words=&page::TEXT_SIZES/>
        <Stepper scale=&LINE_WIDTH id="line-width" words=&page::LINE_WIDTHS/>
    }
}

/// A setting with a button for less and one for more.
#[component]
fn Stepper(scale: &'static Scale, id: &'static str, words: &'static page::ScaleWords) -> impl IntoView {
    let state = expect_context::<State>();
    let step = RwSignal::new(scale.chosen());
    let change = move |more: bool| {
        let new = if more { (step.get_untracked() + 1).min(scale.steps.len() - 1) } else { step.get_untracked().saturating_sub(1) };
        step.set(new);
        actions::keep_line(state, || scale.choose(new));
    };
    view! {
        <div class="stepper" id=id role="group" aria-label=words.title>
            <span>{words.title}<small role="status">{reactive(move || words.steps[step.get()])}</small></span>
            <Button label=words.less.to_owned() text="−" press=move || change(false)/>
            <Button label=words.more.to_owned() text="+" press=move || change(true)/>
        </div>
    }
}
