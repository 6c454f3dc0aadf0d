//! The panel beside the article: ledgers, notes, ignored findings and citations.

use super::ignored_list::IgnoredList;
use super::ledgers::Ledgers;
use super::note_list::NoteRows;
use crate::ui::controls::{If, reactive};
use crate::ui::focus::side::stay_in_window;
use crate::ui::state::State;
use crate::wording::page;
use leptos::html::Aside;
use leptos::prelude::*;

/// The panel.
#[component]
pub fn SidePanel() -> impl IntoView {
    let state = expect_context::<State>();
    let panel = NodeRef::<Aside>::new();
    stay_in_window(panel);
    view! {
        <div class="side-column">
            <aside class="side" node_ref=panel aria-label=page::SIDE>
                <If condition=state.article.readable><Ledgers/></If>
                <NoteRows/>
                <IgnoredList/>
                <Citations/>
            </aside>
        </div>
    }
}

/// The sources that the article names in citation brackets.
#[component]
fn Citations() -> impl IntoView {
    let state = expect_context::<State>();
    let cited = Memo::new(move |_| {
        state.article.overview.with(|analysis| {
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
