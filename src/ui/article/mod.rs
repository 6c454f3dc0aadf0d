//! The marked article and what belongs to its marks.

mod explanation;
mod finding_steps;
mod mark_events;
mod mark_lookup;
mod marks;
mod navigation_bar;
mod popover;
mod section_nodes;

pub use finding_steps::step;
pub use navigation_bar::NavigationBar;
pub use popover::{Popover, close_explanation};

use crate::engine::BlockKind;
use crate::reading::Analysis;
use crate::ui::focus;
use crate::ui::state::State;
use crate::wording::page;
use leptos::prelude::*;
use rustc_hash::FxHashSet;
use section_nodes::Sections;
use std::borrow::Cow;
use std::sync::Arc;

/// The article with its marks.
#[component]
pub fn Article() -> impl IntoView {
    let state = expect_context::<State>();
    focus::article_is_drawn();
    view! {
        <article id="article" class="paper" class:letters=move || state.letters.get() tabindex="-1" aria-label=page::ARTICLE>
            // Screen reader users navigate by headings; an article without a headline gets a hidden one.
            <Show when=move || state.analysis.with(|analysis| !has_headline(analysis))><h1 class="heard">{page::ARTICLE_HEADING}</h1></Show>
            <Sections/>
            <RuleDescriptions/>
        </article>
    }
}

fn has_headline(analysis: &Analysis) -> bool {
    analysis.report().blocks.first().is_some_and(|block| block.kind == BlockKind::Headline)
}

/// Hidden descriptions of the rules that occur in the article, which marks reference for screen readers.
#[component]
fn RuleDescriptions() -> impl IntoView {
    let state = expect_context::<State>();
    let rules = Memo::new(move |_| {
        let mut rules: Vec<(Cow<'static, str>, Cow<'static, str>)> = Vec::new();
        let mut seen = FxHashSet::default();
        state.overview.with(|overview| {
            let fresh = overview.report().findings.iter().map(|finding| &finding.rule).filter(|rule| seen.insert(Arc::as_ptr(rule)));
            rules.extend(fresh.map(|rule| (rule.id.clone(), rule.why.clone())));
        });
        rules.sort_unstable();
        rules.dedup();
        rules
    });
    let rule = |(id, why): (Cow<'static, str>, Cow<'static, str>)| view! { <p id=format!("why-{id}")>{page::quoted_words(&why)}</p> };
    view! { <div hidden>{move || rules.get().into_iter().map(rule).collect_view()}</div> }
}
