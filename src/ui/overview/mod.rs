//! The summary above the article, the minimap and the panel beside it, the foot below.

mod about;
mod figures;
mod filter_panel;
mod ignored_list;
mod ledgers;
mod links;
mod minimap_view;
mod note_list;
mod side_panel;
mod yardstick_view;

pub use about::About;
pub use minimap_view::Minimap;
pub use side_panel::SidePanel;

use crate::engine::{BlockKind, Notice};
use crate::lexicon::Category;
use crate::reading::{sentences_with, shown_categories};
use crate::ui::actions::{self, send_page_event};
use crate::ui::controls::{Button, If, reactive};
use crate::ui::focus::resize::call_on_resize;
use crate::ui::state::{Mode, State};
use crate::wording::{Part, of_shown, page, summary_parts};
use figures::Figure;
use filter_panel::FilterPanel;
use ledgers::ToLedgers;
use leptos::html::Div;
use leptos::prelude::*;
use links::count_link;
use web_sys::Element;
use yardstick_view::YardstickDetails;

/// The summary: a sentence, a figure for each category, and the filter.
#[component]
pub fn Summary() -> impl IntoView {
    let state = expect_context::<State>();
    let figures = NodeRef::<Div>::new();
    let room = RwSignal::new("much");
    let measure = move || {
        if let Some(Some(figures)) = figures.try_get_untracked() {
            room.set(room_of(&figures));
        }
    };
    call_on_resize(figures, measure);
    view! {
        <section class="glance" data-room=room aria-label=page::AT_A_GLANCE>
            <p id="summary" aria-live=Signal::derive(move || if state.place.mode.get() == Mode::Write { "off" } else { "polite" })>{reactive(move || sentence(state))}</p>
            <If condition=move || state.article.markup.get().is_some() && !state.article.readable.get()>
                <p><Button class="primary" id="read-source" text=page::READ_SOURCE press=move || actions::read_source(state)/></p>
            </If>
            <If condition=move || { !state.article.empty.get() && may_be_marked(state) }>
                <p><Button id="mark-anyway" text=page::MARK_ANYWAY press=move || mark_anyway(state)/></p>
            </If>
            <If condition=move || { state.article.any_language.get() && state.article.readable.get() }><p class="any-language">{page::MARKED_ANYWAY}</p></If>
            <If condition=state.article.readable>
                <div class="figures" node_ref=figures>{Category::ALL.map(|category| view! { <Figure category/> }).collect_view()}</div>
                <p class="switches">{page::SWITCHES}</p>
                <ToLedgers/>
                <YardstickDetails/>
                <FilterPanel/>
                <LinesSetApart/>
            </If>
        </section>
    }
}

/// True for a text that is not marked but could be: no address of a page, and no source of one, which can be read as a page.
fn may_be_marked(state: State) -> bool {
    let notice = state.article.overview.with(|overview| overview.report().notice);
    notice.is_some() && notice != Some(Notice::Address) && state.article.markup.get().is_none()
}

/// Marks the text although it does not look English. Beside a site that is done on the site, which the panel follows.
fn mark_anyway(state: State) {
    if state.panel {
        send_page_event("site-mark-anyway");
    } else {
        state.mark_anyway();
    }
}

/// How much room the figures have, in the words of the style sheet.
fn room_of(figures: &Element) -> &'static str {
    let style = document().document_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok()?.trim_end_matches("px").parse().ok()).unwrap_or(16.0);
    match f64::from(figures.client_width()) / size {
        0.0 => "much",
        ..19.0 => "least",
        ..40.0 => "little",
        _ => "much",
    }
}

/// How many lines are set apart as page furniture, and a button that reads them as text of the article.
#[component]
fn LinesSetApart() -> impl IntoView {
    let state = expect_context::<State>();
    let lines = Memo::new(move |_| {
        state.article.overview.with(|overview| overview.report().blocks.iter().filter(|block| block.kind == BlockKind::Furniture).count())
    });
    let says = move || if state.article.every_line.get() { page::EVERY_LINE.to_owned() } else { page::lines_set_apart(lines.get()) };
    let does = move || if state.article.every_line.get() { page::SET_APART_AGAIN } else { page::READ_THEM };
    view! {
        // The panel of the browser extension describes the lines that are marked on the site.
        <If condition=move || !state.panel && (state.article.every_line.get() || lines.get() != 0)>
            <p class="set-apart">
                {reactive(says)} " "
                <Button id="every-line" class="inline" text=does press=move || state.read_every_line(!state.article.every_line.get_untracked())/>
            </p>
        </If>
    }
}

/// The summarizing sentence, with a note if the filter leaves findings out.
fn sentence(state: State) -> AnyView {
    if let Some(markup) = state.article.markup.get().filter(|_| !state.article.readable.get()) {
        return page::is_source(markup).into_any();
    }
    let of = shown_categories(&state.article.filter.get());
    let parts = state.article.overview_shown.with(|shown| summary_parts(shown.report(), &of));
    let all = state.article.overview.with(|all| all.report().findings.len());
    let shown = state.article.overview_shown.with(|shown| shown.report().findings.len());
    if shown == 0 && all > 0 && !of.is_empty() {
        return page::none_shown(all).into_any();
    }
    let parts = if shown < all && !of.is_empty() { of_shown(parts, all - shown) } else { parts };
    parts.into_iter().map(|part| part_view(state, part)).collect_view().into_any()
}

/// A part of the sentence. A part that counts leads to the counted sentences.
fn part_view(state: State, part: Part) -> AnyView {
    let Some(category) = part.counts else { return part.words.into_any() };
    let places = state.article.overview_shown.with_untracked(|shown| sentences_with(shown.report(), category));
    count_link(state, category.name(), part.words, page::sentences_tour(category), places)
}
