//! The marked article and what belongs to its marks.

mod explanation;
mod finding_steps;
mod mark_events;
mod mark_lookup;
mod marks;
mod navigation_bar;
mod note_button;
mod popover;
mod print_notes;
mod section_estimates;
mod section_nodes;

pub use finding_steps::{step, step_popover};
pub use navigation_bar::NavigationBar;
pub use popover::{Popover, close_explanation};

use crate::engine::BlockKind;
use crate::lexicon::Rule;
use crate::reading::Analysis;
use crate::ui::controls::{If, reactive};
use crate::ui::focus;
use crate::ui::state::State;
use crate::wording::page;
use leptos::prelude::*;
use note_button::NoteButton;
use print_notes::PrintNotes;
use rustc_hash::FxHashSet;
use section_nodes::Sections;
use std::sync::Arc;

/// The article with its marks.
#[component]
pub fn Article() -> impl IntoView {
    let state = expect_context::<State>();
    focus::article_is_drawn();
    view! {
        <article
            id="article" class="paper" class:letters=state.settings.letters class:fresh=state.place.fresh tabindex="-1" aria-label=page::ARTICLE
            on:blur=move |_| state.place.fresh.set(false)
        >
            // Screen reader users navigate by headings; an article without a headline gets a hidden one.
            <If condition=move || state.article.analysis.with(|analysis| !has_headline(analysis))>
                <h1 class="heard">{page::ARTICLE_HEADING}</h1>
            </If>
            <Sections/>
            <RuleDescriptions/>
        </article>
        <PrintNotes/>
        <NoteButton/>
    }
}

fn has_headline(analysis: &Analysis) -> bool {
    analysis.report().blocks.first().is_some_and(|block| block.kind == BlockKind::Headline)
}

/// Hidden descriptions of the rules that occur in the article, which marks reference for screen readers. None if the reader wants only
/// the names of the marks.
#[component]
fn RuleDescriptions() -> impl IntoView {
    let state = expect_context::<State>();
    let rule = |rule: &Arc<Rule>| view! { <p id=format!("why-{}", rule.id)>{page::quoted_words(&rule.why)}</p> };
    let rules = move || {
        if state.settings.names_only.get() {
            return Vec::new();
        }
        state.article.overview.with(|overview| {
            let mut seen = FxHashSet::default();
            let rules = overview.report().findings.iter().map(|finding| &finding.rule);
            rules.filter(|rule| seen.insert(&*rule.id)).map(rule).collect()
        })
    };
    view! { <div hidden>{reactive(rules)}</div> }
}
